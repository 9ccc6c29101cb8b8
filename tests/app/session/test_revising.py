"""Devices and plots changed in a session's text: what is not meant stays as somebody wrote it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.options import Csv
from app.quantities import Duration
from app.session.edit import SessionDocument
from app.session.problems import SessionError
from app.session.reading import parse_session
from app.session.revising import add_device, remove_device, replace_device, set_plots
from app.session.schema import DeviceOptions, PlotOptions

TEXT = """\
# bench 3, by Ada
[session]
title = "Bench"

# the one on the arm
[[device]]
name = "imu"
link = "tcp://127.0.0.1:7001"   # behind the switch
retry = "500 ms"                # the default, said all the same
decoding = { type = "csv", fields = ["ax", "ay"] }

[[device]]
name = "gps"
link = "tcp://127.0.0.1:7002"

# what the arm does
[[plot]]
title = "Arm"
channels = ["imu/ax", "imu/ay"]

# both
[[plot]]
title = "Both"
channels = ["imu/ax", "gps/lat"]
"""


@pytest.fixture
def document() -> SessionDocument:
    return SessionDocument(TEXT)


def named(document: SessionDocument, name: str) -> DeviceOptions:
    return next(device for device in document.session().devices if device.name == name)


def test_a_device_is_added_at_its_place_with_what_is_not_at_its_default(document: SessionDocument):
    new = msgspec.structs.replace(named(document, "gps"), name="scope")
    add_device(document, new, 1)
    assert [device.name for device in document.session().devices] == ["imu", "scope", "gps"]
    assert named(document, "scope") == new
    add_device(document, msgspec.structs.replace(new, name="last"))
    assert [device.name for device in document.session().devices][-1] == "last"


@pytest.mark.parametrize("name", ["imu", "a/b", ""])
def test_a_device_that_no_session_may_have_is_refused(document: SessionDocument, name: str):
    with pytest.raises(SessionError):
        add_device(document, msgspec.structs.replace(named(document, "gps"), name=name))
    assert document.text == TEXT


def test_an_edit_changes_its_own_words_alone(document: SessionDocument):
    imu = named(document, "imu")
    link = msgspec.structs.replace(imu.link, stale_after=Duration(2 * 10**9))
    replace_device(document, "imu", msgspec.structs.replace(imu, link=link))
    assert document.text == TEXT.replace('fields = ["ax", "ay"] }\n', 'fields = ["ax", "ay"] }\nstale_after = "2 s"\n')


def test_a_device_is_renamed_in_all_plots(document: SessionDocument):
    replace_device(document, "imu", msgspec.structs.replace(named(document, "imu"), name="arm"))
    assert document.text == TEXT.replace("imu", "arm")


def test_channels_that_are_called_otherwise_are_drawn_under_their_new_names(document: SessionDocument):
    other = Csv(fields=("ay", 'a " ]['))  # the first is called as the second was
    replace_device(document, "imu", msgspec.structs.replace(named(document, "imu"), decoding=other))
    assert [plot.channels for plot in document.session().plots] == [
        ("imu/ay", 'imu/a " ]['),
        ("imu/ay", "gps/lat"),
    ]


def test_a_plot_that_is_named_after_its_device_still_is():
    document = SessionDocument(TEXT.replace('"Arm"', '"imu noise"').replace('"Both"', '"imu"'))
    replace_device(document, "imu", msgspec.structs.replace(named(document, "imu"), name="arm"))
    assert [plot.title for plot in document.session().plots] == ["arm noise", "imu"]  # the other draws two devices


def test_channels_that_a_decoding_no_longer_has_are_not_drawn(document: SessionDocument):
    other = Csv(fields=("ay", "az"), header=True)
    replace_device(document, "imu", msgspec.structs.replace(named(document, "imu"), decoding=other))
    assert [plot.channels for plot in document.session().plots] == [("imu/ay",), ("gps/lat",)]


def test_a_device_goes_with_its_comments_and_with_what_plots_draw_of_it(document: SessionDocument):
    remove_device(document, "imu")
    assert (
        document.text
        == """\
# bench 3, by Ada
[session]
title = "Bench"

[[device]]
name = "gps"
link = "tcp://127.0.0.1:7002"

# both
[[plot]]
title = "Both"
channels = ["gps/lat"]
"""
    )


def test_a_name_that_another_device_has_is_refused_and_nothing_is_changed(document: SessionDocument):
    with pytest.raises(SessionError):
        replace_device(document, "imu", msgspec.structs.replace(named(document, "imu"), name="gps"))
    with pytest.raises(KeyError):
        remove_device(document, "scope")
    assert document.text == TEXT


def test_who_reads_by_command_line_is_not_written_into_the_file(document: SessionDocument):
    imu = named(document, "imu")
    running = msgspec.structs.replace(imu, link=msgspec.structs.replace(imu.link, transport="thread"))
    replace_device(document, "imu", msgspec.structs.replace(running, name="arm"), running)
    assert "transport" not in document.text
    assert named(document, "arm").link.transport == "gui"


def test_plots_of_a_device_that_is_not_there_are_refused_and_the_text_stays_sound(document: SessionDocument):
    before = document.text
    with pytest.raises(SessionError):
        set_plots(document, [PlotOptions(channels=("scope/a",))])
    assert document.text == before


def test_plots_that_stay_keep_their_comments(document: SessionDocument):
    arm, both = document.session().plots
    new = PlotOptions(title="New", channels=("gps/lon",))
    set_plots(document, [new, msgspec.structs.replace(both, window=Duration(5 * 10**9))])
    assert document.session().plots == (new, msgspec.structs.replace(both, window=Duration(5 * 10**9)))
    assert "# both\n[[plot]]" in document.text
    assert "Arm" not in document.text
    set_plots(document, [])
    assert "[[plot]]" not in document.text
    set_plots(document, [arm])
    assert document.session().plots == (arm,)


PLOTS = st.lists(
    st.builds(
        PlotOptions,
        title=st.sampled_from(("", "A", "B", "C")),
        channels=st.sampled_from(((), ("imu/ax",), ("imu/ay", "gps/lat"))),
        window=st.sampled_from((Duration(10**9), Duration(30 * 10**9))),
        ranges=st.dictionaries(
            st.sampled_from(("", "V", "m/s²", "\"\\'", "a.b = [", "<b>")), st.just((-1.5, 1e9)), max_size=3
        ),
    ),
    max_size=5,
)


@given(st.lists(PLOTS, min_size=1, max_size=4))
def test_whatever_plots_are_set_they_are_what_the_text_says(states: list[list[PlotOptions]]):
    document = SessionDocument(TEXT)
    for plots in states:
        set_plots(document, plots)
        assert document.session().plots == tuple(plots)
        assert document.session() == parse_session(document.text)
        assert document.text.startswith(TEXT[: TEXT.index("# what the arm")].rstrip("\n"))
