"""Who is meant: forces and people by printed name, offices and their holders by date."""

from __future__ import annotations

import re
from functools import cached_property

from knowledge.registers import names
from knowledge.registers.holdings import Holdings
from knowledge.registers.rows import ForceRow, OfficeRow, PersonRow, TenureRow
from knowledge.terms import slug

__all__ = ["Who"]


class Who(Holdings):
    """Look-ups of forces, people, offices and bodies; each answers `None` when it is not known."""

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

    def force_in(self, text: str) -> ForceRow | None:
        """The force whose printed name stands in a title or a sentence, if it is one alone."""
        found = {self._force_keys[names.force_key(name)] for name in self._force_pattern.findall(text)}
        return self.force(found.pop()) if len(found) == 1 else None

    @cached_property
    def _force_pattern(self) -> re.Pattern[str]:
        return names.any_of(name for row in self.forces for name in (row.name, *row.aliases))

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
        found = self._person_keys.get(key) or self._initial_keys.get(key) or names.person_misprint_of(key, self._person_keys)
        return self.person(found)

    def office(self, kind: str, force: str | None = None) -> OfficeRow | None:
        """The office of this kind for this force (slug): `office("pcc", "west-mercia")`, `office("home-secretary")`."""
        return self._offices.get((kind, force or None))

    @cached_property
    def _offices(self) -> dict[tuple[str, str | None], OfficeRow]:
        return {(row.kind, row.force): row for row in reversed(self.offices)}

    def overseers(self, force: str | None, edtf: str | None) -> set[str]:
        """What kinds of body oversaw a force (slug) then: those that surely did, else all that may have; all that ever did where no date is known."""
        bodies = [row for row in self.bodies if row.force == force]
        certain = {row.kind for row in bodies if edtf and row.surely_holds(edtf)}
        return certain or {row.kind for row in bodies if edtf is None or row.may_hold(edtf)}

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
