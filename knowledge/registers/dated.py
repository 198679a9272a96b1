"""What begins and ends on dates that may be less exact than a day, or not known."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import dates

__all__ = ["Dated"]


@dataclass(frozen=True, slots=True)
class Dated:
    """What holds from one day to another. An end `..` is still open; none is not known."""

    start: str | None
    end: str | None

    def may_hold(self, edtf: str | None) -> bool:
        """Whether some day of `edtf` may lie in it."""
        first = dates.interval(self.start)[0] if self.start else None
        last = dates.interval(self.end)[1] if self.end else None
        span = f"{first or '..'}/{last or '..'}"
        return dates.may_overlap(edtf, span)

    def surely_holds(self, edtf: str) -> bool:
        """Whether every day of `edtf` lies in it whatever the days that are not known."""
        day_one, day_last = dates.interval(edtf)
        begun = dates.interval(self.start)[1] if self.start else None
        if begun is None or day_one is None or day_last is None or day_one < begun:
            return False
        if self.end == "..":
            return True
        ends = dates.interval(self.end)[0] if self.end else None
        return ends is not None and day_last <= ends
