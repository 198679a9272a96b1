"""What becomes of a verdict where letters print different days for one report: it stands only if it is the same by each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import dates

if TYPE_CHECKING:
    from knowledge.deadlines import Verdict

__all__ = ["against", "settle"]


def against(own: str | None, printed: Iterable[str]) -> list[str]:
    """The days of publication that cannot be the same as `own`, EDTF, in order: a month and a day of it are not against each other."""
    return sorted(day for day in set(printed) if not dates.may_overlap(own, day))


def settle(found: Verdict, own: str | None, others: list[str], by: Callable[[str], Verdict]) -> Verdict:
    """The verdict as found, where no letter prints another day; else with a sentence on it, and no verdict unless all agree."""
    if not others:
        return found
    days = " or ".join(dates.display(day) for day in sorted([str(own), *others]))
    told = f"Letters print different days of publication for this report: {days}."
    if all(by(day).word == found.word for day in others):
        return replace(found, sentence=f"{found.sentence} {told}")
    sentence = f"{told} By them the verdict differs, so it cannot be said whether the comments were published in time."
    return replace(found, word="cannot_confirm", sentence=sentence, last_day=None, day=None, late_by=None)
