"""Whole graphs drawn by hypothesis: letters, what readers judged of them, tenures and alliances, through the same pipeline as the records."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from knowledge.deadlines import clock
from knowledge.registers import Registers
from knowledge.registers.rows import AllianceRow, MemberRow, TenureRow
from knowledge.reviews import Passage, ReviewRow, Reviews
from knowledge.store import MemoryStore, Store
from knowledge.triples import Triples
from knowledge.vocabulary import concepts
from loaders.check import Refusal, check_all
from loaders.letter import Finding, Letter
from loaders.state import deadline_facts, key_of, letter_iris, link, report_slug_of, state
from tests.drawn_letters import FORCES, letters, one, some
from tests.letters_by_hand import REGISTERS

__all__ = ["graphs"]

REVIEWERS = (("ada", "person"), ("grace", "person"), ("reader-1", "program"), ("reader-2", "program"))
DECISIONS = ("repeated", "repeated", "repeated", "narrowed", "widened", "related", "different", "unsure")
SPANS = ((None, None), ("2012-11-22", "2014-05"), ("2014-06", "2016"), ("2016-05-12", ".."), ("/2018", None))


@cache
def small_registers() -> Registers:
    """What the registers say of three forces and the Home Office; the graph of all forces takes longer and shows no more."""
    kept = FORCES
    of = {name: tuple(row for row in getattr(REGISTERS, name) if row.force in (None, *kept)) for name in ("offices", "bodies")}
    offices = {row.slug for row in of["offices"]}
    tenures = tuple(row for row in REGISTERS.tenures if row.office in offices)
    return replace(
        REGISTERS, **of, tenures=tenures, forces=tuple(row for row in REGISTERS.forces if row.slug in kept), facts=(),
        reports=tuple(row for row in REGISTERS.reports if row.forces and set(row.forces) <= set(kept)),
    )  # fmt: skip


@st.composite
def _registers(draw: Any) -> Registers:
    """Persons who held offices once, twice or at a time that nobody knows; forces that were partners, and when."""
    base = small_registers()
    offices = [office.slug for office in base.offices][:4]
    tenures = []
    for person in some(draw, [row.slug for row in base.people], 3):
        office = one(draw, offices)
        for n, (start, end) in enumerate(some(draw, SPANS, 3)):
            tenures.append(TenureRow(start, end, f"{person}-{office}-{n}", person, office, one(draw, ("yes", "no", "from")), ("a page",)))
    alliances = [_alliance(draw, name, base) for name in some(draw, ("the-alliance", "midlands"), 2)]
    return replace(base, tenures=tuple(tenures), alliances=tuple(alliances))


def _alliance(draw: Any, slug: str, base: Registers) -> AllianceRow:
    members = tuple(MemberRow(*one(draw, SPANS), force) for force in some(draw, [row.slug for row in base.forces], 3))
    return AllianceRow("2012", "2020-04", slug, slug.title(), (), members, (), ("a page",))


def _passage(letter: Letter, finding: Finding) -> Passage:
    return Passage(letter.document.name, finding.quote.start, finding.quote.end, finding.quote.text)


@st.composite
def _reviews(draw: Any, held: list[Letter]) -> list[ReviewRow]:
    """Pairs that readers judged, alike or unlike one another; and reports read against everything."""
    found = [_passage(letter, finding) for letter in held for finding in letter.findings]
    rows: dict[tuple[Any, ...], ReviewRow] = {}
    for _ in range(draw(st.integers(0, 8)) if len(found) > 1 else 0):
        earlier, later = draw(st.sampled_from(found)), draw(st.sampled_from(found))
        row = _row(draw, earlier, later, one(draw, DECISIONS))
        rows[(row.reviewer, row.pair, row.date)] = row
    if found and draw(st.booleans()):
        row = _row(draw, draw(st.sampled_from(found)), one(draw, _answered(held)), "none")
        rows[(row.reviewer, row.pair, row.date)] = row
    return list(rows.values())


def _answered(held: list[Letter]) -> list[str]:
    return sorted({report_slug_of(report, letter) for letter in held for report in letter.reports})


def _row(draw: Any, earlier: Passage, later: Passage | str, decision: str) -> ReviewRow:
    reviewer, kind = one(draw, REVIEWERS)
    return ReviewRow(earlier, later, decision, "Because.", reviewer, kind, one(draw, ("2026-01-01", "2026-02-01")), file=f"{reviewer}.tsv", line=2)


@st.composite
def graphs(draw: Any) -> MemoryStore:
    """A store as a build would make it of such letters, reviews and registers; what the gate refuses is drawn again."""
    held, registers = draw(letters()), draw(_registers())
    store = _built(held, draw(_reviews(held)), registers)
    assume(_let_in(store))
    return store


def _let_in(store: MemoryStore) -> bool:
    try:
        return check_all([f"{triple} ." for triple in store.triples(None, None, None)], store.texts) is not None
    except Refusal:
        return False


def _built(held: list[Letter], rows: list[ReviewRow], registers: Registers) -> MemoryStore:
    iris = letter_iris(held)
    joined, _ = link(held, Reviews(tuple(rows)), registers, iris)
    triples = Triples().update(concepts()).update(registers.triples()).update(joined)
    triples.update(clock(deadline_facts(held, registers, iris), registers))
    for letter in held:
        triples.update(state(letter, registers, iris[key_of(letter)]))
    return Store.of(triples.text(), {letter.document.sha256: letter.document.text for letter in held})
