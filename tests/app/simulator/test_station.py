"""One device on the network, without the loop."""

from __future__ import annotations

import socket

import pytest

from app.simulator.devices.motor import Motor
from app.simulator.listening import listen
from app.simulator.station import MOST_CLIENTS, Station
from tests.app.simulator.process import STUCK_S, received

EPOCH = 10**12
FRAME = 22


@pytest.fixture
def serve():
    opened = []

    def make(rate=1.0, count=None):
        station = Station(Motor(), listen("127.0.0.1", 0), rate, count)
        station.start(EPOCH)
        opened.append(station)
        return station

    yield make
    for station in opened:
        station.close_listener()
        for connection in station.connections:
            connection.close()


@pytest.fixture
def connect():
    clients = []

    def make(station):
        clients.append(socket.create_connection(("127.0.0.1", station.port), timeout=STUCK_S))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


def test_totals_add_up_what_left_and_what_is_still_there(serve, connect):
    station = serve()
    clients = [connect(station), connect(station)]
    first, second = station.accept(EPOCH), station.accept(EPOCH)
    first.pump(EPOCH + 10**7)
    second.pump(EPOCH + 10**7)
    first.close()
    station.forget(first)
    totals = station.totals()
    assert (totals.connections, totals.frames_sent, totals.bytes_sent) == (2, 10, 10 * FRAME)
    assert len(received(clients[0])) == 5 * FRAME


def test_a_client_that_has_gone_before_it_was_accepted_is_nobody(serve):
    assert serve().accept(EPOCH) is None


def test_a_counted_station_is_done_when_its_one_client_has_everything(serve, connect):
    station = serve(rate=None, count=7)
    client = connect(station)
    connection = station.accept(EPOCH)
    assert station.serves_no_more
    assert not station.done
    station.close_listener()
    connection.pump(EPOCH + 1)
    assert len(received(client)) == 7 * FRAME
    client.close()
    connection.read(EPOCH + 2)
    station.forget(connection)
    assert station.done
    assert not station.fell_short


def test_a_station_without_a_count_is_never_done(serve):
    station = serve()
    assert not station.serves_no_more
    assert not station.done


def test_small_answers_are_not_held_back_by_the_kernel(serve, connect):
    station = serve()
    connect(station)
    accepted = station.accept(EPOCH).socket
    assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    assert accepted.getblocking() is False


def test_the_house_is_full_at_its_bound(serve, connect):
    station = serve()
    for _ in range(MOST_CLIENTS):
        assert not station.full
        connect(station)
        station.accept(EPOCH)
    assert station.full
