"""The pages: what they show is what the graph and the letters say, whatever they are asked."""

from __future__ import annotations

import gzip
import re
from urllib.parse import quote

import pytest

from tests.pages import HTML, STATUS, addresses, client, index, page, quoted, some

PAGES = addresses()
STYLE = re.compile(r"<[^>]+\sstyle=|<style|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=", re.I)


def refused(address: str, status: int = 400) -> str:
    """The words of a page's summary of what is wrong."""
    return " ".join(page(address, status).xpath("string(//div[@id='problems'])").split())


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
    assert len(tree.xpath("//h2[contains(., 'What the letters call')]/following::tbody[1]/tr")) > 1


@pytest.mark.parametrize(
    ("address", "words", "offer"),
    [
        ("/questions/recurrences?theme=stop-and-serch", "There is no theme “stop-and-serch”.", "theme=stop-and-search"),
        ("/questions/recurrences?force=west-mersia", "There is no force “west-mersia”.", "force=west-mercia"),
        ("/questions/recurrences?from=2019&to=2014", "2019 is after 2014", "from=2014&to=2019"),
        ("/questions/recurrences?kind=recomendation", "There is no kind “recomendation”.", "kind=recommendation"),
        ("/letters?force=west-mersia", "There is no force “west-mersia”.", "force=west-mercia"),
        ("/questions/deadlines?verdict=lat", "There is no verdict “lat”.", "verdict=late"),
        ("/questions/letters_by_commissioner?force=west-mersia", "west-mersia", "force=west-mercia"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_the_nearest_right_thing(address: str, words: str, offer: str) -> None:
    assert words in refused(address)
    assert any(offer in link for link in page(address, 400).xpath("//div[@id='problems']//a/@href"))


def test_the_value_that_is_wrong_is_kept_in_its_field() -> None:
    field = page(PAGES["answer refused"], 400).xpath("//input[@name='theme']")[0]
    assert (field.get("value"), field.get("aria-invalid")) == ("stop-and-serch", "true")


@pytest.mark.parametrize("address", ["/questions/recurrences?%00%ff=%fe&&=&a[]=1", "/letters?x=1&y=2", "/findings?year=二〇一四", "/letters?from=99-99"])
def test_garbage_in_the_query_string_is_answered_with_a_sentence(address: str) -> None:
    assert refused(address).startswith("The question could not be asked")


@pytest.mark.parametrize("address", ["/letters?after=9999", "/findings?after=9999", "/questions/recurrences?from=2014&to=2019&after=9999", "/questions/deadlines?after=99999", "/questions/letters_by_commissioner?after=9999", "/search?q=the&after=99999"])
def test_a_page_past_the_end_is_not_there_and_says_how_far_the_answer_goes(address: str) -> None:
    assert "9999" in refused(address, 404).replace(",", "")


def test_a_year_without_findings_is_an_answer_without_rows() -> None:
    tree = page("/questions/recurrences?from=1999&to=2019")
    assert "0 of 0" in tree.text_content()
    assert tree.xpath("//select[@name='from']/option[@selected]/@value") == ["1999"]


def test_a_search_of_two_thousand_characters_is_refused_and_kept() -> None:
    words = "custody " * 250
    assert "At most 500" in refused(f"/search?q={quote(words)}")
    assert page(f"/search?q={quote(words)}", 400).xpath("//input[@id='words']/@value") == [words.strip()]


HOSTILE = '<script>alert("x")</script>\'"><img src=x onerror=alert(1)>'


@pytest.mark.parametrize("address", ["/search?q=", "/questions/recurrences?theme=", "/letters?force=", "/graph?about=", "/wrong?page=/", "/questions/", "/doc/letter/", "/"])
def test_html_in_an_address_is_shown_and_never_run(address: str) -> None:
    body = client().get(address + quote(HOSTILE, safe="" if address != "/" else ""), headers=HTML).get_data(as_text=True)
    assert "<script>alert" not in body
    assert "<img src=x" not in body


@pytest.mark.parametrize(("ending", "accept", "kind"), [(".json", "*/*", "application/json"), (".csv", "*/*", "text/csv"), ("", "application/json", "application/json"), ("", "text/csv", "text/csv"), ("", "text/html", "text/html")])
def test_an_answer_comes_in_the_form_that_is_asked_for(ending: str, accept: str, kind: str) -> None:
    response = client().get(f"/questions/recurrences{ending}?from=2014&to=2019", headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (200, kind)


def test_the_rows_of_the_page_are_the_rows_of_the_json() -> None:
    rows = client().get("/questions/recurrences.json?from=2014&to=2019").get_json()
    shown = page("/questions/recurrences?from=2014&to=2019").xpath("//article[@class='item']//a[contains(., 'Timeline')]/@href")
    assert sorted(link.rsplit("/", 1)[1] for link in shown) == sorted(row["later"].rsplit("/", 1)[1] for row in rows) != []


def test_an_unknown_question_names_the_nearest_one() -> None:
    response = client().get("/questions/letter_by_commissioner", headers=HTML)
    assert response.status_code == 404
    assert "/questions/letters_by_commissioner" in response.get_data(as_text=True)


def test_a_page_that_the_reader_has_already_is_not_sent_again() -> None:
    first = client().get("/letters", headers=HTML)
    again = client().get("/letters", headers={**HTML, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")


def test_a_page_is_compressed_for_whoever_reads_that() -> None:
    plain, small = (client().get("/letters", headers={**HTML, "Accept-Encoding": encoding}) for encoding in ("identity", "gzip"))
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
