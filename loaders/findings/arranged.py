"""What follows an announcement of findings, told by its structure: marks, headings, a count, answers between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.findings.headings import has_role
from loaders.findings.likely import is_quotation, looks_answering, looks_found
from loaders.findings.lists import is_answer, is_number
from loaders.findings.reading import Reading
from loaders.findings.wording.leads import Lead, lead

__all__ = ["arranged"]

FARTHEST = 60  # blocks after an announcement that may belong to it
BRACKETED = re.compile(r"\([^()]{5,200}\)\.?")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Roles = dict[int, bool]
"""For each block that belongs to an announcement, whether it states a finding; else it answers the one before."""


def arranged(reading: Reading, i: int, told: Lead, here: bool) -> Roles:
    """Which blocks after block `i` state what it announces, and which answer; none where their form does not tell."""
    after = reading.after(i)
    if after is None:
        return {}
    if BRACKETED.fullmatch(reading.text[after.start : after.end]) and after.kind != "item":
        return arranged(reading, i + 1, told, here)
    if after.kind == "item":
        return _marked(reading, i + 1, told)
    if after.kind == "heading" and not after.label:
        return _under_topics(reading, i + 1, told, here)
    return _in_paragraphs(reading, i + 1, told, here)


def _marked(reading: Reading, first: int, told: Lead) -> Roles:
    """List lines of one mark and depth, each with its answer below, or as many as were announced."""
    heads = list(_heads(reading, first, told.n))
    alternating = len(heads) > 1 and all(b - a > 1 for a, b in pairwise(heads))
    if any(reading.low((reading.blocks[j].start, reading.blocks[j].end)).endswith(":") for j in heads):
        return {}
    if told.n and len(heads) == told.n > 1 and (alternating or _are_all_found(reading, heads)):
        return _with_answers(reading, heads)
    return _with_answers(reading, heads) if alternating and len(heads) > 1 and not told.n else {}


def _are_all_found(reading: Reading, heads: list[int]) -> bool:
    return not any(is_answer(reading.low((reading.blocks[j].start, reading.blocks[j].end))) for j in heads)


def _heads(reading: Reading, first: int, most: int | None) -> Iterator[int]:
    """The lines that go on with the marks of the first, whatever stands between; `most`: so many."""
    opening = reading.blocks[first]
    mark, given = opening.mark, 0
    for j in range(first, min(len(reading.blocks), first + FARTHEST)):
        block = reading.blocks[j]
        if (most and given == most) or _ends(reading, j) or (block.kind == "item" and block.depth < opening.depth):
            return
        if block.kind == "item" and block.depth == opening.depth and block.mark == mark:
            yield j
            given, mark = given + 1, _next(mark)


def _ends(reading: Reading, j: int) -> bool:
    """A heading that is none of answers, a label of a finding, or a paragraph that announces another list."""
    block = reading.blocks[j]
    if block.kind == "heading":
        return not has_role(block, "response")
    after = reading.after(j)
    leads = block.kind == "paragraph" and after is not None and after.kind == "item" and reading.low((block.start, block.end)).endswith(":")
    return has_role(block, "finding") or leads


def _next(mark: str) -> str:
    """The list mark after this one; bullets stay the same."""
    if mark.isdigit():
        return str(int(mark) + 1)
    if is_number(mark) and mark in LETTERS[:-1] and mark != "i":
        return LETTERS[LETTERS.index(mark) + 1]
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    return roman[roman.index(mark) + 1] if mark in roman[:-1] else mark


def _with_answers(reading: Reading, heads: list[int]) -> Roles:
    """The blocks between are answers; after the last, as long as they look like it."""
    roles = dict.fromkeys(range(heads[0], heads[-1] + 1), False) | dict.fromkeys(heads, True)
    between = max((b - a for a, b in pairwise(heads)), default=1)
    for j in range(heads[-1] + 1, min(heads[-1] + between, len(reading.blocks))):
        if _ends(reading, j) or not (looks_answering(reading, reading.blocks[j]) or reading.blocks[j].kind == "heading"):
            break
        roles[j] = False
    return roles


def _under_topics(reading: Reading, first: int, told: Lead, here: bool) -> Roles:
    """Headings, each over its finding or over list lines; as many findings as were announced, else all that say what should be."""
    near = range(first, min(len(reading.blocks), first + FARTHEST))
    tops = [j for j in near if reading.blocks[j].kind == "heading" and not has_role(reading.blocks[j], "response")]
    if told.n and len(tops) >= told.n and all(_is_answered(reading, top) for top in tops[: told.n]):
        return _with_answers(reading, tops[: told.n])
    heads: list[int] = []
    for top in tops:
        found = [] if reading.blocks[top].label or (told.n and len(heads) >= told.n) else _below_topic(reading, top, told)
        if not found:
            break
        heads += found
    if (told.n and len(heads) != told.n) or not (told.n or (here and len(heads) > 1)):
        return {}
    return _with_answers(reading, heads)


def _is_answered(reading: Reading, top: int) -> bool:
    """A heading of some words that names a matter, and is itself the finding that the paragraph below it answers."""
    block, below = reading.blocks[top], reading.after(top)
    words = reading.low((block.start, block.end))
    named = block.label is None and len(words.split()) > 1 and not words.endswith("?") and lead(words, heading=True) is None
    return named and below is not None and below.kind == "paragraph" and not looks_found(reading, below) and looks_answering(reading, below)


def _below_topic(reading: Reading, top: int, told: Lead) -> list[int]:
    """The findings under one heading; where nobody counted, only list lines that say what should be."""
    below = reading.after(top)
    if below is None:
        return []
    heads = [*_heads(reading, top + 1, None)] if below.kind == "item" else [top + 1] if told.n else []
    forms = [looks_found(reading, reading.blocks[j]) for j in heads]
    return heads if all(form == "asked" or (form and told.n) for form in forms) else []


def _in_paragraphs(reading: Reading, first: int, told: Lead, here: bool) -> Roles:
    """As many paragraphs as were announced that look like findings, with or without answers between; two at least where nobody counted."""
    forms = dict(_forms(reading, first, told.n))
    heads = [*forms]
    if len(heads) < 2 or heads[0] != first or (told.n and len(heads) != told.n):
        return {}
    return _with_answers(reading, heads) if _is_sure(reading, heads, set(forms.values()), told, here) else {}


def _forms(reading: Reading, first: int, most: int | None) -> Iterator[tuple[int, str]]:
    """The blocks that look like findings, and by what, as far as all between them look like answers."""
    given = 0
    for j in range(first, min(len(reading.blocks), first + FARTHEST)):
        block = reading.blocks[j]
        form = looks_found(reading, block) if block.kind != "heading" else None
        if _ends(reading, j) or given == most or not (form or block.kind == "heading" or looks_answering(reading, block)):
            return
        if form:
            yield j, form
            given += 1


def _is_sure(reading: Reading, heads: list[int], forms: set[str], told: Lead, here: bool) -> bool:
    """Findings in a row without answers are sure if they say what should be, or are said to come next."""
    gaps = [b - a > 1 for a, b in pairwise(heads)]
    if all(gaps) or is_quotation(reading.low((reading.blocks[heads[0]].start, reading.blocks[heads[0]].end))):
        return bool(told.n) or "lacking" not in forms or here
    listed = reading.low((reading.blocks[heads[0] - 1].start, reading.blocks[heads[0] - 1].end)).endswith(":")
    return not any(gaps) and here and (bool(told.n) or listed or "lacking" not in forms)
