"""Grades by round of inspection: what letters tell of, what the register of published grades has, and which rounds may be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import pyoxigraph as ox

from knowledge import things
from knowledge.store import value
from knowledge.triples import full
from web.charts.grades import SCALE
from web.explorer.site import Site

__all__ = ["Graded", "Series", "compared", "from_letters", "registered_grades", "round_label", "series"]

YEARS = re.compile(r"\d{4}(?:[/–-]\d{2,4})?")


@dataclass(frozen=True, eq=False)
class Graded:
    """What one source says of a pillar, or of a question of it, in one round. `row` is the answer's where a letter tells of it."""

    round: things.Round | None
    pillar: str | None
    question: str | None
    grade: str
    row: dict[str, Any] | None = None
    sources: tuple[str, ...] = ()
    confirmed: bool = True

    @property
    def is_grade(self) -> bool:
        """Whether it is a grade at all: a round can also be told in words alone."""
        return self.grade in SCALE


@dataclass(frozen=True)
class Series:
    """Rounds in order, with what the register says of each and the one before: `True`, `False` or, if it says nothing, `None`."""

    rounds: tuple[things.Round, ...]
    comparable: tuple[bool | None, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each round stands, by IRI."""
        return {one.id: n for n, one in enumerate(self.rounds)}

    def part(self, of: Iterable[things.Round]) -> Series:
        """From the first to the last of some rounds, none left out between them."""
        places = [self.rounds.index(one) for one in of]
        cut = slice(min(places), max(places) + 1) if places else slice(0, 0)
        return Series(self.rounds[cut], self.comparable[cut])


def round_label(name: str) -> str:
    """`2018/19` for `PEEL 2018/19 Integrated PEEL Assessment`."""
    found = YEARS.search(name)
    return found[0] if found else name


def from_letters(site: Site, rows: Iterable[dict[str, Any]]) -> list[Graded]:
    """The rows of the question, each with the round of its report, if that is known."""
    told = []
    for row in rows:
        report = site.index.get(row["report"] or "", "report")
        held = report.round if isinstance(report, things.Report) else None
        told.append(Graded(held, row["pillar"], row["question"], row["grade"].lower().replace("_", " "), row))
    return told


def registered_grades(site: Site, force: things.Force) -> tuple[Graded, ...]:
    """Facts of a force whose name is a round, a pillar and perhaps a question: `peel-2014/efficiency/finances`. Read once for a release."""
    if force.id not in site.registered_grades:
        facts = [triple.subject.value for triple in site.store.triples(None, full("kg:subject"), ox.NamedNode(force.id))]
        found = [grade for fact in facts if (grade := _registered(site, fact))]
        site.registered_grades[force.id] = tuple(sorted(found, key=lambda one: (one.round.id, one.pillar or "", one.question or "", one.grade)))  # type: ignore[union-attr]
    return site.registered_grades[force.id]


def _registered(site: Site, fact: str) -> Graded | None:
    """Nothing where the fact is no grade."""
    said = {one.predicate.value: value(one.object) for one in site.store.triples(fact)}
    slug, *parts = str(said.get(full("kg:property"), "")).split("/")
    held = site.index.get(slug, "round")
    if not isinstance(held, things.Round) or not parts:
        return None
    sources = tuple(part for part in str(said.get(full("kg:factSource"), "")).split(" | ") if part)
    told = str(said.get(full("kg:value"), ""))
    return Graded(held, parts[0], "/".join(parts[1:]) or None, told, None, sources, bool(said.get(full("kg:confirmed"), True)))


def compared(site: Site, a: things.Round, b: things.Round) -> bool | None:
    """Whether the grades of two rounds may be compared; `None` if the register does not say."""
    return site.compared_rounds.get((a.id, b.id))


def series(site: Site, graded: Iterable[Graded]) -> Series:
    """The rounds that these grades are of, and every other that the register compares with one, in order of their years."""
    held = {one.round for one in graded if one.round}
    near = {one for one in site.index.rounds if any(compared(site, one, other) is not None for other in held)}
    rounds = tuple(sorted(held | near, key=lambda one: (round_label(one.name), one.id)))
    told = [compared(site, before, one) for before, one in pairwise(rounds)]
    return Series(rounds, (None, *told)[: len(rounds)])
