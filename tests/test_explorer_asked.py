"""What pages say when they are asked wrongly: the nearest right thing, the right status, the values kept, nothing unescaped."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.pages import HTML, addresses, client, index, page

PAGES = addresses()


def refused(address: str, status: int = 400) -> str:
    """The words of a page's summary of what is wrong."""
    return " ".join(page(address, status).xpath("string(//div[@id='problems'])").split())


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


@pytest.mark.parametrize("name", ["path", "self", "store", "name", "values"])
@pytest.mark.parametrize("where", ["/letters", "/findings", "/questions/recurrences", "/questions/deadlines", "/questions/letters_by_commissioner.json"])
def test_a_name_that_our_own_functions_use_is_a_field_like_any_other(where: str, name: str) -> None:
    assert client().get(f"{where}?{name}=1", headers=HTML).status_code == 400


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
    body = client().get(address + quote(HOSTILE, safe=""), headers=HTML).get_data(as_text=True)
    assert "<script>alert" not in body
    assert "<img src=x" not in body


@pytest.mark.parametrize("query", ["from=2014/..", "to=2014/2015", "from=/", "to=..", "from=9999/0001", "from=2014-13", "from=0000", "from=2016&to=2014"])
def test_an_interval_or_a_day_that_is_none_is_no_date_for_a_list_of_letters(query: str) -> None:
    assert "is not a date" in refused(f"/letters?{query}") or "2016 is after 2014" in refused(f"/letters?{query}")


@pytest.mark.parametrize("query", ["from=2014&to=2014-12-31", "from=2024-02-29", "to=9999", ""])
def test_letters_of_a_span_are_those_that_graphql_gives(query: str) -> None:
    given = ", ".join(f'{name}: "{value}"' for name, _, value in (part.partition("=") for part in query.split("&")) if value)
    asked = f"{{letters{f'({given})' if given else ''} {{totalCount}}}}"
    total = client().get("/graphql", query_string={"query": asked}).get_json()["data"]["letters"]["totalCount"]
    assert page(f"/letters?{query}").xpath("string(//h1)").startswith(f"{total} letter")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("recurrences.json?from=2019&to=2014", "'from' is after 'to': 2019 comes after 2014. Turn them round."),
        ("recurrences.csv?from=2014&to=2019&kind=concern,recomendation", "There is no kind 'recomendation'"),
        ("recurrences.json?from=2014&to=2019&after=2", "JSON and CSV hold every row at once. Leave 'after' out."),
        ("office_holders_on.json?date=2014/..", "'2014/..' is not a date"),
        ("recurrences.json?from=２０１４&to=2019", "is not a year"),
    ],
)  # fmt: skip
def test_data_is_refused_where_the_page_is_with_a_sentence(query: str, words: str) -> None:
    response = client().get(f"/questions/{query}")
    assert (response.status_code, words in response.get_json()["errors"][0]["message"]) == (400, True), response.get_data(as_text=True)


def test_kinds_with_a_comma_between_them_are_several_for_pages_and_data_alike() -> None:
    query = "from=2014&to=2019&kind=concern,recommendation&laterKind=area_for_improvement,cause_of_concern"
    repeated = "from=2014&to=2019&kind=concern&kind=recommendation&laterKind=area-for-improvement&laterKind=cause_of_concern"
    with_commas, apart = (client().get(f"/questions/recurrences.json?{one}").get_json() for one in (query, repeated))
    assert with_commas == apart != []
    assert len(page(f"/questions/recurrences?{query}").xpath("//article[@class='item']")) == len(apart)


def test_the_links_to_data_of_a_second_page_are_to_every_row() -> None:
    links = page("/questions/reports_answered?after=1").xpath("//a[.='CSV' or .='JSON']/@href")
    whole = client().get("/questions/reports_answered.json").get_data()
    assert len(links) == 2
    assert [link for link in links if client().get(link).status_code != 200] == []
    assert whole in [client().get(link).get_data() for link in links]


def test_suggestions_stand_apart_the_most_alike_first_each_with_its_reasons() -> None:
    tree = page("/questions/recurrences?from=2014&to=2019&atLeast=suggested")
    rows = tree.xpath("//tr[@data-group='suggested']")
    held = [row for row in index().recurrences_between(2014, 2019, at_least="suggested", related_too=True).rows if row.evidence == "suggested"]
    scores = {f"{row.earlier.text} → {row.later.text}": max(link.score or 0 for link in row.path) for row in held}
    texts = [one.xpath("string(td[1]//span[@class='words'])") + " → " + one.xpath("string(td[2]//span[@class='words'])") for one in rows]
    total = int(tree.xpath("substring-before(substring-after(//h2[starts-with(., 'Suggested')], ': '), ',')"))
    assert total >= len(rows) == min(total, 50) > 0
    assert [scores[one] for one in texts] == sorted(scores.values(), reverse=True)[: len(texts)]
    assert [one for one in rows if not one.xpath("td[3]//span[contains(@class, 'quiet')]")] == []
    assert tree.xpath("//article[@class='item']//span[contains(@class, 'suggested')]") == []


@pytest.mark.parametrize("query", ["atLeast=suggested", "relatedToo=true"])
def test_what_a_pair_shares_is_what_both_findings_are_about(query: str) -> None:
    rows = page(f"/questions/recurrences?from=2014&to=2019&{query}").xpath("//tr[@data-group='suggested' or @data-group='related']")
    by_words = {one.text: {theme.name.lower() for theme in one.themes} for one in index().findings}
    for row in rows:
        both = by_words[row.xpath("string(td[1]//span[@class='words'])")] & by_words[row.xpath("string(td[2]//span[@class='words'])")]
        said = row.xpath("string(td[3]/text()[1])").strip().lower()
        assert said == "no theme in common" if not both else all(part in ", ".join(both) for part in said.split(", "))
    assert rows != []
