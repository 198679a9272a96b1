"""Which force a letter is about, by the words of the letter alone: a name that no register knows counts like any other."""

from __future__ import annotations

import re
from collections import Counter

from loaders.letter import Quote
from loaders.recognise import names
from loaders.recognise.anatomy import Anatomy

__all__ = ["force_printed", "known_places", "places_in"]

LEADS = frozenset(
    re.findall(
        r"\S+",
        """The In Of On At By For As And But With While Whilst Although Though However Overall Both Since When If Our My His Her Its Their That This These Those HMIC HMICFRS
    Within Across From To Under Following During After Before Dear Alongside Also Because Where Which Currently Recently I Neither Either Like Unlike Through
    Report PEEL Inspection An A All Some Many Most Other Each Every Not No Has Have Is Are Was Were Response Joint Former Into New Home Office Secretary Commissioner""",
    )
)
NOT_FORCES = re.compile(
    r"^(?:National|British|Royal|Military|Neighbourhood|Local|Community|State|Best|Chief|PEEL|Safer|Roads?|Armed|Home|Civil|Senior|Special|Digital|Transport|Independent"
    r"|Valuing|Core|College|Territorial|Response|Operational|Stop|Policing|Crime|Deputy|Assistant|Increasing|Her Majesty|His Majesty|HM|UK|England|Wales|Scotland|European|Modern"
    r"|Regional|Inspectorate|Police|Counter|Anti|Professional|Integrated|Effective|Efficient|Public|Missing|Custody|Force|Working|International|Metropolitan Borough|Association|Superintendents?|Vulnerability|Child|Domestic)\b"
)
OFFICE_PLACE = re.compile(
    rf"(?:{names.OFFICE.pattern}|{names.RANK}?Mayor)\s*(?:(?:for|of|,|-)\s+(?:the\s+)?(?:Policing\s+and\s+Crime\s+(?:for|in|of)\s+)?)(?:Police\s+and\s+Crime\s+)?(?P<place>{names.PLACE})(?=\W|$)"
    rf"|\b(?P<before>{names.PLACE}?)(?:'s)?[ ]+(?:{names.OFFICE.pattern})"
)
OTHERS = re.compile(
    r"(?:alliance|collaborat\w+|partner(?:s|ship)?(?:\s+force)?|merger|neighbour\w*(?:\s+force)?|counterparts?|colleagues?|along|together|shared|work\w*)(?:\s+arrangement)?,?\s*(?:with|in|between|of|is|force)?[,:]?\s*(?:the\s+)?$", re.I
)
OWN = re.compile(r"(?:across|within|people\s+of|communities\s+of|residents\s+of|inspection\s+of|report\s+(?:into|on|for|of)|my\s+force,?)\s+(?:the\s+)?$", re.I)


def places_in(text: str) -> list[tuple[int, int]]:
    """Spans of the names before *Police* or *Constabulary*, without the words that only begin the sentence."""
    spans = []
    for match in names.FORCE.finditer(text):
        start, end = _without_leads(text, *match.span("place"))
        if end > start and not NOT_FORCES.match(text[start:end]) and text[start:end] not in LEADS:
            spans.append((start, end))
    return spans


def known_places(text: str) -> Counter[str]:
    """The force names of a whole document, each with how often it is named as a force or as a commissioner's area."""
    counts: Counter[str] = Counter(" ".join(text[i:j].split()) for i, j in places_in(text))
    for match in OFFICE_PLACE.finditer(text):
        span = _office_place(text, match)
        if span:
            counts[" ".join(text[span[0] : span[1]].split())] += 1
    return _parted(counts)


def force_printed(anatomy: Anatomy, known: Counter[str]) -> Quote | None:
    """The force's name: with the writer's office, else in the subject, else the name that the letter is fullest of."""
    span = _of_office(anatomy, known) or _in_subject(anatomy, known) or _most_named(anatomy, known)
    return anatomy.quote(*span) if span else None


