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


LACK = "the force leaves its property stores unlocked too often"


@pytest.mark.parametrize(
    "told",
    [
        "The inspectors raised one cause of concern. {Lack}. I have asked for an account of it.",
        "The inspectors raised one cause of concern. It is that {lack}. I have asked for an account of it.",
        "There is a single cause of concern. In the inspectors' words, {lack}. I have asked for an account of it.",
        "HMICFRS issued a cause of concern. I give it in full. {Lack}. I have asked for an account of it.",
    ],
)
def test_a_cause_of_concern_is_told_by_the_sentence_after_its_announcement(told: str) -> None:
    letter = body(told.format(lack=LACK, Lack=LACK[0].upper() + LACK[1:]))
    assert [(found.kind, "unlocked too often" in found.quote.text) for found in letter.findings] == [("cause_of_concern", True)]


@pytest.mark.parametrize(
    "told",
    [
        "It contains two areas for improvement. The force is asked to lock its stores at night, and to list what is in them.",
        "There are two areas for improvement here. The force needs to lock its stores at night, and it needs to list what is in them.",
        "The force is recommended, within a month, to do two things. It must lock its stores at night, and it must list what is in them.",
        "I come to the areas for improvement. Under property there are two. The force needs to lock its stores; and it should list what is in them.",
    ],
)
def test_as_many_as_were_announced_are_told_by_the_clauses_of_the_next_sentence(told: str) -> None:
    letter = body(told)
    assert [("lock its stores" in words, "list what is in them" in words) for words in words(letter)] == [(True, False), (False, True)]
    assert len({found.kind for found in letter.findings} - {"concern"}) == 1


def test_what_is_said_of_a_matter_just_named_belongs_to_it() -> None:
    (found,) = body(
        "The third area for improvement is about stores. The constabulary is told to lock them at night. I asked why it did not."
    ).findings
    assert (found.kind, found.quote.text) == ("area_for_improvement", "about stores. The constabulary is told to lock them at night.")


@pytest.mark.parametrize(
    "told",
    [
        "The report raises one area for improvement. I do not agree with it. The Government has not funded us properly.",
        "There are two areas for improvement. Neither of them surprised me. I have not been idle.",
        "The report records five areas for improvement. My comments on each are set out below.",
        "The report raises one recommendation. This is not new to us.",
    ],
)
def test_what_the_commissioner_says_after_an_announcement_is_no_finding(told: str) -> None:
    assert words(body(told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "HMICFRS identified {first} and {second} as areas for improvement.",
        "HMICFRS identified as areas for improvement, for forces generally, {first}, and {second}.",
        "{First} and {second} were both listed as areas for improvement.",
        "{First} and {second} are the two areas for improvement.",
        "{First} and {second}: these are the two areas for improvement.",
        "The areas for improvement are in respect of {first} and {second}.",
        "There are areas for improvement both in respect of {first} and of {second}.",
        "The report lists five areas for improvement. The remaining two concern {first}, and {second}.",
        "I take the areas for improvement in turn. The first is that the force should lock {first}. A lock was bought. The second is that it should list {second}.",
        "The force should look after {first}. The force should look after {second}. These are the two areas for improvement.",
        "The force neglects {first}. It has no policy on {second}. The report gives both as areas for improvement.",
    ],
)
def test_two_areas_for_improvement_are_told_by_one_sentence_or_named_by_the_next(told: str) -> None:
    first, second = "the stores at the depot", "the register of keys"
    letter = body(told.format(first=first, second=second, First=first[0].upper() + first[1:]) + " Work is under way on both.")
    assert [(found.kind, first in found.quote.text.lower(), second in found.quote.text) for found in letter.findings] == [
        ("area_for_improvement", True, False),
        ("area_for_improvement", False, True),
    ]


def test_a_second_such_area_is_of_the_kind_named_before() -> None:
    letter = body(
        "The inspectors identified the stores at the depot as an area for improvement. A lock was bought. They identified as a second such area the register of keys."
    )
    assert [found.kind for found in letter.findings] == ["area_for_improvement"] * 2


