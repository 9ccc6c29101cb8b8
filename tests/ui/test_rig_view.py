"""What one rig shows in the window, and that nothing of it stays behind."""

from tests.ui.desk import Desk, rows


def test_the_view_keeps_the_list_and_the_plots_on_what_has_come(desk: Desk):
    (link,) = desk.open("imu")
    link.receive(b"0.5,1,2\n")
    desk.refreshed()
    assert any(row.startswith("ax: 0.5") for row in rows(desk.named("Devices and channels")))
    assert desk.window.plots.panels


def test_the_verdict_tells_data_from_no_data_and_a_failure_from_both(desk: Desk):
    (link,) = desk.open("imu", accept=False)
    assert "No data yet" in desk.window.status._verdict.text()
    link.accept()
    link.receive(b"0.5,1,2\n")
    desk.rig._second()
    assert "Every byte is accounted for" in desk.window.status._verdict.text()
    link.extra_read = 1
    desk.rig._second()
    assert "does not add up" in desk.window.status._verdict.text()


def test_nothing_of_a_session_is_left_when_another_takes_its_place(desk: Desk):
    (link,) = desk.open("imu")
    link.extra_read = 1
    desk.rig._second()
    assert "imu" in desk.window.notice.text
    desk.open("scope")
    assert desk.window.notice.text == ""
    assert not any("imu" in row for row in rows(desk.named("Devices and channels")))
