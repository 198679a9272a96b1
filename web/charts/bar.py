"""The coverage bar: four groups in one order, as large as they are."""

from __future__ import annotations

from markupsafe import Markup

from web.charts.svg import element, text

__all__ = ["GROUPS", "coverage_bar", "swatch"]

GROUPS = {
    "recurring": ("again", "found again"),
    "not_repeated": ("read", "read, not repeated"),
    "not_asked": ("asked", "not asked"),
    "unreviewed": ("unknown", "we cannot say"),
}
SMALLEST = 2.0  # per cent: a group of 1 in 1,000 is still seen


def _hatch(name: str) -> Markup:
    stripe = element("path", d="M0 0H8", class_="hatch")
    sizes = {"width": 8, "height": 6, "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(135)"}
    return element("pattern", stripe, id=name, **sizes)


def _block(name: str, height: float) -> Markup:
    """The pattern of a group, as wide as what it stands in (the style sheet takes the gap off)."""
    inset = 0 if name == "recurring" else 1
    fill = f"url(#hatch-{height})" if name == "not_asked" else None
    frame = element("rect", x=inset, y=inset, width="100%", height=height - 2 * inset, class_=GROUPS[name][0], fill=fill)
    return _hatch(f"hatch-{height}") + frame if name == "not_asked" else frame


def _segment(name: str, number: int, x: float, share: float) -> Markup:
    """A block with its number, and its words where there is room for them."""
    tone = " on" if name == "recurring" else ""
    digits = text(10, 29, f"{number:,}", "n" + tone) if share >= 5 else Markup("")
    roomy = "roomy" if share < 55 else "always"
    words = text(26 + 10 * len(f"{number:,}"), 28, GROUPS[name][1], roomy + tone) if share >= 30 else Markup("")
    return element("svg", _block(name, 44), digits, words, x=f"{x:.2f}%", width=f"{share:.2f}%", height=44)


def coverage_bar(numbers: dict[str, int]) -> Markup:
    """The bar of four groups; a group of 0 has no segment. Silent: the list below it is the content."""
    there = {name: numbers[name] for name in GROUPS if numbers[name]}
    shares = {name: max(SMALLEST, 100 * number / sum(there.values())) for name, number in there.items()}
    x, drawn = 0.0, []
    for name, share in shares.items():
        width = 100 * share / sum(shares.values())
        drawn.append(_segment(name, there[name], x, width))
        x += width
    return element("svg", *drawn, class_="bar", height=44, aria_hidden="true", focusable="false")


def swatch(name: str) -> Markup:
    """A group's pattern in small, beside its words."""
    return element("svg", _block(name, 14), class_="bar key", width=26, height=14, aria_hidden="true", focusable="false")
