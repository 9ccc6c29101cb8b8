"""Addresses as people write them: "tcp://192.168.7.20:7001", "tcp://[fe80::1%eth0]:7001", "localhost:2947".

What is refused here can never connect, so it is said at once instead of after a time-out: a missing or impossible
port, a number that only looks like an IPv4 address, an IPv6 address without brackets (RFC 3986, 3.2.2) or, where it
is link-local, without its zone (RFC 4007: on a machine with two networks it names nothing).
"""

from __future__ import annotations

import difflib
import ipaddress
import re
from typing import NamedTuple

SCHEMES = ("tcp",)
EXAMPLE = "tcp://192.168.7.20:7001"
MAX_PORT = 65535
MAX_NAME = 253  # characters of a domain name in text, RFC 1035, 2.3.4 without the root's dot
MAX_LABEL = 63  # octets between two dots, there too
_NUMERIC = re.compile(r"[0-9.]+\Z")  # Python's and Qt's parsers differ in what else they take for IPv4
_UNWANTED = re.compile(r"[\s/?#@\\\[\]\x00-\x1f\x7f]")


class AddressError(ValueError):
    """The text is no address; the message quotes it and says what would be."""


class Address(NamedTuple):
    """Where a link leads. `host` is a name or an IP literal without brackets."""

    host: str
    port: int


def parse_address(text: str) -> Address:
    """Host and port of "tcp://host:port"; the scheme may be left out. Raises AddressError."""
    scheme, separator, rest = text.rpartition("://")
    if separator and scheme not in SCHEMES:
        raise AddressError(f"unknown scheme {scheme!r} in {text!r}{_nearest(scheme)}; write it as {EXAMPLE}")
    host, port = _split(rest, text)
    return Address(_checked_host(host, text), _checked_port(port, text))


def shown(host: str, port: int) -> str:
    """The address for people and log files: "127.0.0.1:7001", "[::1]:7001"."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The IP address that `host` spells out, None where it is a name to look up."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _nearest(scheme: str) -> str:
    close = difflib.get_close_matches(scheme.casefold(), SCHEMES, n=1, cutoff=0.5)
    return f" (did you mean {close[0]!r}?)" if close else f" (known: {', '.join(SCHEMES)})"


def _split(rest: str, text: str) -> tuple[str, str]:
    if rest.startswith("["):
        host, bracket, tail = rest[1:].partition("]")
        if not bracket:
            raise AddressError(f"no closing bracket in {text!r}")
        if not tail.startswith(":"):
            raise AddressError(f"no port in {text!r}: write it behind the bracket, [{host}]:7001")
        return host, tail[1:]
    if rest.count(":") > 1:
        raise AddressError(f"more than one ':' in {text!r}: put an IPv6 address in brackets, such as [::1]:7001")
    host, colon, port = rest.partition(":")
    if not colon:
        raise AddressError(f"no port in {text!r}: write it as {EXAMPLE}")
    return host, port


def _checked_port(port: str, text: str) -> int:
    if not (port.isascii() and port.isdigit()):
        raise AddressError(f"the port in {text!r} is {port!r}, expected a number from 1 to {MAX_PORT}")
    # Huge texts never reach int(): Python refuses more than 4 300 digits with an error of its own.
    number = int(port) if len(port) <= len(str(MAX_PORT)) else MAX_PORT + 1
    if not 1 <= number <= MAX_PORT:
        raise AddressError(f"port {port[:12]} in {text[:200]!r} is not from 1 to {MAX_PORT}")
    return number


def _checked_host(host: str, text: str) -> str:
    if not host:
        raise AddressError(f"no host in {text!r}: write it as {EXAMPLE}")
    if unwanted := _UNWANTED.search(host):
        raise AddressError(f"{unwanted[0]!r} does not belong in the host of {text[:200]!r}")
    address = literal(host)
    if address is None:
        return _checked_name(host, text)
    if address.version == 6 and address.is_link_local and address.scope_id is None:
        raise AddressError(f"{host} is link-local: name its network interface too, such as [{host}%eth0]:7001")
    return host


def _checked_name(name: str, text: str) -> str:
    if ":" in name:
        raise AddressError(f"{name!r} in {text!r} is not an IPv6 address")
    if _NUMERIC.match(name):
        raise AddressError(f"{name!r} in {text!r} is not an IPv4 address, expected four numbers from 0 to 255")
    try:
        labels = name.encode("idna").removesuffix(b".").split(b".")
    except UnicodeError as error:
        raise AddressError(f"{name[:200]!r} is not a host name: {error}") from error
    if any(not 0 < len(label) <= MAX_LABEL for label in labels) or sum(map(len, labels)) + len(labels) - 1 > MAX_NAME:
        raise AddressError(f"{name[:200]!r} is not a host name: a part of it is empty or too long")
    return name
