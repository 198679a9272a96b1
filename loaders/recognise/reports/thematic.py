"""Reports as running text names them without quotation marks: `a study called …`, `its crime data integrity inspection of …`, `State of Policing 2019`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.recognise.dates import MONTH

__all__ = ["called", "described", "pillar_reports"]

Span = tuple[int, int]
KIND = r"(?:inspections?|reports?|reviews?|stud(?:y|ies)|assessments?|revisit|re-?inspection|re-?visit|overview|super-?complaint)"
CAPITAL = r"(?-i:[A-Z0-9])"
STOPS = rf"(?=\s*(?:[.;]|$)|\s*\((?:[^()]*\b(?:19|20)\d\d|HMI|published)|(?<!:),?\s+(?:which|that\s+was|was|were|is|are|has|have|had|published|released|issued|dated|laid|came|comes|appeared|asks?|makes?|sets?|finds?|found|out\s+on|on\s+(?:the\s+)?(?:\d|{MONTH})|on\s+(?:its|the)\s+(?:publication|day)|of\s+(?:\d|{MONTH})|by\s+H|and\s+(?:I|we|am|would|have|must|offer)\b|as\s+required|in\s+(?:so\s+far|response|accordance))\b|,\s+(?:and|an?|the|its|their|your|of|both|all|in|on|carried|conducted|undertaken)\b)"
CALLED = re.compile(rf"\b(?:entitled|titled|called|named|headed|under\s+the\s+(?:title|name)(?:\s+of)?|known\s+as)\s+(?P<title>{CAPITAL}[^.;\n]{{3,200}}?){STOPS}", re.I)
STATE = re.compile(r"\bState\s+of\s+Policing(?:\s*[:,-]\s*The\s+Annual\s+Assessment\s+of\s+Policing(?:\s+in\s+England\s+and\s+Wales)?)?(?:,?\s+20\d\d(?:/\d\d)?)?")
NAMED_FIRST = re.compile(r"(?:\b(?:about|upon|on|to|is|answers?|of|concerns|read|considered|:)\s+)(?P<title>(?-i:(?!HMI|PEEL|I\b|My\b|The\s+(?:Rt|Chief|Home|Force|HMI))[A-Z])[^.;:()\n]{4,150}?),\s+(?:which\s+is\s+)?(?:an?|the|its|their|your)\s+(?:[\w'-]+\s+){0,4}(?:report|study|inspection|review)\b(?!\s+(?:I|we)\b)", re.I)
NAMED_AFTER = re.compile(rf"\b(?:report|study|inspection|assessment|review|publication|thematic)(?:\s+(?:of|by|from)\s+(?-i:[A-Z][\w']+)(?:\s+(?-i:[A-Z])[\w']+)*|\s+into\s+\w+|\s+of\s+(?:the\s+)?(?:\d|{MONTH})[^,.;\n]{{0,25}})?\s*[,:]\s+(?P<title>(?-i:(?!HMI|PEEL|I\b|My\b|We\b|The\s+(?:Rt|Chief|Home|Force|HMI))[A-Z])[^.;()\n]{{7,180}}?){STOPS}", re.I)
POSSESSIVE = re.compile(rf"\b(?:HMIC(?:FRS)?|[Ii]nspectorate|[Cc]onstabulary|[Ii]ts|[Tt]heir|[Yy]our|[Tt]he)(?:'s?)?\s+(?P<title>(?!HMI|PEEL|Police\s+Act|Inspectorate|Chief|Home|National\s+Police)[A-Z][\w'&/-]*(?:\s+(?:(?:of|and|the|in|to|for|on|a|&|into|with)\s+){{0,2}}[A-Za-z0-9][\w'&/-]*){{0,9}}?)\s+(?:(?:joint|thematic|inspection|national|progress)\s+)?(?:report|inspection|review|thematic|study)\b(?=\s+(?:of\s+(?:\d|{MONTH})|was|were|is|has|which|published|issued|released|into|on|came|appeared)|[.,(])")
BRACKETED = re.compile(rf"\((?P<title>(?-i:(?!HMI|PEEL)[A-Z])[^(),\n]{{6,120}}),\s+(?:published\s+)?(?:on\s+)?(?:\d|{MONTH})[^()\n]{{3,20}}\)", re.I)
BARE = re.compile(rf"\b(?:(?:report|study|inspection)|HMIC(?:FRS)?'s?|(?:[Ii]nspectorate|[Cc]onstabulary)'s)\s+(?P<title>(?!HMI|PEEL|Chief|Police\s+Act)[A-Z][^.;()\n]{{9,170}}?)(?=,?\s+(?:published|issued|released|which\s+(?:was|came|appeared)|of\s+(?:\d|{MONTH})|\(\d)|\s*\()")
BROUGHT_OUT = re.compile(rf"\b(?:published|issued|released|brought\s+out)\s+(?P<title>(?-i:(?!HMI|PEEL)[A-Z])[^.;()\n]{{3,90}}?(?:\s[-]|:)\s[^.;()\n]{{5,150}}?){STOPS}", re.I)
DESCRIBED = re.compile(rf"\b{KIND}\s+(?:reports?\s+|visits?\s+)?(?:of|in\s?to|on|to)\s+(?!(?:the\s+)?(?:above|findings|progress|which|whom|Police\s+and\s+Crime\s+Panel|Panel|me\b|you\b|my\b|date\b|\d))[^.;\n]{{5,190}}?{STOPS}", re.I)
BACK = re.compile(r"(?:^|(?<=\s))[\w'&/-]+\s+$")
NOT_ITS_NAME = frozenset(
    "the a an its their his her our my your this that these those of on in to for and by with from into upon about at under is was were has have had as each every any no both all "
    "recent latest most new last own said published issued released two three first second present above further hmic's hmicfrs's hmic hmicfrs inspectorate's inspectorate constabulary's "
    "published reported carried undertook read welcome welcomed received answered considered completed conducted full whole rather when since following inspectors' inspectors here".split()
)
NO_REPORT_OF_THEIRS = re.compile(r"\b(?:commissioned|requested|asked\s+for|each|every|any|no|further|internal|audit|peer|annual|my\s+own|our\s+own|write|writing|make|need\s+to|a\s+crime|progress)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$", re.I)
OF_AN_EVENT = re.compile(r"reports?\s+of\s+(?!(?:the|its|their|an?|your|HM\w*)\s+(?:joint|thematic|inspection|unannounced|review|visit)\b)", re.I)
INSPECTORATE = re.compile(r"\bHMI|Inspectorate|[Ii]nspectors?\b|Chief\s+Inspector|section\s+55|s\.?\s?55|Home\s+Secretary|[Pp]ublished|[Pp]ublication|\byour\b|\bcomments?\b|[Rr]espon")
PILLAR_YEAR = re.compile(r"\bPolice\s+(?:effectiveness|efficiency|legitimacy|vulnerability)(?:\s*(?:,|and)\s*(?:effectiveness|efficiency|legitimacy))*(?:\s+\(including\s+leadership\))?\s+20\d\d(?:/\d\d)?(?:\s*[-:,]\s*An\s+inspection\s+of\s+(?:[A-Z][\w-]+\s?(?:and\s|of\s)?){1,5})?", re.I)


def called(text: str, start: int, end: int) -> list[Span]:
    """What a letter gives the name of: after *entitled*, before or after *a report of …*, and the yearly *State of Policing*."""
    found = [match.span() for match in STATE.finditer(text, start, end)]
    for pattern in (CALLED, BROUGHT_OUT, NAMED_FIRST, NAMED_AFTER, BRACKETED, POSSESSIVE, BARE):
        found += [match.span("title") for match in pattern.finditer(text, start, end) if _is_free(match.span("title"), found)]
    return sorted(found)


def pillar_reports(text: str, start: int, end: int) -> list[Span]:
    """`Police efficiency 2015`, without the programme's name."""
    return [match.span() for match in PILLAR_YEAR.finditer(text, start, end)]


def described(text: str, start: int, end: int) -> list[Span]:
    """The first noun phrase that says of what an inspection was: `joint thematic inspection of the handling of fraud cases`."""
    return next(([span] for span in _described(text, start, end)), [])


def _described(text: str, start: int, end: int) -> Iterator[Span]:
    if not INSPECTORATE.search(text, start, end):
        return
    for match in DESCRIBED.finditer(text, start, end):
        if not NO_REPORT_OF_THEIRS.search(text[max(start, match.start() - 40) : match.start()]) and not OF_AN_EVENT.match(text, match.start()):
            yield _with_words_before(text, start, match.start()), match.end()


def _with_words_before(text: str, start: int, at: int) -> int:
    """Back over *crime data integrity* and the like, to the article or the possessive."""
    for _ in range(8):
        before = BACK.search(text[max(start, at - 30) : at])
        if not before or before[0].strip().lower() in NOT_ITS_NAME or before[0].strip().endswith("'s") or before[0][:1].isdigit():
            return at
        at -= len(before[0])
    return at


def _is_free(span: Span, found: list[Span]) -> bool:
    return all(span[1] <= a or b <= span[0] for a, b in found)
