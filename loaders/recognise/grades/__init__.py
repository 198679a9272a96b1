"""Grades: each with what it is for, the report it is of, and the sentence or line that gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.letter import Judgement, Report
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades.aims import LONGEST, aims_of, pillar_of
from loaders.recognise.grades.cells import BARE, LABEL, Row, is_asked, is_question
from loaders.recognise.grades.given import canonical, is_aimed
from loaders.recognise.grades.lines import rows
from loaders.recognise.grades.mentions import Mention, mentions
from loaders.recognise.grades.phrases import said_after
from loaders.recognise.grades.questions import canonical_question
from loaders.recognise.grades.targets import PILLAR, Target, pillar_of_title, targets
from loaders.recognise.grades.unsaid import is_as_before, pointed_at
from loaders.recognise.grades.which import is_of_others, nearest, of_section, report_of, years
from loaders.recognise.lines import Kind
from loaders.recognise.words import number_words

__all__ = ["judgements"]

HOW_MANY = re.compile(rf"\b(?:\d{{1,2}}|{number_words(1, 10)})\s+(?:(?:areas?|questions?|categories|forces?|were|was|being|graded|judged|as|at|grades?|gradings?|ratings?|judge?ments?|of)\s+)*['\"]?$", re.I)
COUNTED = re.compile(rf"^['\"]?\s*(?:in|for|across|at)\s+(?:\d+|{number_words(1, 10)}|most|some)\s+(?:out\s+)?of\b", re.I)
OF_CASES = re.compile(rf"\b(?:of|in)\s+(?:the\s+|these\s+|those\s+|our\s+)?(?:\d+|{number_words(2, 10)}|twenty|thirty|forty|fifty)\s+(?:\w+\s+){{0,2}}(?:cases?|files?|records?|calls?|incidents?|investigations?|referrals?|plans?|samples?)\b", re.I)
WORD = re.compile(r"[^\W\d_]+")
MOST = 100  # grades of one kind among which one is looked for that was given before
HEADING = 70  # characters of a heading
SMALL = frozenset({"the", "and", "of", "its", "a"})
BOTH = re.compile(r"\bboth\s+(?:of\s+(?:these|the|them)\b\s*)?(?:reports|inspections|letters)?\b", re.I)
PHRASE = re.compile(r"^['\")]*\s*(?:overall\s+)?(?:grad(?:e|ing)\s+|rating\s+)?(?:at|in\s+(?:relation\s+to|respect\s+of)|when\s+judged\s+in\s+relation\s+to|for|in)\s+(?P<what>(?!20\d\d|the\s+(?:report|inspection|force|others?|rest|remainder)\b|all\b|this\b|its\s+report)[^.;,(]{4,110})", re.I)


def judgements(anatomy: Anatomy, reports: tuple[Report, ...], own: str | None, others: Iterable[str]) -> tuple[Judgement, ...]:
    """Every grade that the letter says this force was given. `own` is the force's printed name, `others` those of other forces."""
    table = rows(anatomy)
    found = [_of_row(anatomy, reports, row) for row in table if not row.of or _is_own(row.of, own)]
    taken = [(row.start, row.end) for row in table]
    named = " ".join([own or "", *(report.title for report in reports if report.scope == "force")])
    foreign = [name for name in others if not set(WORD.findall(name.lower())) <= set(WORD.findall(named.lower()))]
    last: list[Judgement] = []
    for i, span in enumerate(anatomy.sentences):
        if not any(a < span[1] and span[0] < b for a, b in taken):
            last = _answer(anatomy, reports, i) or _in_sentence(anatomy, reports, i, foreign) or pointed_at(anatomy.flat, span, anatomy.quote(*span), last)
            found += last
    return tuple(sorted(_once(found), key=lambda judgement: judgement.quote.start))


def _is_own(label: str, own: str | None) -> bool:
    """Whether the label of a table's row is this force's, or nobody's."""
    return bool(LABEL.fullmatch(label)) or not re.search(r"[A-Z]\w+", label) or bool(own and (own.lower() in label.lower() or label.lower() in own.lower()))


def _answer(anatomy: Anatomy, reports: tuple[Report, ...], i: int) -> list[Judgement]:
    """A grade that alone answers the question before it: "How effective is the force at …? Good."."""
    start, end = anatomy.sentences[i]
    bare = BARE.fullmatch(anatomy.flat[start:end])
    first, last = anatomy.sentences[i - 1] if i else (start, start)
    if not bare or anatomy.flat[last - 1 : last] != "?" or last - first > LONGEST:
        return []
    return [_of_row(anatomy, reports, Row(first, end, anatomy.flat[first:last], canonical(bare["grade"])))]


def _in_sentence(anatomy: Anatomy, reports: tuple[Report, ...], i: int, foreign: list[str]) -> list[Judgement]:
    start, end = anatomy.sentences[i]
    end = min(end, start + LONGEST)
    text = anatomy.flat
    given = [m for m in mentions(text, start, end) if not COUNTED.match(text[m.end : end]) or _is_listed(text, m, end)]
    given = [mention for mention in given if not _is_spoken_of(text, start, end, mention)]
    given = [mention for mention in given if not (HOW_MANY.search(text[start : mention.start]) and not _is_listed(text, mention, end))]
    given = [mention for mention in given if not is_of_others(text, start, mention, foreign)]
    given = _with_aims_of_their_own(text, end, given)
    shares = aims_of(anatomy, i, given)
    told = [(mention, own) for mention, own in zip(given, shares, strict=True) if not mention.is_denied]
    found: list[Judgement] = []
    for mention, own in told:
        judged = _judged(anatomy, reports, (start, end), mention, own)
        is_likewise = is_as_before(text, mention.end, min([end, *(other.start for other in given if other.start > mention.start)]))
        found += judged + [replace(judgement, report=None) for judgement in judged if is_likewise and judgement.report]
    return found


