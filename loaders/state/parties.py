"""Who wrote and who is written to, as people and offices of the graph, whether a register knows them or not."""

from __future__ import annotations

import re

from knowledge.registers import Registers
from knowledge.terms import slug, thing
from loaders.letter import Party

__all__ = ["office_iri", "office_kind", "person_iri", "person_slug"]

# The first that is found in the printed words decides; longer names before the names they hold.
OFFICES = (
    ("common-council", r"police authority"),
    ("pfcc", r"police,? fire (?:and|&) crime commissioner"),
    ("pcc", r"police (?:and|&) crime commissioner|\bpcc\b"),
    ("mayor", r"\bmayor\b"),
    ("home-secretary", r"home secretary|secretary of state for the home department"),
    ("chief-constable", r"chief constable"),
    ("hmcic", r"chief inspector of constabulary"),
    ("hmi", r"inspector of constabulary|\bhmi\b"),
)


def person_slug(party: Party, registers: Registers) -> str:
    """The register's slug, else one of the printed name."""
    known = registers.person_by_name(party.name)
    return known.slug if known else slug(party.name)


def person_iri(party: Party, registers: Registers) -> str | None:
    """The person's IRI, if a name is known."""
    return thing("person", person_slug(party, registers)) if party.name else None


def office_kind(party: Party) -> str | None:
    """What kind of office the printed words name: `pcc`, `home-secretary`."""
    return next((kind for kind, words in OFFICES if re.search(words, party.office or "", re.I)), None)


def office_iri(party: Party, registers: Registers) -> str | None:
    """The registered office that the printed words name; none is invented, and a deputy's is not the office."""
    if re.search(r"\b(?:deputy|assistant)\b", party.office or "", re.I):
        return None
    kind = office_kind(party) or ""
    office = registers.office(kind, party.force) or registers.office(kind)
    return office and thing("office", office.slug)
