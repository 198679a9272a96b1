"""Numbers that a letter states: how many areas for improvement, recommendations, causes of concern a report has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.letter import Count
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.words import NUMBERS

__all__ = ["counts"]

COUNTING = NUMBERS | {"no": 0, "a single": 1}
NUMBER = rf"(?P<n>(?<![\d.,/-])\d{{1,3}}(?![\d.,/%]\d)|{'|'.join(sorted(COUNTING, key=len, reverse=True))})"
BETWEEN = r"(?:\s+(?!(?i:recommendations?|areas?|causes?|afi|of|and|or|that|which|the|in)\b)[a-z'-]+){0,3}?"
KINDS = (
    ("area_for_improvement", r"areas?\s+(?:for\s+improvement|AFI'?s)|areas?\s+identified\s+for\s+improvement|AFI'?s?"),
    ("recommendation", r"recommendations?"),
    ("cause_of_concern", r"(?:accelerated\s+)?causes?\s+(?:of|for)\s+concern"),
    ("concern", r"(?:areas\s+of\s+)?concerns?"),
    ("other", r"(?:(?:key|specific|main|broad|different|thematic|of|focus)\s+)?areas(?!\s+(?:of\s+the\s+force|(?:identified\s+)?for\s+improvement|of\s+concern|AFI))|categories|judge?ments|gradings?|criticisms|questions|themes|pillars|forces|requirements|strands"),
)
NOUN = "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS)
COUNT = re.compile(rf"\b{NUMBER}{BETWEEN}\s+(?:{NOUN})\b(?!\s+or\s+more)", re.I)
SOME = re.compile(rf"\b(?:a\s+(?:(?:small|large|further|significant)\s+)?(?:number|series)\s+of|some|several|various|many)(?:\s+(?!of\b)[a-z'-]+){{0,2}}?\s+(?:{NOUN.rsplit('|(?P<other>', 1)[0]})\b", re.I)
PART = re.compile(
    rf"(?:\bof\s+(?:which|these|them),?\s+|\b(?:with|and)\s+|,\s+|;\s+|\bthe\s+|^){NUMBER}\b(?:\s+of\s+(?:them|which|these))?(?=,?\s+(?:which\s+|that\s+|are\s+|is\s+|\w+ly\s+){{0,3}}(?:for|to|fall\w*|relat\w*|comes?\s+to|meant\s+for|appl\w*|concern\w*|addressed|directed|made\s+to)\b(?!\s+improvement))", re.I
)
SAMPLE = re.compile(rf"\b{NUMBER}\s+(?:[a-z]+\s+)?(?:case\s+files|cases|files|crimes|records|incidents|investigations)\b", re.I)
SAMPLED = re.compile(r"\b(?:inspectors|hmic\w*|they|inspectorate|cases|files|records|crimes)\s+(?:also\s+|were\s+)?(?:examined|looked\s+at|reviewed|audited|sampled|checked|read|tested)\b", re.I)
OF_THE = re.compile(rf"\b(?:\w+)\s+of\s+(?:the\s+|these\s+)?{NUMBER}\b(?=\s*[.,;])", re.I)
SAYS_ONE = re.compile(r"\b(?:is|was|are|were|being|identif\w*|contain\w*|provid\w*|makes?|made|rais\w*|includ\w*|has|have|had|with|only|just|lists?|found|highlight\w*|gives?|gave|and|of\s+which|regist\w*|record\w*|issu\w*|set|sets|names?|named|carr\w+|express\w*|report\w*|put|adds?|added)\s*$", re.I)
ONE_SAID = re.compile(r"\s+(?:was|were|is|has\s+been)\s+(?:identified|made|raised|recorded|found)\b", re.I)
AGAIN = re.compile(r"\b(?:these|those|in\s+relation\s+to\s+the|section|paragraph|recommendations?|AFIs?|page)\s+$", re.I)
LAND = re.compile(r"\b(?:force|policing|local|county|council|rural|geographical?|inspection|assessment)\s+\w+$", re.I)
FEW_FORCES = re.compile(r"\bone\s+of\s+(?:only\s+|just\s+)?$", re.I)


def counts(anatomy: Anatomy) -> tuple[Count, ...]:
    """Every stated number with its clause, `None` for *a number of*; *eight of them* counts what was counted before."""
    found: list[Count] = []
    for start, end in anatomy.sentences:
        for kind, match in _counted(anatomy.flat, start, end):
            if not any(a <= match.start() < b for a, b in (_place(anatomy, count) for count in found[-3:])):
                found.append(_count(anatomy, match, kind))
    return tuple(sorted(found, key=lambda count: count.quote.start))


def _counted(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """Counts with their noun first, then those that only the words before explain."""
    named = [match for match in COUNT.finditer(text, start, end) if _counts(text, start, match)]
    yield from ((_kind(match), match) for match in [*named, *SOME.finditer(text, start, end)])
    if SAMPLED.search(text, start, end):
        yield from (("other", match) for match in SAMPLE.finditer(text, start, end))
    heading = next((kind for kind, words in KINDS[:4] if re.search(rf"\b(?:{words})\b", text[max(0, start - 200) : end], re.I)), None)
    if heading:
        yield from ((_kind_before(named, match) or heading, match) for form in (PART, OF_THE) for match in form.finditer(text, start, end) if not AGAIN.search(text[start : match.start("n")]))


def _kind_before(named: list[re.Match[str]], match: re.Match[str]) -> str | None:
    """What the last count before this one counted."""
    return next((_kind(before) for before in reversed(named) if before.start() < match.start()), None)


def _counts(text: str, start: int, match: re.Match[str]) -> bool:
    """"One area for improvement is …" begins a list; "six forces" are those inspected."""
    before = text[max(start, match.start() - 40) : match.start()]
    after = text[match.end() : match.end() + 40]
    if AGAIN.search(before) or (match["concern"] and match["concern"].lower() == "concerns" and match["n"].lower() == "one"):
        return False
    if match["other"] and LAND.search(text[match.start() : match.end()]):
        return False
    if match["other"] and match["other"].lower().endswith("forces"):
        return bool(FEW_FORCES.search(before)) and not re.match(r"\s+(?:visited|inspected|which|that|where)", after)
    return match["n"].lower() not in ("one", "1") or bool(SAYS_ONE.search(before) or ONE_SAID.match(after))


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind, _ in KINDS if match.groupdict().get(kind))


def _place(anatomy: Anatomy, count: Count) -> tuple[int, int]:
    return anatomy.shadow.place(count.quote.start), anatomy.shadow.place(count.quote.end)


def _count(anatomy: Anatomy, match: re.Match[str], kind: str) -> Count:
    word = (match.groupdict().get("n") or "").lower()
    n = int(word) if word.isdigit() else COUNTING.get(word)
    return Count(kind, n, anatomy.quote(match.start("n") if match.re is PART else match.start(), match.end()))
