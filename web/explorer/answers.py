"""The named questions: their list, and each answer as a page, JSON or CSV, by address or by Accept."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response

from exports.asking import list_questions
from exports.rows import render
from knowledge.questions import Question, QuestionError, find_question
from web.errors import Fault, NotAcceptable, NotFound
from web.errors import answer as fault_answer
from web.explorer import drawer
from web.explorer.answer import answer
from web.explorer.deadlines import deadlines
from web.explorer.grades import grades
from web.explorer.page import Args, Page, page
from web.explorer.site import Site
from web.explorer.table import PAGING, rows_of, table
from web.explorer.themes import themes
from web.negotiation import best

__all__ = ["answer_named", "questions"]

OWN_PAGES: dict[str, Callable[[Site, Args], Page]] = {
    "recurrences": answer,
    "findings_by_theme": themes,
    "judgement_history": grades,
    "deadlines": deadlines,
}
MEDIA = {"text/html": "html", "application/json": "json", "text/csv": "csv"}


def questions(site: Site, name: str) -> Response:
    """What can be asked, in the form that is asked for; `name` is the address's last part, `questions.json`."""
    wanted = _wanted(name)
    return _listed(site).response() if wanted == "html" else _as_data(wanted, list_questions(wanted, site.questions.values()))


def _listed(site: Site) -> Page:
    title = f"{len(site.questions)} questions, and what each does not say"
    order = sorted(site.questions.values(), key=lambda question: (len(drawer.languages(question.name)) == 1, question.name != "recurrences"))
    return page(site, "questions.html", title, here="/questions", questions=[(q, drawer.languages(q.name)) for q in order])


def answer_named(site: Site, name: str, given: Args) -> Response:
    """A question's answer in the form that is asked for."""
    stem = name.partition(".")[0]
    try:
        question = find_question(site.questions, stem)
    except QuestionError as error:
        raise NotFound(str(error)) from error
    wanted = _wanted(name)
    if wanted == "html":
        return OWN_PAGES.get(stem, lambda site, given: table(site, question, given))(site, given).response()
    return _data(site, question, given, wanted)


def _wanted(name: str) -> str:
    """By the suffix of an address, else by Accept. Raises `NotAcceptable`."""
    stem, _, suffix = name.partition(".")
    wanted = suffix or MEDIA.get(best(MEDIA) or "")
    if wanted not in MEDIA.values():
        raise NotAcceptable(f"'{name}' is not served in that form. There is {stem}.html, {stem}.json and {stem}.csv.")
    return wanted


def _data(site: Site, question: Question, given: Args, form: str) -> Response:
    """Every row, for programs; an error is JSON too, whatever was asked for."""
    if PAGING in given:
        return fault_answer(Fault(f"JSON and CSV hold every row at once. Leave '{PAGING}' out."))
    try:
        rows = rows_of(site, question, given)
    except QuestionError as error:
        return fault_answer(Fault(str(error)))
    return _as_data(form, render(form, [column.name for column in question.columns], rows))


def _as_data(form: str, body: str) -> Response:
    kind = "application/json" if form == "json" else "text/csv"
    return Response(body, content_type=f"{kind}; charset=utf-8", headers={"Access-Control-Allow-Origin": "*"})
