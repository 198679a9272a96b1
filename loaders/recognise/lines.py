"""The lines of a letter and what each is: salutation, addressee, date, reference, closing, office, debris …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from loaders.recognise import dates, names
from loaders.recognise.fields import field_of
from loaders.recognise.prose import spans_of_lines

__all__ = ["HONOURABLE", "SENTENCE_END", "Kind", "Line", "lines_of"]


class Kind(Enum):
    """What a line is, by its own words."""

    SALUTATION = "salutation"
    ADDRESSEE = "addressee"
    DATE = "date"
    REFERENCE = "reference"
    COPY = "copy"
    FIELD = "field"
    ADDRESS = "address"
    CLOSING = "closing"
    OFFICE = "office"
    NAME = "name"
    DEBRIS = "debris"
    SHORT = "short"
    PROSE = "prose"


HEADER = {Kind.SALUTATION, Kind.ADDRESSEE, Kind.DATE, Kind.REFERENCE, Kind.COPY, Kind.FIELD, Kind.ADDRESS, Kind.OFFICE}
SALUTATION = re.compile(r"(?:Dear|Annwyl)\s+[A-Z][^.:;!?]{0,70}[,:.]?$|Dear\s+(?:Home Secretary|Minister|Sir|Madam)\b", re.I)
SENT_TO = r"(?:(?:To|FAO|For\s+the\s+attention\s+of)\s*:?\s+)?"
HONOURABLE = r"(?:The\s+)?(?:Rt\.?|Right)\s+Hon(?:ourable|\.)?(?!\w)|Y\s+Gwir\s+Anrh(?:ydeddus|\.)?(?!\w)"
INSPECTOR = r"(?:HM|H\.M\.|Her\s+Majesty's|His\s+Majesty's)\s+(?:Chief\s+)?Inspector(?:\s+of\s+Constabulary)?\b[^.]{0,60}$"
ADDRESSEE = re.compile(
    rf"{HONOURABLE}|{SENT_TO}(?:[Tt]he\s+)?Home\s+Secretary\s*(?:,?$|,\s|\()|(?:The\s+)?Secretary\s+of\s+State\s+for\s+the\s+Home|Ysgrifennydd\s+Cartref\s*,?$"
    rf"|{INSPECTOR}|{SENT_TO}HMC?I(?:\s+{names.PERSON}{names.HONOURS})?,?$|{names.PERSON}{names.HONOURS},?\s+(?:HMC?I\b[^.]{{0,50}}$|{INSPECTOR})"
    rf"|Minister\s+(?:of\s+State\s+)?for\s+[^.]{{3,60}}$|[A-Z][\w'-]+(?:\s+[A-Z][\w'.-]*){{1,3}},?\s+(?:MP|AS),?(?=\s*$|\s+(?:The\s+)?(?:Home|House|Secretary|Minister))",
)
REFERENCE = re.compile(r"(?:Our|Your|My|PCC)?\s*Ref(?:erence)?(?:\s+No)?\s*[:.]", re.I)
COPY = re.compile(r"c\.?\s?c\.?\s*[:.]|cc\s+[A-Z]|cop(?:y|ied|ies)(?:\s+to)?\s*:|enc(?:l|losure|s)?s?\s*[:.]?(?:\s|$)", re.I)
ADDRESS = re.compile(
    r"[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b|^House\s+of\s+(?:Commons|Lords)\b|^Home\s+Office\b|^\d{1,3}[A-Za-z]?,?\s+(?:[A-Z][\w']+\s+){1,3}"
    r"(?:Street|Road|Lane|Avenue|Square|Place|Way|Drive|Hill|Gate|Park)\b|^(?:London|Westminster)\s*,?$|\b(?:Tel|Telephone|Phone|Fax|E-?mail|Ffôn|E-bost)\s*[:.]"
    r"|^(?:https?://|www\.)|^[\w.+-]+@[\w.-]+$|^(?:Police\s+)?Headquarters\b|^PO Box\b",
    re.I,
)
CLOSING = re.compile(
    r"(?:I\s+(?:am|remain),?\s+(?:[A-Z][\w ]{2,30},\s+)?)?(?:All\s+(?:the\s+)?best|(?:With\s+)?thanks|Warmly|Best(?=\s*[,.]?\s*$)|Yours\s+(?:sincerely|faithfully|truly|ever|aye)|Yours|Sincerely|(?:With\s+)?(?:very\s+)?(?:best|kind|kindest|warm|warmest)\s+(?:wishes|regards)|Regards"
    r"|Many\s+thanks|Respectfully|Faithfully|(?:Sincerely|Faithfully)\s+yours|In\s+(?:solidarity|haste|friendship)|(?:With\s+)?every\s+good\s+wish|(?:I\s+(?:am|remain),?\s+)?your\s+obedient\s+servant|Yn\s+gywir|Cofion(?:\s+\w+)?)\b[^.\w]*(?:[\w ]{0,20})[.,]?$|\(?signed\)?\s*:?\s*(?=[A-Z]|$)(?:[^.,]{0,50})$",
    re.I,
)
DEBRIS = re.compile(
    r"(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$|-\s*\d{1,3}\s*-$|page\s+\w+\s+of\s+\w+$|[\W\d_]+$|(?:OFFICIAL|NOT PROTECTIVELY MARKED|RESTRICTED)(?:\s*[-:]\s*\w+)?$"
    r"|\S{0,6}\d\S*\+\S*$|A\s+(?:handwritten\s+)?signature\b.*|\[?(?:signature|signed|image|logo|scan(?:ned)?)[^\n]{0,60}\]?$",
    re.I,
)
OFFICE_LINE = 140
SENTENCE_END = re.compile(r"[.;:!?]['\")]*$")
SHORT = 110


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its place in the shadow, its words, its kind, and how many blank lines stand above it."""

    start: int
    end: int
    text: str
    kind: Kind
    gap: int

    @property
    def is_header(self) -> bool:
        return self.kind in HEADER


