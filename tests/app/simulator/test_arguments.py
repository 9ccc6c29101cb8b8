"""The options: what is taken, and what is refused in which words."""

from __future__ import annotations

import argparse

import pytest

from app.simulator.arguments import add_arguments, count, port, rate, span


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("7001", 7001), ("65535", 65535)])
def test_ports(text, value):
    assert port(text) == value


@pytest.mark.parametrize("text", ["70000", "65536", "-1", "x", "", "1.5", "٣", "9" * 5000])
def test_what_is_no_port_is_refused_with_the_range(text):
    with pytest.raises(argparse.ArgumentTypeError, match="is not a number from 0 to 65535"):
        port(text)


@pytest.mark.parametrize(("text", "value"), [("1", 1.0), ("0.5", 0.5), ("2e3", 2000.0), ("max", None)])
def test_rates(text, value):
    assert rate(text) == value


@pytest.mark.parametrize("text", ["0", "-1", "nan", "-inf", "fast", "", "1e-9"])
def test_a_rate_is_a_number_above_0_or_max(text):
    with pytest.raises(argparse.ArgumentTypeError, match="neither a number above 0 nor max"):
        rate(text)


@pytest.mark.parametrize("text", ["inf", "1e9"])
def test_a_rate_beyond_all_machines_is_told_to_say_max(text):
    with pytest.raises(argparse.ArgumentTypeError, match="say max"):
        rate(text)


@pytest.mark.parametrize("text", ["0", "-3", "1.5", "many", ""])
def test_a_count_is_a_whole_number_above_0(text):
    assert count("12") == 12
    with pytest.raises(argparse.ArgumentTypeError, match="whole number above 0"):
        count(text)


@pytest.mark.parametrize(
    ("text", "ns"),
    [("10s", 10**10), ("10 s", 10**10), ("250ms", 250 * 10**6), ("1.5 min", 90 * 10**9), ("1h", 3600 * 10**9)],
)
def test_times_have_a_unit(text, ns):
    assert span(text) == ns


@pytest.mark.parametrize("text", ["10", "s", "-1s", "1d", ""])
def test_a_time_without_its_unit_is_refused_with_an_example(text):
    with pytest.raises(argparse.ArgumentTypeError, match='such as "10s"'):
        span(text)


def test_the_defaults_serve_all_devices_at_their_own_rate_on_this_machine_only():
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    options = parser.parse_args([])
    assert (options.host, options.port, options.rate) == ("127.0.0.1", 0, 1.0)
    assert (options.device, options.count, options.span_ns, options.session, options.json) == (None,) * 5


def test_the_options_fit_beside_those_of_other_commands():
    parser = argparse.ArgumentParser(prog="quintet")
    add_arguments(parser.add_subparsers(dest="command").add_parser("simulate"))
    assert parser.parse_args(["simulate", "--rate", "max"]).rate is None
