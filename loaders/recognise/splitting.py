"""One file, many letters: where each begins, and what in a file is no letter."""

from __future__ import annotations

import itertools
import re

from loaders.recognise import names
from loaders.recognise.fields import Field, field_of
from loaders.recognise.lines import HONOURABLE, Kind, Line, lines_of
from loaders.recognise.shadow import Shadow
from loaders.recognise.signatures import Signature, is_body, signatures

__all__ = ["split"]

TO_COMMISSIONER = re.compile(r"(?:Dear|Annwyl)\s+(?:(?:Police|Crime|Fire|and|&|,)\s+)*(?:Commissioner|PCC|PFCC|Mayor|Comisiynydd)\b", re.I)
ADDRESSED = re.compile(r"Rt\.?\s+Hon|Right\s+Hon|Gwir\s+Anrh|\bMP\b|Secretary|Inspector|\bHMC?I\b|Minister", re.I)
MEMO_FIELDS = {Field.AUTHOR, Field.ADDRESSEE, Field.TITLE}
POLICING = re.compile(r"\bHMI?C?(?:FRS)?\b|Inspectorate|\binspect|\bpolic(?:e|ing)\b|Constabulary", re.I)
INSPECTION = re.compile(r"\bHMIC(?:FRS)?\b|Inspectorate|\binspect(?:ion|ors?)\b", re.I)
QUOTED = re.compile(r'(?:"[^"\n]*"?)|(?:(?<![^\s(])\'[^\n]*?(?:\'(?=[\s.,;)]|$)|$))', re.M)
FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b(?!\.)")
REPORTED = re.compile(r"\b(?:said|says|told|added|commented|according\s+to|a\s+spokes\w+)\b", re.I)
OVERSEER = re.compile(r"Commissioner|Comisiynydd|\bP[F&]?CC\b|\bMayor\b|hold(?:ing)?\s+the\s+Chief\s+Constable")
RESPONSE_TITLE = re.compile(
    r"(?:Commissioner|PCC|PFCC|Mayor)(?:'s?)?\s+(?:\w+\s+)?(?:response|comments?|statement|reply)|(?:response|comments?|statement|reply)\s+(?:of|by|from)\s+(?:the\s+)?.{0,40}?(?:Commissioner|PCC|Mayor)|section\s+55|s\.?\s?55|response\s+to\b.{0,60}\b(?:HMIC|inspect|report)",
    re.I,
)
ITS_WORDS = re.compile(
    r"\b(?:HMIC(?:FRS)?|report|reports|inspectors|Inspectorate|Constable|it|they|I|have|has|been|also)\s+(?:also\s+|has\s+|have\s+)?(?:said|says|told|commented|added)\b",
    re.I,
)
OF_DUTY = re.compile(r"\b(?:this|the\s+following)\s+(?:statement|response|page|reply)\b[^.]{0,80}\b(?:is|are|was|sets?|gives?|addressed|made|submitted|sent)\b[^.]*\.(?:[^.]*\.)?[^.]{0,120}\bsection\s+55\b", re.I)
TITLE_REACH = 600
GREETING = re.compile(r"(?:Dear|Annwyl)\s+(?!Editor|Reader|Sir/)[A-Z]")
TO_MINISTER = re.compile(
    r"(?:Dear|Annwyl)\s+(?:Home\s+Secretary|Minister|HMC?I\b|Chief\s+Inspector|Ysgrifennydd)|\bRt\.?\s+Hon|Right\s+Hon|\bMP\b|Inspector\s+of\s+Constabulary"
)
WHOM_ALONE = re.compile(
    rf"(?:(?:{HONOURABLE})\s+)?(?:{names.PERSON})?(?:,?\s+[A-Z]{{2,3}})*,?(?:\s*(?:The\s+)?(?:Home\s+Secretary|Secretary\s+of\s+State|Minister)\b[^.]*)?"
)
BRIEF = 1_000  # characters of a letter that is a line or two


def split(shadow: Shadow) -> list[tuple[int, int]]:
    """Spans, in the document, of the letters of a text. They tile it from its first letter's start at 0; no letter, no span."""
    lines = lines_of(shadow.text)
    starts = _starts(lines, signatures(lines))
    if not starts or _has_statement(lines, starts[0], shadow.text):
        starts.insert(0, 0)
    starts[0] = 0
    places = [shadow.text.rfind("\n", 0, lines[i].start) + 1 if i else 0 for i in starts] if lines else []
    bounds = [*places, len(shadow.text)]
    blocks = [(a, b) for a, b in itertools.pairwise(bounds) if b > a]
    is_headed = bool(places) and bool(_starts(lines, signatures(lines)))
    kept = [block for block in blocks if _is_letter(shadow.text[block[0] : block[1]], is_headed)]
    if not kept and _is_brief_letter(lines, shadow.text):
        return [(shadow.origin(0), _end(shadow, len(shadow.text)))]
    return [(shadow.origin(a), _end(shadow, b)) for a, b in kept]


