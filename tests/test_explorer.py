"""The pages: what they show is what the graph and the letters say, whatever they are asked."""

from __future__ import annotations

import gzip
import re

import pytest

from exports.asking import headline
from knowledge.index import Index
from knowledge.index_years import years_asked
from knowledge.store import Store
from knowledge.things import Force
from tests.pages import HTML, STATUS, addresses, client, index, page, quoted, some
from web.explorer.page import of_all
from web.graphql_view import first_query

PAGES = addresses()
STYLE = re.compile(r"<[^>]+\sstyle=|<style|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=", re.I)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_answers_in_the_dress_of_the_house_with_its_release(name: str) -> None:
    tree = page(PAGES[name], STATUS.get(name, 200))
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("string(//title)") == " ".join(tree.xpath("string(//h1)").split()) + " – Peelgraph"
    assert index().release in tree.xpath("string(//*[@id='cite'])")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_no_style_and_no_script_of_its_own(name: str) -> None:
    assert STYLE.findall(client().get(PAGES[name], headers=HTML).get_data(as_text=True)) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nothing_of_another_origin(name: str) -> None:
    tree = page(PAGES[name], STATUS.get(name, 200))
    fetched = tree.xpath("//link/@href | //script/@src | //img/@src | //form/@action")
    assert [address for address in fetched if not address.startswith(("/", "data:image/svg+xml"))] == []


def test_every_quote_of_every_letter_page_equals_its_source() -> None:
    found = [one for letter in index().letters for one in quoted(page(f"/doc/letter/{letter.slug}"))]
    assert len(found) > len(index().findings)
    assert [one for one in found if one.words != one.printed] == []


def test_every_quote_of_every_answer_page_equals_its_source() -> None:
    years = sorted({(row.earlier.year, row.later.year) for row in index().lineages if row.earlier.year and row.later.year})
    found = [one for a, b in years for one in quoted(page(f"/questions/recurrences?from={a}&to={b}&relatedToo=true"))]
    assert len(found) > len(years) > 3
    assert [one for one in found if one.words != one.printed] == []


@pytest.mark.parametrize("name", ["lineage", "findings", "theme", "grades", "graph", "table"])
def test_every_quote_of_another_page_equals_its_source(name: str) -> None:
    found = quoted(page(PAGES[name]))
    assert found or name == "table"
    assert [one for one in found if one.words != one.printed] == []


def test_a_finding_page_is_there_for_every_finding() -> None:
    statuses = {client().get(f"/doc/finding/{one.slug}", headers=HTML).status_code for one in index().findings}
    assert statuses == {200}


@pytest.mark.parametrize("query", ["from=2014&to=2019", "from=2015&to=2019", "from=2017&to=2019", "from=2016&to=2024&kind=concern"])
def test_the_four_groups_add_up_to_the_findings_of_the_year(query: str) -> None:
    tree = page(f"/questions/recurrences?{query}")
    cover = tree.xpath("//dl[@class='cover']")[0]
    parts = [int(n) for n in cover.xpath(".//@data-count")]
    shown = {name: len(tree.xpath(f"//tr[@data-group='{name}']")) for name in ("not_repeated", "not_asked", "unreviewed")}
    assert len(parts) == 4
    assert sum(parts) == int(cover.get("data-total"))
    assert list(shown.values()) == parts[1:]


def test_related_findings_never_change_the_count() -> None:
    lead = [page(f"/questions/recurrences?from=2014&to=2019{more}").xpath("string(//p[@class='lead'])") for more in ("", "&relatedToo=true", "&atLeast=suggested")]
    assert len(set(lead)) == 1


def test_the_matrix_adds_up_along_its_rows() -> None:
    rows = page("/questions/findings_by_theme?all=true").xpath("//table[@class='matrix']/tbody[1]/tr")
    numbers = [[int(n) for n in (cell.text_content().split(": ")[-1].split(",")[0].strip() for cell in row.xpath("td")) if n.isdigit()] for row in rows]
    assert len(numbers) == len({theme for one in index().findings for theme in one.themes})
    assert [row for row in numbers if sum(row[:-1]) != row[-1]] == []


def test_a_kind_that_no_letter_uses_of_that_year_gets_no_bar_and_the_letters_own_words() -> None:
    tree = page(PAGES["answer without that kind"])
    assert "No letter calls these findings of 2014 areas for improvement" in tree.text_content()
    assert tree.xpath("//svg[@class='bar']") == []
    assert any("laterKind=area_for_improvement" in link for link in tree.xpath("//h2[.='What you could ask instead']/following::ul[1]//a/@href"))
    assert len(tree.xpath("//h2[contains(., 'What the letters call')]/following::tbody[1]/tr")) > 1


