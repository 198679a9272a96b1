"""Answers to many findings at once: so many as are counted, or all of a letter that has been answered and is now only watched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.findings.found import Found
from loaders.findings.wording.pointing import SO_MANY

__all__ = ["ALL", "EACH", "ONE", "of_number", "speaks_of_all"]

ALL = re.compile(
    r"\ball (?:of )?(?:the |these |those )?(?:\w+ ){0,2}(?:issues?|recommendations?|areas?|concerns?|findings?|afis|improvements?)\b|\beach of (?:the |these |those )?(?:\w+ ){0,2}?(?:issues|recommendations|areas|concerns|findings|afis|improvements)\b|\bthe (?:\w+ ){0,1}?(?:recommendations|concerns|issues)\b"
    rf"|\b(?:action|delivery|improvement) plans?\b|{SO_MANY}|\bnumber of concerns\b|\bareas (?:of concern|requiring improvement|identified for improvement)\b"
)
EACH = re.compile(r"\b(?:all|each|both) (?:of )?(?:these|them|those)\b")
ONE = re.compile(r"(?:that|this) \w+ (?:has|was|is|will)\b")
WHOLE = re.compile(
    r"\b(?:progress|improvements?)\b(?! (?:of|against|on|with|in|towards) (?:this|that|it|the (?:first|second|third|last|latter|\w+ \w+))\b)|\bthe (?:whole )?position as a whole\b|\beach (?:of the )?(?:recommendations?|areas?|findings?|points?|matters?|actions?)\b|\bevery (?:one of (?:the|these|those)|recommendation|area|finding|matter|point|action)\b"
    r"|\ball of (?:this|it|them|these|the (?:above|foregoing))\b|\bboth\b(?! (?:of )?(?:the )?\w+ (?!and\b)\w+s\b)(?! (?:forces|districts|sites|suites|councils)\b)|\ball (?:of|(?:the |these |those )?(?:\w+ )?(?:areas|recommendations|findings|matters|points|actions|concerns|issues))\b|\b(?:these|those|the above|the foregoing|all the) (?:matters|points|subjects|areas|recommendations|findings|undertakings|commitments)\b|\bthe (?:above|foregoing)\b"
)
THIS_ONE = re.compile(r"\b(?:this|that) (?:\w+ )?(?:area|recommendation|matter|finding|point|work|unit|issue|programme|plan|pilot|project|policy|aspect|subject)\b|\b(?:of|on|with|monitor|watch|follow|review|oversee) (?:this|it)\b|\b(?:its|their|his|her) progress\b")


def speaks_of_all(words: str) -> bool:
    """Whether the words (lower case) name what is watched as the whole of it: `progress`, `these matters`, `every one of them`."""
    return bool(WHOLE.search(words)) and not THIS_ONE.search(words)


def of_number(n: int | None, groups: Sequence[Sequence[Found]], stated: Sequence[Found]) -> list[Found]:
    """`Both`, `all five areas`: the first of `groups`, or of the findings of one kind, that has so many."""
    kinds = dict.fromkeys(f.kind for f in stated)
    alike = [[f for f in stated if f.kind == kind] for kind in kinds]
    return next((list(group) for group in (*groups, *alike) if len(group) == n), []) if n else []
