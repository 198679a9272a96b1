"""Corrections as they are written: each row checked against the nouns that it corrects, before any letter is touched."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from knowledge.dates import interval
from loaders import letter as nouns

__all__ = ["LISTS", "PARTIES", "PLAIN", "Correction", "CorrectionError", "read_corrections"]

COLUMNS = ("letter", "what", "start", "end", "do", "value", "reason", "by", "on")
LISTS: dict[str, tuple[str, type]] = {
    "finding": ("findings", nouns.Finding),
    "response": ("responses", nouns.Response),
    "judgement": ("judgements", nouns.Judgement),
    "report": ("reports", nouns.Report),
    "claim": ("claims", nouns.Claim),
}
PLAIN = ("date", "force", "reference", "comments_published")
PARTIES = ("author", "addressee")
DATES = ("date", "comments_published", "published", "due")
INTERVALS = ("inspected",)
GIVEN = ("id", "quote")  # an added thing gets these without its row


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


def read_corrections(folder: Path) -> list[Correction]:
    """Every correction of a folder. Raises `CorrectionError`."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                raise CorrectionError(f"{path.name}: the columns are {', '.join(rows.fieldnames or ())}; they must be {', '.join(COLUMNS)}.")
            found += [_row(row, f"{path.stem}-{number}") for number, row in enumerate(rows, 2)]
    return found


def _row(row: dict[str, str], place: str) -> Correction:
    fault = next(_faults_of_columns(row), None)
    if fault:
        raise CorrectionError(f"{place}: {fault}")
    try:
        span = [int(row[name]) if row.get(name) else None for name in ("start", "end")]
        value = json.loads(row["value"]) if row.get("value") else None
    except ValueError as error:
        raise CorrectionError(f"{place}: {error}. Start and end are whole numbers, the value is JSON.") from error
    correction = Correction(row["letter"], row["what"], span[0], span[1], row["do"], value, row["reason"], row["by"], row["on"], place)
    fault = next(_faults(correction), None)
    if fault:
        raise CorrectionError(f"{place}: {fault}")
    return correction


def _faults_of_columns(row: dict[str, str]) -> Iterator[str]:
    if None in row:
        yield f"the row has more than {len(COLUMNS)} columns."
    lacking = [name for name in ("letter", "what", "do", "reason", "by", "on") if not row.get(name)]
    if lacking:
        yield f"the column '{lacking[0]}' is empty. A correction says what, why, who and when."


def _faults(correction: Correction) -> Iterator[str]:
    """What is wrong with a row, in sentences; the first is told."""
    what, dot, part = correction.what.partition(".")
    if what not in (*LISTS, *PLAIN, *PARTIES) or correction.do not in _doings(what):
        yield (
            f"'{correction.do} {correction.what}' is not a correction. Set or drop one of {', '.join(PLAIN)}, author.name, addressee.name;"
            f" set, add or drop one of {', '.join(LISTS)}."
        )
    yield from _faults_of_date("on", correction.on)
    if what in LISTS:
        yield from _faults_of_thing(correction, part or dot)
    elif what in PARTIES:
        yield from _faults_of_party(correction, part if dot else "name")
    elif dot:
        yield f"'{correction.what}' has no parts. Write {what}."
    else:
        yield from _faults_of_text(correction, what)


def _doings(what: str) -> tuple[str, ...]:
    return ("set", "add", "drop") if what in LISTS else ("set", "drop")


def _faults_of_text(correction: Correction, field: str) -> Iterator[str]:
    """A field with a text of its own; dropped, it is not known."""
    if correction.do == "drop":
        return
    if not isinstance(correction.value, str) or not correction.value.strip():
        yield f'the value of {correction.what} is a text in JSON, such as "…". To say that it is not known, drop it.'
    yield from _faults_of_date(field, correction.value)


def _faults_of_party(correction: Correction, part: str) -> Iterator[str]:
    known = [field.name for field in fields(nouns.Party) if field.name != "quote"]
    if part not in known:
        yield f"'{correction.what}' is not known. After the dot stands one of {', '.join(known)}."
    if correction.do == "drop" and "." in correction.what and not _fits(None, get_type_hints(nouns.Party)[part]):
        yield f"{correction.what} cannot be dropped. Set it, or drop {correction.what.partition('.')[0]}."
    yield from _faults_of_text(correction, part)


def _faults_of_thing(correction: Correction, part: str) -> Iterator[str]:
    """A thing of a list: its place, and an object with the fields that its noun has."""
    what = correction.what.partition(".")[0]
    if part:
        yield f"'{correction.what}' is not known. Write {what}, and its fields in the value: {{\"…\": …}}."
    if not _is_span([correction.start, correction.end]):
        yield f"start and end must say where the quote of the {what} stands in its letter."
    if correction.do == "drop":
        return
    if not isinstance(correction.value, dict) or not correction.value:
        yield f"the value of a {what} is a JSON object with its fields: {{\"…\": …}}."
    yield from _faults_of_fields(LISTS[what][1], correction.value, correction.do)


def _faults_of_fields(noun: type, value: dict[str, Any], do: str) -> Iterator[str]:
    hints = get_type_hints(noun)
    known = [name for name in hints if name != "quote" or do == "set"]
    for name, said in value.items():
        if name not in known:
            yield f"a {noun.__name__.lower()} has no '{name}' to {do}. It has {', '.join(known)}."
        if not (_is_span(said) if name == "quote" else _fits(said, hints[name])):
            yield f"'{name}' cannot be {json.dumps(said, ensure_ascii=False)}."
        yield from _faults_of_date(name, said)
    needed = [field.name for field in fields(noun) if field.default is MISSING and field.default_factory is MISSING and field.name not in GIVEN]
    lacking = [name for name in needed if do == "add" and name not in value]
    if lacking:
        yield f"an added {noun.__name__.lower()} needs '{lacking[0]}'."


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value of JSON may stand in a field of this type."""
    if get_origin(hint) is UnionType:
        return any(_fits(value, part) for part in get_args(hint))
    if get_origin(hint) is tuple:
        return isinstance(value, list) and all(isinstance(part, str) for part in value)
    return type(value) is hint


def _is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value) and 0 <= value[0] < value[1]


def _faults_of_date(field: str, value: Any) -> Iterator[str]:
    """A date is one of the calendar; only an inspection may take from one day to another."""
    if value is None or field not in (*DATES, *INTERVALS, "on"):
        return
    try:
        days = interval(value)
    except ValueError as error:
        yield str(error)
        return
    if days == (None, None) or ("/" in value and field not in INTERVALS):
        yield f"'{value}' is not a date. Write 2014, 2014-10 or 2014-10-02."
