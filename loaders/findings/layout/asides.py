"""A letter's text with what is said in parenthesis of who said it put first: `The force, they wrote, should …` is read as `They wrote that the force should …`."""

from __future__ import annotations

import re
from array import array

from loaders.findings.wording.tying import SAYS
from loaders.recognise.shadow import Shadow

__all__ = ["Straight"]

WHO = r"(?:they|hmic(?:frs)?|(?:the |his majesty's |her majesty's |hm )?(?:inspectors|inspectorate|inspection team|report))"
IN_VIEW = rf"(?:in (?:{WHO}'s?|its|their) (?:own )?(?:words|view|judgement|opinion|eyes|estimation)|according to {WHO})"
ASIDE = re.compile(
    rf"(?:,| -)\s(?P<said>(?:so\s|as\s)?(?:(?P<who>{WHO})\s(?P<says>{SAYS})|(?P<saying>{SAYS})\s(?P<whom>{WHO}))|{IN_VIEW})(?:,| -)\s(?=[a-z])",
    re.I,
)
OPENING = re.compile(r"\A\s*|\n\n\s*|[.!?:;]['\")]*\s+")
MARK = re.compile(r"(?:\(?\w{1,4}[.)]|[•-])\s+")
LONGEST = 160  # characters of a sentence that may stand before who said it


class Straight:
    """`text` is read; `span` and `place` lead from it to the document's offsets and back."""

    def __init__(self, shadow: Shadow) -> None:
        self.shadow = shadow
        self._pieces: list[str] = []
        self._origins = array("l")
        done = 0
        for aside in ASIDE.finditer(shadow.text):
            start = _opening(shadow.text, max(done, aside.start() - LONGEST), aside.start())
            if start is not None:
                self._keep(done, start)
                self._say(aside)
                self._keep(start, aside.start())
                self._keep(aside.end() - 1, aside.end())
                done = aside.end()
        self._keep(done, len(shadow.text))
        self.text = "".join(self._pieces)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the document of what was read between `start` and `end`."""
        among = self._origins[start:end]
        return self.shadow.span(min(among), max(among) + 1) if among else self.shadow.span(start, start)

    def place(self, offset: int) -> int:
        """Where what stands at `offset` of the document is read; sentences that were put straight count from their heads."""
        at = self.shadow.place(offset)
        low, high = 0, len(self._origins)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._origins[middle] < at else (low, middle)
        return low

    def _keep(self, start: int, end: int) -> None:
        self._put(self.shadow.text[start:end], range(start, end))

    def _say(self, aside: re.Match[str]) -> None:
        """`They wrote that `, in the place of the parenthesis."""
        who, says = aside["who"] or aside["whom"], aside["says"] or aside["saying"]
        words = f"{who} {says} that " if who else aside["said"] + ", "
        self._put(words[0].upper() + words[1:], [aside.start("said")] * len(words))

    def _put(self, words: str, origins: range | list[int]) -> None:
        self._pieces.append(words)
        self._origins.extend(origins)


def _opening(text: str, least: int, end: int) -> int | None:
    """Where the sentence begins that `end` is in; None if that is before `least`."""
    start = max((match.end() for match in OPENING.finditer(text, least, end)), default=None)
    mark = MARK.match(text, start, end) if start is not None else None
    return mark.end() if mark else start
