"""The graph in memory: immutable records joined by plain references, and the headline answered in one look-up."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from knowledge import things
from knowledge.index_coverage import answers, coverage, groups_of, meets
from knowledge.index_making import ByType, records_of, without_collector
from knowledge.index_notes import notes
from knowledge.index_order import ORDERS
from knowledge.lineage import EVIDENCE
from knowledge.manifest import Manifest
from knowledge.search import Hit, Search
from knowledge.store import Readable

__all__ = ["Answer", "Hit", "Index"]


@dataclass(frozen=True)
class Answer:
    """Rows with what they do not cover, and what has to be said with them."""

    rows: list[things.Lineage]
    coverage: things.Coverage
    notes: list[str]


@dataclass
class Index:
    """Everything of one release. Made by `Index.of(store)`, then only read."""

    store: Readable
    records: dict[str, things.Thing]
    letters: tuple[things.Letter, ...] = ()
    reports: tuple[things.Report, ...] = ()
    findings: tuple[things.Finding, ...] = ()
    responses: tuple[things.Response, ...] = ()
    judgements: tuple[things.Judgement, ...] = ()
    claims: tuple[things.Claim, ...] = ()
    counts: tuple[things.StatedCount, ...] = ()
    recurrences: tuple[things.Recurrence, ...] = ()
    lineages: tuple[things.Lineage, ...] = ()
    reviews: tuple[things.Review, ...] = ()
    deadlines: tuple[things.Deadline, ...] = ()
    tenures: tuple[things.Tenure, ...] = ()
    rounds: tuple[things.Round, ...] = ()
    people: tuple[things.Person, ...] = ()
    forces: tuple[things.Force, ...] = ()
    alliances: tuple[things.Alliance, ...] = ()
    themes: tuple[things.Theme, ...] = ()
    systems: tuple[things.System, ...] = ()
    offices: tuple[things.Office, ...] = ()
    documents: tuple[things.Document, ...] = ()
    _rows: dict[tuple[Any, ...], list[things.Lineage]] = field(default_factory=dict)
    _of_year: dict[tuple[int | None, str | None], list[things.Finding]] = field(default_factory=dict)
    _slugs: dict[str, dict[str, things.Thing]] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Readable) -> Index:
        """The index of what `store` holds."""
        with without_collector():
            by_type = records_of(store)
            index = cls(store, {record.id: record for some in by_type.values() for record in some})
            for name, (kind, _) in ORDERS.items():
                setattr(index, name, tuple(by_type.get(kind, ())))
            index._look_up(by_type)
        return index

    def _look_up(self, by_type: ByType) -> None:
        """The tables that answers are read from."""
        self._slugs = {kind.__name__.lower(): {record.slug: record for record in some} for kind, some in by_type.items()}
        rows, of_year = defaultdict(list), defaultdict(list)
        for row in self.lineages:
            threshold = row.slug.partition("-")[0]
            for force in {None, row.earlier.force and row.earlier.force.id}:
                rows[(threshold, row.earlier.year, row.later.year, force)].append(row)
            for end in {row.earlier.id, row.later.id}:
                rows[(threshold, end)].append(row)
        for finding in self.findings:
            for force in {None, finding.force and finding.force.id}:
                of_year[(finding.year, force)].append(finding)
        self._rows, self._of_year = dict(rows), dict(of_year)

    @property
    def manifest(self) -> Manifest:
        """What the release is."""
        return self.store.manifest

    @property
    def release(self) -> str:
        """How an answer names the release."""
        return self.store.manifest.release

    def get(self, iri_or_slug: str, kind: str | None = None) -> Any:
        """The thing with this IRI, or of this kind with this slug; without a kind the first that has it; else `None`."""
        if iri_or_slug in self.records or "://" in iri_or_slug:
            found = self.records.get(iri_or_slug)
            return found if found and kind in (None, type(found).__name__.lower()) else None
        if kind:
            return self._slugs.get(kind, {}).get(iri_or_slug)
        return next((self._slugs[k][iri_or_slug] for k in self._kinds if iri_or_slug in self._slugs[k]), None)

    @cached_property
    def _kinds(self) -> list[str]:
        return sorted(self._slugs)

    def nearest(self, kind: str, text: str) -> str | None:
        """The slug of that kind whose slug or name is most like `text`, if any is like it."""
        said = {name.lower(): slug for slug, record in self._slugs.get(kind, {}).items() for name in (slug, record.name)}
        close = difflib.get_close_matches(text.lower(), sorted(said), n=1, cutoff=0.5)
        return said[close[0]] if close else None

    def text(self, document: things.Document) -> str:
        """The document's text, that every offset counts in."""
        return self.store.text(document.sha256) or ""

    def recurrences_between(
        self,
        frm: int,
        to: int,
        *,
        force: str | things.Force | None = None,
        kind: Iterable[str] = (),
        later_kind: Iterable[str] = (),
        theme: str | things.Theme | None = None,
        at_least: str = "reviewed",
        related_too: bool = False,
    ) -> Answer:
        """The pairs of a finding of year `frm` and one of year `to` that are joined, what they cover, and what has to be said."""
        force_id, theme_id = self._id(force, "force"), self._id(theme, "theme")
        kinds, later_kinds = tuple(kind), tuple(later_kind)
        rows = [
            row
            for row in self._rows_at(at_least, (frm, to, force_id))
            if meets(row.earlier, kinds, theme_id) and meets(row.later, later_kinds, None) and (related_too or row.relation != "related")
        ]
        themed = [f for f in self._of_year.get((frm, force_id), ()) if meets(f, (), theme_id)]
        asked = groups_of([f for f in themed if meets(f, kinds, None)])
        return Answer(rows, coverage(asked, rows, to), notes(frm, kinds, groups_of(themed), rows))

    def lineage(self, finding: str | things.Finding, at_least: str = "reviewed", related_too: bool = False) -> list[things.Lineage]:
        """The pairs that this finding is one of, in order of earlier, later."""
        iri = self._id(finding, "finding")
        return [row for row in self._rows_at(at_least, (iri,)) if related_too or row.relation != "related"]

    def _rows_at(self, at_least: str, key: tuple[Any, ...]) -> list[things.Lineage]:
        """Stored lineages; with `suggested` also the suggestions, for pairs that nothing stored joins."""
        if EVIDENCE.index(at_least) < EVIDENCE.index("suggested"):
            return self._rows.get((at_least, *key), [])
        rows = self._rows.get(("reviewed", *key), [])
        likely = [row for row in self.suggestions if answers(row, key) and (row.earlier.id, row.later.id) not in self._decided]
        return sorted([*rows, *likely], key=lambda row: (row.earlier.id, row.later.id))

    @cached_property
    def suggestions(self) -> Sequence[things.Lineage]:
        """Pairs that are alike and of which nobody has judged, worked out when first asked for."""
        from knowledge.recurrence import as_recurrence, queue  # which asks this index

        return [things.lineage_of(as_recurrence(suggestion)) for suggestion in queue(self)]

    @cached_property
    def _decided(self) -> set[tuple[str, str]]:
        """The pairs that a letter or a reader has spoken of, or that a path joins: likeness has no say in them."""
        judged = {(r.earlier.id, r.later.id) for r in self.reviews if r.earlier and r.later}
        return judged | {(row.earlier.id, row.later.id) for row in self.lineages}

    def search(self, text: str) -> list[Hit]:
        """Letters and findings in which every word of `text` stands, the best first."""
        return self._search.find(text)

    @cached_property
    def _search(self) -> Search:
        return Search.of(self.letters, self.findings, self.text)

    def _id(self, given: str | things.Thing | None, kind: str) -> str | None:
        """The IRI of what is given as a thing, an IRI or a slug; what is unknown matches nothing."""
        if given is None or isinstance(given, things.Thing):
            return given and given.id
        found = self.get(given, kind)
        return found.id if found else given
