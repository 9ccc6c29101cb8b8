"""Who still holds what should be gone? Counts Qt objects by class and names the chain of holders of one of them."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from types import FrameType, ModuleType
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

DEPTH = 8  # links of a chain
WIDTH = 2_000  # things looked at
WARM_UP = 2  # rounds that may leave something: caches, lazy imports, what Qt makes once
QTS_OWN = {"QTipLabel", "QComboBoxPrivateContainer", "QGraphicsItemAnimation"}  # made by Qt when it likes, and kept


def grown(round_of: Callable[[], None], rounds: int) -> list[str]:
    """What there is more of after so many rounds than after the first ones: "3 more Legend, held by ..."."""
    for _ in range(WARM_UP):
        round_of()
    before, widgets = counted(), len(_widgets())
    for _ in range(rounds - WARM_UP):
        round_of()
    after = counted()
    found = [f"{more} more {name}{_held(name)}" for name, more in (after - before).items() if name not in QTS_OWN]
    more_widgets = len(_widgets()) - widgets
    return found + [f"{more_widgets} more widgets, without names of Python's"] * (more_widgets > 0 and not found)


def counted() -> Counter[str]:
    """Qt objects that have a Python name, by class, once all that is to be deleted is."""
    settle()
    return Counter(type(each).__name__ for each in _objects())


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def _objects() -> list[QObject]:
    return [each for each in gc.get_objects() if issubclass(type(each), QObject) and shiboken6.isValid(each)]


def _widgets() -> list[QObject]:
    return [widget for widget in QApplication.allWidgets() if type(widget).__name__ not in QTS_OWN]


def _held(name: str) -> str:
    gc.unfreeze()  # what was there before the test (tests.silence_qt) can be the holder; the test fails anyway
    newest = next((each for each in reversed(_objects()) if type(each).__name__ == name), None)
    return "" if newest is None else f", one of them held by {chain(newest)}"


def chain(thing: object) -> str:
    """The shortest way from a module, or what nobody holds, to a thing: "ui.cache.CACHE > list > Legend"."""
    ours = _frames()  # kept, so that none of their ids is another's meanwhile
    ways: list[list[object]] = [[thing]]
    seen, longest = {id(thing), id(ways), id(ours), *map(id, ours)}, [thing]
    while ways and len(seen) < WIDTH:
        longest = ways[0]
        for way in ways:
            if isinstance(way[-1], ModuleType) or len(way) > DEPTH:
                return _told(way)
        ways = _one_further(ways, seen)
    return _told(longest)


def _one_further(ways: list[list[object]], seen: set[int]) -> list[list[object]]:
    """Each way with each holder of its end. Looking for holders walks over all that there is: once for all of them."""
    ends, further = {id(way[-1]): way for way in ways}, []
    seen.update(map(id, [ways, ends, further, *ways]))
    for holder in gc.get_referrers(*[way[-1] for way in ways]):
        if id(holder) not in seen and not isinstance(holder, FrameType):
            seen.add(id(holder))
            further += [[*ends[id(held)], holder] for held in gc.get_referents(holder) if id(held) in ends][:1]
    return further


def _frames() -> list[object]:
    import sys

    frames: list[object] = []
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        frames += [frame, frame.f_locals]
        frame = frame.f_back
    return frames


def _told(way: list[object]) -> str:
    return " > ".join(_name(holder, held) for holder, held in zip(way[:0:-1], way[-2::-1], strict=True)) or "nobody"


def _name(holder: Any, held: object) -> str:
    if isinstance(holder, dict):
        keys = [str(key) for key, value in list(holder.items()) if value is held]
        return f"{holder.get('__name__', 'a dict')}[{', '.join(keys)}]"
    if isinstance(holder, ModuleType):
        return holder.__name__
    return str(getattr(holder, "__qualname__", type(holder).__qualname__))
