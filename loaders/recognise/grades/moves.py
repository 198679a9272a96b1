"""Grades that changed: `moved from requires improvement to good`, `up to good`; the one left behind is an earlier year's."""

from __future__ import annotations

import re

from loaders.recognise.grades.cells import ANY

__all__ = ["BECAME", "hoped_for", "left_behind"]

NOUN = r"(?:grad(?:e|ing)|rating|judge?ment|category)"
GRADED = rf"(?:(?:an?|the|being|its|our|previous|overall|{NOUN}|of|graded|rated|judged|as)\s+)*['\"(]*"
ASIDE = r"(?:\s+\([^()]{2,30}\)|\s+(?:in|for|at|last|the|one|two|three|four|a)\s+[^,;.:]{2,40}?)?"
FROM_TO = re.compile(rf"\bfrom\s+{GRADED}(?P<first>{ANY})['\")]*(?:\s+{NOUN})?{ASIDE},?\s+(?:(?:straight|up|down|back|right|all\s+the\s+way)\s+)*(?:to|into)\s+{GRADED}(?P<second>{ANY})\b", re.I)
ARROW = re.compile(rf"\b(?P<first>{ANY})['\"]?\s*(?:->|→|=>|>)\s*['\"]?(?P<second>{ANY})\b", re.I)
WAY = r"(?:us|it|them|the\s+force|the\s+constabulary|up|down|back|again|one\s+grade|a\s+grade|this\s+(?:year|time)|further)"
CHANGED = r"(?:(?:up|down|re-?)grad|rais|improv|mov|ris|rose|slip|f[ae]ll|drop|lift|promot|relegat|demot|gone|went|declin|slid|climb|advanc|return|revert)\w*"
BECAME = re.compile(rf"\b{CHANGED}\s+(?:{WAY}\s+)*to\s+(?:(?:an?|the|being|overall)\s+)*['\"]?$", re.I)
HOPED = re.compile(r"\b(?:must|should|can|could|need\w*|have|has|help\w*|to|let\s+us)\s+(?:(?:to|us|it|the\s+force|now)\s+){0,2}(?:get|move|go|rise|come|take|bring|lift|improve|climb)\b[^.;]{0,60}$", re.I)
SCALE = re.compile(r"\b(?:runs?|rang(?:es?|ed|ing)|var(?:y|ies|ied|ying)|scale)\s+(?:\w+\s+){0,2}$", re.I)


def left_behind(text: str, start: int, end: int) -> tuple[dict[int, int], set[int]]:
    """Where each grade that a force moved from begins, with where that which it moved to does; and all of the latter."""
    moves = {match.start("first"): match.start("second") for form in (FROM_TO, ARROW) for match in form.finditer(text, start, end) if not (HOPED.search(text[start : match.start()]) or SCALE.search(text[start : match.start()]))}
    return moves, set(moves.values())


def hoped_for(text: str, start: int, end: int) -> set[int]:
    """Where both grades of a move begin that is only hoped for: "needs to move from adequate to good"."""
    moves = (match for match in FROM_TO.finditer(text, start, end) if HOPED.search(text[start : match.start()]))
    return {match.start(name) for match in moves for name in ("first", "second")}
