"""What can be had here and in which forms; what to do when something is wrong."""

from __future__ import annotations

import os

from exports.whole import FORMATS
from web.explorer.page import Args, Page, page
from web.explorer.site import Site

__all__ = ["data", "wrong"]


def data(site: Site, given: Args) -> Page:
    """The page of `/data`."""
    return page(site, "data.html", "Data, addresses and what the words mean", here="/data", formats=FORMATS)


def wrong(site: Site, given: Args) -> Page:
    """The page of `/wrong`: what to send and where, and how a correction is made and dated."""
    about = given.get("page", "/")
    about = about if about.startswith("/") and not about.startswith("//") else "/"
    return page(site, "wrong.html", "Report an error", here="/wrong", about=about[:1000], contact=os.environ.get("PEELGRAPH_CONTACT"))
