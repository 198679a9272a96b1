"""The index as a file beside its generation, so that a start reads it back and works nothing out: columns of JSON, never code.

A file that is missing, broken, of another graph or of another program is passed over, and the index is made from the store.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from typing import Any

import orjson

from knowledge import things

__all__ = ["NAME", "read_index", "write_index"]

NAME = "index.json"
FEW = 4  # a column of strings with this many rows or more for each of its words is written as words and their places
ByType = dict[type, list[Any]]
Column = list[Any]
# What a file of a hostile or damaged store can make go wrong while it is read.
BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


@cache
def _program() -> str:
    """The digest of what makes an index: another program may fill other fields."""
    return sha256(b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()


def write_index(path: Path, digest: str, by_type: ByType) -> None:
    """Write the records of a graph of this digest, each list in its order."""
    ordered = {cls: by_type[cls] for cls in sorted(by_type, key=lambda cls: cls.__name__)}
    number = {id(record): place for place, record in enumerate((one for some in ordered.values() for one in some), 1)}
    types = [[cls.__name__, len(some), _columns(cls, some, number)] for cls, some in ordered.items()]
    body = orjson.dumps({"program": _program(), "digest": digest, "types": types})
    path.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)


def read_index(path: Path, digest: str) -> ByType | None:
    """The records by type, or nothing where the file is not the index of this graph and program."""
    try:
        check, _, body = path.read_bytes().partition(b"\n")
        held = orjson.loads(body) if sha256(body).hexdigest().encode() == check else {}
        if (held.get("program"), held.get("digest")) != (_program(), digest):
            return None
        return _records(held["types"])
    except BROKEN:
        return None


def _columns(cls: type, some: Sequence[Any], number: dict[int, int]) -> dict[str, Column]:
    return {field.name: _column([getattr(record, field.name) for record in some], number) for field in fields(cls)}


def _column(values: list[Any], number: dict[int, int]) -> Column:
    """How the values are written, and they."""
    kinds = {type(value) for value in values} - {type(None)}
    if kinds <= {str}:
        return _strings(values)
    if all(issubclass(kind, things.Thing) for kind in kinds):
        return ["thing", [number[id(value)] if value is not None else 0 for value in values]]
    if kinds == {list} and all(isinstance(part, things.Thing) for value in values for part in value or ()):
        return ["things", [value and [number[id(part)] for part in value] for value in values]]
    if kinds <= {int, float, bool} or (kinds == {list} and all(isinstance(part, (str, int)) for value in values for part in value or ())):
        return ["plain", values]
    return ["deep", [_deep(value, number) for value in values]]


def _strings(values: list[Any]) -> Column:
    words = list(dict.fromkeys(values))
    if len(words) * FEW > len(values):
        return ["plain", values]
    place = {word: number for number, word in enumerate(words)}
    return ["words", [words, [place[value] for value in values]]]


def _deep(value: Any, number: dict[int, int]) -> Any:
    """Lists, tuples and dicts that hold things: a thing is written as `{"": its number}`, a tuple as `{"()": […]}`."""
    if isinstance(value, things.Thing):
        return {"": number[id(value)]}
    if isinstance(value, tuple):
        return {"()": [_deep(part, number) for part in value]}
    if isinstance(value, dict):
        return {name: _deep(part, number) for name, part in value.items()}
    return [_deep(part, number) for part in value] if isinstance(value, list) else value


def _shallow(value: Any, everything: Sequence[Any]) -> Any:
    """`_deep` undone."""
    if isinstance(value, list):
        return [_shallow(part, everything) for part in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {""}:
        return everything[value[""]]
    inner = {name: _shallow(part, everything) for name, part in value.items()}
    return tuple(inner["()"]) if inner.keys() == {"()"} else inner


READ: dict[str, Callable[[Any, Sequence[Any]], Iterable[Any]]] = {
    "plain": lambda held, everything: held,
    "words": lambda held, everything: map(held[0].__getitem__, held[1]),
    "thing": lambda held, everything: map(everything.__getitem__, held),
    "things": lambda held, everything: ([everything[number] for number in value] for value in held),
    "deep": lambda held, everything: (_shallow(value, everything) for value in held),
}


def _records(types: list[Any]) -> ByType:
    """Every record first, then what it holds: things lead to one another in circles."""
    by_type: ByType = {_class(name): list(map(object.__new__, repeat(_class(name), _rows(columns["id"], count)))) for name, count, columns in types}
    everything = [None, *(record for some in by_type.values() for record in some)]
    for name, _, columns in types:
        _fill(_class(name), by_type[_class(name)], columns, everything)
    return by_type


def _rows(ids: Column, count: int) -> int:
    """As many as there are ids, before any is made. Raises `ValueError` where another number is told."""
    if len(ids[1]) != count or not all(isinstance(one, str) for one in ids[1]):
        raise ValueError(count)
    return count


def _class(name: str) -> type:
    """Raises `ValueError` for what is no class of records."""
    cls = getattr(things, name, None) if name in things.__all__ else None
    if not (isinstance(cls, type) and issubclass(cls, things.Thing)):
        raise ValueError(name)
    return cls


def _fill(cls: type, some: list[Any], columns: dict[str, Column], everything: Sequence[Any]) -> None:
    """Set every field of every record. Raises `ValueError` where one is missing."""
    for field in fields(cls):
        way, held = columns[field.name]
        put = getattr(cls, field.name).__set__
        deque(map(put, some, _as_many(some, READ[way](held, everything))), maxlen=0)  # the fastest way to call something for each


def _as_many(some: list[Any], values: Iterable[Any]) -> list[Any]:
    found = list(values)
    if len(found) != len(some):
        raise ValueError("A column has another length.")
    return found
