"""Of which report a grade is: this letter's, another year's, another force's."""

from __future__ import annotations

import re

from loaders.letter import Report
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades.mentions import OTHER_FORCES, Mention
from loaders.recognise.grades.targets import Target, pillar_of_title

__all__ = ["is_of_others", "nearest", "of_section", "report_of", "years"]

EARLIER = re.compile(
    r"\b(?:last\s+(?:\w+\s+){0,2}?(?:year|time|inspection|report|round|assessment)|(?:a|one|two|three|four)\s+years?\s+(?:ago|earlier|before)|previous(?:ly)?|prior|formerly|earlier|before|preceding|historic\w*|that\s+programme|follow(?:ed|s)\s+(?:a|the)\s+\w+\s+in)\b", re.I
)
FROM = re.compile(r"(?:\bfrom|(?<!better )than|compared\s+(?:with|to)|(?:as\s+)?against|\(\s*was|lost|up\s+on|down\s+on|unlike)\s+(?:an?\s+|the\s+|being\s+|its\s+)?(?:previous\s+|overall\s+)?(?:grad\w+\s+(?:of\s+)?)?['\"]?$", re.I)
BACK = re.compile(r"['\")]*\s*(?:(?:back\s+)?in\s+(?:the\s+)?(?:[A-Z][a-z]+\s+)?20\d\d(?:\s?[/-]\s?\d\d)?|last\s+year|previously|(?:two|three|four|five|a\s+few)\s+years\s+ago)")
CLAUSE = re.compile(r"[;:]|,\s*(?:however|but|although|while|whilst|compared|up|down|having|which|and)\b|\b(?:than|whereas|compared|whilst|while|although|but|when|having)\b", re.I)
LEAD_IN = re.compile(r"\W*(?:and\s+)?(?:in|during|by|since|for|following|at|last|previously|then)\b[^,]{0,60}$", re.I)
YEAR = re.compile(r"\b(20\d\d)(?:\s?[/–-]\s?(?:20)?(\d\d)(?!-?\d))?\b")

OTHER_BODIES = re.compile(r"\bOfsted\b|\bCQC\b|Care\s+Quality\s+Commission|children's\s+services|\bcouncils?\b|(?<!Constabulary\sand\s)\bfire(?:\s+(?:and|&)\s+rescue)?\s+(?:service|authority)\b(?!s)", re.I)
LONGEST_ROUND = 4
REACH = 200  # lines below a heading that are its part
OF_ANY = frozenset({"part", "section", "report", "inspection", "assessment", "annex", "first", "second", "third", "police", "findings"})
ONE_OF = re.compile(r"\b(?:we|it|force|Police|Constabulary|ours?)\b[^.;,]{0,20}\b(?:is|are|was|were|being|as)\s+(?:\w+\s+)?(?:one\s+of|among)\b", re.I)


def report_of(anatomy: Anatomy, span: tuple[int, int], mention: Mention, reports: tuple[Report, ...], aims: list[Target]) -> Report | None:
    """The report of a grade; none where the clause speaks of another year or of what came before."""
    text = anatomy.flat
    before, after = _clause(text, span, mention)
    if mention.is_earlier or FROM.search(text[span[0] : mention.start]) or (EARLIER.search(before) and not mention.is_reached) or ((back := BACK.match(after)) and not _own_year(back[0], reports)):
        return None
    years = YEAR.findall(before)
    if years and not mention.is_reached and not _own_year(before, reports):
        return None
    if not re.search(r"\bPEEL\b", " ".join(report.title for report in reports)) and re.search(r"\bPEEL\b", before):
        return None
    same = [report for report in reports for aim in aims if aim.pillar and pillar_of_title(report.title) == aim.pillar]
    return same[0] if same else of_section(anatomy, span[0], reports) or nearest(text[span[0] : span[1]], reports)


def of_section(anatomy: Anatomy, at: int, reports: tuple[Report, ...]) -> Report | None:
    """Of several reports, the one that the last heading above names."""
    for line in reversed([line for line in anatomy.lines[anatomy.body :] if line.start < at][-REACH:]) if len(reports) > 1 else ():
        words = set(re.findall(r"\w{4,}", line.text.lower())) - OF_ANY
        named = [report for report in reports if words and words <= set(re.findall(r"\w{4,}", report.title.lower()))]
        if len(line.text) < 110 and len(named) == 1:
            return named[0]
    return None


def _clause(text: str, span: tuple[int, int], mention: Mention) -> tuple[str, str]:
    cuts = [match.start() for match in CLAUSE.finditer(text, span[0], mention.start) if match[0].lower() != "when"]
    stop = CLAUSE.search(text, mention.end, span[1])
    first = cuts[-1] if cuts else span[0]
    bracket = text.rfind("(", span[0], mention.start)
    if bracket >= 0 and text.find(")", bracket, mention.start) < 0:
        bracket = max(bracket, *(text.rfind(mark, bracket, mention.start) for mark in ";,"))
        return text[bracket : mention.start], text[mention.end : stop.start() if stop else span[1]]
    before = text[first : mention.start]
    aside = before.rfind(",")
    if aside > 0 and not LEAD_IN.match(before[:aside]) and not re.match(r",\s*(?:in\s+|at\s+)?(?:which|when|where)\b", before[aside:]):
        before = before[aside:]
    return before, text[mention.end : stop.start() if stop else span[1]]


def _own_year(words: str, reports: tuple[Report, ...]) -> bool:
    """Whether a year in these words is that of a report answered: in its title, its publication or its inspection."""
    own = {year for report in reports for dated in (report.title, report.published or "", report.inspected or "") for year in years(dated)}
    return any(year in own for year in years(words)) or not own


def years(words: str) -> set[int]:
    """Every year that is printed; `2023-25` is three."""
    found: set[int] = set()
    for first, second in YEAR.findall(words):
        last = int(first[:2] + second) if second else 0
        found |= set(range(int(first), last + 1)) if int(first) < last <= int(first) + LONGEST_ROUND else {int(first)}
    return found


def nearest(sentence: str, reports: tuple[Report, ...]) -> Report | None:
    """The only report, or the one whose title has most words of the sentence; of a force's and a national one, the force's."""
    if len(reports) <= 1:
        return reports[0] if reports else None
    words = set(re.findall(r"\w{5,}", sentence.lower()))
    scored = [(len(words & set(re.findall(r"\w{5,}", report.title.lower()))), report.scope == "force", -i) for i, report in enumerate(reports)]
    best = max(scored)
    return reports[-best[2]] if best[0] or best[1] else None


def is_of_others(text: str, start: int, mention: Mention, foreign: list[str]) -> bool:
    """Whether the clause gives the grade to another force, or counts forces."""
    cuts = [match.end() for match in CLAUSE.finditer(text, start, mention.start)]
    before = text[cuts[-1] if cuts else start : mention.start]
    if (OTHER_FORCES.search(before) and not ONE_OF.search(before)) or OTHER_BODIES.search(before):
        return True
    named = [name for name in foreign if re.search(rf"\b{re.escape(name)}\b", before)]
    return bool(named) and not re.search(r"\b(?:alliance|and)\s+(?:with\s+)?$", before[: before.find(named[0])])
