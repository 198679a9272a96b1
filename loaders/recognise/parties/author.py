"""Who wrote, and as what."""

from __future__ import annotations

import re

from loaders.letter import Party
from loaders.recognise import names
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.fields import Field, field_of
from loaders.recognise.lines import Kind
from loaders.recognise.parties.full_names import beside_office, in_full, line_end
from loaders.recognise.signatures import Signature

__all__ = ["author"]

CHIEF = re.compile(r"Chief\s+Constable|Chief\s+Officer|Superintendent", re.I)
LEADING = re.compile(rf"(?P<name>{names.PERSON})")
BRACKETED = re.compile(rf"\((?P<name>{names.PERSON})\)")
SELF = re.compile(rf"\b(?:As|as)\s+(?:(?:the|your|an?)\s+|{names.PLACE}(?:'s)?\s+)?(?:elected\s+)?(?P<office>{names.OFFICE.pattern})")
AS_CHIEF = re.compile(rf"\b[Aa]s\s+(?:the\s+)?{names.CHIEF.pattern}(?:\s+(?:for|of)\s+{names.PLACE})?,?\s+(?:I|my)\b")
FIRST_PERSON = re.compile(rf"{SELF.pattern}(?:\s+(?:for|of)\s+{names.PLACE})?,?\s+(?:I|my)\b")
SELF_NAMED = re.compile(
    rf"\bI,\s+(?P<a>{names.PERSON}),|\b(?i:Statement|Response|Comments?|Foreword|Letter|From)\s+(?:(?:by|from|of)\s+)?(?:the\s+)?(?:{names.OFFICE.pattern}(?:\s+(?:for|of)\s+{names.PLACE})?,?\s+)(?P<b>{names.PERSON})"
    rf"|\b(?i:Statement|Response|Comments?|Foreword|Letter)\s+(?:by|from|of)\s+(?P<e>{names.PERSON}),\s+(?:the\s+)?(?:{names.PLACE}\s+)?(?:{names.OFFICE.pattern})"
    rf"|(?:{names.OFFICE.pattern}),?\s+(?P<c>{names.PERSON})(?:'s?\s+(?:\w+\s+)?(?:response|comments?|statement|reply)|\s+(?:responds|comments|writes|has|today|welcomes|welcomed|is|was))"
    rf"|(?P<d>{names.PERSON}),\s+(?:the\s+)?(?:{names.PLACE}\s+)?(?:{names.OFFICE.pattern})[^.\n]{{0,60}}?(?:,?\s+(?:responds|comments|writes|response|submits|answers|says|replies|explains|has\s+(?:sent|written|published)))"
    rf"|\b[Oo]pen\s+letter\b[^.\n]{{0,80}}?,?\s+(?:by|from)\s+(?:the\s+)?(?P<g>{names.PERSON})"
)


FOOT = 6  # lines at the end in which a statement may say whose it is


def author(anatomy: Anatomy) -> Party | None:
    """From the commissioner's signature, else FROM, a chief constable's where he alone signs, the letterhead, or what the text says of itself; name empty where only the office is said."""
    office = _own_office(anatomy)
    for read in (_signed, _memo_from, _letterhead, _signed_by_chief, _self_named, beside_office):
        found = read(anatomy)
        if found:
            start, end, said = found
            start, end = in_full(anatomy, start, end)
            quote = anatomy.quote(start, end)
            return Party(names.bare_name(anatomy.flat[start:end]), _office_said(said or "") or office, None, "printed", quote)
    return Party("", office, None, "inferred") if office else None


def _office_said(words: str) -> str | None:
    return names.office_name(words) or names.chief_name(words)


def _signed(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    """The commissioner's signature, before a deputy's or one without office; a chief constable's is none."""
    signed = [signature for signature in anatomy.signed if signature.name and not CHIEF.search(signature.office or "")]
    ranked = sorted(signed, key=_signature_rank)
    if not ranked or _is_chief(anatomy, ranked[0]):
        return None
    return _of_signature(anatomy, ranked[0])


def _of_signature(anatomy: Anatomy, signature: Signature) -> tuple[int, int, str | None]:
    start = anatomy.text.index(signature.name, anatomy.lines[signature.name_line].start)
    return start, start + len(signature.name.rstrip(" ,.")), signature.office


def _signed_by_chief(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    """A chief constable's signature where nobody else signs, and no commissioner says that the words are his own."""
    named = [signature for signature in anatomy.signed if signature.name]
    if not named or not all(names.chief_name(signature.office or "") for signature in anatomy.signed):
        return None
    return None if FIRST_PERSON.search(anatomy.flat, anatomy.body_start) or _states(anatomy) else _of_signature(anatomy, named[0])


def _states(anatomy: Anatomy) -> bool:
    """"Statement by Commissioner Jane Roe", "I, Jane Roe, …": the words are a commissioner's, whoever signs below."""
    match = SELF_NAMED.search(anatomy.calm, 0, min(len(anatomy.flat), anatomy.body_start + 1500))
    return bool(match and any(match[group] for group in "abeg"))


def _signature_rank(signature: Signature) -> int:
    office = names.office_name(signature.office or "")
    return 2 if office is None else 1 if office.startswith("Deputy") else 0


def _is_chief(anatomy: Anatomy, signature: Signature) -> bool:
    after = anatomy.lines[signature.last + 1 : signature.last + 2]
    return any(CHIEF.match(line.text) and line.gap <= 1 for line in after)


def _memo_from(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    for line in anatomy.head:
        field = field_of(line.text) if line.kind is Kind.FIELD else None
        if not field or field[0] is not Field.AUTHOR:
            continue
        name = LEADING.match(anatomy.calm, line.start + field[1], line.end) or BRACKETED.search(anatomy.calm, line.start, line.end)
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
        beside = re.match(rf"\s*(?:By\s+)?(?P<name>{names.PERSON})\s*[,-]\s*(?:the\s+)?(?=[^.]{{0,40}}{names.OFFICE.pattern})", anatomy.text[line.start : line.end])
        if beside and names.is_name(beside["name"]) and line.kind is not Kind.SALUTATION:
            return line.start + beside.start("name"), line.start + beside.end("name"), line.text
    return None


def _self_named(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    first = SELF_NAMED.finditer(anatomy.calm, 0, min(len(anatomy.flat), anatomy.body_start + 1500))
    foot = (match for line in anatomy.lines[-FOOT:] if (match := SELF_NAMED.match(anatomy.calm, line.start, line.end)))
    for match in (*first, *foot):
        group = next(name for name in "abcdeg" if match[name])
        end = line_end(anatomy, match.start(group), match.end(group))
        if names.is_name(anatomy.calm[match.start(group) : end]):
            return match.start(group), end, match[0]
    return None


def _own_office(anatomy: Anatomy) -> str | None:
    """The office that the writer says he holds, or that stands over or under the letter."""
    said = SELF.search(anatomy.flat, anatomy.body_start)
    if not said and (chief := AS_CHIEF.search(anatomy.flat, anatomy.body_start)):
        return names.chief_name(chief[0])
    if said:
        return names.office_name(said["office"])
    ends = [anatomy.lines[i] for signature in anatomy.signed for i in range(signature.first, signature.last + 1)]
    for line in [*ends, *anatomy.head]:
        if line.kind in (Kind.OFFICE, Kind.FIELD, Kind.SHORT) and not CHIEF.match(line.text) and names.office_name(line.text):
            return names.office_name(line.text)
    return next((chief for line in ends if (chief := names.chief_name(line.text))), None)
