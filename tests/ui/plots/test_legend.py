import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.plots.legend import Entry, Legend, heading_height, row_height
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN


@pytest.fixture
def legend(qtbot: QtBot, theme: Theme) -> Legend:
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.resize(200, 140)
    legend.show()
    return legend


def right_edge_of_ink(image: QImage, row: int) -> int:
    ground = image.pixelColor(1, 1)
    top = heading_height() + row * row_height()
    return max(
        x for x in range(image.width()) for y in range(top, top + row_height()) if image.pixelColor(x, y) != ground
    )


def test_values_stand_on_one_right_edge(legend: Legend) -> None:
    legend.set_entries([Entry("a", "8", "", 0), Entry("a much longer name than fits", "12345.678", "", 1)])
    image = legend.grab().toImage()
    assert abs(right_edge_of_ink(image, 0) - right_edge_of_ink(image, 1)) <= 1


def test_a_narrow_legend_puts_the_value_away_before_the_name(legend: Legend) -> None:
    legend.resize(90, 140)
    legend.set_entries([Entry("temperature", "23.900", "°C", 0), Entry("temperature", "", "", 0)])
    image = legend.grab().toImage()
    row = row_height()
    first, second = (image.copy(0, heading_height() + n * row, 90, row) for n in (0, 1))
    assert first == second  # the name as if there were no value
    legend.set_entries([Entry("ax", "4.000", "m/s²", 0), Entry("ax", "4.000", "", 0)])
    image = legend.grab().toImage()
    first, second = (image.copy(0, heading_height() + n * row, 90, row) for n in (0, 1))
    assert first == second  # the unit first
    assert right_edge_of_ink(image, 0) >= 90 - 14


def test_there_is_room_for_every_entry_and_the_note(legend: Legend) -> None:
    legend.set_heading("imu", "V", "+14 more")
    legend.set_entries([Entry(str(n), "1", "", n) for n in range(12)])
    assert legend.minimumSizeHint().height() >= heading_height() + 13 * row_height()


def test_words_that_are_long_take_the_lines_that_are_free_and_their_tip_has_all_of_them(legend: Legend) -> None:
    cause = "no data: The device gave up the connection (reset)"
    legend.set_heading("imu", "", "no axis for °C")
    legend.set_entries([Entry("ax", "1", "", 0), Entry(cause, "2.1 s", "", None, wraps=True)])
    written = [line for _, lines in legend._lines() for line in lines]
    assert " ".join(written) == f"ax {cause} no axis for °C"
    assert len(written) == 4
    looks = legend._looks
    assert all(looks.small.width(line) <= 200 - 2 * MARGIN for line in written)
    assert looks.small.width(written[1]) + GAP + looks.figures.width("2.1 s") <= 200 - 2 * MARGIN
    for line in (1, 2):
        assert legend.tip_at(heading_height() + line * row_height() + 4) == f"{cause}\n2.1 s "
    assert legend.entry_at(heading_height() + 3 * row_height() + 4) is None
    legend.resize(200, heading_height() + 3 * row_height() + GAP)
    assert [lines for _, lines in legend._lines()] == [["ax"], [cause], ["no axis for °C"]], "no line is free"


def test_the_same_entries_again_repaint_nothing(legend: Legend, qtbot: QtBot) -> None:
    legend.set_entries([Entry("a", "1", "V", 0)])
    legend.grab()
    QApplication.processEvents()
    painted = []
    legend.paintEvent = painted.append  # type: ignore[method-assign, assignment]
    legend.set_entries([Entry("a", "1", "V", 0)])
    QApplication.processEvents()
    assert painted == []


def test_screen_readers_get_title_and_values(legend: Legend) -> None:
    legend.set_heading("imu", "V", "")
    legend.set_entries([Entry("ax", "1.5", "V", 0), Entry("ay", "2", "", 1)])
    assert legend.accessibleName() == "Legend of imu"
    assert legend.accessibleDescription() == "ax 1.5 V, ay 2"


def test_the_tooltip_tells_the_whole_name_as_text(legend: Legend) -> None:
    legend.set_entries([Entry("<b>a very long name</b>", "1.5", "V", 0)])
    assert legend.tip_at(heading_height() + 4) == "‹b›a very long name‹/b›\n1.5 V"
    assert legend.tip_at(2) == legend.tip_at(1000) == ""


def test_digits_that_change_are_painted_as_a_whole_legend_would_be_and_no_more_than_they(legend: Legend) -> None:
    def entries(*values: str, name: str = "ax") -> list[Entry]:
        return [Entry(name, value, "m/s²" if number else "", number) for number, value in enumerate(values)]

    def painted(part: QRegion, under: QImage) -> QImage:
        image = QImage(under)
        legend.render(image, QPoint(part.boundingRect().topLeft()), part)
        return image

    asked: list[QRect] = []
    legend.set_heading("imu", "", "+3 more")
    legend.update = asked.append  # type: ignore[method-assign, assignment]
    before: list[Entry] = []
    for now in (
        entries("1.000", "−2.345"),
        entries("−11.000", "2.345"),
        entries("7", ""),
        entries("7", "−1000000.5"),
        entries("7", "8", name="a name that is cut beside a value"),
        entries("7", "−1000000.5", name="a name that is cut beside a value"),
        entries("7", "8.25", name="a name that is cut beside a value"),
    ):
        under = painted(QRegion(legend.rect()), QImage(legend.size(), QImage.Format.Format_RGB32))
        asked.clear()
        legend.set_entries(now)
        whole = painted(QRegion(legend.rect()), QImage(legend.size(), QImage.Format.Format_RGB32))
        assert painted(QRegion(asked[-1]), under) == whole, now
        is_narrow = bool(before) and now[0].name == before[0].name == "ax"
        assert (asked[-1].left() > legend.width() // 3) == is_narrow, now
        before = now
