"""The list of things that a grade is given for, parted into each, and which words are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.recognise.grades.cells import ANY
from loaders.recognise.grades.questions import QUESTION
from loaders.recognise.grades.targets import WHOLE, Target, targets
from loaders.recognise.words import MONTH_WORDS

__all__ = ["LONGEST", "PREPOSITION", "REACH", "as_asked", "is_within", "known", "things"]

Span = tuple[int, int]
PREPOSITION = r"(?:(?:with\s+(?:regard|respect)|in\s+(?:relation|regard)|when\s+it\s+comes)\s+to|in\s+(?:respect|terms)\s+of|as\s+(?:to|for|regards)|concerning|regarding|at|in|for|on|under)"
CUT = re.compile(
    rf"\s*[,;]\s*(?:and\s+|or\s+)?(?:also\s+)?(?:{PREPOSITION}\s+)?|\s+(?P<and>and|&|as\s+well\s+as)\s+(?P<again>{PREPOSITION}\s+)?", re.I
)
GERUND = re.compile(r"(?:how\s|(?:its|the|their|our)\s+)?(?!\w*thing\b)\w+ing\b", re.I)
FIRST = re.compile(rf"^(?:(?:{PREPOSITION}|both|also|areas?\s+of|the\s+areas?\s+of|of|namely)\s+)+", re.I)
ORDINAL = re.compile(
    r"\s*the\s+(?:first|second|third|fourth|fifth|last|other)(?:\s+question|\s+of\s+(?:these|them))?,\s*(?:(?:which|that)\s+(?:is|was|of)\s+|namely,?\s+|that\s+of\s+)?",
    re.I,
)
SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|I|we|should|would|will|can|could|may|does|do|did|said|says?|graded|judged|rated|not|found|praised|noted|saw|made|makes|gave|gives|welcomed|commended|identified|concluded|shows|needs|lacks|sit|sits)\b"
)
HOW = re.compile(r"how\s+(?:well|\w+ly)\s[^,;:.]{0,50}?$", re.I)
OF_A_LIST = re.compile(r"(?:how|the\s+(?:extent|way|manner)|whether|what|its|our|their)\b|(?!\w*thing\b)\w+ing\b", re.I)
ASKS = re.compile(r"(?:how|the\s+extent|the\s+(?:way|manner)|whether|what)\b", re.I)
NO_AIM = re.compile(
    r"(?:(?:the|this|that|these|those|our|its|their|an?|my|every|each|all|any|some|most|many|both|several|same|previous|preceding|last|latest|current|present|next|new|remaining|following|overall|first|second|third|\w+th|recent|two|three|four|five|six|seven|eight|nine|ten|\d+|of|out|its)\s+)*"
    r"(?:and|or|but|where|there|overall|previously|formerly|was|now|then|up|down|from|previous|one|(?:19|20)\d\d|time|years?|months?|days?|inspections?|reports?|rounds?|assessments?|occasions?|reasons?|purpose|period|past|present|moment|forces?|constabular(?:y|ies)|count(?:y|ies)|country|region|whole|rest|others?|everything|areas?|pillars?|respects?|aspects?|"
    r"categor(?:y|ies)|questions?|gradings?|grades?|judge?ments?|each|all|both|most|total|part|fact|which|whom|them|it|this|that|so|example|instance|short|general|particular|summary|turn|comparison|contrast|addition|peel\b.*|hmic\w*|england.*|wales|me|us|words?|board|row|running|headings?|"
    r"regard|view|opinion|terms?|place|themes?|strands?|elements?|measures?|scale|" + MONTH_WORDS + r")\b",
    re.I,
)
LONGEST = 120  # characters of one thing that is graded
REACH = 300  # characters before a grade in which it stands


def as_asked(text: str, begin: int, target: Target) -> Target:
    """A question in the words that ask it: "how well it uses its resources"."""
    asks = HOW.search(text[max(begin, target.start - REACH) : target.start]) if target.question else None
    start = target.start - len(asks[0]) if asks else target.start
    return Target(start, target.end, target.pillar, " ".join(text[start : target.end].split())) if asks else target


def things(text: str, start: int, end: int) -> list[Target]:
    """Each thing of a list that is graded; only what is known where a part of it is none, such as a day."""
    ordinal = ORDINAL.match(text, start, end)
    spans = list(_parted(text, ordinal.end() if ordinal else start, end))
    if len(spans) == 2 and "," in text[spans[0][1] : spans[1][0]] and not OF_A_LIST.match(text, spans[1][0], end):
        spans = spans[:1] if not targets(text, *spans[1]) else spans
    parts = [_target(text, *span) for span in spans]
    return [target for part in parts for target in part if all(parts) or not target.is_open]


def known(text: str, start: int, end: int) -> list[Span]:
    return [match.span() for form in (QUESTION, *WHOLE.values()) for match in form.finditer(text, start, end)]


def is_within(span: Span, known: list[Span]) -> bool:
    return any(a < span[0] and span[1] < b for a, b in known)


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a list; a question that is known is never parted."""
    named = known(text, start, end)
    is_list = "," in text[start:end]
    begin = start
    for cut in CUT.finditer(text, start, end):
        if is_within(cut.span(), named) or not _parts(text, begin, cut, named, is_list, end):
            continue
        yield begin, cut.start()
        begin = cut.end()
    yield begin, end


def _parts(text: str, begin: int, cut: re.Match[str], known: list[Span], is_list: bool, end: int) -> bool:
    """Whether an *and* stands between two things that are graded: "A and in B", the last of a list; not within "building and developing"."""
    if not cut["and"] or cut["again"]:
        return True
    if ASKS.match(text, begin, cut.start()) and not ASKS.match(text, cut.end(), end):
        return False
    if text.count(" ", begin, cut.start()) == 0 and GERUND.match(text[begin : cut.start()]):
        return False
    beside = any(a == cut.end() or b == cut.start() for a, b in known)
    return (
        beside
        or bool(GERUND.match(text, cut.end(), end))
        or (is_list and "," not in text[cut.end() : end] and begin > 0 and text[:begin].rstrip().endswith(","))
    )


def _target(text: str, start: int, end: int) -> list[Target]:
    """One thing that is graded: a pillar, a question that is known, else the words as printed; none where they are a time, a place or a number of areas."""
    words = text[start:end]
    lead = FIRST.match(words)
    start += len(words) - len(words.lstrip()) if not lead else lead.end()
    words = " ".join(text[start:end].split()).strip(" ,'\"")
    if known := targets(text, start, end):
        return [as_asked(text, start, target) for target in known] if len(words) < LONGEST else []
    is_said = bool(SAYS.search(words)) and not ASKS.match(words)
    if not re.search(r"[a-z]{3}", words) or len(words) > LONGEST or is_said or NO_AIM.match(words) or re.search(ANY, words, re.I):
        return []
    return [Target(start, end, None, words, is_open=True)]
