"""Pictures and rows as a user saves them: from the menu, through the dialog, to the file."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from app.session.reading import parse_session
from app.session.schema import Session
from tests.ui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def chosen(desk: Desk, file: Path) -> QFileDialog:
    """The dialog that is open, in which this file has been chosen."""
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    return dialog


def saved_picture(desk: Desk, file: Path) -> bytes:
    desk.window.export.page.trigger()
    chosen(desk, file)
    desk.qtbot.waitUntil(lambda: str(file) in desk.window.export.banner.text)
    return file.read_bytes()


@pytest.fixture
def plotted(desk: Desk) -> Desk:
    """A window with two devices on its plots."""
    links = desk.open("imu", "psu")
    for _ in range(3):
        for link in links:
            link.receive(b"0.5,9.81,-21.5\n")
        desk.refreshed()
    return desk


def test_the_keys_of_the_picture_open_a_dialog_that_proposes_a_name_of_the_session_and_the_moment(plotted: Desk):
    plotted.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = plotted.window.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).match("Bench-20??-??-??T??????.png")
    dialog.reject()


def test_a_picture_says_the_title_of_the_session_and_nothing_of_the_windows_marks(desk: Desk, tmp_path: Path):
    desk.open("imu", title="Bench [*] 3")
    assert b">Bench [*] 3<" in saved_picture(desk, tmp_path / "bench.svg")


def test_the_suffix_follows_the_kind_of_picture(plotted: Desk):
    plotted.window.export.page.trigger()
    dialog = plotted.window.findChild(QFileDialog)
    vector = next(name for name in dialog.nameFilters() if "svg" in name)
    dialog.selectNameFilter(vector)
    dialog.filterSelected.emit(vector)
    assert dialog.selectedFiles()[0].endswith(".svg")
    assert dialog.defaultSuffix() == "svg"
    dialog.reject()


def test_a_png_is_an_image(plotted: Desk, tmp_path: Path):
    assert saved_picture(plotted, tmp_path / "plot.png").startswith(b"\x89PNG")


def test_an_svg_is_saved_whatever_the_case_of_its_suffix(plotted: Desk, tmp_path: Path):
    assert b"<svg" in saved_picture(plotted, tmp_path / "plot.SVG")


def test_a_pdf_is_a_document(plotted: Desk, tmp_path: Path):
    assert saved_picture(plotted, tmp_path / "plot.pdf").startswith(b"%PDF")


def test_another_suffix_is_refused_with_those_there_are(plotted: Desk, tmp_path: Path):
    plotted.window.export.page.trigger()
    chosen(plotted, tmp_path / "plot.bmp")
    assert plotted.window.notice.text.endswith("a picture's name ends in one of .png, .svg, .pdf")
    assert not list(tmp_path.glob("*.bmp"))


def test_a_picture_that_cannot_be_written_says_why(plotted: Desk, tmp_path: Path):
    plotted.window.export.page.trigger()
    chosen(plotted, tmp_path / "nowhere" / "plot.svg")
    plotted.qtbot.waitUntil(lambda: "could not be saved: No such file" in plotted.window.notice.text)


def test_a_picture_shows_what_was_in_sight_when_it_was_asked_for(plotted: Desk, tmp_path: Path):
    plotted.window.export.page.trigger()
    plotted.open("pump")
    chosen(plotted, tmp_path / "plot.svg")
    plotted.qtbot.waitUntil((tmp_path / "plot.svg").is_file)
    assert b"imu" in (tmp_path / "plot.svg").read_bytes()


def test_the_copied_picture_is_on_the_clipboard(plotted: Desk):
    plotted.window.export.copy.trigger()
    image = QGuiApplication.clipboard().image()
    assert isinstance(image, QImage)
    assert image.width() > 1000
    assert "copied as a picture" in plotted.window.export.banner.text


def test_one_plot_alone_is_named_after_it(plotted: Desk):
    panel = plotted.window.plots.panels[-1]
    plotted.window.export.save_picture([panel])
    dialog = plotted.window.findChild(QFileDialog)
    assert [len(row) for row in dialog.figure.rows] == [1]
    assert Path(dialog.selectedFiles()[0]).name.startswith("psu-")
    dialog.reject()


def test_the_rows_in_sight_are_saved_with_a_column_for_each_channel(plotted: Desk, tmp_path: Path):
    file = tmp_path / "rows.csv"
    plotted.window.export.csv.trigger()
    chosen(plotted, file)
    plotted.qtbot.waitUntil(lambda: f"lines were saved as {file}" in plotted.window.export.banner.text)
    header, *rows = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
    assert header[:4] == ["time [s]", "time [UTC]", "imu/ax [m/s²]", "imu/ay [m/s²]"]
    assert len(header) == 8
    values = [row[header.index("imu/temperature [°C]")] for row in rows]
    assert [value for value in values if value] == ["21.5", "-21.5", "-21.5", "-21.5"]


def test_a_hostile_device_is_neither_a_formula_nor_markup(desk: Desk, tmp_path: Path):
    desk.open("x", rows=b"0.25,9.81\n", decoding='{ type = "csv", fields = ["=1+1 <i>&", "b"] }')
    for suffix in ("csv", "svg"):
        action = desk.window.export.csv if suffix == "csv" else desk.window.export.page
        action.trigger()
        chosen(desk, tmp_path / f"x.{suffix}")
        desk.qtbot.waitUntil(lambda file=tmp_path / f"x.{suffix}": f"saved as {file}" in desk.window.export.banner.text)
    assert "<i>" not in (tmp_path / "x.svg").read_text()
    assert "&lt;i&gt;&amp;" in (tmp_path / "x.svg").read_text()


def test_rows_are_not_written_twice_at_once(plotted: Desk, tmp_path: Path):
    export = plotted.window.export
    export.csv.trigger()
    chosen(plotted, tmp_path / "one.csv")
    export.csv.trigger()
    assert "being written already" in plotted.window.notice.text
    plotted.qtbot.waitUntil((tmp_path / "one.csv").is_file)
    plotted.qtbot.waitUntil(lambda: "one.csv" in export.banner.text and "lines" in export.banner.text)


def test_cancelled_rows_leave_nothing(plotted: Desk, tmp_path: Path):
    export = plotted.window.export
    export.csv.trigger()
    chosen(plotted, tmp_path / "one.csv")
    assert export.banner.text.startswith("Writing ")
    plotted.qtbot.mouseClick(export.banner.button, Qt.MouseButton.LeftButton)
    assert export.banner.text == "Nothing was written, as you asked"
    assert not [path for path in tmp_path.iterdir() if "csv" in path.name or path.name.startswith(".quintet")]
    plotted.qtbot.mouseClick(export.banner.button, Qt.MouseButton.LeftButton)
    assert export.banner.text == ""


def test_closing_the_window_drops_rows_that_are_half_written(plotted: Desk, tmp_path: Path):
    plotted.window.export.csv.trigger()
    chosen(plotted, tmp_path / "one.csv")
    plotted.window.close()
    assert not [path for path in tmp_path.iterdir() if "csv" in path.name or path.name.startswith(".quintet")]


def test_a_session_that_ends_under_the_dialog_leaves_its_rows(plotted: Desk, tmp_path: Path):
    plotted.window.export.csv.trigger()
    plotted.open("pump")
    chosen(plotted, tmp_path / "rows.csv")
    plotted.qtbot.waitUntil((tmp_path / "rows.csv").is_file)
    assert "imu/ax" in (tmp_path / "rows.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    plotted.qtbot.waitUntil(lambda: "lines were saved" in plotted.window.export.banner.text)


@pytest.mark.parametrize("name", ["page", "one", "copy", "csv"])
def test_without_a_plot_an_export_says_so(desk: Desk, name: str):
    getattr(desk.window.export, name).trigger()
    assert desk.window.export.banner.text == "There is no plot to export: nothing has been received yet"
    assert desk.window.findChild(QFileDialog) is None


def test_a_plot_that_waits_for_its_first_data_is_saved_as_an_empty_one(desk: Desk, tmp_path: Path):
    desk.show(session_with_a_plot())
    saved_picture(desk, tmp_path / "plot.svg")
    desk.window.export.csv.trigger()
    chosen(desk, tmp_path / "rows.csv")
    desk.qtbot.waitUntil(lambda: "0 lines were saved" in desk.window.export.banner.text)


def session_with_a_plot() -> Session:
    text = "[[device]]\nname = 'imu'\nlink = 'tcp://127.0.0.1:7001'\ndecoding = { type = 'csv', fields = ['ax'] }\n"
    return parse_session(text + "[[plot]]\ntitle = 'Motion'\nchannels = ['imu/ax']\n")
