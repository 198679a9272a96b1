"""Grades: each with what it is for, the report it is of, and the sentence or line that gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.letter import Judgement, Report
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades import OTHER_FORCES, Mention, is_aimed, mentions
from loaders.recognise.tables import Row, rows
from loaders.recognise.targets import PILLAR, Target, pillar_of_title, targets

__all__ = ["judgements"]

EARLIER = re.compile(
    r"\b(?:last\s+(?:year|time|inspection)|previous(?:ly)?|prior|formerly|earlier|before|preceding|historic\w*|that\s+programme|follow(?:ed|s)\s+(?:a|the)\s+\w+\s+in)\b", re.I
)
FROM = re.compile(r"\b(?:from|than|compared\s+(?:with|to)|up\s+on|down\s+on|unlike)\s+(?:an?\s+|the\s+|being\s+|its\s+)?(?:previous\s+|overall\s+)?(?:grad\w+\s+(?:of\s+)?)?['\"]?$", re.I)
CLAUSE = re.compile(r"[;:]|,\s*(?:however|but|although|while|whilst|compared|up|down|having|which|and)\b|\b(?:than|whereas|compared|whilst|while|although|but|when|having)\b", re.I)
PART = re.compile(r";|,?\s+(?:but|while|whilst|whereas|although)\b|,?\s+(?:and\s+)?(?:in|for|on|its)\s+(?:\w+\s+)?(?:effectiveness|efficiency|legitimacy|leadership)\s+(?:it|the\s+force|was|is)\b", re.I)
LEAD_IN = re.compile(r"\W*(?:and\s+)?(?:in|during|by|since|for|following|at|last|previously|then)\b[^,]{0,60}$", re.I)
YEAR = re.compile(r"\b(20\d\d)(?:\s?/\s?(\d\d))?\b")
EACH = re.compile(r"\b(?:each|all|both)\s+of\s+(?:these|the|those)\s+(?:\w+\s+)?(?:categories|areas|questions|pillars|themes|strands|elements|inspections)|\bin\s+(?:all|both)\s+(?:\w+\s+)?(?:categories|areas|questions|pillars)", re.I)
HOW_MANY = re.compile(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:(?:areas?|questions?|categories|forces?|were|was|being|graded|judged|as|at|grades?|gradings?|ratings?|judge?ments?|of)\s+)*['\"]?$", re.I)
COUNTED = re.compile(r"^['\"]?\s*(?:in|for|across|at)\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|most|some)\s+(?:out\s+)?of\b", re.I)
PHRASE = re.compile(r"^['\")]*\s*(?:overall\s+)?(?:grad(?:e|ing)\s+|rating\s+)?(?:at|in\s+(?:relation\s+to|respect\s+of)|when\s+judged\s+in\s+relation\s+to|for|in)\s+(?P<what>(?!20\d\d|the\s+(?:report|inspection|force)\b|all\b|this\b|its\s+report)[^.;,(]{4,110})", re.I)
LABEL = re.compile(r"(?:(?:HMIC(?:FRS)?(?:'s)?|PEEL|overall|inspection|current|our|force|the)\s+)*(?:grade|grading|judge?ment|rating|assessment)", re.I)
MODERN = 2021


def judgements(anatomy: Anatomy, reports: tuple[Report, ...], own: str | None, others: Iterable[str]) -> tuple[Judgement, ...]:
    """Every grade that the letter says this force was given. `own` is the force's printed name, `others` those of other forces."""
    table = rows(anatomy)
    found = [_of_row(anatomy, reports, row) for row in table]
    taken = [(row.start, row.end) for row in table]
    foreign = [name for name in others if own is None or name.lower() not in own.lower()]
    for i, span in enumerate(anatomy.sentences):
        if not any(a < span[1] and span[0] < b for a, b in taken):
            found += _in_sentence(anatomy, reports, i, foreign)
    return tuple(sorted(_once(found), key=lambda judgement: judgement.quote.start))


def _in_sentence(anatomy: Anatomy, reports: tuple[Report, ...], i: int, foreign: list[str]) -> list[Judgement]:
    start, end = anatomy.sentences[i]
    text = anatomy.flat
    given = [mention for mention in mentions(text, start, end) if not COUNTED.match(text[mention.end : end])]
    given = [mention for mention in given if not _is_spoken_of(text, start, end, mention)]
    given = [mention for mention in given if not (HOW_MANY.search(text[start : mention.start]) and not is_aimed(text, mention.end, end))]
    given = [mention for mention in given if not _of_others(text, start, mention, foreign)]
    aims = targets(text, start, end) or (_of_list_before(anatomy, i) if EACH.search(text, start, end) else [])
    shares = [_each(own or _pillar_before(text, start, mention)) for mention, own in zip(given, _aimed(given, aims, text, end), strict=True)]
    return [judgement for mention, own in zip(given, shares, strict=True) for judgement in _judged(anatomy, reports, (start, end), mention, own)]


