"""What an answer says in words about itself: what letters call things, and who checked the links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from knowledge import things

__all__ = ["KIND_WORDS", "notes", "number_word"]

KIND_WORDS = {
    "area_for_improvement": ("area for improvement", "areas for improvement"),
    "recommendation": ("recommendation", "recommendations"),
    "cause_of_concern": ("cause of concern", "causes of concern"),
    "concern": ("concern", "concerns"),
}
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
Group = list[things.Finding]


def number_word(n: int) -> str:
    """`two`, `11`."""
    return NUMBERS[n] if n < len(NUMBERS) else str(n)


def counted(n: int, kind: str) -> str:
    """`1 recommendation`, `10 concerns`."""
    return f"{n} {KIND_WORDS[kind][n != 1]}"


def notes(year: int, kinds: Sequence[str], groups: Sequence[Group], rows: Sequence[things.Lineage]) -> list[str]:
    """The notes of an answer about the findings of `year`. `groups` are those of any kind that meet its other conditions, each once."""
    return [note for note in (*_kinds_missing(year, kinds, groups), _checked(rows)) if note]


def _kinds_missing(year: int, kinds: Sequence[str], groups: Sequence[Group]) -> Iterable[str]:
    if not groups:
        return [f"The letters that we hold name no finding of {year} that meets these conditions."]
    present = Counter(group[0].kind for group in groups)
    asked = [kind for kind in (kinds or ["area_for_improvement"]) if not any(f.kind == kind for group in groups for f in group)]
    return [_missing(year, kind, present, groups) for kind in asked]


def _missing(year: int, kind: str, present: Counter[str], groups: Sequence[Group]) -> str:
    total = len(groups)
    of_each = " and ".join(_listed([counted(n, k) for k, n in sorted(present.items(), key=lambda pair: (-pair[1], pair[0]))]))
    words = Counter(f.word.lower() for group in groups for f in group[:1] if f.word)
    called = ", ".join(f"“{word}” ({n})" for word, n in sorted(words.items(), key=lambda pair: (-pair[1], pair[0])))
    unnamed = sum(1 for group in groups if not group[0].word)
    theirs = (
        f" The letters' own words: {called}" + (f"; {unnamed} bear{'s' if unnamed == 1 else ''} no such word." if unnamed else ".")
        if called
        else ""
    )
    by_any = f"By any name there {'is' if total == 1 else 'are'} {total}: {of_each}."
    return f"No letter calls these findings of {year} {KIND_WORDS[kind][1]}. {by_any}{theirs}"


def _listed(parts: list[str]) -> list[str]:
    """`a, b` and `c`, to be joined by a word."""
    return [", ".join(parts[:-1]), parts[-1]] if len(parts) > 2 else parts


def _checked(rows: Sequence[things.Lineage]) -> str | None:
    """Who accepted the reviewed links of an answer."""
    links = {link.id: link for row in rows for link in row.path if link.evidence == "reviewed"}.values()
    if not links:
        return None
    programs = sorted({link.programs for link in links if link.programs}, reverse=True)
    persons = sum(1 for link in links if link.persons)
    who = _programs(programs)
    person = "not yet checked by a person" if not persons else f"{persons} of them checked by a person"
    subject = "The reviewed link of this answer was" if len(links) == 1 else f"The {len(links)} reviewed links of this answer were"
    return f"{subject} {'; '.join(part for part in (who, person) if part)}."


def _programs(programs: Sequence[int]) -> str:
    if not programs:
        return "accepted by persons"
    numbers = " or ".join(number_word(n) for n in sorted(programs))
    return f"accepted by {numbers} program{'' if programs == [1] else 's'} that read the letters"
