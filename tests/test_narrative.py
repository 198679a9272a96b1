"""Findings told over several sentences: what was announced, by whom, how many are still to be told, and what only takes them up again."""

from __future__ import annotations

import pytest
from letters_in_words import body, words

AFI, RECOMMENDATION, CAUSE = "area_for_improvement", "recommendation", "cause_of_concern"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("There is one cause of concern. The inspectors found that the force cannot say which of its prisoners are at risk.", CAUSE),
        (
            "One recommendation remained from the year before. The inspectors had asked that the force should give its volunteers a uniform.",
            RECOMMENDATION,
        ),
        (
            "HMICFRS made one area for improvement. In the inspectors' view officers should write up their notebooks before they go off duty.",
            AFI,
        ),
    ],
)
def test_what_inspectors_are_said_to_have_found_after_an_announcement_is_what_was_announced(told: str, kind: str) -> None:
    assert [found.kind for found in body(told).findings] == [kind]


@pytest.mark.parametrize(
    "told",
    [
        "There is one area for improvement, that the force should count its radios. The inspectors also found that lockers were seldom checked.",
        "Two points are not reflected in the recommendations. Inspectors noticed that lockers were seldom checked.",
        "All three recommendations have been met. Inspectors found that lockers were seldom checked.",
    ],
)
def test_what_is_told_besides_what_was_announced_keeps_no_name(told: str) -> None:
    assert body(told).findings[-1].kind == "concern"


@pytest.mark.parametrize(
    "told",
    [
        "The panel made two recommendations. One is that I should publish my expenses. The other is that I should appoint a deputy.",
        "I have made two recommendations to the Chief Constable. The first is that he should publish his diary. The second is that he should visit each town.",
        "The Safeguarding Board, for its part, has made two recommendations. The first is that doctors should ring the police.",
        "There were three areas for improvement in the last report. All have been closed. The force must not rest on that.",
        "There is one area for improvement, and I have dealt with it above. The police should be free to do their work.",
        "I shall go through all three areas for improvement in July. The first is a matter of money. The second is in the hands of our architect.",
    ],
)
def test_what_others_counted_or_what_was_closed_announces_nothing(told: str) -> None:
    assert words(body(told)) == []


def test_one_of_several_taken_up_again_is_no_second_finding() -> None:
    letter = body(
        "The report names two areas for improvement, the cleanliness of the cells and the lighting of the yard. The first has been met. The second is to be considered by the Estates Board in May."
    )
    assert words(letter) == ["the cleanliness of the cells", "the lighting of the yard"]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (
            "They found that calls about children waited too long for an officer, and that dispatchers did not know which patrols were free. Both are given as areas for improvement.",
            [AFI] * 2,
        ),
        (
            "The inspectors thought that the handover was hurried and that too little of it was written down. These are two of the three areas for improvement.",
            [AFI] * 2,
        ),
        ("They want the force to keep its seized drugs behind two locks. It is the third area for improvement.", [AFI]),
        (
            "HMICFRS set two areas for improvement. To begin with, the force should mend its kennels. Then it should find a second vet.",
            [AFI] * 2,
        ),
        (
            "I come to the first area for improvement. The inspectors say that the force should visit every licensed dealer once a year.",
            [AFI],
        ),
        ("The report makes nine recommendations. Only one concerns police forces. They should mark their bicycles.", [RECOMMENDATION]),
    ],
)
def test_what_a_sentence_before_or_after_names_has_that_kind(told: str, kinds: list[str]) -> None:
    assert [found.kind for found in body(told).findings] == kinds


def test_the_former_and_the_latter_answer_what_was_told() -> None:
    letter = body(
        "Two matters are called areas for improvement: the cleanliness of the cells, and the lighting of the yard. The former has been seen to; the latter will be done by June."
    )
    assert len(letter.findings) == 2
