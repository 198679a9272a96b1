"""Names as letters print them: titles dropped, other forms known, one slip of the pen allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from knowledge.terms import slug

__all__ = ["any_of", "distance_at_most_one", "force_key", "misprint_of", "person_key", "person_misprint_of"]

FORCE_WORDS = re.compile(r"^the-|-(police|constabulary|police-service|police-force|force|policing)$")
TITLES = re.compile(
    r"\b(the|rt|right|hon|honourable|honorable|sir|dame|lord|lady|baroness|mrs|mr|ms|miss|dr|prof|professor|cllr|councillor"
    r"|mp|qpm|kpm|obe|mbe|cbe|qc|kc|ba|bsc|ma|msc|llb|pcc|pfcc|hmi|hmcic|acc|dcc|cc|chief constable|home secretary"
    r"|police and crime commissioner|commissioner)\b\.?",
    re.I,
)
# Shorter names are too near to one another: Wessex is no misprint of Essex.
SHORTEST_TO_MEND = 7
SHORTEST_SURNAME = 6


def force_key(text: str) -> str:
    """`the West Mercia force`, `West Mercia Police's` and `west-mercia` have one key."""
    key = slug(re.sub(r"['’]s\b", "", text).replace("&", " and "))
    while (shorter := FORCE_WORDS.sub("", key)) != key:
        key = shorter
    return key


def person_key(text: str) -> str:
    """A person's name without titles and honours: `Rt Hon Amber Rudd MP` is `amber-rudd`."""
    return slug(TITLES.sub(" ", text.replace("-", " ")))


def misprint_of(key: str, known: Mapping[str, str], not_these: Iterable[str] = ()) -> str | None:
    """The one known key that `key` misses by one slip (a letter too many, too few, another, or two exchanged)."""
    if len(key) < SHORTEST_TO_MEND or key in not_these:
        return None
    near = {known[k] for k in known if k[0] == key[0] and distance_at_most_one(key, k)}
    return near.pop() if len(near) == 1 else None


def person_misprint_of(key: str, known: Mapping[str, str]) -> str | None:
    """The one known person whose given name or surname is one slip away, the other being the same.

    Short surnames are not mended, nor a first letter: Andy Barker is not Andy Parker.
    """
    given, _, surname = key.rpartition("-")
    near = set()
    for other, person in known.items():
        their_given, _, their_surname = other.rpartition("-")
        if len(surname) < SHORTEST_SURNAME or surname[0] != their_surname[0] or given[:1] != their_given[:1]:
            continue
        slips = (given != their_given) + (surname != their_surname)
        if slips == 1 and distance_at_most_one(given, their_given) and distance_at_most_one(surname, their_surname):
            near.add(person)
    return near.pop() if len(near) == 1 else None


def distance_at_most_one(a: str, b: str) -> bool:
    """Whether one edit makes `b` of `a` (Damerau): `merica` and `mercia` differ by one exchange."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    exchanged = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return exchanged or rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]


def any_of(printed: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these names, longest first, whole words only."""
    longest_first = sorted(set(printed), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
