"""The clause of a sentence that states a shortcoming, without what is answered in the same breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.findings import cues
from loaders.findings.structure import Span

__all__ = ["shortcoming", "shortcomings"]

TURN = re.compile(r"[,;]? (?:but|however|although|though|whilst|while|yet|nonetheless|nevertheless|despite)\b,? |[,;] saying (?:that )?|; |, and (?=(?:it|the report|hmic\w*|inspectors) (?:also )?\w+)")
ANSWER = re.compile(
    r",? (?:and|which|so|as a result|in response)\b,? (?:(?:i|we|my)\b|this (?:is|has|will|was)|these|work|the force (?:has|have|is|will)|following|steps|action|a (?:review|plan|detailed|gap|new)|it (?:is|was) (?:pleasing|reassuring)|have been|has been|are being|is being|will|has (?:since|now)|plans|training|officers (?:have|will))\b"
    r"|, (?:following|something|and so|which (?:is|has|have|will|we|i)|this (?:is|has|will)|work is)\b"
)
OPENING = re.compile(
    r"^(?:(?:however|nonetheless|nevertheless|in addition|in particular|furthermore|also|overall|additionally|for example|similarly|finally|firstly|secondly|lastly|specifically|conversely|in contrast|moreover|equally|worryingly|unfortunately|disappointingly|and|but|that|although|though|whilst),? )+",
    re.I,
)
ATTRIBUTED_THAT = re.compile(rf"^.{{0,90}}?(?:{cues.ATTRIBUTION.pattern})(?: \w+){{0,4}}? that,? ")
SELF_THAT = re.compile(
    r"^(?:(?:it|this) (?:is|was) (?:\w+ ){0,2}?(?:disappointing|concerning|recognised|acknowledged|noted|clear|apparent|regrettable)|(?:i|we) (?:am|was|were|are|note|noted|recognise|accept|acknowledge|understand|share)(?: \w+){0,5}?|the force does recognise|.{0,40}does recognise|there was a recognition(?: \w+){0,4}?)"
    r" (?:that|to (?:see|read|note|learn)(?: \w+)? that|to (?:see|note)) "
)


def shortcomings(sentence: str, suppressed: bool) -> Iterator[tuple[Span, bool]]:
    """Each clause that states a shortcoming, and whether it is the inspectors' statement. `suppressed`: in an answer, only they count."""
    attributed = False
    for start, end in _clauses(sentence):
        words = sentence[start:end].lower()
        attributed = attributed or bool((cues.REPORTING if suppressed else cues.ATTRIBUTION).search(words))
        span = shortcoming(sentence, start, end, attributed, suppressed)
        if span:
            yield span, attributed or not re.search(r"\b(?:i|me|my|we)\b", sentence[start : span[0]].lower())


def shortcoming(sentence: str, start: int, end: int, attributed: bool, suppressed: bool) -> Span | None:
    """The words of one clause that state a shortcoming, if it does."""
    clause = sentence[start:end]
    answer = ANSWER.search(clause.lower(), 15)
    clause = clause[: answer.start()] if answer else clause
    low = clause.lower()
    if cues.IMPROVED.search(low) or re.search(r"\b(?:praise|commended|complimentary|good practice)\b", low) or _is_grade(low) or cues.GENERIC.search(low) and not _specific(low):
        return None
    states = attributed and cues.SHORTCOMING.search(low) and not _is_about_us(low)
    if not states and not (not suppressed and cues.UNATTRIBUTED.search(low) and not _wishes(low)):
        return None
    span = _trimmed(sentence, start, start + len(clause))
    content = cues.content_words(sentence[slice(*span)])
    return span if len(content) >= cues.CONTENTLESS else None


def _clauses(sentence: str) -> list[Span]:
    cuts = [0]
    for match in TURN.finditer(sentence.lower()):
        cuts += [match.start(), match.end()]
    cuts.append(len(sentence))
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b - a > 8]


def _is_grade(low: str) -> bool:
    return bool(cues.GRADING.search(low))


def _specific(low: str) -> bool:
    return bool(re.search(r"\bsuch as\b|\bparticularly\b|\bincluding\b|\bimprovements? is needed\b", low))


def _is_about_us(low: str) -> bool:
    return bool(re.match(r"[^a-z]*(?:i|we) (?:will|shall|have asked|intend|am (?:confident|pleased|satisfied|assured|reassured))\b", low))


def _wishes(low: str) -> bool:
    return bool(cues.FIRST_PERSON_WANT.search(low)) and not re.search(r"\bdisappointed|concerned to|raised (?:my )?concerns? with|should reasonably", low)


def _trimmed(sentence: str, start: int, end: int) -> Span:
    """Without opening words and `The report found that`."""
    for pattern in (OPENING, ATTRIBUTED_THAT, SELF_THAT, OPENING):
        match = pattern.match(sentence[start:end].lower())
        if match and end - start - match.end() > 20:
            start += match.end()
    while end > start and sentence[end - 1] in " ,;":
        end -= 1
    return start, end
