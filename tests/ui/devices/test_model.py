"""The item model of devices and channels."""

from PySide6.QtCore import QModelIndex, Qt

from tests.ui.desk import decoded, session_of
from ui.devices.lines import ChannelLine, DeviceLine
from ui.devices.model import DeviceModel, Role


def test_the_model_keeps_qts_rules_while_channels_appear(make_rig, qtmodeltester):
    rig, links = make_rig(session_of("imu", "scope"))
    model = DeviceModel()
    qtmodeltester.check(model, force_py=True)
    model.set_rig(rig)
    for device, link in zip(rig.devices, links, strict=True):
        link.accept()
        decoded(device, link, b"1,2,3\n")
        model.refresh()
    assert [model.rowCount(model.index(row, 0)) for row in range(model.rowCount())] == [3, 3]
    model.set_rig(None)
    assert model.rowCount() == 0


def test_a_refresh_tells_which_devices_have_channels_for_the_first_time(make_rig):
    rig, (link,) = make_rig(session_of("gps", decoding='{ type = "json" }'))
    model = DeviceModel()
    model.set_rig(rig)
    assert model.refresh() == []
    link.accept()
    decoded(rig.devices[0], link, b'{"a":1}\n')
    assert [index.row() for index in model.refresh()] == [0]
    decoded(rig.devices[0], link, b'{"a":1,"b":2}\n')
    assert model.refresh() == []
    assert model.rowCount(model.index(0, 0)) == 2


def test_rows_are_found_by_the_names_that_session_files_use(make_rig):
    rig, (link,) = make_rig(session_of("gps", decoding='{ type = "json", by = "class" }'))
    link.accept()
    decoded(rig.devices[0], link, b'{"class":"TPV","lat":1.5}\n')
    model = DeviceModel()
    model.set_rig(rig)
    model.refresh()
    device = model.index(0, 0)
    paths = [model.index(row, 0, device).data(Role.PATH) for row in range(model.rowCount(device))]
    assert device.data(Role.PATH) == "gps"
    assert "gps/TPV.lat" in paths


def test_the_time_axis_is_no_channel_of_the_list(make_rig):
    decoding = '{ type = "csv", fields = ["t [s]", "x"] }'
    rig, (link,) = make_rig(
        session_of("imu", decoding=decoding, more="time = { field = 't', unit = 's', epoch = 'device' }")
    )
    link.accept()
    decoded(rig.devices[0], link, b"1,2\n")
    model = DeviceModel()
    model.set_rig(rig)
    model.refresh()
    device = model.index(0, 0)
    assert [model.index(row, 0, device).data() for row in range(model.rowCount(device))] == ["x"]


def test_a_row_carries_all_that_is_painted_as_one_value(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    decoded(rig.devices[0], link, b"1,2,3\n")
    model = DeviceModel()
    model.set_rig(rig)
    model.refresh()
    device = model.index(0, 0)
    assert isinstance(device.data(Role.LINE), DeviceLine)
    assert isinstance(model.index(0, 0, device).data(Role.LINE), ChannelLine)
    assert model.device(model.index(2, 0, device)) is rig.devices[0]
    assert model.device(QModelIndex()) is None


def test_markup_in_a_name_stays_text_in_the_hint(make_rig):
    rig, _ = make_rig(session_of("<img src=x>"))
    model = DeviceModel()
    model.set_rig(rig)
    hint = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt;" in hint
    assert "<img" not in hint
