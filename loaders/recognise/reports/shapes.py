"""What a line over a letter names: the shape of a report's title, and of the lines that only look like one."""

from __future__ import annotations

import re

__all__ = ["is_shaped", "names_none"]

ABOUT = r"(?:of|on|into|in\s+to|to|in)"
TITLED = re.compile(
    rf"\bPEEL\b.*\b20\d\d|\b(?:re-?|post-?\s?)?(?:inspections?|review|study|thematic|assessment|revisit|survey|audit)\s+(?:visit\s+)?{ABOUT}\b|\b(?:an?|progress|update|joint|final|interim|spotlight)\s+report\s+(?:{ABOUT})\b|^report\s+(?:on|into)\b"
    r"|\b(?:inspection|re-?inspection|review|revisit|assessment)s?\s*[:,(-]?\s*20\d\d|\bcrime\s+inspection\b|\bdata[- ]integrity\b|\bchild\s+protection\s+inspection|\bstate\s+of\s+policing\b|\bcustody\s+suites?\b|\bin\s+austerity\b"
    r"|\bpolice\s+(?:legitimacy|efficiency|effectiveness|integrity)\b|\bpost-?\s?inspection\s+review\b|\bthematic\s+inspection\b|\bPEEL\s+(?:assessment|inspection|report)|^(?:the\s+)?HMIC(?:FRS)?(?:'s)?\s*(?:[:-]|(?:[\w-]+\s+){0,3}(?:inspection|report|thematic|review|study|publication)s?\s*[:-])|\bfinal\s+(?:inspection\s+)?report\b|^['\"][^'\"]{8,}['\"]|\b(?:inspection|report|review|study)s?\s+['\"](?-i:[A-Z])",
    re.I,
)
SUBTITLE = re.compile(r"[A-Z][^:.|]{3,80}: [A-Za-z]?[^:.|]*\b(?:polic(?:e|ing)|crim(?:e|inal)|inspect\w+|victims?|forces?|custody|children|justice)\b", re.I)
PATH = re.compile(r"(?:.*?\s[/>|\u00bb\u203a]\s){2}|(?:you\s+are\s+(?:here|in)|home)\b\s*[:/>|]|.*\|", re.I)
OF_OFFICE = re.compile(r"(?:our|your|my)?\s*ref(?:erence)?\b|for\s+information\b|copies\b|cc\b|attach|enclos|scanned\b|page\s+\d|vol(?:ume)?\.?\s+\d|\S+\.(?:docx?|pdf|xlsx?)\b", re.I)
WEB = re.compile(r"(?:your|our|my|what|why|who|when|how|frequently|questions|news|latest|skip|search|share|contact|reading\s+time|letters?\s+to|statement)\b(?![^:]*:)", re.I)
STREET = re.compile(r"\b(?:House|Street|Road|Lane|Court|Lodge|Headquarters|Hall|Building|Avenue|Square|Station|Rooms|Wharf|Park|HQ)\b")
SMALL = re.compile(r"\b(?:of|the|and|on|in|for|&)\b")


def is_shaped(words: str) -> bool:
    """Whether a line by itself reads as a report's title: it says that it is an inspection, or has a subtitle on policing."""
    return bool(TITLED.search(words) or SUBTITLE.match(words)) and not WEB.match(words.lstrip("# "))


def names_none(words: str) -> bool:
    """Whether a line is a file's or a page's: a reference, a path, a distribution, an address, a dotted letterhead."""
    words = words.lstrip("# ")
    return words.endswith(":") or bool(PATH.match(words) or OF_OFFICE.match(words) or "\u2022" in words[1:] or _is_address(words))


def _is_address(words: str) -> bool:
    """Capitalised words, a comma, and a house or a street among them."""
    plain = SMALL.sub(" ", words)
    return "," in words and bool(STREET.search(words)) and not re.search(r"(?<![\w'])[a-z]{2,}", plain)
