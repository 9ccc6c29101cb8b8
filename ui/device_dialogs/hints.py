"""What the captured bytes say about settings that do not fit them, and the settings that would. Pure.

Only what can be seen is said: a remedy is offered where it was tried on the same bytes and decodes more of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from app.decoding.options import Csv, Json, Struct
from app.framing.options import Fixed, Length, Line, QDataStreamBlocks
from app.preview import Piece, Preview, Settings, preview_of
from app.quantities import shown_bytes
from ui.translate import tr

LOOKED_AT = 4096  # bytes, for what they look like
TEXT_SHARE = 0.9  # of what is like the rest, from which on it is no chance
REPLACED = "\ufffd"
FEW = 3  # frames that a remedy must decode
SEPARATORS = {",": ",", ";": ";", "\t": "tab"}
MOST_HINTS = 3  # more are not read


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence; `words` are the words of the file that would be better, by section, none where there is no remedy.
    They take the place of the section, but for a kind that stays: then of the words in it alone."""

    text: str
    words: Mapping[str, dict[str, Any]] = field(default_factory=dict)


def hints_of(capture: Sequence[Piece], preview: Preview, settings: Settings, *, ended: bool = False) -> list[Hint]:
    """The most telling first."""
    data = b"".join(piece.data for piece in capture)[:LOOKED_AT]
    if not data:
        return []
    found = [*_of_framing(data, capture, preview, settings, ended), *_of_decoding(preview, settings)]
    return found[:MOST_HINTS]


def looks_like_text(data: bytes) -> bool:
    """UTF-8 counts: a degree sign is no sign of binary frames."""
    text = data.decode("utf-8", "replace")
    printable = sum((c.isprintable() and c != REPLACED) or c in "\t\r\n" for c in text)
    return bool(text) and printable >= TEXT_SHARE * len(text)


def _of_framing(
    data: bytes, capture: Sequence[Piece], preview: Preview, settings: Settings, ended: bool
) -> Iterator[Hint]:
    framing, is_text = settings.framing, looks_like_text(data)
    if isinstance(framing, Line):
        if not preview.cut and not is_text:
            yield Hint(tr("These bytes are not text: a framing by a length, a size or a sync word is more likely"))
        elif not preview.cut:
            yield from _other_delimiter(capture, preview, framing)
        elif not is_text and not preview.decoded:
            yield Hint(tr("These bytes are hardly text: the line endings in them may be there by chance"))
        return
    if is_text and data.count(b"\n") > 1:
        yield Hint(tr("This looks like lines of text"), {"framing": {"type": "line"}})
    elif _is_lost(preview) and isinstance(framing, Length | QDataStreamBlocks):
        yield from _other_length(capture, preview, settings, ended)


def _other_delimiter(capture: Sequence[Piece], preview: Preview, framing: Line) -> Iterator[Hint]:
    whole = b"".join(piece.data for piece in capture)
    for delimiter, written in ((b"\n", r"\n"), (b"\r", r"\r"), (b"\0", r"\0"), (b"\x1e", r"\x1e")):
        if whole.count(delimiter) >= FEW and framing.delimiter_bytes != delimiter:
            text = tr("No line ends as is said here, but {ending} comes {count} times")
            said = text.format(ending=written, count=whole.count(delimiter))
            yield Hint(said, {"framing": {"type": "line", "delimiter": written}})
            return
    if preview.received >= min(framing.max_frame, 64 << 10) and framing.delimiter_bytes not in whole:
        said = tr("No line ending in {bytes}: a framing by lines cannot be right")
        yield Hint(said.format(bytes=shown_bytes(preview.received)))


def _other_length(capture: Sequence[Piece], preview: Preview, settings: Settings, ended: bool) -> Iterator[Hint]:
    """Another size or byte order of the length, with which the frames are alike or can be decoded."""
    framing = settings.framing
    sizes = (1, 2, 4, 8) if isinstance(framing, Length) else (0,)
    for size in sizes:
        for order in ("little", "big"):
            changed: dict[str, Any] = {"order": order} | ({"size": size} if size else {})
            if all(getattr(framing, key) == value for key, value in changed.items()):
                continue
            try:
                other = msgspec.structs.replace(framing, **changed)
            except ValueError:
                continue
            seen = preview_of(capture, Settings(other, settings.decoding, settings.time), ended=ended)
            if not _is_lost(seen) and _is_plausible(seen):
                said = tr("With a length of {size} bytes, {order}-endian, these bytes are {count} whole frames")
                text = said.format(size=size or 4, order=order, count=seen.cut)
                tag = str(type(framing).__struct_config__.tag)
                yield Hint(text, {"framing": {"type": tag, **changed}})
                return


