"""The named questions: each file of `queries/` with its header, as something that can be asked."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from knowledge import dates
from knowledge.parameters import Parameter, QuestionError
from knowledge.store import Readable
from knowledge.terms import localise

__all__ = ["Column", "Question", "QuestionError", "catalogue", "find_question", "read_questions"]

HEAD = re.compile(r"#\s*(Question|Parameter|Column|Does not say|Example):\s*(.*)")
SPAN = ("from", "to")
# A line of a query that says where to begin when a parameter is given; it never changes the answer.
GIVEN = re.compile(r"^(\s*)# Given (\w+): (.*\n)", re.M)
BEGINS = (
    "A line `# Given force: …` of a query is part of it where that parameter is given. It says where to begin, so that the cost follows the answer and not\n"
    "the graph, and never changes the answer. Parameters stand before it as one `VALUES` block of terms. What a row may lack, and what is only shown, stands\n"
    "in `OPTIONAL`, one pattern at a time: two in one are read whole by planners that count shapes and not triples."
)
NAMED = re.compile(r"(\S+)\s+(\S+)\s*(.*)")


@dataclass(frozen=True)
class Column:
    """A column of an answer; a type that ends in `?` may be empty."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class Question:
    """A question that has a name. `columns` are the keys of its rows, in order; `text` is its SPARQL."""

    name: str
    sentence: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    does_not_say: str
    example: dict[str, str]
    text: str

    def bind(self, store: Readable, values: dict[str, Any]) -> dict[str, Any]:
        """Terms for the query's variables. Raises `QuestionError` for a name or value that is not possible."""
        known = {name: p for p in self.parameters for name in (p.name, p.variable)}
        for name in values:
            if name not in known:
                near = get_close_matches(name, known, 1)
                raise QuestionError(
                    f"The question '{self.name}' has no parameter '{name}'."
                    + (f" Did you mean '{near[0]}'?" if near else f" It takes {', '.join(p.name for p in self.parameters) or 'none'}.")
                )
        given = {known[name].variable: value for name, value in values.items() if value not in (None, "")}
        terms = {p.variable: p.term(store, given.get(p.variable)) for p in self.parameters}
        found = {name: term for name, term in terms.items() if term is not None}
        _runs_forward(*(found[name].value if name in found else None for name in SPAN))
        return found

    def asked(self, bound: Iterable[str]) -> str:
        """The query with the lines that begin from the variables that are bound: then its cost follows the answer, not the graph."""
        names = set(bound)
        return GIVEN.sub(lambda line: line[1] + line[3] if line[2] in names else "", self.text)

    def run(self, store: Readable, /, **values: Any) -> list[dict[str, Any]]:
        """The answer's rows: keys are the columns in header order. Values are slugs, IRIs, words or numbers."""
        bound = self.bind(store, values)
        rows = store.select(self.asked(bound), **bound)
        return [{column.name: row.get(column.name) for column in self.columns} for row in rows]


def _runs_forward(first: str | None, last: str | None) -> None:
    try:
        dates.between(first, last)
    except ValueError:
        raise QuestionError(f"'from' is after 'to': {first} comes after {last}. Turn them round.") from None


def _question(path: Path) -> Question:
    """Read one file; raises `QuestionError` when its header lacks something."""
    text = localise(path.read_text(encoding="utf-8"))
    heads = [match.groups() for line in text.splitlines() if (match := HEAD.match(line))]
    of = {
        kind: [value for found, value in heads if found == kind] for kind in ("Question", "Parameter", "Column", "Does not say", "Example")
    }
    missing = [kind for kind in ("Question", "Column", "Does not say") if not of[kind]]
    if missing:
        raise QuestionError(f"The header of '{path.name}' lacks a line '# {missing[0]}: …'.")
    example = dict(word.split("=", 1) for word in shlex.split(of["Example"][0])) if of["Example"] and "=" in of["Example"][0] else {}
    parameters = tuple(Parameter.parse(line, path.name) for line in of["Parameter"])
    columns = tuple(Column(*(NAMED.fullmatch(line.strip()) or ["", line, "", ""]).groups()) for line in of["Column"])  # type: ignore[union-attr]
    return Question(path.stem, of["Question"][0], parameters, columns, " ".join(of["Does not say"]), example, text)


def read_questions(folder: Path) -> dict[str, Question]:
    """Every question of a folder by name. Raises `QuestionError` for a header that says less than it should."""
    return {path.stem: _question(path) for path in sorted(folder.glob("*.rq"))}


def find_question(questions: dict[str, Question], name: str) -> Question:
    """The question of that name. Raises `QuestionError` with the nearest right name."""
    if name in questions:
        return questions[name]
    near = get_close_matches(name, questions, 1, cutoff=0.4)
    hint = f" Did you mean '{near[0]}'?" if near else " `peelgraph questions` lists them."
    raise QuestionError(f"There is no question '{name}'.{hint}")


def catalogue(questions: dict[str, Question]) -> str:
    """`queries/README.md`: what can be asked, and what each answer does not say."""
    lines = ["# The named questions", "", "Made from the headers of the files beside it by `make docs`; do not edit.", "", BEGINS, ""]
    for question in questions.values():
        lines += [f"## {question.name}", "", question.sentence, ""]
        lines += [f"- `--{p.name}` {p.type}: {p.description}" for p in question.parameters]
        lines += [
            "",
            "Columns: " + ", ".join(f"`{c.name}`" for c in question.columns) + ".",
            "",
            f"Does not say: {question.does_not_say}.",
            "",
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    here = Path(__file__).resolve().parent.parent / "queries"
    (here / "README.md").write_text(catalogue(read_questions(here)), encoding="utf-8")