def _without_leads(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end:
        word = re.match(r"[\w'-]+\s*", text[start:end])
        if not word or (word[0].strip() not in LEADS and word[0].strip().title() not in LEADS - {"New"} and word[0].strip() not in {"the", "and", "of"}):
            break
        start += word.end()
    return start, end


def _parted(counts: Counter[str]) -> Counter[str]:
    """"Warwickshire and West Mercia" as two forces where each is named alone too."""
    for name in [name for name in counts if re.search(r"\s(?:and|&)\s", name)]:
        parts = re.split(r"\s+(?:and|&)\s+", name)
        if all(counts[part] for part in parts):
            for part in parts:
                counts[part] += counts[name]
            del counts[name]
    return counts


def _office_place(text: str, match: re.Match[str], known: Counter[str] | None = None) -> tuple[int, int] | None:
    group = "place" if match["place"] else "before"
    if not match[group]:
        return None
    start, end = _without_leads(text, *match.span(group))
    end = start + len(re.sub(r"\s+(?:Police|Constabulary|Heddlu)(?:\s+.*)?$", "", text[start:end]))
    if text[match.end() - len(match[0]) : match.start(group)].rstrip()[-1:] in (",", "-") and known is not None and " ".join(text[start:end].split()) not in known:
        return None  # an address beside the office, not its area
    refused = not text[start:end].strip() or NOT_FORCES.match(text[start:end]) or names.OFFICE.match(text[start:end])
    return None if refused or (names.is_name(text[start:end]) and group == "before" and text[start:end].split()[0] in LEADS) else (start, end)


def _of_office(anatomy: Anatomy, known: Counter[str]) -> tuple[int, int] | None:
    """In the signature, the letterhead, or "As the Police and Crime Commissioner for …, I"."""
    lines = anatomy.lines
    for signature in anatomy.signed:
        found = _in_signature(anatomy, signature.first, signature.last, known)
        if found:
            return found
    for line in anatomy.head:
        span = next(filter(None, (_office_place(anatomy.calm, m, known) for m in OFFICE_PLACE.finditer(anatomy.calm, line.start, line.end))), None)
        if span:
            return span
    said = re.compile(rf"\b[Aa]s\s+(?:the\s+|your\s+)?(?:elected\s+)?(?:{names.PLACE}(?:'s)?\s+)?{names.OFFICE.pattern}")
    for match in said.finditer(anatomy.flat, lines[0].start if lines else 0):
        place = OFFICE_PLACE.search(anatomy.flat, match.start(), min(len(anatomy.flat), match.end() + 60))
        span = _office_place(anatomy.flat, place) if place else None
        if span:
            return span
    return None


def _in_signature(anatomy: Anatomy, first: int, last: int, known: Counter[str]) -> tuple[int, int] | None:
    lines = anatomy.lines[first : last + 1]
    if any("Chief Constable" in line.text for line in lines):
        return None
    has_office = False
    for line in lines:
        if has_office and re.fullmatch(rf"(?:for\s+)?{names.PLACE}(?:\s+(?:Police|Constabulary))?", line.text) and not names.OFFICE.search(line.text):
            place = re.search(rf"(?:for\s+)?({names.PLACE}?)(?:\s+(?:Police|Constabulary))?$", line.text)
            start = line.start + (len(anatomy.text[line.start : line.end]) - len(anatomy.text[line.start : line.end].lstrip()))
            return (start + place.start(1), start + place.end(1)) if place else None
        for match in OFFICE_PLACE.finditer(anatomy.calm, line.start, line.end):
            span = _office_place(anatomy.calm, match, known)
            if span:
                return span
        has_office = has_office or bool(names.OFFICE.search(line.text))
    return None


def _in_subject(anatomy: Anatomy, known: Counter[str]) -> tuple[int, int] | None:
    """The one known name over the letter; two are no answer."""
    end = anatomy.body_start
    found = [(match.start(), match.end()) for name in known for match in _named(name, anatomy.flat, 0, end)]
    return found[0] if len({anatomy.flat[i:j].lower() for i, j in found}) == 1 else None


def _named(name: str, text: str, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.I)
    return list(pattern.finditer(text, start, len(text) if end is None else end))


def _most_named(anatomy: Anatomy, known: Counter[str]) -> tuple[int, int] | None:
    """A name counts for nothing where it is the partner's or the neighbour's, double where it is the writer's own area; the rest of the file parts equals."""
    ranked = []
    for name, in_document in known.items():
        matches = _named(name, anatomy.flat)
        score = sum(_weight(anatomy.flat, match.start()) for match in matches)
        if score > 0:
            ranked.append((score, in_document, -matches[0].start(), matches[0].span()))
    return max(ranked)[-1] if ranked else None


def _weight(text: str, at: int) -> float:
    before = text[max(0, at - 50) : at]
    if OTHERS.search(before):
        return 0.0
    return 2.0 if OWN.search(before) else 1.0
