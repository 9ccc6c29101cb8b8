"""The picture after any way of scrolling is the picture drawn at once, to the pixel; on the screen too.

The whole file runs once more at scale factors 2 and 1.25, in processes of their own.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.store.table import Table
from app.stream import Batch, Break, Column
from ui.plots.area import Curve, Shape
from ui.plots.scrolling_area import ScrollingArea
from ui.plots.timeview import TimeView
from ui.theme.palette import Theme
from ui.theme.tokens import DARK

S = 10**9
MS = 10**6
START = 5_000 * S
WINDOW = 2 * S
SCALED = "QUINTET_TEST_SCALED"
if SCALED in os.environ:  # the tests' surroundings take away what the user's own environment says of scaling
    os.environ["QT_SCALE_FACTOR"] = os.environ[SCALED]

Feed = Iterator[None]
Streams = dict[str, Callable[[Table, int, int], None]]


def batch(times: np.ndarray, *columns: np.ndarray, breaks: tuple[Break, ...] = (), missing: float = 0.0) -> Batch:
    random = np.random.default_rng(len(times) + int(times[0]) % 1000 if len(times) else 0)
    return Batch(
        "",
        times,
        tuple(
            Column(f"c{i}", values, "", random.random(len(values)) < missing if missing else None)
            for i, values in enumerate(columns)
        ),
        breaks,
    )


def waves(times: np.ndarray, count: int = 3) -> list[np.ndarray]:
    x = times / S
    noise = np.random.default_rng(int(times[0] // 7) % 2**31 if len(times) else 0)
    return [np.sin(x * (3 + i)) * (0.8 - 0.2 * i) + noise.normal(0, 0.05 * i, len(times)) for i in range(count)]


def regular(period: int, **kinds: float) -> Callable[[Table, int, int], None]:
    def feed(table: Table, start: int, end: int) -> None:
        times = np.arange(-(-start // period) * period, end, period, dtype=np.int64)
        if len(times):
            table.append(batch(times, *waves(times), **kinds))  # type: ignore[arg-type]

    return feed


def bursts(table: Table, start: int, end: int) -> None:
    """Reads of a socket: many rows share one time, then nothing for 40 ms."""
    for at in range(-(-start // (40 * MS)) * 40 * MS, end, 40 * MS):
        times = np.full(200, at, np.int64)
        spread = np.linspace(at - 40 * MS, at, 200)
        table.append(batch(times, np.sin(spread / S * 4), np.cos(spread / S * 2), np.sign(np.sin(spread / S * 9))))


def with_gaps(period: int) -> Callable[[Table, int, int], None]:
    """A second of data, then 300 ms without, some known at once and some only afterwards."""

    def feed(table: Table, start: int, end: int) -> None:
        times = np.arange(-(-start // period) * period, end, period, dtype=np.int64)
        heard = times[(times % (1300 * MS)) < S]
        if len(heard) < len(times) and table.last_ns is not None:
            table.open_gap("disconnected", end)
        if len(heard):
            table.append(batch(heard, *waves(heard)))

    return feed


STREAMS: Streams = {
    "1 Hz": regular(S),
    "7 Hz": regular(S // 7),
    "60 Hz": regular(S // 60),
    "60 Hz with values missing": regular(S // 60, missing=0.5),
    "300 Hz": regular(S // 300),
    "2 kHz": regular(S // 2000),
    "2 kHz with values missing": regular(S // 2000, missing=0.999),
    "200 kHz": regular(5_000),
    "bursts": bursts,
    "gaps at 60 Hz": with_gaps(S // 60),
    "gaps at 2 kHz": with_gaps(S // 2000),
}


class Bench:
    """One table, one area in a window, and a clock."""

    def __init__(self, theme: Theme, feed: Callable[[Table, int, int], None], qtbot: QtBot) -> None:
        self.table = Table("", history_ns=600 * S, history_bytes=256 << 20)
        self.theme, self.feed, self.qtbot = theme, feed, qtbot
        self.view = TimeView(WINDOW)
        self.now = START
        self.shape: Shape = "auto"
        self.window = QWidget()
        self.window.resize(220, 90)
        qtbot.addWidget(self.window)
        self.area = self.new_area(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def new_area(self, parent: QWidget) -> ScrollingArea:
        area = ScrollingArea(self.theme, parent)
        area.setGeometry(9, 5, 200, 80)
        area.set_range(-1.2, 1.2)
        area.set_grid((-1, 0, 1), (START + S // 2,))
        self.dress(area)
        return area

    def dress(self, area: ScrollingArea) -> None:
        area.set_curves(
            [Curve(self.table, i, (0, 1, 9)[i], 0, self.shape) for i in range(min(3, len(self.table.columns)))]
        )

    def step(self, length: int) -> None:
        known = len(self.table.columns)
        self.feed(self.table, self.now, self.now + length)
        self.now += length
        if len(self.table.columns) != known:
            self.dress(self.area)
        self.draw(self.area)
        QApplication.processEvents()

    def draw(self, area: ScrollingArea) -> None:
        self.view.set_now(self.now)
        area.follow(self.view.columns(area.column_count(), area.quantum()))
        area.draw()

    def drawn_at_once(self) -> QImage:
        holder = QWidget()
        self.qtbot.addWidget(holder)
        fresh = self.new_area(holder)
        self.draw(fresh)
        return fresh.grab().toImage()

    def on_screen(self) -> tuple[QImage, QImage]:
        """What the window's backing store holds where the area lies, and what should be there.

        At other densities than 1 the offscreen platform gives no more than the upper left part of it.
        """
        ratio = self.window.devicePixelRatio()
        whole = self.window.screen().grabWindow(self.window.winId()).toImage()
        corner = round(self.area.x() * ratio), round(self.area.y() * ratio)
        picture = self.area.grab().toImage()
        size = min(whole.width() - corner[0], picture.width()), min(whole.height() - corner[1], picture.height())
        return whole.copy(*corner, *size), picture.copy(0, 0, *size)


def differing(one: QImage, other: QImage) -> int:
    """Number of pixels that are not the same."""
    assert one.size() == other.size()
    pixels = [
        np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint32) & 0xFFFFFF
        for image in (one, other)
    ]
    return int((pixels[0] != pixels[1]).sum())


@pytest.mark.parametrize("name", STREAMS)
def test_scrolling_gives_the_picture_that_is_drawn_at_once(qtbot: QtBot, theme: Theme, name: str) -> None:
    bench = Bench(theme, STREAMS[name], qtbot)
    steps = np.random.default_rng(7).choice([3 * MS, 16 * MS, 17 * MS, 90 * MS, 400 * MS], 60)
    for number, step in enumerate(steps.tolist()):
        bench.step(step)
        if number % 12 == 11:
            assert differing(bench.area.grab().toImage(), bench.drawn_at_once()) == 0, (name, number)


def whole_numbers(table: Table, start: int, end: int) -> None:
    times = np.arange(-(-start // (S // 2)) * (S // 2), end, S // 2, dtype=np.int64)
    if len(times):
        table.append(batch(times, times // (S // 2) % 3 - 1))


SHAPED: list[tuple[str, Shape]] = [
    *((name, "steps") for name in ("1 Hz", "60 Hz with values missing", "2 kHz with values missing", "gaps at 60 Hz")),
    *((name, "points") for name in ("1 Hz", "300 Hz", "2 kHz with values missing", "bursts")),
]


@pytest.mark.parametrize(("name", "shape"), SHAPED)
def test_other_shapes_scroll_to_the_same_picture_too(qtbot: QtBot, theme: Theme, name: str, shape: Shape) -> None:
    bench = Bench(theme, STREAMS[name], qtbot)
    bench.shape = shape
    for number in range(50):
        bench.step((17 * MS, 90 * MS)[number % 2])
        if number % 12 == 11:
            assert differing(bench.area.grab().toImage(), bench.drawn_at_once()) == 0, number


def curve_rows(image: QImage, x: int) -> list[int]:
    """Where the first curve's colour stands in a column of the picture."""
    curve = QColor(DARK.curve(0))
    return [y for y in range(image.height()) if abs(image.pixelColor(x, y).blue() - curve.blue()) < 70]