def _end(shadow: Shadow, place: int) -> int:
    """The document's end for the last block, else where the next block begins."""
    return shadow.length + shadow.start if place >= len(shadow.text) else shadow.origin(place)


def _starts(lines: list[Line], signed: list[Signature]) -> list[int]:
    """The lines with which letters begin, by their heads."""
    in_signature = {i for signature in signed for i in range(signature.first, signature.last + 1)}
    givens = {signature.name.split()[0] for signature in signed if signature.name}
    found = []
    for first, last in _groups(lines, in_signature):
        if _is_head(lines, first, last, givens) and any(is_body(line) for line in lines[last + 1 :]):
            found.append(_with_letterhead(lines, first, in_signature))
    return found


def _groups(lines: list[Line], in_signature: set[int]) -> list[tuple[int, int]]:
    """First and last of header lines that no prose and no signature parts."""
    runs = itertools.groupby(range(len(lines)), key=lambda i: i in in_signature or is_body(lines[i]))
    headers = [[i for i in run if lines[i].is_header] for is_between, run in runs if not is_between]
    return [(group[0], group[-1]) for group in headers if group]


def _is_head(lines: list[Line], first: int, last: int, givens: set[str]) -> bool:
    group = lines[first : last + 1]
    greetings = [line for line in group if line.kind is Kind.SALUTATION]
    if greetings:
        return not all(_greets_commissioner(line.text, givens) for line in greetings)
    labels = {field[0] for line in group if line.kind is Kind.FIELD and (field := field_of(line.text))}
    addressed = any((line.kind is Kind.ADDRESSEE or _is_to(line)) and ADDRESSED.search(line.text) for line in group)
    return len(labels & MEMO_FIELDS) >= 2 or addressed


def _is_to(line: Line) -> bool:
    field = field_of(line.text) if line.kind is Kind.FIELD else None
    return field is not None and field[0] is Field.ADDRESSEE


def _greets_commissioner(words: str, givens: set[str]) -> bool:
    """A chief constable's letter to the commissioner inside the commissioner's own."""
    greeted = re.sub(r"^(?:Dear|Annwyl)\s+", "", words).rstrip(",:. ")
    return bool(TO_COMMISSIONER.match(words)) or greeted in givens


def _with_letterhead(lines: list[Line], first: int, in_signature: set[int]) -> int:
    """The head's first line, or that of the letterhead above it: what stands between the signature before and the head."""
    start = first
    for i in range(first - 1, max(-1, first - 9), -1):
        if i in in_signature:
            return start
        if is_body(lines[i]) or lines[i].kind is Kind.PROSE:
            return first
        start = i if lines[i].kind is not Kind.DEBRIS else start
    return 0 if first < 9 else first


def _has_statement(lines: list[Line], first: int, text: str) -> bool:
    """Whether the text before the first head is a statement of its own."""
    before = text[: lines[first].start]
    return sum(1 for line in lines[:first] if is_body(line)) >= 3 and _is_statement(before)


def _is_letter(text: str, is_headed: bool) -> bool:
    return bool(POLICING.search(text)) if is_headed else _is_statement(text)


def _is_brief_letter(lines: list[Line], text: str) -> bool:
    """A greeting or an address over a line or two of acknowledgement, with nothing told above it: a letter in which there is little to read."""
    first = next(
        (
            i
            for i, line in enumerate(lines)
            if GREETING.match(line.text) or (line.kind is Kind.ADDRESSEE and WHOM_ALONE.fullmatch(line.text))
        ),
        None,
    )
    if first is None or len(text) > BRIEF or any(is_body(line) or REPORTED.search(line.text) for line in lines[:first]):
        return False
    return bool(TO_MINISTER.search(text) or (GREETING.match(lines[first].text) and POLICING.search(text))) and not TO_COMMISSIONER.match(
        lines[first].text
    )


def _is_statement(text: str) -> bool:
    """A commissioner's own words without addressee or greeting; not a report about them, nor an inspection report."""
    own = ITS_WORDS.sub(" ", QUOTED.sub(" ", "".join(map(names.calm, re.split(r"(\n)", text)))))
    if not INSPECTION.search(text) or not (OVERSEER.search(own) or names.OFFICE.search(own)):
        return False
    told = len(REPORTED.findall(own))
    persons = len(FIRST_PERSON.findall(own))
    if persons >= 2 and persons > 2 * told:
        return True
    return bool(RESPONSE_TITLE.search(own[:TITLE_REACH])) and (told == 0 or bool(OF_DUTY.search(own[: 2 * TITLE_REACH])))
