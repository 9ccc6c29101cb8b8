"""Rows as they are painted: marks, columns, and text that is cut and never wraps or acts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.devices.delegate import CHEVRON, DeviceDelegate
from ui.devices.lines import ChannelLine, DeviceLine
from ui.devices.model import Role
from ui.theme.tokens import LIGHT, State

WIDTH = 256
OPEN = DeviceLine("imu", State.GOOD, "open", "127.0.0.1:7001", ("1.00", "kHz"), ("53.6", "kB/s"))


@pytest.fixture
def paint(theme):
    """paint(line, **state): a picture of the row."""
    delegate = DeviceDelegate(theme)

    def paint(line, state: QStyle.StateFlag = QStyle.StateFlag.State_None) -> QImage:
        model = QStandardItemModel()
        item, parent = QStandardItem(), QStandardItem()
        item.setData(line, Role.LINE)
        is_channel = isinstance(line, ChannelLine)
        model.appendRow(parent if is_channel else item)
        if is_channel:
            parent.appendRow(item)
        option = QStyleOptionViewItem()
        height = delegate.sizeHint(option, item.index()).height()
        option.rect = QRect(0, 0, WIDTH, height)
        option.state = state
        image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
        image.fill(LIGHT.window)
        painter = QPainter(image)
        delegate.paint(painter, option, QModelIndex(item.index()))
        painter.end()
        return image

    return paint


def inked(image: QImage, rect: QRect, ground: str = LIGHT.window) -> list[int]:
    """The columns of a picture in which something is painted."""
    xs = range(rect.left(), rect.right() + 1)
    ys = range(rect.top(), rect.bottom() + 1)
    return [x for x in xs if any(image.pixelColor(x, y).name() != ground.lower() for y in ys)]


def numbers(image: QImage) -> QRect:
    """The place of the numbers: left of the column of units."""
    return QRect(WIDTH // 2, 0, WIDTH // 2 - 56, image.height())


def test_numbers_of_all_rows_end_in_one_column(paint):
    ends = set()
    for line in (ChannelLine("ax", "−0.25", "m/s²", False), ChannelLine("p", "1013.91", "hPa", False),
                 ChannelLine("n", "8", "", False), OPEN):  # fmt: skip
        picture = paint(line)
        ends.add(max(inked(picture, numbers(picture))))
    assert max(ends) - min(ends) <= 1, ends  # a 1 is thinner than an 8


@pytest.mark.parametrize("state", list(State))
def test_a_state_is_shown_by_its_colour_too(paint, state: State):
    picture = paint(DeviceLine("imu", state, str(state), "", ("", ""), ("", "")))
    colours = {picture.pixelColor(x, y).name() for x in range(CHEVRON, 32) for y in range(picture.height())}
    assert LIGHT.of_state(state).lower() in colours


def test_a_long_name_leaves_the_rate_its_room(paint):
    short, long = paint(OPEN), paint(DeviceLine("x" * 64, *[getattr(OPEN, f) for f in OPEN.__slots__[1:]]))
    right = QRect(WIDTH - 90, 0, 90, short.height())
    assert inked(short, right) == inked(long, right)


def test_a_long_value_leaves_the_name_its_beginning(paint):
    picture = paint(ChannelLine("status", "a very long text " * 10, "", False))
    name = paint(ChannelLine("status", "", "", False))
    start = QRect(0, 0, 60, picture.height())
    assert inked(picture, start) == inked(name, start)


def test_a_stale_value_is_dimmed(paint):
    fresh, stale = (paint(ChannelLine("", "88888", "", is_stale)) for is_stale in (False, True))
    assert darkest(fresh) < darkest(stale)


def darkest(image: QImage) -> int:
    return min(image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height()))


def test_focus_is_more_than_the_ground_of_the_chosen_row(paint):
    flag = QStyle.StateFlag
    chosen, focused = paint(OPEN, flag.State_Selected), paint(OPEN, flag.State_Selected | flag.State_HasFocus)
    assert chosen.pixelColor(0, 0).name() == LIGHT.selection.lower()
    assert focused.pixelColor(0, 0).name() == LIGHT.accent.lower()


def test_a_device_that_can_be_unfolded_shows_it(paint):
    flag = QStyle.StateFlag
    plain, folded, unfolded = (paint(OPEN, s) for s in (flag.State_None, flag.State_Children,
                                                        flag.State_Children | flag.State_Open))  # fmt: skip
    assert len({bytes(p.constBits()) for p in (plain, folded, unfolded)}) == 3


def test_a_link_that_is_read_by_a_thread_has_a_sign_where_there_is_room(paint):
    assert paint(replace(OPEN, by_thread=True)) != paint(OPEN)
    long = replace(OPEN, name="imu" * 20, rate=("123456789.0", "kHz"))
    assert paint(replace(long, by_thread=True)) == paint(long)


READ = ChannelLine("ax", "9.81", "m/s²", False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (OPEN, replace(OPEN, rate=("999", "kHz"))),
        (replace(OPEN, rate=("1000.5", "kHz")), replace(OPEN, byte_rate=("7", "kB/s"))),
        (OPEN, replace(OPEN, rate=("999", "Hz"))),
        (OPEN, replace(OPEN, state=State.STALE, word="silent")),
        (OPEN, replace(OPEN, rate=("", ""))),
        (OPEN, replace(OPEN, by_thread=True)),
        (replace(OPEN, by_thread=True), replace(OPEN, by_thread=True, rate=("12.34", "kHz"))),
        (replace(OPEN, detail="x" * 60), replace(OPEN, detail="x" * 60, byte_rate=("1.23", "kB/s"))),
        (replace(OPEN, name="x" * 60), replace(OPEN, name="x" * 60, rate=("123.4", "kHz"))),
        (READ, replace(READ, value="−10.0")),
        (READ, replace(READ, unit="g")),
        (READ, replace(READ, stale=True)),
        (replace(READ, name="x" * 40), replace(READ, name="x" * 40, value="1")),
        (READ, OPEN),
    ],
)
def test_what_is_painted_again_is_all_that_reads_otherwise(theme, before, after):
    delegate = DeviceDelegate(theme)
    area = QRect(0, 0, WIDTH, 48)

    def painted(line, under: QImage | None, part: QRect) -> QImage:
        image = QImage(WIDTH, area.height(), QImage.Format.Format_RGB32) if under is None else QImage(under)
        painter = QPainter(image)
        painter.setClipRect(part)
        painter.fillRect(area, QColor(LIGHT.window))
        delegate.seen = part
        delegate.paint_line(painter, area, line)
        painter.end()
        return image

    part = delegate.changed_part(area, before, after)
    assert painted(after, painted(before, None, area), part) == painted(after, None, area)


def test_rates_that_change_leave_the_name_alone(theme):
    part = DeviceDelegate(theme).changed_part(QRect(0, 0, WIDTH, 48), OPEN, replace(OPEN, rate=("998", "kHz")))
    assert part.x() > WIDTH // 2
