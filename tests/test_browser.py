"""In a real Chromium: nothing that axe-core finds, nothing sideways, nothing said in the console, nothing asked elsewhere."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser import axe, visit
from tests.pages import STATUS, addresses

pytestmark = pytest.mark.browser
PAGES = addresses()
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
CUT = """() => [...document.querySelectorAll('main *')].filter(one => {
  const style = getComputedStyle(one);
  return one.children.length === 0 && one.textContent.trim() && one.scrollWidth > one.clientWidth + 1
    && style.overflowX === 'hidden' && !one.closest('.vh, svg');
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_free_of_what_can_be_checked_in_light_and_in_dark(browser: Browser, base: str, name: str, width: int) -> None:
    with visit(browser, base, width) as open_page:
        page = open_page.open(PAGES[name], STATUS.get(name, 200))
        page.emulate_media(color_scheme="light")
        assert axe(page) == []
        page.emulate_media(color_scheme="dark")
        assert axe(page) == []
        assert page.evaluate(SIDEWAYS) <= 0
        assert open_page.said == []
        assert open_page.elsewhere == []


@pytest.mark.parametrize("name", PAGES)
def test_text_spacing_and_twice_the_size_lose_nothing(browser: Browser, base: str, name: str) -> None:
    with visit(browser, base, 640, bypass_csp=True) as open_page:
        page = open_page.open(PAGES[name], STATUS.get(name, 200))
        page.add_style_tag(content=SPACED)
        assert page.evaluate(SIDEWAYS) <= 0
        assert page.evaluate(CUT) == []


def test_the_headline_answer_is_whole_without_script(browser: Browser, base: str) -> None:
    with visit(browser, base, java_script_enabled=False) as open_page:
        page = open_page.open(PAGES["answer"])
        assert page.locator("article.item").count() > 0
        assert page.locator("article.item blockquote").first.is_visible()
        assert page.get_by_role("heading", name="We cannot say").is_visible()
        assert page.locator(".scripted:visible").count() == 0


def test_a_quote_is_copied_with_its_letter_paragraph_characters_and_address(browser: Browser, base: str) -> None:
    with visit(browser, base, permissions=["clipboard-read", "clipboard-write"]) as open_page:
        page = open_page.open(PAGES["answer"])
        words = page.locator("article.item mark").first
        page.get_by_role("button", name="Copy with citation").first.click()
        page.get_by_text("Copied").first.wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(f"“{words.text_content()}”")
        assert f"characters {words.get_attribute('data-start')}–{words.get_attribute('data-end')}" in copied
        assert "/doc/letter/" in copied


def test_a_range_in_the_address_of_a_letter_is_outlined(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["answer"])
        link = page.locator("article.item a", has_text="Read it in the letter").first.get_attribute("href") or ""
        page.goto(base + link)
        assert "-".join((page.locator("mark.here").first.get_attribute(f"data-{end}") or "") for end in ("start", "end")) in link


def test_a_switch_hides_one_kind_of_mark_and_its_notes(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["letter"])
        page.locator("[data-marks=a]").uncheck()
        assert page.locator("#text .chip-a:visible").count() == 0
        assert page.locator("#text .chip-f:visible").count() > 0


def test_the_graph_is_drawn_in_places_that_the_server_gave(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["graph"])
        if not page.evaluate("typeof cytoscape !== 'undefined'"):
            pytest.skip("the drawing program is not fetched: `make pages`")
        page.locator("#graph canvas").first.wait_for()
        assert page.locator("#graph").get_attribute("role") == "img"
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as PNG").click()
        assert download.value.suggested_filename == "peelgraph.png"


def test_printed_pages_carry_addresses_and_no_forms(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["answer"])
        page.emulate_media(media="print")
        assert page.locator("form:visible").count() == 0
        after = page.evaluate("getComputedStyle(document.querySelector('a.address'), '::after').content")
        assert "/doc/letter/" in after


def test_forced_colours_keep_the_lines_apart(browser: Browser, base: str) -> None:
    with visit(browser, base, forced_colors="active") as open_page:
        page = open_page.open(PAGES["home"])
        dashes = page.evaluate("() => ['letter', 'reviewed', 'suggested'].map(e => getComputedStyle(document.querySelector(`.s-${e}`)).strokeDasharray)")
        assert len(set(dashes)) == 3


@pytest.mark.parametrize("name", ["answer", "grades", "deadlines", "letter"])
def test_forced_colours_keep_every_tag_and_button_readable(browser: Browser, base: str, name: str) -> None:
    with visit(browser, base, forced_colors="active") as open_page:
        page = open_page.open(PAGES[name])
        same = page.evaluate("""() => [...document.querySelectorAll('.tag, button, .chip')].filter(one => {
          const style = getComputedStyle(one); return style.color === style.backgroundColor }).map(one => one.outerHTML)""")
        assert page.locator(".tag").count() > 0
        assert same == []


@pytest.mark.parametrize(("address", "drawn"), [("/sparql", ".yasgui .cm-editor, .yasgui .CodeMirror"), ("/graphql", ".graphiql-container")])
def test_a_query_page_asks_nothing_of_another_origin(browser: Browser, base: str, address: str, drawn: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(address)
        if page.locator("script[src*='/vendor/']").count() == 0:
            pytest.skip("the query programs are not fetched: `make pages`")
        page.locator(drawn).first.wait_for()
        page.wait_for_timeout(500)
        assert open_page.elsewhere == []
        assert open_page.said == []


def test_show_the_query_opens_it_ready_to_run(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["answer"])
        page.locator("#query > summary").click()
        page.get_by_role("tab", name="SPARQL").click()
        page.get_by_role("link", name="Open in the query page").click()
        page.wait_for_url(re.compile("/sparql"))
        if page.locator("#yasgui").count():
            page.locator(".yasqe_queryButton").first.click()
            page.locator(".yasr_results table").first.wait_for()
        else:
            assert "2014" in page.locator("#query").input_value()
        assert open_page.elsewhere == []
