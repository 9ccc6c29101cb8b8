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

from app.sentence import joined, sentence

SCHEMES = ("tcp",)
MAX_HOST = 253  # characters of a host name (RFC 1035, section 2.3.4, without the final dot)
MAX_PORT = 65535
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)\Z")  # letters of any script: the resolver knows which names exist
_PORT = re.compile(r"[0-9]{1,5}\Z")
_NOT_OF_HOST = {
    "@": sentence("a user name"),
    "/": sentence("a path"),
    "?": sentence("a query"),
    "#": sentence("a fragment"),
}


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
        raise AddressError(_no_scheme(scheme, separator))
    for mark, what in _NOT_OF_HOST.items():
        if mark in rest:
            raise AddressError(sentence("expected host:port, got {what} in {text}", what=what, text=_quoted(text)))
    host, port = _parts(rest)
    _check_host(host, rest)
    if not _PORT.match(port) or not 1 <= int(port) <= MAX_PORT:
        raise AddressError(sentence("expected a port from 1 to {most}, got {port}", most=MAX_PORT, port=_quoted(port)))
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


def socket_address(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int]]:
    """Family and address for the socket module, of an IP address. Nothing is looked up.

    Raises OSError where this computer has no such network interface (they come and go), or `host` is a name.
    """
    address, percent, zone = host.partition("%")
    if ":" not in address:
        if not is_literal(address):
            raise OSError(None, sentence("{address} is no IP address", address=address))
        return socket.AF_INET, (address, port)
    if not percent:
        return socket.AF_INET6, (address, port)
    try:
        number = int(zone) if zone.isdigit() else socket.if_nametoindex(zone)
        socket.if_indextoname(number)
    except OSError as error:
        raise OSError(None, sentence("this computer has no network interface {zone}", zone=zone)) from error
    return socket.AF_INET6, (address, port, 0, number)


def _no_scheme(scheme: str, separator: str) -> str:
    said = sentence("expected tcp://host:port, got {scheme}", scheme=_quoted(scheme + separator))
    close = difflib.get_close_matches(scheme.casefold(), SCHEMES, n=1, cutoff=0.5)
    return joined("; ", (said, sentence("did you mean {scheme}?", scheme=f"{close[0]}://"))) if close else said


def _parts(text: str) -> tuple[str, str]:
    host, colon, port = text.rpartition(":")
    if text.endswith("]") or not colon:
        raise AddressError(sentence("the port is missing: expected host:port, got {text}", text=_quoted(text)))
    if ":" in host and not (host.startswith("[") and host.endswith("]")):
        raise AddressError(_no_brackets(host, port, text))
    if not host:
        raise AddressError(sentence("the host is missing: expected host:port, got {text}", text=_quoted(text)))
    return host, port


def _no_brackets(host: str, port: str, text: str) -> str:
    if not _is_ipv6(host):
        return sentence("an IPv6 address stands in brackets, got {text}", text=_quoted(text))
    example = f"[{host}]:{port}"
    return sentence(
        "an IPv6 address stands in brackets such as {example}, got {text}", example=example, text=_quoted(text)
    )


def _check_host(host: str, text: str) -> None:
    if host.startswith("[") or host.endswith("]"):
        if not (host.startswith("[") and host.endswith("]") and _is_ipv6(host[1:-1])):
            raise AddressError(sentence("expected an IPv6 address in the brackets, got {text}", text=_quoted(text)))
        _check_zone(ipaddress.IPv6Address(host[1:-1]))
    elif re.fullmatch(r"[0-9.]+", host):
        try:
            ipaddress.IPv4Address(host)
        except ValueError:
            said = sentence("{host} is no IPv4 address: it has four numbers from 0 to 255", host=_quoted(host))
            raise AddressError(said) from None
    elif len(host) > MAX_HOST or not all(_LABEL.match(label) for label in host.removesuffix(".").split(".")):
        said = sentence(
            "{host} is no host name: letters, digits, - and _, in parts set apart by dots", host=_quoted(host)
        )
        raise AddressError(said)


def _check_zone(address: ipaddress.IPv6Address) -> None:
    if address.is_link_local and not address.scope_id:
        raise AddressError(
            sentence(
                "{address} is link-local: it needs its network interface, such as {example}",
                address=str(address),
                example=f"[{address}%eth0]",
            )
        )


def _is_ipv6(host: str) -> bool:
    try:
        ipaddress.IPv6Address(host)
    except ValueError:
        return False
    return not re.search(r"[^\w.:%~-]", host)  # the module takes any text for a zone


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:80] + "...")
