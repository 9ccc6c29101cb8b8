"""What a device and its channels are called after an edit, for all that names them: plots, in a file and on screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from app.decoding.labels import gives_same_values, new_names
from app.session.schema import DeviceOptions, PlotOptions


@dataclass(frozen=True, slots=True)
class Renaming:
    """`old`, `new`: the device's names. `channels`: what its channels are called now, by what they were called; those
    that are not in it have their names still."""

    old: str
    new: str
    channels: Mapping[str, str] = field(default_factory=dict)

    def path(self, path: str) -> str:
        """A channel as it is called now, "device/name" or "device/table.name"; others as they are."""
        device, slash, name = path.partition("/")
        return f"{self.new}{slash}{self._channel(name)}" if device == self.old else path

    def paths(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self.path, paths))

    def title(self, title: str, paths: tuple[str, ...]) -> str:
        """The title of a plot of these channels: one that is named after the device, and draws it alone, still is."""
        alone = {path.partition("/")[0] for path in paths} == {self.old}
        if not alone or not (title == self.old or title.startswith(f"{self.old} ")):
            return title
        return self.new + title.removeprefix(self.old)

    def plot(self, plot: PlotOptions) -> PlotOptions:
        title, channels = self.title(plot.title, plot.channels), self.paths(plot.channels)
        return msgspec.structs.replace(plot, title=title, channels=channels)

    def _channel(self, name: str) -> str:
        if name in self.channels:
            return self.channels[name]
        table, dot, rest = name.partition(".")
        return f"{table}{dot}{self.channels[rest]}" if rest in self.channels else name


def renaming(old: DeviceOptions, new: DeviceOptions) -> Renaming:
    """Of a device that had the options `old` and has `new`."""
    same = gives_same_values(old.decoding, new.decoding, getattr(new.time, "field", None))
    return Renaming(old.name, new.name, new_names(old.decoding, new.decoding) if same else {})