def _is_spoken_of(text: str, start: int, end: int, mention: Mention) -> bool:
    """"The inadequate grading stems from …", and "in seven areas of ten the grade was …": no grade is given there."""
    before, after = text[start : mention.start], text[mention.end : end]
    is_back = re.match(r"['\")]*\s+(?:grad\w+|ratings?|judge?ments?)\s+(?!(?:for|at|in|of|overall)\b)\w", after, re.I) and re.fullmatch(r"\s*(?:The|This|That)\s+(?:overall\s+)?['\"]?", before)
    return bool(is_back) or bool(re.search(r"\bin\s+\w+\s+(?:areas|questions|categories|forces)\s+(?:out\s+)?of\b", before, re.I))


def _judged(anatomy: Anatomy, reports: tuple[Report, ...], span: tuple[int, int], mention: Mention, aims: list[Target]) -> list[Judgement]:
    text = anatomy.flat
    report = _report_of(anatomy, span, mention, reports, aims)
    quote = anatomy.quote(*span)
    title = report.title if report else reports[0].title if len(reports) == 1 else ""
    if not aims:
        phrase = PHRASE.match(text[mention.end : span[1]]) if not PILLAR.search(text, *span) else None
        return [Judgement(mention.grade, quote, report and report.id, pillar_of_title(title), " ".join(phrase["what"].split()) if phrase else None)]
    return [Judgement(mention.grade, quote, report and report.id, _pillar(aim, title, report), aim.question) for aim in aims]


def _aimed(given: list[Mention], aims: list[Target], text: str, end: int) -> list[list[Target]]:
    """The targets of each grade: those that follow it after *at*, *in* or *for*; else those before it that no other grade has."""
    if len(given) <= 1:
        return [aims] * len(given)
    if len(_each(aims)) == len(given) and re.search(r"\brespectively\b", text[given[0].start : end]):
        return [[aim] for aim in _each(aims)]
    shares: list[list[Target]] = []
    free = list(aims)
    for mention, after in zip(given, [*given[1:], None], strict=True):
        stop = after.start if after else end
        cut = PART.search(text, mention.end, stop)
        own = [aim for aim in free if mention.end <= aim.start < (cut.start() if cut else stop)] if is_aimed(text, mention.end, end) else []
        own = own or [aim for aim in free if aim.start < mention.start]
        own = own or ([] if re.match(r"['\")]*\s+overall", text[mention.end : end]) else [aim for aim in free if mention.end <= aim.start < (cut.start() if cut else stop)])
        free = [aim for aim in free if aim not in own]
        shares.append(own)
    return shares


def _pillar_before(text: str, start: int, mention: Mention) -> list[Target]:
    """Where questions are for other grades of the sentence: "as regards efficiency HMICFRS say 'good'"."""
    return [aim for aim in targets(text, start, mention.start) if aim.question is None][-1:]


def _each(aims: list[Target]) -> list[Target]:
    """Each pillar and question once."""
    return list({(aim.pillar, aim.question): aim for aim in reversed(aims)}.values())[::-1]


def _pillar(aim: Target, title: str, report: Report | None) -> str | None:
    """A question's pillar: the report's own, else the one that asked it before pillars were given up in 2021."""
    if aim.question is None:
        return aim.pillar
    years = _years(title) or _years(report.published or "" if report else "")
    return pillar_of_title(title) or (None if any(year >= MODERN for year in years) else aim.pillar)


def _report_of(anatomy: Anatomy, span: tuple[int, int], mention: Mention, reports: tuple[Report, ...], aims: list[Target]) -> Report | None:
    """The report of a grade; none where the clause speaks of another year or of what came before."""
    text = anatomy.flat
    before, after = _clause(text, span, mention)
    if FROM.search(text[span[0] : mention.start]) or EARLIER.search(before) or re.match(r"['\")]*\s*(?:in\s+(?:20\d\d)|last\s+year|previously)", after) and not _own_year(after[:14], reports):
        return None
    years = YEAR.findall(before)
    if years and not _own_year(before, reports):
        return None
    if not re.search(r"\bPEEL\b", " ".join(report.title for report in reports)) and re.search(r"\bPEEL\b", before):
        return None
    same = [report for report in reports for aim in aims if aim.pillar and pillar_of_title(report.title) == aim.pillar]
    return same[0] if same else _of_section(anatomy, span[0], reports) or _nearest(text[span[0] : span[1]], reports)


