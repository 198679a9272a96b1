"""May a grade be set beside the one before? Worked out once at the build, so that a question reads and never computes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from knowledge.registers import Registers
from knowledge.terms import slug_of
from knowledge.triples import Triples
from loaders.letter import Judgement
from loaders.state.statements import Told

__all__ = ["comparability"]

Round = tuple[int, str]
WORDS = {True: "COMPARABLE", False: "NOT_COMPARABLE"}


def comparability(told: Iterable[Told], registers: Registers) -> Triples:
    """`kg:comparable` of every judgement whose pillar and question were also judged in a round before.

    Compared is the last such round of those that letters tell of. Nothing is said where the registers do not know.
    """
    rounds: dict[tuple[str | None, ...], set[Round]] = defaultdict(set)
    placed: dict[str, tuple[tuple[str | None, ...], Round]] = {}
    for one in told:
        for judgement, iri in zip(one.letter.judgements, one.named("judgement", [j.quote for j in one.letter.judgements]), strict=True):
            if held := _round(one, judgement, registers):
                placed[iri] = (_asked(one, judgement), held)
                rounds[_asked(one, judgement)].add(held)
    triples = Triples()
    for iri, (asked, held) in placed.items():
        before = max((r for r in rounds[asked] if r[0] < held[0]), default=None)
        known = registers.comparable(before[1], held[1]) if before else None
        triples.say(iri, "kg:comparable", None if known is None else WORDS[known])
    return triples


def _asked(told: Told, judgement: Judgement) -> tuple[str | None, ...]:
    """What was judged: the force, the pillar and the question, however it is spelt."""
    question = judgement.question and "".join(c for c in judgement.question.lower() if c.isalnum())
    return (told.letter.force, judgement.pillar, question)


def _round(told: Told, judgement: Judgement, registers: Registers) -> Round | None:
    iri = told.reports.get(judgement.report or "")
    report = registers.report(slug_of(iri)) if iri else None
    found = registers.round(report.round) if report else None
    return (found.year, found.slug) if found and found.year else None
