"""The statutory clock: which day is the last, and what a date proves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.deadlines import Answer, Publication, Verdict, clock, last_day, verdict
from knowledge.registers import Registers, read_registers
from knowledge.registers.rows import RuleRow
from knowledge.terms import KG, thing
from tests.real import real_index

RECORDS = Path(__file__).resolve().parent.parent / "records"
REGISTERS: Registers = read_registers(RECORDS / "registers")
RULE: RuleRow = REGISTERS.rules[0]


def judge(published: str | None, letter: str | None, comments: str | None = None, **more: str) -> Verdict:
    return verdict(Publication(published), letter, comments, REGISTERS.rules, **more)


# The last day


@pytest.mark.parametrize(
    ("published", "last"),
    [
        ("2023-07-07", "2023-08-31"),
        ("2017-05-02", "2017-06-26"),
        ("2023-01-05", "2023-03-01"),
        ("2024-01-05", "2024-02-29"),
        ("2024-01-06", "2024-03-01"),
        ("2018-11-15", "2019-01-09"),
    ],
)
def test_the_day_of_publication_is_the_first_of_the_56_days(published: str, last: str) -> None:
    assert last_day(date.fromisoformat(published), RULE) == date.fromisoformat(last)


# Verdicts


@pytest.mark.parametrize(
    ("published", "letter", "day", "late_by", "last"),
    [
        ("2017-12-12", "2018-02-20", 71, 15, "2018-02-05"),
        ("2019-09-27", "2019-12-10", 75, 19, "2019-11-21"),
        ("2017-11-09", "2018-01-12", 65, 9, "2018-01-03"),
    ],
)
def test_a_letter_dated_after_the_last_day_is_late_and_proves_no_more(
    published: str, letter: str, day: int, late_by: int, last: str
) -> None:
    found = judge(published, letter)
    assert (found.word, found.basis, found.day, found.late_by, found.last_day) == ("late", "letter_date", day, late_by, last)
    assert (
        found.sentence == f"The letter is dated {late_by} days after the last day; the comments themselves may have been published before."
    )


def test_of_the_shipped_letters_three_are_late_and_of_the_others_none_is_called_so() -> None:
    rows: dict[str, set[tuple[str, int | None]]] = {}
    for row in real_index().deadlines:
        rows.setdefault(row.letter.source[:3], set()).add((row.verdict, row.day))
    assert {name: rows[name] for name in ("000", "001", "002")} == {"000": {("late", 71)}, "001": {("late", 75)}, "002": {("late", 65)}}
    assert {verdict for verdict, _ in rows["003"]} == {"no_limit_then"}
    assert {verdict for verdict, _ in rows["004"]} == {"cannot_confirm"}


def test_day_56_is_in_time_and_day_57_is_late() -> None:
    in_time, late = judge("2023-07-07", "2023-08-31"), judge("2023-07-07", "2023-09-01")
    assert (in_time.word, in_time.day, in_time.late_by) == ("on_time", 56, None)
    assert (late.word, late.day, late.late_by) == ("late", 57, 1)
    assert late.sentence.startswith("The letter is dated 1 day after the last day;")


def test_a_letter_in_time_shows_when_it_was_sent_not_that_the_comments_were_published() -> None:
    assert judge("2023-07-07", "2023-08-31").sentence == (
        "The letter is dated on day 56 of 56; that shows when the comments were sent, not that they were published."
    )


def test_a_letter_of_day_61_whose_comments_stood_published_on_day_54_is_in_time() -> None:
    found = judge("2023-07-07", "2023-09-05", "2023-08-29")
    assert (found.word, found.basis, found.day, found.late_by) == ("on_time", "comments_published", 61, None)
    assert found.sentence == "The comments were published on day 54 of 56; the letter is dated day 61."


def test_comments_published_after_the_last_day_are_late_whatever_the_letter_s_date() -> None:
    found = judge("2023-07-07", "2023-08-20", "2023-09-03")
    assert (found.word, found.basis, found.late_by) == ("late", "comments_published", 3)
    assert found.sentence == "The comments were published 3 days after the last day."


def test_published_on_1_may_2017_there_is_no_limit_and_on_2_may_there_is() -> None:
    before, after = judge("2017-05-01", "2017-08-01"), judge("2017-05-02", "2017-06-26")
    assert (before.word, before.last_day, before.day) == ("no_limit_then", None, None)
    assert before.sentence == "The report was published before 2 May 2017, when no time limit was in force."
    assert (after.word, after.last_day, after.day) == ("on_time", "2017-06-26", 56)


def test_the_report_decides_and_not_the_letter_whether_there_was_a_limit() -> None:
    assert judge("2017-03-02", "2017-12-24").word == "no_limit_then"


def test_a_letter_of_before_the_limit_answers_a_report_of_before_the_limit() -> None:
    for published in (None, "2017"):
        found = judge(published, "2017-04")
        assert (found.word, found.basis) == ("no_limit_then", "none")
        assert found.sentence == "The letter is dated before 2 May 2017, so its report came out when no time limit was in force."


def test_may_2017_without_a_day_is_on_both_sides_of_the_limit() -> None:
    found = judge("2017-05", "2017-08-01")
    assert (found.word, found.last_day) == ("cannot_confirm", None)
    assert found.sentence.startswith("The time limit came into force on 2 May 2017")


@pytest.mark.parametrize(
    ("published", "letter", "word"),
    [
        ("2017-12", "2018-01-25", "on_time"),
        ("2017-12", "2018-01-26", "cannot_confirm"),
        ("2017-12", "2018-02-24", "cannot_confirm"),
        ("2017-12", "2018-02-25", "late"),
        ("2017-12-12", "2018-01", "on_time"),
        ("2017-12-12", "2018-02", "cannot_confirm"),
        ("2017-12-12", "2018-03", "late"),
        ("2017-12", "2018-03", "late"),
        ("2018", "2018-06-01", "cannot_confirm"),
    ],
)
def test_a_month_without_a_day_gives_a_verdict_only_where_every_day_agrees(published: str, letter: str, word: str) -> None:
    found = judge(published, letter)
    assert (found.word, found.day, found.late_by) == (word, None, None)


def test_a_month_of_publication_gives_an_interval_as_the_last_day() -> None:
    found = judge("2017-12", "2018-02-20")
    assert found.last_day == "2018-01-25/2018-02-24"
    assert found.sentence == (
        "The last day is between 25 January 2018 and 24 February 2018 and the date held is 20 February 2018:"
        " without the exact days it cannot be said which came first."
    )


def test_what_is_missing_is_named() -> None:
    undated, unknown, neither = judge("2024-09-10", None), judge(None, "2024-10-01"), judge(None, None)
    assert {found.word for found in (undated, unknown, neither)} == {"cannot_confirm"}
    assert undated.sentence.startswith("The letter bears no date")
    assert (undated.last_day, undated.basis) == ("2024-11-04", "none")
    assert unknown.sentence.startswith("It is not known when the report was published")
    assert neither.sentence.startswith("Neither the date of the letter nor that of its report is known")


def test_a_letter_dated_before_its_report_is_no_letter_in_time() -> None:
    found = judge("2018-05-05", "2018-05-01")
    assert (found.word, found.day) == ("cannot_confirm", None)
    assert found.sentence == "The letter is dated before its report was published, so one of the two dates is wrong."


def test_the_duty_is_not_a_chief_constable_s() -> None:
    found = judge("2023-07-07", "2023-12-01", office_kind="chief-constable")
    assert (found.word, found.last_day, found.late_by) == ("not_applicable", None, None)


def test_nobody_settled_whether_state_of_policing_falls_under_the_limit() -> None:
    found = judge("2024-07-19", "2024-09-13", title="State of Policing: The Annual Assessment of Policing 2023")
    assert (found.word, found.day, found.late_by) == ("cannot_confirm", 57, None)
    assert found.sentence.startswith(
        "Whether the time limit covers the annual State of Policing is not settled. The letter is dated 1 day after"
    )


def test_an_amended_act_is_a_new_row_and_each_report_has_the_rule_of_its_day() -> None:
    old = RuleRow("2017-05-02", "2025-12-31", "old", "old", 56, "old", "x:old", (), ())
    new = RuleRow("2026-01-01", "..", "new", "new", 28, "new", "x:new", (), ())
    found = [verdict(Publication(day), "2026-02-10", None, [new, old]) for day in ("2025-12-31", "2026-01-01", "2017-01-01")]
    assert [(f.rule.version, f.word) for f in found] == [("old", "on_time"), ("new", "late"), ("old", "no_limit_then")]
    assert verdict(Publication("2025-12/2026-01"), "2026-02-01", None, [old, new]).word == "cannot_confirm"


# The deadlines of the graph


def deadlines(*answers: Answer) -> dict[str, dict[str, str]]:
    """Each deadline's slug with its plain values, by name."""
    found: dict[str, dict[str, str]] = {}
    for line in clock(answers, REGISTERS):
        subject, predicate, value = line.removesuffix(" .").split(" ", 2)
        name = predicate.strip("<>").removeprefix(KG)
        found.setdefault(subject.strip("<>").rsplit("/", 1)[-1], {})[name] = value.split('"')[1] if '"' in value else value.strip("<>")
    return found


