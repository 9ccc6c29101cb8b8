"""The painted list of figures: nothing cut, numbers in one column, only changes painted."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QWhatsThisClickedEvent

from ui.inspector.figures import Cells, Dated, Figure, Figures, Heading, Judged, Note, as_text, breakable
from ui.theme.tokens import LIGHT, MARGIN, State

LONG = "asked for 4 MiB, the kernel gave 208 KiB (counted double): net.core.rmem_max is 208 KiB; sysctl allows it"


@pytest.fixture
def figures(qtbot, theme):
    figures = Figures(theme)
    qtbot.addWidget(figures)
    figures.resize(300, 400)
    figures.show()
    qtbot.waitExposed(figures)
    return figures


def picture(figures: Figures) -> QImage:
    return figures.grab().toImage()


def right_edge(image: QImage, top: int, height: int) -> int:
    """The last column in which something is painted."""
    ground = image.pixelColor(0, 0)
    return max(x for x in range(image.width()) for y in range(top, top + height) if image.pixelColor(x, y) != ground)


def test_values_end_at_the_right_edge_whatever_their_length(figures):
    figures.show_figures([Figure("Received", "8"), Figure("Framed", "8\u202f888\u202f888")])
    image = picture(figures)
    line = figures.heightForWidth(300) // 2
    ends = {right_edge(image, 2, 16), right_edge(image, line, 16)}
    assert max(ends) - min(ends) <= 1
    assert abs(max(ends) - (300 - MARGIN)) <= 2


def test_a_note_wraps_and_is_never_cut(figures):
    figures.show_figures([Note("short")])
    short = figures.heightForWidth(300)
    figures.show_figures([Note(LONG)])
    assert figures.heightForWidth(300) > short
    assert figures.heightForWidth(160) > figures.heightForWidth(300)


def test_a_long_word_can_be_broken_and_a_short_one_is_not():
    assert breakable("short words, all of them") == "short words, all of them"
    path = "x" * 100
    assert breakable(path).replace("\N{ZERO WIDTH SPACE}", "") == path
    assert max(len(part) for part in breakable(path).split("\N{ZERO WIDTH SPACE}")) <= 24


def test_a_value_that_does_not_fit_beside_its_name_has_a_line_of_its_own(figures):
    figures.show_figures([Figure("Address", "short")])
    one = figures.heightForWidth(300)
    figures.show_figures([Figure("Address", "[2001:db8:85a3:8d3:1319:8a2e:370:7348%enp0s31f6]:65535")])
    assert figures.heightForWidth(300) > one


def test_the_cells_of_a_table_stand_in_columns_under_each_other(figures):
    figures.show_figures([Cells("a", ("8", "8")), Cells("b", ("8\u202f888", "8"))])
    image, line = picture(figures), figures.heightForWidth(300) // 2
    ends = {right_edge(image, 2, 16), right_edge(image, line, 16)}
    assert max(ends) - min(ends) <= 1
    assert as_text(figures.entries) == "  a: 8  8\n  b: 8\u202f888  8"


def test_cells_that_do_not_fit_beside_their_name_have_a_line_of_their_own(figures):
    figures.show_figures([Cells("A hop of some length", ("1.00", "2.00", "3.00"))])
    assert figures.heightForWidth(160) > figures.heightForWidth(300)


def test_a_heading_keeps_its_distance_but_not_from_the_top(figures):
    figures.show_figures([Figure("a", "1"), Heading("B")])
    under = figures.heightForWidth(300)
    figures.show_figures([Heading("B"), Figure("a", "1")])
    assert figures.heightForWidth(300) < under


class Painted(QObject):
    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.rects += list(event.region())
        return False


def test_only_the_line_that_reads_otherwise_is_painted(figures, qtbot):
    painted = Painted(figures)
    figures.show_figures([Figure("a", "1"), Figure("b", "2"), Figure("c", "3")])
    qtbot.waitUntil(lambda: bool(painted.rects))
    painted.rects.clear()
    figures.show_figures([Figure("a", "1"), Figure("b", "5"), Figure("c", "3")])
    qtbot.waitUntil(lambda: bool(painted.rects))
    (rect,) = painted.rects
    assert 0 < rect.top() < 30
    assert rect.height() <= 24


def test_colours_follow_the_theme(figures, theme):
    figures.show_figures([Note("x", State.ALARM)])
    assert _has(picture(figures), LIGHT.alarm)
    theme.set_scheme("dark")
    assert not _has(picture(figures), LIGHT.alarm)


def _has(image: QImage, colour: str) -> bool:
    return any(image.pixelColor(x, y).name() == colour.lower() for x in range(40) for y in range(40))


def test_markup_is_painted_as_the_text_that_it_is(figures):
    figures.show_figures([Figure("<b>x</b>", "<h1>1</h1>"), Note("<img src=x>")])
    wide = right_edge(picture(figures), 22, 16)
    figures.show_figures([Figure("<b>x</b>", "<h1>1</h1>"), Note("x")])
    assert right_edge(picture(figures), 22, 16) < wide


def test_judged_figures_and_events_read_as_lines():
    entries = [
        Judged("Backlog", "3.1", "%", State.GOOD, "good", "good under 4 %, bad over 20 %"),
        Judged("Backlog", "not available", None, None, "", "good under 4 %"),
        Note("This PC", State.WARNING),
        Note("3 MiB wait here", part=True),
        Dated("14:02:31", "ended: refused"),
    ]
    assert as_text(entries).splitlines() == [
        "  Backlog: 3.1 % good (good under 4 %, bad over 20 %)",
        "  Backlog: not available (good under 4 %)",
        "This PC",
        "  3 MiB wait here",
        "  14:02:31  ended: refused",
    ]


def test_limits_that_do_not_fit_beside_the_word_stand_on_a_line_of_their_own(figures):
    judged = Judged("Backlog", "3.1", "%", State.GOOD, "good", "good under 4 %, bad over 20 %")
    figures.show_figures([judged])
    tall, wide = figures.heightForWidth(120), figures.heightForWidth(400)
    assert tall > wide


def test_a_click_on_a_note_with_a_page_of_the_help_asks_for_it(figures, qtbot):
    asked = Asked()
    figures.installEventFilter(asked)
    figures.show_figures([Note("The device is silent", target="findings#silent"), Note("nothing")])
    qtbot.mouseMove(figures, QPoint(MARGIN, 8))
    assert figures.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(figures, Qt.MouseButton.LeftButton, pos=QPoint(MARGIN, 8))
    qtbot.mouseClick(figures, Qt.MouseButton.LeftButton, pos=QPoint(MARGIN, 30))
    qtbot.mouseClick(figures, Qt.MouseButton.LeftButton, pos=QPoint(MARGIN, 300))
    assert asked.targets == ["findings#silent"]


class Asked(QObject):
    """Hears what is asked of the help."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWhatsThisClickedEvent):
            self.targets.append(event.href())
        return False
