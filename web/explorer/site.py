"""What every page stands on: the questions, the store and the index of one release, and what is worked out once from them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pyoxigraph import NamedNode

from knowledge import things
from knowledge.index import Index
from knowledge.index_years import years_asked, years_of
from knowledge.questions import Question
from knowledge.store import Readable, value
from knowledge.triples import full

__all__ = ["Rule", "Site", "short"]


def short(name: str) -> str:
    """A force's name as people say it: `West Mercia` for `West Mercia Police`."""
    return re.sub(r"\s+(Police( Service)?|Constabulary)$", "", name)


@dataclass(frozen=True)
class Rule:
    """A limit: how many days, since when, and the legislation that sets it."""

    version: str
    days: int
    begins: str | None
    source: str | None

    @classmethod
    def read(cls, store: Readable, iri: str) -> Rule:
        said = {triple.predicate.value: value(triple.object) for triple in store.triples(iri)}
        names = ("kg:version", "kg:days", "kg:inForceFrom", "dcterms:source")
        version, days, begins, source = (said.get(full(name)) for name in names)
        return cls(version or "", int(days or 0), begins and str(begins), source and str(source))


@dataclass(eq=False)
class Site:
    """One release as the pages see it. The index never changes, so what is worked out is kept."""

    questions: dict[str, Question]
    store: Readable
    index: Index
    # By force; here and not in a cache beside it, which would hold a release that is no longer served.
    registered_grades: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def years(self) -> list[int]:
        """The years of findings, in order."""
        return years_of(self.index)

    @cached_property
    def letters_of(self) -> Counter[str]:
        """How many letters each force (by slug) has here."""
        return Counter(letter.force.slug for letter in self.index.letters if letter.force)

    @cached_property
    def forces(self) -> list[things.Force]:
        """The forces that a letter or finding here concerns, by name."""
        found = {force.slug: force for thing in (*self.index.letters, *self.index.findings) if (force := thing.force)}
        return sorted(found.values(), key=lambda force: force.name)

    @cached_property
    def themes(self) -> list[things.Theme]:
        """The themes that a finding here is about, by name."""
        found = {theme.slug: theme for finding in self.index.findings for theme in finding.themes}
        return sorted(found.values(), key=lambda theme: theme.name.lower())

    @property
    def only_force(self) -> things.Force | None:
        """The force of all letters, if there is only one."""
        written = [force for force in self.forces if self.letters_of[force.slug]]
        return written[0] if len(written) == 1 else None

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and last year that letters or the reports they answer speak from."""
        days = [letter.date for letter in self.index.letters] + [r.published for letter in self.index.letters for r in letter.reports]
        years = [int(day[:4]) for day in days if day and day[:4].isdigit()]
        return (min(years), max(years)) if years else None

    @cached_property
    def pair(self) -> tuple[int, int]:
        """The years that are asked about if none are named."""
        return years_asked(self.index) or (0, 0)

    @cached_property
    def sources(self) -> dict[str, str]:
        """A short name for each source file: the part before `_`, where that is enough to tell it from the others."""
        names = [document.file_name for document in self.index.documents]
        heads = Counter(name.partition("_")[0] for name in names)
        return {name: head if heads[head := name.partition("_")[0]] == 1 and head != name else name for name in names}

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules on how soon comments are to be published, the newest first."""
        found = [Rule.read(self.store, triple.subject.value) for triple in self.store.triples(None, full("rdf:type"), NamedNode(full("kg:Rule")))]
        return sorted((rule for rule in found if rule.days), key=lambda rule: rule.begins or "", reverse=True)

    @cached_property
    def compared_rounds(self) -> dict[tuple[str, str], bool]:
        """What the register of rounds says of pairs of rounds, by IRI, either way round: whether their grades may be compared."""
        said = {}
        for one in self.index.rounds:
            for name, may in (("kg:comparableWith", True), ("kg:notComparableWith", False)):
                said |= {(one.id, triple.object.value): may for triple in self.store.triples(one.id, full(name))}
        return said | {(b, a): may for (a, b), may in said.items()}

    def rule(self, version: str) -> Rule | None:
        """The rule that a deadline names."""
        return next((rule for rule in self.rules if rule.version == version), self.rules[0] if self.rules else None)