def _of_section(anatomy: Anatomy, at: int, reports: tuple[Report, ...]) -> Report | None:
    """Of several reports, the one that the last heading above names."""
    for line in reversed([line for line in anatomy.lines[anatomy.body :] if line.start < at]) if len(reports) > 1 else ():
        words = set(re.findall(r"\w{4,}", line.text.lower()))
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
        return text[bracket : mention.start], text[mention.end : stop.start() if stop else span[1]]
    before = text[first : mention.start]
    aside = before.rfind(",")
    if aside > 0 and not LEAD_IN.match(before[:aside]) and not re.match(r",\s*(?:in\s+|at\s+)?(?:which|when|where)\b", before[aside:]):
        before = before[aside:]
    return before, text[mention.end : stop.start() if stop else span[1]]


def _own_year(words: str, reports: tuple[Report, ...]) -> bool:
    """Whether a year in these words is that of a report answered: in its title, its publication or its inspection."""
    own = {year for report in reports for dated in (report.title, report.published or "", report.inspected or "") for year in _years(dated)}
    return any(year in own for year in _years(words)) or not own


def _years(words: str) -> set[int]:
    return {year for first, second in YEAR.findall(words) for year in (int(first), int(first[:2] + second) if second else int(first))}


def _nearest(sentence: str, reports: tuple[Report, ...]) -> Report | None:
    """The only report, or the one whose title has most words of the sentence; of a force's and a national one, the force's."""
    if len(reports) <= 1:
        return reports[0] if reports else None
    words = set(re.findall(r"\w{5,}", sentence.lower()))
    scored = [(len(words & set(re.findall(r"\w{5,}", report.title.lower()))), report.scope == "force", -i) for i, report in enumerate(reports)]
    best = max(scored)
    return reports[-best[2]] if best[0] or best[1] else None


def _of_others(text: str, start: int, mention: Mention, foreign: list[str]) -> bool:
    """Whether the clause gives the grade to another force, or counts forces."""
    cuts = [match.end() for match in CLAUSE.finditer(text, start, mention.start)]
    before = text[cuts[-1] if cuts else start : mention.start]
    if OTHER_FORCES.search(before):
        return True
    named = [name for name in foreign if re.search(rf"\b{re.escape(name)}\b", before)]
    return bool(named) and not re.search(r"\b(?:alliance|and)\s+(?:with\s+)?$", before[: before.find(named[0])])


def _of_list_before(anatomy: Anatomy, i: int) -> list[Target]:
    """"each of these three categories": what the sentence before lists after its colon."""
    for start, end in reversed(anatomy.sentences[max(0, i - 2) : i]):
        colon = anatomy.flat.find(":", start, end)
        if colon > 0:
            parts = re.split(r"\s*;\s*(?:and\s+)?|\s*,\s*(?:and\s+)?" if ";" not in anatomy.flat[colon:end] else r"\s*;\s*(?:and\s+)?", anatomy.flat[colon + 1 : end].strip(" ."))
            return [Target(start, end, None, " ".join(part.split())) for part in parts if part.strip()]
    return []


def _of_row(anatomy: Anatomy, reports: tuple[Report, ...], row: Row) -> Judgement:
    own = [report for report in reports if row.year is None or row.year in _years(f"{report.title} {report.published or ''}")]
    report = _nearest(row.what, tuple(own)) if own else None
    aims = targets(row.what, 0, len(row.what))
    if LABEL.fullmatch(row.what):
        row = replace(row, what="")
    title = report.title if report else ""
    aim = Target(0, 0, aims[0].pillar if aims and not aims[0].question else None, None if aims and not aims[0].question else row.what or None)
    pillar = aim.pillar or pillar_of_title(title) or row.pillar or (_pillar(aims[0], title, report) if aims else None)
    return Judgement(row.grade, anatomy.quote(row.start, row.end), report and report.id, pillar, aim.question)


def _once(found: list[Judgement]) -> list[Judgement]:
    """The same grade for the same thing of the same report, said again, is not given again."""
    kept: dict[tuple[str | None, ...], Judgement] = {}
    for judgement in found:
        key = (judgement.report, judgement.grade, judgement.pillar, judgement.question and judgement.question.lower())
        kept.setdefault(key, judgement)
    return list(kept.values())
