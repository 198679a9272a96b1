"""The days of a report's limit, as exact as its date, and the sentence that says what a verdict does not prove."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import dates
from knowledge.registers.rows import RuleRow

__all__ = ["Span", "sentence_of"]


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day on which the report may have come out, and how many days the rule gives."""

    first: date | None
    last: date | None
    days: int

    @classmethod
    def of(cls, published: str | None, rule: RuleRow) -> Span:
        first, last = dates.interval(published) if published else (None, None)
        return cls(first, last, rule.days)

    @property
    def known(self) -> bool:
        return self.first is not None and self.last is not None

    @property
    def earliest_end(self) -> date:
        return self.first + timedelta(days=self.days - 1)

    @property
    def latest_end(self) -> date:
        return self.last + timedelta(days=self.days - 1)

    @property
    def last_days(self) -> str | None:
        """The last day as EDTF: an interval where only the month of publication is known."""
        if not self.known:
            return None
        exact = self.first == self.last
        return self.earliest_end.isoformat() if exact else f"{self.earliest_end}/{self.latest_end}"

    def precedes(self, when: str) -> bool:
        """Whether the date is before the report whatever the exact days: then one of the two is wrong."""
        last = dates.interval(when)[1]
        return last is not None and self.first is not None and last < self.first

    def surely_by(self, when: str) -> bool:
        last = dates.interval(when)[1]
        return last is not None and last <= self.earliest_end

    def surely_after(self, when: str) -> bool:
        first = dates.interval(when)[0]
        return first is not None and first > self.latest_end

    def day_of(self, when: str | None) -> int | None:
        """Which day of the limit a date is, the day of publication being day 1; only where both are exact."""
        first, last = dates.interval(when) if when else (None, None)
        exact = self.known and first is not None and self.first == self.last and first == last and first >= self.first
        return (first - self.first).days + 1 if exact else None

    def late_by(self, when: str | None) -> int | None:
        day = self.day_of(when)
        return day - self.days if day else None


def sentence_of(word: str, basis: str, days: Span, when: str | None, letter_date: str | None, rule: RuleRow, unsettled: bool) -> str:
    """The sentence that stands wherever the verdict stands."""
    if word == "not_applicable":
        return "The letter is not from a local policing body, which alone has this duty."
    if word == "no_limit_then":
        return _no_limit(days, rule)
    if word == "cannot_confirm":
        return _cannot_confirm(days, when, rule)
    told = _on_time(basis, days, when, letter_date) if word == "on_time" else _late(basis, days, when)
    return f"Whether the time limit covers the annual {rule.unsettled[0]} is not settled. {told}" if unsettled else told


def _no_limit(days: Span, rule: RuleRow) -> str:
    start = dates.display(rule.start)
    if days.known and days.last < dates.interval(rule.start)[0]:
        return f"The report was published before {start}, when no time limit was in force."
    return f"The letter is dated before {start}, so its report came out when no time limit was in force."


def _cannot_confirm(days: Span, when: str | None, rule: RuleRow) -> str:
    if not days.known and when is None:
        return "Neither the date of the letter nor that of its report is known, so it cannot be said whether it was in time."
    if not days.known:
        return "It is not known when the report was published, so its last day cannot be said."
    if days.first < dates.interval(rule.start)[0]:
        return f"The time limit came into force on {dates.display(rule.start)}, and it is not known on which day the report came out."
    if when is None:
        return "The letter bears no date, so it cannot be said whether the comments were published in time."
    if days.precedes(when):
        return "The letter is dated before its report was published, so one of the two dates is wrong."
    return f"The last day is {_said(days.last_days)} and the date held is {dates.display(when)}: without the exact days it cannot be said which came first."


def _said(edtf: str) -> str:
    if "/" not in edtf:
        return dates.display(edtf)
    return "between " + " and ".join(dates.display(part) for part in edtf.split("/"))


def _on_time(basis: str, days: Span, when: str, letter_date: str | None) -> str:
    day, letter_day = days.day_of(when), days.day_of(letter_date)
    place = f"on day {day} of {days.days}" if day else f"within the {days.days} days, whatever the exact days"
    if basis == "letter_date":
        return f"The letter is dated {place}; that shows when the comments were sent, not that they were published."
    later = f"; the letter is dated day {letter_day}" if letter_day and letter_day > days.days else ""
    return f"The comments were published {place}{later}."


def _late(basis: str, days: Span, when: str) -> str:
    late = days.late_by(when)
    place = f"{late} {'day' if late == 1 else 'days'} after the last day" if late else "after the last day, whatever the exact days"
    if basis == "comments_published":
        return f"The comments were published {place}."
    return f"The letter is dated {place}; the comments themselves may have been published before."
