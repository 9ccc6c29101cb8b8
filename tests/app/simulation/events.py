"""What can happen, and how often: each event is a function of the world and of one of its five stations."""

from __future__ import annotations

from collections.abc import Callable

from app.link.contract import SendRefusedError, State
from app.link.outbox import BOUND, MOST_TICKETS
from app.link.reader import CLOSED_HERE
from tests.app.simulation.clock import MS, SECOND, US
from tests.app.simulation.devices import DAMAGES
from tests.app.simulation.wire import Wire
from tests.app.simulation.world import Station, World

ASKED = "asked for by the simulation"
KEEP_ALIVE_NS = 50 * SECOND  # see app.link.socket_options
MOST_LIVE = 60  # commands under way: a judge looks at each of them
Event = Callable[[World, Station], None]


# -- bytes come


def _come(world: World, station: Station, *, made: int, pushed: int, arriving: int) -> None:
    box = station.box
    box.make(made)
    box.push(pushed)
    if box.wire is not None:
        box.wire.arrive(arriving, world.clock.now_ns)
        box.wire.arrive_fin()


def frames_come(world: World, station: Station) -> None:
    dice = world.dice
    _come(world, station, made=dice.randint(1, 12), pushed=1 << 20, arriving=dice.choice((40, 300, 1 << 20)))


def half_a_frame_comes(world: World, station: Station) -> None:
    dice = world.dice
    _come(world, station, made=1, pushed=dice.randint(1, 30), arriving=dice.randint(1, 30))


def single_bytes_come(world: World, station: Station) -> None:
    for _ in range(world.dice.randint(1, 6)):
        _come(world, station, made=1, pushed=1, arriving=1)
        world.turn()


def a_burst_comes(world: World, station: Station) -> None:
    _come(world, station, made=world.dice.choice((200, 1000, 4000)), pushed=1 << 20, arriving=1 << 20)


def a_flood_comes(world: World, station: Station) -> None:
    """As fast as the link takes it, for some turns of the loop."""
    for _ in range(world.dice.randint(2, 12)):
        _come(world, station, made=3000, pushed=1 << 20, arriving=1 << 20)
        station.next_cost_ns = world.dice.choice((0, 100 * US, 3 * MS, 12 * MS))
        world.turn()


def what_is_under_way_comes(world: World, station: Station) -> None:
    _come(world, station, made=0, pushed=1 << 20, arriving=1 << 20)


def segments_come_out_of_order(world: World, station: Station) -> None:
    if station.box.wire is not None:
        station.box.wire.out_of_order += world.dice.randint(1, 5)


def bytes_come_damaged(world: World, station: Station) -> None:
    if len(station.box.unsent) < 1 << 16:
        station.box.damage(world.dice.choice(DAMAGES))
    _come(world, station, made=world.dice.randint(0, 4), pushed=1 << 20, arriving=1 << 20)


# -- the loop and the time


def the_loop_turns(world: World, station: Station) -> None:
    world.turn()


def receivers_are_slow(world: World, station: Station) -> None:
    station.next_cost_ns = world.dice.choice((US, 700 * US, 3 * MS, 30 * MS))


def a_moment_passes(world: World, station: Station) -> None:
    world.pass_time(round(10 ** world.dice.uniform(3, 8)))


def seconds_pass(world: World, station: Station) -> None:
    world.pass_time(round(10 ** world.dice.uniform(8.5, 10)))


def minutes_pass(world: World, station: Station) -> None:
    world.pass_time(round(world.dice.uniform(20, 120) * SECOND))


def the_window_is_refreshed(world: World, station: Station) -> None:
    world.refresh()


def a_second_is_over(world: World, station: Station) -> None:
    world.second()


def the_computer_sleeps(world: World, station: Station) -> None:
    span = round(world.dice.choice((1, 60, 4000)) * SECOND)
    world.suspend(span)
    world.turn()


# -- connections


def the_device_closes(world: World, station: Station) -> None:
    station.box.push(world.dice.choice((0, 3, 1 << 20)))  # in the middle of a frame, or not
    station.box.fin()
    what_is_under_way_comes(world, station)


def the_device_resets(world: World, station: Station) -> None:
    station.box.push(world.dice.choice((0, 3, 1 << 20)))
    if station.box.wire is not None:
        station.box.wire.arrive(world.dice.choice((0, 5, 1 << 20)), world.clock.now_ns)
    station.box.reset()


def the_device_vanishes(world: World, station: Station) -> None:
    wire = station.box.wire
    if wire is None or wire.is_cut or wire.is_over or wire.ended_here:
        return
    wire.cut_ns = world.clock.now_ns
    station.box.answers = "ignore"
    world.clock.later(world.dice.choice((2, 30, 90)) * SECOND, lambda: _come_back(station))
    world.clock.later(KEEP_ALIVE_NS, lambda: _probe(world, wire))
    if world.dice.random() < 0.5:
        _send(station, b"is anybody there?", None, "")
    if world.dice.random() < 0.3:
        world.pass_time(100 * SECOND)


