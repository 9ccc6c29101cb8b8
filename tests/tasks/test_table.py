"""The README and the help say of the everyday tasks what the tests count."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tasks.table import LOOKED_AT, OTHERS, TASKS, Task, readme_rows
from ui.help.pages import read_page, source

README = Path(__file__).parents[2] / "README.md"
PAGE = read_page(source("tasks", "en"))
COUNTS = {
    "en": ("One step", "Two steps", "Three steps", "Four steps", "Five steps", "Six steps"),
    "de": ("Ein Schritt", "Zwei Schritte", "Drei Schritte", "Vier Schritte", "Fünf Schritte", "Sechs Schritte"),
}


def test_the_readme_has_the_table_as_it_is_counted() -> None:
    text = README.read_text(encoding="utf-8")
    assert "\n".join(readme_rows()) in text
    assert LOOKED_AT in text


def test_there_are_ten_tasks_each_with_a_heading_of_its_own() -> None:
    assert len(TASKS) == 10
    assert PAGE.anchors == tuple(task.anchor for task in TASKS)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.anchor)
def test_the_help_tells_each_task_and_counts_its_steps(task: Task) -> None:
    for language, counts in COUNTS.items():
        page = read_page(source("tasks", language))
        section = next(section for section in page.sections if section.anchor == task.anchor)
        assert section.words.startswith(f"{counts[task.steps - 1]}.")


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.anchor)
def test_a_task_is_called_in_the_help_as_in_the_readme(task: Task) -> None:
    assert task.title in [section.heading for section in PAGE.sections if section.anchor == task.anchor]


def test_no_other_program_is_named_in_the_help() -> None:
    assert not any(name.rpartition(" ")[0] in PAGE.text for name in OTHERS)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.anchor)
def test_each_figure_of_another_program_says_how_it_was_counted(task: Task) -> None:
    assert all(other.why for other in task.others)