@pytest.mark.parametrize("shape", ["steps", "auto"])
def test_slow_whole_numbers_hold_until_the_next_comes(qtbot: QtBot, theme: Theme, shape: Shape) -> None:
    bench = Bench(theme, whole_numbers, qtbot)
    bench.shape = shape
    bench.step(3 * S)
    image = bench.area.grab().toImage()
    levels = {tuple(curve_rows(image, x)) for x in range(image.width() * 3 // 4) if len(curve_rows(image, x)) < 6}
    middles = {round((rows[0] + rows[-1]) / 2 / image.height(), 1) for rows in levels if rows}
    assert middles <= {0.1, 0.5, 0.9}  # -1, 0 and 1, and nothing between


def test_points_are_not_joined(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, whole_numbers, qtbot)
    bench.shape = "points"
    bench.step(3 * S)
    image = bench.area.grab().toImage()
    inked = [x for x in range(image.width() * 3 // 4) if curve_rows(image, x)]
    assert 0 < len(inked) <= 4 * 4 * image.devicePixelRatio()  # four samples there, each with its mark


def test_each_axis_scales_its_own_curves(qtbot: QtBot, theme: Theme) -> None:
    def feed(table: Table, start: int, end: int) -> None:
        times = np.arange(start, end, MS, dtype=np.int64)
        table.append(batch(times, np.full(len(times), 0.5), np.full(len(times), 500.0)))

    bench = Bench(theme, feed, qtbot)
    bench.step(3 * S)
    bench.area.set_curves([Curve(bench.table, 0, 1), Curve(bench.table, 1, 0, axis=1)])
    bench.area.set_range(400.0, 600.0, axis=1)
    bench.draw(bench.area)
    image = bench.area.grab().toImage()
    assert bench.area.extrema() == (0.5, 0.5)
    assert bench.area.extrema(1) == (500.0, 500.0)
    assert bench.area.extrema(2) is None
    rows = curve_rows(image, image.width() // 2)
    assert abs(rows[0] - image.height() / 2) <= 2 * image.devicePixelRatio()


@pytest.mark.parametrize("name", ["60 Hz", "2 kHz", "gaps at 2 kHz"])
def test_what_is_on_the_screen_after_scrolling_is_the_picture(qtbot: QtBot, theme: Theme, name: str) -> None:
    bench = Bench(theme, STREAMS[name], qtbot)
    for _ in range(150):
        bench.step(16_666_667)
    if bench.area.devicePixelRatio() == int(bench.area.devicePixelRatio()):
        assert differing(*bench.on_screen()) == 0


def test_a_quiet_stream_is_drawn_as_held_to_the_right_edge(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, STREAMS["1 Hz"], qtbot)
    for _ in range(30):
        bench.step(90 * MS)
    before = bench.area.grab().toImage()
    assert differing(before, bench.drawn_at_once()) == 0
    ink = [any(has_colour(before, x, y, 0.15) for y in range(before.height())) for x in range(before.width())]
    held = ink[-round(0.3 * before.width()) :]
    assert any(held)
    assert not all(held)  # dashed: held is not measured


def has_colour(image: QImage, x: int, y: int, share: float) -> bool:
    """Whether a pixel is more than `share` on the way from the ground to something bright."""
    ground, seen = QColor(DARK.surface), image.pixelColor(x, y)
    return max(abs(seen.red() - ground.red()), abs(seen.blue() - ground.blue())) > 255 * share


@pytest.mark.parametrize("window", [S // 2, 2 * S, 20 * S, 300 * S])
@pytest.mark.parametrize("rate", [50, 2000, 20_000])
def test_a_spike_of_one_sample_is_seen_at_every_zoom(qtbot: QtBot, theme: Theme, window: int, rate: int) -> None:
    def feed(table: Table, start: int, end: int) -> None:
        times = np.arange(start, end, S // rate, dtype=np.int64)
        values = np.zeros(len(times), np.float32)
        values[len(times) - rate // 10] = 1.0
        table.append(batch(times, values))

    bench = Bench(theme, feed, qtbot)
    bench.view.set_window(window)
    bench.step(10 * S)
    image = bench.area.grab().toImage()
    at_top = round(image.height() * (1.2 - 0.97) / 2.4)
    assert any(has_colour(image, x, at_top, 0.2) for x in range(image.width()))


@pytest.mark.parametrize("rate", [60, 2000])
def test_no_line_crosses_a_gap(qtbot: QtBot, theme: Theme, rate: int) -> None:
    def feed(table: Table, start: int, end: int) -> None:
        times = np.arange(start, end, S // rate, dtype=np.int64)
        table.append(batch(times, np.full(len(times), 0.5)))

    bench = Bench(theme, feed, qtbot)
    bench.step(S)
    bench.table.open_gap("disconnected", bench.now)
    bench.now += S // 2
    bench.step(S // 4)
    image = bench.area.grab().toImage()
    curve = QColor(DARK.curve(0))
    inked = [
        any(abs(image.pixelColor(x, y).blue() - curve.blue()) < 60 for y in range(image.height()))
        for x in range(image.width())
    ]
    shaded = [image.pixelColor(x, 3) != QColor(DARK.surface) for x in range(image.width())]
    first = round(image.width() * (1 - 0.70 / 2))
    last = round(image.width() * (1 - 0.29 / 2))
    assert not any(inked[first:last])
    assert all(shaded[first:last])
    assert inked[first - image.width() // 10]
    assert inked[last + image.width() // 20]


def test_a_gap_shorter_than_a_pixel_is_seen_as_one_column(qtbot: QtBot, theme: Theme) -> None:
    def feed(table: Table, start: int, end: int) -> None:
        times = np.arange(start, end, MS, dtype=np.int64)
        table.append(batch(times, np.zeros(len(times)), breaks=(Break(len(times) // 2, "overrun"),)))

    bench = Bench(theme, feed, qtbot)
    bench.step(S)
    image = bench.area.grab().toImage()
    ground = QColor(DARK.surface)
    row = image.height() // 20
    shaded = [x for x in range(image.width()) if image.pixelColor(x, row) not in (ground, QColor(DARK.grid))]
    assert 1 <= len(shaded) <= 2 * image.devicePixelRatio()


@pytest.mark.skipif(SCALED not in os.environ, reason="this is the run at scale 1")
def test_the_scaled_run_is_scaled(qtbot: QtBot, theme: Theme) -> None:
    assert Bench(theme, STREAMS["1 Hz"], qtbot).area.devicePixelRatio() == float(os.environ[SCALED])


def test_nothing_new_draws_nothing(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, STREAMS["60 Hz"], qtbot)
    bench.step(S)
    columns = bench.area.columns
    assert columns is not None
    bench.area.follow(columns)
    assert not bench.area.draw()


def test_a_cleared_table_leaves_no_curve(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, STREAMS["2 kHz"], qtbot)
    bench.step(S)
    bench.table.clear()
    bench.now += 20 * MS
    bench.draw(bench.area)
    assert differing(bench.area.grab().toImage(), bench.drawn_at_once()) == 0
    assert bench.area.extrema() is None


def test_other_curves_wait_for_their_spans_where_a_hand_moves_an_axis_first(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, STREAMS["2 kHz"], qtbot)
    bench.step(S)
    bench.area.set_curves([Curve(bench.table, 1, 0)])
    bench.area.set_range(-2.0, 2.0)
    assert not bench.area.draw()
    bench.draw(bench.area)
    assert bench.area.extrema() is not None
    bench.area.set_curves([])
    bench.area.set_range(-1.0, 1.0)
    assert not bench.area.draw()
    bench.draw(bench.area)
    assert bench.area.extrema() is None


def test_values_without_bounds_are_drawn_without_a_warning(qtbot: QtBot, theme: Theme) -> None:
    values = np.array([0.0, np.inf, -np.inf, np.nan, 1e308, -1e308, 5e-324, 0.5] * 50)

    def feed(table: Table, start: int, end: int) -> None:
        table.append(batch(np.linspace(start, end - 1, len(values)).astype(np.int64), values))

    bench = Bench(theme, feed, qtbot)
    for window in (S // 10, 2 * S, 100 * S):
        bench.view.set_window(window)
        bench.step(S)
        extrema = bench.area.extrema()
        assert extrema is None or np.isfinite(extrema).all()


def test_a_new_theme_repaints_in_its_colours(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, STREAMS["60 Hz"], qtbot)
    bench.step(S)
    theme.set_scheme("light")
    bench.area.repaint_all()
    bench.draw(bench.area)
    assert differing(bench.area.grab().toImage(), bench.drawn_at_once()) == 0
    assert bench.area.grab().toImage().pixelColor(1, 1).lightness() > 200


def test_a_new_size_keeps_the_picture_whole(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, STREAMS["2 kHz"], qtbot)
    bench.step(S)
    bench.area.setGeometry(0, 0, 120, 60)
    bench.step(16 * MS)
    bench.area.setGeometry(9, 5, 200, 80)
    bench.step(16 * MS)
    assert differing(bench.area.grab().toImage(), bench.drawn_at_once()) == 0


@pytest.mark.skipif(SCALED in os.environ, reason="this is the scaled run")
@pytest.mark.parametrize("factor", ["2", "1.25"])
def test_all_of_this_holds_on_screens_of_other_densities(factor: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", __file__],
        env={**os.environ, SCALED: factor},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:]


def test_what_has_aged_out_is_no_longer_drawn_in_a_view_that_stands(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, STREAMS["60 Hz"], qtbot)
    bench.table = Table("", history_ns=2 * S, history_bytes=64 << 20)
    bench.step(2 * S)
    columns = bench.area.columns
    assert columns is not None
    bench.feed(bench.table, bench.now, bench.now + 100 * MS)
    assert bench.area.stands(columns)  # not each row that goes is worth a whole picture
    bench.feed(bench.table, bench.now + 100 * MS, bench.now + S)
    assert not bench.area.stands(columns)
    bench.area.follow(columns)
    bench.area.draw()
    image = bench.area.grab().toImage()
    ink = [bool(curve_rows(image, x)) for x in range(image.width())]
    assert not any(ink[: image.width() // 2 - 8])
    assert differing(image, bench.drawn_at_once()) == 0
    assert bench.area.stands(columns)
