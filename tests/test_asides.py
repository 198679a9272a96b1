"""What is said in parenthesis of who said it: the sentence is read without it, and quoted with it."""

from __future__ import annotations

import pytest
from letters_in_words import body, words

from loaders.findings.layout.asides import Straight
from loaders.recognise.shadow import Shadow

STORES = "should lock its property stores at night"


@pytest.mark.parametrize(
    "aside",
    [
        "they wrote",
        "the inspectors found",
        "says the report",
        "HMICFRS tells us",
        "so the inspectors thought",
        "in the inspectors' view",
        "according to HMICFRS",
    ],
)
def test_what_the_inspectors_said_in_parenthesis_is_a_finding_quoted_as_it_stands(aside: str) -> None:
    told = f"The force, {aside}, {STORES}"
    (found,) = body(f"I read the report twice. {told}. New locks were fitted in May.").findings
    assert (found.quote.text.rstrip("."), found.certainty, found.voice) == (told, "stated", "inspectorate")


def test_as_many_as_were_announced_are_told_around_a_parenthesis() -> None:
    letter = body(f"They came back with two areas for improvement. The force, they wrote, {STORES}; and it should number its keys.")
    assert [found.kind for found in letter.findings] == ["area_for_improvement"] * 2


@pytest.mark.parametrize(
    "told",
    [
        "The force, I am told, has locked its stores.",
        "The Chief Constable, they said, was to be congratulated.",
        "The stores, as the public knows, are locked.",
    ],
)
def test_what_others_say_in_parenthesis_is_no_finding(told: str) -> None:
    assert words(body(told)) == []


def test_every_character_leads_back_to_where_it_stood() -> None:
    text = "All is well. The force, they wrote, should act; the rest, says the report, is good.\n\n1. Officers, HMICFRS found, wait."
    straight = Straight(Shadow(text))
    assert (
        straight.text
        == "All is well. They wrote that The force should act; The report says that the rest is good.\n\n1. HMICFRS found that Officers wait."
    )
    at = straight.text.index("The force should act")
    assert text[slice(*straight.span(at, at + len("The force should act")))] == "The force, they wrote, should act"
    assert straight.place(text.index("the rest")) <= straight.text.index("the rest")


def test_a_long_line_of_parentheses_is_put_straight_in_proportionate_steps() -> None:
    text = "The force, they wrote, should act " * 3000
    assert Straight(Shadow(text)).text.count("They wrote that") == 1
