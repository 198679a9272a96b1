"""Links: every one of our own pages leads somewhere, and every IRI of the graph gives triples about itself."""

from __future__ import annotations

from functools import cache
from urllib.parse import urljoin, urlsplit

import pyoxigraph as ox
import pytest
from lxml import html
from werkzeug.test import TestResponse

from exports.whole import FORMATS
from knowledge.terms import BASE
from tests.pages import HTML, client, page, records

HERE = "http://localhost"
LINKS = "//@href | //@src | //@action"
Seen = dict[str, int]


def iris() -> list[str]:
    """Every IRI of the graph that is ours: subjects, predicates, objects."""
    terms = (term for triple in records().triples() for term in (triple.subject, triple.predicate, triple.object))
    return sorted({term.value for term in terms if isinstance(term, ox.NamedNode) and term.value.startswith(BASE)})


def path_of(iri: str) -> str:
    return "/" + iri.removeprefix(BASE).partition("#")[0]


@cache
def subjects(path: str) -> frozenset[str]:
    """What `curl -H 'Accept: text/turtle' -L` on a path speaks of."""
    answer = client().get(path, headers={"Accept": "text/turtle"}, follow_redirects=True)
    return frozenset(quad.subject.value for quad in ox.parse(answer.data, ox.RdfFormat.TURTLE)) if answer.status_code == 200 else frozenset()


def test_every_iri_of_the_graph_gives_triples_about_itself() -> None:
    everything = iris()
    assert len(everything) > 2000
    assert [iri for iri in everything if iri not in subjects(path_of(iri))] == []


def test_every_word_of_the_graph_has_a_place_on_the_page_of_the_ontology() -> None:
    places = set(page("/ontology").xpath("//@id"))
    words = [iri.partition("#")[2] for iri in iris() if "#" in iri]
    assert len(words) > 100
    assert [word for word in words if word not in places] == []


class Crawl:
    """Our own pages from `/` on: the status of each, who links to it, and the places that links name."""

    def __init__(self) -> None:
        self.seen: Seen = {}
        self.by: dict[str, str] = {"/": ""}
        self.elsewhere: set[str] = set()
        self.places: dict[str, set[str]] = {}
        self.named: list[tuple[str, str, str]] = []

    def run(self) -> Crawl:
        while waiting := [path for path in self.by if path not in self.seen]:
            for path in waiting:
                self._visit(path)
        return self

    def _visit(self, path: str) -> None:
        answer = client().get(path, headers=HTML)
        self.seen[path] = answer.status_code
        if 300 <= answer.status_code < 400:
            self._link(path, answer.headers["Location"])
        elif answer.mimetype == "text/html":
            self._read(path, answer)

    def _read(self, path: str, answer: TestResponse) -> None:
        tree = html.fromstring(answer.text)
        self.places[path] = set(tree.xpath("//@id"))
        for link in tree.xpath(LINKS):
            self._link(path, link)

    def _link(self, path: str, link: str) -> None:
        there = urlsplit(urljoin(HERE + path, link))
        if there.netloc != urlsplit(HERE).netloc:
            self.elsewhere.add(there.geturl())
            return
        address = there.path + (f"?{there.query}" if there.query else "")
        self.by.setdefault(address, path)
        if there.fragment and "=" not in there.fragment:
            self.named.append((address, there.fragment, path))


@pytest.mark.slow
def test_no_link_between_our_pages_is_dead() -> None:
    crawl = Crawl().run()
    assert len(crawl.seen) > 5000
    assert {path: (status, crawl.by[path]) for path, status in crawl.seen.items() if status >= 400} == {}
    assert [row for row in crawl.named if row[0] in crawl.places and row[1] not in crawl.places[row[0]]] == []
    assert [link for link in crawl.elsewhere if link.startswith(BASE)] == []
    assert {f"/export/{name}" for name in FORMATS} <= set(crawl.seen)


def test_the_version_of_the_ontology_is_there_and_no_other_is() -> None:
    (version,) = {q.object.value for q in ox.parse(client().get("/ontology.nt").data, ox.RdfFormat.N_TRIPLES) if "versionIRI" in q.predicate.value}
    assert client().get(path_of(version), headers={"Accept": "text/turtle"}).data == client().get("/ontology.ttl").data
    other = client().get("/ontology/9.9.9", headers={"Accept": "text/turtle"})
    assert (other.status_code, version.rpartition("/")[2] in other.text) == (404, True)


def test_exports_are_listed_where_they_are() -> None:
    listed = client().get("/export").json
    assert [one["format"] for one in listed] == list(FORMATS)
    assert {client().get(one["address"]).status_code for one in listed} == {200}
    assert client().get("/export", headers=HTML).headers["Location"].startswith("/data")
