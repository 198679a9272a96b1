"""Pages of things: names and not keys, sources as links, and links that can be told apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

import pytest
from lxml import html

from knowledge.triples import full
from tests.pages import index, page, records, some

TYPES = full("rdf:type")
KEYS = re.compile(r"(?<![\w/.])[a-z]+/[a-z0-9]+(-[a-z0-9]+)+|https?://\S+/id/|(?<!\w)[A-Z]{2,}_[A-Z_]+(?!\w)|peel-20\d\d|_to_|(?<=: )(True|False|None)\b")


@cache
def held() -> dict[str, list[str]]:
    """The slugs of every kind of thing in the graph."""
    found: dict[str, list[str]] = defaultdict(list)
    for triple in records().triples(None, TYPES, None):
        kind, slash, slug = triple.subject.value.partition("/id/")[2].partition("/")
        found[kind] += [slug] if slash else []
    return {kind: sorted(set(slugs)) for kind, slugs in found.items()}


def shown(tree: html.HtmlElement) -> list[str]:
    """What a page says in words: without identifiers, names of properties, code and addresses."""
    texts = tree.xpath("//main//text()[not(ancestor::*[contains(@class, 'mono') or contains(@class, 'iri')] or ancestor::pre or ancestor::button)]")
    return [" ".join(text.split()) for text in texts if text.strip() and not text.strip().startswith("http")]


def samples() -> list[tuple[str, str]]:
    """The first, the middle and the last thing of every kind."""
    return [(kind, slug) for kind, slugs in sorted(held().items()) for slug in dict.fromkeys((slugs[0], slugs[len(slugs) // 2], slugs[-1]))]


def test_no_page_of_a_thing_shows_a_key_where_there_is_a_name() -> None:
    told = {f"{kind}/{slug}": [text for text in shown(page(f"/doc/{kind}/{slug}")) if KEYS.search(text)] for kind, slug in samples()}
    assert len(told) > 60
    assert {name: texts for name, texts in told.items() if texts} == {}


@pytest.mark.parametrize("address", ["/questions/office_holders_on?office=home-secretary&date=2016-07-13", "/questions/responses_by_status", "/questions/reports_answered", "/questions/alliance_findings?alliance=warwickshire-west-mercia", "/questions/disputed_findings", "/questions/letters_by_commissioner"])
def test_no_answer_shows_a_key_where_there_is_a_name(address: str) -> None:
    tree = page(address)
    for column in tree.xpath("//dl[@class='small']"):
        column.drop_tree()
    assert [text for text in shown(tree) if KEYS.search(text)] == []


def test_a_registered_grade_is_named_by_its_round_pillar_and_question() -> None:
    names = [" ".join(one.text_content().split()) for one in page("/doc/force/west-mercia").xpath("//th[@scope='row']")]
    assert "PEEL 2014: effectiveness, anti-social behaviour" in names
    assert any(name.startswith("HM Inspector") for name in names)


def test_a_heading_begins_with_a_capital_where_the_name_is_ours() -> None:
    headings = [page(f"/doc/theme/{slug}").xpath("string(//h1)") for slug in held()["theme"][:20]]
    assert [one for one in headings if one[0] != one[0].upper()] == []


def test_a_source_that_is_an_address_is_a_link_that_passes_nothing_on() -> None:
    links = page(f"/doc/report/{some('report')}").xpath("//main//a[starts-with(@href, 'http')]") + page(f"/doc/force/{some('force')}").xpath("//main//a[starts-with(@href, 'http')]")
    assert len(links) > 10
    assert {link.get("rel") for link in links} == {"nofollow noopener"}
    assert any(link.text == link.get("href") for link in links)


@pytest.mark.parametrize("kind", ["person", "force", "report"])
def test_letters_of_one_day_can_be_told_apart_by_what_they_answer(kind: str) -> None:
    tree = page(f"/doc/{kind}/{some(kind)}")
    letters = {(link.text, link.get("href")) for link in tree.xpath("//h2[.='Linked from']/following::a[starts-with(@href, '/doc/letter/')]")}
    assert len(letters) > 1 or kind == "report"
    assert [words for words, n in Counter(words for words, _ in letters).items() if n > 1] == []


def test_a_report_says_in_which_letters_it_is_answered_once() -> None:
    report = next(one for one in index().reports if one.letters)
    told = page(f"/doc/report/{report.slug}").xpath("//h2[.='In the letters']/following::ul[1]/li")
    assert any(one.text_content().startswith("Answered in the letter of ") for one in told)
    assert [one.text_content() for one in told if "letter of Letter" in one.text_content()] == []


@pytest.mark.parametrize("address", ["/search?q=the", "/search?q=commissioner", "/graph?about=force/west-mercia&steps=2", "/graph?about=person/bill-longmore&show=people,reports"])
def test_letters_in_search_and_graph_can_be_told_apart(address: str) -> None:
    links = {(" ".join(link.text_content().split()), link.get("href").partition("#")[0]) for link in page(address).xpath("//main//li//a[starts-with(@href, '/doc/letter/')]")}
    letters = {(words, target) for words, target in links if not words.startswith("characters")}
    assert len(letters) > 1
    assert [words for words, n in Counter(words for words, _ in letters).items() if n > 1] == []


def test_the_graph_says_on_whose_judgement_its_reviewed_links_rest() -> None:
    finding = next(link.later for link in index().recurrences if link.evidence == "reviewed" and link.relation == "repeated")
    told = page(f"/graph?about=finding/{finding.slug}").xpath("string(//ul[@class='first'])")
    assert "reviewed by" in told
    assert told.strip().endswith("by a person.")
