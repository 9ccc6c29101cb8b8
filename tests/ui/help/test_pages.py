"""The pages of the help: what they must tell, and where their links lead."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.decoding.options import BitField, Csv, FieldTime, Json, Struct, StructField
from app.framing.options import Fixed, Length, Line, QDataStreamBlocks, Sync
from app.health.catalogue import RULES
from app.session.words import DeviceWords, PlotWords, RateWords, SessionWords
from app.simulator.faults.catalogue import KINDS
from ui.help.asking import finding_target
from ui.help.chapters import CHAPTERS
from ui.help.pages import Page, read_page, source, split_target
from ui.inspector.panel import PAGES as INSPECTED
from ui.inspector.panel import TARGETS

ROOT = Path(__file__).resolve().parents[3]
PAGES = {name: read_page(source(name)) for name in CHAPTERS}
TARGET_CALLS = {"HelpButton": 0, "ask_for_help": 1, "help_at": 1, "open_target": 0, "show_target": 0}
WORDS = {
    "session": SessionWords,
    "device": DeviceWords,
    "plot": PlotWords,
    "framing-line": Line,
    "framing-length": Length,
    "framing-fixed": Fixed,
    "framing-qdatastream": QDataStreamBlocks,
    "framing-sync": Sync,
    "decoding-csv": Csv,
    "decoding-json": Json,
}


def exists(target: str) -> bool:
    chapter, anchor = split_target(target)
    return chapter in PAGES and (not anchor or anchor in PAGES[chapter].anchors)


def links(page: Page) -> list[str]:
    return re.findall(r"\]\(([^)]*)\)", page.text)


def targets_in_code() -> Iterator[tuple[str, str]]:
    """(where, target) of each literal that the window's code opens the help with."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((f"{path.name}:{node.lineno}", target) for target in _targets(node))


def _targets(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    place = TARGET_CALLS.get(name, len(call.args))
    arguments = [
        *call.args[place : place + 1],
        *(word.value for word in call.keywords if name == "alarm" and word.arg == "target"),
    ]
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_is_called_as_its_page(name: str):
    assert PAGES[name].title == CHAPTERS[name]


def test_every_page_is_a_chapter():
    files = {path.stem for path in (ROOT / "resources" / "help").glob("*.md")}
    assert files == set(CHAPTERS)


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_link_of_a_page_leads_to_a_heading(name: str):
    assert [link for link in links(PAGES[name]) if not exists(link if not link.startswith("#") else name + link)] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_two_headings_of_a_page_have_one_name(name: str):
    assert len(PAGES[name].anchors) == len(set(PAGES[name].anchors))


def test_every_target_in_the_code_exists():
    found = list(targets_in_code())
    assert found
    assert [each for each in found if not exists(each[1])] == []


def test_each_page_of_the_inspector_has_its_help():
    assert len(TARGETS) == len(INSPECTED)
    assert [target for target in TARGETS if not exists(target)] == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_the_health_page_has_its_remedy(rule: str):
    assert exists(finding_target(rule))


def test_no_finding_is_told_that_no_rule_makes():
    told = {anchor for anchor in PAGES["findings"].anchors if anchor != "slow"}
    assert told == {split_target(finding_target(rule))[1] for rule in RULES}


def table_words(anchor: str, page: str = "sessions") -> set[str]:
    """The first column of the tables below a heading."""
    text, shown = source(page), False
    found = set()
    for line in text.splitlines():
        if line.startswith("#"):
            shown = line.endswith(f"{{#{anchor}}}")
        elif shown and line.startswith("| `"):
            found.add(line.split("`")[1])
    return found


def names(words: type[msgspec.Struct]) -> set[str]:
    info = msgspec.structs.fields(words)
    return {field.encode_name for field in info} | ({"type"} if words.__struct_config__.tag else set())


@pytest.mark.parametrize("anchor", WORDS)
def test_every_word_of_a_session_is_told_and_no_other(anchor: str):
    assert table_words(anchor) == names(WORDS[anchor])


def test_every_word_of_a_binary_structure_is_told_and_no_other():
    assert table_words("decoding-struct") == names(Struct) | names(StructField) | names(BitField)


def test_every_word_of_a_time_axis_is_told_and_no_other():
    assert table_words("time") == names(RateWords) | names(FieldTime)


def test_every_fault_is_told_in_the_words_of_the_simulator():
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.*) \|$", source("faults"), re.MULTILINE))
    assert rows == {name: kind.about for name, kind in KINDS.items()}


def test_a_heading_has_the_name_behind_it_and_code_is_no_heading():
    page = read_page("# One {#one}\nwords\n```\n# no heading\n```\n## Two\nmore")
    assert [(section.heading, section.anchor) for section in page.sections] == [("One", "one"), ("Two", "")]
    assert page.text.startswith("# One\nwords")


def test_words_are_read_without_their_marks():
    page = read_page("# One\nA **strong** [link](to#it), `code`.\n\n| a | b |\n| --- | --- |\n| c | d |")
    assert page.sections[0].words == "A strong link, code . a b c d"
