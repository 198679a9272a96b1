"""Which report is meant, by title, date and force together; which rounds may be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from knowledge.registers import titles
from knowledge.registers.rows import ReportRow, RoundRow
from knowledge.registers.who import Who

__all__ = ["Which"]


OF_A_MATTER = re.compile(r"\b(?:integrity|annex|vetting|corruption|custody|child|revisit|re-?inspection|data)\b", re.I)  # reports beside a round's own


class Which(Who):
    """Look-ups of reports and rounds; each answers `None` when it is not known."""

    @cached_property
    def _reports(self) -> dict[str, ReportRow]:
        own = {row.slug: row for row in self.reports}
        return {row.slug: row for family in self.families for row in self._instances(family)} | own

    def _instances(self, family: ReportRow) -> Iterable[ReportRow]:
        """The report that each force got of a round whose reports all came out on one day."""
        for force in self.forces:
            title = f"{family.title} – An inspection of {force.name}"
            yield replace(family, slug=f"{family.slug}-{force.slug}", title=title, forces=(force.slug,))

    def report(self, slug: str | None) -> ReportRow | None:
        """The report with this slug."""
        return self._reports.get(slug or "")

    def report_match(
        self,
        title: str,
        published: str | None = None,
        force: str | None = None,
        letter_date: str | None = None,
        scope: str | None = None,
    ) -> ReportRow | None:
        """The registered report that a letter means: printed title, date and force must all agree, never the title alone.

        `published` is what the letter prints, `force` the slug of the letter's force, `scope` a preference where a
        national report and a force's own have one title. A report published after the letter is never the one.
        """
        fits = (
            row for row in self._reports.values() if self._may_be_on(row, title, force) and titles.dates_agree(row, published, letter_date)
        )
        scored = [(self._likeness(title, row), row) for row in fits]
        best = max((score for score, _ in scored), default=0.0)
        likely = [row for score, row in scored if score == best and score > 0]
        wanted = scope or ("force" if self._names_a_force(title) else "national")
        return max(likely, key=lambda row: (row.scope == wanted, row.published or "", row.slug), default=None)

    def _may_be_on(self, row: ReportRow, title: str, force: str | None) -> bool:
        return force in row.forces if row.scope != "national" else not self._names_a_force(title)

    def _likeness(self, title: str, row: ReportRow) -> float:
        if titles.is_peel(title) or (row.programme == "PEEL" and titles.is_peel(row.title)):
            return titles.peel_likeness(title, row.title)
        return titles.likeness(title, row, self._force_words)

    @cached_property
    def _force_words(self) -> frozenset[str]:
        """Words of the names of forces, which tell reports on different forces apart but not their titles."""
        return frozenset(word for row in self.forces for word in titles.words(row.name))

    def _names_a_force(self, title: str) -> bool:
        return self.force_in(title) is not None

    def round(self, slug: str | None) -> RoundRow | None:
        """The round with this slug."""
        return next((row for row in self.rounds if row.slug == slug), None)

    def round_named(self, title: str) -> RoundRow | None:
        """The round whose one report on a force a title names: `PEEL 2021/22`, `the integrated PEEL assessment for 2018/19`, with all three pillars or none."""
        pillars, label = titles.peel_key(title)
        if OF_A_MATTER.search(title) or len(pillars) not in (0, 3) or "/" not in label or not titles.is_peel(title):  # a round of one year has a report for each pillar
            return None
        return next((row for row in self.rounds if titles.peel_key(row.name)[1] == label), None)

    def comparable(self, round_a: str | None, round_b: str | None) -> bool | None:
        """Whether the inspectorate says that grades of two rounds may be compared; `None` where it says nothing."""
        a, b = self.round(round_a), self.round(round_b)
        if a is None or b is None:
            return None
        if a == b or b.slug in a.comparable or a.slug in b.comparable:
            return True
        return False if b.slug in a.not_comparable or a.slug in b.not_comparable else None
