"""Pages of 3,000 letters of hundreds of forces: lists are paged, charts are capped and say so, a page costs what its answer holds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from lxml import html

from knowledge.store import Store
from server import create_app
from tests.generated import graph
from tests.pages import HTML

pytestmark = pytest.mark.slow
LARGEST = 450_000
PAGES = {
    "home": "/",
    "answer": "/questions/recurrences?from=2014&to=2015",
    "related and suggested": "/questions/recurrences?from=2014&to=2015&relatedToo=true&atLeast=suggested",
    "letters": "/letters",
    "letters, far on": "/letters?after=2950",
    "findings": "/findings?after=20000",
    "themes": "/questions/findings_by_theme",
    "theme": "/questions/findings_by_theme?theme=vetting",
    "deadlines": "/questions/deadlines",
    "graph": "/graph?about=theme/vetting&steps=3",
    "search": "/search?q=finding",
    "table": "/questions/letters_by_commissioner",
    "force": "/doc/force/west-mercia",
}


@pytest.fixture(scope="module")
def client() -> Iterator[FlaskClient]:
    yield create_app(Store.of(graph(3000))).test_client()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stays_small_whatever_the_graph_holds(client: FlaskClient, name: str) -> None:
    response = client.get(PAGES[name], headers=HTML)
    assert (response.status_code, len(response.get_data()) < LARGEST) == (200, True)


def test_a_long_list_shows_fifty_and_says_of_how_many(client: FlaskClient) -> None:
    tree = html.fromstring(client.get("/letters", headers=HTML).get_data(as_text=True))
    assert len(tree.xpath("//tbody/tr")) == 50
    assert "1 to 50 of 3,000" in tree.text_content()
    assert "after=50" in tree.xpath("//a[@rel='next']/@href")[0]


def test_the_pages_of_an_answer_hold_each_pair_once(client: FlaskClient) -> None:
    address, seen = "/questions/recurrences?from=2014&to=2015&theme=vetting&force=force-7", []
    while address:
        tree = html.fromstring(client.get(address, headers=HTML).get_data(as_text=True))
        seen += tree.xpath("//article[@class='item']/@id")
        address = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
    assert seen == [f"item-{n}" for n in range(1, len(seen) + 1)] != []


def test_the_graph_draws_sixty_things_at_most_and_counts_the_rest(client: FlaskClient) -> None:
    tree = html.fromstring(client.get(PAGES["graph"], headers=HTML).get_data(as_text=True))
    assert len(tree.xpath("//*[@id='list']//li[@data-id]")) == 60
    assert "more stand around it and are not drawn" in tree.text_content()


def test_the_page_of_a_letter_is_as_long_in_a_large_graph_as_in_a_small_one(client: FlaskClient) -> None:
    small = create_app(Store.of(graph(30))).test_client()
    here, there = (len(one.get("/doc/letter/west-mercia-2014", headers=HTML).get_data()) for one in (small, client))
    assert 5_000 < there < 1.05 * here
