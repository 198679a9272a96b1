"""Findings that a sentence of running prose ties to the name of their kind, and sentences that only look like it."""

from __future__ import annotations

import pytest
from letters_in_words import body, words

OUGHT = "the force should lock its property stores at night"
MATTER = "the security of its property stores"


@pytest.mark.parametrize(
    "told",
    [
        "The inspectors identified one area for improvement, being that {ought}.",
        "There is one area for improvement, to the effect that {ought}.",
        "The area for improvement is expressed in the following terms: {ought}.",
        "I do not dispute the area for improvement that {ought}.",
        "In one area for improvement the inspectors say that {ought}.",
        "As an area for improvement, the report says that {ought}.",
        "Of the areas for improvement, foremost among the areas for improvement is that {ought}.",
        "An area for improvement was recorded in respect of {matter}.",
        "HMICFRS gave us an area for improvement for {matter}.",
        "I turn to the area for improvement concerning {matter}.",
        "The inspectors' identification of {matter} as an area for improvement came as no surprise.",
        "The inspectors regarded {matter} as an area for improvement.",
        "The inspectors consider {matter} to be an area for improvement.",
        "HMICFRS identified as an area for improvement {matter}.",
        "It may surprise you that {matter} attracted an area for improvement.",
        "In this chapter {matter} is the subject of an area for improvement.",
        "That {ought} is the one area for improvement made here.",
    ],
)
def test_an_area_for_improvement_is_told_by_the_grammar_of_a_sentence(told: str) -> None:
    letter = body(told.format(ought=OUGHT, matter=MATTER) + " Sergeants were given the keys in May.")
    assert [found.kind for found in letter.findings] == ["area_for_improvement"]
    assert "property stores" in words(letter)[0]


@pytest.mark.parametrize(
    "told",
    [
        "A cause of concern was issued because the force does not lock its property stores.",
        "It was a cause of concern to the inspectors that the force does not lock its property stores.",
        "The force does not lock its property stores, and HMICFRS issued a cause of concern.",
    ],
)
def test_a_cause_of_concern_is_what_the_inspectors_gave_it_for(told: str) -> None:
    (found,) = body(told).findings
    assert (found.kind, "does not lock its property stores" in found.quote.text) == ("cause_of_concern", True)


@pytest.mark.parametrize(
    "told",
    [
        "I am grateful for the recommendation of the inspectors.",
        "The Police and Crime Panel made a recommendation that I should publish my diary.",
        "Progress against each area for improvement is tracked by my office.",
        "No area for improvement was identified in respect of neighbourhood policing.",
        "I intend to hold the force to account for its response to the recommendation.",
        "That recommendation was also made to eleven other forces.",
        "I do not accept that this amounts to a cause of concern.",
        "The coroner's recommendation that the force should review its pursuit policy has been met.",
        "HMICFRS has closed the cause of concern that it raised in 2019.",
        "The action plan sets out how every recommendation will be met.",
        "In my police and crime plan I made it an area for improvement that victims should be kept informed.",
    ],
)
def test_a_kind_without_a_matter_of_the_inspectors_is_no_finding(told: str) -> None:
    assert words(body(told)) == []
