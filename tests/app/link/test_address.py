"""Addresses as people write them, right and wrong."""

from __future__ import annotations

import re
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.link.address import is_literal, parse_address, shown, socket_address


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("192.168.7.20:7001", "192.168.7.20", 7001),
        ("localhost:1", "localhost", 1),
        ("imu_3.lab-2.example.:65535", "imu_3.lab-2.example.", 65535),
        ("[::1]:7001", "::1", 7001),
        ("[fe80::1%eth0]:7001", "fe80::1%eth0", 7001),
        ("[::ffff:10.0.0.1]:80", "::ffff:10.0.0.1", 80),
        ("müller.example:80", "müller.example", 80),
        ("tcp://192.168.7.20:7001", "192.168.7.20", 7001),
        ("tcp://[fe80::1%eth0]:7001", "fe80::1%eth0", 7001),
    ],
)
def test_an_address_is_cut_into_host_and_port(text: str, host: str, port: int) -> None:
    assert parse_address(text) == (host, port)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the port is missing"),
        ("localhost", "the port is missing"),
        ("[::1]", "the port is missing"),
        (":7001", "the host is missing"),
        ("host:", "a port from 1 to 65535, got ''"),
        ("host:0", "a port from 1 to 65535, got '0'"),
        ("host:70000", "a port from 1 to 65535, got '70000'"),
        ("host:-1", "a port from 1 to 65535, got '-1'"),
        ("host:+80", "a port from 1 to 65535"),
        ("host:8e1", "a port from 1 to 65535"),
        ("host:٨٠", "a port from 1 to 65535"),
        ("host:99999999999999999999", "a port from 1 to 65535"),
        ("::1:7001", "stands in brackets such as [::1]:7001"),
        ("a:b:80", "stands in brackets, got"),
        ("[::g]:80", "expected an IPv6 address in the brackets"),
        ("[127.0.0.1]:80", "expected an IPv6 address in the brackets"),
        ("[::1%a b]:80", "expected an IPv6 address in the brackets"),
        ("::1]:80", "stands in brackets"),
        ("300.1.1.1:80", "is no IPv4 address"),
        ("1.2.3:80", "is no IPv4 address"),
        ("a b:80", "is no host name"),
        ("-a:80", "is no host name"),
        ("a..b:80", "is no host name"),
        ("a\x1b[31m:80", "is no host name"),
        ("x" * 64 + ":80", "is no host name"),
        ("me@host:80", "a user name"),
        ("host:80/data", "a path"),
        ("host:80?x", "a query"),
        ("host:80#x", "a fragment"),
        ("udp://host:80", "expected tcp://host:port, got 'udp://'"),
        ("tpc://host:80", "did you mean tcp://?"),
        ("TCP://host:80", "did you mean tcp://?"),
        ("tcp://tcp://host:80", "expected tcp://host:port, got 'tcp://tcp://'"),
        ("tcp://host", "the port is missing"),
        ("tcp://host:0", "a port from 1 to 65535, got '0'"),
        ("[fe80::1]:80", "needs its network interface, such as [fe80::1%eth0]"),
    ],
)
def test_what_is_wrong_with_an_address_is_said(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        parse_address(text)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("ab1.:[]%/-@ \n\x00é"), max_size=20) | st.text(max_size=300))
def test_any_text_is_an_address_or_a_value_error_that_prints(text: str) -> None:
    try:
        host, port = parse_address(text)
    except ValueError as error:
        message = str(error)
    else:
        assert host
        assert 1 <= port <= 65535
        message = "an address"
    assert message.isprintable()
    assert len(message) < 1000


@pytest.mark.parametrize("text", ["127.0.0.1:7001", "[::1]:7001", "[fe80::1%eth0]:7001", "imu.local:1"])
def test_an_address_is_shown_as_it_is_written(text: str) -> None:
    assert shown(*parse_address(text)) == text


def test_only_what_spells_out_an_ip_address_needs_no_look_up() -> None:
    assert is_literal("127.0.0.1")
    assert is_literal("fe80::1%eth0")
    assert not is_literal("localhost")
    assert not is_literal("fe80")


