"""The clause of a sentence that states a shortcoming, without what is answered in the same breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.findings.layout.block import Span
from loaders.findings.wording import cues
from loaders.findings.wording.asking import SPARED
from loaders.findings.wording.named import HISTORY

__all__ = ["ANSWER", "shortcomings"]

TURN = re.compile(r", and (?=(?:doesn't|does not|isn't|is not|hasn't|has not|cannot|can't|fails?)\b)|(?<=\w) because (?=(?:the force|the constabulary|it|they|its|officers|staff|supervisors|we)\b)|(?<! did)(?<! does)(?<! do)[,;]? (?:but|however|although|though|whilst|while|yet(?! (?:to|been|again))|nonetheless|nevertheless|despite)\b,? |[,;] saying (?:that )?|; |, (?:and )?that (?=(?:it|its|the|there|they|officers|staff)\b)| (?=it is (?:one of|among) )|(?:,| and| and with)(?: and)? (?=(?:an? (?:lack|absence|shortage|backlog) of|insufficient|inadequate|inconsisten\w+|weakness(?:es)? in|poor|limited|gaps? in|delays? in|too (?:few|little|many)) )|, and (?=(?:it|the report|hmic\w*|inspectors) (?:also )?\w+)")
ANSWER = re.compile(
    r",? (?:and|which|so|as a result|in response)\b,? (?:(?:(?:in particular )?(?:i|we|my)\b)|this (?:\w+ )?(?:is|has|will|was)|these|work|the force (?:has|have|is|will)|following|steps|action|a (?:review|plan|detailed|gap|new)|it (?:is|was) (?:pleasing|reassuring|disappointing|concerning)|have been|has been|are being|is being|will|has (?:since|now)|plans|training|officers (?:have|will))\b"
    r"|,? and (?:was|were|is|are|has|have) (?:now |already |since |also |being |been )*(?:met|complet\w+|done|address\w+|in (?:hand|place|progress|train)|under ?way|taken|implement\w+|accept\w+|discharg\w+|clos\w+|resolv\w+|deliver\w+|actioned|dealt|put right)\b"
    r"| - (?=(?:now |already |this (?:is|has|was) )?(?:complete|done|in progress|in hand|under ?way|accepted|agreed|not accepted|ongoing|closed|planned|to be|being|met|started|on track)\b)"
    r"|; (?=[^;.]{3,50} (?:was|were|has been|have been|is|are) (?:\w+ly |now |already |being )?(?:complet|finish|introduc|implement|establish|review|launch|publish|done)\w*)|; (?:i|we|this (?:is|has|was)|the force has)\b|, (?:following|something|and so|which (?:is|has|have|will|we|i)|this (?:is|has|will)|work is)\b"
)
OPENING = re.compile(
    r"^(?:(?:that said|however|nonetheless|nevertheless|in addition|in particular|furthermore|also|overall|additionally|for example|similarly|finally|firstly|secondly|lastly|specifically|conversely|in contrast|moreover|equally|worryingly|unfortunately|disappointingly|and|but|that|although|though|whilst),? )+",
    re.I,
)
ATTRIBUTED_THAT = re.compile(rf"^.{{0,90}}?(?:{cues.ATTRIBUTION.pattern})(?: \w+){{0,4}}? that,? ")
NOT_ONE = re.compile(rf"{cues.IMPROVED.pattern}|{SPARED.pattern}|\b(?:grades?|judge?ments?|gradings?|comparisons?)\b[^.;]{{0,40}} (?:should|must|can|may|could)(?: ?not|n't) be (?:\w+ )?(?:compared|set|read|drawn|made|taken)\b|\b(?:praise|commended|complimentary|good practice|our (?:experience|officers))\b|\b(?:read|see|learn|note|hear)(?: of)? (?:this|that)\b\W*$|\b(?:isn't|is not|nothing|not) (?:something )?(?:that )?(?:inspectors|hmic\w*|the report)\b|\bmake up (?:his|her|its|their|my) mind\b|\bi (?:have |also )*(?:set out|list|detail|provide|attach|enclose)(?:d|ed)?\b")
SPECIFIC = re.compile(r"\bsuch as\b|\bparticularly\b|\bincluding\b|\bimprovements? is needed\b")
ABOUT_US = re.compile(r"[^a-z]*(?:the (?:police and crime )?(?:commissioner|mayor|deputy mayor|authority|panel)|he|she) (?:does not|doesn't|will not) (?:think|believe|accept|agree|share)\b|[^a-z]*(?:i|we) (?:will|shall|have asked|intend|am (?:confident|satisfied|assured|reassured))\b")
SELF_THAT = re.compile(
    r"^(?:(?:it|this) (?:is|was) (?:\w+ ){0,2}?(?:disappointing|concerning|of concern|a concern|recognised|acknowledged|noted|clear|apparent|regrettable)|(?:i|we) (?:am|was|were|are|note|noted|recognise|accept|acknowledge|understand|share)(?: [\w']+){0,5}?|the force does recognise|.{0,40}does recognise|there was a recognition(?: \w+){0,4}?)"
    r" (?:that|to (?:see|read|note|learn)(?: \w+)? that|to (?:see|note)) "
)


def shortcomings(sentence: str, suppressed: bool, theirs: bool = False) -> Iterator[tuple[Span, bool]]:
    """Each clause that states a shortcoming, and whether it is the inspectors' statement. `suppressed`: in an answer, only theirs count; `theirs`: all are."""
    attributed = theirs
    for start, end, answer in _clauses(sentence):
        words = sentence[start:end].lower()
        own = bool((cues.REPORTING if suppressed or answer else cues.ATTRIBUTION).search(words))
        attributed = own or (attributed and not answer)
        if own or not answer:
            span = _shortcoming(sentence, start, end, attributed, suppressed)
            if span:
                yield span, attributed


