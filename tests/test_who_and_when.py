"""Who wrote, to whom and when, where signature, letterhead, labels and foot share what a letter says."""

from __future__ import annotations

import pytest

from loaders.letter import Document, Letter
from loaders.recognise import recognise
from loaders.recognise.dates import dates_in
from loaders.resolve import resolve
from tests.letters_in_hand import REGISTERS

BODY = """HMICFRS published its report "Fit for the future: An inspection of workforce planning" on 3 May 2019. I have asked Exmoor Police for a plan.

The force accepts what the inspectors say and will act upon it before the end of the year."""
ADDRESS = "4 June 2019\n\nThe Rt Hon Sajid Javid MP\nHome Secretary\n\nDear Home Secretary"
FORM = """SECTION 55 FORM          OPCC/F2

Police area:              Exmoor
Completed by:             Ann Orchard, Police and Crime Commissioner
Name of report:           Fit for the future: An inspection of workforce planning
Issued by:                HMICFRS
Date of issue:            3 May 2019
Response sent to:         Rt Hon Sajid Javid MP
Date of response:         4 June 2019

Part 1

The force accepts what the inspectors say and I have asked for a plan."""


def letter(*parts: str) -> Letter:
    [found] = recognise(Document("x.txt", "0" * 64, "utf-8", "\n\n".join(parts) + "\n"), REGISTERS)
    return resolve(found, REGISTERS)


def who(found: Letter) -> tuple[str | None, str | None, str | None]:
    return found.author and found.author.name, found.addressee and found.addressee.name, found.date


ALL = ("Ann Orchard", "Sajid Javid", "2019-06-04")


@pytest.mark.parametrize("signed", ["A. Orchard", "A Orchard", "Ann", "AO", "A.O.", "(signed in her absence)"])
def test_a_signature_that_only_hints_is_the_name_in_full_that_the_letterhead_prints(signed: str) -> None:
    assert who(letter("ANN ORCHARD\nPolice and Crime Commissioner for Exmoor", ADDRESS, BODY, "Yours sincerely", signed)) == ALL


@pytest.mark.parametrize(
    "head",
    [
        "TO      Rt Hon Sajid Javid MP, Home Secretary\nFROM    Ann Orchard, Police and Crime Commissioner for Exmoor\nDATED   the fourth day of June 2019",
        "For: The Rt Hon Sajid Javid MP, Home Secretary\nBy: Ann Orchard, Deputy Mayor for Policing, Safer and Stronger Communities\nDate: 4 June 2019",
        "Dunster, 4 June 2019\n\nFrom the office of the Police and Crime Commissioner (Exmoor), Ann Orchard\n\nFor: The Rt Hon Sajid Javid MP, Home Secretary",
        "Exmoor Commissioner for Police, Fire & Rescue and Crime\nAnn Orchard\n\n" + ADDRESS,
        "ANN ORCHARD\nEXMOOR'S POLICE COMMISSIONER\n\n" + ADDRESS,
        "Ann Orchard \u00b7 Exmoor Police and Crime Commissioner \u00b7 The Old Police Station, Dunster\n\n" + ADDRESS,
        "An open letter to Sajid Javid, by Ann Orchard\nThe Dunster Gazette, Tuesday 4 June 2019, page 3",
    ],
)
def test_labels_letterheads_and_headlines_say_who_wrote_to_whom_and_when(head: str) -> None:
    assert who(letter(head, "Home Secretary,", BODY, "In haste,", "Ann")) == ALL


def test_the_foot_of_a_letter_says_to_whom_and_when() -> None:
    foot = "Ann Orchard\nPolice and Crime Commissioner for Exmoor\nThe Old Police Station, Dunster\n\nTo: The Rt Hon Sajid Javid MP\n4 June 2019"
    assert who(letter("Home Secretary,", BODY, foot)) == ALL


def test_a_form_with_labels_is_a_letter() -> None:
    found = letter(FORM)
    assert who(found) == ALL
    assert [(report.title, report.published) for report in found.reports] == [("Fit for the future: An inspection of workforce planning", "2019-05-03")]


def test_a_statement_says_in_its_first_words_to_whom_it_was_sent_and_has_the_day_of_its_page() -> None:
    found = letter("Posted on 4 June 2019 | Share this page", "Police and Crime Commissioner Ann Orchard has sent this statement to the Home Secretary, Sajid Javid.", f"I welcome the report. {BODY}")
    assert who(found) == ALL
    assert found.comments_published == "2019-06-04"


def test_the_chair_of_a_police_authority_signs_as_its_author() -> None:
    found = letter(ADDRESS, BODY, "I am, Home Secretary, yours faithfully,", "Dame Ann Orchard\nChair, City of London Police Authority Board")
    assert who(found) == ALL


def test_a_panel_paper_bears_the_date_of_the_meeting_unless_it_has_its_own() -> None:
    head = "Report to:          Exmoor Police and Crime Panel\nReport of:          Ann Orchard, Police and Crime Commissioner\nDate of Meeting:    11 June 2019"
    assert letter(head, BODY).date == "2019-06-11"
    assert letter(head + "\nDate:               4 June 2019", BODY).date == "2019-06-04"


def test_the_day_on_which_the_inspectorate_put_up_its_report_is_not_that_of_the_comments() -> None:
    found = letter(ADDRESS, "These are my comments on the report which HMICFRS put on its website on 3 May 2019.", BODY, "Yours sincerely", "Ann Orchard\nPolice and Crime Commissioner for Exmoor")
    assert found.comments_published is None


@pytest.mark.parametrize(("words", "edtf"), [("the ninth day of June 2022", "2022-06-09"), ("the twenty-third of May 2019", "2019-05-23"), ("the thirty-first of June 2019", None)])
def test_a_day_may_be_written_in_words(words: str, edtf: str | None) -> None:
    assert next((dated.edtf for dated in dates_in(words)), None) == edtf
