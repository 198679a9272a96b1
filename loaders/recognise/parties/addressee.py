"""To whom a letter is written."""

from __future__ import annotations

import itertools
import re

from loaders.letter import Party
from loaders.recognise import names
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.fields import Field, field_of
from loaders.recognise.lines import HONOURABLE, Kind, Line

__all__ = ["addressee"]

TO = re.compile(r"(?:To|FAO|For\s+the\s+attention\s+of)\s+(?:the\s+)?(?=Home\s|Rt\.?\s|Right\s)", re.I)
HON = re.compile(rf"(?:{HONOURABLE})\s+(?P<name>{names.PERSON})(?:\s*,?\s+(?:[KCDMO]BE|QC|KC|MP|AS)\b)*")
PLAIN = re.compile(rf"(?P<name>{names.PERSON})(?:\s*,?\s+(?:[KCDMO]?BE|QC|KC|QPM|CB|MP)\b)*")
MP_NAME = re.compile(rf"(?P<name>{names.PERSON}),?\s+MP\b")
OFFICES = (
    ("Home Secretary", re.compile(r"Home\s+Secretary|Secretary\s+of\s+State\s+for\s+the\s+Home|Ysgrifennydd\s+Cartref", re.I)),
    ("Minister", re.compile(r"Minister(?:\s+of\s+State)?\s+for\s+(?:\w+[ ,]*){1,6}|Policing\s+Minister|Dear\s+Minister", re.I)),
    ("HM Chief Inspector of Constabulary", re.compile(r"Chief\s+Inspector\s+of\s+Constabulary|\bHMCIC?\b|Dear\s+Chief\s+Inspector", re.I)),
    ("HM Inspector of Constabulary", re.compile(r"Inspector\s+of\s+Constabulary|\bHMI\b|Dear\s+Inspector", re.I)),
)
INSPECTOR = re.compile(r"\bHMC?I\b|\bInspector\b")
GREETED = re.compile(
    rf"(?:Dear|Annwyl)\s+(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|HMC?I)\.?\s+)(?:{names.PART}\s+)?{names.PART})"
)
SENT = re.compile(
    rf"\b(?i:sent|written|writes?|submitted|addressed|letter|comments|response|statement)\b[^.\n]{{0,100}}?\bto\s+(?:the\s+)?(?P<office>Home\s+Secretary|Policing\s+Minister)?,?\s*(?:the\s+)?(?P<hon>(?:Rt\.?|Right)\s+Hon(?:ourable|\.)?\s+)?(?P<name>(?!Home\s+Secretary){names.PERSON})"
)
GIVEN = re.compile(
    rf"Dear\s+(?P<name>(?!Sir|Madam|All|Colleagues?|Minister|Chief|Secretary|Home|Commissioner){names.PART})\s*[,:]?\s*$", re.M
)


def addressee(anatomy: Anatomy) -> Party | None:
    """From the address, TO, or the greeting; name empty where only the office is said."""
    lines = _addressing(anatomy)
    said = " \n".join(line.text for line in lines)
    office = next((name for name, pattern in OFFICES if pattern.search(said)), None)
    for line in lines:
        found = _person_addressed(line, anatomy, bool(office))
        if found:
            return Party(names.bare_name(anatomy.calm[found[0] : found[1]]), office, None, "printed", anatomy.quote(*found))
    return _sent(anatomy, office) or (Party("", office, None, "inferred") if office else None)


def _sent(anatomy: Anatomy, office: str | None) -> Party | None:
    """ "has sent this statement to the Home Secretary, James Cleverly", over a statement or in its first words."""
    if office:
        return None
    for match in SENT.finditer(anatomy.calm, 0, min(len(anatomy.calm), anatomy.body_start + 600)):
        before = anatomy.calm[max(0, match.start("name") - 200) : match.start("name")]
        if names.is_name(match["name"]) and (match["hon"] or "open letter" in match[0].lower() or re.search(r"Home\s+Secretary|Policing\s+Minister", before)):
            said = next((name for name, pattern in OFFICES if pattern.search(match["office"] or "")), None)
            return Party(names.bare_name(match["name"]), said, None, "printed", anatomy.quote(*match.span("name")))
    return None


def _is_to(line: Line) -> bool:
    """Whether a labelled line says to whom; a line of another label says it of nobody."""
    field = field_of(line.text)
    return field is not None and field[0] is Field.ADDRESSEE


def _addressing(anatomy: Anatomy) -> list[Line]:
    """The lines that may say to whom: an address before the greeting, a name only over the office that it holds."""
    head = anatomy.head
    own = {a.start for a, b in itertools.pairwise(head) if b.gap == 0 and b.kind is Kind.OFFICE}
    found = [
        line for line in head if (line.kind is Kind.ADDRESSEE or (line.kind is Kind.FIELD and _is_to(line))) and line.start not in own
    ] + _foot(anatomy)
    over = [
        line
        for a, b in itertools.pairwise(head)
        if a.kind is Kind.NAME and b.gap == 0 and any(office.search(b.text) for _, office in OFFICES)
        for line in (a, b)
    ]
    return [*over, *found, *(line for line in head if line.kind is Kind.SALUTATION)]


def _foot(anatomy: Anatomy) -> list[Line]:
    """An address below the signature."""
    last = anatomy.signed[0].last if anatomy.signed else len(anatomy.lines)
    return [
        line for line in anatomy.lines[last + 1 : last + 6] if line.kind is Kind.ADDRESSEE or (line.kind is Kind.FIELD and _is_to(line))
    ]


def _person_addressed(line: Line, anatomy: Anatomy, has_office: bool) -> tuple[int, int] | None:
    text = anatomy.calm
    if line.kind is Kind.SALUTATION:
        match = (
            GREETED.match(text, line.start)
            or HON.search(text, line.start, line.end)
            or (None if has_office else GIVEN.match(text, line.start))
        )
        return match.span("name") if match else None
    mark = TO.match(line.text)
    value = field_of(line.text) if line.kind is Kind.FIELD else None
    start = _past_office(text, line.start + (value[1] if value else mark.end() if mark else 0), line.end)
    pattern = (HON, MP_NAME) if line.kind in (Kind.ADDRESSEE, Kind.FIELD) else (MP_NAME, PLAIN)
    for form in (*pattern, *((PLAIN,) if mark or value or INSPECTOR.search(line.text) else ())):
        match = form.search(text, start, line.end)
        if match:
            return _without_office(match)
    return None


def _past_office(text: str, start: int, end: int) -> int:
    """Past "Her Majesty's Inspector of Constabulary" where a name follows on the line."""
    office = re.compile(
        r"\s*(?:The\s+)?(?:(?:HM|Her\s+Majesty's|His\s+Majesty's)\s+(?:Chief\s+)?Inspector\s+of\s+Constabulary|HMC?I|Home\s+Secretary)(?:\s*[,(]\s*|\s+)(?=[A-Z])"
    ).match(text, start, end)
    return office.end() if office else start


def _without_office(match: re.Match[str]) -> tuple[int, int] | None:
    """The span of a name, cut before words such as *Home Secretary* or *London* that follow it on its line."""
    words = re.search(r"\s+(?:Home|House|Secretary|Minister|London|Police|HM|His|Her)\b", match["name"])
    if not words:
        return match.span() if names.is_name(match["name"]) else None
    end = match.start("name") + words.start()
    return (match.start(), end) if names.is_name(match["name"][: words.start()]) else None
