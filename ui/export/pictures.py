"""A figure as a picture: SVG or PDF as bytes, or an image for PNG and the clipboard.

SVG and PDF hold lines and text, never pixels. What is said in them was made plain before (ui.plain); Qt escapes it for
XML. A PDF has the figure on one page of its size, in points.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from ui.export.figure import Figure
from ui.export.painting import paint_figure
from ui.export.sheet import Sheet, lay_out
from ui.theme.tokens import Tokens

SCALE = 2.5  # pixels to a point in images: 180 to an inch, sharp on screens and on paper
QUALITY = 50  # of 100: how little is packed; half the time of the default for the same size
POINTS = 72  # to an inch
PDF_RESOLUTION = 1200
CREATOR = "Quintet"


def as_image(figure: Figure, tokens: Tokens) -> QImage:
    """For the clipboard, and for PNG."""
    sheet = lay_out(figure)
    image = QImage(QSize(round(sheet.width * SCALE), round(sheet.height * SCALE)), QImage.Format.Format_RGB32)
    dots = round(SCALE * POINTS / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    paint_figure(painter, figure, sheet, tokens)
    painter.end()
    return image


def as_svg(figure: Figure, tokens: Tokens) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # a library of its own; few sessions need it

    sheet, buffer = lay_out(figure), _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(POINTS)
    generator.setSize(QSize(round(sheet.width), round(sheet.height)))
    generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
    generator.setTitle(figure.title)
    generator.setDescription(f"{CREATOR}: {figure.about}")
    painter = QPainter(generator)
    paint_figure(painter, figure, sheet, tokens)
    painter.end()
    return bytes(buffer.data().data())


def as_pdf(figure: Figure, tokens: Tokens) -> bytes:
    sheet, buffer = lay_out(figure), _buffer()
    writer = QPdfWriter(buffer)
    writer.setCreator(CREATOR)
    writer.setTitle(figure.title)
    writer.setResolution(PDF_RESOLUTION)
    writer.setPageLayout(_page(sheet))
    painter = QPainter(writer)
    painter.scale(PDF_RESOLUTION / POINTS, PDF_RESOLUTION / POINTS)
    paint_figure(painter, figure, sheet, tokens)
    painter.end()
    return bytes(buffer.data().data())


def _page(sheet: Sheet) -> QPageLayout:
    size = QPageSize(QSizeF(sheet.width, sheet.height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def packed(image: QImage) -> bytes:
    """As PNG. Takes a tenth of a second, in any thread."""
    buffer = _buffer()
    # The stub wants bytes, the call takes text alone.
    image.save(buffer, "PNG", QUALITY)  # type: ignore[call-overload]
    return bytes(QByteArray(buffer.data()).data())