def answer(letter: str, report: str, **more: str) -> Answer:
    return Answer(thing("letter", letter), thing("report", report), "a report", thing("force", "west-mercia"), **more)


def test_the_registered_day_is_used_where_the_letter_prints_the_month() -> None:
    found = deadlines(answer("l", "legitimacy-2017-west-mercia", dated="2018-02-20", published="2017-12", published_basis="printed"))
    only = found["legitimacy-2017-west-mercia-by-l"]
    assert (only["day"], only["lateBy"], only["lastDayText"]) == ("71", "15", "2018-02-05")
    assert only["publishedBasis"].endswith("/basis-registered")


def test_the_printed_day_is_used_where_the_register_has_the_month() -> None:
    found = deadlines(answer("l", "effectiveness-2017-west-mercia", dated="2018-05-16", published="2018-03-22", published_basis="printed"))
    only = found["effectiveness-2017-west-mercia-by-l"]
    assert (only["day"], only["lastDayText"]) == ("56", "2018-05-16")
    assert only["publishedBasis"].endswith("/basis-printed")


def test_a_report_whose_day_is_from_one_page_says_so_in_the_sentence() -> None:
    only = deadlines(answer("l", "efficiency-2017-west-mercia", dated="2018-01-12"))["efficiency-2017-west-mercia-by-l"]
    assert only["sentence"] == (
        "The letter is dated 9 days after the last day; the comments themselves may have been published before."
        " The day of its report is from one page."
    )


