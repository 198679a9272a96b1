"""Elements of SVG, escaped as they are made."""

from __future__ import annotations

from functools import cache
from typing import Any

from markupsafe import Markup, escape

from knowledge.terms import slug

__all__ = ["chart", "element", "group", "line", "picture", "text"]

Part = Markup | str


def element(name: str, *children: Part, **attributes: Any) -> Markup:
    """`element("line", x1=0, class_="axis")`; underscores become hyphens, `None` leaves an attribute out."""
    pairs = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    inner = "".join(escape(child) for child in children)
    return Markup(f"<{name}{pairs}>{inner}</{name}>" if inner else f"<{name}{pairs}/>")  # every part is escaped above


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: Any) -> str:
    return str(_number(value)) if isinstance(value, (int, float)) else escape(value)


def _number(value: Any) -> Any:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else value


def group(*children: Part, **attributes: Any) -> Markup:
    return element("g", *children, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """A path, since a dash pattern then starts at its first point in every browser."""
    return element("path", d=f"M{_number(float(x1))} {_number(float(y1))}L{_number(float(x2))} {_number(float(y2))}", class_=class_)


def text(x: float, y: float, words: str, class_: str | None = None) -> Markup:
    return element("text", words, x=float(x), y=float(y), class_=class_)


def picture(width: float, height: float, *children: Part, class_: str | None = None) -> Markup:
    """A small picture beside its words: silent to a screen reader."""
    size = f"0 0 {_number(float(width))} {_number(float(height))}"
    return element("svg", *children, width=width, height=height, viewBox=size, class_=class_, aria_hidden="true", focusable="false")


def chart(width: float, height: float, title: str, description: str, *children: Part, class_: str = "chart") -> Markup:
    """A chart in a region of its own that can be scrolled; its rows stand in a table on the same page."""
    name = slug(title)
    heads = element("title", title, id=f"t-{name}") + element("desc", description, id=f"d-{name}")
    drawn = element(
        "svg",
        heads,
        *children,
        width=width,
        height=height,
        viewBox=f"0 0 {_number(float(width))} {_number(float(height))}",
        role="img",
        aria_labelledby=f"t-{name}",
        aria_describedby=f"d-{name}",
    )
    return element("div", drawn, class_=class_, tabindex="0", role="region", aria_label=title)