@pytest.mark.parametrize(
    "told",
    [
        "The areas for improvement are being addressed, and the recommendations are in hand.",
        "Both are listed as areas for improvement and I think that both are fair.",
        "The remaining two are dealt with on my website.",
        "The recommendations are for the Home Office and for the College of Policing.",
    ],
)
def test_what_is_said_of_several_together_is_no_finding(told: str) -> None:
    assert words(body("I write in answer to the areas for improvement.\n\n" + told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "Two recommendations go with it, the first being that the force should lock its stores, and the second that it should list what is in them.",
        "The recommendations were, in the first place, that the force should lock its stores and, in the second place, that it should list what is in them.",
        "Recommendation 4 says that the force should lock its stores, and recommendation 7 that it should list what is in them.",
    ],
)
def test_recommendations_are_told_in_their_order_within_a_sentence(told: str) -> None:
    letter = body(told)
    assert [(f.kind, "lock its stores" in f.quote.text, "list what is in them" in f.quote.text) for f in letter.findings] == [
        ("recommendation", True, False),
        ("recommendation", False, True),
    ]
    assert [f.number for f in letter.findings] in ([None, None], ["4", "7"])


@pytest.mark.parametrize(
    "told",
    [
        "As we understand it only one recommendation is for chief constables: by March they should lock their stores.",
        "One more recommendation came out of the visit to Leek: the force should lock its stores.",
    ],
)
def test_what_stands_after_the_colon_of_a_kind_is_the_finding(told: str) -> None:
    (found,) = body(told + " A lock was bought.").findings
    assert (found.kind, found.quote.text.endswith("lock its stores") or found.quote.text.endswith("lock their stores")) == (
        "recommendation",
        True,
    )


@pytest.mark.parametrize(
    "told",
    [
        "Repeat victims, of whom there are many, do not appear among the recommendations.",
        "The remaining areas for improvement are dealt with in a table on my website.",
        "The Norfolk Safeguarding Children Board, for its part, has recommended that surgeries should share more with the police.",
        "The first of the recommendations has been met, and the second is in hand.",
        "I comment on the area for improvement as follows: the force has trained its officers.",
        "Recommendation 3 has been completed, and recommendation 4 is in hand.",
    ],
)
def test_tables_other_bodies_and_answers_are_no_findings(told: str) -> None:
    assert [f.quote.text for f in body(told).findings if f.number is None] == []


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("HMICFRS thinks that too few keys are kept under lock, and has made of this an area for improvement.", "area_for_improvement"),
        ("Under property came a solitary area for improvement, namely the keeping of keys.", "area_for_improvement"),
        ("Better keeping of keys is called for as an area for improvement.", "area_for_improvement"),
        ("I am asked about the keeping of keys, which was one of the areas for improvement.", "area_for_improvement"),
        ("Of the five areas for improvement in the report I single out the keeping of keys.", "area_for_improvement"),
        (
            "Six recommendations are made in all, of which one is for forces: to appoint a keeper of keys in every station.",
            "recommendation",
        ),
        ("They recommended, too, a fresh look at the keeping of keys.", "recommendation"),
        ("That every station should have a keeper of keys was recommended.", "recommendation"),
        ("HMICFRS was sufficiently troubled by the careless keeping of keys to raise a cause of concern.", "cause_of_concern"),
        ("The inspectors' cause of concern centres on the careless keeping of keys.", "cause_of_concern"),
    ],
)
def test_any_verb_that_ties_a_matter_to_a_kind_tells_it(told: str, kind: str) -> None:
    letter = body(told + " A lock was bought in May.")
    assert [(found.kind, "keys" in found.quote.text) for found in letter.findings] == [(kind, True)]


