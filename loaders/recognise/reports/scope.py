"""Whether a report is on one force, on several or on all, and of which programme it is."""

from __future__ import annotations

import re
from collections import Counter

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.parties.forces import places_in
from loaders.recognise.reports.printed import Title

__all__ = ["programme", "scope"]

NATIONAL = re.compile(
    r"\bnational\s+(?:thematic\s+)?(?:report|inspection|review)|\bthematic\b|all\s+(?:43\s+)?(?:forces|chief\s+constables|police\s+forces)|England\s+and\s+Wales|national\s+recommendations?|across\s+the\s+country|recommendations?\s+(?:in\s+total|for\s+(?:all\s+)?chief\s+constables)", re.I
)
ON_A_FORCE = re.compile(r"\bPEEL\b|crime\s+inspection|crime\s+data\s+integrity|custody\s+(?:suites|visit)|child\s+protection|post-?\s?inspection|revisit|vetting\s+inspection|integrity\s+inspection|counter[- ]corruption\s+inspection|integrity\s+arrangements|integrity\s+and\s+corruption", re.I)
FORCE_REPORT = re.compile(r"(?:report|inspection|assessment|findings|review)\s+(?:report\s+)?(?:in\s?to|on|for|of|about)\s+(?:the\s+)?(?:performance\s+of\s+)?$", re.I)
JOINT = re.compile(r"\bjoint\s+(?:inspection|report|review|targeted)|\bHMIP\b|Inspectorate\s+of\s+Prisons|\bCare\s+Quality\s+Commission\b|\bOfsted\b", re.I)
PROGRAMMES = (
    ("PEEL", re.compile(r"\bPEEL\b|crime\s+inspection\s+20\d\d|police\s+(?:legitimacy|efficiency|effectiveness)\b", re.I)),
    ("State of Policing", re.compile(r"state\s+of\s+policing", re.I)),
    ("custody", re.compile(r"custody\s+(?:suites|inspection|facilities)|inspection\s+(?:visit\s+)?(?:to|of)\s+police\s+custody", re.I)),
    ("crime data integrity", re.compile(r"crime[- ]?data\s+integrity|crime[- ]?recording", re.I)),
    ("child protection", re.compile(r"child\s+protection\s+(?:inspection|post)|child\s+protection$", re.I)),
    ("JTAI", re.compile(r"joint\s+targeted\s+area|\bJTAI\b", re.I)),
    ("Valuing the Police", re.compile(r"austerity|valuing\s+the\s+police", re.I)),
    ("integrity", re.compile(r"integrity\s+(?:and\s+corruption|arrangements|inspection)|counter[- ]corruption|vetting\s+inspection", re.I)),
    ("super-complaint", re.compile(r"super-?complaint", re.I)),
)


def scope(title: Title, found: list[Title], anatomy: Anatomy) -> str:
    """Two forces in a title make it joint; one, or a programme on single forces, makes it the force's; else as the opening has it."""
    words = anatomy.flat[title.start : title.end]
    places = Counter(re.sub(r"\s+", " ", words[i:j]) for i, j in places_in(words))
    if re.search(r"\bin\s+[A-Z][\w ]+\s+and\s+[A-Z][\w ]+$", words) and not re.search(r"England\s+and\s+Wales", words):
        return "joint"
    if JOINT.search(words):
        return "joint"
    if re.search(r"England\s+and\s+Wales|national\s+(?:report|overview)|state\s+of\s+policing", words, re.I):
        return "national"
    if places or ON_A_FORCE.search(words):
        return "force"
    return _scope_by_text(anatomy, found)


def _scope_by_text(anatomy: Anatomy, found: list[Title]) -> str:
    text = anatomy.flat
    reach = min(len(text), anatomy.body_start + 900)
    opening = text[: reach]
    if re.search(r"force[- ]specific\s+report", opening, re.I):
        return "force"
    of_force = [i for i, _ in places_in(opening) if FORCE_REPORT.search(opening[max(0, i - 60) : i])]
    if of_force and not re.search(r"national\s+report", opening, re.I):
        return "force"
    if NATIONAL.search(opening) or len(found) > 1:
        return "national"
    return "joint" if JOINT.search(opening) else "national"


def programme(words: str) -> str:
    return next((name for name, pattern in PROGRAMMES if pattern.search(words)), "thematic")
