"""Titles in the first sentences of a letter's body."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.reports.headings import announced
from loaders.recognise.reports.peel import peel_names
from loaders.recognise.reports.printed import QUOTED, Title, plain, printed_date, quoted_title, tells
from loaders.recognise.reports.shapes import is_shaped
from loaders.recognise.reports.subject import in_subject
from loaders.recognise.reports.thematic import called, described, pillar_reports
from loaders.recognise.words import PILLARS

__all__ = ["in_opening", "later_named"]

Sentence = tuple[int, int]
OVER_A_PILLAR = re.compile(rf"\b(?:on|into)\s+(?:police\s+)?(?P<title>{'|'.join(PILLARS)})\b(?P<date>\s*\([^()]{{4,40}}\))?", re.I)
CUE = re.compile(r"respon|comment|\brefer|writ|welcome|consider|publish|publication|releas|purpose|report|inspect|PEEL|State\s+of\s+Policing|\bread\b|answer", re.I)
NEAR_REPORT = re.compile(r"report|inspection|review|entitled|titled|publication|published|thematic|study|studies|HMI|inspect(?:orate|ors)\b|comments?\s+(?:up)?on", re.I)
EMPHASIS = re.compile(r"(?<![*\w])[*_]{1,3}(?=\S)(?P<title>[^*_\n]{8,200}?)(?<=\S)[*_]{1,3}(?![*\w])")
SAID = re.compile(r"\b(?:should|must)\b|[.]$", re.I)  # a finding's words, not a report's name
AS_FOLLOWS = re.compile(r"\b(?:reports|publications|inspections|studies|reviews|documents)(?:,\s+namely|\s*:)\s+(?=[A-Z'\"])")
ANSWERED_BEFORE = re.compile(r"\bmy\s+(?:letter|comments|response|reply)s?\s+of\s+(?:\d|[A-Z])|\bI\s+(?:had\s+|have\s+already\s+)?(?:commented|replied|answered|wrote|responded)\b|\bYou\s+will\s+recall\b")
OF_A_PILLAR = re.compile(rf"\b(?P<title>(?:{'|'.join(PILLARS)})\s+(?:inspection\s+)?(?:report|inspection|assessment))\b\s*(?P<date>\([^()]{{4,40}}\))?", re.I)
ALSO = re.compile(r"\b(?:also|second|other|as\s+well|besides|at\s+the\s+same\s+time|in\s+addition)\b", re.I)
EARLIER = re.compile(r"\b(?:previous|earlier|last\s+year|my\s+letter|I\s+(?:answered|replied|wrote)|already|coming|forthcoming|next)\b|\bwill\s+(?:be|carry|publish)\b", re.I)
OPENING = 12
CALLED_REPORT = re.compile(r"\b(?:report|inspection|study|review|thematic)\s*,?\s*(?:entitled|called)?\s*$", re.I)
MARKS = "•-*.)"
ANSWERING = re.compile(r"\b(?:repl(?:y|ies)|respon(?:d|ds|se|ding)|answers?|comments?|writ(?:e|ing)|concerns?|deals?)\b[^:]{0,120}\b(?:to|on|about|with|upon|of)?\s*(?:these|the\s+following|two|three|both)?\s*:\s*$", re.I)
DATED_ITEM = re.compile(r"[A-Z][^\n]{10,200}?(?P<date>,?\s*\(?(?:published|issued|released|of|dated)\s+(?:on\s+|in\s+)?[^;()]{4,30}?\d{4}\)?)(?=\s*(?:[;.,]|and\b|$))")


def in_opening(anatomy: Anatomy) -> list[Title]:
    """What the first sentences of the body name; of the first that names anything, all, and what the next add where several reports are announced."""
    text = anatomy.flat
    emphasised = _emphasised(anatomy)
    first = min(anatomy.body_start, anatomy.opening[0][0] if anatomy.opening else 0)
    sentences = [span for span in anatomy.sentences if span[0] >= first][:OPENING]
    if listed := _listed(text, anatomy.sentences[:OPENING]):
        return listed
    for i, (start, end) in enumerate(sentences):
        if (CUE.search(text, start, end) or text[start] in "'\"") and not ANSWERED_BEFORE.search(text, start, end):
            found = [t for t in emphasised if start <= t.start < end] or _in_sentence(text, start, end)
            if found:
                found = found if found[0].words[:1].isupper() else _by_name(text, sentences[i + 1 : i + 3]) or found
                return found + _others(anatomy, sentences[i + 1 : i + 6], len(found))
    return []


def later_named(anatomy: Anatomy, wanted: int) -> list[Title]:
    """As many reports as were announced and not yet named, where the letter comes to them: `the youth violence report, "…"`."""
    text = anatomy.flat
    begun = [match for match in QUOTED.finditer(text, anatomy.body_start) if CALLED_REPORT.search(text, max(0, match.start() - 40), match.start())] if wanted > 0 else []
    titles = [quoted_title(text, match, match.end()) for match in begun if not SAID.search(match["title"])]
    return [title for title in titles if is_shaped(title.words)][-wanted:] if titles else []


def _by_name(text: str, sentences: list[Sentence]) -> list[Title]:
    """The name that the next sentences give to a report that is only described: in quotation marks, and of no earlier report."""
    said = (_quoted(text, *span) for span in sentences if not EARLIER.search(text, *span) and not ANSWERED_BEFORE.search(text, *span))
    return next((titles for titles in said if titles and is_shaped(titles[0].words)), [])


def _others(anatomy: Anatomy, sentences: list[Sentence], found: int) -> list[Title]:
    """The rest of "two reports", and what a next sentence answers *also*: sure names alone, none of an earlier report."""
    text, several = anatomy.flat, announced(anatomy)
    more: list[Title] = []
    for start, end in sentences:
        if (several or ALSO.search(text, start, end)) and not EARLIER.search(text, start, end):
            more += _sure(text, start, end)
    return more[: max(0, (several or 2) - found)]


def _in_sentence(text: str, start: int, end: int) -> list[Title]:
    pillars = _pillars(OF_A_PILLAR, text, start, end)
    if len({title.words.split()[0].lower() for title in pillars}) > 1:
        return pillars
    several = AS_FOLLOWS.search(text, start, end)
    sure = _quoted(text, start, end) or (in_subject(text, several.end(), end) if several else []) or _sure(text, start, end)
    if sure:
        return sure
    pillars = _pillars(OVER_A_PILLAR, text, start, end)
    if len(pillars) > 1 or (pillars and pillars[0].published):
        return pillars
    return _titles(text, start, end, described)


def _pillars(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Title]:
    return [Title(*match.span("title"), match["title"], printed_date(match["date"] or "")) for match in pattern.finditer(text, start, end)]


def _sure(text: str, start: int, end: int) -> list[Title]:
    """Titles in quotation marks and by name."""
    return _quoted(text, start, end) or next(filter(None, (_titles(text, start, end, by) for by in (peel_names, pillar_reports, called))), [])


def _quoted(text: str, start: int, end: int) -> list[Title]:
    last = text.find("\n", end)  # a title may ask a question, at which its sentence seems to end
    begun = [match for match in QUOTED.finditer(text, start, len(text) if last < 0 else last) if match.start() < end]
    quoted = [match for match in begun if NEAR_REPORT.search(text, max(start, match.start() - 90), match.end() + 60)]
    return [quoted_title(text, match, end) for match in quoted if match["title"].count(" ") and not SAID.search(match["title"])]


def _titles(text: str, start: int, end: int, named: Callable[[str, int, int], object]) -> list[Title]:
    found = [plain(text, *span) for span in named(text, start, end)]
    return [title for title in found if tells(title.words) and not re.search(r"Inspectorate", title.words)]


def _listed(text: str, sentences: list[Sentence]) -> list[Title]:
    """Titles in a list below "the following reports:"."""
    for i, (start, end) in enumerate(sentences):
        if re.search(r"reports?\b[^.]{0,40}:\s*$", text[start:end]):
            listed = itertools.takewhile(lambda span: text[span[1] - 1] != "." and span[1] - span[0] < 220, sentences[i + 1 : i + 8])
            return [title for a, b in listed for title in in_subject(text, a, b)]
        if ANSWERING.search(text, start, end) and (dated := _dated_items(text, sentences[i + 1 : i + 8])):
            return dated
    return []


def _dated_items(text: str, items: list[Sentence]) -> list[Title]:
    """The titles of a list of two and more in which each item has the shape of one and says when it was published."""
    told = itertools.takewhile(lambda span: DATED_ITEM.search(text, *span) and text[: span[0]].rstrip(" ")[-1:] in MARKS, items)
    titles = [plain(text, start, DATED_ITEM.search(text, start, end).end("date")) for start, end in told]
    return titles if len(titles) > 1 and all(is_shaped(title.words) for title in titles) else []


def _emphasised(anatomy: Anatomy) -> list[Title]:
    """Titles in italics, whose asterisks the shadow has dropped."""
    original = anatomy.document.text[anatomy.start : anatomy.end]
    found = []
    for match in EMPHASIS.finditer(original):
        start, end = (anatomy.shadow.place(anatomy.start + match.span("title")[side]) for side in (0, 1))
        if start >= anatomy.body_start and match["title"].count(" ") >= 1 and match["title"][:1].isupper():
            found.append(plain(anatomy.flat, start, end))
    return [title for title in found if tells(title.words)]