@pytest.mark.parametrize(
    "told",
    [
        "The recommendation was reported on at my meeting in May, and the minutes are on my website.",
        "An area for improvement of this kind depends on money from your department.",
        "The second recommendation is the responsibility of the Head of Crime.",
        "The recommendation, which was made in the spring, was met by the summer.",
        "Officers were told of the areas for improvement in a briefing, and the superintendents discussed them.",
        "The inspectors had no recommendation to make about custody.",
        "I publish the areas for improvement on my website, with progress against each of them.",
        "The inspectors listened to calls and found that they were answered promptly and with courtesy.",
    ],
)
def test_what_is_done_with_a_kind_is_no_matter_of_it(told: str) -> None:
    assert words(body(told)) == []


@pytest.mark.parametrize(
    ("told", "kind", "n"),
    [
        (
            "There were two areas for improvement. On the first, the keeping of keys, a lock was bought. On the second, the list of keys, nothing has been done.",
            "area_for_improvement",
            2,
        ),
        (
            "Two areas for improvement concern us. The first, on which we have most to do, is the keeping of keys. And the second is the list of keys.",
            "area_for_improvement",
            2,
        ),
        (
            "For efficiency there was an area for improvement: the force lacks a store for its keys. For legitimacy there were two: it does not count the keys and it does not list the keys.",
            "area_for_improvement",
            3,
        ),
        ("HMICFRS invites the force to look again at its keys in one of its areas for improvement.", "area_for_improvement", 1),
        (
            "The report makes a number of recommendations. The one which I find hardest is that every key should be counted.",
            "recommendation",
            1,
        ),
        ("The inspectors recommended a review of the keys and an end to the loan of keys.", "recommendation", 2),
        ("Two recommendations were made. First, it should count its keys. Second, it should list its keys.", "recommendation", 2),
        ("HMICFRS's only cause of concern lay in the careless keeping of keys.", "cause_of_concern", 1),
        (
            "The second matter, and the graver, is the cause of concern. The force does not count its keys as often as it should.",
            "cause_of_concern",
            1,
        ),
    ],
)
def test_findings_taken_up_one_by_one_are_each_told(told: str, kind: str, n: int) -> None:
    assert [(found.kind, "key" in found.quote.text) for found in body(told).findings] == [(kind, True)] * n


@pytest.mark.parametrize(
    "told",
    [
        "The inspectors found nothing that amounted to an area for improvement in this part of their report.",
        "To each of the recommendations there is a reply in the annex.",
        "We did not need a recommendation to tell us so.",
        "The last of the areas for improvement was signed off in June.",
    ],
)
def test_a_kind_that_was_not_needed_not_found_or_is_closed_is_no_finding(told: str) -> None:
    assert words(body(told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "Nobody will be astonished by the conclusion that victims are too readily passed from desk to desk.",
        "The report went on to observe that officers were uncertain when to call an interpreter.",
        "Its authors mention in passing that supervisors have too many officers to supervise.",
        "They also found that district commanders had no measure of outcomes for children.",
    ],
)
def test_what_inspectors_remark_upon_without_a_name_is_a_concern(told: str) -> None:
    assert [(found.kind, found.certainty) for found in body(told).findings] == [("concern", "stated")]


@pytest.mark.parametrize(
    "told",
    [
        "The force was found to require improvement in the manner in which it investigates offending.",
        "In the two remaining aspects, vulnerability and offender management, improvement is required.",
        "It is said to be inadequate at responding to the public.",
        "The inspectors had no concerns about custody.",
    ],
)
def test_a_grade_in_other_words_is_no_concern(told: str) -> None:
    assert words(body(told)) == []


def test_an_area_for_improvement_and_another_in_one_sentence_are_two() -> None:
    letter = body(
        "It is an area for improvement that the force should count its keys, of which many were lost, and another that it should list its locks."
    )
    assert [(found.kind, "keys" in found.quote.text, "locks" in found.quote.text) for found in letter.findings] == [
        ("area_for_improvement", True, False),
        ("area_for_improvement", False, True),
    ]
