"""Devices added, edited and removed by hand: in the rig, in the session's text, and on screen, all three or none.

What goes wrong is said where the plots are, with what to do; nothing has changed then. A removal can be undone for as
long as it stands above the plots: until then the history is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Slot

from ui.exceptions import log
from ui.plain import plain
from ui.plots.new_names import take_new_names
from ui.translate import told, tr

if TYPE_CHECKING:
    from app.device import Device
    from app.rig import Rig
    from app.session.schema import DeviceOptions
    from ui.compose import Dashboard
    from ui.open_session import OpenSession

    Removed = tuple[Device, int, str, str]  # its place; the session's text before and behind

KEY = "edit"  # of what is said


class DeviceChanges(QObject):
    """One for a dashboard."""

    def __init__(self, dashboard: Dashboard) -> None:
        super().__init__(dashboard)
        self._dashboard = dashboard
        self._window = dashboard.window
        self._removed: Removed | None = None
        editing = self._window.editing
        editing.added.connect(self.add)
        editing.edited.connect(self.replace)
        editing.removed.connect(self.remove)
        self._window.plots.layoutChanged.connect(self.plots_changed)

    # -- devices

    @Slot(object)
    def add(self, options: DeviceOptions) -> None:
        """One more; in a new session where none is open."""
        if self._dashboard.run is None:
            self._dashboard.new_session()
        if (both := self._changeable(options.name)) is None:
            return
        rig, session = both
        if self._has_written(lambda: session.add_device(_as_written(options, rig, session))):
            self._window.devices.choose(rig.add(options))

    @Slot(str, object)
    def replace(self, name: str, options: DeviceOptions) -> None:
        """The device of this name is so from now on."""
        from app.session.change import change_of
        from app.session.renaming import renaming

        if (both := self._changeable(*({options.name} - {name}))) is None:
            return
        rig, session = both
        device = self._device(rig, name)
        if device is not None and self._has_written(lambda: session.replace_device(name, options, device.options)):
            before = device.options
            take_new_names(self._window.plots, renaming(before, options))
            rig.replace(device, options)
            self._keep_plots(session)
            if before.decoding != options.decoding and change_of(before, options).clears_history:
                self._show_plots(session)

    @Slot(str)
    def remove(self, name: str) -> None:
        """The device of this name goes; "Undo" brings it back."""
        if (both := self._changeable()) is None:
            return
        rig, session = both
        device = self._device(rig, name)
        before = session.document.text
        if device is None or not self._has_written(lambda: session.remove_device(name)):
            return
        place = rig.devices.index(device)
        rig.remove(device)
        self._show_plots(session)
        self._offer_undo((device, place, before, session.document.text))

    def _offer_undo(self, removed: Removed) -> None:
        said = tr("Removed {name}. Its connection is closed; its history is kept while this stands here.")
        said = said.format(name=plain(removed[0].name))
        self._window.choice.ask("removed", said, {tr("Undo"): self._undo}, self._forget)  # the one before is forgotten
        self._removed = removed

    def _undo(self) -> None:
        if self._removed is not None and not self._has_put_back(self._removed):
            self._offer_undo(self._removed)  # what is in the way may be over soon

    def _has_put_back(self, removed: Removed) -> bool:
        device, place, before, behind = removed
        if (both := self._changeable(device.name)) is None:
            return False
        rig, session = both
        is_same = session.document.text == behind

        def write() -> None:
            if is_same:
                session.restore(before)
            else:
                session.add_device(_as_written(device.options, rig, session), place)

        if not self._has_written(write):
            return False
        self._removed = None
        rig.put_back(device, min(place, len(rig.devices)))
        self._show_plots(session)
        self._window.devices.choose(device)
        return True

    def _forget(self) -> None:
        removed, self._removed = self._removed, None
        run = self._dashboard.run
        if removed is not None and run is not None:
            run.rig.forget(removed[0])

    # -- plots

    @Slot()
    def plots_changed(self) -> None:
        """The layout was changed by hand: the text follows."""
        session, run = self._dashboard.session, self._dashboard.run
        if session is not None and run is not None:
            plots = self._window.plots.plots()
            if self._has_written(lambda: session.set_plots(plots)):
                run.rig.session = msgspec.structs.replace(run.rig.session, plots=plots)
            else:  # behind the step that is being taken
                QTimer.singleShot(0, self, self._put_plots_back)

    @Slot()
    def _put_plots_back(self) -> None:
        """Nothing was changed, so nothing looks changed."""
        if self._dashboard.session is not None:
            self._show_plots(self._dashboard.session)

    def _show_plots(self, session: OpenSession) -> None:
        """The text's plots have lost or regained channels: so do those on screen. Steps that could be undone go, since
        they speak of what there was."""
        self._keep_plots(session)
        self._window.plots.set_plots(session.plots, stays=True)

    def _keep_plots(self, session: OpenSession) -> None:
        run = self._dashboard.run
        if run is not None:
            run.rig.session = msgspec.structs.replace(run.rig.session, plots=session.plots)

    # -- whether it can be done

    def _changeable(self, *names: str) -> tuple[Rig, OpenSession] | None:
        """Rig and session, where they can be changed and no device has one of these names; else that is said."""
        run, session = self._dashboard.run, self._dashboard.session
        self._window.notice.retract(KEY)
        if run is None or session is None or not run.rig.is_running:
            self._say(tr("Nothing was changed: the session is closed. Open it again to change its devices."))
            return None
        if hindrance := self._window.transport.modes.hindrance:
            self._say(tr("Nothing was changed. {why}. Change devices when it is over.").format(why=hindrance))
            return None
        if taken := {device.name for device in run.rig.devices}.intersection(names):
            said = tr("Nothing was changed: there is a device called {name} already. Choose another name.")
            self._say(said.format(name=plain(taken.pop())))
            return None
        return run.rig, session

    def _has_written(self, write: Callable[[], object]) -> bool:
        """Whether the session's text has taken a change; else why not is said."""
        from app.session.edit import EditError
        from app.session.problems import SessionError

        try:
            write()
        except (EditError, SessionError, KeyError) as error:
            log.warning("not changed: %s", error)
            why = str(error) if isinstance(error, KeyError) else told(error.args[0])
            said = tr("Nothing was changed: {why}. Edit the file by hand and open it again, or save it as a new one.")
            self._say(said.format(why=plain(why, 300)))
            return False
        return True

    def _device(self, rig: Rig, name: str) -> Device | None:
        return next((device for device in rig.devices if device.name == name), None)

    def _say(self, text: str) -> None:
        """In the dialog that asked for it, which then stays open, or above the plots."""
        if not self._window.editing.refuse(text):
            self._window.notice.alarm(text, KEY)


def _as_written(options: DeviceOptions, rig: Rig, session: OpenSession) -> DeviceOptions:
    """Who reads all links by the command line's wish is not the file's."""
    wished = session.document.session().transport
    if options.link.transport != rig.session.transport or wished == rig.session.transport:
        return options
    return msgspec.structs.replace(options, link=msgspec.structs.replace(options.link, transport=wished))
