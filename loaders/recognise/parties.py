"""Who wrote, as what, and to whom; copies and references."""

from __future__ import annotations

import re

from loaders.letter import Party
from loaders.recognise import dates, names
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.lines import Kind, Line
from loaders.recognise.signatures import Signature

__all__ = ["addressee", "author", "copied_to", "reference"]

CHIEF = re.compile(r"Chief\s+Constable|Chief\s+Officer|Superintendent", re.I)
FROM = re.compile(r"(?:FROM|REPORT\s+(?:OF|BY)|AUTHOR|O)(?:\s*:\s*|\s{2,})", re.I)
LEADING = re.compile(rf"(?P<name>{names.PERSON})")
BRACKETED = re.compile(rf"\((?P<name>{names.PERSON})\)")
TO = re.compile(r"(?:(?:TO|REPORT\s+TO|PREPARED\s+FOR|AT|I|FAO)(?:\s*:\s*|\s{2,})|(?:To|FAO|For\s+the\s+attention\s+of)\s+(?:the\s+)?(?=Home\s|Rt\.?\s|Right\s))", re.I)
SELF = re.compile(rf"\b(?:As|as)\s+(?:(?:the|your|an?)\s+|{names.PLACE}(?:'s)?\s+)?(?:elected\s+)?(?P<office>{names.OFFICE.pattern})")
SELF_NAMED = re.compile(
    rf"\bI,\s+(?P<a>{names.PERSON}),|\b(?i:Statement|Response|Comments?|Foreword|Letter|From)\s+(?:(?:by|from|of)\s+)?(?:the\s+)?(?:{names.OFFICE.pattern}(?:\s+(?:for|of)\s+{names.PLACE})?,?\s+)(?P<b>{names.PERSON})"
    rf"|\b(?i:Statement|Response|Comments?|Foreword|Letter)\s+(?:by|from|of)\s+(?P<e>{names.PERSON}),\s+(?:the\s+)?(?:{names.PLACE}\s+)?(?:{names.OFFICE.pattern})"
    rf"|(?:{names.OFFICE.pattern}),?\s+(?P<c>{names.PERSON})(?:'s?\s+(?:\w+\s+)?(?:response|comments?|statement|reply)|\s+(?:responds|comments|writes|has|today|welcomes|welcomed|is|was))"
    rf"|(?P<d>{names.PERSON}),\s+(?:the\s+)?(?:{names.PLACE}\s+)?(?:{names.OFFICE.pattern})[^.\n]{{0,60}}?(?:,?\s+(?:responds|comments|writes|response|submits))"
)
HON = re.compile(rf"(?:The\s+)?(?:Rt\.?|Right)\s+Hon(?:ourable|\.)?\s+(?P<name>{names.PERSON})(?:\s*,?\s+(?:[KCDMO]BE|QC|KC|MP)\b)*")
PLAIN = re.compile(rf"(?P<name>{names.PERSON})(?:\s*,?\s+(?:[KCDMO]?BE|QC|KC|QPM|CB|MP)\b)*")
MP_NAME = re.compile(rf"(?P<name>{names.PERSON}),?\s+MP\b")
OFFICES = (
    ("Home Secretary", re.compile(r"Home\s+Secretary|Secretary\s+of\s+State\s+for\s+the\s+Home|Ysgrifennydd\s+Cartref", re.I)),
    ("Minister", re.compile(r"Minister(?:\s+of\s+State)?\s+for\s+(?:\w+[ ,]*){1,6}|Policing\s+Minister|Dear\s+Minister", re.I)),
    ("HM Chief Inspector of Constabulary", re.compile(r"Chief\s+Inspector\s+of\s+Constabulary|\bHMCIC?\b", re.I)),
    ("HM Inspector of Constabulary", re.compile(r"Inspector\s+of\s+Constabulary|\bHMI\b|Dear\s+Inspector", re.I)),
)
GREETED = re.compile(rf"(?:Dear|Annwyl)\s+(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness)\.?\s+)(?:{names.PART}\s+)?{names.PART})")
GIVEN = re.compile(rf"Dear\s+(?P<name>(?!Sir|Madam|All|Colleagues?|Minister|Chief|Secretary|Home|Commissioner){names.PART})\s*[,:]?\s*$", re.M)
COPY = re.compile(r"(?:c\.?\s?c\.?|cop(?:y|ied|ies)\s+to)\s*[:.]?\s*", re.I)
COPYING = re.compile(r"\bcop(?:y|ying|ied)\s+(?:of\s+)?this\s+(?:letter|response|reply)[^.]{0,30}?\s+to\s+(?P<who>[^.]{3,160})\.|\bcopied\s+(?:this|it)\s+to\s+(?P<whom>[^.]{3,160})\.", re.I)
OUR_REFERENCE = re.compile(r"(?:Our|My|PCC)?\s*Ref(?:erence)?(?:\s+No)?\s*[:.]+\s*(?P<ref>\S.*)", re.I)
YOURS = re.compile(r"Your\s+Ref", re.I)


