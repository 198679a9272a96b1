"""Who signed where: the closing, the name, the office below it, and the debris between."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.recognise import names
from loaders.recognise.lines import SENTENCE_END, Kind, Line

__all__ = ["Signature", "is_body", "signatures"]

VERB = re.compile(
    r"\b(?:I|we|We|my|My|our|am|has|have|had|was|were|makes|made|refers?|welcomes?|thank|writ(?:e|es|ing)|provides?|sets? out|should|must|need(?:s|ed)?|will|found|is|are)\b"
)
SUBJECT = re.compile(
    r"(?:Re|Subject|Pwnc)\s*[:.]|['\"]|(?:The\s+)?(?:(?:My\s+|PCC\s+)?Response\s+to|HMI|PEEL\b|(?:Joint\s+)?(?:Thematic\s+)?(?:Report|Inspection)\b|An?\s+(?:joint\s+)?inspection|State\s+of)",
    re.I,
)
SAYS = re.compile(
    r"\b(?:reported|published|released|issued|answers?|appeared|came|concerns|did|would|shall|could|may)\b"
)  # of a whole sentence alone: titles have them too
FINITE = re.compile(r"\b(?:appeared|came|answers|concerns|did|would|shall|could|is|are)\b")
PUBLISHES = re.compile(
    r"(?:HMI\w*|H(?:er|is)\s+Majesty's\s+Inspectorate\b[\w\s,&()]{0,80}?)\s+(?:has\s+|have\s+)?(?:published|issued|reported|inspected|released)\b"
)
OF_IT = re.compile(
    r"(?:(?:The|This|Your|That|Its|Their)\s+(?:above\s+)?(?:report|inspection|publication|document|study|review)|It|Publication)\s+(?!(?:on|of|in|into|by|from|for|and|to|about|with|entitled|titled|called|named)\b)[a-z]+\s"
)
OF_REPORT = re.compile(
    r"HMI\w*(?:'s)?\s+(?:[a-z]+\s+){0,4}?(?:report|inspection)\s+(?:of|on)\b|HMI\w*\s+[a-z]+ed\b|HMI\w*\s+(?:sent|told|made|gave|brought|put|came|was|is)\b"
)
TELLS = re.compile(
    r"\b(?:I|we|We|my|has|have|had|was|were|makes?|made|welcomes?|thank|writing|reported|visited|inspected|judged|graded|(?:force|Police|Constabulary|report|it|which|this|that)\s+(?:is|are))\b"
)
SIGNED = re.compile(r"\(?signed\)?\s*:?\s*", re.I)
REACH = 4
SIGN_OFF = {Kind.OFFICE, Kind.COPY, Kind.DEBRIS}
AFTER_ALL = {Kind.COPY, Kind.DEBRIS, Kind.ADDRESS, Kind.DATE, Kind.REFERENCE}


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines `first` to `last` of a sign-off; `name` and `office` as printed, with the lines they stand in."""

    first: int
    last: int
    name: str | None
    name_line: int | None
    office: str | None


def is_body(line: Line) -> bool:
    """Whether a line is prose of a letter's body, not a title or an address, however long."""
    if line.kind is Kind.PROSE and line.text.endswith(".") and OF_IT.match(line.text):
        return True
    is_sentence = line.text.endswith(".") and line.text.count(" ") > 6
    if line.kind is not Kind.PROSE or (
        _is_subject(line.text) and not (is_sentence and (FINITE.search(line.text) or OF_REPORT.match(line.text)))
    ):
        return False
    if is_sentence and (SAYS.search(line.text) or OF_REPORT.match(line.text)):
        return True
    return bool(VERB.search(line.text)) and (
        len(line.text) > 220 or (bool(SENTENCE_END.search(line.text)) and line.text.count(" ") > 4) or len(line.text) > 70
    )


def _is_subject(words: str) -> bool:
    """A report's title over the letter, though it may ask a question or end with a full stop."""
    return len(words) < 260 and bool(SUBJECT.match(words)) and not TELLS.search(words) and not PUBLISHES.match(words)


def signatures(lines: list[Line]) -> list[Signature]:
    """Every sign-off, in order."""
    found: list[Signature] = []
    i = 0
    while i < len(lines):
        signature = _after_closing(lines, i) if lines[i].kind is Kind.CLOSING else _unclosed(lines, i)
        if signature:
            found.append(signature)
            i = signature.last
        i += 1
    return found


