"""What the core says, as text and as that of which it was made."""

from app.sentence import sentence


def test_a_sentence_is_the_text_that_it_says():
    said = sentence("queue over {limit} %", limit=20)
    assert said == "queue over 20 %"
    assert f"{said}!" == "queue over 20 %!"


def test_a_sentence_remembers_of_what_it_was_made():
    said = sentence("queue over {limit} %", limit=20)
    assert (said.template, said.values) == ("queue over {limit} %", {"limit": 20})


def test_braces_in_a_value_are_no_fields():
    assert sentence("lost {name}", name="{limit}") == "lost {limit}"
