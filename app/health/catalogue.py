"""The findings that there are, by key, in the order in which they are told: a rule more is a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.health import computer_rules, data_rules, link_rules
from app.health.findings import Rule

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "ledger": data_rules.unbalanced,
        "kernel": data_rules.disagreeing,
        "connection": link_rules.absent,
        "flapping": link_rules.flapping,
        "violation": data_rules.violated,
        "silent": link_rules.silent,
        "behind": link_rules.behind,
        "starved": link_rules.starved,
        "order": link_rules.reordered,
        "rejected": data_rules.rejected,
        "discarded": data_rules.discarded,
        "unnoticed": data_rules.unnoticed,
        "jump": data_rules.jumping,
        "drift": data_rules.drifting,
        "untimed": data_rules.untimed,
        "unread": link_rules.unread,
        "orders": link_rules.orders,
        "capped": link_rules.capped,
        "history": data_rules.forgetting,
        "computer busy": computer_rules.busy,
        "computer refresh": computer_rules.giving_way,
        "computer suspended": computer_rules.suspended,
        "computer clock": computer_rules.clock_set,
    }
)
# over with the first look that does not find them: the link and the diagnosis have a patience of their own with each
OVER_AT_ONCE = frozenset({"connection", "silent", "behind", "order"})