def test_of_several_letters_of_one_body_on_one_report_the_earliest_counts() -> None:
    found = deadlines(
        answer("later", "legitimacy-2017-west-mercia", dated="2018-02-20"),
        answer("undated", "legitimacy-2017-west-mercia"),
        answer("earlier", "legitimacy-2017-west-mercia", dated="2018-01-30"),
    )
    assert list(found) == ["legitimacy-2017-west-mercia-by-earlier"]
    assert found["legitimacy-2017-west-mercia-by-earlier"]["verdict"].endswith("/verdict-on-time")


def printed_by(*days: str, dated: str) -> dict[str, str]:
    """The deadline of the first of some letters that each print a day of one unregistered report."""
    first, *rest = [answer(f"l{i}", "x-2018", dated=dated if i == 0 else "2019-09-01", published=day, published_basis="printed") for i, day in enumerate(days)]
    return deadlines(first, *rest)["x-2018-by-l0"]


def test_where_letters_print_different_days_for_a_report_there_is_no_verdict_unless_all_agree() -> None:
    only = printed_by("2018-01-12", "2018-03-01", dated="2018-04-01")
    assert only["verdict"].endswith("/verdict-cannot-confirm")
    assert "day" not in only and "lastDayText" not in only
    assert only["sentence"].startswith("Letters print different days of publication for this report: 12 January 2018 or 1 March 2018.")


def test_where_the_verdict_is_the_same_by_each_printed_day_it_stands_and_says_that_they_differ() -> None:
    only = printed_by("2018-01-12", "2018-01-15", dated="2018-01-30")
    assert only["verdict"].endswith("/verdict-on-time")
    assert only["sentence"].endswith("Letters print different days of publication for this report: 12 January 2018 or 15 January 2018.")


def test_a_month_and_a_day_of_it_are_not_different_days_of_publication() -> None:
    assert "different" not in printed_by("2018-01-12", "2018-01", dated="2018-01-30")["sentence"]


def test_a_printed_day_that_the_register_does_not_know_of_a_report_of_that_name_is_said_to_be_so() -> None:
    legitimacy = "PEEL: Police legitimacy 2017 - An inspection of West Mercia Police"
    told = Answer(thing("letter", "l"), thing("report", "misprinted-2018"), legitimacy, thing("force", "west-mercia"), "2018-12-01", published="2018-05-10", published_basis="printed")
    only = deadlines(told)["misprinted-2018-by-l"]
    assert only["verdict"].endswith("/verdict-late")
    assert only["sentence"].endswith("The register has a report of this name published 12 December 2017.")


def test_two_bodies_that_answer_one_report_have_a_row_each() -> None:
    kent = Answer(thing("letter", "k"), thing("report", "x-2020"), "x", thing("force", "kent"), "2020-03-01", published="2020-01-15")
    assert set(deadlines(answer("w", "x-2020", dated="2020-03-02", published="2020-01-15"), kent)) == {"x-2020-by-w", "x-2020-by-k"}


def test_a_letter_that_does_not_show_whose_it_is_has_no_row() -> None:
    nobodys = Answer(thing("letter", "l"), thing("report", "x-2020"), "x", None, "2020-03-01", published="2020-01-15")
    assert deadlines(nobodys) == {}


def test_a_report_that_no_letter_answers_has_no_row() -> None:
    assert deadlines() == {}
