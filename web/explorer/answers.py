"""The named questions: their list, and each answer as a page, JSON or CSV, by address or by Accept."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

from flask import Response

from exports.rows import render
from knowledge.parameters import Parameter
from knowledge.questions import Question, QuestionError, find_question
from web.errors import Fault, NotAcceptable, NotFound
from web.errors import answer as fault_answer
from web.explorer import drawer
from web.explorer.answer import answer
from web.explorer.deadlines import deadlines
from web.explorer.grades import grades
from web.explorer.page import Args, Page, page, refused
from web.explorer.reading import Reading
from web.explorer.site import Site
from web.explorer.themes import themes
from web.explorer.words import VERDICTS, address
from web.negotiation import best

__all__ = ["answer_named", "questions"]

OWN_PAGES: dict[str, Callable[[Site, Args], Page]] = {
    "recurrences": answer,
    "findings_by_theme": themes,
    "judgement_history": grades,
    "deadlines": deadlines,
}
MEDIA = {"text/html": "html", "application/json": "json", "text/csv": "csv"}
ROWS, PAGING = 50, "after"


def questions(site: Site, given: Args) -> Page:
    """The page of `/questions`."""
    title = f"{len(site.questions)} questions, and what each does not say"
    order = sorted(site.questions.values(), key=lambda question: (len(drawer.languages(question.name)) == 1, question.name != "recurrences"))
    return page(site, "questions.html", title, here="/questions", questions=[(q, drawer.languages(q.name)) for q in order])


def answer_named(site: Site, name: str, given: Args) -> Response:
    """A question's answer in the form that is asked for."""
    stem, _, suffix = name.partition(".")
    try:
        question = find_question(site.questions, stem)
    except QuestionError as error:
        raise NotFound(str(error)) from error
    wanted = suffix or MEDIA.get(best(MEDIA) or "")
    if wanted == "html":
        return OWN_PAGES.get(stem, lambda site, given: table(site, question, given))(site, given).response()
    if wanted not in ("json", "csv"):
        raise NotAcceptable(f"'{name}' is not served in that form. There is {stem}.html, {stem}.json and {stem}.csv.")
    return _data(site, question, given, wanted)


def _data(site: Site, question: Question, given: Args, form: str) -> Response:
    """Every row, for programs; an error is JSON too, whatever was asked for."""
    try:
        rows = rows_of(site, question, given)
    except QuestionError as error:
        return fault_answer(Fault(str(error)))
    body = render(form, [column.name for column in question.columns], rows)
    kind = "application/json" if form == "json" else "text/csv"
    return Response(body, content_type=f"{kind}; charset=utf-8", headers={"Access-Control-Allow-Origin": "*"})


def rows_of(site: Site, question: Question, given: Args) -> list[dict[str, Any]]:
    """The rows for one value of each parameter, or for every value of a repeated one, each row once. Raises `QuestionError`."""
    values = {name: [value for value in told if value] for name, told in given.lists() if name != PAGING}
    values = {name: told for name, told in values.items() if told}
    chosen = list(product(*values.values()))
    if len(chosen) == 1:
        return question.run(site.store, **dict(zip(values, chosen[0], strict=True)))
    if len(chosen) > 16:
        raise QuestionError("That is more than 16 questions at once. Name fewer values.")
    rows = [row for choice in chosen for row in question.run(site.store, **dict(zip(values, choice, strict=True)))]
    unique = {tuple(row.values()): row for row in rows}
    return [unique[key] for key in sorted(unique, key=lambda key: tuple(str(value) for value in key))]


def table(site: Site, question: Question, given: Args) -> Page:
    """The page of a question that has no page of its own: form, count, rows."""
    path = f"/questions/{question.name}"
    reading = Reading(site, path, given)
    names = [parameter.variable for parameter in question.parameters]
    reading.only([*names, PAGING])
    after = reading.whole(PAGING)
    values = {name: reading.raw(name) for name in names}
    context = {"question": question, "fields": [field(site, parameter) for parameter in question.parameters], "values": values, "path": path}
    rows: list[dict[str, Any]] | None = None
    if not reading.problems and all(p.optional or p.default or values[p.variable] for p in question.parameters):
        try:
            rows = rows_of(site, question, given)
        except QuestionError as error:
            name = next((name for name in names if values[name] and values[name] in str(error)), names[0] if names else "q")
            _explain(site, reading, question, name, str(error))
    if rows is not None and after and after >= max(1, len(rows)):
        reading.wrong(PAGING, f"There is no row after the {after:,}th: the answer has {len(rows):,}.")
        return refused(site, "table.html", question.sentence, reading, status=404, rows=None, **context)
    if reading.problems:
        return refused(site, "table.html", question.sentence, reading, rows=None, **context)
    return page(
        site,
        "table.html",
        question.sentence,
        here=address(path, **values, after=after),
        reading=reading,
        rows=rows,
        shown=rows[after : after + ROWS] if rows else [],
        after=after,
        size=ROWS,
        cell=lambda value: cell(site, value),
        drawn=drawer.queries(site, question.name, values) if rows is not None else [],
        example=address(path, **question.example),
        **context,
    )


def _explain(site: Site, reading: Reading, question: Question, name: str, sentence: str) -> None:
    """A question's own sentence about a value, beside its field, with the nearest thing as a link."""
    parameter = next((p for p in question.parameters if p.variable == name), None)
    kind = parameter.type.lower() if parameter else ""
    near = site.index.nearest(kind, reading.raw(name)[:200]) if kind in ("force", "person", "theme", "report", "alliance", "finding") else None
    reading.wrong(name, sentence.partition(" Did you mean")[0], near)


def field(site: Site, parameter: Parameter) -> tuple[Parameter, str, list[tuple[str, str]]]:
    """A parameter with its label and its choices; no choices make it a text field."""
    index = site.index
    things = {"Force": site.forces, "Theme": site.themes, "Person": index.people, "Alliance": index.alliances}
    held = [(thing.slug, thing.name) for thing in things.get(parameter.type, ())]
    words = {"Year": [(str(year), str(year)) for year in site.years], "Verdict": [(key, said[0]) for key, said in VERDICTS.items()]}
    return parameter, parameter.name.replace("-", " ").capitalize(), held or words.get(parameter.type, [])


def cell(site: Site, value: Any) -> tuple[str, str | None]:
    """A value as it is shown: a thing by its name with its page, anything else as it is."""
    if value is None:
        return "–", None
    if isinstance(value, str) and "/id/" in value and " " not in value:
        found = site.index.get(value)
        kind = value.partition("/id/")[2]
        return (found.name if found and found.name else kind), f"/doc/{kind}"
    if isinstance(value, str) and value.isupper() and "_" in value:
        return value.replace("_", " ").lower(), None
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) and value > 9999 else str(value), None
