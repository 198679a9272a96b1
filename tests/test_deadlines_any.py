"""The statutory clock for any day, month and year: what holds whatever the dates are (Police Act 1996 s.55(5A))."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge import dates
from knowledge.deadlines import Publication, Verdict, last_day, verdict
from knowledge.registers import read_registers

RULES = read_registers(Path(__file__).resolve().parent.parent / "records" / "registers").rules
IN_FORCE = date(2017, 5, 2)
AFTER = st.dates(IN_FORCE, date(2040, 12, 31))
BEFORE = st.dates(date(2012, 11, 22), IN_FORCE - timedelta(days=1))
AGES = st.integers(0, 400)
MONTHS = st.dates(date(2016, 1, 1), date(2026, 12, 31)).map(lambda day: day.isoformat()[:7])
WORDS = {"on_time", "late", "cannot_confirm", "no_limit_then"}


def judge(published: date | str | None, letter: date | str | None, comments: date | str | None = None) -> Verdict:
    said = [d.isoformat() if isinstance(d, date) else d for d in (published, letter, comments)]
    return verdict(Publication(said[0]), said[1], said[2], RULES)


def days_of(edtf: str) -> list[date]:
    first, last = dates.interval(edtf)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@given(AFTER)
@example(date(2020, 2, 29))
@example(date(2024, 1, 5))
@example(date(2023, 12, 31))
def test_the_last_day_is_55_days_after_publication_and_is_day_56(published: date) -> None:
    last = last_day(published, RULES[0])
    assert (last - published).days == 55
    assert judge(published, last).day == 56


@given(AFTER, AGES)
@example(date(2024, 1, 5), 55)
@example(date(2023, 1, 5), 55)
@example(date(2024, 2, 29), 56)
def test_in_time_to_day_56_and_late_from_day_57_on(published: date, age: int) -> None:
    found = judge(published, published + timedelta(days=age))
    late = age + 1 - 56
    assert (found.day, found.word, found.late_by) == (age + 1, "late" if late > 0 else "on_time", late if late > 0 else None)
    assert found.last_day == (published + timedelta(days=55)).isoformat()
    assert found.sentence.startswith("The letter is dated ") and found.basis == "letter_date"


@given(AFTER, AGES, AGES)
def test_the_comments_decide_before_the_letter_and_the_letter_s_day_still_stands(published: date, comments: int, letter: int) -> None:
    found = judge(published, published + timedelta(days=letter), published + timedelta(days=comments))
    assert (found.word, found.day) == ("late" if comments > 55 else "on_time", letter + 1)
    assert found.basis == "comments_published"


@given(BEFORE, AGES)
@example(date(2017, 5, 1), 400)
def test_a_report_of_before_2_may_2017_has_no_limit_however_old_its_answer(published: date, age: int) -> None:
    found = judge(published, published + timedelta(days=age))
    assert (found.word, found.last_day, found.day, found.late_by, found.basis) == ("no_limit_then", None, None, None, "none")


@given(AFTER, st.integers(1, 400))
def test_a_letter_dated_before_its_report_is_never_in_time_nor_late(published: date, early: int) -> None:
    letter = published - timedelta(days=early)
    assert judge(published, letter).word == "cannot_confirm"


@settings(deadline=None)
@given(MONTHS, st.dates(date(2017, 6, 1), date(2027, 12, 31)))
@example("2017-05", date(2017, 8, 1))
@example("2024-02", date(2024, 4, 20))
def test_of_a_month_of_publication_every_day_that_may_be_meant_must_agree(published: str, letter: date) -> None:
    each = {judge(day, letter).word for day in days_of(published) if day <= letter}
    assert judge(published, letter).word == (each.pop() if len(each) == 1 else "cannot_confirm")


@settings(deadline=None)
@given(AFTER, MONTHS)
@example(date(2017, 12, 12), "2018-02")
@example(date(2024, 1, 5), "2024-02")
@example(date(2023, 1, 5), "2023-02")
def test_of_a_letter_s_month_every_day_that_may_be_meant_must_agree(published: date, letter: str) -> None:
    each = {judge(published, day).word for day in days_of(letter) if day >= published}
    found = judge(published, letter)
    assert found.word == (each.pop() if len(each) == 1 else "cannot_confirm")
    assert found.day is None and found.late_by is None


@settings(deadline=None)
@given(st.one_of(st.none(), MONTHS, AFTER, BEFORE), st.one_of(st.none(), MONTHS, AFTER), st.one_of(st.none(), MONTHS, AFTER))
def test_every_verdict_has_its_sentence_and_a_word_of_the_scheme(published: object, letter: object, comments: object) -> None:
    found = judge(published, letter, comments)
    assert found.word in WORDS and found.sentence.endswith(".") and "None" not in found.sentence
    assert (found.late_by is None) or (found.word == "late" and found.late_by > 0)
    assert found == judge(published, letter, comments)


@pytest.mark.parametrize(("published", "last"), [("2020-01-05", "2020-02-29"), ("2020-01-06", "2020-03-01"), ("2021-01-05", "2021-03-01"), ("2024-02-29", "2024-04-24")])
def test_a_leap_day_is_a_day_of_the_limit(published: str, last: str) -> None:
    assert judge(published, last).day == 56
    assert judge(published, last).last_day == last
