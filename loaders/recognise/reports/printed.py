"""A title as it is printed: without what stands after it, with the dates that do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise import dates

__all__ = ["QUOTED", "Title", "plain", "printed_date", "quoted_title", "telling_words", "tells"]

QUOTED = re.compile(r"""(?<!\w)(?P<mark>['"])(?P<title>[A-Z0-9].{3,220}?)(?P=mark)(?!\w)(?:(?<=")|(?=\s*(?:$|\n|(?i:and)\b|&|[,;:.()-]|(?i:reports?|inspections?|was|were|is|has|which|published|released|issued|dated|on|of|by|from|in|into|came|appeared)\b)))""")
TAIL = re.compile(r"\s*[-:,]?\s*An\s+inspection\s+of\s+[A-Z][^.\n]{2,80}", re.I)
IN_BRACKETS = re.compile(r"\s*[-,]?\s*\((?P<date>[^()]{4,90})\)\s*$")
AFTER_QUOTE = re.compile(r"['\"]\s*,?\s*\(?(?P<date>[^()\n]{4,40}?)\)?\s*(?:$|\n|[.;,]|and\b|&)")
INSPECTED = re.compile(r"\b(?:inspected|inspection|visited|fieldwork)\b[^();,]{0,20}", re.I)
PUBLISHED = re.compile(r",?\s*(?:\(\s*)?(?:published|released|issued|dated)\b.*$", re.I)
THE_LAW = re.compile(r"\s*[-,;:(]+\s*(?:(?:as\s+required\s+by|under)\s+)?(?:section|s\.?)\s?55\b[^\n]{0,60}$", re.I)
OUR_ANSWER = re.compile(r"\s*[:-]\s+(?:(?:my|our|a|the)\s+)?(?:[\w']+\s+){0,5}(?:response|comments?|statement|reply)$", re.I)
LAST_WORDS = re.compile(r"(?:\s+-\s+(?:final|interim|national|full)(?=\s))?\s+(?:inspection\s+)?reports?\s*$", re.I)
GENERIC = frozenset(
    re.findall(
        r"\S+",
        """hmic hmicfrs inspection inspections report reports police response of the into to on section 55 s55 act 1996 and in by for a an publication published recent
    national force thematic her his majesty majestys majesty's inspectorate constabulary fire rescue services service s my our latest letter comments statement
    commissioner crime pcc formal statutory commissioner's review above following two three its findings""",
    )
)


@dataclass(frozen=True, slots=True)
class Title:
    """Where a title stands in the shadow, its words as printed, and the date in brackets or before it ends."""

    start: int
    end: int
    words: str
    published: str | None = None
    inspected: str | None = None


def quoted_title(text: str, match: re.Match[str], end: int) -> Title:
    tail = TAIL.match(text, match.end(), end)
    dated = AFTER_QUOTE.match(text, match.end() - 1, end)
    if tail:
        return plain(text, match.start("title"), tail.end())
    inner = plain(text, match.start("title"), match.end("title"))
    published = inner.published or (printed_date(dated["date"]) if dated else None)
    return Title(inner.start, inner.end, inner.words, published, inner.inspected)


def plain(text: str, start: int, end: int) -> Title:
    """A title without what is printed after it: the month in brackets, when it was published, when the inspection was."""
    published = inspected = None
    for pattern in (THE_LAW, OUR_ANSWER):
        after = pattern.search(text, start, end)
        end = after.start() if after and after.start() > start else end
    for pattern in (PUBLISHED, IN_BRACKETS):
        cut = pattern.search(text, start, end)
        said = (cut["date"] if pattern is IN_BRACKETS else cut[0]) if cut else ""
        seen = INSPECTED.search(said)
        when = seen and printed_date(said[seen.start() :])
        date = printed_date(said[: seen.start()] + re.sub(r"^[^;,]*", "", said[seen.start() :]) if seen and when else said) if cut else None
        if cut and (date or when):
            end = cut.start()
            inspected = when or (date if date and "/" in date else inspected)
            published = date if date and "/" not in date else published
    last = list(dates.dates_in(text, start, end))[-1:]
    if last and not text[last[0].end : end].strip(" .,)'\"") and len(last[0].edtf) > 7:
        end, inspected = last[0].start, last[0].edtf
    cut = LAST_WORDS.search(text, start, end)
    if cut and tells(text[start : cut.start()]):
        end = cut.start()
    while end > start and text[end - 1] in " \n-,:;.('\"":
        end -= 1
    return Title(start, end, _words(text[start:end]), published, inspected)


def _words(printed: str) -> str:
    """As printed, on one line and without stray marks of quotation."""
    words = " ".join(printed.split())
    return re.sub(r"""(?<!\w)['"](?=\w)|(?<=[\w)?])(?:"|'(?!\w))""", "", words) if re.search(r"""^['"]|['"](?:\s|$)""", words) else words


def printed_date(words: str) -> str | None:
    found = next(dates.dates_in(words), None)
    year = re.fullmatch(r"\s*((?:19|20)\d\d)\s*", words)
    return found.edtf if found else year[1] if year else None


def tells(words: str) -> bool:
    return bool(telling_words(words))


def telling_words(words: str) -> set[str]:
    """The words of a title that tell it from another report's."""
    return set(re.findall(r"[a-z0-9']+", words.lower())) - GENERIC
