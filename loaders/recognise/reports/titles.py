"""Titles of the reports that a letter answers: from its subject lines, else from its opening sentences."""

from __future__ import annotations

import re

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.reports.opening import in_opening
from loaders.recognise.reports.printed import Title, telling_words
from loaders.recognise.reports.subject import of_subject

__all__ = ["titles"]


def titles(anatomy: Anatomy) -> list[Title]:
    """Every title answered, in order, each once."""
    found = of_subject(anatomy)
    if any(len(telling_words(title.words)) > 2 for title in found):
        return _distinct(found)
    said = in_opening(anatomy)
    is_fuller = said and (not found or bool(telling_words(said[0].words) >= telling_words(found[0].words)))
    return _distinct(said if is_fuller else found)


def _distinct(found: list[Title]) -> list[Title]:
    seen: dict[str, Title] = {}
    for title in found:
        seen.setdefault(re.sub(r"\W+", " ", title.words.lower()).strip(), title)
    return list(seen.values())
