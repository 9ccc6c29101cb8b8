"""Where a link leads, as people write it: `192.168.7.20:7001`, `imu.local:7001`, `[fe80::1%eth0]:7001`."""

from __future__ import annotations

import ipaddress
import re

MAX_HOST = 253  # characters of a host name (RFC 1035, section 2.3.4, without the final dot)
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)\Z")  # letters of any script: the resolver knows which names exist
_PORT = re.compile(r"[0-9]{1,5}\Z")


def parse_address(text: str) -> tuple[str, int]:
    """Host and port of what stands behind `tcp://`. An IPv6 address loses its brackets and keeps its zone.

    Raises ValueError whose text says what was expected and what was seen. No name is looked up.
    """
    for mark, what in (("@", "a user name"), ("/", "a path"), ("?", "a query"), ("#", "a fragment")):
        if mark in text:
            raise ValueError(f"expected host:port, got {what} in {_shown(text)}")
    host, port = _parts(text)
    _check_host(host, text)
    if not _PORT.match(port) or not 1 <= int(port) <= 65535:
        raise ValueError(f"expected a port from 1 to 65535, got {_shown(port)}")
    return host.strip("[]"), int(port)


def _parts(text: str) -> tuple[str, str]:
    host, colon, port = text.rpartition(":")
    if text.endswith("]") or not colon:
        raise ValueError(f"the port is missing: expected host:port, got {_shown(text)}")
    if ":" in host and not (host.startswith("[") and host.endswith("]")):
        example = f" such as [{host}]:{port}" if _is_ipv6(host) else ""
        raise ValueError(f"an IPv6 address stands in brackets{example}, got {_shown(text)}")
    if not host:
        raise ValueError(f"the host is missing: expected host:port, got {_shown(text)}")
    return host, port


def _check_host(host: str, text: str) -> None:
    if host.startswith("[") or host.endswith("]"):
        if not (host.startswith("[") and host.endswith("]") and _is_ipv6(host[1:-1])):
            raise ValueError(f"expected an IPv6 address in the brackets, got {_shown(text)}")
    elif re.fullmatch(r"[0-9.]+", host):
        try:
            ipaddress.IPv4Address(host)
        except ValueError:
            raise ValueError(f"{_shown(host)} is no IPv4 address: it has four numbers from 0 to 255") from None
    elif len(host) > MAX_HOST or not all(_LABEL.match(label) for label in host.removesuffix(".").split(".")):
        raise ValueError(f"{_shown(host)} is no host name: letters, digits, - and _, in parts set apart by dots")


def _is_ipv6(host: str) -> bool:
    try:
        ipaddress.IPv6Address(host)
    except ValueError:
        return False
    return not re.search(r"[^\w.:%~-]", host)  # the module takes any text for a zone


def _shown(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:80] + "...")
