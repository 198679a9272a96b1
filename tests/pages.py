"""The whole application over the records, and what can be read back from its pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flask import Flask
from flask.testing import FlaskClient
from lxml import html

from knowledge.index import Index
from knowledge.store import MemoryStore
from loaders.load import build_in_memory
from server import create_app

__all__ = ["HTML", "STATUS", "Quoted", "addresses", "application", "client", "index", "page", "quoted", "records", "some"]

HTML = {"Accept": "text/html"}


@cache
def records() -> MemoryStore:
    """The graph of the records of this checkout."""
    return build_in_memory()


@cache
def application() -> Flask:
    return create_app(records())


def index() -> Index:
    return application().extensions["peelgraph"]


def client() -> FlaskClient:
    return application().test_client()


def page(address: str, status: int = 200) -> html.HtmlElement:
    """The page at an address, parsed; its status must be the one expected."""
    response = client().get(address, headers=HTML)
    assert response.status_code == status, f"{response.status_code} for {address}"
    return html.fromstring(response.get_data(as_text=True))


def some(kind: str) -> str:
    """The slug of a thing of that kind that the records hold: one with most to show."""
    held = {
        "letter": lambda: max(index().letters, key=lambda one: (len(one.findings), one.id)),
        "finding": lambda: max(index().findings, key=lambda one: (len(one.earlier) + len(one.later), one.id)),
        "report": lambda: max(index().reports, key=lambda one: (len(one.findings), one.id)),
        "theme": lambda: max(index().themes, key=lambda theme: sum(theme in one.themes for one in index().findings)),
        "person": lambda: max(index().people, key=lambda person: sum(one.author is person for one in index().letters)),
        "force": lambda: max(index().forces, key=lambda force: sum(one.force is force for one in index().letters)),
    }
    return held[kind]().slug


def addresses() -> dict[str, str]:
    """Every type and state of page by name."""
    first, last = index().findings[0].year, max(one.year or 0 for one in index().findings)
    return {
        "home": "/",
        "answer": "/questions/recurrences?from=2014&to=2019",
        "answer with related and suggested": "/questions/recurrences?from=2014&to=2019&relatedToo=true&atLeast=suggested",
        "answer without rows": f"/questions/recurrences?from={last}&to={last}",
        "answer without that kind": "/questions/recurrences?from=2014&to=2019&kind=area_for_improvement",
        "answer refused": "/questions/recurrences?from=2014&to=2019&theme=stop-and-serch",
        "lineage": f"/doc/finding/{some('finding')}",
        "letter": f"/doc/letter/{some('letter')}",
        "letters": "/letters",
        "findings": f"/findings?year={first}",
        "questions": "/questions",
        "table": "/questions/letters_by_commissioner",
        "table that asks": "/questions/office_holders_on",
        "themes": "/questions/findings_by_theme",
        "theme": f"/questions/findings_by_theme?theme={some('theme')}",
        "grades": "/questions/judgement_history",
        "deadlines": "/questions/deadlines",
        "graph": f"/graph?about=finding/{some('finding')}",
        "search": "/search?q=custody",
        "search without hits": "/search?q=zzyzx",
        "data": "/data",
        "wrong": "/wrong?page=/letters",
        "force": f"/doc/force/{some('force')}",
        "person": f"/doc/person/{some('person')}",
        "report": f"/doc/report/{some('report')}",
        "theme resource": f"/doc/theme/{some('theme')}",
        "response": f"/doc/response/{index().responses[0].slug}",
        "round": f"/doc/round/{index().rounds[0].slug}",
        "letter without findings": f"/doc/letter/{next(one for one in index().letters if not one.findings).slug}",
        "finding that nothing joins": f"/doc/finding/{next(one for one in index().findings if not one.earlier and not one.later).slug}",
        "ontology": "/ontology",
        "shapes": "/ontology/shapes",
        "no such page": "/nothing/here",
        "no such letter": "/doc/letter/west-mersia-2014",
        "no such question": "/questions/letter_by_commissioner",
        "nothing to draw": "/graph?about=finding/none",
        "past the end": "/findings?after=99999",
        "letters refused": "/letters?from=99-99&to=2014",
        "table refused": "/questions/letters_by_commissioner?force=west-mersia",
        "search refused": f"/search?q={'custody+' * 250}",
    }


STATUS = {
    "answer refused": 400,
    "letters refused": 400,
    "table refused": 400,
    "search refused": 400,
    **dict.fromkeys(("no such page", "no such letter", "no such question", "nothing to draw", "past the end"), 404),
}
"""The status of the pages that do not answer with 200."""


@dataclass(frozen=True)
class Quoted:
    """Words on a page and the place that the page gives for them."""

    words: str
    source: str
    start: int
    end: int

    @property
    def printed(self) -> str:
        """What stands at that place."""
        document = next(one for one in index().documents if one.file_name == self.source)
        return index().text(document)[self.start : self.end]


def quoted(tree: html.HtmlElement) -> list[Quoted]:
    """Every quote of a page. What is ours inside a letter's words (keys of marks, words for those who listen) is not read."""
    return [
        Quoted(_theirs(one), one.get("data-source"), int(one.get("data-start")), int(one.get("data-end")))
        for one in tree.iter()
        if isinstance(one.tag, str) and one.get("data-start")
    ]


def _theirs(element: html.HtmlElement) -> str:
    inner = "".join(("" if "ours" in (child.get("class") or "").split() else _theirs(child)) + (child.tail or "") for child in element)
    return (element.text or "") + inner
