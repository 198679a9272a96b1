"""Which passages answer which findings, how far they say it has come, by when, and who speaks."""

from __future__ import annotations

import pytest
from letters_in_words import answered, body

from loaders.findings.wording.answering import answers
from loaders.findings.wording.deadlines import due
from loaders.findings.wording.status import status

LIST = """
Inspectors made three recommendations. The force should:

1. Improve how crimes are allocated to officers;
2. Retrieve evidence from mobile phones more quickly; and
3. Manage suspects who are released on bail.

The response to these recommendations is being led by a superintendent.

Mobile phones are now examined within a week of being seized.

A new team has been set up to visit suspects on bail each month.
"""


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("a wellbeing board has been established", "done"),
        ("an it solution is being developed to address this", "in_progress"),
        ("action has been taken and grids will be rolled out across the force", "in_progress"),
        ("any additional livery will also be considered as part of this", "planned"),
        ("the use of body worn video is under review", "under_review"),
        ("it is not possible to change that to a single model", "declined"),
        ("this approach was a conscious decision of chief officers", "declined"),
        ("i will continue to hold the chief constable to account", "monitoring"),
        ("the force has set up a learning group and i shall be monitoring its outcomes", "done"),
        ("recommendation 9 has not been completed", "in_progress"),
        ("recommendation 9 has not been completed but it will be by june", "planned"),
        ("this has not yet been implemented", "in_progress"),
        ("this has not yet begun", "planned"),
        ("the policy was not introduced", "in_progress"),
        ("the policy is not in place", "in_progress"),
        ("none of the work has been completed", "in_progress"),
        ("nothing has been done", "in_progress"),
        ("the force has made no progress", "in_progress"),
        ("a unit for this", "in_progress"),
        ("the recommendation has not been rejected", "in_progress"),
        ("the recommendation was rejected", "declined"),
        ("accepted and complete", "done"),
        ("no complaints have been received since the policy was introduced", "done"),
        ("training has not only been introduced but has also been evaluated", "done"),
        ("although this was not completed in time, it has now been completed", "done"),
        ("to ensure that errors are not repeated the force has introduced a check", "done"),
    ],
)
def test_the_status_of_a_response_follows_its_tense_and_its_verbs(words: str, state: str) -> None:
    assert status(words) == state


@pytest.mark.parametrize(
    ("words", "state", "day"),
    [
        ("by the end of april 2016 further work will be done", "planned", "2016-04-30"),
        ("a unit will open in september 2016", "planned", "2016-09"),
        ("training will be complete by december 2014", "in_progress", "2014-12"),
        ("as part of the new policing model in 2018", "under_review", "2018"),
        ("first figures will be published in june", "planned", "2016-06"),
        ("new software goes live in february", "planned", "2017-02"),
        ("a policy was published in july 2015", "done", None),
        ("this will end by 31 june 2020", "planned", "2020-06"),
        ("this will end by 99 may 2020", "planned", "2020-05"),
        ("this will end by 29 february 2019", "planned", "2019-02"),
        ("this will end by 29 february 2020", "planned", "2020-02-29"),
        ("this will end by 30 june 2020", "planned", "2020-06-30"),
        ("this will be finished soon", "planned", None),
    ],
)
def test_a_promise_is_due_when_it_says_and_a_month_alone_is_the_next_after_the_letter(words: str, state: str, day: str | None) -> None:
    assert due(words, state, "2016-03-10") == day


def test_a_paragraph_under_a_list_answers_the_finding_of_the_list_that_it_is_about() -> None:
    _, about = answered(body(LIST), "examined within a week")
    assert about == ["Retrieve evidence from mobile phones more quickly"]


def test_a_paragraph_about_none_of_a_list_answers_all_of_it() -> None:
    _, about = answered(body(LIST), "led by a superintendent")
    assert len(about) == 3


def test_a_labelled_response_answers_the_finding_above_it() -> None:
    letter = body("Recommendation 4: The force should publish its figures.\n\nResponse: Figures are already published.\n\nRecommendation 6: The force should train its officers.\n\nResponse: Half of them have had the training.")
    assert answered(letter, "already published")[1] == ["The force should publish its figures."]
    assert answered(letter, "had the training")[1] == ["The force should train its officers."]


