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
from tests.languages.catalogue import read
from ui.help.asking import finding_target
from ui.help.chapters import CHAPTERS
from ui.help.pages import Page, read_page, source, split_target
from ui.inspector.panel import PAGES as INSPECTED
from ui.inspector.panel import TARGETS

ROOT = Path(__file__).resolve().parents[3]
LANGUAGES = ("en", "de")
PAGES_OF = {language: {name: read_page(source(name, language)) for name in CHAPTERS} for language in LANGUAGES}
PAGES = PAGES_OF["en"]
GERMAN = read(ROOT / "resources" / "languages" / "quintet_de.ts")
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
    return re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", page.text)  # but no pictures


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


def said_in(language: str, text: str) -> str:
    return text if language == "en" else GERMAN[text]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_is_called_as_its_page(name: str, language: str):
    assert PAGES_OF[language][name].title == said_in(language, CHAPTERS[name])


def test_every_page_is_a_chapter_in_each_language(language: str):
    folder = ROOT / "resources" / "help" / ("" if language == "en" else language)
    assert {path.stem for path in folder.glob("*.md")} == set(CHAPTERS)


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_link_of_a_page_leads_to_a_heading(name: str, language: str):
    found = links(PAGES_OF[language][name])
    assert [link for link in found if not exists(link if not link.startswith("#") else name + link)] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_two_headings_of_a_page_have_one_name(name: str):
    assert len(PAGES[name].anchors) == len(set(PAGES[name].anchors))


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_page_has_the_same_headings_and_links_in_each_language(name: str, language: str):
    page = PAGES_OF[language][name]
    assert [section.anchor for section in page.sections] == [section.anchor for section in PAGES[name].sections]
    assert sorted(links(page)) == sorted(links(PAGES[name]))


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_page_shows_the_same_code_and_tables_as_large_in_each_language(name: str, language: str):
    def rows(of: str) -> list[int]:
        return [line.count("|") for line in source(name, of).splitlines() if line.startswith("|")]

    assert rows(language) == rows("en")


def test_a_language_without_a_page_shows_the_english_one():
    assert source("findings", "fr") == source("findings")


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


def table_words(language: str, anchor: str, page: str = "sessions") -> set[str]:
    """The first column of the tables below a heading."""
    text, shown = source(page, language), False
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
def test_every_word_of_a_session_is_told_and_no_other(anchor: str, language: str):
    assert table_words(language, anchor) == names(WORDS[anchor])


def test_every_word_of_a_binary_structure_is_told_and_no_other(language: str):
    assert table_words(language, "decoding-struct") == names(Struct) | names(StructField) | names(BitField)


def test_every_word_of_a_time_axis_is_told_and_no_other(language: str):
    assert table_words(language, "time") == names(RateWords) | names(FieldTime)


def test_every_fault_is_told_in_the_words_of_the_simulator(language: str):
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.*) \|$", source("faults", language), re.MULTILINE))
    assert rows == {name: said_in(language, kind.about) for name, kind in KINDS.items()}


def test_a_heading_has_the_name_behind_it_and_code_is_no_heading():
    page = read_page("# One {#one}\nwords\n```\n# no heading\n```\n## Two\nmore")
    assert [(section.heading, section.anchor) for section in page.sections] == [("One", "one"), ("Two", "")]
    assert page.text.startswith("# One\nwords")


def test_words_are_read_without_their_marks():
    page = read_page("# One\nA **strong** [link](to#it), `code`.\n\n| a | b |\n| --- | --- |\n| c | d |")
    assert page.sections[0].words == "A strong link, code . a b c d"
