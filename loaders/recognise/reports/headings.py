"""Titles over the parts of a letter that answers several reports one after the other."""

from __future__ import annotations

import re

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.lines import Kind
from loaders.recognise.reports.printed import Title
from loaders.recognise.reports.shapes import is_shaped, names_none
from loaders.recognise.reports.subject import in_subject
from loaders.recognise.words import NUMBERS

__all__ = ["SEVERAL", "announced", "over_parts"]

SEVERAL = re.compile(r"\b(?P<n>both|two|three|four)\s+(?:of\s+)?(?:\w+\s+){0,3}(?:reports|inspections|publications|studies|reviews|documents)\b", re.I)
REACH = 700  # characters from the subject on in which a letter says how many reports it answers


def announced(anatomy: Anatomy) -> int:
    """How many reports the subject or the opening says that the letter answers; 0 where it does not say."""
    start = min([anatomy.body_start, *(line.start for line in anatomy.subject)])
    said = SEVERAL.search(anatomy.flat, start, min(len(anatomy.flat), anatomy.body_start + REACH))
    return NUMBERS[said["n"].lower().replace("both", "two")] if said else 0


def over_parts(anatomy: Anatomy, found: list[Title]) -> list[Title]:
    """The titles that stand as headings in the body, as many as are announced and not yet found."""
    wanted = announced(anatomy) - len(found)
    if wanted <= 0:
        return []
    lines = [line for line in anatomy.lines[anatomy.body :] if line.kind is Kind.SHORT and line.gap and is_shaped(line.text) and not names_none(line.text)]
    titles = [title for line in lines for title in in_subject(anatomy.flat, line.start, line.end)]
    known = {title.words.lower() for title in found}
    return [title for title in titles if title.words.lower() not in known][:wanted]
