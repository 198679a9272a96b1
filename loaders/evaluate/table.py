"""Scores as a person reads them."""

from __future__ import annotations

from loaders.evaluate.scores import COLUMNS, MORE, Score, Scores

__all__ = ["misses", "table"]

HEAD = f"{'':32}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'invented':>10}{'missed':>8}"


def table(scores: Scores) -> str:
    """One block for each role of letters: those that rules were chosen on, and those that only measure."""
    return "\n\n".join(_block(scores, role) for role in sorted(scores.letters)) + "\n"


def _block(scores: Scores, role: str) -> str:
    names = scores.letters[role]
    columns = [_line(column, scores.column(role, column)) for column in COLUMNS]
    more = [_line(f"  {name}", scores.of(role, name)) for name in MORE]
    title = f"Letters: {role} ({len(names)}: {' '.join(names)}). Rules alone, corrections off."
    return "\n".join([title, HEAD, *columns, f"{'wrong quotes':32}{scores.wrong_quotes[role]:>10}", *more])


def _line(name: str, score: Score) -> str:
    if not (score.right or score.invented or score.missed):
        return f"{name:32}{'–':>10}{'–':>8}{'–':>7}{0:>7}{0:>10}{0:>8}"
    figures = f"{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>7.3f}"
    return f"{name:32}{figures}{score.right:>7}{score.invented:>10}{score.missed:>8}"


def misses(scores: Scores, width: int = 400) -> str:
    """Each miss and each invention in its words, letter by letter."""
    rows = sorted(scores.misses, key=lambda miss: (miss.letter, miss.field, miss.what))
    return "".join(f"{m.letter} {m.field} {m.what}: {' '.join(m.text.split())[:width]}\n" for m in rows)
