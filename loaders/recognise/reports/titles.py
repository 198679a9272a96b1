"""Titles of the reports that a letter answers: from its subject lines, else from its opening sentences."""

from __future__ import annotations

import re

from loaders.recognise import names
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.fields import field_of
from loaders.recognise.reports.headings import announced, over_parts
from loaders.recognise.reports.opening import in_opening, later_named
from loaders.recognise.reports.printed import Title, telling_words
from loaders.recognise.reports.shapes import is_shaped
from loaders.recognise.reports.subject import of_subject
from loaders.recognise.words import GRADES

__all__ = ["titles"]

VERBS = r"has|have|had|is|are|was|were|will|would|should|must|did|does|found|finds|gave|gives|given|made|makes|said|says|saw|set|notes|told|took|undertook|concludes|identifies|recommends|highlights|considers|reports that"
PAPER = r"(?:inspections?|re-?visits?|visits?|reports?|reviews?|stud(?:y|ies)|assessments?|policing|crimes?|response)"
TOLD = re.compile(rf"(?:also\s+|now\s+|again\s+|recently\s+)?(?:(?:{VERBS}|[a-z]+ed(?!\s+(?:\w+\s+)?{PAPER}\b))\b|(?i:re-?graded|graded|judged|rated|assessed)\b)")
ANSWERS_ONE = re.compile(
    r"\babove\b|publi(?:sh|c\s?ation)|\b(?:released|issued|came\s+out|appeared)\b|\b(?:this|the|joint|national)\s+(?:report|inspection|study)\b|recommend|areas?\s+for\s+improvement|\bAFIs?\b|causes?\s+of\s+concern|\bgraded\b|\binspectors?\s+(?:found|sa(?:y|id)|find)|section\s+55",
    re.I,
)
SEVERAL = re.compile(r"(?:two|three|four|both|\d)\s+(?:\w+\s+){0,2}(?:reports|inspections|publications)\b", re.I)
A_FORCE = re.compile(rf"{names.PLACE}\s+(?:Police(?:\s+(?:Service|Force))?|Constabulary)")
GRADED = re.compile(rf"\b(?:{GRADES}|requir\w+\s+improvement)['\"]?\s+(?:at|for)\b", re.I)


def titles(anatomy: Anatomy) -> list[Title]:
    """Every title answered, in order, each once."""
    found = _over_or_in_opening(anatomy)
    found = _distinct(found + _named(over_parts(anatomy, found)))
    return _distinct(found + later_named(anatomy, announced(anatomy) - len(found))) if found else found


def _over_or_in_opening(anatomy: Anatomy) -> list[Title]:
    found = _named(of_subject(anatomy))
    if found and not _is_shaped(found, anatomy) and not _answers_one(anatomy):
        found = []
    said = _named(in_opening(anatomy))
    if len(found) < len(said) <= announced(anatomy) and all(is_shaped(title.words) for title in said):
        return _distinct(said)
    if any(len(telling_words(title.words)) > 2 for title in found) and (_is_shaped(found, anatomy) or not said or not is_shaped(said[0].words)):
        return _distinct(found)
    return _distinct(said if said and (not found or _tells_more(said[0], found, anatomy)) else found)


def _tells_more(said: Title, found: list[Title], anatomy: Anatomy) -> bool:
    """Whether the opening has all the words of a short subject, or a name where the subject is only a matter (`Hate crime`)."""
    is_matter = not _is_shaped(found, anatomy) and said.words[:1].isupper()
    return is_matter or telling_words(said.words) >= telling_words(found[0].words)


def _answers_one(anatomy: Anatomy) -> bool:
    """Whether the letter asks for a report by a label or speaks of one as of what it answers."""
    labels = (field_of(line.text) and re.match(r"(?:name|title)\s+of|report|inspection|publication", line.text, re.I) for line in anatomy.head)
    return any(labels) or bool(ANSWERS_ONE.search(anatomy.flat, anatomy.body_start))


def _is_shaped(found: list[Title], anatomy: Anatomy) -> bool:
    """Whether a line over the letter is a report's name by its quotation marks or its words, and not only a matter."""
    return any(is_shaped(title.words) or anatomy.flat[max(0, title.start - 1) : title.start] in ("'", '"') for title in found)


def _named(found: list[Title]) -> list[Title]:
    """Without what says something of a force: it begins with a verb (`graded Surrey Police as …`) or gives a grade for something."""
    said = [title for title in found if not SEVERAL.match(title.words) and not TOLD.match(title.words) and not GRADED.search(title.words)]
    return [title for title in said if is_shaped(title.words) or not A_FORCE.fullmatch(names.calm(title.words))]


def _distinct(found: list[Title]) -> list[Title]:
    seen: dict[str, Title] = {}
    for title in found:
        seen.setdefault(re.sub(r"\W+", " ", title.words.lower()).strip(), title)
    return list(seen.values())
