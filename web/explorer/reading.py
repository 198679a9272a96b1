"""Query strings, read strictly: what is wrong is kept, said beside its field, and answered with the nearest right thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from werkzeug.datastructures import MultiDict

from knowledge import dates
from web.explorer.site import Site
from web.explorer.words import address

__all__ = ["Problem", "Reading"]

LONGEST = 200


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field; `offer` and `link` are the nearest right thing, if there is one."""

    sentence: str
    offer: str | None = None
    link: str | None = None


@dataclass
class Reading:
    """A query string as it is read, field by field. Values that cannot be used are `None`, and `problems` says why."""

    site: Site
    path: str
    given: MultiDict[str, str]
    problems: dict[str, Problem] = field(default_factory=dict)

    def raw(self, name: str) -> str:
        return self.given.get(name, "").strip()

    def instead(self, **changes: object) -> str:
        """This address with some values changed."""
        kept: dict[str, Any] = {name: values if len(values) > 1 else values[0] for name, values in self.given.lists()}
        return address(self.path, **(kept | changes))

    def wrong(self, name: str, sentence: str, near: str | None = None, offer: str | None = None) -> None:
        """Keep what is wrong with a field; `near` is the value that would be right."""
        self.problems[name] = Problem(sentence, near and (offer or near), self.instead(**{name: near}) if near else None)

    def only(self, names: Sequence[str]) -> None:
        """Refuse fields that this page does not take."""
        for name in self.given:
            if name not in names:
                near = next(iter(get_close_matches(name, names, 1)), None)
                hint = f"Did you mean “{near}”?" if near else f"It takes {', '.join(names)}."
                self.problems[name] = Problem(f"This page takes no “{name[:LONGEST]}”. {hint}")

    def year(self, name: str, default: int | None = None) -> int | None:
        raw = self.raw(name)
        if not raw:
            return default
        if raw.isascii() and raw.isdigit() and len(raw) == 4:
            return int(raw)
        self.wrong(name, f"“{raw[:LONGEST]}” is not a year.", str(default) if default else None)
        return None

    def whole(self, name: str) -> int:
        """A count such as `after=20`."""
        raw = self.raw(name) or "0"
        if raw.isascii() and raw.isdigit() and len(raw) < 9:
            return int(raw)
        self.wrong(name, f"“{raw[:LONGEST]}” is not a whole number.")
        return 0

    def date(self, name: str) -> str | None:
        raw = self.raw(name)
        try:
            if raw:
                dates.one(raw)
        except ValueError:
            self.wrong(name, f"“{raw[:LONGEST]}” is not a date. Write 2014, 2014-10 or 2014-10-02.")
            return None
        return raw or None

    def span(self, first: str, last: str) -> str:
        """What lies between two dates, as an interval."""
        begins, ends = self.date(first), self.date(last)
        try:
            return dates.between(begins, ends)
        except ValueError as error:
            self.wrong(first, str(error))
            return dates.between(None, None)

    def yes_or_no(self, name: str) -> bool | None:
        """`true` or `false`; nothing for neither, and for both."""
        told = self.words(name, ("true", "false"))
        return told == ("true",) if len(told) == 1 else None

    def thing(self, name: str, kind: str) -> Any:
        """The thing of that kind by slug or IRI."""
        raw = self.raw(name)
        found = self.site.index.get(raw, kind) if raw else None
        if raw and found is None:
            near = self.site.index.nearest(kind, raw[:LONGEST])
            offer = near and self.site.index.get(near, kind).name
            self.wrong(name, f"There is no {kind} “{raw[:LONGEST]}”.", near, offer)
        return found

    def words(self, name: str, choices: Iterable[str]) -> tuple[str, ...]:
        """Controlled values, however they are written: `areaForImprovement` no, `AREA_FOR_IMPROVEMENT` and `area-for-improvement` yes."""
        choices = list(choices)
        told = [part.strip() for value in self.given.getlist(name) for part in value.split(",") if part.strip()]
        plain = {part: part.lower().replace("-", "_").replace(" ", "_") for part in told}
        for part, word in plain.items():
            if word not in choices:
                near = next(iter(get_close_matches(word, choices, 1)), None)
                self.wrong(name, f"There is no {name} “{part[:LONGEST]}”.", near, near and near.replace("_", " "))
        return tuple(dict.fromkeys(word for word in plain.values() if word in choices))

    def flag(self, name: str) -> bool:
        return self.raw(name).lower() in ("true", "1", "on", "yes")


