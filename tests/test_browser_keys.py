"""From the keyboard alone, in a real Chromium: everything is reached, seen and used."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import visit
from tests.pages import addresses

pytestmark = pytest.mark.browser
PAGES = addresses()


def focused(page: Page) -> str:
    return page.evaluate("() => document.activeElement.textContent.trim() || document.activeElement.name || document.activeElement.id")


def test_the_keyboard_alone_reaches_the_content_the_form_and_the_drawer(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["answer"])
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to the content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "Questions"
        reached = []
        for _ in range(400):
            page.keyboard.press("Tab")
            reached.append(focused(page))
            if reached[-1] == "Show the query behind this answer":
                break
        assert {"Copy link", "CSV", "JSON", "Show the answer", "Read it in the letter", "Copy with citation"} <= set(reached)
        assert reached[-1] == "Show the query behind this answer"
        page.keyboard.press("Enter")
        assert page.locator("#query").get_attribute("open") is not None


def test_focus_is_seen_and_is_never_under_anything(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["home"])
        hidden = []
        for _ in range(40):
            page.keyboard.press("Tab")
            hidden += page.evaluate(
                """() => { const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 12));
                return style.outlineStyle === 'none' || !(top && (one.contains(top) || top.contains(one))) ? [one.outerHTML.slice(0, 100)] : []; }"""
            )
        assert hidden == []


def test_tabs_of_the_drawer_answer_the_arrow_keys(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["answer"])
        page.locator("#query > summary").click()
        tabs = page.get_by_role("tab")
        tabs.first.focus()
        page.keyboard.press("ArrowRight")
        assert tabs.nth(1).get_attribute("aria-selected") == "true"
        page.keyboard.press("Home")
        assert tabs.first.get_attribute("aria-selected") == "true"
        assert page.get_by_role("tabpanel").count() == 1


def test_n_and_p_go_from_mark_to_mark_in_a_letter(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["letter"])
        page.locator("#text").focus()
        page.keyboard.press("n")
        first = focused(page)
        page.keyboard.press("n")
        second = focused(page)
        page.keyboard.press("p")
        assert focused(page) == first != second


def test_what_is_wrong_takes_the_focus(browser: Browser, base: str) -> None:
    with visit(browser, base) as open_page:
        page = open_page.open(PAGES["answer refused"], 400)
        assert page.evaluate("document.activeElement.id") == "problems"