def _after_closing(lines: list[Line], closing: int) -> Signature:
    """The sign-off that a closing formula opens; its name may stand below scrawl read as letters."""
    said = SIGNED.match(lines[closing].text)
    if said and names.is_name(lines[closing].text[said.end() :]):
        last, office = _sign_off(lines, closing, None)
        return Signature(closing, last, lines[closing].text[said.end() :], closing, office)
    for i in range(closing + 1, min(closing + 1 + REACH, len(lines))):
        if (lines[i].kind is Kind.NAME and not _is_spelt_out(lines, i)) or _named_office(lines[i]):
            return _signed(lines, closing, i)
        if lines[i].kind is Kind.OFFICE:
            return _signed(lines, closing, i, has_name=False)
        if lines[i].is_header or is_body(lines[i]) or lines[i].gap > 5:
            break
    return Signature(closing, closing, None, None, None)


def _is_spelt_out(lines: list[Line], i: int) -> bool:
    """Whether a name is a scrawl that the next line spells out over the office."""
    after = lines[i + 1 : i + 3]
    is_name = len(after) == 2 and after[0].kind is Kind.NAME and after[0].text.split()[-1] == lines[i].text.split()[-1]
    return is_name and after[1].kind is Kind.OFFICE


def _unclosed(lines: list[Line], i: int) -> Signature | None:
    """A name below prose that is signed with an office, or after which nothing of the letter comes; with its office, the letter's last words."""
    line = lines[i]
    if _is_final(lines, i):
        return _signed(lines, i, i)
    if line.kind is not Kind.NAME or not _follows_prose(lines, i):
        return None
    after = lines[i + 1] if i + 1 < len(lines) else None
    is_last = after is None or after.gap >= 2 or after.kind is Kind.ADDRESSEE or all(line.kind in AFTER_ALL for line in lines[i + 1 :])
    is_signed = after is not None and after.kind is Kind.OFFICE and after.gap <= 1
    return _signed(lines, i, i) if is_last or is_signed else None


def _is_final(lines: list[Line], i: int) -> bool:
    """Whether a name with its office, on one line or on two, ends a letter whose body stands above."""
    whole = _named_office(lines[i])
    if not whole and (lines[i].kind is not Kind.NAME or not any(_is_office(line) for line in lines[i + 1 : i + 2])):
        return False
    last, _ = _sign_off(lines, i, whole)
    return all(line.kind in AFTER_ALL for line in lines[last + 1 :]) and any(is_body(line) for line in lines[:i])


def _is_office(line: Line) -> bool:
    """Whether a line below a name says an office, though a full stop ends it."""
    return line.gap <= 1 and (line.kind is Kind.OFFICE or (len(line.text) < 90 and bool(names.OFFICE_LINE.match(names.calm(line.text)))))


def _follows_prose(lines: list[Line], i: int) -> bool:
    """Body text right above, or above one line of scrawl."""
    before = [line for line in lines[max(0, i - 2) : i] if line.kind is not Kind.DEBRIS]
    return (
        bool(before)
        and lines[i].gap >= 1
        and (_is_prose(before[-1]) or (len(before) == 2 and _is_prose(before[0]) and before[1].kind is Kind.SHORT))
    )


def _is_prose(line: Line) -> bool:
    return is_body(line) or (line.kind is Kind.PROSE and len(line.text) > 12)


def _named_office(line: Line) -> re.Match[str] | None:
    """ "Jane Doe, Police and Crime Commissioner for Wessex" on one line."""
    is_office = names.OFFICE.search(line.text) or names.CHIEF.search(line.text)
    return (
        re.match(rf"(?P<name>{names.PERSON})(?:\s+(?:QPM|OBE|MBE|CBE|DL|JP))*\s*[,-]\s*(?P<office>.*)", line.text)
        if is_office and len(line.text) < 120
        else None
    )


def _signed(lines: list[Line], first: int, at: int, has_name: bool = True) -> Signature:
    whole = _named_office(lines[at]) if has_name else None
    last, office = _sign_off(lines, at, whole)
    name = (whole["name"] if whole else lines[at].text) if has_name else None
    return Signature(first, last, name, at if has_name else None, office if office is not None else None if has_name else lines[at].text)


def _sign_off(lines: list[Line], at: int, whole: re.Match[str] | None) -> tuple[int, str | None]:
    """The last line below a name that still belongs to it, and the office there."""
    office = whole["office"] if whole else None
    last = at
    for i in range(at + 1, len(lines)):
        line = lines[i]
        if line.gap > 1 or not _belongs(line, office is not None):
            break
        office = line.text if office is None and _is_office(line) else office
        last = i
    return last, office


def _belongs(line: Line, has_office: bool) -> bool:
    if line.kind in SIGN_OFF or (not has_office and _is_office(line)):
        return not (line.kind is Kind.OFFICE and has_office and line.gap)
    if line.kind is Kind.ADDRESS:
        return line.gap == 0
    is_place: Callable[[str], object] = re.compile(rf"(?:for\s+)?{names.PLACE}(?:\s+(?:Police|Constabulary))?$").match
    return (
        has_office
        and line.kind in (Kind.SHORT, Kind.NAME)
        and len(line.text) < 50
        and bool(is_place(line.text))
        and not line.text.isupper()
    )
