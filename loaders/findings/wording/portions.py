"""One sentence that tells several findings: `One relates to X and the other to Y`, `These are A, B and C`, `: that … and that …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.findings.layout.block import Span, cut_out

__all__ = ["SEMICOLON", "each_in_turn", "named_in_row", "portions"]

ABOUT = r"(?:relate[sd]? to|concern(?:s|ed)?|(?:is|was) (?:about|that|for|on|to (?!be)|the|how|over)|asks?(?: that| for| the force to)?|dealt with|deals? with|cover(?:s|ed)|call(?:s|ed) for|looks? at|has to do with|is to do with|touches on|bears on|refers? to|about|on|that|for|to)"
ONE = re.compile(rf"(?:the )?(?:one|first|former)(?: of (?:these|them|which))?,? (?:\w+ )?(?P<about>{ABOUT}) (?:that )?")
TURN = re.compile(r"[,;]? (?:and |while |whilst |with )?(?=(?:the (?:other|second|third|fourth|fifth|last|latter|final|next)|another|a (?:second|third)|one(?= (?:relates|concerns|is|on|to)))\b)")
ROW = re.compile(
    r"(?:(?:these|they|those|the (?:two|three|four|five|six|seven|eight)(?: \w+){0,3}?|among (?:them|these|those)|which|it lists?|the (?:areas?|points?|matters?|recommendations)[\w ]{0,40}?)(?: (?:are|were|is|was|being|be|cover(?:ed)?|concern(?:ed)?|relate[d]? to|deal(?:t)? with|include[d]?|comprise[d]?|span|address|touch (?:on|upon)))+|in (?:short|brief|summary),?|namely,?|viz\.?)"
    r"(?: (?:in turn|first|respectively|as follows|briefly|these))*[:,]? (?P<what>.+)$"
)
AFTER_KIND = re.compile(r"\b(?:areas(?: identified)? for improvement|afis|recommendations|causes of concern|points|matters|things|issues|concerns)\b(?: \([^()]{1,30}\))?(?:[^.:;]{0,50}?)?(?::| -| –|, namely|, viz\.?|, which are|, being) (?P<what>[^:]+)$")
SEMICOLON = re.compile(r"; (?:and )?")
THAT = re.compile(r"[,;]? and (?=that )|[,;] (?=that )")
HOW = re.compile(r",? and (?=(?:the|its|how|a|an|their|to|on|whether|in)\b)|, (?=(?:the|its|how|a|an|their|to|on|whether|in)\b)")
COMMA = re.compile(r", (?:and )?|,? and ")
LAST = re.compile(r",? and ")
DEEDS = re.compile(r"\b(?:has|have|had|will|shall|is being|are being|been|now)\b")
SHORTEST = 8
SURE = 2  # ways of parting that need no number to be believed: semicolons, and `that`


def portions(text: str, span: Span, n: int | None) -> list[Span]:
    """The parts of an enumeration: as many as were announced, by the first way of parting it that gives so many; else at semicolons or `that`."""
    ways = list(_ways(text, span))
    fitting = next((parted for parted in ways if len(parted) == n), None)
    return fitting or next((parted for parted in ways[: SURE if n else None] if len(parted) > 1), [])


def _ways(text: str, span: Span) -> Iterator[list[Span]]:
    low = text.lower()
    for between in (SEMICOLON, THAT, HOW):
        yield _cut(text, span, [m.span() for m in between.finditer(low, *span)])
    commas = [m.span() for m in re.compile(", (?:and )?").finditer(low, *span)]
    ands = [m.span() for m in LAST.finditer(low, commas[-1][1] if commas else span[0], span[1])]
    for last in ands if commas or len(ands) == 1 else ands[:1]:
        yield _cut(text, span, [*commas, last])
    yield _cut(text, span, [m.span() for m in COMMA.finditer(low, *span)])


def _cut(text: str, span: Span, cuts: list[Span]) -> list[Span]:
    parts = [_trim(text, a, b) for a, b in cut_out(span, cuts)]
    return parts if all(b - a >= SHORTEST for a, b in parts) else []


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ,;:":
        start += 1
    while end > start and text[end - 1] in " ,;.":
        end -= 1
    return start, end


def each_in_turn(sentence: str, n: int) -> list[Span]:
    """`One relates to X; the other to Y`: the whole of each part. Not `One has been met and the other is in hand`."""
    low = sentence.lower()
    if not ONE.match(low):
        return []
    cuts = [m.span() for m in TURN.finditer(low, 12)][: n - 1]
    parts = _cut(sentence, (0, len(sentence)), cuts) if len(cuts) == n - 1 else []
    return parts if parts and not any(DEEDS.search(low, a, min(b, a + 40)) for a, b in parts[1:]) else []


def named_in_row(sentence: str, n: int | None, fresh: bool) -> list[Span]:
    """`These are A, B and C.` `There are two areas for improvement: that …, and that …`. `fresh`: the sentence before announced them."""
    low = sentence.lower()
    match = AFTER_KIND.search(low) or (ROW.match(low) if fresh else None)
    if not match or (match.re is ROW and DEEDS.search(low, match.start("what"), match.start("what") + 60)):
        return []
    return portions(sentence, match.span("what"), n)