def lines_of(text: str) -> list[Line]:
    """The lines of a shadow's text."""
    found: list[Line] = []
    before = 0
    for start, end in spans_of_lines(text):
        printed = text[start:end]
        words = " ".join(printed.split()) if "\n" in printed else printed.strip()
        gap = text.count("\n", before, start) - 1 if found else 0
        first = start + len(printed) - len(printed.lstrip())
        found.append(Line(first, first + len(printed.strip()), words, _kind(words), max(gap, 0)))
        before = end
    return found


def _kind(words: str) -> Kind:
    """The first kind whose pattern fits; only the head of a long line is looked at."""
    if len(words) > 300:
        return Kind.PROSE
    for kind, fits in TESTS:
        if fits(words):
            return kind
    return Kind.SHORT if len(words) <= SHORT and not SENTENCE_END.search(words) else Kind.PROSE


def _is_office(words: str) -> bool:
    words = names.calm(words)
    return len(words) <= OFFICE_LINE and bool(names.OFFICE_LINE.match(words)) and not SENTENCE_END.search(words)


def _is_addressee(words: str) -> bool:
    return bool(ADDRESSEE.match(words)) and len(words) <= 120 and not words.endswith((";", ":"))


TESTS = (
    (Kind.SALUTATION, SALUTATION.match),
    (Kind.CLOSING, CLOSING.match),
    (Kind.REFERENCE, REFERENCE.match),
    (Kind.COPY, lambda words: len(words) <= 160 and COPY.match(words)),
    (Kind.DATE, dates.alone),
    (Kind.FIELD, field_of),
    (Kind.ADDRESSEE, _is_addressee),
    (Kind.DEBRIS, DEBRIS.match),
    (Kind.OFFICE, _is_office),
    (Kind.ADDRESS, lambda words: len(words) <= 220 and ADDRESS.search(words)),
    (Kind.NAME, names.is_name),
)
