"""What a grade is said for by its place in the sentence, whether or not an inspection's question is known by those words."""

from __future__ import annotations

import re

from loaders.recognise.grades.targets import Target, targets
from loaders.recognise.grades.things import LONGEST, PREPOSITION, REACH, as_asked, is_within, known, things
from loaders.recognise.words import number_words

__all__ = ["said_after", "said_before", "said_likewise"]

NOUN = r"(?:grad(?:e|es|ing|ings)|ratings?|judge?ments?|verdicts?|marks?|assessments?)"
GIVEN = r"(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?(?:given|awarded|made|received|earned)\s*,?\s*"
COUNT = rf"(?:{number_words(1, 12)}|\d{{1,2}})"
NUMBERED = rf"(?:(?:the\s+following\s+|these\s+|all\s+)?(?:{COUNT}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|our\s+|these\s+)?)?{COUNT}?\s*(?:\w+\s+)?(?:areas?|questions?|categories|respects|aspects|themes|pillars|strands|others?)?\s*(?:[:(]|-+(?=\s))\s*|the\s+(?:first|second|third|fourth|fifth|other|others|last|rest)(?:\s+(?:two|three|\w+))?\s*[:(]\s*)"
LEAD = re.compile(
    rf"['\")]*\s*(?:overall\s+)?(?:{NOUN}\b)?['\")]*,?\s*(?:{GIVEN})?(?:(?P<open>[(:]|-+(?=\s))|(?:concern(?:s|ed|ing)?|relat(?:es|ed|ing)\s+to|appl(?:ies|ied)\s+to|(?:went|goes)\s+to|covers|(?:is|was|are|were)\s+for)\b\s*|(?:both\s+|each\s+)?{PREPOSITION}\b\s*{NUMBERED}?)\s*",
    re.I,
)
END = re.compile(
    r"[;:.()]|\s-\s|,?(?<!\bin)(?<!\bto)(?<!\bof)\s+which\b|,?\s+(?:but|while|whilst|whereas|although|though|who|because|since|so|where|when|compared|having|despite|however|after|before|following|than|unlike|against|sits?)\b"
    r"|,?\s+(?:as|that)\s+(?:it|we|was|were|is|did|they)\b|,\s+(?:with|up|down|I|we|it|the\s+(?:force|report|inspectors))\b|,?\s+and\s+(?:it|we|I|they|(?:the\s+)?(?:force|grade|report|inspectors|inspectorate|HMI\w*))\b",
    re.I,
)
LEFT_OVER = re.compile(
    r"(?:[\s,]|['\"(]|\b(?:and|but|an?|is|are|was|were|it|to|be|been|graded|rated|judged|found|assessed|as|also|again|that|with|the\s+force)\b)*$",
    re.I,
)
CLAUSE = re.compile(r"[;:.]\s+|\)\s*,?\s*|,?\s+(?:but|while|whilst|whereas|although|and\s+then)\s+", re.I)
FORCE = r"(?:(?:(?:the|our|my)\s+)?(?:force|constabulary|service(?!\s+(?:which|that|to|for|victims|given)))|(?:[A-Z][\w'-]+\s+){1,4}(?:Police|Constabulary)|it|we|they|us|HMIC(?:FRS)?|(?:the\s+)?(?:inspectors|inspectorate)|there)"
TOLD = rf"(?:the|its|our|an?|of|{NOUN}|is|was|are|were|has|have|had|been|being|be|again|now|still|also|both|all|pillars?|strands?|c[ao]mes?|out|back|remains?|remained|stays?|stayed|only|merely|found|graded|judged|rated|marked|assessed|deemed|considered|scored|classed|thought|said|to|as|at|with|likewise|unchanged|equally|similarly|given|awarded|gives?|gave|received|overall|too|there)"
OPENING = re.compile(rf"(?:[,;:.(]|\b(?:and|but|that|while|then|{NOUN}))\s+(?P<lead>{PREPOSITION})\s+", re.I)
AT_FIRST = re.compile(rf"\W*(?:(?:and|but|then)\s+)?{PREPOSITION}\s+", re.I)
BY_PREPOSITION = re.compile(rf"(?P<what>.{{3,{LONGEST}}}?),?(?:\s+{FORCE})?(?:\s+{TOLD})*,?\s*['\"(]*")
IS = re.compile(rf"(?:\s*,[^,.;:]{{3,50}},)?(?:\s*\[|\s*[(=:,]|\s+-)?(?:\s*{FORCE})?(?:\s*\b{TOLD}\b)*\s*['\"(]*")
GRADED = r"(?:graded|judged|rated|assessed|marked|deemed|scored|classed)"
AS_OBJECT = re.compile(
    rf"(?:\b{GRADED}\s+|(?<=[,;])\s+(?:and\s+)?|(?<=;\s)|\band\s+)(?P<what>(?:(?!\band\s+\w+ing\b)[^,;:.]){{3,{LONGEST}}}?)\s+(?:as|to\s+be)\s+['\"(]*(?!\w)"
)
AS_SUBJECT = re.compile(
    rf"\W*(?:(?:and|but|then|while)\s+)?(?P<what>[^;:.]{{3,{LONGEST}}}?)\s+(?:is|was|are|were|has\s+been|have\s+been)\s+(?:(?:again|now|still|also|both)\s+)*{GRADED}(?:\s+(?:to\s+be|as|at|overall))*\s+(?:an?\s+)?['\"(]*",
    re.I,
)
EACH_OF_WHICH = re.compile(rf"(?:\b(?:are|were|is|was|namely|being|in|of|remains?)\s+|[:,]\s+)(?P<what>[^;:.]{{3,200}}?),?\s+(?:(?:each|all|both)\s+of\s+)?which\s+(?:are|were|is|was)(?:\s+{TOLD})*\s*['\"(]*(?!\w)")
AS_ASIDE = re.compile(rf"\b(?P<what>(?:(?:its|the|our|their)\s+|(?!\w*thing\b)\w+ing\s+)[^,;:.]{{3,80}}),\s+(?:which\s+(?:they|it|HMIC\w*|(?:the\s+)?inspectors|was|were|is|are)\s+)?(?:each\s+|both\s+)?{GRADED}(?:\s+(?:as|at))?\s+['\"]?(?!\w)")
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
    named = known(text, lead.end(), stop)
    is_list = lead["open"] is not None and lead["open"] != "("
    ends = (
        end.start() for end in END.finditer(text, lead.end(), stop) if not (is_within(end.span(), named) or (is_list and end[0] == ";"))
    )
    last = next(ends, None)
    if last is None:
        last = lead.end() + LEFT_OVER.search(text[lead.end() : stop]).start() if is_followed else stop
    return things(text, lead.end(), last)


