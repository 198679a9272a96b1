"""What pages say when they are asked wrongly: the nearest right thing, the right status, the values kept, nothing unescaped."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.pages import HTML, addresses, client, page

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
