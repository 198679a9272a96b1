"""The reports that a letter answers: title, scope, programme, when published and when inspected, as far as the letter prints it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from loaders.letter import Report
from loaders.recognise import dates
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.forces import places_in
from loaders.recognise.shadow import legible
from loaders.recognise.titles import QUOTED, Title, titles

__all__ = ["reports"]

PUBLISHED = re.compile(r"\b(?:(?:re-?)?published|releas(?:ed|e)|issued|launched|publications?|publishing|c[ao]me\s+out|reported(?=\s+on\s+\d)|(?<=,\s)dated|reports?\s+(?:of|dated|from)(?=\s+(?:the\s+)?(?:\d|January|February|March|April|May|June|July|August|September|October|November|December)))", re.I)
IN_ORDER = re.compile(r"\bfirst\b.*\bsecond\b|\brespectively\b", re.I | re.S)
OWN_PAPERS = re.compile(r"\b(?:my|our|these)\s+(?:\w+\s+){0,3}(?:comments?|response|reply|statement|website|plan|budget)\b(?!.*\breports?\b)|\bI\s+(?:have\s+)?$", re.I)
ALL_OF_THEM = re.compile(r"\b(?:both|each|all)\b|\breports\b|\bwere\s+published", re.I)
RELATIVE = re.compile(r"\b(?P<what>earlier\s+this\s+year|this\s+year|last\s+month|last\s+year|this\s+month)\b", re.I)
BREAK = re.compile(r"\b(?:since|inspected|inspection\s+(?:in|of|took)|fieldwork|carried\s+out|conducted|visited|letter\s+of|respectively)\b", re.I)
SAME_NAME = re.compile(r"national\s+(?:thematic\s+)?report\s+of\s+the\s+same\s+(?:name|title)", re.I)
INSPECTED = re.compile(r"\b(?:inspected|inspection\s+(?:took\s+place|was\s+(?:carried\s+out|conducted|undertaken))|fieldwork|visited\s+(?:the\s+force|us|in)|carried\s+out|conducted|undertaken|took\s+place)\b", re.I)
NATIONAL = re.compile(
    r"\bnational\s+(?:thematic\s+)?(?:report|inspection|review)|\bthematic\b|all\s+(?:43\s+)?(?:forces|chief\s+constables|police\s+forces)|England\s+and\s+Wales|national\s+recommendations?|across\s+the\s+country|recommendations?\s+(?:in\s+total|for\s+(?:all\s+)?chief\s+constables)", re.I
)
ON_A_FORCE = re.compile(r"\bPEEL\b|crime\s+inspection|crime\s+data\s+integrity|custody\s+(?:suites|visit)|child\s+protection|post-?\s?inspection|revisit|vetting\s+inspection|integrity\s+inspection|counter[- ]corruption\s+inspection|integrity\s+arrangements|integrity\s+and\s+corruption", re.I)
FORCE_REPORT = re.compile(r"(?:report|inspection|assessment|findings|review)\s+(?:report\s+)?(?:in\s?to|on|for|of|about)\s+(?:the\s+)?(?:performance\s+of\s+)?$", re.I)
JOINT = re.compile(r"\bjoint\s+(?:inspection|report|review|targeted)|\bHMIP\b|Inspectorate\s+of\s+Prisons|\bCare\s+Quality\s+Commission\b|\bOfsted\b", re.I)
PROGRAMMES = (
    ("PEEL", re.compile(r"\bPEEL\b|crime\s+inspection\s+20\d\d|police\s+(?:legitimacy|efficiency|effectiveness)\b", re.I)),
    ("State of Policing", re.compile(r"state\s+of\s+policing", re.I)),
    ("custody", re.compile(r"custody\s+(?:suites|inspection|facilities)|inspection\s+(?:visit\s+)?(?:to|of)\s+police\s+custody", re.I)),
    ("crime data integrity", re.compile(r"crime[- ]?data\s+integrity|crime[- ]?recording", re.I)),
    ("child protection", re.compile(r"child\s+protection\s+(?:inspection|post)|child\s+protection$", re.I)),
    ("JTAI", re.compile(r"joint\s+targeted\s+area|\bJTAI\b", re.I)),
    ("Valuing the Police", re.compile(r"austerity|valuing\s+the\s+police", re.I)),
    ("integrity", re.compile(r"integrity\s+(?:and\s+corruption|arrangements|inspection)|counter[- ]corruption|vetting\s+inspection", re.I)),
    ("super-complaint", re.compile(r"super-?complaint", re.I)),
)
REACH = 90


def reports(anatomy: Anatomy, date: str | None) -> tuple[Report, ...]:
    """Every report answered, `r1` first; `date` is the letter's, for "earlier this year"."""
    found = titles(anatomy)
    made = [_report(f"r{i}", title, found, anatomy, date) for i, title in enumerate(found, 1)]
    if len(made) == 1 and (same := SAME_NAME.search(anatomy.flat)):
        made.append(_national_twin(made[0], anatomy, same))
    return tuple(made)


