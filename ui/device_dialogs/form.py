"""The form: who the device is, how its frames are cut, decoded and timed, and what is rarely changed.

It writes to a Draft at each key and shows, beside each entry, what the session's own check says of it. Only the entries
of the chosen framing, decoding and time are seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.framing.damage import unnoticed
from app.session.places import Path
from app.session.problems import Problem
from app.session.report import dotted
from ui.device_dialogs import words as said
from ui.device_dialogs.draft import Draft
from ui.device_dialogs.entries import Entry
from ui.device_dialogs.fields_entry import FieldsEntry
from ui.device_dialogs.sections import Page, decoding_page, device_page, framing_page, more_page, time_page
from ui.help.asking import HelpButton, help_at
from ui.labels import words, wrapped
from ui.plain import as_hint
from ui.segments import Segments
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize
from ui.translate import told, tr
from ui.word_button import WordButton

_ROW = re.compile(r"\[(\d+)\](?:\.([\w.\[\]]+))?")


class Section(QWidget):
    """A heading with a way into the help, the kinds beside each other, the entries of the chosen one.

    Signals: wished(str): another kind.
    """

    wished = Signal(str)

    def __init__(
        self,
        theme: Theme,
        key: str,
        title: str,
        titles: dict[str, str],
        abouts: dict[str, str],
        make: Callable[..., Page],
        about: HelpButton,
    ) -> None:
        super().__init__()
        self.key = key
        self.about = about
        about.setAccessibleName(tr("{section}: what is this?").format(section=title))
        help_at(self, about.target)
        self.kind = ""
        self.pages = {kind: make(theme, kind) for kind in titles}  # all of them: Tab follows the order of making
        self.kinds = Segments(theme, titles, title)
        for kind, segment in self.kinds.segments.items():
            segment.setAccessibleName(f"{title}: {titles[kind]}")
            segment.setToolTip(as_hint(abouts.get(kind, "")))
        self.kinds.wished.connect(self.wished)
        self.note = wrapped("", muted=True)
        head = QHBoxLayout()
        head.addWidget(words(title, TextSize.BODY, strong=True))
        head.addStretch(1)
        head.addWidget(about)
        kinds = QHBoxLayout()
        kinds.addWidget(self.kinds)
        kinds.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._box.addLayout(head)
        self._box.addLayout(kinds)
        for page in self.pages.values():
            page.hide()
            self._box.addWidget(page)
        self._box.addWidget(self.note)
        self.note.hide()

    @property
    def page(self) -> Page:
        """The entries of the chosen kind."""
        return self.pages[self.kind]

    def show_kind(self, kind: str) -> bool:
        """The entries of this kind; whether others were there before."""
        self.kinds.show_choice(kind)
        if kind == self.kind:
            return False
        self.kind = kind
        for each, page in self.pages.items():
            page.setVisible(each == kind)
        return True

    def say(self, note: str) -> None:
        """A fact about what is chosen, below the entries."""
        self.note.setText(f"{note[:1].upper()}{note[1:]}." if note else "")
        self.note.setVisible(bool(note))


class DeviceForm(QWidget):
    """Attributes: draft, what is written; device, more: the entries that are there whatever is chosen; framing,
    decoding, time: the sections.

    Signals: changed(): the draft, by the user; left(): an entry, so that more may be shown to be wrong.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.device = device_page(theme)
        self.more = more_page(theme)
        self.framing = Section(
            theme,
            "framing",
            tr("Framing"),
            said.framing_titles(),
            said.framing_abouts(),
            framing_page,
            HelpButton("framing#framing"),
        )
        self.decoding = Section(
            theme,
            "decoding",
            tr("Decoding"),
            said.decoding_titles(),
            said.decoding_abouts(),
            decoding_page,
            HelpButton("framing#decoding"),
        )
        self.time = Section(
            theme,
            "time",
            tr("Time"),
            said.time_titles(),
            said.time_abouts(),
            time_page,
            HelpButton("framing#time"),
        )
        self.sections = (self.framing, self.decoding, self.time)
        self._fold = WordButton(
            tr("More: what is sent on connecting, retries, silence, receive buffer"), TextSize.SMALL
        )
        self._fold.clicked.connect(self._unfold_for_user)
        self._more_title = words(tr("Link"), TextSize.BODY, strong=True)
        self._place()
        self._connect()
        self.show_draft()

    def _place(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.setSpacing(GAP)
        box.addWidget(self.device)
        for section in self.sections:
            box.addSpacing(2 * GRID)
            box.addWidget(section)
        box.addSpacing(2 * GRID)
        row = QHBoxLayout()
        row.addWidget(self._fold)
        row.addStretch(1)
        box.addLayout(row)
        box.addWidget(self._more_title)
        box.addWidget(self.more)
        box.addStretch(1)
        for widget in (self._more_title, self.more):
            widget.hide()

    def _connect(self) -> None:
        self._listen_to(self.device)
        self._listen_to(self.more)
        for section in self.sections:
            section.wished.connect(self._kind_wished)
            for page in section.pages.values():
                self._listen_to(page)

    def _listen_to(self, page: Page) -> None:
        for entry in page.entries:
            entry.changed.connect(self._entry_changed)
            entry.left.connect(self.left)

    @property
    def entries(self) -> Iterator[Entry]:
        """Those that are there now, from top to bottom."""
        for page in (self.device, *(section.page for section in self.sections), self.more):
            yield from page.entries

    def entry(self, path: Path) -> Entry:
        return next(entry for entry in self.entries if entry.path == path)

    def show_draft(self) -> None:
        """All of it, also what was changed elsewhere."""
        for section in self.sections:
            self._show_kind(section)
        for entry in self.entries:
            entry.show_value(self.draft.get(entry.path))
        if any(self.draft.get(entry.path) is not None for entry in self.more.entries if entry.path != ("transport",)):
            self.unfold()  # but for who reads it, which may be the session's own word

    def show_facts(self) -> None:
        """What follows from the settings and is no problem."""
        settings = self.draft.settings()
        self.framing.say(told(unnoticed(settings.framing)) if settings is not None else "")
        size = getattr(settings.decoding, "frame_bytes", None) if settings is not None else None
        for entry in self.decoding.page.entries:
            if isinstance(entry, FieldsEntry):
                entry.note("" if size is None else tr("{count} bytes a frame").format(count=size))

    # -- what is wrong

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Beside the entries that have been touched."""
        by_entry = self._by_entry(problems)
        for entry in self.entries:
            first = next((problem for problem in by_entry if problem[0] is entry), None)
            sentence = sentence_of(entry, first[1]) if first is not None else ""
            entry.show_problem(sentence if entry.is_touched else "")

    def first_problem(self, problems: Sequence[Problem]) -> tuple[Entry | None, str]:
        """The uppermost, in words that name its entry."""
        order = {entry: number for number, entry in enumerate(self.entries)}
        found = sorted(self._by_entry(problems), key=lambda each: order[each[0]])
        if found:
            return found[0][0], sentence_of(*found[0])
        return None, str(problems[0]) if problems else ""

    def touch_all(self) -> None:
        for entry in self.entries:
            entry.is_touched = True

    def _by_entry(self, problems: Sequence[Problem]) -> list[tuple[Entry, Problem]]:
        entries = {dotted(entry.path): entry for entry in self.entries}
        found = []
        for problem in problems:
            entry = _nearest(entries, problem)
            if entry is not None:
                found.append((entry, problem))
        return found

    # -- the user's

    @Slot()
    def _entry_changed(self) -> None:
        entry = self.sender()  # that one alone: what others show may be less than what the words say
        assert isinstance(entry, Entry)
        self.draft.set(entry.path, entry.value())
        self.changed.emit()

    @Slot(str)
    def _kind_wished(self, kind: str) -> None:
        section = self.sender()
        assert isinstance(section, Section)
        self.draft.choose_kind(section.key, kind)
        self._show_kind(section)
        self.changed.emit()

    def _show_kind(self, section: Section) -> None:
        if section.show_kind(self.draft.kind(section.key)):
            for entry in section.page.entries:
                entry.show_value(self.draft.get(entry.path))

    @Slot()
    def _unfold_for_user(self) -> None:
        self.unfold()
        self.more.entries[0].setFocus()

    def unfold(self) -> None:
        """Show what is rarely changed."""
        self._fold.hide()
        self._more_title.show()
        self.more.show()


def _nearest(entries: dict[str, Entry], problem: Problem) -> Entry | None:
    """The entry of "decoding.fields[2].type" is "decoding.fields"; "rate is missing" of "time" is "time.rate"."""
    key = problem.key
    missing = problem.message.partition(" is missing")[0]
    if f"{key}.{missing}".lstrip(".") in entries:
        return entries[f"{key}.{missing}".lstrip(".")]
    while key and key not in entries:
        key = key[: max(key.rfind("."), key.rfind("["), 0)]
    return entries.get(key)


def sentence_of(entry: Entry, problem: Problem) -> str:
    """What is wrong, in the session's own words; with the row where the entry has several."""
    if entry.trouble:
        return _sentence(told(entry.trouble))
    message = _sentence(told(problem.message))
    place = _ROW.match(problem.key.removeprefix(dotted(entry.path)))
    if place is None:
        return message
    where = tr("Row {row}").format(row=int(place[1]) + 1) + (f", {place[2]}" if place[2] else "")
    return f"{where}: {told(problem.message)}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
