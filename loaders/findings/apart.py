"""Sentences that tell several findings, one more of those counted before, or what those just told are called."""

from __future__ import annotations

import re

from loaders.findings.found import Found
from loaders.findings.in_row import states
from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading
from loaders.findings.wording.cues import GRADING
from loaders.findings.wording.joined import each_of, in_order, joined, split
from loaders.findings.wording.leads import NAMED, Lead, kind_of, lead
from loaders.findings.wording.named import listed, several
from loaders.findings.wording.numbers import apart_by_number
from loaders.findings.wording.portions import each_in_turn, named_in_row, portions
from loaders.recognise.words import NUMBERS, number_words

__all__ = ["called_after", "one_more", "told_apart"]

ONE_MORE = re.compile(r"\b(?:two|three|four|one)(?: of (?:them|these))? (?:comes?|falls?|appl(?:y|ies)|relates?|concerns?|goes?|is|are|was|were)\b[^:.]{0,50}: (?P<some>(?:that|to|the|how|its) .{15,})$|\bthere (?:is|was) (?:just |only |also )?(?:one|a single one|another)(?: more| other)?(?::|,| -) (?P<what>(?:that|to) .{15,})$")
THING = r"(?P<thing>areas? for improvement|afis?|recommendations?|causes? of concern)"
TAKEN_UP = re.compile(r"(?:the )?(?:former|latter|first|second|one|other)(?: of (?:these|them))? (?:has|have|had|was|will|is (?:being|now|in)|came|took)\b")
HOW_MANY = re.compile(rf"\b(?:both|{number_words(2, 10)})\b")
CALLS_THIS = re.compile(rf"\b(?:calls?|called|calling|describe[sd]?|lists?|listed|records?|recorded|makes?|made|turn(?:s|ed)?|class(?:es|ed)?|marks?|marked|regards?|regarded|treats?|treated|gives?|given|put|puts) (?:(?:of |out of )?(?P<one>this|it|that)|these|both|them|each)(?: down| into)?(?: as)? (?:(?:an?|its|two|three|four|one of (?:its|the)) )?(?:\w+ )?{THING}\b")
THESE_ARE = re.compile(rf"(?:both|all (?:two|three|four|five|six)|each|these|those|they|(?P<one>this|that|it))(?: of (?:these|them|which))?,?(?: too,?| also,?)? (?:is|are|was|were|becomes?)(?: (?:also|all|both|each|formally|now|given as|called|described as|listed as|recorded as))*(?: (?:the|an?|its|one of (?:the|its)))?(?: (?:two|three|four|five|six|only|sole|main|first|second|third|fourth|fifth|last|final|further|other|of the|formal))* {THING}\b(?! (?:that|which) (?:has|have|is|are|was|were) (?:being|been|now))")


def told_apart(reading: Reading, block: Block, span: Span, text: str, announced: Lead | None) -> list[Found]:
    """A sentence that tells several findings."""
    known = {(f.kind, f.number) for f in reading.findings}
    numbered = apart_by_number(text)
    if numbered and not any((kind, number) in known for _, number, kind, _ in numbered):
        return [reading.add((span[0] + a, span[0] + b), block, kind=kind, word=word, number=number, sentence=span) for (a, b), number, kind, word in numbered]
    fresh = announced if announced and (announced.n or 0) > 1 else reading.counted.fresh
    parts = _in_row(reading, text, fresh) or several(text) or joined(text) or _of_those_named(reading, text) or _in_order(reading, text.lower())
    if not parts and announced and (announced.n or 0) > 1 and not TAKEN_UP.match(text.lower()):
        parts = listed(text, announced.n or 0, (announced.kind or "concern").replace("_", " "))
    return [reading.add((span[0] + a, span[0] + b), block, kind=kind, word=word, sentence=span) for (a, b), kind, word in parts]


def _of_those_named(reading: Reading, text: str) -> list[tuple[Span, str, str | None]]:
    """`The remaining two concern X, and Y.`"""
    named = reading.row.named
    found = each_of(text.lower()) if named else None
    return [(part, named.kind or "concern", named.word) for part in found[1]] if named and found else []


