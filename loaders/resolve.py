"""Names to registers by the dates of tenure: forces, people, reports; what the letter does not print is inferred and says so."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.registers import Registers
from knowledge.registers.rows import ForceRow
from knowledge.terms import slug
from loaders.letter import Letter, Party, Report
from loaders.resolve_reports import as_registered, distinct, renamed

__all__ = ["resolve"]

SUFFIX = re.compile(r"\s+(?:Police(?:\s+(?:Service|Force))?|Constabulary)$", re.I)
PCC = "Police and Crime Commissioner"
KINDS = {
    PCC: "pcc",
    "Police, Fire and Crime Commissioner": "pfcc",
    "Mayor": "mayor",
    "Chief Constable": "chief-constable",
    "Home Secretary": "home-secretary",
}
WRITERS = ("pcc", "pfcc", "mayor")
OF_BODIES = {
    "mopac": "Mayor",
    "common-council": "Chair of the Police Authority",
    "police-authority": "Chair of the Police Authority",
}  # besides those whose body is called like the office
OFFICES = {kind: office for office, kind in KINDS.items()}
ADDRESSED = {"HM Chief Inspector of Constabulary": "hmcic"}


def resolve(letter: Letter, registers: Registers, body: str | None = None) -> Letter:
    """The letter with forces, people and reports as registered. `body` is the force whose commissioner wrote, where the letter does not say."""
    force = _force(letter, registers) or body
    letter = replace(letter, force=force)
    when = letter.date or letter.comments_published
    found = tuple(as_registered(report, letter, registers, when) for report in letter.reports)
    letter = renamed(letter, found)
    dated = when or _after(found)
    return replace(
        letter, reports=distinct(found), author=_author(letter, registers, dated), addressee=_addressee(letter, registers, dated)
    )


def _force(letter: Letter, registers: Registers) -> str | None:
    """The registered force that the printed name means, else a slug of that name; where none is printed, that of the writer's office."""
    if not letter.force_printed:
        return _force_of_author(letter, registers)
    known = registers.force_by_name(letter.force_printed) or _part_known(letter.force_printed, registers)
    return known.slug if known else _overseen_from(letter.force_printed, registers) or slug(SUFFIX.sub("", letter.force_printed))


def _overseen_from(printed: str, registers: Registers) -> str | None:
    """The force of the one registered mayor whose place is printed: "Mayor of London" is the Metropolitan Police's."""
    name = f"mayor of {printed}".lower()
    return next((office.force for office in registers.offices if office.kind == "mayor" and office.name.lower() == name), None)


def _part_known(printed: str, registers: Registers) -> ForceRow | None:
    """ "Wiltshire and Swindon": the one force that a part of a commissioner's area names."""
    parts = [registers.force_by_name(part) for part in re.split(r"\s*,\s*|\s+(?:and|&)\s+(?:the\s+)?", printed)]
    found = {row.slug: row for row in parts if row}
    return next(iter(found.values())) if len(found) == 1 else None


def _force_of_author(letter: Letter, registers: Registers) -> str | None:
    """The force of the one office that a registered writer may have held on the day."""
    person = registers.person_by_name(letter.author.name) if letter.author and letter.author.name else None
    offices = {office.slug: office.force for office in registers.offices if office.force and office.kind in OFFICES}
    held = {
        offices[term.office]
        for term in registers.tenures
        if person and term.person == person.slug and term.office in offices and term.may_hold(letter.date)
    }
    return held.pop() if len(held) == 1 else None


def _after(reports: tuple[Report, ...]) -> str | None:
    """For a letter without a date: the publication that it answers, after which it must have been written."""
    return max((report.published for report in reports if report.published), default=None)


def _author(letter: Letter, registers: Registers, when: str | None) -> Party | None:
    """The writer as registered; where no name is printed, who alone held that day the office that the letter shows, marked inferred."""
    party = letter.author
    if party and party.name:
        known = registers.person_by_name(party.name)
        return replace(
            party,
            name=known.name if known else party.name,
            office=party.office or _office_unsaid(letter, registers, when),
            force=letter.force,
        )
    kinds = (KINDS.get(party.office),) if party and party.office else WRITERS
    for kind in filter(None, kinds):
        holder = registers.holder(kind, letter.force, when)
        person = registers.person(holder.person) if holder else None
        if person:
            return Party(person.name, OFFICES[kind], letter.force, "inferred", None)
    return None


def _office_unsaid(letter: Letter, registers: Registers, when: str | None) -> str | None:
    """The office in which a commissioner writes who does not say it: that of the body which oversaw the force that day; none where two kinds may have."""
    kinds = registers.overseers(letter.force, when)
    if kinds <= {"pcc", "pfcc"} and len(kinds) != 1:
        return PCC
    kind = kinds.pop() if len(kinds) == 1 else ""
    return OFFICES.get(kind) or OF_BODIES.get(kind)


def _addressee(letter: Letter, registers: Registers, when: str | None) -> Party | None:
    """Whom the letter is to; an office without a name is filled from its holder that day, marked inferred."""
    party = letter.addressee
    if party is None:
        return None
    if party.name and " " not in party.name:
        return _by_part_of_name(party, registers, when)
    if party.name:
        known = registers.person_by_name(party.name)
        name = known.name if known else party.name
        return replace(party, name=name, office=party.office or _office_of(known and known.slug, registers, when))
    holder = registers.holder(KINDS.get(party.office or "") or ADDRESSED.get(party.office or "", ""), None, when)
    person = registers.person(holder.person) if holder else None
    return replace(party, name=person.name, basis="inferred", quote=None) if person else None


def _by_part_of_name(party: Party, registers: Registers, when: str | None) -> Party | None:
    """ "Dear Priti", "Dear Ms Rudd": the Home Secretary of the day, if it may be she; else a surname as printed, and a first name nobody."""
    holder = registers.holder("home-secretary", None, when) if party.office in (None, "Home Secretary") else None
    person = registers.person(holder.person) if holder else None
    if person and party.name in person.name.split():
        return replace(party, name=person.name, office="Home Secretary", basis="inferred", quote=None)
    return party if party.office else None


def _office_of(person: str | None, registers: Registers, when: str | None) -> str | None:
    """The Home Secretary's office, where the person may have held it that day."""
    office = registers.office("home-secretary")
    return "Home Secretary" if person and office and registers.held(person, office.slug, when) else None