def _national_twin(report: Report, anatomy: Anatomy, said: re.Match[str]) -> Report:
    """"the national thematic report of the same name": a second report with the first one's title."""
    return Report("r2", report.title, anatomy.quote(*said.span()), report.published, report.published_basis, "national", report.programme)


def _report(name: str, title: Title, found: list[Title], anatomy: Anatomy, date: str | None) -> Report:
    quote = anatomy.quote(title.start, title.end)
    published = _printed(title, found, anatomy, date)
    return Report(
        name,
        _unquoted(legible(quote.text)),
        quote,
        published,
        "printed" if published else None,
        _scope(title, found, anatomy),
        _programme(title.words),
        title.inspected or _inspected(anatomy, found),
    )


def _unquoted(words: str) -> str:
    """Without the quotation mark that closed the quoted part of a title with a tail."""
    return re.sub(r"(?<=[\w)?])['’\"”](?=\s*[-–—])", "", words).strip(" '\"‘’“”")


def _printed(title: Title, found: list[Title], anatomy: Anatomy, date: str | None) -> str | None:
    """When the letter says that this report was published; the more exact of the title's date and the text's."""
    said = [edtf for start, end in _first_sentences(anatomy) if (edtf := _said(title, found, anatomy, start, end, date))]
    exact = sorted((edtf for edtf in said[:1] + ([title.published] if title.published else [])), key=len, reverse=True)
    return exact[0] if exact else None


def _first_sentences(anatomy: Anatomy) -> list[tuple[int, int]]:
    first = anatomy.body_start
    return [span for span in anatomy.sentences if span[0] >= first][:7]


def _said(title: Title, found: list[Title], anatomy: Anatomy, start: int, end: int, date: str | None) -> str | None:
    text = anatomy.flat
    when = [edtf for match in PUBLISHED.finditer(text, start, end) if (edtf := _beside(text, match, start, end, date))]
    if not when or _of_another(title, found, text, start, end):
        return None
    every = [dated.edtf for dated in dates.dates_in(text, start, end)]
    if len(found) > 1 and len(every) == len(found) and (len(when) == len(found) or IN_ORDER.search(text, start, end)):
        return every[found.index(title)]
    if len(found) > 1 and not ALL_OF_THEM.search(text, start, end) and not _names(title, text[start:end]):
        return None
    return when[0]


def _beside(text: str, match: re.Match[str], start: int, end: int, date: str | None) -> str | None:
    """The date that goes with one "published"."""
    if OWN_PAPERS.search(text[max(start, match.start() - 60) : match.start()]):
        return None
    after = text[match.end() : min(end, match.end() + REACH)]
    stop = BREAK.search(after)
    after = after[: stop.start()] if stop else after
    found = next(dates.dates_in(after), None)
    if found:
        return found.edtf if "/" not in found.edtf else None
    weak = next(dates.weak_dates_in(after), None)
    if weak:
        return dates.latest_before(weak[2], weak[3], date)
    relative = RELATIVE.search(after)
    return _relative(" ".join(relative["what"].lower().split()), date) if relative else None


