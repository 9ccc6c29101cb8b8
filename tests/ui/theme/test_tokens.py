"""Contrast (WCAG 2.2) and colour-blind distance (Machado 2009, CIE Lab), computed over every pair."""

from itertools import combinations

import numpy as np
import pytest

from ui.theme.tokens import CONTRAST, DARK, LIGHT, State, Tokens

TEXT_CONTRAST = 4.5
CURVE_CONTRAST = 3.0
LEAST_DISTANCE = 18.0  # CIE76; two colours named alike by most people lie under 10

DICHROMACIES = {
    "none": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])

themes = pytest.mark.parametrize("tokens", [DARK, LIGHT, CONTRAST], ids=lambda t: t.name)


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_contrast_of_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@themes
def test_every_text_colour_is_readable_on_every_ground(tokens: Tokens) -> None:
    poor = [
        (ink, ground, round(contrast(ink, ground), 2))
        for ink in tokens.inks
        for ground in tokens.grounds
        if contrast(ink, ground) < TEXT_CONTRAST
    ]
    assert poor == []


@themes
def test_every_curve_colour_stands_out_from_the_plots_ground(tokens: Tokens) -> None:
    assert min(contrast(curve, tokens.surface) for curve in tokens.curves) >= CURVE_CONTRAST


@themes
@pytest.mark.parametrize("eyes", DICHROMACIES)
def test_any_two_curves_are_told_apart_by_colour_blind_eyes(tokens: Tokens, eyes: str) -> None:
    seen = {c: lab(DICHROMACIES[eyes] @ linear(c)) for c in tokens.curves}
    nearest = min((float(np.linalg.norm(seen[a] - seen[b])), a, b) for a, b in combinations(seen, 2))
    assert nearest[0] >= LEAST_DISTANCE, nearest


@themes
def test_no_two_states_share_a_colour(tokens: Tokens) -> None:
    assert len({tokens.of_state(state) for state in State}) == len(State)


@themes
def test_curve_colours_come_round_after_the_last(tokens: Tokens) -> None:
    assert tokens.curve(len(tokens.curves)) == tokens.curve(0)


def test_the_grid_is_quieter_than_a_separator() -> None:
    for tokens in (DARK, LIGHT, CONTRAST):
        assert contrast(tokens.grid, tokens.surface) < contrast(tokens.line, tokens.surface)


def test_high_contrast_keeps_7_to_1_for_text_and_4_5_to_1_for_curves_and_3_to_1_for_lines() -> None:
    inks = [contrast(ink, ground) for ink in CONTRAST.inks for ground in CONTRAST.grounds]
    assert min(inks) >= 7
    assert min(contrast(curve, CONTRAST.surface) for curve in CONTRAST.curves) >= 4.5
    assert min(contrast(CONTRAST.line, ground) for ground in CONTRAST.grounds) >= 3