def author(anatomy: Anatomy) -> Party | None:
    """From the commissioner's signature, else FROM, the letterhead, or what the text says of itself; name empty where only the office is said."""
    office = _own_office(anatomy)
    for found in (_signed(anatomy), _memo_from(anatomy), _letterhead(anatomy), _self_named(anatomy)):
        if found:
            start, end, said = found
            quote = anatomy.quote(start, end)
            return Party(names.bare_name(anatomy.flat[start:end]), names.office_name(said or "") or office, None, "printed", quote)
    return Party("", office, None, "inferred") if office else None


def addressee(anatomy: Anatomy) -> Party | None:
    """From the address, TO, or the greeting; name empty where only the office is said."""
    lines = _addressing(anatomy)
    said = " \n".join(line.text for line in lines if not FROM.match(line.text))
    office = next((name for name, pattern in OFFICES if pattern.search(said)), None)
    for line in lines:
        found = _person_addressed(line, anatomy, bool(office))
        if found:
            return Party(names.bare_name(anatomy.calm[found[0] : found[1]]), office, None, "printed", anatomy.quote(*found))
    return Party("", office, None, "inferred") if office else None


def copied_to(anatomy: Anatomy) -> tuple[str, ...]:
    """Who else was sent the letter, as printed."""
    found: list[str] = []
    for i, line in enumerate(anatomy.lines):
        mark = COPY.match(line.text) if line.kind in (Kind.COPY, Kind.FIELD) else None
        if mark:
            found += _listed(line.text[mark.end() :])
            found += _below(anatomy.lines, i) if i + 1 < len(anatomy.lines) else []
    copying = COPYING.search(anatomy.flat, anatomy.body_start) if not found else None
    return tuple(found) if not copying else tuple(_listed(copying["who"] or copying["whom"]))


def reference(anatomy: Anatomy) -> str | None:
    """Our reference, without the date that may share its line."""
    for line in anatomy.head:
        match = OUR_REFERENCE.match(line.text)
        if match and not YOURS.match(line.text):
            dated = next(dates.dates_in(match["ref"]), None)
            words = re.split(r"\s+Your\s+Ref", match["ref"][: dated.start] if dated else match["ref"], flags=re.I)[0]
            return re.sub(r"\s*(?:Date|Dated)\s*:?\s*$", "", words).strip(" ,;") or None
    return None


