"""Links in the session file."""

from __future__ import annotations

import pytest

from app.session.addresses import check_link
from tests.app.session.bench import told


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("tcp://192.168.7.20:7001", ("192.168.7.20", 7001)),
        ("tcp://imu.local:1", ("imu.local", 1)),
        ("tcp://[::1]:65535", ("::1", 65535)),
    ],
)
def test_a_link_leads_to_a_host_and_a_port(link: str, address: tuple[str, int]) -> None:
    assert check_link(link) == address


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("192.168.7.20:7001", 'expected "tcp://host:port", got "192.168.7.20:7001": write "tcp://192.168.7.20:7001"'),
        ("nonsense", 'expected "tcp://host:port", got "nonsense": write "tcp://192.168.7.20:7001"'),
        ("", 'expected "tcp://host:port", got ""'),
        ("udp://h:1", 'this version of Quintet does not know "udp://" yet; it knows "tcp://"'),
        ("MQTT://h:1", 'this version of Quintet does not know "MQTT://" yet; it knows "tcp://"'),
        ("tpc://h:1", 'expected "tcp://", got "tpc://": did you mean "tcp"?'),
        ("tcp://h:0", "0"),
        ("tcp://h:70000", "70000"),
        ("tcp://h", "port"),
        ("tcp://::1:80", "bracket"),
        ("tcp://h:1/path", "/path"),
    ],
)
def test_what_is_wrong_with_a_link_is_told_in_its_line(link: str, expected: str) -> None:
    (problem,) = told(f'[[device]]\nname = "imu"\nlink = "{link}"')
    assert problem.startswith('s.toml:3: device "imu": link: ')
    assert expected in problem


@pytest.mark.parametrize("link", ["tcp://" + "x" * 4000 + ":1", "tcp://a\\u001b[31m:1", "x" * 5000, "\\u202e://x:1"])
def test_a_link_that_is_too_long_or_does_not_print_is_told_shortly(link: str) -> None:
    (problem,) = told(f'[[device]]\nname = "imu"\nlink = "{link}"')
    assert problem.isprintable()
    assert len(problem) < 400
