"""Who else was sent a letter, and its reference."""

from __future__ import annotations

import re

from loaders.recognise import dates
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.lines import Kind, Line

__all__ = ["copied_to", "reference"]

COPY = re.compile(r"(?:c\.?\s?c\.?|cop(?:y|ied|ies)\s+to)\s*[:.]?\s*", re.I)
COPYING = re.compile(r"\bcop(?:y|ying|ied)\s+(?:of\s+)?this\s+(?:letter|response|reply)[^.]{0,30}?\s+to\s+(?P<who>[^.]{3,160})\.|\bcopied\s+(?:this|it)\s+to\s+(?P<whom>[^.]{3,160})\.", re.I)
OUR_REFERENCE = re.compile(r"(?:Our|My|PCC)?\s*Ref(?:erence)?(?:\s+No)?\s*[:.]+\s*(?P<ref>\S.*)", re.I)
YOURS = re.compile(r"Your\s+Ref", re.I)


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
