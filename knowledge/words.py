"""Words of a text for setting findings side by side: which carry nothing, and what is left of a word without its ending."""

from __future__ import annotations

import re

__all__ = ["SMALL", "STOP", "content", "stem", "tokens"]

STOP = frozenset(
    """a an the and or of to in on for with by from at as is are was were be been being it its this that these those there their they them he she his her i my me we our
    you your has have had having do does did not no nor so if than then when where which who whom what how all any each both more most some such only own same too very can
    will would should could may might must shall into over under about between through during before after above below up down out off again further once also however
    force forces police report reports inspection inspectors inspectorate hmic hmicfrs identified identifies found finding findings highlighted states improve improves improvement improvements
    area areas need needs needed ensure ensures ensuring make makes made recommendation recommendations concern concerns issue issues letter chief constable
    highlight highlights still number numbers many much within without always often sometimes already yet including include includes while whether across because since until
    although though us upon via per among amongst another every those says said being given way ways well good better""".split()
)
SMALL = frozenset(
    """a an the and or of to in on for with by from at as is are was be been its it their who that
    not no too do does did has have had so""".split()
)
TOKEN = re.compile(r"[a-z0-9]+")
POSSESSIVE = re.compile(r"['’]s?\b")
VOWEL = re.compile(r"[aeiouy]")
PLURAL_ES = ("sses", "shes", "ches", "xes")


def tokens(text: str) -> list[str]:
    """The words and numbers of a text in lower case, without the mark of possession."""
    return TOKEN.findall(POSSESSIVE.sub("", text.lower()))


def stem(word: str) -> str:
    """The word without plural, -ing, -ed, -ly and final e. A light rule: *manager* and *manage* stay two words."""
    if len(word) < 4 or word[0].isdigit():
        return word
    base = _without_form(_singular(word))
    if base.endswith("ly") and len(base) > 6:
        base = base[:-2]
    if base.endswith("e") and len(base) > 4:
        base = base[:-1]
    return base[:-1] + "i" if base.endswith("y") and len(base) > 3 else base


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(PLURAL_ES):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_form(word: str) -> str:
    """Without -ing or -ed: *logged* is *log*, *filed* is *file*."""
    ending = next((e for e in ("ingly", "edly", "ing", "ed") if word.endswith(e)), "")
    base = word[: len(word) - len(ending)]
    if not ending or len(base) < 3 or not VOWEL.search(base):
        return word
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base + "e" if len(base) == 3 and base[-2] in "aeiou" and base[-1] not in "aeiouwxy" else base


def content(text: str) -> dict[str, str]:
    """The stems of a text's content words, each with the word as it first stands there."""
    found: dict[str, str] = {}
    for word in tokens(text):
        if word not in STOP and len(word) > 2:
            found.setdefault(stem(word), word)
    return found
