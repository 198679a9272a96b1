"""The README's pictures, from the running service: `make pictures`. They go stale with nothing, since they are made anew from the graph."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser import chromium, visit
from tests.pages import application, index
from tests.served import served

__all__ = ["main"]

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"


def addresses() -> dict[str, tuple[str, str | None]]:
    """What each picture shows: its page, and where in the page it begins."""
    first, last = sorted({(row.earlier.year or 0, row.later.year or 0) for row in index().lineages}, key=lambda years: years[1] - years[0])[-1]
    longest = max((row for row in index().lineages if row.later.year == last), key=lambda row: (len(row.later.earlier), row.later.id))
    letter = next(one.letter for one in index().findings if one is longest.path[-1].earlier and one.letter)
    return {
        "1-home": ("/", None),
        "2-answer": (f"/questions/recurrences?from={first}&to={last}", "#item-1"),
        "3-lineage": (f"/doc/finding/{longest.later.slug}", ".chart"),
        "4-letter": (f"/doc/letter/{letter.slug}", "#text .k-f"),
        "5-graph": (f"/graph?about=finding/{longest.later.slug}", ".canvas"),
    }


def take(page: Page, name: str, begins: str | None) -> None:
    """A picture of what is seen from there on."""
    if begins:
        page.locator(begins).first.evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 60)")
    page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with chromium() as browser, served(application()) as base:
        for name, (address, begins) in addresses().items():
            with visit(browser, base, color_scheme="light") as opened:
                take(opened.open(address), name, begins)
                print(f"docs/pictures/{name}.png  {address}")


if __name__ == "__main__":
    main()
