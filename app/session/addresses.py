"""`link = "tcp://host:port"`: which transport, and where it leads."""

from __future__ import annotations

from app.link.address import parse_address
from app.sentence import sentence
from app.session.problems import meant, quoted
from app.session.wording import expected, not_yet
from app.session.words import LATER

SCHEMES = ("tcp",)


def check_link(link: str) -> tuple[str, int]:
    """Host and port of a link's address. Raises ValueError that says what is wrong with it."""
    scheme, separator, _ = link.partition("://")
    if not separator:
        example = f"tcp://{link}" if _is_address(link) else "tcp://192.168.7.20:7001"
        seen = expected(quoted("tcp://host:port"), link)
        raise ValueError(sentence("{problem}: write {example}", problem=seen, example=quoted(example)))
    if scheme.casefold() in LATER["device", "link"]:
        raise ValueError(not_yet(f"{scheme}://", sentence("it knows {words}", words=quoted("tcp://"))))
    if scheme not in SCHEMES:
        raise ValueError(meant(expected(quoted("tcp://"), scheme + separator), scheme, SCHEMES))
    return parse_address(link)


def _is_address(text: str) -> bool:
    try:
        parse_address(text)
    except ValueError:
        return False
    return True
