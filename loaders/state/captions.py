"""What things are called where a page or a graph shows them: short, sentence-like, made of their own words."""

from __future__ import annotations

import re

from knowledge import dates
from loaders.letter import Judgement, Letter

__all__ = ["clip", "of_judgement", "of_letter"]


def clip(words: str, limit: int = 80) -> str:
    """`words` on one line, cut at a word with an ellipsis when longer than `limit`."""
    line = re.sub(r"\s+", " ", words).strip()
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def of_letter(letter: Letter) -> str:
    """`Letter of John Campion to Amber Rudd, 20 February 2018`."""
    of = f" of {letter.author.name}" if letter.author else ""
    to = f" to {letter.addressee.name}" if letter.addressee else ""
    return f"Letter{of}{to}, {dates.display(letter.date) if letter.date else 'undated'}"


def of_judgement(judgement: Judgement) -> str:
    """`Legitimacy: good`, the question where one is judged."""
    about = judgement.question or (judgement.pillar or "overall").capitalize()
    return clip(f"{about}: {judgement.grade}")