def _is_lost(preview: Preview) -> bool:
    """The framing cannot go on, or nothing comes of it."""
    return not preview.cut or preview.violation is not None or bool(preview.discarded)


def _is_plausible(preview: Preview) -> bool:
    """Nearly any bytes are some frames to a length of one byte: so they must have one length, or be decoded."""
    lengths = Counter(frame.length for frame in preview.frames)
    usual, times = max(lengths.items(), key=lambda item: item[1])
    alike = usual > 0 and times >= TEXT_SHARE * len(preview.frames)
    return preview.cut >= FEW and (alike or preview.decoded >= TEXT_SHARE * preview.cut)


def _of_decoding(preview: Preview, settings: Settings) -> Iterator[Hint]:
    frames = [frame.head for frame in preview.frames]
    if frames and not preview.decoded and not isinstance(settings.decoding, Struct) and not _are_text(frames):
        if not isinstance(settings.framing, Line):  # of lines it is the framing that is wrong, and said so
            yield Hint(tr("These frames are not text: a binary struct reads such ones"))
        return
    match settings.decoding:
        case Csv() as csv:
            if _are_objects(frames):
                yield Hint(tr("These frames are JSON objects"), {"decoding": {"type": "json"}})
            else:
                yield from _other_columns(frames, csv)
        case Json() if not preview.decoded and _separator(frames):
            separator = _separator(frames)
            words: dict[str, Any] = {"type": "csv", "header": True}
            words |= {"separator": SEPARATORS[separator]} if separator != "," else {}
            yield Hint(tr("These frames are cells between separators, as CSV has them"), {"decoding": words})
        case Struct() as struct:
            yield from _other_size(preview, struct, settings)


def _are_text(frames: Sequence[bytes]) -> bool:
    return looks_like_text(b"".join(frames))


def _are_objects(frames: Sequence[bytes]) -> bool:
    begun = [frame.strip() for frame in frames if frame.strip()]
    if not begun or not all(frame.startswith(b"{") for frame in begun):
        return False
    try:
        return any(isinstance(json.loads(frame), dict) for frame in begun[:FEW] if frame.endswith(b"}"))
    except (ValueError, RecursionError):
        return len(begun) >= FEW  # cut, since only their heads are kept


def _separator(frames: Sequence[bytes]) -> str:
    """The one of which every frame has as many; "" where there is none."""
    rows = [frame for frame in frames if frame.strip()][1:] or [*frames]  # the first may be a header, or half a line
    for separator in SEPARATORS:
        counts = {row.count(separator.encode()) for row in rows}
        if rows and len(counts) == 1 and counts != {0} and any(any(48 <= byte < 58 for byte in row) for row in rows):
            return separator
    return ""


def _other_columns(frames: Sequence[bytes], csv: Csv) -> Iterator[Hint]:
    rows = [frame for frame in frames if frame.strip()][1:]
    if not rows:
        return
    separator = _separator(frames)
    if separator and SEPARATORS[separator] != csv.separator:
        said = tr("The cells stand between “{separator}”")
        words = {"type": "csv", "separator": SEPARATORS[separator]}
        yield Hint(said.format(separator=SEPARATORS[separator]), {"decoding": words})
        return
    cells = Counter(_cells(row, csv.separator) for row in rows)
    usual, times = cells.most_common(1)[0]
    if csv.fields and usual != len(csv.fields) and times > len(rows) // 2:
        said = tr("A frame has {cells} values, and {fields} fields are named")
        yield Hint(said.format(cells=usual, fields=len(csv.fields)))


def _cells(row: bytes, separator: str) -> int:
    text = row.decode("utf-8", "replace")
    if separator == "blanks":
        return len(text.split())
    return text.count("\t" if separator == "tab" else separator) + 1


def _other_size(preview: Preview, struct: Struct, settings: Settings) -> Iterator[Hint]:
    wanted = struct.frame_bytes
    if isinstance(settings.framing, Fixed):
        if settings.framing.size != wanted:
            said = tr("The fields are {wanted} bytes, and a frame is {size}")
            words = {"framing": {"type": "fixed", "size": wanted}}
            yield Hint(said.format(wanted=wanted, size=settings.framing.size), words)
        return
    lengths = Counter(frame.length for frame in preview.frames)
    if lengths and wanted not in lengths:
        usual, _ = lengths.most_common(1)[0]
        said = tr("The fields are {wanted} bytes, and most frames have {usual}")
        yield Hint(said.format(wanted=wanted, usual=usual))
