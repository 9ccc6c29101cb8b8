"""The parts of the form, one for each kind that one can choose: which entries it has, and how they read and write."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.decoding.options import FieldTime
from app.link.options import TcpOptions
from app.session.places import Path
from ui.device_dialogs import values
from ui.device_dialogs.entries import ChoiceEntry, Entry, LinesEntry, TextEntry
from ui.device_dialogs.field_shapes import CsvFields, JsonUnits, StructFields
from ui.device_dialogs.fields_entry import FieldsEntry
from ui.device_dialogs.header_entry import HeaderEntry
from ui.device_dialogs.words import Word, framing_words, shown, unit_of
from ui.labels import words
from ui.plain import as_hint
from ui.theme.palette import Theme
from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID, TextSize
from ui.translate import tr

TITLES = 27 * GRID  # px, the column of titles, the same in every part, so that they stand under each other


class Page(QWidget):
    """Entries under each other, titles in front."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__()
        self.entries = tuple(entries)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnMinimumWidth(0, TITLES)
        grid.setColumnStretch(1, 1)
        for row, entry in enumerate(self.entries):
            title = title_of(entry)
            if isinstance(entry, FieldsEntry):  # as wide as the form: it has many columns
                title.setFixedWidth(TITLES)
                entry.take_title(title)
                grid.addWidget(entry, row, 0, 1, 2)
            else:
                grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(entry, row, 1)


def title_of(entry: Entry) -> QLabel:
    """In the middle of the control's first line, however many the entry has."""
    title = words(entry.title, TextSize.BODY, muted=True)
    title.setBuddy(entry.control)
    title.setFixedHeight(CONTROL_HEIGHT)
    title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    title.setToolTip(as_hint(entry.about))
    return title


def framing_page(theme: Theme, kind: str) -> Page:
    return Page(_framing_entry(theme, word, kind) for word in framing_words(kind))


def _framing_entry(theme: Theme, word: Word, kind: str) -> Entry:
    unit = unit_of(word.path, kind)
    if word.choices:
        return ChoiceEntry(
            theme, word.path, word.title, word.choices, default=word.default, about=word.about, unit=unit
        )
    is_delimiter = word.path[-1] == "delimiter"
    return TextEntry(
        theme,
        word.path,
        word.title,
        hint=values.shown_delimiter(word.default) if is_delimiter else word.default,
        about=word.about,
        unit=unit,
        read=values.whole if word.is_whole else str if is_delimiter else values.trimmed,
        write=values.shown_delimiter if is_delimiter else shown,
        keeps_blank=word.is_needed,
        is_code=is_delimiter or word.path[-1] == "word",
    )


def decoding_page(theme: Theme, kind: str) -> Page:
    make = {"csv": _csv, "json": _json, "struct": _struct}[kind]
    return Page(make(theme))


def _csv(theme: Theme) -> list[Entry]:
    separators = ((",", ","), (";", ";"), (tr("tab"), "tab"), (tr("blanks"), "blanks"))
    return [
        ChoiceEntry(theme, ("decoding", "separator"), tr("Separator"), separators, default=","),
        HeaderEntry(theme, ("decoding", "header"), tr("Header")),
        FieldsEntry(
            theme,
            ("decoding", "fields"),
            tr("Fields"),
            CsvFields(),
            about=tr("The columns in their order. None: a header names them, or they are c1, c2 and so on"),
        ),
    ]


def _json(theme: Theme) -> list[Entry]:
    return [
        TextEntry(
            theme,
            ("decoding", "by"),
            tr("Table by"),
            hint=tr("one table"),
            about=tr("The key whose text says which table an object belongs to, such as class; dotted where nested"),
            read=values.trimmed,
        ),
        TextEntry(
            theme,
            ("decoding", "only"),
            tr("Only"),
            hint=tr("all tables"),
            about=tr("The tables that are wanted, with commas between: TPV, SKY"),
            read=values.listed,
            write=values.shown_list,
        ),
        FieldsEntry(
            theme,
            ("decoding", "units"),
            tr("Units"),
            JsonUnits(),
            about=tr("By channel: alt, or TPV.alt where there are several tables"),
        ),
    ]