def _shortcoming(sentence: str, start: int, end: int, attributed: bool, suppressed: bool) -> Span | None:
    """The words of one clause that state a shortcoming, if it does."""
    low = sentence[start:end].lower()
    if NOT_ONE.search(low) or HISTORY.search(low) or _is_grade(low) or (cues.GENERIC.search(low) and not SPECIFIC.search(low)):
        return None
    states = attributed and cues.SHORTCOMING.search(low) and not ABOUT_US.match(low)
    if not states and (suppressed or not cues.UNATTRIBUTED.search(low) or _wishes(low)):
        return None
    span = _trimmed(sentence, start, end)
    return span if len(cues.content_words(sentence[slice(*span)])) >= cues.CONTENTLESS else None


def _clauses(sentence: str) -> Iterator[tuple[int, int, bool]]:
    """The clauses of a sentence, and whether each is what is answered rather than what was found."""
    low = sentence.lower()
    turns = [(m.start(), m.end(), False) for m in TURN.finditer(low)] + [(m.start(), m.start(), True) for m in ANSWER.finditer(low, 15)]
    start, answer = 0, False
    for cut, goes_on, answers in [*sorted(turns), (len(sentence), len(sentence), False)]:
        if cut - start > 8:
            yield start, cut, answer
        start, answer = max(start, goes_on), answers


def _is_grade(low: str) -> bool:
    return bool(cues.GRADING.search(low))


def _wishes(low: str) -> bool:
    return bool(cues.FIRST_PERSON_WANT.search(low)) and not re.search(r"\bdisappointed|concerned to|raised (?:my )?concerns? with|should reasonably", low)


def _trimmed(sentence: str, start: int, end: int) -> Span:
    """Without opening words and `The report found that`."""
    start += len(sentence[start:end]) - len(sentence[start:end].lstrip())
    for pattern in (OPENING, ATTRIBUTED_THAT, SELF_THAT, OPENING):
        match = pattern.match(sentence[start:end].lower())
        if match and end - start - match.end() > 20:
            start += match.end()
    while end > start and sentence[end - 1] in " ,;":
        end -= 1
    return start, end
