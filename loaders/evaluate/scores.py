"""What was found, missed and made up, field by field."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["COLUMNS", "MORE", "Miss", "Score", "Scores"]

PARTIES = ("date", "author", "addressee")
COLUMNS = {  # the columns of the promise, each with the fields that it adds up
    "letters split": ("letter",),
    "date · author · addressee": PARTIES,
    "reports": ("report",),
    "grades": ("grade",),
    "AFI, recommendation, cause": ("named finding",),
    "all findings": ("finding",),
    "responses": ("response",),
    "response → finding": ("response → finding",),
}
MORE = (*PARTIES, "comments published", "report date", "count", "parent", "theme", "response status", "recurrence claim")


@dataclass
class Score:
    """Three counts and what follows from them; nothing expected and nothing found is a 1."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.invented)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.right, 2 * self.right + self.invented + self.missed)

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.invented + other.invented, self.missed + other.missed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass(frozen=True)
class Miss:
    """One thing `missed` or `invented` in one letter, with its words."""

    letter: str
    field: str
    what: str
    text: str


@dataclass
class Scores:
    """`fields[role][field]`; roles say whether a letter was used to choose rules or only to measure."""

    fields: dict[str, dict[str, Score]] = field(default_factory=dict)
    letters: dict[str, list[str]] = field(default_factory=dict)
    wrong_quotes: dict[str, int] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def add(self, role: str, name: str, score: Score) -> None:
        fields = self.fields.setdefault(role, {})
        fields[name] = fields.get(name, Score()) + score

    def column(self, role: str, column: str) -> Score:
        """One column of the promise."""
        return sum((self.of(role, name) for name in COLUMNS[column]), Score())

    def of(self, role: str, name: str) -> Score:
        return self.fields.get(role, {}).get(name, Score())
