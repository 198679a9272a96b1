"""The page of a named question that has none of its own: form, count, rows, what the columns say."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

from werkzeug.datastructures import MultiDict

from knowledge.parameters import Parameter
from knowledge.questions import Column, Question, QuestionError
from knowledge.terms import PREFIXES
from web.explorer import drawer
from web.explorer.labels import thing_name
from web.explorer.page import Args, Page, page, refused
from web.explorer.reading import Reading
from web.explorer.site import Site
from web.explorer.words import STATUSES, VERDICTS, address, said_date

__all__ = ["PAGING", "rows_of", "table"]

ROWS, MOST_AT_ONCE, PAGING = 50, 16, "after"
PARTS = ("response", "judgement", "count", "claim")  # shown by their words, which stand in a column of their own
Rows = list[dict[str, Any]]


def rows_of(site: Site, question: Question, given: Args) -> Rows:
    """The rows for one value of each parameter, or for every value of a repeated one, each row once. Raises `QuestionError`."""
    values = {name: told for name, all_told in given.lists() if (told := _values(question, name, all_told))}
    chosen = list(product(*values.values()))
    if len(chosen) == 1:
        return question.run(site.store, **dict(zip(values, chosen[0], strict=True)))
    if len(chosen) > MOST_AT_ONCE:
        raise QuestionError(f"That is more than {MOST_AT_ONCE} questions at once. Name fewer values.")
    rows = [row for choice in chosen for row in question.run(site.store, **dict(zip(values, choice, strict=True)))]
    unique = {tuple(row.values()): row for row in rows}
    return [unique[key] for key in sorted(unique, key=lambda key: tuple(str(value) for value in key))]


def _values(question: Question, name: str, told: list[str]) -> list[str]:
    """Every value that is given; where there may be several, those with commas between them too."""
    lists = {known for parameter in question.parameters if parameter.many for known in (parameter.name, parameter.variable)}
    parts = [part.strip() for value in told for part in (value.split(",") if name in lists else [value])]
    return list(dict.fromkeys(part for part in parts if part))


def table(site: Site, question: Question, given: Args) -> Page:
    """The page of `/questions/{name}`."""
    path = f"/questions/{question.name}"
    reading = Reading(site, path, given)
    reading.only([*(parameter.variable for parameter in question.parameters), PAGING])
    after = reading.whole(PAGING)
    values = {parameter.variable: reading.raw(parameter.variable) for parameter in question.parameters}
    rows = asked(site, question, reading, values)
    if rows is not None and after and after >= max(1, len(rows)):
        reading.wrong(PAGING, f"There is no row after the {after:,}th: the answer has {len(rows):,}.")
    context = {"question": question, "fields": [field(site, one) for one in question.parameters], "values": values, "path": path}
    if reading.problems:
        return refused(site, "table.html", question.sentence, reading, 404 if set(reading.problems) == {PAGING} else 400, rows=None, **context)
    context |= {"rows": rows, "shown": rows[after : after + ROWS] if rows else [], "after": after, "size": ROWS}
    return page(
        site,
        "table.html",
        question.sentence,
        here=address(path, **values, after=after),
        reading=reading,
        columns=columns(question, values),
        cell=lambda column, row: cell(site, column, row),
        drawn=drawer.queries(site, question.name, values) if rows is not None else [],
        example=address(path, **question.example),
        **context,
    )


def asked(site: Site, question: Question, reading: Reading, values: dict[str, str]) -> Rows | None:
    """The rows, unless a value is wrong (then the reading says so) or one that is needed is missing."""
    if reading.problems or not all(p.optional or p.default or values[p.variable] for p in question.parameters):
        return None
    try:
        return rows_of(site, question, MultiDict((name, value) for name, value in reading.given.items(multi=True) if name != PAGING))
    except QuestionError as error:
        name = next((name for name, told in values.items() if told and told in str(error)), next(iter(values), "q"))
        _explain(site, reading, question, name, str(error))
        return None


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
    words = {"Year": [(str(year), str(year)) for year in site.years], "Verdict": [(key, said[0]) for key, said in VERDICTS.items()], "Status": list(STATUSES.items())}
    return parameter, parameter.name.replace("-", " ").capitalize(), held or words.get(parameter.type, [])


def columns(question: Question, values: dict[str, str]) -> list[tuple[str, Column]]:
    """The columns that are shown, with their headings: not what was asked for, not a name beside its thing, one for a place."""
    names = {column.name for column in question.columns}
    hidden = {name for name, told in values.items() if told}
    hidden |= {f"{name}Name" for name in names} | ({"start", "end"} if "source" in names else set())
    return [(heading(column.name), column) for column in question.columns if column.name not in hidden]


def heading(name: str) -> str:
    """`lastDay` as people say it: `Last day`; the three that say where words stand: `Place`."""
    return "Place" if name == "source" else re.sub(r"(?<=[a-z])([A-Z])", r" \1", name).capitalize()


def cell(site: Site, column: Column, row: dict[str, Any]) -> tuple[str, str | None]:
    """A value as it is shown: a thing by its name with its page, a date in words, a place by its characters, anything else as it is."""
    value = row[column.name]
    if value is None:
        return "–", None
    if column.name == "source" and row.get("start") is not None:
        return f"characters {row['start']:,}–{row['end']:,} of source {site.sources.get(value, value)}", None
    if isinstance(value, str) and value.startswith(PREFIXES["id"]) and " " not in value:
        kind = value.removeprefix(PREFIXES["id"])
        plain = "text" in row and kind.partition("/")[0] in PARTS
        return (column.name if plain else thing_name(site, value)), f"/doc/{kind}"
    if isinstance(value, str) and column.type.startswith("date"):
        return said_date(value), None
    if isinstance(value, str) and value.isupper() and column.type.startswith("word"):
        return value.replace("_", " ").lower(), None
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) and value > 9999 else str(value), None
