"""What the registers hold, one frozen row for each thing; dates are EDTF, references are slugs."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.registers.dated import Dated

__all__ = [
    "AllianceRow",
    "BodyRow",
    "EventRow",
    "Fact",
    "ForceRow",
    "InspectorateRow",
    "MemberRow",
    "NameRow",
    "OfficeRow",
    "PersonRow",
    "ReportRow",
    "RoundRow",
    "RuleRow",
    "SystemRow",
    "TenureRow",
    "ThemeRow",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a register as it stands: for what has no place of its own in the graph, and for what is not confirmed."""

    subject: str
    kind: str
    property: str
    value: str
    start: str | None
    end: str | None
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class ForceRow:
    slug: str
    name: str
    aliases: tuple[str, ...]
    police_uk_id: str
    ons_code: str
    areas: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    slug: str
    name: str
    aliases: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A post. `kind` is `pcc`, `pfcc`, `mayor`, `common-council`, `chief-constable`, `home-secretary`, `hmi` or `hmcic`."""

    slug: str
    name: str
    kind: str
    force: str | None
    body: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TenureRow(Dated):
    """`person` holds `office`. `confirmed` is `yes`, `no`, `from` or `to` (only that end is confirmed)."""

    slug: str
    person: str
    office: str
    confirmed: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyRow(Dated):
    """A local policing body of the 2011 Act or a police authority before it."""

    slug: str
    name: str
    kind: str
    force: str
    confirmed: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberRow(Dated):
    force: str


@dataclass(frozen=True, slots=True)
class EventRow:
    slug: str
    kind: str
    description: str
    on: str
    confirmed: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllianceRow(Dated):
    slug: str
    name: str
    aliases: tuple[str, ...]
    members: tuple[MemberRow, ...]
    events: tuple[EventRow, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameRow(Dated):
    name: str


@dataclass(frozen=True, slots=True)
class InspectorateRow:
    """One body; its names are dated."""

    slug: str
    names: tuple[NameRow, ...]
    aliases: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round of inspections. `scale` is `four` or `five`; `label` is how titles print it (`2018/19`)."""

    slug: str
    name: str
    label: str
    scale: str
    year: int | None
    comparable: tuple[str, ...]
    not_comparable: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report. `published` is as exact as it is confirmed; a day that one page alone gives has a `note`."""

    slug: str
    title: str
    titles: tuple[str, ...]
    published: str | None
    published_confirmed: bool
    scope: str
    forces: tuple[str, ...]
    programme: str | None
    round: str | None
    inspected: str | None
    note: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleRow(Dated):
    """A rule of law while it stands as it is. `unsettled` are titles of which nobody has settled whether it covers them."""

    slug: str
    name: str
    days: int
    version: str
    legislation: str
    unsettled: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SystemRow:
    slug: str
    name: str
    aliases: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme of `ontology/concepts.ttl`. `aliases` are for people, `hidden` only for finding it in a text."""

    slug: str
    label: str
    definition: str
    aliases: tuple[str, ...]
    hidden: tuple[str, ...]
