"""States and sums: an empty graph says how to begin, every number on a page is that of its parts, the drawing program is loaded where it draws."""

from __future__ import annotations

import re

import pytest
from lxml import html

from knowledge.store import Store
from server import create_app
from tests.pages import HTML, STATUS, addresses, index, page

PAGES = addresses()


def numbers(words: str) -> list[int]:
    return [int(one.replace(",", "")) for one in re.findall(r"(?<![\w-])\d[\d,]*(?![\w-])", words)]


def test_an_empty_graph_says_how_letters_come_in() -> None:
    client = create_app(Store.of()).test_client()
    tree = html.fromstring(client.get("/", headers=HTML).get_data(as_text=True))
    assert "peelgraph add" in tree.xpath("string(//main//pre)")
    assert len(tree.xpath("//h1")) == 1


@pytest.mark.parametrize("address", ["/letters", "/findings", "/search?q=custody", "/questions", "/questions/recurrences", "/questions/findings_by_theme", "/questions/judgement_history", "/questions/deadlines", "/graph", "/data", "/ontology"])
def test_every_page_answers_over_an_empty_graph(address: str) -> None:
    assert create_app(Store.of()).test_client().get(address, headers=HTML).status_code == 200


@pytest.mark.parametrize("address", ["/letters", "/findings", "/search", "/questions/recurrences", "/questions/findings_by_theme", "/questions/judgement_history", "/questions/deadlines", "/graph"])
def test_a_name_that_no_page_knows_is_refused_in_words_and_breaks_no_page(address: str) -> None:
    assert "“nonsense”" in page(f"{address}?nonsense=1", 400).xpath("string(//main)")


@pytest.mark.parametrize("name", PAGES)
def test_the_drawing_program_is_loaded_on_the_page_of_the_graph_alone(name: str) -> None:
    scripts = page(PAGES[name], STATUS.get(name, 200)).xpath("//script/@src")
    assert any("cytoscape" in one or "/graph.js" in one for one in scripts) <= (name == "graph")
    assert len(scripts) >= 1


def test_the_sentence_of_the_limit_adds_up_to_the_rows_of_its_table() -> None:
    tree = page("/questions/deadlines")
    whole, ruled, *rest = numbers(tree.xpath("string(//p[@class='lead'])"))
    rows = tree.xpath("//table[@class='rows']/tbody/tr")
    verdicts = [one for one in rest if one != 0]
    assert whole == len(rows) == len(index().deadlines)
    assert ruled + verdicts[-1] == whole
    assert sum(verdicts[:-1]) == ruled


def test_the_ways_on_of_the_first_page_add_up() -> None:
    told = {one.xpath("string(h3)"): numbers(one.xpath("string(p)")) for one in page("/").xpath("//div[contains(@class, 'entries')]/div")}
    assert told["Findings"][0] == sum(told["Findings"][1:]) == len(index().findings)
    assert told["Deadlines"][0] == sum(told["Deadlines"][1:]) == len(index().deadlines)


@pytest.mark.parametrize("query", ["", "kind=recommendation", "theme=training", "answered=false", "year=2016"])
def test_the_count_of_a_list_is_that_of_its_rows(query: str) -> None:
    address, seen = f"/findings?{query}", 0
    count = numbers(page(address).xpath("string(//h1)"))[0]
    while address:
        tree = page(address)
        seen += len(tree.xpath("//tbody/tr"))
        address = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
    assert seen == count > 0


@pytest.mark.parametrize("name", ["letter", "letter without findings"])
def test_what_a_letter_says_was_read_is_what_is_marked(name: str) -> None:
    tree = page(PAGES[name])
    told = numbers(" ".join(tree.xpath("//dt[.='Read here']/following-sibling::dd[1]/text()")))
    switches = [int(one.partition("(")[2].partition(")")[0]) for one in tree.xpath("//div[@class='keys']/label/text()") if "(" in one]
    notes = tree.xpath("//div[starts-with(@id, 'n-')]")
    assert sum(told) == sum(switches) == len(notes)