def _in_order(reading: Reading, words: str) -> list[tuple[Span, str, str | None]]:
    """`Two go with it, the first being that …, and the second that …`, of the kind that the sentence or the count before it names."""
    kind, word = kind_of(words)
    left = reading.counted.lead if reading.counted.due else None
    if kind in (None, "concern"):
        left = left or (reading.row.named if "areas identified" in words or "points identified" in words else None)
        kind, word = (left.kind, left.word) if left else (None, None)
    parts = in_order(words) if kind and not GRADING.search(words) else []
    return [(part, kind or "concern", word) for part in parts]


def _in_row(reading: Reading, text: str, fresh: Lead | None) -> list[tuple[Span, str, str | None]]:
    """`One relates to X and the other to Y.` `These are A, B and C.` `… two areas for improvement: that …, and that …`."""
    here = lead(text.lower(), listed=True)
    known = fresh or reading.counted.lead
    turns = each_in_turn(text, known.n or 2) if known else []
    if turns and known:
        return [(part, known.kind or "concern", known.word) for part in turns]
    told = here if here and here.role == "findings" and here.kind in NAMED else fresh or reading.counted.matters(text.lower())
    more = one_more(reading, text) if not told else None
    if more:
        return [(part, *more[1:]) for part in portions(text, more[0], None)]
    row = named_in_row(text, told.n, fresh is not None) if told else []
    return [(part, told.kind or "concern", told.word) for part in row] if told else []


def one_more(reading: Reading, text: str) -> tuple[Span, str, str | None] | None:
    """`On vulnerability there is one: that the force should …`, after others of a kind."""
    kind, word = kind_of(text.lower())
    here = Lead("findings", kind, word) if kind in NAMED else None
    known = here or reading.counted.lead or reading.row.named
    match = ONE_MORE.search(text.lower()) if known else None
    return (match.span("what" if match["what"] else "some"), known.kind or "concern", known.word) if match and known else None


def called_after(reading: Reading, block: Block, span: Span, words: str, made: list[Found]) -> None:
    """`…, and call this an area for improvement.` `These are two areas for improvement.`: what was just told has that name."""
    match = CALLS_THIS.search(words) or (THESE_ARE.match(words) if not made else None)
    if match is None:
        return
    kind, word = kind_of(match["thing"])
    n = _how_many(words, match)
    told = made or _as_many(reading, _told_before(reading, block, span, n), n)
    new = [f for f in told if f not in made and not any(f in group for group in reading.groups)]
    reading.groups += [new] if new else []
    for found in told[-1:] if match["one"] else told:
        if found.kind == "concern" and kind:
            found.kind, found.word, found.certainty, found.voice = kind, word, "stated", "inspectorate"


def _how_many(words: str, match: re.Match[str]) -> int | None:
    """How many `these two areas` or `both` are; None where nobody says."""
    said = HOW_MANY.search(words, match.start(), match.end())
    return 1 if match["one"] else None if said is None else NUMBERS["two" if said[0] == "both" else said[0]]


def _as_many(reading: Reading, told: list[Found], n: int | None) -> list[Found]:
    """What was read as one, though it was two that are called so: `that … and that …`."""
    if len(told) != 1 or n in (None, 1) or told[0].kind != "concern":
        return told
    (one,) = told
    whole = (one.start, one.sentence[1] if one.sentence else one.end)
    parts = split(reading.low(whole), (0, whole[1] - whole[0]), n)
    more = [reading.add((one.start + a, one.start + b), one.block, sentence=one.sentence) for a, b in parts[1:]]
    if parts:
        one.start, one.end = one.start + parts[0][0], one.start + parts[0][1]
    return told + more


def _told_before(reading: Reading, block: Block, span: Span, n: int | None) -> list[Found]:
    """What the paragraph told before this sentence, with the statements just before it that nobody had named till now."""
    told = [f for f in reading.findings if f.block is block]
    for before in reversed([s for s in block.sentences if s[1] <= span[0]]):
        here = [f for f in told if before[0] <= f.start < before[1]]
        if (n is not None and len(told) >= n) or not (here or states(reading.low(before))):
            break
        told = told if here else [reading.add(before, block, sentence=before), *told]
    return told[-n:] if n else told