def test_a_reply_below_a_bullet_answers_that_bullet() -> None:
    letter = body("HMIC's areas for improvement are these.\n\n* The constabulary should learn from return interviews.\n    - A coordinator was appointed in January.\n* The constabulary should allocate crimes promptly.\n    - A new unit will open in September 2016.")
    response, about = answered(letter, "new unit")
    assert (response.status, response.due, about) == ("planned", "2016-09", ["The constabulary should allocate crimes promptly."])


def test_a_note_in_the_text_says_which_endnote_is_answered() -> None:
    letter = body("The first [1] has been met. On the second [2] the force is building a new profile.\n\nNOTES\n\n[1] Area for improvement: the force should widen its approach to offenders.\n\n[2] Area for improvement: the force should develop its profile of organised crime.")
    assert answered(letter, "building a new profile")[1] == ["the force should develop its profile of organised crime."]


def test_the_rest_of_the_sentence_that_states_a_finding_answers_it() -> None:
    letter = body("The report found that officers did not understand the powers of arrest, and following an assessment their training has been revised.")
    response, about = answered(letter, "training has been revised")
    assert (response.status, about) == ("done", ["officers did not understand the powers of arrest"])


def test_a_last_word_about_all_issues_answers_every_finding_of_the_letter() -> None:
    letter = body(
        "The report found that the force does not record every crime. A policy has been written.\n\nInspectors also found that custody records were poor. New forms are in use.\n\n"
        "I will hold the Chief Constable to account to ensure that all of the issues are fully addressed."
    )
    response, about = answered(letter, "all of the issues")
    assert (response.status, len(about)) == ("monitoring", 2)


def test_signed_comments_of_the_chief_constable_are_his_and_what_comes_after_is_the_commissioners() -> None:
    letter = body(
        "Recommendation 1: The force should train its officers.\n\nChief Constable's comments:\n\nAll officers have now been trained.\n\nChief Constable\n\n"
        "Commissioner's comments:\n\nI will continue to monitor this training closely."
    )
    assert answered(letter, "have now been trained")[0].by == "chief_constable"
    assert answered(letter, "continue to monitor")[0].by == "commissioner"


def test_a_refusal_is_a_response_that_declines() -> None:
    letter = body("Recommendation 1: The force should provide a separate course.\n\nThe Constabulary does not intend to provide a separate course.")
    assert answered(letter, "does not intend")[0].status == "declined"


def test_praise_and_description_answer_nothing() -> None:
    letter = body("The report found that the force does not record every crime. I am pleased that satisfaction has risen. We have 2,000 officers.")
    assert [r.quote.text for r in letter.responses if "pleased" in r.quote.text] == []


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_what_follows_an_announced_finding_in_prose_answers_it(gap: str) -> None:
    told = gap.join(["The report identified two areas for improvement.", "The force should improve how it records the use of force.", "A new form has been introduced to address this."])
    response, to = answered(body(told), "A new form")
    assert (response.status, to) == ("done", ["The force should improve how it records the use of force."])


@pytest.mark.parametrize(
    "words",
    [
        "While there are elements of this report that are helpful, sections of the document are out of date and contain mistakes.",
        "It is my opinion that the respective reports simply show that the arrangement has run its course.",
        "The Chief Constable and I set out concerns about the language and content of the report in a joint letter.",
        "The force has not yet defined how all of its services will operate in the future.",
        "The report found that the force has a strong ethos of looking after victims.",
    ],
)
def test_what_is_said_of_the_report_and_what_a_force_has_not_done_answer_nothing(words: str) -> None:
    assert not answers(words.lower(), expected=True)


def test_what_has_not_been_done_answers_where_it_is_printed_as_the_reply_or_says_what_comes_of_it() -> None:
    assert answers("the force has not yet appointed a new analyst.", expected=True, reply=True)
    assert answers("the force has not yet appointed a new analyst but will do so by june.", expected=True)


TOLD_IN_TURN = """
The report found that the force does not record every crime. A new form has been introduced for this.

Inspectors also found that custody records were poor. Sergeants have been trained to keep them.

{last}

I should like to see a fairer grant for the county."""


@pytest.mark.parametrize(
    "last",
    [
        "The Chief Constable will account to me for progress at my public meeting each month.",
        "I shall require a report on progress at each meeting of my Policing Board.",
        "I shall keep watch upon both matters through my Governance Board.",
        "I will review the position as a whole at my Monitoring Board in March and quarterly thereafter.",
    ],
)
def test_what_is_watched_when_all_was_told_is_all_of_it_though_other_words_follow(last: str) -> None:
    response, about = answered(body(TOLD_IN_TURN.format(last=last)), last[:30])
    assert (response.status, len(about)) == ("monitoring", 2)


