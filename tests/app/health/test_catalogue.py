"""The findings that there are."""

from __future__ import annotations

from app.health import computer_rules, data_rules, link_rules
from app.health.catalogue import RULES


def test_every_rule_that_is_written_is_told() -> None:
    written = {
        value
        for module in (link_rules, data_rules, computer_rules)
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__ and not name.startswith("_")
    }
    assert set(RULES.values()) == written


def test_what_is_of_this_computer_can_be_told_by_its_key() -> None:
    of_computer = {key for key, rule in RULES.items() if rule.__module__ == computer_rules.__name__}
    assert {key for key in RULES if key.startswith("computer ")} == of_computer