@pytest.mark.parametrize(("ending", "accept", "kind"), [(".json", "*/*", "application/json"), (".csv", "*/*", "text/csv"), ("", "application/json", "application/json"), ("", "text/csv", "text/csv"), ("", "text/html", "text/html")])
def test_an_answer_comes_in_the_form_that_is_asked_for(ending: str, accept: str, kind: str) -> None:
    response = client().get(f"/questions/recurrences{ending}?from=2014&to=2019", headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (200, kind)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_to_data_on_a_page_gives_data(name: str) -> None:
    links = page(PAGES[name], STATUS.get(name, 200)).xpath("//a[.='CSV' or .='JSON' or .='Turtle' or .='JSON-LD']/@href")
    statuses = {link: client().get(link).status_code for link in links}
    assert [link for link, status in statuses.items() if status != 200] == []
    assert links or name not in ("answer", "answer with related and suggested", "lineage", "letter", "force", "themes", "grades", "deadlines")


def test_every_link_of_the_pages_leads_somewhere() -> None:
    names = ("home", "answer", "lineage", "letter", "letters", "questions", "data", "force")
    links = {link.partition("#")[0] for name in names for link in page(PAGES[name]).xpath("//a/@href") if link.startswith("/")}
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    statuses = {link: client().get(link, headers=browser).status_code for link in links if link and not link.startswith(("/export", "/graphql", "/sparql"))}
    assert len(statuses) > 50
    assert {link: status for link, status in statuses.items() if status not in (200, 303)} == {}


def test_an_anchor_on_a_page_is_there() -> None:
    missing = []
    for name in ("home", "answer", "lineage", "letter", "data"):
        tree = page(PAGES[name])
        missing += [(name, link) for link in tree.xpath("//a[starts-with(@href, '#')]/@href") if not tree.xpath(f"//*[@id='{link[1:]}']")]
    assert missing == []


def test_the_rows_of_the_page_are_the_rows_of_the_json() -> None:
    rows = client().get("/questions/recurrences.json?from=2014&to=2019").get_json()
    shown = page("/questions/recurrences?from=2014&to=2019").xpath("//article[@class='item']//a[contains(., 'Timeline')]/@href")
    assert sorted(link.rsplit("/", 1)[1] for link in shown) == sorted(row["later"].rsplit("/", 1)[1] for row in rows) != []


def test_an_unknown_question_names_the_nearest_one() -> None:
    response = client().get("/questions/letter_by_commissioner", headers=HTML)
    assert response.status_code == 404
    assert "/questions/letters_by_commissioner" in response.get_data(as_text=True)


@pytest.mark.parametrize("name", ["letters", "letter", "answer"])
def test_a_page_that_the_reader_has_already_is_not_sent_again(name: str) -> None:
    first = client().get(PAGES[name], headers={**HTML, "Accept-Encoding": "gzip"})
    again = client().get(PAGES[name], headers={**HTML, "Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")


@pytest.mark.parametrize("name", ["letters", "letter", "answer"])
def test_a_page_is_compressed_for_whoever_reads_that(name: str) -> None:
    plain, small = (client().get(PAGES[name], headers={**HTML, "Accept-Encoding": encoding}) for encoding in ("identity", "gzip"))
    assert gzip.decompress(small.get_data()) == plain.get_data()
    assert "Accept-Encoding" in small.headers["Vary"]


def test_the_headline_its_style_and_its_script_are_small() -> None:
    answer = client().get(PAGES["answer"], headers={**HTML, "Accept-Encoding": "gzip"}).get_data()
    style, script = (gzip.compress(client().get(f"/static/peelgraph.{kind}").get_data()) for kind in ("css", "js"))
    assert (len(answer) <= 60_000, len(style) <= 8_000, len(script) <= 6_000) == (True, True, True)


def test_pages_forbid_what_they_do_not_need_and_set_no_cookie() -> None:
    headers = client().get(f"/doc/force/{some('force')}", headers=HTML).headers
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers
    assert headers["X-Peelgraph-Release"] == index().release


@pytest.mark.parametrize("answered", ["true", "false"])
def test_pages_and_graphql_count_the_same_findings_as_answered_and_sparql_the_others(answered: str) -> None:
    lead = page(f"/findings?answered={answered}").xpath("string(//h1)")
    query = f"{{findings(answered: {answered}) {{totalCount}}}}"
    total = client().get("/graphql", query_string={"query": query}).get_json()["data"]["findings"]["totalCount"]
    open_ones = client().get("/questions/findings_without_answer_found.json").get_json()
    assert lead.startswith(f"{total} finding")
    assert total == (len(open_ones) if answered == "false" else len(index().findings) - len(open_ones))


def test_findings_of_a_report_are_those_that_the_report_raises() -> None:
    report = index().get(some("report"), "report")
    assert page(f"/findings?report={report.slug}").xpath("string(//h1)").startswith(f"{len(report.findings)} finding")


def test_the_explorer_graphql_and_the_command_open_with_the_same_years() -> None:
    asked = years_asked(index())
    assert asked == (2014, 2019)
    assert headline(index()).startswith("Which shortcomings found in 2014 were found again in 2019?")
    assert "recurrences(from: 2014, to: 2019)" in page("/graphql").xpath("string(//textarea[@id='query'])")
    assert page("/questions/recurrences").xpath("string(//h1)") == page(PAGES["answer"]).xpath("string(//h1)")


def test_without_findings_of_a_year_the_command_and_graphql_ask_nothing_of_any_year() -> None:
    empty = Index.of(Store.of())
    assert years_asked(empty) is None
    assert headline(empty) == "No finding of a year is held here yet."
    assert "20" not in first_query(empty)


def test_a_force_in_no_register_is_none_of_the_43() -> None:
    known, other = Force("f1", "kent", "Kent Police", registered=True), Force("f2", "wessex", "Wessex Police", registered=False)
    assert of_all([known], 43) == " One of 43 forces."
    assert of_all([known, other], 43) == " One of 43 forces; one in no register."
    assert of_all([other, other], 43) == " Two in no register."
