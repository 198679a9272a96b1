"""A real Chromium over the served application, driven by Playwright; what it does wrong is written down as it happens."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.node_runner import node_file

__all__ = ["AXE_TAGS", "Visit", "axe", "chromium", "visit"]

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Visit:
    """A page open in the browser, what its console said, and what it asked of other origins."""

    page: Page
    base: str
    said: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    expected: int = 200

    def heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and f"status of {self.expected}" not in message.text:
            self.said.append(message.text)

    def asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def open(self, address: str, status: int = 200) -> Page:
        self.expected = status
        self.page.goto(self.base + address, wait_until="load")
        return self.page


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine. Skips by name where there is none, fails when `CI` is set."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no Chromium here: install `chromium`")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, base: str, width: int = 1280, **settings: object) -> Iterator[Visit]:
    """A fresh context of that width: no cookies, nothing kept."""
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **settings)  # type: ignore[arg-type]
    found = Visit(context.new_page(), base)
    found.page.on("console", found.heard)
    found.page.on("pageerror", lambda error: found.said.append(str(error)))
    found.page.on("request", found.asked)
    yield found
    context.close()


@cache
def _axe() -> str:
    return node_file("axe-core/axe.min.js").read_text(encoding="utf-8")


def axe(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and best practice: rule, place and words."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(_axe())
    run = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
    violations = page.evaluate(run, AXE_TAGS)["violations"]
    return [f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}" for rule in violations for node in rule["nodes"]]