def test_an_ip_address_is_given_to_the_system_in_its_own_family() -> None:
    assert socket_address("127.0.0.1", 80) == (socket.AF_INET, ("127.0.0.1", 80))
    assert socket_address("::1", 80) == (socket.AF_INET6, ("::1", 80))


def test_the_zone_of_an_address_is_a_network_interface_of_this_computer() -> None:
    number, name = socket.if_nameindex()[0]
    expected = (socket.AF_INET6, ("fe80::1", 80, 0, number))
    assert socket_address(f"fe80::1%{name}", 80) == expected
    assert socket_address(f"fe80::1%{number}", 80) == expected
    for zone in ("nowhere", "4000000"):
        with pytest.raises(OSError, match=f"this computer has no network interface {zone}"):
            socket_address(f"fe80::1%{zone}", 80)


def test_a_name_is_no_ip_address_and_is_never_looked_up_on_the_way() -> None:
    with pytest.raises(OSError, match="localhost is no IP address"):
        socket_address("localhost", 80)


INTERFACES = socket.if_nameindex()
ZONES = st.sampled_from([str(number) for number, _ in INTERFACES] + [name for _, name in INTERFACES])
HOSTS = st.one_of(
    st.ip_addresses(v=4).map(str),
    st.ip_addresses(v=6).map(str).filter(lambda host: not host.startswith(("fe8", "fe9", "fea", "feb"))),
    st.builds("fe80::{}%{}".format, st.integers(1, 9), ZONES),
    st.from_regex(r"[a-z][a-z0-9_-]{0,8}[a-z0-9](\.[a-z0-9]{1,5}){0,3}", fullmatch=True),
)


@given(host=HOSTS, port=st.integers(1, 65535))
def test_every_address_that_can_be_meant_is_read_as_it_is_shown(host: str, port: int) -> None:
    assert parse_address(shown(host, port)) == parse_address("tcp://" + shown(host, port)) == (host, port)


@given(host=HOSTS, port=st.integers(1, 65535))
def test_the_system_gets_an_ip_address_in_its_family_and_a_name_never(host: str, port: int) -> None:
    if not is_literal(host):
        with pytest.raises(OSError, match="no IP address"):
            socket_address(host, port)
        return
    family, where = socket_address(host, port)
    address, _, zone = host.partition("%")
    assert (family, where[:2]) == (socket.AF_INET6 if ":" in host else socket.AF_INET, (address, port))
    if zone:
        number = where[3]  # type: ignore[misc]
        assert zone in (str(number), socket.if_indextoname(number))


@given(zone=st.sampled_from(["nowhere", "eth99x", "4000000"]))
def test_an_interface_that_this_computer_does_not_have_is_named(zone: str) -> None:
    with pytest.raises(OSError, match=f"no network interface {zone}"):
        socket_address(f"fe80::1%{zone}", 80)


@given(
    host=HOSTS,
    port=st.integers(1, 65535),
    spoil=st.sampled_from(
        ["scheme", "mark", "port", "brackets", "zone", "v4", "two ports", "name in brackets", "no host", "no port"]
    ),
)
def test_what_can_never_connect_is_refused_with_what_was_expected(host: str, port: int, spoil: str) -> None:
    text = shown(host, port)
    spoiled = {
        "scheme": f"tpc://{text}",
        "mark": f"tcp://{text}/path",
        "port": f"{text.rpartition(':')[0]}:{port + 65535}",
        "brackets": text.replace("[", "").replace("]", ""),
        "zone": f"[fe80::1]:{port}",
        "v4": f"300.1.2.3:{port}",
        "two ports": f"imu:{port}:{port}",
        "name in brackets": f"[imu.local]:{port}",
        "no host": f":{port}",
        "no port": host if ":" not in host else f"[{host}]",
    }[spoil]
    if spoiled != text:
        with pytest.raises(ValueError, match=r"expected|needs|stands|is no"):
            parse_address(spoiled)
