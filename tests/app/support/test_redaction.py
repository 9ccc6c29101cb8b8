"""What must not leave this computer is taken out of every text."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.session.escapes import to_text
from app.support.redaction import LEAST_SECRET, REMOVED, Redaction

PLAIN = Redaction()


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("tcp://me:hunter2@10.0.0.1:7001 refused", f"tcp://{REMOVED}@10.0.0.1:7001 refused"),
        ("http://token@host/path", f"http://{REMOVED}@host/path"),
        ("password=hunter2", f"password={REMOVED}"),
        ("PASSWORD: hunter2, user: me", f"PASSWORD: {REMOVED}, user: me"),
        ('{"api_key": "hunter2", "a": 1}', f'{{"api_key": {REMOVED}, "a": 1}}'),
        (r"{\"token\": \"hunter2\"}", rf"{{\"token\": {REMOVED}}}"),
        ("db-password = 'hunter 2'", f"db-password = {REMOVED}"),
        ("Authorization: Bearer abc.def", f"Authorization: Bearer {REMOVED}"),
        ("AUTH hunter2", f"AUTH {REMOVED}"),
        ("X-Auth-Token: hunter2", f"X-Auth-Token: {REMOVED}"),
        ("passphrase hunter2", f"passphrase {REMOVED}"),
        ("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\nafter", f"{REMOVED}\nafter"),
        ("-----BEGIN PRIVATE KEY-----\nabc\n", REMOVED),
    ],
)
def test_what_a_word_or_a_form_announces_is_removed(text: str, clean: str) -> None:
    assert PLAIN.clean(text) == clean


@pytest.mark.parametrize(
    "text", ["the author of this", "a compass reading: 12", "tokenizer=x", "127.0.0.1:7001 refused", "a@b", ""]
)
def test_what_only_looks_a_little_like_it_stays(text: str) -> None:
    assert PLAIN.clean(text) == text


def forms(secret: bytes) -> list[str]:
    text = secret.decode("utf-8", "replace")
    written = to_text(secret)
    return [text, written, repr(secret), repr(text), json.dumps(text), secret.hex(), json.dumps(written)]


@given(st.binary(min_size=LEAST_SECRET, max_size=30).filter(lambda data: len(data.strip()) >= LEAST_SECRET))
def test_a_known_secret_is_removed_in_every_form(secret: bytes) -> None:
    redaction = Redaction([secret])
    for form in forms(secret):
        clean = redaction.clean(f"before {form} behind")
        assert form not in clean
        assert REMOVED in clean


def test_each_line_of_a_known_secret_is_one_and_the_longest_goes_first() -> None:
    redaction = Redaction([b"LOGIN me\nhunter2!\r\nab\n"])
    clean = redaction.clean("the device said: hunter2! and ab and LOGIN me\nhunter2!")
    assert "hunter2" not in clean
    assert "and ab and" in clean  # too short to be told from any text


def test_a_word_of_a_known_secret_is_one_where_it_is_long_enough_to_be_a_password() -> None:
    redaction = Redaction([b'{"user":"me","pw":"correct"}'])
    assert redaction.clean("device: no user me with correct") == f"device: no user me with {REMOVED}"


def test_names_become_words_where_they_stand_alone() -> None:
    redaction = Redaction(names={"/home/somebody": "~", "vm": "this computer"})
    assert redaction.clean("/home/somebody/q.log on vm, not on svm") == "~/q.log on this computer, not on svm"
    assert redaction.clean("vm.overcommit_memory of vm.") == "vm.overcommit_memory of this computer."


def test_values_of_json_are_cleaned_within_and_below_a_secrets_name() -> None:
    value: dict[str, Any] = {
        "password": "a b c", "tokens": ["x"], "auth": {"user": "me"}, "count": 3, "none": None, "on": True,
        "text": "token=abc", "list": ({"secret": "x"}, 1.5), "tcp://a:b@c": "d",
    }  # fmt: skip
    assert Redaction().cleaned(value) == {
        "password": REMOVED, "tokens": REMOVED, "auth": {"user": "me"}, "count": 3, "none": None, "on": True,
        "text": f"token={REMOVED}", "list": [{"secret": REMOVED}, 1.5], f"tcp://{REMOVED}@c": "d",
    }  # fmt: skip


def test_a_long_text_without_secrets_costs_no_more_than_its_length() -> None:
    text = base64.b64encode(bytes(range(256)) * 400).decode()
    assert Redaction([b"hunter2 hunter2"]).clean(text) == text
