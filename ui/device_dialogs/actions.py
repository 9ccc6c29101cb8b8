"""What the "Device" menu does with the list of devices: add, edit, duplicate, remove.

Add, edit and duplicate ask in a dialog; what is decided goes out as a signal, and who hears it changes the session and
can undo it. The bare keys (Insert, F2, Delete) hold in the list of devices alone: in a text field they mean something
else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from ui.menus import Menus
from ui.translate import tr

if TYPE_CHECKING:  # an empty window starts without what a rig and its dialogs need
    from app.device import Device
    from app.rig import Rig
    from app.session.schema import DeviceOptions
    from ui.device_dialogs.dialog import DeviceDialog
    from ui.main_window import MainWindow


class DeviceEditActions(QObject):
    """Actions of a window.

    Attributes:
        add, edit, duplicate, remove: the actions.
        dialog: the one that is open, None while none is.

    Signals:
        added(DeviceOptions): one more.
        edited(str, DeviceOptions): the device of this name is to be so; its name may be another one now.
        removed(str): the device of this name is to go.
    """

    added = Signal(object)
    edited = Signal(str, object)
    removed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._device: Device | None = None
        self._name = ""  # of the device that the open dialog is about, "" for a new one
        self._about: Rig | None = None  # the session's that it is about
        self.dialog: DeviceDialog | None = None
        self.add = self._action(tr("&Add device…"), "Insert", self.add_device)
        self.edit = self._action(tr("&Edit device…"), "F2", self.edit_device)
        self.duplicate = self._action(tr("D&uplicate device…"), "", self.duplicate_device)
        self.remove = self._action(tr("Re&move device"), "Delete", self.remove_device)
        window.devices.deviceChosen.connect(self.show_device)
        self._show()

    def _action(self, text: str, keys: str, slot: object) -> QAction:
        action = QAction(text, self, shortcut=QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self._window.devices.list.addAction(action)
        return action

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
        menus.device.addActions([self.add, self.edit, self.duplicate, self.remove])
        menus.device.addSeparator()
        menus.device.aboutToShow.connect(self._show)
        self._window.devices.menu.take_editing(self)

    # -- what can be done

    @property
    def _rig(self) -> Rig | None:
        return self._window.devices.rig

    @property
    def chosen(self) -> Device | None:
        """None also where the device is of a session that is no more."""
        rig = self._rig
        return self._device if rig is not None and self._device in rig.devices else None

    @Slot(object)
    def show_device(self, device: Device | None) -> None:
        """The device that is chosen. In another session an open dialog has nothing to be about any more."""
        self._device = device
        if self.dialog is not None and self._rig is not self._about:
            self.dialog.reject()
        self._show()

    @Slot()
    def _show(self) -> None:
        is_chosen = self.chosen is not None
        for action in (self.edit, self.duplicate, self.remove):
            action.setEnabled(is_chosen)

    def _names(self) -> list[str]:
        rig = self._rig
        return [device.name for device in rig.devices] if rig is not None else []

    # -- the chosen one

    @Slot()
    def add_device(self) -> None:
        self._open(None)

    @Slot()
    def edit_device(self) -> None:
        if self.chosen is not None:
            self.edit_one(self.chosen)

    @Slot()
    def duplicate_device(self) -> None:
        if self.chosen is not None:
            self.duplicate_one(self.chosen)

    @Slot()
    def remove_device(self) -> None:
        if self.chosen is not None:
            self.remove_one(self.chosen)

    # -- any one

    def edit_one(self, device: Device) -> None:
        self._open(device.options, name=device.name, live=device.link.state not in ("idle", "failed"))

    def duplicate_one(self, device: Device) -> None:
        import msgspec

        from app.session.one_device import free_name

        name = free_name(device.name, self._names())
        self._open(msgspec.structs.replace(device.options, name=name), is_copy=True)

    def remove_one(self, device: Device) -> None:
        """At once: whoever hears it offers to undo it, which beats a question that is answered without being read."""
        self.removed.emit(device.name)

    # -- the dialogs

    def _open(
        self, options: DeviceOptions | None, *, name: str = "", live: bool = False, is_copy: bool = False
    ) -> None:
        from ui.device_dialogs.dialog import DeviceDialog

        rig = self._rig
        dialog = DeviceDialog(
            self._window.theme,
            self._window,
            options=options,
            taken=[each for each in self._names() if each != name],
            live=live,
            is_copy=is_copy,
            transport=rig.session.transport if rig is not None else "gui",
        )
        dialog.chosen.connect(self._chosen)
        self._keep(dialog, name)

    def _keep(self, dialog: DeviceDialog, name: str) -> None:
        """One at a time: they are modal to the window."""
        if self.dialog is not None:
            self.dialog.reject()
        self.dialog, self._name, self._about = dialog, name, self._rig
        dialog.finished.connect(self._closed)
        dialog.open()

    def refuse(self, why: str) -> bool:
        """What the open dialog has chosen is not done; False where none is open to say why."""
        if self.dialog is not None:
            self.dialog.refuse(why)
        return self.dialog is not None

    @Slot(object)
    def _chosen(self, options: DeviceOptions) -> None:
        if not self._name:
            self.added.emit(options)
        elif self._rig is self._about and self._name in self._names():
            self.edited.emit(self._name, options)

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog, self._about = self.dialog, None, None
        if dialog is not None:
            dialog.deleteLater()