def _come_back(station: Station) -> None:
    station.box.answers = "accept"


def _probe(world: World, wire: Wire) -> None:
    """Keep-alive gives up, but not while something of ours is unacknowledged (tcp_keepalive_timer)."""
    if wire.written == wire.acked:
        wire.timed_out = wire.timed_out or not (wire.is_over or wire.ended_here)
    elif not wire.ended_here:
        world.clock.later(10 * SECOND, lambda: _probe(world, wire))


def the_port_changes_its_mind(world: World, station: Station) -> None:
    station.box.answers = world.dice.choice(("refuse", "ignore", "no route"))
    world.clock.later(world.dice.choice((1, 8, 60)) * SECOND, lambda: _come_back(station))


def a_syn_is_answered(world: World, station: Station) -> None:
    if station.attempts:
        world.dice.choice(station.attempts).settle()


def a_name_is_found(world: World, station: Station) -> None:
    for look_up in station.look_ups:
        look_up.find("192.0.2.1")


def a_name_is_unknown(world: World, station: Station) -> None:
    for look_up in station.look_ups:
        look_up.find()


# -- commands


def a_command_is_sent(world: World, station: Station) -> None:
    dice = world.dice
    data = dice.randbytes(dice.choice((0, 1, 5, 40, 600, 9000)))
    expires = dice.choice((None, None, 0, 300 * US, 50 * MS, 3 * SECOND))
    key = dice.choice(("", "", "speed", "voltage"))
    if len(station.judge.live) < MOST_LIVE:
        _send(station, data, None if expires is None else world.clock.now_ns + expires, key)


def commands_are_sent_beyond_the_bound(world: World, station: Station) -> None:
    if len(station.judge.live) < MOST_LIVE:
        for _ in range(20):
            _send(station, world.dice.randbytes(20 << 10), None, "")


def _send(station: Station, data: bytes, expires_ns: int | None, key: str) -> None:
    statistics = station.link.statistics()
    try:
        ticket = station.link.send(data, expires_ns=expires_ns, key=key)
    except SendRefusedError:
        is_full = statistics.unsent + len(data) > BOUND or len(station.judge.live) >= MOST_TICKETS
        if data and statistics.state is State.OPEN and not is_full:
            station.judge.broken.append(f"{len(data)} bytes were refused with {statistics.unsent} unsent")
    else:
        station.judge.sent(ticket)


def a_command_meets_a_reset(world: World, station: Station) -> None:
    """What had come before still waits in our kernel when the write fails."""
    frames_come(world, station)
    station.box.reset()
    _send(station, b"too late", None, "")
    world.turn()


def the_device_reads(world: World, station: Station) -> None:
    if station.box.wire is not None:
        station.box.wire.acknowledge(world.dice.choice((1, 100, 1 << 20)), world.clock.now_ns)
        station.box.read(world.dice.choice((10, 1 << 20)))


def the_device_stops_reading(world: World, station: Station) -> None:
    station.box.is_reading = world.dice.random() < 0.6


# -- people


def somebody_closes(world: World, station: Station) -> None:
    station.judge.causes.add(CLOSED_HERE)
    station.link.close()


def somebody_opens(world: World, station: Station) -> None:
    station.link.open()


def somebody_retries_now(world: World, station: Station) -> None:
    station.link.retry_now()


def somebody_restarts(world: World, station: Station) -> None:
    station.judge.causes.add(ASKED)
    station.link.restart(ASKED)


def somebody_wishes_for_this_thread(world: World, station: Station) -> None:
    station.link.set_transport("gui")


def somebody_clears_the_history(world: World, station: Station) -> None:
    device = next(device for device in world.rig.devices if device.name == station.name)
    device.pipeline.clear()


EVENTS: dict[Event, float] = {
    frames_come: 30,
    half_a_frame_comes: 8,
    single_bytes_come: 2,
    a_burst_comes: 0.5,
    a_flood_comes: 0.1,
    what_is_under_way_comes: 4,
    segments_come_out_of_order: 0.5,
    bytes_come_damaged: 0.4,
    the_loop_turns: 10,
    receivers_are_slow: 1,
    a_moment_passes: 14,
    seconds_pass: 0.5,
    minutes_pass: 0.03,
    the_window_is_refreshed: 4,
    a_second_is_over: 1,
    the_computer_sleeps: 0.02,
    the_device_closes: 0.3,
    the_device_resets: 0.3,
    the_device_vanishes: 0.1,
    a_command_meets_a_reset: 0.1,
    the_port_changes_its_mind: 0.2,
    a_syn_is_answered: 2,
    a_name_is_found: 1,
    a_name_is_unknown: 0.1,
    a_command_is_sent: 6,
    commands_are_sent_beyond_the_bound: 0.01,
    the_device_reads: 8,
    the_device_stops_reading: 0.5,
    somebody_closes: 0.2,
    somebody_opens: 1,
    somebody_retries_now: 0.5,
    somebody_restarts: 0.1,
    somebody_wishes_for_this_thread: 0.1,
    somebody_clears_the_history: 0.05,
}