@pytest.mark.parametrize("last", ["I shall look at the keeping of custody records every month.", "That training has been tested since, and I shall be watching it."])
def test_what_is_watched_at_the_end_of_one_matter_is_not_all_of_them(last: str) -> None:
    assert len(answered(body(TOLD_IN_TURN.format(last=last)), last[:30])[1]) == 1


def test_both_places_are_no_two_findings() -> None:
    letter = body(TOLD_IN_TURN.format(last="Books for those who wait in custody have been bought for both suites."))
    assert len(answered(letter, "have been bought")[1]) == 1


def test_a_status_line_below_what_was_done_says_how_far_that_has_come_and_is_no_answer_of_its_own() -> None:
    letter = body("Recommendation 1: The force should train its officers.\n\nAction taken: A course has been written for them.\n\nStatus: Ongoing\n\nRecommendation 2: The force should publish its figures.\n\nStatus: Complete")
    assert [(r.status, len(r.to)) for r in letter.responses] == [("in_progress", 1), ("done", 1)]


LATER = """
2. The cause of concern

2.1 A new team has been formed. The single process demanded by the second recommendation will be in use by 30 June 2019. As regards the third recommendation, talks with the council are proceeding.

3. Areas for improvement

3.1 The second has been met in full.

SCHEDULE 1
Cause of concern

The force is failing to assess risk in good time. To address this cause of concern the force should:

(i) ensure that there are enough trained staff;

(ii) adopt a single process of assessment; and

(iii) agree with its partners how information is to be exchanged.

SCHEDULE 2
Areas for improvement

A. The force should ensure that evidence is retrieved at the first opportunity.

B. The force should ensure that crimes are allocated to people with the right skills.
"""


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("The single process demanded", "adopt a single process of assessment"),
        ("talks with the council", "agree with its partners how information is to be exchanged"),
        ("met in full", "The force should ensure that crimes are allocated to people with the right skills"),
    ],
)
def test_what_stands_under_the_name_of_a_kind_answers_those_that_a_schedule_gives_only_later(words: str, about: str) -> None:
    assert [text.rstrip(".") for text in answered(body(LATER), words)[1]] == [about]


def test_a_sentence_like_no_finding_goes_on_with_what_the_one_before_it_answered() -> None:
    told = "The inspectors found that disclosures took too long. They also found that feedback was not sought.\n\nMore people have been recruited, so that disclosures are now made in a month. A target of three weeks has been set, to be met by December 2022."
    assert len(answered(body(told), "A target of three weeks")[1]) == 1


QUOTED = """
The report found that the force does not record every crime. {said}

"I accept that. A new form has been introduced.

Every sergeant is now being trained in its use.{ends}

I agree with that. I shall look at the form at every meeting of my Board."""


@pytest.mark.parametrize("said", ["The Chief Constable adds:", "I asked the Chief Constable to reply in her own words, and she does so in this reply:", "The comments of the Chief Constable, which I quote in full, are these:", "The Chief Constable's observations are reproduced here:"])
@pytest.mark.parametrize("ends", ['"', '\n\nHelen Draycott\nChief Constable"'])
def test_what_is_quoted_of_the_chief_constable_is_his_to_the_end_of_the_quotation(said: str, ends: str) -> None:
    letter = body(QUOTED.format(said=said, ends=ends))
    assert [answered(letter, words)[0].by for words in ("new form has been", "sergeant is now", "look at the form")] == ["chief_constable", "chief_constable", "commissioner"]


def test_replies_under_each_finding_are_the_chief_constables_where_the_letter_says_so() -> None:
    letter = body("These are the areas for improvement, to which the Chief Constable has replied as shown.\n\n* The force should train its officers.\n  - Reply: A course has been written.\n\nI shall be watching the course myself at each meeting of my Board.")
    assert answered(letter, "course has been")[0].by == "chief_constable"
    assert answered(letter, "watching the course")[0].by == "commissioner"


def test_a_reply_to_the_chief_constable_is_the_commissioners() -> None:
    letter = body("Comments of the Chief Constable\n\nRecommendation 1: The force should train its officers.\nThey have all been trained.\n\nMY REPLY TO THE CHIEF CONSTABLE\n\nI shall ask for a report on this recommendation each month.")
    assert answered(letter, "report on this")[0].by == "commissioner"
