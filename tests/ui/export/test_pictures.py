"""Pictures hold lines and text; what is drawn is where the sheet says."""

import re
import xml.etree.ElementTree as ET
import zlib

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from tests.ui.export.conftest import band, figure_with, lanes_of, panel_of
from ui.export.figure import FigureCurve, FigureEntry
from ui.export.pictures import SCALE, as_image, as_pdf, as_svg, packed
from ui.export.sheet import lay_out
from ui.theme.tokens import CONTRAST, DARK, LIGHT

SVG = "{http://www.w3.org/2000/svg}"
pytestmark = pytest.mark.usefixtures("qapp")


def texts(svg: bytes) -> list[str]:
    return [text.text or "" for text in ET.fromstring(svg).iter(f"{SVG}text")]


def test_text_stays_text_in_svg():
    said = texts(as_svg(figure_with((panel_of(),), (lanes_of(),)), LIGHT))
    for word in ("Bench", "Motor", "V", "u", "1.5", "idle", "mode", "from then to then"):
        assert word in said


def test_an_svg_holds_lines_and_no_pixels():
    tags = {element.tag for element in ET.fromstring(as_svg(figure_with(), LIGHT)).iter()}
    assert f"{SVG}image" not in tags
    assert f"{SVG}polyline" in tags


def test_a_pdf_holds_text_and_no_pixels_on_one_page_in_points():
    pdf = as_pdf(figure_with((panel_of(),), (lanes_of(),)), LIGHT)
    sheet = lay_out(figure_with((panel_of(),), (lanes_of(),)))
    assert b"/Subtype /Image" not in pdf
    assert b"/Subtype /Type0" in pdf or b"/Subtype /TrueType" in pdf
    box = [float(number) for number in re.search(rb"/MediaBox \[([^\]]*)\]", pdf).group(1).split()]
    assert box[2:] == pytest.approx([sheet.width, sheet.height], abs=1)
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == 1
    assert any((b"BT" in stream and b" Tj" in stream) or b"TJ" in stream for stream in streams(pdf))


def streams(pdf: bytes) -> list[bytes]:
    found = []
    for raw in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(raw))
        except zlib.error:
            found.append(raw)
    return found


@pytest.mark.parametrize("name", ["</text><script>alert(1)</script>", "&amp; ]]> <!--", "\"'=`", "ax · ²°"])
def test_a_hostile_name_is_text_and_nothing_else(name: str):
    figure = figure_with((panel_of(title=name, entries=(FigureEntry(name, name, name, 0),)),), title=name)
    svg = as_svg(figure, LIGHT)
    assert name in texts(svg) or any(text.endswith("…") and name.startswith(text[:-1]) for text in texts(svg))
    assert not list(ET.fromstring(svg).iter(f"{SVG}script"))
    assert ET.fromstring(svg).find(f"{SVG}title").text == name


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=lambda tokens: tokens.name)
def test_a_curve_is_painted_in_its_colour(tokens):
    image = as_image(figure_with(), tokens)
    plot = lay_out(figure_with()).cells[0].plot
    x, y = plot.left + plot.width / 2, plot.top + plot.height / 2  # the line from (0, 1) to (1, 9) of 0 to 10
    colours = {
        image.pixelColor(round(x * SCALE) + dx, round(y * SCALE) + dy).name() for dx in (-1, 0, 1) for dy in (-1, 0, 1)
    }
    assert QColor(tokens.curves[0]).name() in colours


def test_nothing_of_a_curve_is_painted_outside_of_its_plot():
    wild = FigureCurve(0, 0, (np.array([[0.0, -500.0], [0.5, 900.0], [1.0, -500.0]]),))
    tame = FigureCurve(0, 0, ())
    with_curve, without = (as_image(figure_with((panel_of(curves=(curve,)),)), LIGHT) for curve in (wild, tame))
    plot = lay_out(figure_with()).cells[0].plot
    changed = differing(with_curve, without)
    assert changed.any()
    rows, columns = np.nonzero(changed)
    assert rows.min() >= plot.top * SCALE - 2
    assert rows.max() <= plot.bottom * SCALE + 2
    assert columns.min() >= plot.left * SCALE - 2
    assert columns.max() <= plot.right * SCALE + 2


def differing(one: QImage, other: QImage) -> np.ndarray:
    arrays = [
        np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
        for image in (one, other)
    ]
    return arrays[0] != arrays[1]


def test_a_gap_is_hatched_and_says_its_cause():
    figure = figure_with((panel_of(bands=(band(0.4, 0.9, "closed by the device"),)),))
    assert "closed by the device" in texts(as_svg(figure, LIGHT))
    assert b"stroke-opacity" in as_svg(figure, LIGHT)


def test_held_values_are_dashed():
    held = FigureCurve(0, 0, (), (np.array([[0.0, 5.0], [1.0, 5.0]]),))
    assert b"stroke-dasharray" in as_svg(figure_with((panel_of(curves=(held,)),)), LIGHT)
    assert b"stroke-dasharray" not in as_svg(figure_with(), LIGHT)


def test_what_qt_writes_qt_can_draw_again():
    renderer = QSvgRenderer(as_svg(figure_with(), LIGHT))
    assert renderer.isValid()
    assert renderer.viewBoxF().width() == lay_out(figure_with()).width


def test_a_packed_image_is_a_png_of_the_same_pixels():
    image = as_image(figure_with(), LIGHT)
    again = QImage.fromData(packed(image), "PNG").convertToFormat(QImage.Format.Format_RGB32)
    assert not differing(image, again).any()


def test_a_figure_of_huge_and_of_equal_values_is_painted(qapp: QApplication):
    lines = (np.array([[0.0, -1e300], [1.0, 1e300]]),)
    figure = figure_with((panel_of(curves=(FigureCurve(0, 0, lines),), note="+3 more"),))
    assert len(as_svg(figure, LIGHT)) > 1000
