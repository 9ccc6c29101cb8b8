"""The page of ages, as text."""

import numpy as np
import pytest

from app.health.ages import ADVICE, Ages
from app.health.stamps import UNKNOWN, Stamps
from ui.inspector.age_content import ABOUT, TOO_FEW, age_figures
from ui.inspector.content import NOT_AVAILABLE
from ui.inspector.figures import Cells, Figure, Heading, Note, as_text

MS = 1_000_000


def ages_of(count: int, *, sent: bool = True, painted: bool = True) -> Ages:
    """Chunks that took 1, 3, 0.04, 8 and 2500 ms for the five hops."""
    ages, none = Ages(), np.full(count, UNKNOWN)
    sent_ns = np.arange(count) * 1000 * MS + MS
    empty = sent_ns + MS
    stored = empty + 3 * MS + 40_000 + 8 * MS
    ages.add(
        Stamps(
            none,
            none,
            sent_ns if sent else none,
            empty,
            empty + 3 * MS,
            empty + 3 * MS + 40_000,
            stored,
            stored + 2500 * MS if painted else none,
        )
    )
    return ages


def cells(ages: Ages) -> dict[str, tuple[str, ...]]:
    return {entry.name: entry.values for entry in age_figures(ages) if isinstance(entry, Cells) and not entry.head}


def test_each_hop_stands_in_its_order_with_its_quantiles_in_ms():
    shown = cells(ages_of(1000))
    assert list(shown) == [title for title, _ in ADVICE.values()] + ["Readable to painted", "Sent to painted"]
    assert shown["Sent to readable"] == ("1.00", "1.00", "1.00")
    assert shown["Readable to read"] == ("3.00", "3.00", "3.00")
    assert shown["Read to received"] == ("0.04", "0.04", "0.04")
    assert shown["Stored to painted"] == ("2\u202f500",) * 3


@pytest.mark.parametrize(("count", "expected"), [(1, (TOO_FEW, TOO_FEW, "8.00")), (20, ("8.00", TOO_FEW, "8.00"))])
def test_a_quantile_with_too_few_chunks_is_a_dash_and_the_page_says_why(count, expected):
    ages = ages_of(count)
    assert cells(ages)["Received to stored"] == expected
    assert as_text(age_figures(ages)).endswith("from 20 on, p99 from 1 000 on.")


def test_what_cannot_be_known_is_not_available():
    shown = cells(ages_of(5, sent=False, painted=False))
    missing = ["Sent to readable", "Stored to painted", "Readable to painted", "Sent to painted"]
    assert [name for name, values in shown.items() if values == (NOT_AVAILABLE,)] == missing


def test_the_longest_hop_is_named_with_what_to_do_about_it():
    entries = age_figures(ages_of(5, painted=False))
    at = entries.index(Heading("Most of it: received to stored"))
    advice = next(advice for title, advice in ADVICE.values() if title == "Received to stored")
    assert entries[at + 1] == Note(advice)


def test_every_hop_says_on_hover_what_to_do_about_it():
    hints = {entry.name: entry.hint for entry in age_figures(Ages()) if isinstance(entry, Cells) and not entry.head}
    assert {title: hints[title] for title, _ in ADVICE.values()} == dict(ADVICE.values())
    assert all(hints.values())


def test_without_chunks_there_is_no_longest_hop():
    entries = age_figures(Ages())
    assert Figure("Chunks", "0", None, "Reads of the socket whose way has ended: painted, or stored") in entries
    assert not [entry for entry in entries if isinstance(entry, Heading) and entry.text.startswith("Most")]
    assert Note(ABOUT) in entries
