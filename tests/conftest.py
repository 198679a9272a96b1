"""What the browser tests share: one Chromium and one served application for each file of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from tests.browser import chromium  # only where a browser is asked for: every other test goes without Playwright

    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The address of the application over the records."""
    from tests.pages import application
    from tests.served import served

    with served(application()) as address:
        yield address
