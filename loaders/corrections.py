"""A person's corrections of what the rules read: each of one letter, with its reason, and only while the letter's words are the same.

`records/corrections/*.tsv` has the columns `letter` (SHA-256 of the letter's words, `peelgraph read` shows it), `what` (`date`, `force`,
`author.name`, `finding`, `response`, `judgement`, …), `start`, `end` (the quote that is meant, for a thing within the letter), `do`
(`set`, `add`, `drop`), `value` (JSON: the new value, or the fields that change; none where something is dropped), `reason`, `by`, `on`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from loaders import letter as nouns
from loaders.correction_rows import LISTS, PARTIES, PLAIN, Correction, CorrectionError, read_corrections
from loaders.letter import Letter, Quote

__all__ = ["Correction", "CorrectionError", "correct", "read_corrections", "unused"]


def correct(letter: Letter, corrections: Iterable[Correction]) -> Letter:
    """The letter with the corrections that are of its words, each named in `letter.corrections`."""
    from loaders.extract import words_digest

    mine = list(corrections)
    digest = words_digest(letter) if mine else ""
    for correction in (c for c in mine if c.letter == digest):
        letter = replace(_apply(letter, correction), corrections=(*letter.corrections, correction.slug))
    return letter


def _apply(letter: Letter, correction: Correction) -> Letter:
    what, _, part = correction.what.partition(".")
    value = None if correction.do == "drop" else correction.value
    if what in PLAIN or (what in PARTIES and correction.do == "drop" and not part):
        return replace(letter, **{what: value})
    if what in PARTIES:
        party = getattr(letter, what) or nouns.Party(name="")
        return replace(letter, **{what: replace(party, **{part or "name": value})})
    return _in_list(letter, correction, *LISTS[what])


def _in_list(letter: Letter, correction: Correction, name: str, noun: type) -> Letter:
    """Set, add or drop the thing whose quote stands at the correction's offsets, relative to the letter's start."""
    quote = _quote(letter, correction, [correction.start, correction.end])
    things = getattr(letter, name)
    if correction.do == "add":
        return replace(letter, **{name: (*things, _made(noun, correction.value, quote, len(things)))})
    meant = [thing for thing in things if (thing.quote.start, thing.quote.end) == (quote.start, quote.end)]
    if not meant:
        raise CorrectionError(
            f"{correction.place}: the letter has no {correction.what} at {correction.start}–{correction.end}. Look at `peelgraph read --no-corrections`."
        )
    changed = {} if correction.do == "drop" else {id(meant[0]): _changed(meant[0], correction, letter)}
    return replace(letter, **{name: tuple(changed.get(id(t), t) for t in things if t is not meant[0] or changed)})


def _quote(letter: Letter, correction: Correction, span: list[int | None]) -> Quote:
    """The words at offsets of the letter, which must lie in it."""
    first, last = (letter.start + (offset or 0) for offset in span)
    if last > letter.end:
        raise CorrectionError(f"{correction.place}: {span[0]}–{span[1]} lies beyond the letter's end, {letter.end - letter.start}.")
    return letter.document.quote(first, last)


def _changed(thing: Any, correction: Correction, letter: Letter) -> Any:
    """The thing with some fields set; `quote: [start, end]` moves its words."""
    value = {k: _quote(letter, correction, v) if k == "quote" else tuple(v) if isinstance(v, list) else v for k, v in correction.value.items()}
    return replace(thing, **value)


def _made(noun: type, value: dict[str, Any], quote: Quote, count: int) -> Any:
    """A new thing; an `id` is given where the noun has one."""
    value = {k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}
    if any(f.name == "id" for f in fields(noun)):
        value.setdefault("id", f"{noun.__name__[0].lower()}c{count + 1}")
    return noun(quote=quote, **value)


def unused(letters: Iterable[Letter], corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections that no letter took: its words have changed, or it is no longer there."""
    taken = {name for letter in letters for name in letter.corrections}
    return [correction for correction in corrections if correction.slug not in taken]
