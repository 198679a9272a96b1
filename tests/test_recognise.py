"""Who, when, to whom, about what, with which grades and counts: one sentence, one test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.read import read
from loaders.recognise import recognise
from loaders.recognise.prose import sentences
from loaders.recognise.shadow import Shadow
from tests.letters_in_hand import FOOT, HEAD, REGISTERS, SUBJECT, document, grades, letter, letters, quotes

SHIPPED = sorted((Path(__file__).resolve().parents[1] / "records/letters/west-mercia").glob("*.txt"))
BUNDLE = next(path for path in SHIPPED if path.name.startswith("003"))
ARTICLE = """Police told to do better

Inspectors from HMICFRS have told Wessex Police to improve how it looks after victims.

Police and Crime Commissioner Jane Roe said: "I am disappointed by the report and I will hold the chief constable to account."

She added: "I have asked for an action plan and I shall publish it."
"""


def test_the_shadow_leads_back_to_the_exact_words() -> None:
    text = "The in\u00adspec\u00adtors’ **ﬁndings**\u00a0– good\r\nNext"
    shadow = Shadow(text, start=100)
    at = shadow.text.index("findings")
    first, last = shadow.span(at, at + len("findings"))
    assert shadow.text == "The inspectors' findings - good\nNext"
    assert text[first - 100 : last - 100] == "ﬁndings"


def test_a_sentence_goes_on_over_a_page_break_and_an_abbreviation_does_not_end_it() -> None:
    text = "The report (No. 5 of Mr. Roe) says that the policing of the county and the\n\nmodel designed for it are sound. It ends here."
    assert [text[i:j] for i, j in sentences(text, 0, len(text))] == [text[: text.index(" It ends")], "It ends here."]


def test_the_bundle_holds_twenty_four_letters_that_tile_it_out_of_date_order() -> None:
    found = recognise(read(BUNDLE), REGISTERS)
    spans = [(each.start, each.end) for each in found]
    assert len(found) == 24
    assert spans[0][0] == 0 and [a for a, _ in spans[1:]] == [b for _, b in spans[:-1]]
    assert found[5].date == "2014-08-29" and found[4].date == "2015-02-24"


def test_a_date_above_the_address_belongs_to_the_letter_below_it() -> None:
    second = HEAD.replace("3 June 2021\n\n", "").replace("Rt Hon", "9 July 2021\n\nRt Hon", 1)
    body = "I am writing in response to the HMICFRS report and I have asked the force to act on it.\n"
    found = letters(f"{HEAD}\n{SUBJECT}\n\n{body}\n{FOOT}\n{second}\n{SUBJECT}\n\n{body}\n{FOOT}")
    assert [each.date for each in found] == ["2021-06-03", "2021-07-09"]


def test_a_chief_constables_letter_inside_is_no_letter_and_he_is_not_the_author() -> None:
    inside = "ANNEX\n\nDear Commissioner\n\nI am grateful for the chance to comment on the report, which is fair.\n\nYours sincerely\n\nPaul Poe\nChief Constable"
    [found] = letters("\n\n".join((HEAD, SUBJECT, "I am writing about the report and I have asked the Chief Constable to comment.", FOOT, inside)))
    assert found.author and found.author.name == "Jane Roe"


def test_a_newspaper_article_is_no_letter() -> None:
    assert letters(ARTICLE) == []


def test_a_page_in_the_commissioners_own_words_is_a_letter_without_addressee() -> None:
    [found] = letters(
        "I am writing in response to the HMICFRS inspection of custody in Wessex, published on 10 May 2021.\n"
        "As the Police and Crime Commissioner for Wessex, I welcome it and I have asked my office to follow it up.\n"
    )
    assert (found.addressee, found.date, found.force, found.force_printed) == (None, None, "wessex", "Wessex")


def test_a_memorandum_says_who_when_and_to_whom_in_its_fields() -> None:
    fields = "TO: Rt Hon Nora Quill MP, Home Secretary\nFROM: Jane Roe, Police and Crime Commissioner for Wessex\nDATE: 3rd June, 2021\nSUBJECT: HMICFRS report: Custody services under strain"
    [found] = letters(f"{fields}\n\n1. Purpose\n\n1.1 The report was published on 20 April 2021 and I have considered it with the force.\n")
    assert (found.date, found.author.name, found.addressee.name) == ("2021-06-03", "Jane Roe", "Nora Quill")
    assert [(each.title, each.published) for each in found.reports] == [("Custody services under strain", "2021-04-20")]


@pytest.mark.parametrize(
    ("printed", "date"),
    [("10th December 2019", "2019-12-10"), ("October 2015", "2015-10"), ("Date: 30 March 2015", "2015-03-30"), ("Our Ref: AB/1 12 January 2018", "2018-01-12"), ("03/06/2021", "2021-06-03"), ("3ydd Mehefin 2021", "2021-06-03")],
)  # fmt: skip
def test_the_letters_date_is_the_one_over_it_and_not_the_reports(printed: str, date: str) -> None:
    found = letter("The inspection took place in May 2009 and my last letter was of 1 February 2010.", head=HEAD.replace("3 June 2021", printed))
    assert found.date == date


def test_comments_published_take_the_year_before_the_letter() -> None:
    found = letter("My comments have stood on my website since 11 December.", head=HEAD.replace("3 June 2021", "20 January 2021"))
    assert found.comments_published == "2020-12-11"


def test_comments_published_on_a_leap_day_are_of_the_last_leap_year() -> None:
    found = letter("My comments have stood on my website since 29 February.", head=HEAD.replace("3 June 2021", "20 January 2022"))
    assert found.comments_published == "2020-02-29"


def test_the_day_a_report_was_published_is_not_the_day_of_the_comments() -> None:
    assert letter("My comments on the report, which was published on 20 May 2021, are below.").comments_published is None


def test_a_deputy_and_a_mayor_keep_their_offices() -> None:
    signed = "Yours sincerely\n\nBea Hale\nDeputy Mayor for Policing and Crime"
    assert letter(foot=signed).author.office == "Deputy Mayor"
    assert letter(foot="Yn gywir\n\nHuw Rees\nComisiynydd yr Heddlu a Throseddu").author.office == "Police and Crime Commissioner"


def test_two_titles_in_quotation_marks_are_two_reports_each_with_its_date() -> None:
    found = letter(subject="HMIC reports: 'In plain sight: A study of fraud' (March 2021) and 'Out of mind: A study of custody' (April 2021)")
    assert [(each.title, each.published) for each in found.reports] == [("In plain sight: A study of fraud", "2021-03"), ("Out of mind: A study of custody", "2021-04")]


@pytest.mark.parametrize(
    "told",
    [
        "HMICFRS graded Wessex Police as outstanding at recording crime, adequate at preventing crime",
        "HMICFRS graded Wessex Police as outstanding at recording crime, adequate at preventing crime and inadequate at managing offenders.",
        "HMICFRS found the force outstanding at recording crime.",
        "Wessex Police: outstanding at recording crime",
    ],
)
def test_what_a_report_says_of_a_force_is_no_title_and_its_grades_are_of_the_report_above(told: str) -> None:
    found = letter(told, subject="PEEL 2023/25: An inspection of Wessex Police")
    [over] = letters("\n\n".join((HEAD, "PEEL 2023/25: An inspection of Wessex Police", told, "I am pleased with this and I have asked for a plan.", FOOT)))
    for each in (found, over):
        assert [report.title for report in each.reports] == ["PEEL 2023/25: An inspection of Wessex Police"]
        assert (each.judgements[0].grade, each.judgements[0].question, each.judgements[0].report) == ("outstanding", "recording crime", "r1")


@pytest.mark.parametrize("title", ["Unannounced inspection of custody suites in Wessex", "Cutting crime: A study of burglary", "Armed policing: An inspection of firearms units", "Set up to fail: An inspection of bail"])
def test_a_title_may_begin_with_a_participle(title: str) -> None:
    assert [report.title for report in letter(subject=title).reports] == [title]
    assert [report.title for report in letter(subject=f"HMICFRS report: '{title}'").reports] == [title]


def test_dates_of_an_inspection_in_a_title_are_not_its_publication() -> None:
    [report] = letter(subject="National Child Protection Inspection – Wessex Police 4-14 November 2020").reports
    assert (report.inspected, report.published, report.scope) == ("2020-11-04/2020-11-14", "2021-05-20", "force")


def test_three_pillars_in_one_sentence_are_three_grades() -> None:
    said = grades("The overall judgement of HMICFRS is that the force requires improvement in each of the three areas of Effectiveness, Efficiency and Legitimacy.")
    assert said == [("requires improvement", pillar, "r1") for pillar in ("effectiveness", "efficiency", "legitimacy")]


def test_each_of_several_grades_goes_with_its_own_question() -> None:
    said = grades("HMICFRS graded the force as 'good' at preventing crime, 'adequate' at responding to the public and 'inadequate' at investigating crime.")
    assert said == [("good", "preventing crime", "r1"), ("adequate", "responding to the public", "r1"), ("inadequate", "investigating crime", "r1")]


def test_a_grade_of_another_year_is_of_no_report_answered_here() -> None:
    assert grades("This is a lesser judgement than in 2016 when the force was assessed as good for legitimacy.") == [("good", "legitimacy", None)]


def test_a_grade_of_another_force_is_not_this_ones() -> None:
    assert grades("Mercshire Police was graded good for efficiency, whereas Wessex Police was graded as requiring improvement.") == [("requires improvement", "efficiency", "r1")]


def test_praise_and_what_is_not_yet_done_are_no_grades() -> None:
    assert grades("I thank officers for their outstanding work. There is good partnership working, and one recommendation is outstanding.") == []


@pytest.mark.parametrize(
    "said",
    [
        "The force was not graded as good for efficiency.",
        "The force has never been judged outstanding at preventing crime.",
        "The force did not receive a grade of good for legitimacy.",
        "The force fell short of good for effectiveness.",
        "The force wasn't judged to be 'outstanding' in any area.",
        "A 'good' grade for efficiency was not awarded.",
        "The force was not graded as good, adequate or outstanding for efficiency.",
    ],
)
def test_a_grade_that_was_denied_is_no_judgement(said: str) -> None:
    assert grades(said) == []


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("The force was not graded as good but as requires improvement for efficiency.", [("requires improvement", "efficiency", "r1")]),
        ("The force was judged to require improvement rather than good for efficiency.", [("requires improvement", "efficiency", "r1")]),
        ("The force was not inspected in 2019 and was graded good for efficiency.", [("good", "efficiency", "r1")]),
        ("I am not surprised that the force was graded good for efficiency.", [("good", "efficiency", "r1")]),
        ("I do not agree with the judgement of inadequate for legitimacy.", [("inadequate", "legitimacy", "r1")]),
        ("The force was graded not only good for efficiency but outstanding for legitimacy.", [("good", "efficiency", "r1"), ("outstanding", "legitimacy", "r1")]),
        ("HMICFRS graded the force as good at preventing crime, and it has never been inadequate at managing offenders.", [("good", "preventing crime", "r1")]),
    ],
)
def test_a_grade_is_denied_by_its_own_clause_alone(said: str, given: list[tuple[str, str, str]]) -> None:
    assert grades(said) == given


def test_columns_read_one_after_the_other_are_put_side_by_side() -> None:
    assert grades("Preventing crime\nManaging offenders\n\nGood\nAdequate") == [("good", "Preventing crime", "r1"), ("adequate", "Managing offenders", "r1")]


def test_a_scale_over_a_table_grades_what_stands_below() -> None:
    table = "Outstanding   Good               Adequate             Inadequate\n              Preventing crime   Managing offenders"
    assert grades(table) == [("good", "Preventing crime", "r1"), ("adequate", "Managing offenders", "r1")]


def test_stated_counts_say_what_they_count_and_one_of_a_list_counts_nothing() -> None:
    found = letter("The report makes 22 recommendations in total, with 8 for Chief Constables, and no causes of concern. One area for improvement is that records are late.")
    assert [(count.kind, count.n) for count in found.counts] == [("recommendation", 22), ("recommendation", 8), ("cause_of_concern", 0)]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("two specific areas for improvement", "area_for_improvement"),
        ("three key areas of concern", "concern"),
        ("four main areas", "other"),
        ("two specific recommendations", "recommendation"),
    ],
)
def test_a_count_is_of_the_whole_of_what_is_named(said: str, kind: str) -> None:
    [count] = letter(f"The report does highlight {said} that I take seriously.").counts
    assert (count.kind, count.quote.text) == (kind, said)


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("There is a single area for improvement here.", [("area_for_improvement", 1)]),
        ("The inspectorate registered one cause of concern.", [("cause_of_concern", 1)]),
        ("Its eight judgements are these.", [("other", 8)]),
        ("Inspectors looked at 64 crimes which ought to have been recorded.", [("other", 64)]),
        ("The 52 cases examined were chosen by the force.", [("other", 52)]),
        ("The force solved 64 crimes last year.", []),
        ("One area for improvement was new.", []),
    ],
)
def test_samples_judgements_and_a_single_one_are_counted_and_what_the_force_did_is_not(said: str, counted: list[tuple[str, int]]) -> None:
    assert [(count.kind, count.n) for count in letter(said).counts] == counted


MANGLES = st.sampled_from(
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("fi", "ﬁ").replace("'", "’"),
        lambda text: text.replace("improve", "im\u00adprove").replace(" the ", "\u00a0the "),
        lambda text: text.replace("\n\n\n\n", "\n\f\n"),
        lambda text: "".join("    " + line for line in text.splitlines(keepends=True)),
        lambda text: re.sub(r"(.{70,90}?) ", r"\1\n", text),
        lambda text: text.replace("good", "**good**").replace("\n", " \n"),
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(SHIPPED), mangles=st.lists(MANGLES, min_size=1, max_size=3), cut=st.integers(0, 4000))
def test_every_quote_is_exact_however_the_text_is_mangled(path: Path, mangles: list, cut: int) -> None:
    text = read(path).text[cut : cut + 12000]
    for mangle in mangles:
        text = mangle(text)
    wrong = [q for each in recognise(document(text), REGISTERS) for q in quotes(each) if text[q.start : q.end] != q.text or not each.start <= q.start <= q.end <= each.end]
    assert wrong == []
