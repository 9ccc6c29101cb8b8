"""Where a link leads, as people write it: `tcp://192.168.7.20:7001`, `imu.local:7001`, `[fe80::1%eth0]:7001`.

What is refused here can never connect, so it is said at once instead of after a time-out: an impossible port, a number
that only looks like an IPv4 address, an IPv6 address without brackets (RFC 3986, 3.2.2) or, where it is link-local,
without its zone (RFC 4007: on a computer with two networks it names nothing).
"""

from __future__ import annotations

import difflib
import ipaddress
import re
import socket
from typing import NamedTuple

SCHEMES = ("tcp",)
MAX_HOST = 253  # characters of a host name (RFC 1035, section 2.3.4, without the final dot)
MAX_PORT = 65535
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)\Z")  # letters of any script: the resolver knows which names exist
_PORT = re.compile(r"[0-9]{1,5}\Z")


class AddressError(ValueError):
    """The text is no address; the message says what was expected and what was seen."""


class Address(NamedTuple):
    """Where a link leads. `host` is a name, or an IP address without brackets."""

    host: str
    port: int


def parse_address(text: str) -> Address:
    """Host and port of "tcp://host:port"; the scheme may be left out. An IPv6 address loses its brackets and keeps
    its zone. Raises AddressError. No name is looked up.
    """
    scheme, separator, rest = text.rpartition("://")
    if separator and scheme not in SCHEMES:
        raise AddressError(f"expected tcp://host:port, got {_quoted(scheme + separator)}{_nearest(scheme)}")
    for mark, what in (("@", "a user name"), ("/", "a path"), ("?", "a query"), ("#", "a fragment")):
        if mark in rest:
            raise AddressError(f"expected host:port, got {what} in {_quoted(text)}")
    host, port = _parts(rest)
    _check_host(host, rest)
    if not _PORT.match(port) or not 1 <= int(port) <= MAX_PORT:
        raise AddressError(f"expected a port from 1 to {MAX_PORT}, got {_quoted(port)}")
    return Address(host.strip("[]"), int(port))


def shown(host: str, port: int) -> str:
    """The address for people and log files: "127.0.0.1:7001", "[::1]:7001"."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def is_literal(host: str) -> bool:
    """Whether `host` spells out an IP address, so that there is nothing to look up."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def zone_problem(address: str) -> str | None:
    """What is wrong with the zone of an IP address on this computer now, in words.

    Asked at each attempt: a network interface comes and goes. Qt reports an unknown one as "refused".
    """
    _, percent, zone = address.partition("%")
    if not percent or zone in {str(number) for number, _ in socket.if_nameindex()}:
        return None
    try:
        socket.if_nametoindex(zone)
    except OSError:
        return f"this computer has no network interface {zone}"
    return None


def _nearest(scheme: str) -> str:
    close = difflib.get_close_matches(scheme.casefold(), SCHEMES, n=1, cutoff=0.5)
    return f"; did you mean {close[0]}://?" if close else ""


def _parts(text: str) -> tuple[str, str]:
    host, colon, port = text.rpartition(":")
    if text.endswith("]") or not colon:
        raise AddressError(f"the port is missing: expected host:port, got {_quoted(text)}")
    if ":" in host and not (host.startswith("[") and host.endswith("]")):
        example = f" such as [{host}]:{port}" if _is_ipv6(host) else ""
        raise AddressError(f"an IPv6 address stands in brackets{example}, got {_quoted(text)}")
    if not host:
        raise AddressError(f"the host is missing: expected host:port, got {_quoted(text)}")
    return host, port


def _check_host(host: str, text: str) -> None:
    if host.startswith("[") or host.endswith("]"):
        if not (host.startswith("[") and host.endswith("]") and _is_ipv6(host[1:-1])):
            raise AddressError(f"expected an IPv6 address in the brackets, got {_quoted(text)}")
        _check_zone(ipaddress.IPv6Address(host[1:-1]))
    elif re.fullmatch(r"[0-9.]+", host):
        try:
            ipaddress.IPv4Address(host)
        except ValueError:
            raise AddressError(f"{_quoted(host)} is no IPv4 address: it has four numbers from 0 to 255") from None
    elif len(host) > MAX_HOST or not all(_LABEL.match(label) for label in host.removesuffix(".").split(".")):
        raise AddressError(f"{_quoted(host)} is no host name: letters, digits, - and _, in parts set apart by dots")


def _check_zone(address: ipaddress.IPv6Address) -> None:
    if address.is_link_local and not address.scope_id:
        raise AddressError(f"{address} is link-local: it needs its network interface, such as [{address}%eth0]")


def _is_ipv6(host: str) -> bool:
    try:
        ipaddress.IPv6Address(host)
    except ValueError:
        return False
    return not re.search(r"[^\w.:%~-]", host)  # the module takes any text for a zone


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:80] + "...")
