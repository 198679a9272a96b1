"""Which reports a letter answers and when they came out, where it comes to them late or tells their days first; statements on pages. All are invented."""

from __future__ import annotations

import pytest

from loaders.letter import Letter
from tests.letters_in_hand import letters
from tests.test_who_and_when import ADDRESS, letter

FOOT = ("Yours sincerely", "Ann Orchard\nPolice and Crime Commissioner for Exmoor")
REST = "I have asked the force for a plan and it has begun to write one."
PLANNING = "Fit for the future: An inspection of workforce planning"
BOATS = "Safe harbour: An inspection of how the police look after boats"


def dated(found: Letter) -> list[tuple[str, str | None]]:
    return [(report.title.split(":")[0], report.published) for report in found.reports]


BOTH = [("Fit for the future", "2019-04-27"), ("Safe harbour", "2019-05-08")]


@pytest.mark.parametrize(
    "opening",
    [
        f'I respond to two reports. The first, "{PLANNING}", was published on 27 April 2019. The second, "{BOATS}", followed on 8 May 2019.',
        f"I reply to:\n\n• {PLANNING}, published on 27 April 2019; and\n• {BOATS}, published on 8 May 2019.",
        f"My comments concern the following:\n\n1. {PLANNING} (published 27 April 2019)\n2. {BOATS} (published 8 May 2019)",
    ],
)
def test_two_reports_are_named_in_the_opening_each_with_its_day(opening: str) -> None:
    assert dated(letter(ADDRESS, "Two inspection reports", opening, REST, *FOOT)) == BOTH


def test_a_second_report_that_was_announced_is_named_where_the_letter_comes_to_it() -> None:
    opening = f'This letter deals with two inspections. The planning report, "{PLANNING}", was published on 27 April 2019.'
    told = [f"{REST} The inspectors saw {n} officers." for n in ("two", "three", "four", "five", "six", "seven")]
    found = letter(ADDRESS, opening, *told, f'The boats report, "{BOATS}", is national. It was published in May 2019.', *FOOT)
    assert [title for title, _ in dated(found)] == ["Fit for the future", "Safe harbour"]


def test_a_title_in_quotation_marks_that_nobody_announced_is_no_report_answered() -> None:
    opening = f'HMICFRS published its report "{PLANNING}" on 27 April 2019.'
    assert dated(letter(ADDRESS, opening, REST, f'Some of this was said before, in the report "{BOATS}".', *FOOT)) == BOTH[:1]


@pytest.mark.parametrize(
    "said",
    [
        "On 27 April 2019 Her Majesty's Inspectorate of Constabulary published this report and I have read it with care.",
        "On 27 April HMICFRS published the report of its inspection into how forces plan for the years to come.",
        'The above report was published by Her Majesty\'s Inspectorate of Constabulary and Fire & Rescue Services ("the Inspectorate") on 27 April 2019.',
    ],
)
def test_the_day_may_stand_before_the_verb_or_behind_a_long_name(said: str) -> None:
    assert dated(letter(ADDRESS, PLANNING, said, REST, *FOOT)) == BOTH[:1]


@pytest.mark.parametrize("said", ["On 27 April 2019 I published my comments and sent the report to the panel.", "On 27 April 2019 inspectors visited the force, and the report has now been published."])
def test_the_day_of_something_else_is_not_that_of_the_report(said: str) -> None:
    assert dated(letter(ADDRESS, PLANNING, said, REST, *FOOT)) == [("Fit for the future", None)]


def test_the_first_and_the_second_of_two_reports_take_their_days_in_order() -> None:
    said = "I am obliged to comment on these two reports, the first of which was issued on 27 April and the second on 8 May 2019."
    assert dated(letter(ADDRESS, f"{PLANNING}\n{BOATS}", said, REST, *FOOT)) == BOTH


PAGE = f"""Exmoor Combined Authority

Home > Policing > Inspections

Mayor's response to the police inspection report

Published: 4 June 2019

This statement is addressed to the Home Secretary, the Rt Hon Sajid Javid MP, and to HMICFRS. It is the response required of the Mayor by section 55 of the Police Act 1996.

What is the report about?

HMICFRS published {PLANNING} on 27 April 2019. The Mayor answers for Exmoor Police.

What do people think?

Residents told us that they want more officers, and the Mayor said that he agrees with them.

Statement by Ann Orchard, Mayor of Exmoor

Share this page
"""


def test_a_page_that_states_its_duty_is_a_statement_with_its_author_addressee_and_day() -> None:
    [found] = letters(PAGE)
    assert (found.author.name, found.author.office, found.addressee.name, found.date, found.comments_published) == ("Ann Orchard", "Mayor", "Sajid Javid", "2019-06-04", "2019-06-04")


def test_a_newspaper_that_reports_a_response_is_none() -> None:
    article = "Mayor's response to police inspection report slammed\n\nThe Mayor of Exmoor said the report by HMICFRS was fair. Residents told us they want more officers. He said a plan would follow."
    assert letters(article) == []


@pytest.mark.parametrize("title", ["Alderman", "Councillor", "Colonel", "Canon", "Deputy"])
def test_a_style_before_a_name_is_no_part_of_it(title: str) -> None:
    assert letter(ADDRESS, PLANNING, REST, "Yours sincerely", f"{title} Ann Orchard\nChair of the City of London Police Authority Board").author.name == "Ann Orchard"


def test_a_scrawl_that_the_next_line_spells_out_is_the_name_in_full() -> None:
    found = letter(ADDRESS, PLANNING, REST, "Yours sincerely", "A M Orchard", "Ann Orchard\nPolice and Crime Commissioner for Exmoor", "Copy: HMICFRS")
    assert found.author.name == "Ann Orchard"
