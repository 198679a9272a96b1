"""Sentences that say that a matter was raised before, is still open, or is wrong."""

from __future__ import annotations

import pytest
from letters_in_words import body, finding

RAISED = (
    "One of these AFIs was that the force should ensure that it can monitor all its computer systems. "
    "I am aware that this was initially raised as an issue by HMICFRS in 2014 but that whole system changes meant that no solution was progressed at that time."
)
CONTINUING = (
    "HMIC acknowledge that the force has improved since the initial 2014 inspection.\n\n"
    "The report identifies continuing delays in the analysis of computers as an issue and I would agree that this is not acceptable."
)


def test_the_earlier_finding_that_a_claim_speaks_of_is_a_finding_of_its_own_with_the_year_that_the_letter_gives() -> None:
    letter = body(RAISED)
    (claim,) = letter.claims
    earlier = finding(letter, "initially raised")
    assert (claim.kind, claim.year, claim.earlier) == ("recurrence", 2014, earlier.id)
    assert claim.finding == finding(letter, "computer systems").id
    assert (earlier.kind, earlier.word, earlier.year) == ("concern", "issue", 2014)
    assert earlier.quote.text == "this was initially raised as an issue by HMICFRS in 2014"


def test_an_earlier_finding_belongs_to_no_report_that_the_letter_answers() -> None:
    letter = body(RAISED, "PEEL: Police legitimacy 2017")
    assert (finding(letter, "computer systems").report, finding(letter, "initially raised").report) == ("r1", None)


def test_what_was_not_done_about_the_earlier_finding_answers_it() -> None:
    letter = body(RAISED)
    (response,) = letter.responses
    assert (response.status, response.to) == ("declined", (finding(letter, "initially raised").id,))


def test_a_continuing_delay_was_there_in_the_year_of_the_inspection_that_is_followed_up() -> None:
    letter = body(CONTINUING)
    (claim,) = letter.claims
    later, earlier = letter.findings
    assert (claim.finding, claim.earlier, claim.year) == (later.id, earlier.id, 2014)
    assert earlier.quote.text == "continuing delays in the analysis of computers"


def test_a_recommendation_that_is_outstanding_is_claimed_to_recur() -> None:
    letter = body("There have been improvements since the publication of the first report in March 2014. One recommendation which is outstanding relates to body worn video.")
    (claim,) = letter.claims
    assert (claim.kind, claim.year, claim.finding) == ("recurrence", 2014, letter.findings[0].id)


def test_what_another_report_had_found_is_the_earlier_of_the_finding_that_is_like_it() -> None:
    letter = body(
        "HMIC found the force's approach to the risk faced by domestic abuse victims and missing children requires improvement.\n\n"
        "The Vulnerability report, published in December 2015, identified the approach to missing children and victims of domestic abuse as an area for improvement."
    )
    later, earlier = letter.findings
    (claim,) = letter.claims
    assert (claim.kind, claim.finding, claim.earlier, claim.year) == ("recurrence", later.id, earlier.id, 2015)
    assert (earlier.kind, earlier.year) == ("area_for_improvement", 2015)


def test_an_earlier_finding_without_a_theme_of_its_own_is_about_what_the_claim_ties_it_to() -> None:
    letter = body(RAISED)
    later, earlier = finding(letter, "computer systems"), finding(letter, "initially raised")
    assert earlier.themes == later.themes != ()


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("It came up in the efficiency report of 2016 as well.", 2016),
        ("The same was said of us in the inspection report of 2014.", 2014),
        ("This was raised by HMIC in 2013 too, and I am not proud of it.", 2013),
        ("Vetting was criticised by inspectors in 2015 as well.", 2015),
        ("It has been said to us before, in the report of 2012.", 2012),
    ],
)
def test_what_was_said_in_an_earlier_report_as_well_is_claimed_to_recur(words: str, year: int) -> None:
    letter = body(f"Inspectors found that the vetting of staff was out of date. {words}")
    (claim,) = letter.claims
    later, earlier = letter.findings
    assert (claim.kind, claim.year, claim.finding, claim.earlier) == ("recurrence", year, later.id, earlier.id)
    assert later.themes == earlier.themes


@pytest.mark.parametrize(
    "words",
    [
        "A new policy was put before my board in 2016 as well.",
        "The report was published in 2016.",
        "Eighty files were found to be sound by our own audit of 2016.",
        "Recommendations were made in the last three years.",
        "The force was judged good in the report of 2016 too.",
    ],
)
def test_what_happened_in_another_year_is_no_claim_of_recurrence(words: str) -> None:
    assert body(f"Inspectors found that the vetting of staff was out of date. {words}").claims == ()


def test_a_grade_that_is_given_again_is_no_recurrence_of_a_finding() -> None:
    assert body("Once again the overall judgement of the inspection is that the force is 'good'.").claims == ()


def test_a_commissioner_who_disagrees_disputes_the_finding_of_that_section() -> None:
    letter = body("The Role of PCCs\n\nI welcome the report.\n\nThe Role of PCCs\n\nThe report touches on the potential risks of the role. I respectfully disagree with any implication that this role is political.")
    (claim,) = letter.claims
    assert (claim.kind, claim.finding) == ("dispute", letter.findings[0].id)


def test_a_report_called_out_of_date_and_misleading_is_disputed_as_a_whole() -> None:
    letter = body("I must outline my concerns that sections of the document are out of date, not evidenced, and contain misleading inaccuracies.")
    (claim,) = letter.claims
    assert (claim.kind, claim.finding) == ("dispute", None)
