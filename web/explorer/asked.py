"""The headline question as a page is asked it: which years, which findings, on what evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from knowledge import things
from knowledge.index_notes import KIND_WORDS
from web.explorer.reading import Reading
from web.explorer.site import Site
from web.explorer.words import EVIDENCE, address

__all__ = ["Asked", "read"]

PATH = "/questions/recurrences"
NAMES = ("from", "to", "force", "kind", "laterKind", "theme", "atLeast", "relatedToo", "after")


@dataclass(frozen=True)
class Asked:
    """One question; its address is `address()`, defaults left out."""

    frm: int
    to: int
    force: things.Force | None = None
    kind: tuple[str, ...] = ()
    later_kind: tuple[str, ...] = ()
    theme: things.Theme | None = None
    at_least: str = "reviewed"
    related_too: bool = False
    after: int = 0

    def values(self) -> dict[str, object]:
        """The query string's values in their order, as the questions and GraphQL name them."""
        return {
            "from": self.frm,
            "to": self.to,
            "force": self.force and self.force.slug,
            "kind": self.kind,
            "laterKind": self.later_kind,
            "theme": self.theme and self.theme.slug,
            "atLeast": self.at_least if self.at_least != "reviewed" else None,
            "relatedToo": self.related_too,
        }

    def address(self, suffix: str = "") -> str:
        return address(PATH + suffix, **self.values(), after=self.after)

    def but(self, **changes: object) -> Asked:
        """The same question with something changed, from its first page."""
        return replace(self, **({"after": 0} | changes))  # type: ignore[arg-type]

    @property
    def counted_at(self) -> str:
        """The evidence of what is counted: suggestions are shown apart and never counted."""
        return "reviewed" if self.at_least == "suggested" else self.at_least


def read(site: Site, given: MultiDict[str, str]) -> tuple[Asked, Reading]:
    """The question, as far as it can be read; what cannot is in the reading's problems."""
    reading = Reading(site, PATH, given)
    reading.only(NAMES)
    frm, to = reading.year("from", site.pair[0]), reading.year("to", site.pair[1])
    if frm and to and frm > to:
        swapped = reading.instead(**{"from": to, "to": frm})
        reading.wrong("from", f"{frm} is after {to}, and a finding is found again later, not earlier.")
        reading.problems["from"] = replace(reading.problems["from"], offer=f"{to} to {frm}", link=swapped)
    evidence = reading.words("atLeast", EVIDENCE)
    kinds = tuple(KIND_WORDS)
    asked = Asked(
        frm or site.pair[0],
        to or site.pair[1],
        reading.thing("force", "force"),
        reading.words("kind", kinds),
        reading.words("laterKind", kinds),
        reading.thing("theme", "theme"),
        evidence[0] if evidence else "reviewed",
        reading.flag("relatedToo"),
        reading.whole("after"),
    )
    return asked, reading
