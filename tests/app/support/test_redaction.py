"""What must not leave this computer is taken out of every text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.session.escapes import to_text
from app.support.redaction import LEAST_SECRET, PIECE, REMOVED, Redaction

PLAIN = Redaction()


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("tcp://me:hunter2@10.0.0.1:7001 refused", f"tcp://{REMOVED}@10.0.0.1:7001 refused"),
        ("http://token@host/path", f"http://{REMOVED}@host/path"),
        ("tcp://me:p@ss/w:rd@10.0.0.1:7001 refused", f"tcp://{REMOVED}@10.0.0.1:7001 refused"),
        ('link: got "me:hunter2@host:1"', f'link: got "{REMOVED}@host:1"'),
        ("password=hunter2", f"password={REMOVED}"),
        ("PASSWORD: hunter2, user: me", f"PASSWORD: {REMOVED}, user: me"),
        ('{"api_key": "hunter2", "a": 1}', f'{{"api_key": {REMOVED}, "a": 1}}'),
        (r"{\"token\": \"hunter2\"}", rf"{{\"token\": {REMOVED}}}"),
        ("db-password = 'hunter 2'", f"db-password = {REMOVED}"),
        ("Authorization: Bearer abc.def", f"Authorization: {REMOVED}"),
        ('Authorization: Digest username="me", response="hunter2"', f"Authorization: {REMOVED}"),
        ("see Bearer abc.def", f"see Bearer {REMOVED}"),
        (r'password = "ab\"hunter2" here', f"password = {REMOVED} here"),
        ("password=ab,hunter2, user: me", f"password={REMOVED}, user: me"),
        ('{"accessToken":"hunter2","a":1}', f'{{"accessToken":{REMOVED},"a":1}}'),
        ("dbPassword: hunter2", f"dbPassword: {REMOVED}"),
        ("PASS hunter2", f"PASS {REMOVED}"),
        ('on_connect: expected an array, got "hunter2 me"', f"on_connect: expected an array, got {REMOVED}"),
        ("at column 36 of: on_connect = ['LOGIN hunter2\\q", f"at column 36 of: on_connect = {REMOVED}"),
        ("on_connect = ['(removed: 29 bytes)']", "on_connect = ['(removed: 29 bytes)']"),
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
    assert redaction.clean("vm.example.org, and vm.") == "this computer.example.org, and this computer."


def test_values_of_json_are_cleaned_within_and_below_a_secrets_name() -> None:
    value: dict[str, Any] = {
        "password": "a b c", "tokens": ["x"], "auth": {"user": "me"}, "count": 3, "none": None, "on": True,
        "text": "token=abc", "list": ({"secret": "x"}, 1.5), "tcp://a:b@c": "d",
    }  # fmt: skip
    assert Redaction().cleaned(value) == {
        "password": REMOVED, "tokens": REMOVED, "auth": {"user": "me"}, "count": 3, "none": None, "on": True,
        "text": f"token={REMOVED}", "list": [{"secret": REMOVED}, 1.5], f"tcp://{REMOVED}@c": "d",
    }  # fmt: skip


@pytest.mark.parametrize(
    "unit", ["1a2b3c4d", "a_", "token ", 'token\\"', "token=,", "a.", "://a:", "-----BEGIN ", "'a:"]
)
def test_a_long_text_costs_no_more_than_its_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))  # for minutes, where each place looks at all behind it
    assert REMOVED in Redaction([b"hunter2 hunter2"]).clean(text + "\npassword=hunter2")


def test_a_text_of_several_pieces_is_cleaned_to_its_end_and_stays_whole() -> None:
    line = "a line of a log that says nothing\n"
    text = line * (3 * PIECE // len(line))
    key = "-----BEGIN PRIVATE KEY-----\n" + "abcd\n" * PIECE + "-----END PRIVATE KEY-----"
    assert PLAIN.clean(f"{text}token=hunter2\n{text}{key}end") == f"{text}token={REMOVED}\n{text}{REMOVED}end"
