"""The registers in memory: typed rows and the look-ups that reading, resolving and joining ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from knowledge.registers import names, titles
from knowledge.registers.rows import (
    AllianceRow,
    BodyRow,
    Fact,
    ForceRow,
    InspectorateRow,
    OfficeRow,
    PersonRow,
    ReportRow,
    RoundRow,
    RuleRow,
    SystemRow,
    TenureRow,
    ThemeRow,
)
from knowledge.terms import slug
from knowledge.triples import Triples

__all__ = ["Registers"]


@dataclass(frozen=True)
class Registers:
    """Everything that the registers say. Rows are tuples in file order; every look-up answers `None` when it is not known."""

    forces: tuple[ForceRow, ...] = ()
    bodies: tuple[BodyRow, ...] = ()
    offices: tuple[OfficeRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    tenures: tuple[TenureRow, ...] = ()
    alliances: tuple[AllianceRow, ...] = ()
    inspectorate: InspectorateRow | None = None
    rounds: tuple[RoundRow, ...] = ()
    reports: tuple[ReportRow, ...] = ()
    families: tuple[ReportRow, ...] = ()
    rules: tuple[RuleRow, ...] = ()
    systems: tuple[SystemRow, ...] = ()
    themes: tuple[ThemeRow, ...] = ()
    facts: tuple[Fact, ...] = ()
    coverage: tuple[Fact, ...] = field(default=())

    # Forces

    @cached_property
    def _forces(self) -> dict[str, ForceRow]:
        return {row.slug: row for row in self.forces}

    @cached_property
    def _force_keys(self) -> dict[str, str]:
        return {names.force_key(name): row.slug for row in self.forces for name in (*row.aliases, row.slug, row.name)}

    @cached_property
    def _area_keys(self) -> frozenset[str]:
        return frozenset(slug(area) for row in self.forces for area in row.areas)

    def force(self, slug: str | None) -> ForceRow | None:
        """The force with this slug."""
        return self._forces.get(slug or "")

    def force_by_name(self, text: str) -> ForceRow | None:
        """The force of a printed name: slug, name, alias, `the West Mercia force`, or one slip away (`West Merica`).

        The name of an area that a force polices (`Herefordshire`) is no misprint of another force's name.
        """
        key = names.force_key(text)
        found = self._force_keys.get(key) or names.misprint_of(key, self._force_keys, self._area_keys)
        return self.force(found)

    # People and offices

    @cached_property
    def _people(self) -> dict[str, PersonRow]:
        return {row.slug: row for row in self.people}

    @cached_property
    def _person_keys(self) -> dict[str, str]:
        return {names.person_key(name): row.slug for row in self.people for name in (row.name, *row.aliases)}

    @cached_property
    def _initial_keys(self) -> dict[str, str | None]:
        """`d-sharpling` → the one person of that initial and surname; `None` where there are two."""
        found: dict[str, str | None] = {}
        for key, person in self._person_keys.items():
            short = f"{key[0]}-{key.rsplit('-', 1)[-1]}"
            found[short] = person if found.get(short, person) == person else None
        return found

    def person(self, slug: str | None) -> PersonRow | None:
        """The person with this slug."""
        return self._people.get(slug or "")

    def person_by_name(self, text: str) -> PersonRow | None:
        """The person of a printed name, titles dropped: name, alias, initial and surname, or one slip away (`John Champion`)."""
        key = names.person_key(text)
        found = self._person_keys.get(key) or self._initial_keys.get(key) or names.misprint_of(key, self._person_keys)
        return self.person(found)

    def office(self, kind: str, force: str | None = None) -> OfficeRow | None:
        """The office of this kind for this force (slug): `office("pcc", "west-mercia")`, `office("home-secretary")`."""
        return self._offices.get((kind, force or None))

    @cached_property
    def _offices(self) -> dict[tuple[str, str | None], OfficeRow]:
        return {(row.kind, row.force): row for row in reversed(self.offices)}

    @cached_property
    def _tenures(self) -> dict[str, list[TenureRow]]:
        found: dict[str, list[TenureRow]] = {}
        for row in self.tenures:
            found.setdefault(row.office, []).append(row)
        return found

    def terms(self, office: str) -> list[TenureRow]:
        """Every known term of an office (slug)."""
        return self._tenures.get(office, [])

    def holder(self, office_kind: str, force: str | None, edtf: str | None) -> TenureRow | None:
        """Who held the office on that date, if the whole date agrees on one holder.

        On a day of handover, and where another may have held it in part of the date, nobody is named.
        """
        office = self.office(office_kind, force)
        if office is None or edtf is None:
            return None
        possible = [term for term in self.terms(office.slug) if term.may_hold(edtf)]
        certain = [term for term in possible if term.surely_holds(edtf)]
        return certain[0] if certain and len({term.person for term in possible}) == 1 else None

    def held(self, person: str, office: str, edtf: str | None) -> bool | None:
        """Whether this person may have held this office then; `None` where the registers know no term of the office."""
        terms = self.terms(office)
        return any(term.person == person and term.may_hold(edtf) for term in terms) if terms else None

    def policing_body(self, force: str, edtf: str | None) -> BodyRow | None:
        """The local policing body of a force at that date, if the whole date agrees on one."""
        possible = [body for body in self.bodies if body.force == force and body.may_hold(edtf)]
        return possible[0] if len(possible) == 1 else None

    # Alliances

    def alliance_on(self, force_a: str, force_b: str, edtf: str | None) -> AllianceRow | None:
        """The alliance of which both forces may have been members at that date."""
        wanted = {force_a, force_b}
        for alliance in self.alliances:
            if wanted <= {m.force for m in alliance.members if m.may_hold(edtf)}:
                return alliance
        return None

    # Reports and rounds

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
        fits = (row for row in self._reports.values() if self._may_be_on(row, title, force) and titles.dates_agree(row, published, letter_date))
        scored = [(self._likeness(title, row), row) for row in fits]
        best = max((score for score, _ in scored), default=0.0)
        likely = [row for score, row in scored if score == best and score > 0]
        wanted = scope or ("force" if self._names_a_force(title) else "national")
        return max(likely, key=lambda row: (row.scope == wanted, row.published or "", row.slug), default=None)

    def _may_be_on(self, row: ReportRow, title: str, force: str | None) -> bool:
        return force in row.forces if row.scope != "national" else not self._names_a_force(title)

    def _likeness(self, title: str, row: ReportRow) -> float:
        if titles.is_peel(title) or row.programme == "PEEL" and titles.is_peel(row.title):
            return titles.peel_likeness(title, row.title)
        return titles.likeness(title, row, self._force_words)

    @cached_property
    def _force_words(self) -> frozenset[str]:
        """Words of the names of forces, which tell reports on different forces apart but not their titles."""
        return frozenset(word for row in self.forces for word in titles.words(row.name))

    def _names_a_force(self, title: str) -> bool:
        return self.force_in(title) is not None

    def force_in(self, text: str) -> ForceRow | None:
        """The force whose printed name stands in a title or a sentence, if it is one alone."""
        found = {self._force_keys[names.force_key(name)] for name in self._force_pattern.findall(text)}
        return self.force(found.pop()) if len(found) == 1 else None

    @cached_property
    def _force_pattern(self) -> names.Pattern:
        return names.any_of(name for row in self.forces for name in (row.name, *row.aliases))

    def round(self, slug: str | None) -> RoundRow | None:
        """The round with this slug."""
        return next((row for row in self.rounds if row.slug == slug), None)

    def round_of(self, title: str) -> RoundRow | None:
        """The round that a PEEL title names by its label: `PEEL: Police legitimacy 2015` is of PEEL 2015."""
        label = titles.peel_key(title)[1] if titles.is_peel(title) else ""
        return next((row for row in self.rounds if label and titles.peel_key(f"PEEL {row.label}")[1] == label), None)

    def comparable(self, round_a: str | None, round_b: str | None) -> bool | None:
        """Whether the inspectorate says that grades of two rounds may be compared; `None` where it says nothing."""
        a, b = self.round(round_a), self.round(round_b)
        if a is None or b is None:
            return None
        if a == b or b.slug in a.comparable or a.slug in b.comparable:
            return True
        return False if b.slug in a.not_comparable or a.slug in b.not_comparable else None

    # Coverage, themes, systems

    def covered(self, force: str, year: int, theme: str) -> Fact | None:
        """The confirmed fact that says whether an inspection of the force in that year covered the theme (`value`)."""
        for fact in self.coverage:
            if fact.confirmed and (fact.subject, fact.property, fact.start) == (force, theme, str(year)):
                return fact
        return None

    def theme(self, slug: str) -> ThemeRow | None:
        """The theme with this slug."""
        return next((row for row in self.themes if row.slug == slug), None)

    def triples(self) -> Triples:
        """Every registered thing and fact, as `docs/decisions/graph-model.md` says."""
        from knowledge.registers.facts import statements

        return statements(self)