def said_likewise(text: str, at: int, stop: int) -> list[Target]:
    """What a grade is for besides: "…, as was B", "… and so is that for B", "… and B likewise"."""
    match = LIKEWISE.search(text, at, stop)
    return things(text, *match.span(match.lastgroup)) if match else []


def said_before(text: str, first: int, at: int, *, is_one_of_several: bool) -> list[Target]:
    """What a grade that begins at `at` is for by the words before it, from `first` on: "in A it is good", "B was judged good", "graded C as good"."""
    cuts = [cut.end() for cut in CLAUSE.finditer(text, max(first, at - REACH), at)]
    begin = max([max(first, at - REACH), *(cut for cut in cuts if at - cut > 4)])
    sure, less_sure = (_each_of_which, _by_preposition, _by_name), (_as_object, _as_subject, _as_aside, _as_item)
    return next(filter(None, (read(text, begin, at) for read in (*sure, *(less_sure if is_one_of_several else ())))), [])


def _by_preposition(text: str, begin: int, at: int) -> list[Target]:
    """As in "In A, and for B, it is …"."""
    for lead in filter(None, (AT_FIRST.match(text, begin, at), *OPENING.finditer(text, begin, at))):
        match = BY_PREPOSITION.fullmatch(text, lead.end(), at)
        if match and not PLAINLY.fullmatch(match["what"]) and (found := things(text, *match.span("what"))):
            return found
    return []


def _by_name(text: str, begin: int, at: int) -> list[Target]:
    """Of pillars and questions that are known: "A and B are …"."""
    named = targets(text, begin, at)
    return [as_asked(text, begin, target) for target in named] if named and IS.fullmatch(text, named[-1].end, at) else []


def _each_of_which(text: str, begin: int, at: int) -> list[Target]:
    """As in "A, and B, each of which is …"."""
    match = next((match for match in EACH_OF_WHICH.finditer(text, begin, at) if match.end() == at), None)
    return _matched(match, text)


def _as_object(text: str, begin: int, at: int) -> list[Target]:
    return _matched(AS_OBJECT.search(text, begin, at), text)


def _as_subject(text: str, begin: int, at: int) -> list[Target]:
    return _matched(AS_SUBJECT.fullmatch(text, begin, at), text)


def _as_aside(text: str, begin: int, at: int) -> list[Target]:
    """As in "its investigations, graded …"."""
    return _matched(next((match for match in AS_ASIDE.finditer(text, begin, at) if match.end() == at), None), text)


def _as_item(text: str, begin: int, at: int) -> list[Target]:
    return _matched(AS_ITEM.fullmatch(text, begin, at), text)


def _matched(match: re.Match[str] | None, text: str) -> list[Target]:
    return things(text, *match.span("what")) if match and not PLAINLY.fullmatch(match["what"].strip()) else []