def _struct(theme: Theme) -> list[Entry]:
    orders = (("little", "little"), ("big", "big"))
    return [
        ChoiceEntry(theme, ("decoding", "order"), tr("Byte order"), orders, default="little"),
        FieldsEntry(
            theme, ("decoding", "fields"), tr("Fields"), StructFields(), about=tr("In their order, without alignment")
        ),
    ]


def time_page(theme: Theme, kind: str) -> Page:
    if kind == "rate":
        about = tr("Samples a second: 50 Hz, 1 kHz")
        return Page([_text(theme, ("time", "rate"), tr("Rate"), "1 kHz", about, keeps_blank=True)])
    if kind == "field":
        return Page(_field_time(theme))
    return Page([])


def _field_time(theme: Theme) -> list[Entry]:
    units = tuple((unit, unit) for unit in ("ns", "us", "ms", "s", "min", "h", "iso"))
    epochs = tuple((epoch, epoch) for epoch in ("device", "unix", "boot"))
    abouts = {
        "device": tr("Zero is when the device was switched on; the offset to this computer is estimated and shown"),
        "unix": tr("Zero is 1970; the offset to this computer is estimated and shown"),
        "boot": tr("Sent on this very computer, by its clock since boot: there is no offset"),
    }
    default = FieldTime(field="")
    return [
        _text(theme, ("time", "field"), tr("Channel"), "t", tr("The channel that has the time"), keeps_blank=True),
        ChoiceEntry(
            theme,
            ("time", "unit"),
            tr("Unit"),
            units,
            default=default.unit,
            about=tr("iso: texts such as 2024-05-17T09:30:00Z"),
        ),
        ChoiceEntry(theme, ("time", "epoch"), tr("Counts from"), epochs, default=default.epoch, abouts=abouts),
    ]


def device_page(theme: Theme) -> Page:
    """Who it is and where."""
    return Page(
        [
            _text(theme, ("name",), tr("Name"), "imu", tr("In channels it is the part before the slash"), True),
            TextEntry(
                theme,
                ("link",),
                tr("Address"),
                hint="192.168.7.20:7001",
                about=tr("A name, an IPv4 address, or an IPv6 address in brackets, and a port: tcp://[::1]:7001"),
                read=values.address,
                write=shown,
                keeps_blank=True,
            ),
        ]
    )


def more_page(theme: Theme) -> Page:
    """What hardly anybody has to change."""
    link = TcpOptions(host="", port=1)
    readers = ((tr("window"), "gui"), (tr("thread"), "thread"))
    reader_abouts = {
        tr("window"): tr("The window's own thread reads its socket"),
        tr("thread"): tr("A thread of its own reads its socket"),
    }
    silences = ((tr("tell"), "tell"), (tr("reconnect"), "reconnect"))
    return Page(
        [
            LinesEntry(
                theme,
                ("on_connect",),
                tr("On connect"),
                hint=r'?WATCH={"enable":true};\n',
                about=tr(r"Sent at each opening, one command a line, with the escapes \n \r \t \0 \xHH and \\"),
            ),
            _text(
                theme,
                ("receive_buffer",),
                tr("Receive buffer"),
                shown(link.receive_buffer),
                tr("Asked of the kernel: 4 MiB, or auto to leave it to the kernel"),
            ),
            ChoiceEntry(theme, ("transport",), tr("Read by"), readers, default=readers[0][0], abouts=reader_abouts),
            _text(
                theme, ("retry",), tr("Retry after"), shown(link.retry), tr("The longest pause before it tries again")
            ),
            _text(
                theme,
                ("retry_most",),
                tr("at most"),
                shown(link.retry_most),
                tr("With each failure the pause doubles up to this"),
            ),
            _text(
                theme,
                ("stale_after",),
                tr("Silent after"),
                tr("ten usual pauses, at least 5 s"),
                tr("Silent for longer, it is called silent: 30 s"),
            ),
            ChoiceEntry(
                theme,
                ("on_silence",),
                tr("On silence"),
                silences,
                default=silences[0][0],
                abouts={
                    tr("tell"): tr("The window says so"),
                    tr("reconnect"): tr("The connection is ended, and made anew"),
                },
            ),
        ]
    )


def _text(theme: Theme, path: Path, title: str, hint: str, about: str, keeps_blank: bool = False) -> TextEntry:
    return TextEntry(
        theme, path, title, hint=hint, about=about, read=values.trimmed, write=shown, keeps_blank=keeps_blank
    )
