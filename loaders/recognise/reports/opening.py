"""Titles in the first sentences of a letter's body."""

from __future__ import annotations

import re

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.reports.printed import QUOTED, Title, plain, printed_date, quoted_title, tells
from loaders.recognise.reports.subject import in_subject

__all__ = ["in_opening"]

OVER_A_PILLAR = re.compile(r"\b(?:on|into)\s+(?:police\s+)?(?P<title>effectiveness|efficiency|legitimacy|leadership)\b(?P<date>\s*\([^()]{4,40}\))?", re.I)
CUE = re.compile(r"respon|comment|\brefer|writ|welcome|consider|publish|releas|purpose|report|inspect", re.I)
NEAR_REPORT = re.compile(r"report|inspection|review|entitled|titled|publication|published|thematic|study", re.I)
EMPHASIS = re.compile(r"(?<![*\w])[*_]{1,3}(?=\S)(?P<title>[^*_\n]{8,200}?)(?<=\S)[*_]{1,3}(?![*\w])")
PEEL = re.compile(r"\bPEEL\b[:,]?\s[^.;\n]{0,110}?\b20\d\d(?:\s?[/-]\s?(?:20)?\d\d)?\b(?:\s*\([^)\n]{3,40}\))?(?:\s*[-:,]?\s*An\s+inspection\s+of\s+(?:[A-Z][\w-]+\s?(?:and\s|of\s)?){1,5})?", re.I)
INTO = re.compile(
    r"(?P<title>\b(?:(?:joint|thematic|national|unannounced|progress|follow-up)\s+){0,2}(?:inspection|report|review|study|revisit|re-inspection)\s+(?:report\s+)?(?:of|into|on)\s+(?!the\s+(?:above|findings|progress))[^.;\n]{5,170}?)"
    r"(?=,?\s+(?:which|that|was|were|has|have|had|published|released|issued|dated|carried|conducted|undertaken|by\s+H|makes?|found|as\s+required|and\s+(?:would|am|I|to)\b)|\s*[.;(]|,\s|\s*$)",
    re.I,
)
NAMED = re.compile(
    r"\b(?:[Tt]he|[Yy]our|[Ii]ts|[Tt]heir|HMIC(?:FRS)?(?:'s)?)\s+(?P<title>[A-Z][\w'&/-]*(?:\s+(?:(?:of|and|the|in|to|for|&|into)\s+){0,2}[A-Z0-9][\w'&/()-]*){0,9}(?:\s+(?:inspection|thematic|progress|follow-up|assessment))*)(?=\s+(?:reports?|inspections?)\b)"
)
OPENING = 6


def in_opening(anatomy: Anatomy) -> list[Title]:
    """What the first sentences of the body name; of the first sentence that names anything, all."""
    text = anatomy.flat
    emphasised = _emphasised(anatomy)
    sentences = [span for span in anatomy.sentences if span[0] >= min(anatomy.body_start, anatomy.opening[0][0] if anatomy.opening else 0)][: OPENING * 2]
    for start, end in sentences:
        if CUE.search(text, start, end) or text[start] in "'\"":
            found = [t for t in emphasised if start <= t.start < end] or _in_sentence(text, start, end)
            if found:
                return found
    return _listed(text, sentences)


def _in_sentence(text: str, start: int, end: int) -> list[Title]:
    last = text.find("\n", end)  # a title may ask a question, at which its sentence seems to end
    begun = [match for match in QUOTED.finditer(text, start, len(text) if last < 0 else last) if match.start() < end]
    quoted = [match for match in begun if NEAR_REPORT.search(text, max(start, match.start() - 90), match.end() + 60)]
    if quoted:
        return [quoted_title(text, match, end) for match in quoted]
    pillars = [Title(*match.span("title"), match["title"], printed_date(match["date"] or "")) for match in OVER_A_PILLAR.finditer(text, start, end)]
    if len(pillars) > 1 or (pillars and pillars[0].published):
        return pillars
    for pattern, group in ((PEEL, 0), (INTO, "title"), (NAMED, "title")):
        found = [plain(text, match.start(group), match.end(group)) for match in pattern.finditer(text, start, end)]
        found = [title for title in found if tells(title.words) and not re.search(r"Inspectorate", title.words)]
        if found:
            return found if pattern is not INTO else found[:1]
    return []


def _listed(text: str, sentences: list[tuple[int, int]]) -> list[Title]:
    """Titles in a list below "the following reports:"."""
    for i, (start, end) in enumerate(sentences):
        if re.search(r"reports?\b[^.]{0,40}:\s*$", text[start:end]):
            return [title for a, b in sentences[i + 1 : i + 6] if b - a < 220 for title in in_subject(text, a, b)]
    return []


def _emphasised(anatomy: Anatomy) -> list[Title]:
    """Titles in italics, whose asterisks the shadow has dropped."""
    original = anatomy.document.text[anatomy.start : anatomy.end]
    found = []
    for match in EMPHASIS.finditer(original):
        start, end = (anatomy.shadow.place(anatomy.start + match.span("title")[side]) for side in (0, 1))
        if start >= anatomy.body_start and match["title"].count(" ") >= 1 and match["title"][:1].isupper():
            found.append(plain(anatomy.flat, start, end))
    return [title for title in found if tells(title.words)]
