"""A person's corrections of what the rules read: each of one letter, with its reason, and only while the letter's words are the same.

`records/corrections/*.tsv` has the columns `letter` (SHA-256 of the letter's words, `peelgraph read` shows it), `what` (`date`, `force`,
`author.name`, `finding`, `response`, `judgement`, …), `start`, `end` (the quote that is meant, for a thing within the letter), `do`
(`set`, `add`, `drop`), `value` (JSON: the new value, or the fields that change), `reason`, `by`, `on`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from loaders import letter as nouns
from loaders.letter import Letter, Quote

__all__ = ["Correction", "CorrectionError", "correct", "read_corrections", "unused"]

COLUMNS = ("letter", "what", "start", "end", "do", "value", "reason", "by", "on")
LISTS = {
    "finding": ("findings", nouns.Finding),
    "response": ("responses", nouns.Response),
    "judgement": ("judgements", nouns.Judgement),
    "report": ("reports", nouns.Report),
    "claim": ("claims", nouns.Claim),
}
PLAIN = ("date", "force", "reference", "comments_published")
PARTIES = ("author", "addressee")


class CorrectionError(ValueError):
    """A row that cannot be used; the message names file, line and what would be right."""


@dataclass(frozen=True)
class Correction:
    """One row, with the place it stands in."""

    letter: str
    what: str
    start: int | None
    end: int | None
    do: str
    value: Any
    reason: str
    by: str
    on: str
    place: str

    @property
    def slug(self) -> str:
        """Its name in the graph: file and line."""
        return self.place


def _row(row: dict[str, str], place: str) -> Correction:
    lacking = [name for name in ("letter", "what", "do", "reason", "by", "on") if not row.get(name)]
    if lacking:
        raise CorrectionError(f"{place}: the column '{lacking[0]}' is empty. A correction says what, why, who and when.")
    if row["what"].partition(".")[0] not in (*LISTS, *PLAIN, *PARTIES) or row["do"] not in ("set", "add", "drop"):
        raise CorrectionError(
            f"{place}: '{row['do']} {row['what']}' is not a correction. Set one of {', '.join(PLAIN)}, author.name, addressee.name; set, add or drop one of {', '.join(LISTS)}."
        )
    try:
        span = [int(row[name]) if row.get(name) else None for name in ("start", "end")]
        value = json.loads(row["value"]) if row.get("value") else None
    except ValueError as error:
        raise CorrectionError(f"{place}: {error}. Start and end are whole numbers, the value is JSON.") from error
    return Correction(row["letter"], row["what"], span[0], span[1], row["do"], value, row["reason"], row["by"], row["on"], place)


def read_corrections(folder: Path) -> list[Correction]:
    """Every correction of a folder. Raises `CorrectionError`."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                raise CorrectionError(
                    f"{path.name}: the columns are {', '.join(rows.fieldnames or ())}; they must be {', '.join(COLUMNS)}."
                )
            found += [_row(row, f"{path.stem}-{number}") for number, row in enumerate(rows, 2)]
    return found


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
    if what in PLAIN:
        return replace(letter, **{what: correction.value})
    if what in PARTIES:
        party = getattr(letter, what) or nouns.Party(name="")
        return replace(letter, **{what: replace(party, **{part or "name": correction.value})})
    return _in_list(letter, correction, *LISTS[what])


def _in_list(letter: Letter, correction: Correction, name: str, noun: type) -> Letter:
    """Set, add or drop the thing whose quote stands at the correction's offsets, relative to the letter's start."""
    quote = letter.document.quote(letter.start + (correction.start or 0), letter.start + (correction.end or 0))
    things = getattr(letter, name)
    if correction.do == "add":
        return replace(letter, **{name: (*things, _made(noun, correction.value or {}, quote, len(things)))})
    meant = [thing for thing in things if (thing.quote.start, thing.quote.end) == (quote.start, quote.end)]
    if not meant:
        raise CorrectionError(
            f"{correction.place}: the letter has no {correction.what} at {correction.start}–{correction.end}. Look at `peelgraph read --no-corrections`."
        )
    changed = {} if correction.do == "drop" else {id(meant[0]): _changed(meant[0], correction.value, letter)}
    return replace(letter, **{name: tuple(changed.get(id(t), t) for t in things if t is not meant[0] or changed)})


def _changed(thing: Any, value: dict[str, Any], letter: Letter) -> Any:
    """The thing with some fields set; `quote: [start, end]` moves its words."""
    value = {k: tuple(v) if isinstance(v, list) and k != "quote" else v for k, v in value.items()}
    if "quote" in value:
        start, end = value.pop("quote")
        value["quote"] = letter.document.quote(letter.start + start, letter.start + end)
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
