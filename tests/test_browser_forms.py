"""Forms and drawings at their sizes, in a real Chromium: nothing is cut, nothing has to be scrolled to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser import visit
from tests.pages import addresses, application

pytestmark = pytest.mark.browser
PAGES = addresses()
NARROW = """() => { const drawn = document.createElement('canvas').getContext('2d');
  return [...document.querySelectorAll('main select')].filter(one => {
    drawn.font = getComputedStyle(one).font;
    const widest = Math.max(...[...one.options].map(option => drawn.measureText(option.text).width));
    return widest < 200 && widest > one.clientWidth - 40;
  }).map(one => one.name) }"""


@pytest.mark.parametrize("name", ["home", "answer", "letters", "findings", "themes", "grades", "deadlines"])
def test_a_choice_of_usual_length_is_never_cut(browser: Browser, base: str, name: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES[name])
        assert page.locator("main select").count() > 0
        assert page.evaluate(NARROW) == []


def test_the_two_dates_of_the_list_of_letters_stand_on_one_line(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["letters"])
        tops = [page.get_by_label(label, exact=True).bounding_box()["y"] for label in ("From", "To")]  # type: ignore[index]
        assert tops[0] == tops[1]


@pytest.mark.parametrize("width", [1280, 320])
def test_the_limit_is_drawn_once_and_is_seen_without_scrolling_sideways(browser: Browser, base: str, width: int) -> None:
    with visit(browser, base, width) as open_page:
        drawn = open_page.open(PAGES["deadlines"]).locator(".chart:visible")
        assert drawn.count() == 1
        assert drawn.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
        assert drawn.locator("path.late").count() > 0


def test_the_form_asks_by_its_address_alone(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open("/")
        page.get_by_label("Found in").select_option("2015")
        page.get_by_role("button", name="Show the answer").click()
        page.wait_for_url("**/questions/recurrences?*")
        assert "from=2015" in page.url
        assert "theme=" not in page.url
        assert "2015" in page.locator("h1").inner_text()


OUTSIDE = """() => [...document.querySelectorAll('.chart svg')].filter(one => one.getClientRects().length).flatMap(drawn => {
  const frame = drawn.getBoundingClientRect();
  return [...drawn.querySelectorAll('text')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
  }).map(one => one.textContent) })"""
TOUCHING = """() => [...document.querySelectorAll('.chart svg')].filter(one => one.getClientRects().length).flatMap(drawn => {
  const all = [...drawn.querySelectorAll('text')].map(one => [one.textContent, one.getBoundingClientRect()]);
  return all.flatMap(([words, a], i) => all.slice(0, i).filter(([_, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5).map(([other]) => [words, other])) })"""


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["home", "lineage", "longest lineage", "grades", "deadlines", "letter"])
def test_the_words_of_a_drawing_stand_inside_it_and_apart(browser: Browser, base: str, name: str, width: int) -> None:
    with visit(browser, base, width) as open_page:
        page = open_page.open(PAGES.get(name) or longest())
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(TOUCHING) == []


def longest() -> str:
    """The page of the later finding of the path with most links."""
    rows = [row for row in application().extensions["peelgraph"].lineages if row.relation != "related" and row.evidence != "suggested"]
    return f"/doc/finding/{max(rows, key=lambda row: (len(row.path), row.id)).later.slug}"
