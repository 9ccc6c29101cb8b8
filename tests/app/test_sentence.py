"""What the core says, as text and as that of which it was made."""

import copy
import pickle

import msgspec
import pytest

from app.sentence import joined, numbered, sentence


def test_a_sentence_is_the_text_that_it_says():
    said = sentence("queue over {limit} %", limit=20)
    assert said == "queue over 20 %"
    assert f"{said}!" == "queue over 20 %!"


def test_a_sentence_remembers_of_what_it_was_made():
    said = sentence("queue over {limit} %", limit=20)
    assert (said.template, said.values) == ("queue over {limit} %", {"limit": 20})


def test_braces_in_a_value_are_no_fields():
    assert sentence("lost {name}", name="{limit}") == "lost {limit}"


def test_one_and_many_are_two_sentences():
    assert numbered(1, "{count} row of {table}", "{count} rows of {table}", table="a") == "1 row of a"
    assert numbered(0, "{count} row of {table}", "{count} rows of {table}", table="a") == "0 rows of a"


@pytest.mark.parametrize("parts", [[], ["a"], ["a", sentence("{x} b", x="{y}"), "{c}"]])
def test_parts_beside_each_other_keep_what_they_were_made_of(parts: list[str]):
    said = joined(", ", parts)
    assert said == ", ".join(parts)
    assert list(said.values.values()) == parts


def test_a_copy_is_the_sentence_and_elsewhere_it_is_a_text():
    said = sentence("lost {name}", name="{limit}")
    assert copy.deepcopy([said])[0].template == "lost {name}"
    assert type(pickle.loads(pickle.dumps(said))) is str
    assert pickle.loads(pickle.dumps(said)) == said


def test_msgspec_writes_a_sentence_as_text_where_its_hook_makes_one():
    said = sentence("lost {name}", name="{limit}")
    assert msgspec.json.encode({said: [said]}, enc_hook=str) == b'{"lost {limit}":["lost {limit}"]}'
