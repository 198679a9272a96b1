"""Colours and captions of the graph in Neo4j: one table for Bloom's perspective and for the style file of Neo4j Browser."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["KIND_COLOURS", "LABELS", "TECHNICAL", "TYPES", "Look", "grass"]


@dataclass(frozen=True)
class Look:
    """`caption` is a property, or several; `size` is Bloom's, 1 being usual; `width` that of a line in Neo4j Browser, in pixels."""

    colour: str
    caption: tuple[str, ...] = ("name",)
    size: float = 1
    width: int = 1


# What no reader looks for. A `name` stands in every caption already.
TECHNICAL = frozenset({"id", "slug", "dataset", "start", "end", "datedFrom", "datedTo", "publishedFrom", "publishedTo", "commentsPublishedFrom", "commentsPublishedTo", "atLeast", "path"})
GREY = "#5f676d"
LABELS = {
    "Finding": Look("#98300f", ("year", "name"), 1.5), "Letter": Look("#0b4a84"), "Report": Look("#4d3f9c", ("title",)), "Response": Look("#1c6650"),
    "Theme": Look("#8a5800"), "Force": Look("#15181b"), "Person": Look("#563a80"), "Judgement": Look("#6a4a1f"), "Office": Look(GREY),
    "Alliance": Look("#32525f"), "Inspectorate": Look("#2f3b63"), "Review": Look("#77506a", ("name",), 0.75),
}  # fmt: skip
KIND_COLOURS = {"CauseOfConcern": "#6d1b05", "AreaForImprovement": "#b4552f", "Recommendation": "#8f5a0f"}
# What a link rests on is told by its colour: a letter's or a reader's word that it is the same, that it is related, likeness alone.
TYPES = {
    "RECURS_AS": Look("#98300f", ("evidence",), 2, 5), "RELATED_TO": Look("#8a7a2f", ("evidence",), 1, 2),
    "SUGGESTED_AS": Look("#a9b0b4", ("score",)), "LED_TO": Look("#d9a08c", ("evidence", "relation")), "DUE_FOR": Look("#0b4a84", ("verdict",)),
    "HELD": Look("#563a80", ("from", "to")), "MEMBER_OF": Look("#32525f", ("from", "to")),
}  # fmt: skip
OTHER = Look("#848b90", ())
# In Neo4j Browser a circle of size 1 is as wide as this, in pixels; findings are read in the picture, so theirs are larger.
DIAMETER = 76


def grass() -> str:
    """The style file that Neo4j Browser takes by drag and drop, or by `:style` with its address."""
    rules = [_rule("node", {"diameter": "50px", "color": GREY, "border-color": GREY, "border-width": "2px", "text-color-internal": "#FFFFFF", "font-size": "10px"})]
    line = {"color": OTHER.colour, "shaft-width": "1px", "font-size": "8px", "padding": "3px", "text-color-external": "#15181b", "text-color-internal": "#FFFFFF"}
    rules.append(_rule("relationship", line | {"caption": '"<type>"'}))
    rules += [_node(label, look) for label, look in LABELS.items()]
    rules += [_rule(f"node.{kind}", {"color": colour, "border-color": colour}) for kind, colour in KIND_COLOURS.items()]
    rules += [_rule(f"relationship.{kind}", {"color": look.colour, "shaft-width": f"{look.width}px", "caption": _caption(look)}) for kind, look in TYPES.items()]
    return "\n".join(rules)


def _node(label: str, look: Look) -> str:
    colours = {"color": look.colour, "border-color": look.colour, "text-color-internal": "#FFFFFF"}
    return _rule(f"node.{label}", colours | {"diameter": f"{round(DIAMETER * look.size)}px", "caption": _caption(look)})


def _caption(look: Look) -> str:
    return '"' + " ".join(f"{{{name}}}" for name in look.caption) + '"'


def _rule(of: str, properties: dict[str, str]) -> str:
    return f"{of} {{\n" + "".join(f"  {name}: {value};\n" for name, value in properties.items()) + "}\n"
