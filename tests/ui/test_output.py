"""What is for people may fail without ending anything; the report may not."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.output import Output, complain, console, holds_any_text, prepare_streams, write_report_text


@pytest.fixture
def abandoned() -> Iterator[io.TextIOWrapper]:
    """A pipe whose reader has left."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    with open(write_end, "w", encoding="utf-8") as stream:
        yield stream


@pytest.fixture
def full() -> Iterator[io.TextIOWrapper]:
    if not Path("/dev/full").is_char_device():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w", encoding="utf-8") as stream:
        yield stream


def test_a_reader_that_has_left_is_noticed_and_the_rest_goes_nowhere(abandoned):
    output = Output(abandoned)
    console(output).print("one")
    console(output).print("two")
    assert output.is_gone
    assert not output.isatty()


def test_a_full_disk_is_a_problem_but_nobody_has_left(full):
    output = Output(full)
    console(output).print("one")
    console(output).print("two")
    assert (output.is_gone, output.problem) == (False, "standard output: No space left on device")


def test_an_output_that_was_closed_from_the_beginning_swallows_everything():
    output = Output(None)
    console(output).print("one")
    assert (output.is_gone, output.problem) == (False, None)


def test_a_sign_that_the_encoding_lacks_becomes_a_question_mark(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "ascii"))
    prepare_streams()
    output = Output(sys.stdout)
    console(output).print("● open, 5 µs")
    assert raw.getvalue() == b"? open, 5 ?s\n"
    assert not holds_any_text(sys.stdout)


def test_a_complaint_without_a_standard_error_is_no_error(monkeypatch, abandoned):
    monkeypatch.setattr(sys, "stderr", None)
    complain("nobody hears this")
    monkeypatch.setattr(sys, "stderr", abandoned)
    complain("nor this")


def test_a_report_is_written_whole(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert write_report_text(json.dumps({"a": 1})) is None
    assert sys.stdout.getvalue() == '{"a": 1}'


def test_a_report_that_cannot_be_written_is_said_to_be_lost(monkeypatch, full):
    monkeypatch.setattr(sys, "stdout", full)
    assert write_report_text("{}") == "standard output: No space left on device: the report is lost"
    monkeypatch.setattr(sys, "stdout", None)
    assert write_report_text("{}") == "standard output is closed: the report is lost"