def _relative(what: str, date: str | None) -> str | None:
    if date is None:
        return None
    known: dict[str, Callable[[], str | None]] = {
        "last month": lambda: dates.month_before(date),
        "last year": lambda: str(int(date[:4]) - 1),
        "this month": lambda: date[:7],
    }
    return known.get(what, lambda: date[:4])()


def _of_another(title: Title, found: list[Title], text: str, start: int, end: int) -> bool:
    """Whether the sentence is about a report that the letter only names: an earlier one, in quotation marks or called *PEEL Vulnerability*."""
    if start <= title.start < end:
        return False
    quoted = [match["title"] for match in QUOTED.finditer(text, start, end)]
    others = [words for words in quoted if words.count(" ") and not any(_alike(words, known.words) for known in found)]
    earlier = re.search(r"\b(?:since|previous|earlier|original|initial|last)\s+(?:the\s+)?(?:publication|inspection|report|PEEL)|\bfollow(?:ing|ed)\s+(?:the\s+)?publication", text[start:end])
    return bool(others) or bool(earlier and not re.search(r"publication\s+earlier\s+this\s+year", text[start:end]))


def _alike(a: str, b: str) -> bool:
    first, second = (set(re.findall(r"\w{3,}", words.lower())) for words in (a, b))
    return bool(first & second) and len(first & second) >= 0.6 * min(len(first), len(second))


def _names(title: Title, words: str) -> bool:
    own = set(re.findall(r"\w{4,}", title.words.lower())) - {"police", "inspection", "report", "with"}
    return len(own & set(re.findall(r"\w{4,}", words.lower()))) >= min(2, len(own))


def _inspected(anatomy: Anatomy, found: list[Title]) -> str | None:
    """When the inspection took place, where one report is answered and the opening prints it."""
    if len(found) != 1:
        return None
    for start, end in _first_sentences(anatomy)[:4]:
        match = INSPECTED.search(anatomy.flat, start, end)
        after = next(dates.dates_in(anatomy.flat, match.end(), min(end, match.end() + REACH)), None) if match else None
        if match and after and not PUBLISHED.search(anatomy.flat, match.end(), after.start) and re.search(r"inspect|fieldwork|visit", anatomy.flat[start:end], re.I):
            return after.edtf
    return None


def _scope(title: Title, found: list[Title], anatomy: Anatomy) -> str:
    """Two forces in a title make it joint; one, or a programme on single forces, makes it the force's; else as the opening has it."""
    words = anatomy.flat[title.start : title.end]
    places = Counter(re.sub(r"\s+", " ", words[i:j]) for i, j in places_in(words))
    if re.search(r"\bin\s+[A-Z][\w ]+\s+and\s+[A-Z][\w ]+$", words) and not re.search(r"England\s+and\s+Wales", words):
        return "joint"
    if JOINT.search(words):
        return "joint"
    if re.search(r"England\s+and\s+Wales|national\s+(?:report|overview)|state\s+of\s+policing", words, re.I):
        return "national"
    if places or ON_A_FORCE.search(words):
        return "force"
    return _scope_by_text(anatomy, found)


def _scope_by_text(anatomy: Anatomy, found: list[Title]) -> str:
    text = anatomy.flat
    reach = min(len(text), anatomy.body_start + 900)
    opening = text[: reach]
    if re.search(r"force[- ]specific\s+report", opening, re.I):
        return "force"
    of_force = [i for i, _ in places_in(opening) if FORCE_REPORT.search(opening[max(0, i - 60) : i])]
    if of_force and not re.search(r"national\s+report", opening, re.I):
        return "force"
    if NATIONAL.search(opening) or len(found) > 1:
        return "national"
    return "joint" if JOINT.search(opening) else "national"


def _programme(words: str) -> str:
    return next((name for name, pattern in PROGRAMMES if pattern.search(words)), "thematic")
