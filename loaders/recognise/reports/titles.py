"""Titles of the reports that a letter answers: from its subject lines, else from its opening sentences."""

from __future__ import annotations

import re

from loaders.recognise import names
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.reports.opening import in_opening
from loaders.recognise.reports.printed import Title, telling_words
from loaders.recognise.reports.shapes import is_shaped
from loaders.recognise.reports.subject import of_subject

__all__ = ["titles"]

VERBS = r"has|have|had|is|are|was|were|will|would|should|must|did|does|found|finds|gave|gives|given|made|makes|said|says|saw|set|notes|told|took|undertook|concludes|identifies|recommends|highlights|considers|reports that"
PAPER = r"(?:inspections?|re-?visits?|visits?|reports?|reviews?|stud(?:y|ies)|assessments?|policing|crimes?|response)"
TOLD = re.compile(rf"(?:also\s+|now\s+|again\s+|recently\s+)?(?:(?:{VERBS}|[a-z]+ed(?!\s+(?:\w+\s+)?{PAPER}\b))\b|(?i:re-?graded|graded|judged|rated|assessed)\b)")
A_FORCE = re.compile(rf"{names.PLACE}\s+(?:Police(?:\s+(?:Service|Force))?|Constabulary)")
GRADED = re.compile(r"\b(?:outstanding|good|adequate|inadequate|requir\w+\s+improvement)['\"]?\s+(?:at|for)\b", re.I)


def titles(anatomy: Anatomy) -> list[Title]:
    """Every title answered, in order, each once."""
    found = _named(of_subject(anatomy))
    if any(len(telling_words(title.words)) > 2 for title in found):
        return _distinct(found)
    said = _named(in_opening(anatomy))
    is_fuller = said and (not found or bool(telling_words(said[0].words) >= telling_words(found[0].words)))
    return _distinct(said if is_fuller else found)


def _named(found: list[Title]) -> list[Title]:
    """Without what says something of a force: it begins with a verb (`graded Surrey Police as …`) or gives a grade for something."""
    said = [title for title in found if not TOLD.match(title.words) and not GRADED.search(title.words)]
    return [title for title in said if is_shaped(title.words) or not A_FORCE.fullmatch(names.calm(title.words))]


def _distinct(found: list[Title]) -> list[Title]:
    seen: dict[str, Title] = {}
    for title in found:
        seen.setdefault(re.sub(r"\W+", " ", title.words.lower()).strip(), title)
    return list(seen.values())
