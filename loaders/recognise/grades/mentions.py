"""Which words of a letter are an inspector's grade, and which are praise, a hope or somebody else's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.recognise.grades.alike import is_alike
from loaders.recognise.grades.denied import is_denied
from loaders.recognise.grades.earlier import is_of_before
from loaders.recognise.grades.given import GRADE, HOPED, NO_GRADE, SPAN, canonical, is_grade
from loaders.recognise.grades.moves import hoped_for, left_behind

__all__ = ["OTHER_FORCES", "Mention", "mentions"]

LISTED = re.compile(r"""['")]*\s*(?:,|,?\s*\b(?:or|nor))\s*(?:(?:as|an?)\s+)*['"(]*""", re.I)
OTHER_FORCES = re.compile(r"\b(?:(?:neighbouring|another|other|partner|sister|adjoining)\s+(?:force|constabulary)\s+(?:is|was|has|had)|\w+\s+(?:other\s+)?forces\s+(?:were|was|are|have|had|received|being)|of\s+(?:the\s+)?(?:43|\d+|all)\s+forces|of\s+the\s+forces\s+(?:inspected|visited)|other\s+forces|most\s+forces|one\s+of\s+(?:only\s+)?\w+\s+forces|forces\s+nationally)\b", re.I)
TOGETHER = re.compile(r"""['")]*\s*(?:,|,?\s*\band\b|\bthen\b)\s*(?:an?\s+)?(?:then\s+)?['"(]*""", re.I)
SCALE = re.compile(r"\b(?:one\s+of|scale|four|five|possible|either)\b", re.I)
SIDE_BY_SIDE = 16  # characters between two grades of a scale that is told


@dataclass(frozen=True, slots=True)
class Mention:
    """A grade in a sentence; `is_denied` where the sentence says that it was not given, `is_earlier` where the force moved on from it, `is_reached` where it moved to it."""

    start: int
    end: int
    grade: str
    is_denied: bool = False
    is_earlier: bool = False
    is_reached: bool = False


def mentions(text: str, start: int, end: int) -> list[Mention]:
    """The grades given or denied between `start` and `end`, a sentence; a list of the whole scale gives none."""
    found: list[Mention] = []
    moves, reached = moved = left_behind(text, start, end)
    matches = list(GRADE.finditer(text, start, end))
    for match, is_given in zip(matches, _are_given(text, start, end, matches, moved), strict=True):
        is_next = bool(found) and found[-1].is_denied and bool(LISTED.fullmatch(text, found[-1].end, match.start()))
        if is_next or is_denied(text[start : match.start()], text[match.end() : end]):
            found.append(Mention(*match.span(), canonical(match[0]), is_denied=True))
        elif is_given:
            is_earlier = match.start() in moves or is_of_before(text, start, match)
            found.append(Mention(*match.span(), canonical(match[0]), is_earlier=is_earlier, is_reached=match.start() in reached))
    return [] if _is_scale(text, start, end, found) else found


def _are_given(text: str, start: int, end: int, matches: list[re.Match[str]], moved: tuple[dict[int, int], set[int]]) -> list[bool]:
    """For each grade of a sentence whether it is given: by its own words, by those of the next ("good, good and adequate"), or by standing beside one that is."""
    hoped = hoped_for(text, start, end)
    given = [match.start() not in hoped and (_has_moved(text, start, match.start(), *moved) or is_grade(text, start, end, match)) for match in matches]
    for i in reversed(range(len(matches) - 1)):
        given[i] = given[i] or (given[i + 1] and bool(TOGETHER.fullmatch(text, matches[i].end(), matches[i + 1].start())))
    beside = [any(given) and is_alike(text, start, end, match) and not _is_excluded(text, start, match) for match in matches]
    return [own or by_others for own, by_others in zip(given, beside, strict=True)]


def _is_excluded(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(start, match.start() - SPAN) : match.start()]
    return bool(HOPED.search(before) or NO_GRADE.search(before) or OTHER_FORCES.search(before))


def _is_scale(text: str, start: int, end: int, found: list[Mention]) -> bool:
    """Whether four of the five grades stand side by side, in words that speak of grades that there are."""
    run = [b for a, b in pairwise(found) if b.start - a.end < SIDE_BY_SIDE]
    return len({mention.grade for mention in run} | ({found[0].grade} if found else set())) >= 4 and len(run) >= 3 and bool(SCALE.search(text, start, end))


def _has_moved(text: str, start: int, at: int, moves: dict[int, int], reached: set[int]) -> bool:
    """Whether a grade is one of the two of a move that took place, not of one that is hoped for."""
    first = next((left for left, to in moves.items() if at in (left, to)), None)
    return first is not None and (at in moves or at in reached) and not HOPED.search(text[max(start, first - SPAN) : first])
