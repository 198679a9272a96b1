"""The shapes that tell kinds of things apart: a circle, a square, a triangle, a ring, a page, a pill."""

from __future__ import annotations

from markupsafe import Markup

from web.charts.svg import element, group, picture

__all__ = ["glyph", "hollow_square", "mark", "shape", "tick", "tick_at"]

PAGE = "M1.5 1.5H9L13.5 6V13.5H1.5Z"
GLYPHS = {
    "letter": element("path", d=PAGE, class_="m"),
    "letter-hollow": element("path", d=PAGE, class_="glyph paper"),
    "report": element("path", d="M2 .8H13V14.2H2ZM4.5 4.5H8.5M4.5 7.5H10.5M4.5 10.5H9", class_="glyph"),
    "person": element("rect", x=1, y=4, width=13, height=8, rx=4, class_="glyph"),
    "theme": element("path", d="M1 3.5H10L14 7.5L10 11.5H1Z", class_="glyph"),
}


def shape(kind: str, later: bool, x: float, y: float, radius: float = 6.3) -> Markup:
    """The mark of a finding's kind around a point; dashed and hollow where only a later letter tells of it."""
    class_ = "m later" if later else "m hollow" if kind == "concern" else "m"
    if kind == "recommendation":
        return element("rect", x=x - radius + 0.6, y=y - radius + 0.6, width=2 * radius - 1.2, height=2 * radius - 1.2, class_=class_)
    if kind == "cause_of_concern":
        return element("path", d=f"M{x:.1f} {y - radius:.1f}L{x + radius:.1f} {y + radius - 1:.1f}H{x - radius:.1f}Z", class_=class_)
    return element("circle", cx=x, cy=y, r=radius - 0.4, class_=class_)


def mark(kind: str, later: bool = False) -> Markup:
    """A finding's mark, to stand before the word for its kind."""
    return picture(15, 15, shape(kind, later, 7.5, 7.5))


def glyph(kind: str) -> Markup:
    """The mark of a letter, report, person or theme."""
    return picture(15, 15, GLYPHS.get(kind, GLYPHS["report"]))


def tick_at(x: float, y: float) -> Markup:
    """The tick in a ring: a person has checked this link."""
    ring = element("circle", cx=x, cy=y, r=8)
    return group(ring, element("path", d=f"M{x - 3.6:.1f} {y + 0.2:.1f}L{x - 1:.1f} {y + 3:.1f}L{x + 3.8:.1f} {y - 3:.1f}"), class_="tick")


def hollow_square() -> Markup:
    """A grade that only the register has."""
    return picture(15, 15, element("rect", x=1.8, y=1.8, width=11.4, height=11.4, class_="m hollow"))


def tick() -> Markup:
    return picture(18, 18, tick_at(9, 9))
