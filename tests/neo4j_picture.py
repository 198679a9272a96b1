"""The headline's lineages drawn by Neo4j Browser in a real Chromium, with our style file dropped on it: docs/pictures/6-neo4j.png, by `make pictures`."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page

from exports.bloom_phrases import headline
from exports.bloom_style import grass
from exports.engines import Local, local_neo4j
from exports.neo4j import sync
from knowledge.index_years import years_asked
from tests.browser import chromium
from tests.real import real_index

__all__ = ["draw", "main"]

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "6-neo4j.png"
# Only what the query returns: else every other relationship of the same nodes is drawn too.
SETTINGS = {"autoComplete": False, "playImplicitInitCommands": False, "allowUserStats": False, "allowCrashReports": False}
DROP = """text => {
  const data = new DataTransfer(), on = document.querySelector('.monaco-editor');
  data.items.add(new File([text], 'peelgraph.grass', {type: 'text/plain'}));
  for (const kind of ['dragenter', 'dragover', 'drop']) on.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
}"""


def draw(page: Page, local: Local, query: str) -> None:
    """The query's answer as a graph that fills the window."""
    page.add_init_script(f"localStorage.setItem('neo4j.settings', {json.dumps(json.dumps(SETTINGS))})")
    page.goto(f"{local.browser}?{urlencode({'dbms': local.uri})}")
    page.locator("select").nth(1).select_option(label="No authentication")
    page.get_by_test_id("connect").click()
    page.get_by_text("neo4j$").first.wait_for()
    page.evaluate(DROP, grass())
    page.locator(".monaco-editor").first.click()
    page.keyboard.insert_text(query)
    page.keyboard.press("Control+Enter")
    page.locator("g.node").first.wait_for(state="attached")


def main() -> None:
    years = years_asked(real_index())
    assert years
    with local_neo4j(browser=True) as local, chromium() as browser:
        sync(real_index(), local.uri, None, None)
        page = browser.new_page(viewport={"width": 1500, "height": 1000})
        draw(page, local, headline(*years).cypher)
        page.get_by_test_id("frame").first.get_by_title("Fullscreen").click()
        page.get_by_title("Collapse the node properties display").first.click()
        page.wait_for_timeout(5000)  # until the drawing has come to rest
        page.locator("button[aria-label*=fit i], button[title*=fit i]").first.click()
        page.wait_for_timeout(2000)
        page.screenshot(path=PICTURE)
        print(f"{PICTURE.relative_to(PICTURE.parents[2])}  {headline(*years).text}")


if __name__ == "__main__":
    main()