def _is_listed(text: str, mention: Mention, end: int) -> bool:
    """Whether what a counted grade is for is named after it, one thing at least by the words of a question."""
    return any(not aim.is_open for aim in said_after(text, mention.end, end, is_followed=False))


def _with_aims_of_their_own(text: str, end: int, given: list[Mention]) -> list[Mention]:
    """Without the grades that were denied, but where both they and grades that were given say what for."""
    is_told = any(is_aimed(text, mention.end, end) for mention in given if not mention.is_denied)
    return [mention for mention in given if not mention.is_denied or (is_told and is_aimed(text, mention.end, end))]


def _is_spoken_of(text: str, start: int, end: int, mention: Mention) -> bool:
    """"The inadequate grading stems from …", and "in seven areas of ten the grade was …": no grade is given there."""
    before, after = text[start : mention.start], text[mention.end : end]
    is_back = re.match(r"['\")]*\s+(?:grad\w+|ratings?|judge?ments?)\s+(?!(?:for|at|in|of|overall)\b)\w", after, re.I) and re.fullmatch(r"\s*(?:The|This|That)\s+(?:overall\s+)?['\"]?", before)
    return bool(is_back) or bool(OF_CASES.search(before)) or bool(re.search(r"\bin\s+\w+\s+(?:areas|questions|categories|forces)\s+(?:out\s+)?of\b", before, re.I))


def _judged(anatomy: Anatomy, reports: tuple[Report, ...], span: tuple[int, int], mention: Mention, aims: list[Target]) -> list[Judgement]:
    text = anatomy.flat
    report = report_of(anatomy, span, mention, reports, aims)
    quote = anatomy.quote(*span)
    title = report.title if report else reports[0].title if len(reports) == 1 else ""
    if not aims and len(reports) == 2 and BOTH.search(text, *span):
        return [Judgement(mention.grade, quote, each.id, pillar_of_title(each.title)) for each in reports]
    aims = aims or _under_heading(anatomy, span[0])
    if not aims:
        phrase = PHRASE.match(text[mention.end : span[1]]) if not PILLAR.search(text, *span) else None
        return [Judgement(mention.grade, quote, report and report.id, pillar_of_title(title), " ".join(phrase["what"].split()) if phrase else None)]
    return [Judgement(mention.grade, quote, report and report.id, pillar_of(aim, title, report), aim.question) for aim in aims]


def _under_heading(anatomy: Anatomy, at: int) -> list[Target]:
    """The one pillar or question that the heading right above says, where the sentence says none."""
    above = [line for line in anatomy.lines[anatomy.body :] if line.end <= at][-1:]
    is_right_above = bool(above) and not anatomy.flat[above[0].end : at].strip()
    named = targets(anatomy.flat, above[0].start, above[0].end) if is_right_above and above[0].kind is Kind.SHORT and len(above[0].text) < HEADING else []
    return named if len(named) == 1 and is_asked(above[0].text) else []


def _of_row(anatomy: Anatomy, reports: tuple[Report, ...], row: Row) -> Judgement:
    own = [report for report in reports if row.year is None or row.year in (years(report.title) or years((report.published or "")[:4]))]
    section = of_section(anatomy, row.start, reports)
    own = [section] if section and row.year in years(section.title) | years((section.published or "")[:4]) else own
    report = (section if section in own else nearest(row.what, tuple(own))) if own else None
    aims = targets(row.what, 0, len(row.what))
    if LABEL.fullmatch(row.what):
        row = replace(row, what="")
    title = report.title if report else reports[0].title if len(reports) == 1 else ""
    aim = Target(0, 0, aims[0].pillar if aims and not aims[0].question else None, None if aims and not aims[0].question else (canonical_question(row.what) if is_question(row.what) else row.what) or None)
    pillar = aim.pillar or pillar_of_title(title) or row.pillar or (pillar_of(aims[0], title, report) if aims else None)
    return Judgement(row.grade, anatomy.quote(row.start, row.end), report and report.id, pillar, aim.question)


def _once(found: list[Judgement]) -> list[Judgement]:
    """The same grade for the same thing of the same report, said again, is not given again; two cells of one row are two grades."""
    kept: dict[tuple[str | None, str], list[Judgement]] = {}
    for judgement in found:
        same = kept.setdefault((judgement.report, judgement.grade), [])
        if not any(_is_again(judgement, earlier) for earlier in same[-MOST:]):
            same.append(judgement)
    return [judgement for same in kept.values() for judgement in same]


def _is_again(judgement: Judgement, earlier: Judgement) -> bool:
    """Whether a grade was given before, for the same thing or for one whose name has all the words of the other's."""
    if bool(judgement.question) != bool(earlier.question):
        return False
    ours, theirs = (set(WORD.findall((each.question or each.pillar or "").lower())) - SMALL for each in (judgement, earlier))
    is_same = judgement.pillar == earlier.pillar and ours == theirs
    is_part = judgement.quote != earlier.quote and bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    return (is_same and not (judgement.quote == earlier.quote and judgement.report is None)) or (is_part and judgement.pillar in (None, earlier.pillar))
