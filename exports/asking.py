"""Questions asked from the command line: any engine, any format, and the headline that `serve` opens with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from exports.rows import render
from knowledge.index import Index
from knowledge.index_years import years_asked
from knowledge.questions import Question, find_question, read_questions
from knowledge.store import Readable

__all__ = ["ask", "headline", "list_questions", "welcome"]

Engine = Callable[[Question, dict[str, Any], Readable], list[dict[str, Any]]]
ABOUT = ("name", "question", "parameters", "columns", "doesNotSay", "example")
QUERIES = Path(__file__).resolve().parent.parent / "queries"


def ask(name: str, values: dict[str, Any], format_: str, store: Readable, engine: Engine | None = None) -> str:
    """The answer as text; `engine` gives the rows where SPARQL on the store does not.

    Raises `QuestionError` for a name or value that is not possible.
    """
    question = find_question(read_questions(QUERIES), name)
    question.bind(store, values)
    given = {p.variable: values[n] for p in question.parameters for n in (p.name, p.variable) if n in values}
    rows = engine(question, given, store) if engine else question.run(store, **given)
    text = render(format_, [column.name for column in question.columns], rows)
    return text if format_ != "table" else _preface(question, given, store) + text + f"\nDoes not say: {question.does_not_say}.\n"


def _preface(question: Question, given: dict[str, Any], store: Readable) -> str:
    """What must be read before the rows of the headline question."""
    if question.name != "recurrences":
        return ""
    return "\n".join(_answer(Index.of(store), **given).notes) + "\n\n"


def _word(value: str) -> str:
    return value.lower().replace("-", "_").replace(" ", "_")


def _answer(index: Index, **given: Any) -> Any:
    """The headline question put to the index, with the parameters of the command line."""
    kinds = {name: (_word(given[key]),) if key in given else () for name, key in (("kind", "kind"), ("later_kind", "laterKind"))}
    return index.recurrences_between(
        int(given["from"]),
        int(given["to"]),
        force=given.get("force"),
        theme=given.get("theme"),
        at_least=_word(given.get("atLeast", "reviewed")),
        related_too=str(given.get("relatedToo", "")).lower() in ("true", "1", "yes"),
        **kinds,
    )


def headline(index: Index) -> str:
    """The headline answer in a few lines of text: notes first, then each pair with both quotes and their places."""
    asked = years_asked(index)
    return _told(index, *asked) if asked else "No finding of a year is held here yet."


def _told(index: Index, frm: int, to: int) -> str:
    answer = index.recurrences_between(frm, to)
    lines = [f"Which shortcomings found in {frm} were found again in {to}?", "", *answer.notes, ""]
    for number, row in enumerate(answer.rows, 1):
        years = " → ".join(str(f.year) for f in [row.path[0].earlier, *(link.later for link in row.path)])
        lines.append(f"{number}. {years}: {row.relation}, weakest link {row.evidence}")
        lines += [
            f"     {f.kind.replace('_', ' ')}, {f.year}: “{f.text}”\n       {f.quote.source}, characters {f.quote.start}–{f.quote.end}"
            for f in (row.earlier, row.later)
        ]
    c = answer.coverage
    lines += [
        "",
        f"Of {c.findings} findings of {frm}: {c.recurring} found again, {c.not_repeated} read and not repeated, {c.not_asked} not asked, {c.unreviewed} we cannot say.",
    ]
    return "\n".join(lines)


def welcome(index: Index, host: str, port: int) -> str:
    """What `serve` prints: the headline answer, then the addresses of what there is."""
    base = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    places = {
        "/": "the explorer",
        "/graphql": "GraphQL",
        "/sparql": "SPARQL",
        "/questions": "the named questions",
        "/ontology": "the ontology",
        "/data": "downloads",
        "/readyz": "readiness",
    }
    lines = [headline(index), "", f"Release {index.release}", ""]
    lines += [f"  {base + path:<40}{what}" for path, what in places.items()]
    return "\n".join([*lines, "", "Stop with Ctrl-C."])


def list_questions(format_: str, questions: Iterable[Question] | None = None) -> str:
    """Every question with parameters, what it does not say and an example; parameters and columns are lists in JSON and text elsewhere."""
    rows = [_told_of(question) for question in questions or read_questions(QUERIES).values()]
    return render(format_, ABOUT, rows if format_ == "json" else [_flat(row) for row in rows])


def _told_of(question: Question) -> dict[str, Any]:
    names = ("name", "type", "optional", "default", "description")
    return {
        "name": question.name,
        "question": question.sentence,
        "parameters": [{name: getattr(parameter, name) for name in names} for parameter in question.parameters],
        "columns": [column.name for column in question.columns],
        "doesNotSay": question.does_not_say,
        "example": " ".join(["peelgraph ask", question.name, *(f"--{name} {value}" for name, value in question.example.items())]),
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    told = [f"--{p['name']} {p['type']}{' (optional)' if p['optional'] else ''}: {p['description']}" for p in row["parameters"]]
    return row | {"parameters": "; ".join(told), "columns": ", ".join(row["columns"])}