def _signed(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    """The commissioner's signature, before a deputy's or one without office; a chief constable's is none."""
    signed = [signature for signature in anatomy.signed if signature.name and not CHIEF.search(signature.office or "")]
    ranked = sorted(signed, key=_signature_rank)
    if not ranked or _is_chief(anatomy, ranked[0]):
        return None
    best = ranked[0]
    line = anatomy.lines[best.name_line]
    start = anatomy.text.index(best.name, line.start)
    return start, start + len(best.name.rstrip(" ,.")), best.office


def _signature_rank(signature: Signature) -> int:
    office = names.office_name(signature.office or "")
    return 2 if office is None else 1 if office.startswith("Deputy") else 0


def _is_chief(anatomy: Anatomy, signature: Signature) -> bool:
    after = anatomy.lines[signature.last + 1 : signature.last + 2]
    return any(CHIEF.match(line.text) and line.gap <= 1 for line in after)


def _memo_from(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    for line in anatomy.head:
        mark = FROM.match(line.text)
        if not mark:
            continue
        name = LEADING.match(anatomy.calm, line.start + mark.end(), line.end) or BRACKETED.search(anatomy.calm, line.start, line.end)
        if name and names.is_name(name["name"]):
            return *name.span("name"), names.calm(line.text)
    return None


def _letterhead(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    """A name with an office below it, above it or beside it, over the letter."""
    head = anatomy.head
    for i, line in enumerate(head):
        if line.kind is Kind.NAME and not line.text.endswith("MP"):
            near = [other.text for other in head[max(0, i - 1) : i + 2] if other.kind is Kind.OFFICE and not CHIEF.match(other.text)]
            if near:
                return line.start, line.start + len(anatomy.text[line.start : line.end].rstrip(" ,.")), near[0]
        beside = re.match(rf"\s*(?P<name>{names.PERSON})\s*[,-]\s*(?:the\s+)?(?=[^.]{{0,40}}{names.OFFICE.pattern})", anatomy.text[line.start : line.end])
        if beside and names.is_name(beside["name"]) and line.kind is not Kind.SALUTATION:
            return line.start + beside.start("name"), line.start + beside.end("name"), line.text
    return None


def _self_named(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    for match in SELF_NAMED.finditer(anatomy.calm, 0, min(len(anatomy.flat), anatomy.body_start + 1500)):
        group = next(name for name in "abcde" if match[name])
        if names.is_name(match[group]):
            return match.start(group), match.end(group), match[0]
    return None


def _own_office(anatomy: Anatomy) -> str | None:
    """The office that the writer says he holds, or that stands over or under the letter."""
    said = SELF.search(anatomy.flat, anatomy.body_start)
    if said:
        return names.office_name(said["office"])
    ends = [anatomy.lines[i] for signature in anatomy.signed for i in range(signature.first, signature.last + 1)]
    for line in [*ends, *anatomy.head]:
        if line.kind in (Kind.OFFICE, Kind.FIELD, Kind.SHORT) and not CHIEF.match(line.text) and names.office_name(line.text):
            return names.office_name(line.text)
    return None


def _addressing(anatomy: Anatomy) -> list[Line]:
    """The lines that may say to whom: an address before the greeting, a name only over the office that it holds."""
    head = anatomy.head
    own = {a.start for a, b in zip(head, head[1:], strict=False) if b.gap == 0 and b.kind is Kind.OFFICE}
    found = [line for line in head if line.kind in (Kind.ADDRESSEE, Kind.FIELD) and line.start not in own] + _foot(anatomy)
    over = [a for a, b in zip(head, head[1:], strict=False) if a.kind is Kind.NAME and b.gap == 0 and any(office.search(b.text) for _, office in OFFICES)]
    return [*over, *found, *(line for line in head if line.kind is Kind.SALUTATION)]


def _foot(anatomy: Anatomy) -> list[Line]:
    """An address below the signature."""
    last = anatomy.signed[0].last if anatomy.signed else len(anatomy.lines)
    return [line for line in anatomy.lines[last + 1 : last + 6] if line.kind is Kind.ADDRESSEE]


def _person_addressed(line: Line, anatomy: Anatomy, has_office: bool) -> tuple[int, int] | None:
    text = anatomy.calm
    if line.kind is Kind.SALUTATION:
        match = GREETED.match(text, line.start) or (None if has_office else GIVEN.match(text, line.start))
        return match.span("name") if match else None
    mark = TO.match(line.text)
    start = _past_office(text, line.start + (mark.end() if mark else 0), line.end)
    if line.kind is Kind.FIELD and not mark:
        return None
    pattern = (HON, MP_NAME) if line.kind in (Kind.ADDRESSEE, Kind.FIELD) else (MP_NAME, PLAIN)
    for form in (*pattern, *((PLAIN,) if mark else ())):
        match = form.search(text, start, line.end)
        if match:
            return _without_office(match)
    return None


def _past_office(text: str, start: int, end: int) -> int:
    """Past "Her Majesty's Inspector of Constabulary" where a name follows on the line."""
    office = re.compile(r"\s*(?:The\s+)?(?:(?:HM|Her\s+Majesty's|His\s+Majesty's)\s+(?:Chief\s+)?Inspector\s+of\s+Constabulary|Home\s+Secretary)(?:\s*[,(]\s*|\s+)(?=[A-Z])").match(text, start, end)
    return office.end() if office else start


def _without_office(match: re.Match[str]) -> tuple[int, int] | None:
    """The span of a name, cut before words such as *Home Secretary* or *London* that follow it on its line."""
    words = re.search(r"\s+(?:Home|House|Secretary|Minister|London|Police|HM|His|Her)\b", match["name"])
    if not words:
        return match.span() if names.is_name(match["name"]) else None
    end = match.start("name") + words.start()
    return (match.start(), end) if names.is_name(match["name"][: words.start()]) else None


def _listed(words: str) -> list[str]:
    return [part.strip(" .") for part in re.split(r"\s*[;,]\s*|\s+(?:and|&)\s+(?=(?:the\s+)?[A-Z])", words) if part.strip(" .")]


def _below(lines: list[Line], i: int) -> list[str]:
    """Names on the lines right below "cc:"."""
    found = []
    for line in lines[i + 1 : i + 5]:
        if line.gap or line.kind not in (Kind.SHORT, Kind.NAME):
            break
        found.append(line.text.strip(" .,"))
    return found
