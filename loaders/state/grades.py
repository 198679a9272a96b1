"""May a grade be set beside the one before? Worked out once at the build, so that a question reads and never computes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from knowledge import dates
from knowledge.registers import Registers
from knowledge.terms import slug_of
from knowledge.triples import Triples
from loaders.letter import Judgement
from loaders.state.statements import Told

__all__ = ["comparability"]

Asked = tuple[str | None, ...]
Round = tuple[tuple[bool, str, str], str]
"""When a round's report came out (order of CONTRACT section 0), and the round."""
WORDS = {None: None, True: "comparable", False: "not_comparable"}


def comparability(told: Iterable[Told], registers: Registers) -> Triples:
    """`kg:comparable` of every judgement whose pillar and question were also judged in a round before.

    Compared is the last such round of those that letters tell of. Nothing is said where the registers do not know.
    """
    rounds: dict[Asked, set[Round]] = defaultdict(set)
    placed: dict[str, tuple[Asked, Round]] = {}
    for one in told:
        for judgement, iri in zip(one.letter.judgements, one.named("judgement", [j.quote for j in one.letter.judgements]), strict=True):
            if held := _round(one, judgement, registers):
                placed[iri] = (_asked(one, judgement), held)
                rounds[_asked(one, judgement)].add(held)
    triples = Triples()
    for iri, (asked, held) in placed.items():
        before = max((r for r in rounds[asked] if r[0] < held[0] and r[1] != held[1]), default=None)
        triples.word(iri, "kg:comparable", "comparable", WORDS[registers.comparable(before[1], held[1]) if before else None])
    return triples


def _asked(told: Told, judgement: Judgement) -> Asked:
    """What was judged: the force, the pillar and the question, however it is spelt."""
    question = judgement.question and "".join(c for c in judgement.question.lower() if c.isalnum())
    return (told.letter.force, judgement.pillar, question)


def _round(told: Told, judgement: Judgement, registers: Registers) -> Round | None:
    iri = told.reports.get(judgement.report or "")
    report = registers.report(slug_of(iri)) if iri else None
    return (dates.order(report.published), report.round) if report and report.round and report.published else None
