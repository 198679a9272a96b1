"""What a grade is said for by its place in the sentence, whether or not an inspection's question is known by those words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.recognise.grades.cells import ANY
from loaders.recognise.grades.questions import QUESTION
from loaders.recognise.grades.targets import WHOLE, Target, targets
from loaders.recognise.words import number_words

__all__ = ["said_after", "said_before", "said_likewise"]

Span = tuple[int, int]
NOUN = r"(?:grad(?:e|es|ing|ings)|ratings?|judge?ments?|verdicts?|marks?|assessments?)"
PREPOSITION = r"(?:(?:with\s+(?:regard|respect)|in\s+(?:relation|regard)|when\s+it\s+comes)\s+to|in\s+(?:respect|terms)\s+of|as\s+(?:to|for|regards)|concerning|regarding|at|in|for|on|under)"
GIVEN = r"(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?(?:given|awarded|made|received|earned)\s*,?\s*"
NUMBERED = rf"(?:(?:the\s+following\s+|these\s+|all\s+)?(?:{number_words(1, 12)}|\\d+)?\s*(?:\w+\s+)?(?:areas?|questions?|categories|respects|aspects|themes|others?)?\s*[:(]\s*)"
LEAD = re.compile(
    rf"['\")]*\s*(?:overall\s+)?(?:{NOUN}\b)?['\")]*,?\s*(?:{GIVEN})?(?:(?P<open>[(:])|(?:concern(?:s|ed|ing)?|relat(?:es|ed|ing)\s+to|appl(?:ies|ied)\s+to|(?:went|goes)\s+to|covers|(?:is|was|are|were)\s+for)\b\s*|(?:both\s+|each\s+)?{PREPOSITION}\b\s*{NUMBERED}?)\s*",
    re.I,
)
END = re.compile(
    r"[;:.()]|\s-\s|,?(?<!\bin)(?<!\bto)(?<!\bof)\s+which\b|,?\s+(?:but|while|whilst|whereas|although|though|who|because|since|so|where|when|compared|having|despite|however|after|before|following|than|unlike|against|sits?)\b"
    r"|,?\s+(?:as|that)\s+(?:it|we|was|were|is|did|they)\b|,\s+(?:with|up|down|I|we|it|the\s+(?:force|report|inspectors))\b|,?\s+and\s+(?:it|we|I|they|the\s+(?:force|grade|report))\b",
    re.I,
)
LEFT_OVER = re.compile(
    r"(?:[\s,]|['\"(]|\b(?:and|but|an?|is|are|was|were|it|to|be|been|graded|rated|judged|found|assessed|as|also|again|that|with|the\s+force)\b)*$",
    re.I,
)
CUT = re.compile(
    rf"\s*[,;]\s*(?:and\s+|or\s+)?(?:also\s+)?(?:{PREPOSITION}\s+)?|\s+(?P<and>and|&|as\s+well\s+as)\s+(?P<again>{PREPOSITION}\s+)?", re.I
)
GERUND = re.compile(r"(?:how\s|(?:its|the|their|our)\s+)?\w+ing\b", re.I)
FIRST = re.compile(rf"^(?:(?:{PREPOSITION}|both|also|areas?\s+of|the\s+areas?\s+of|of|namely)\s+)+", re.I)
ORDINAL = re.compile(
    r"\s*the\s+(?:first|second|third|fourth|fifth|last|other)(?:\s+question|\s+of\s+(?:these|them))?,\s*(?:(?:which|that)\s+(?:is|was|of)\s+|namely,?\s+|that\s+of\s+)?",
    re.I,
)
SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|I|we|should|would|will|said|graded|judged|rated|not)\b")
HOW = re.compile(r"how\s+(?:well|\w+ly)\s[^,;:.]{0,50}?$", re.I)
ASKS = re.compile(r"(?:how|the\s+extent|the\s+(?:way|manner)|whether|what)\b", re.I)
NO_AIM = re.compile(
    r"(?:(?:the|this|that|these|those|our|its|their|an?|my|every|each|all|any|some|most|many|both|several|same|previous|preceding|last|latest|current|present|next|new|remaining|following|overall|first|second|third|\w+th|recent|two|three|four|five|six|seven|eight|nine|ten|\d+|of|its)\s+)*"
    r"(?:and|or|but|where|there|overall|previously|formerly|was|now|then|up|down|from|previous|one|(?:19|20)\d\d|time|years?|months?|days?|inspections?|reports?|rounds?|assessments?|occasions?|reasons?|purpose|period|past|present|moment|forces?|constabular(?:y|ies)|count(?:y|ies)|country|region|whole|rest|others?|everything|areas?|pillars?|respects?|aspects?|"
    r"categor(?:y|ies)|questions?|gradings?|grades?|judge?ments?|each|all|both|most|total|part|fact|which|whom|them|it|this|that|so|example|instance|short|general|particular|summary|turn|comparison|contrast|addition|peel\b.*|hmic\w*|england.*|wales|me|us|words?|board|row|running|headings?|"
    r"regard|view|opinion|terms?|place|themes?|strands?|elements?|measures?|scale|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
LONGEST = 120  # characters of one thing that is graded
REACH = 300  # characters before a grade in which it stands
CLAUSE = re.compile(r"[;:.]\s+|\)\s*,?\s*|,?\s+(?:but|while|whilst|whereas|although|and\s+then)\s+", re.I)
FORCE = r"(?:(?:(?:the|our|my)\s+)?(?:force|constabulary|service)|(?:[A-Z][\w'-]+\s+){1,4}(?:Police|Constabulary)|it|we|they|us|HMIC(?:FRS)?|(?:the\s+)?(?:inspectors|inspectorate)|there)"
TOLD = rf"(?:the|its|our|an?|of|{NOUN}|is|was|are|were|has|have|had|been|being|be|again|now|still|also|both|all|pillars?|strands?|c[ao]mes?|out|back|remains?|remained|stays?|stayed|only|merely|found|graded|judged|rated|marked|assessed|deemed|considered|scored|classed|thought|said|to|as|at|with|likewise|unchanged|equally|similarly|given|awarded|gives?|gave|received|overall|too|there)"
OPENING = re.compile(rf"(?:[,;:.(]|\b(?:and|but|that|while|then))\s+(?P<lead>{PREPOSITION})\s+", re.I)
AT_FIRST = re.compile(rf"\W*(?:(?:and|but|then)\s+)?{PREPOSITION}\s+", re.I)
BY_PREPOSITION = re.compile(rf"(?P<what>.{{3,{LONGEST}}}?),?(?:\s+{FORCE})?(?:\s+{TOLD})*,?\s*['\"(]*")
IS = re.compile(rf"(?:\s*,[^,.;:]{{3,50}},)?(?:\s*\[|\s*[(=:,]|\s+-)?(?:\s*{FORCE})?(?:\s*\b{TOLD}\b)*\s*['\"(]*")
GRADED = r"(?:graded|judged|rated|assessed|marked|deemed|scored|classed)"
AS_OBJECT = re.compile(
    rf"(?:\b{GRADED}\s+|(?<=[,;])\s+(?:and\s+)?|\band\s+)(?P<what>(?:(?!\band\s+\w+ing\b)[^,;:.]){{3,{LONGEST}}}?)\s+(?:as|to\s+be)\s+['\"(]*(?!\w)"
)
AS_SUBJECT = re.compile(
    rf"\W*(?:(?:and|but|then|while)\s+)?(?P<what>[^;:.]{{3,{LONGEST}}}?)\s+(?:is|was|are|were|has\s+been|have\s+been)\s+(?:(?:again|now|still|also|both)\s+)*{GRADED}(?:\s+(?:to\s+be|as|at|overall))*\s+(?:an?\s+)?['\"(]*",
    re.I,
)
AS_ITEM = re.compile(r"\W*(?:and\s+)?(?P<what>[^,;:.()]{3,60}?)\s*(?:,|:|=|\(|\s-|\.{2,})\s*['\"]?")
LIKEWISE = re.compile(
    r",?\s+(?:as\s+(?:is|was|are|were)|and\s+so\s+(?:too\s+)?(?:is|was|are|were))\s+(?:(?:that|the\s+(?:grade|one))\s+(?:for|of|in)\s+)?(?P<what>[^,;:.]{3,120})|,?\s+and\s+(?P<too>[^,;:.]{3,80}?)\s+(?:likewise|similarly|too|equally|as\s+well)(?=\s*[,;.)]|$)",
    re.I,
)
PLAINLY = re.compile(
    rf"(?:(?:{FORCE}|I|HMI.*|(?:the|its|our|this|that)\s+(?:overall\s+)?(?:{NOUN}|report|result|headline|finding|picture|conclusion|view)s?)\b.*|.*\b(?:Police|Constabulary|{NOUN}))$",
    re.I,
)


def said_after(text: str, at: int, stop: int, *, is_followed: bool) -> list[Target]:
    """What a grade that ends at `at` is for by the words after it: "good at A, in B and in C", "good (A, B and C)"; `is_followed` by another grade at `stop`."""
    lead = LEAD.match(text, at, stop)
    if not lead or (lead["open"] == "(" and text.find(")", lead.end(), stop) < 0):
        return []
    known = _known(text, lead.end(), stop)
    is_list = lead["open"] == ":"
    ends = (
        end.start() for end in END.finditer(text, lead.end(), stop) if not (_is_within(end.span(), known) or (is_list and end[0] == ";"))
    )
    last = next(ends, None)
    if last is None:
        last = lead.end() + LEFT_OVER.search(text[lead.end() : stop]).start() if is_followed else stop
    return _targets(text, lead.end(), last)


def said_likewise(text: str, at: int, stop: int) -> list[Target]:
    """What a grade is for besides: "…, as was B", "… and so is that for B", "… and B likewise"."""
    match = LIKEWISE.search(text, at, stop)
    return _targets(text, *match.span(match.lastgroup)) if match else []


def said_before(text: str, first: int, at: int, *, is_one_of_several: bool) -> list[Target]:
    """What a grade that begins at `at` is for by the words before it, from `first` on: "in A it is good", "B was judged good", "graded C as good"."""
    cuts = [cut.end() for cut in CLAUSE.finditer(text, max(first, at - REACH), at)]
    begin = max([max(first, at - REACH), *(cut for cut in cuts if at - cut > 4)])
    sure, less_sure = (_by_preposition, _by_name), (_as_object, _as_subject, _as_item)
    return next(filter(None, (read(text, begin, at) for read in (*sure, *(less_sure if is_one_of_several else ())))), [])


def _by_preposition(text: str, begin: int, at: int) -> list[Target]:
    """ "In A, and for B, it is …"."""
    for lead in filter(None, (AT_FIRST.match(text, begin, at), *OPENING.finditer(text, begin, at))):
        match = BY_PREPOSITION.fullmatch(text, lead.end(), at)
        if match and not PLAINLY.fullmatch(match["what"]) and (found := _targets(text, *match.span("what"))):
            return found
    return []


def _by_name(text: str, begin: int, at: int) -> list[Target]:
    """ "A and B are …", of pillars and questions that are known."""
    known = targets(text, begin, at)
    return [_as_asked(text, begin, target) for target in known] if known and IS.fullmatch(text, known[-1].end, at) else []


def _as_asked(text: str, begin: int, target: Target) -> Target:
    """A question in the words that ask it: "how well it uses its resources"."""
    asks = HOW.search(text[max(begin, target.start - REACH) : target.start]) if target.question else None
    start = target.start - len(asks[0]) if asks else target.start
    return Target(start, target.end, target.pillar, " ".join(text[start : target.end].split())) if asks else target


def _as_object(text: str, begin: int, at: int) -> list[Target]:
    return _matched(AS_OBJECT.search(text, begin, at), text)


def _as_subject(text: str, begin: int, at: int) -> list[Target]:
    return _matched(AS_SUBJECT.fullmatch(text, begin, at), text)


def _as_item(text: str, begin: int, at: int) -> list[Target]:
    return _matched(AS_ITEM.fullmatch(text, begin, at), text)


def _matched(match: re.Match[str] | None, text: str) -> list[Target]:
    return _targets(text, *match.span("what")) if match and not PLAINLY.fullmatch(match["what"].strip()) else []


def _targets(text: str, start: int, end: int) -> list[Target]:
    """Each thing of a list that is graded; only what is known where a part of it is none, such as a day."""
    ordinal = ORDINAL.match(text, start, end)
    parts = [_target(text, *span) for span in _parted(text, ordinal.end() if ordinal else start, end)]
    return [target for part in parts for target in part if all(parts) or not target.is_open]


def _known(text: str, start: int, end: int) -> list[Span]:
    return [match.span() for form in (QUESTION, *WHOLE.values()) for match in form.finditer(text, start, end)]


def _is_within(span: Span, known: list[Span]) -> bool:
    return any(a < span[0] and span[1] < b for a, b in known)


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a list; a question that is known is never parted."""
    known = _known(text, start, end)
    is_list = "," in text[start:end]
    begin = start
    for cut in CUT.finditer(text, start, end):
        if _is_within(cut.span(), known) or not _parts(text, begin, cut, known, is_list, end):
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
        return [_as_asked(text, start, target) for target in known] if len(words) < LONGEST else []
    is_said = bool(SAYS.search(words)) and not ASKS.match(words)
    if not re.search(r"[a-z]{3}", words) or len(words) > LONGEST or is_said or NO_AIM.match(words) or re.search(ANY, words, re.I):
        return []
    return [Target(start, end, None, words, is_open=True)]
