"""Titles of the reports that a letter answers: from its subject lines, else from its opening sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.recognise import dates
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.lines import Kind, Line

__all__ = ["Title", "titles"]

INSPECTORATE = r"(?:HMIC(?:FRS)?|HMI\s+(?:Constabulary|Prisons)|HMIP|(?:Her|His|HM)\s+(?:Majesty's\s+)?Inspectorate\s+of\s+Constabulary(?:\s*,?\s*(?:and|&)\s+Fire\s*(?:and|&)\s+Rescue\s+Services?)?)(?:\s*\(HMIC(?:FRS)?\))?(?:'s)?"
ANSWER = r"(?:(?:formal|statutory|full|written|official|initial|section\s+55(?:\(5\))?|s\.?\s?55)\s+)*(?:responses?|comments?|reply|replies|observations|statement)\s+(?:to|on|regarding|about|in\s+respect\s+of|in\s+response\s+to)\s+(?:the\s+|a\s+)?"
DESCRIBED = r"(?:(?:PEEL|national|thematic|joint|force|police|value\s+for\s+money|unannounced|recent|latest|new|published)\s+){0,3}(?:inspection|thematic|report|review|publication|assessment|study)s?(?:\s+(?:report|review|publication)s?)?"
PREFIXES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:re|subject|title|pwnc|report\s+title|name\s+of\s+report)(?:\s*[:.-]\s*|\s{2,})",
        rf"(?:(?:my|our|the|[A-Z][\w'-]+|and|&|,)\s+){{0,9}}?{ANSWER}",
        r"(?:section|s\.?)\s*55(?:\s*\(\d\))?(?:\s+of\s+the\s+police\s+act\s+1996)?\s*[:,-]\s*",
        rf"(?:the\s+)?{INSPECTORATE}\s+(?:{DESCRIBED}\s*(?:[:-]\s*|(?=['\"]))|(?:[:-]\s*))",
        rf"{DESCRIBED}\s*(?:[:-]\s+|(?=['\"]))",
        rf"(?:the\s+)?{INSPECTORATE}\s*[:-]?\s+(?:(?:and|/)\s+{INSPECTORATE}\s+)?(?!{DESCRIBED}\s*$)",
        r"(?:entitled|titled|called|on)\s+(?=['\"])",
    )
)
QUOTED = re.compile(r"""(?<!\w)(?P<mark>['"])(?P<title>[A-Z0-9].{3,220}?)(?P=mark)(?=\s*(?:$|\n|(?i:and)\b|&|[,;:.()-]|(?i:reports?|inspections?|was|were|which|published|released)\b))""")
TAIL = re.compile(r"\s*[-:,]?\s*An\s+inspection\s+of\s+[A-Z][^.\n]{2,80}", re.I)
IN_BRACKETS = re.compile(r"\s*[-,]?\s*\((?P<date>[^()]{4,90})\)\s*$")
AFTER_QUOTE = re.compile(r"['\"]\s*,?\s*\(?(?P<date>[^()\n]{4,40}?)\)?\s*(?:$|\n|[.;]|,)")
LIST_MARK = re.compile(r"\s*(?:#{1,6}\s+|•\s*|-\s+|\(?(?:\d{1,2}|[a-hivx]{1,3})[.)]\s+)?")
JOINING = re.compile(r"(?:[,:-]|\b(?:of|the|and|in|for|to|by|an?|into|on|with|from|PEEL))\s*$")
JOINED = re.compile(r"An\s+inspection\s+of\b|\d(?!\d?[.)]\s)|(?:Police|Constabulary)\b(?!\s+[a-z])")
BETWEEN_TITLES = re.compile(r"(?<=\))\s*(?:,|;|,?\s*(?:and|&))\s+(?=[A-Z'\"])")
INSPECTED = re.compile(r"\b(?:inspected|inspection|visited|fieldwork)\b[^();,]{0,20}", re.I)
PUBLISHED = re.compile(r",?\s*(?:\(\s*)?(?:published|released|issued|dated)\b.*$", re.I)
LAST_WORDS = re.compile(r"\s+(?:inspection\s+)?reports?\s*$", re.I)
STOCK = re.compile(r"(?:memorandum|report|letter|response|introduction|background|summary|purpose|overview|context|executive\s+summary|foreword|contents|appendix.*|annex.*|official.*|private.*|confidential.*|home|news|press\s+release.*|published.*)$", re.I)
TELLING = re.compile(r"inspect|PEEL|report|review|HMI|effective|legitima|efficien|stud(?:y|ies)\b|polic|crim|victim|custody|: \w|20\d\d", re.I)
NO_TITLE = re.compile(
    r".*>.*>|(?:last\s+)?(?:updated|modified|reviewed|published|posted|copied|sent|from|please|good\s+(?:morning|afternoon)|thank)\b|summary\s+of|[^:'\"]*\bresponds?\s+to\b[^:'\"]*$"
    r"|(?:public\s+|joint\s+)?(?:statement|response|comments)\b[^:'\"]*$|[^:'\"]*\b(?:Commissioner|PCC|Mayor)(?:\s+(?:for|of)\b[^:'\"]*)?$", re.I
)
ISSUED = re.compile(r"\s*\(?(?:published|issued|released)\b", re.I)
OVER_A_PILLAR = re.compile(r"\b(?:on|into)\s+(?:police\s+)?(?P<title>effectiveness|efficiency|legitimacy|leadership)\b(?P<date>\s*\([^()]{4,40}\))?", re.I)
GENERIC = frozenset(
    """hmic hmicfrs inspection inspections report reports police response of the into to on section 55 s55 act 1996 and in by for a an publication published recent
    national force thematic her his majesty majestys majesty's inspectorate constabulary fire rescue services service s my our latest letter comments statement
    commissioner crime pcc formal statutory commissioner's review above following two three its findings""".split()
)
CUE = re.compile(r"respon|comment|\brefer|writ|welcome|consider|publish|releas|purpose|report|inspect", re.I)
NEAR_REPORT = re.compile(r"report|inspection|review|entitled|titled|publication|published|thematic|study", re.I)
EMPHASIS = re.compile(r"(?<![*\w])[*_]{1,3}(?=\S)(?P<title>[^*_\n]{8,200}?)(?<=\S)[*_]{1,3}(?![*\w])")
PEEL = re.compile(r"\bPEEL\b[:,]?\s[^.;\n]{0,110}?\b20\d\d(?:\s?[/-]\s?(?:20)?\d\d)?\b(?:\s*\([^)\n]{3,40}\))?(?:\s*[-:,]?\s*An\s+inspection\s+of\s+(?:[A-Z][\w-]+\s?(?:and\s|of\s)?){1,5})?", re.I)
INTO = re.compile(
    r"(?P<title>\b(?:(?:joint|thematic|national|unannounced|progress|follow-up)\s+){0,2}(?:inspection|report|review|study|revisit|re-inspection)\s+(?:report\s+)?(?:of|into|on)\s+(?!the\s+(?:above|findings|progress))[^.;\n]{5,170}?)"
    r"(?=,?\s+(?:which|that|was|were|has|have|had|published|released|issued|dated|carried|conducted|undertaken|by\s+H|makes?|found|as\s+required|and\s+(?:would|am|I|to)\b)|\s*[.;(]|,\s|\s*$)",
    re.I,
)
NAMED = re.compile(
    r"\b(?:[Tt]he|[Yy]our|[Ii]ts|[Tt]heir|HMIC(?:FRS)?(?:'s)?)\s+(?P<title>[A-Z][\w'&/-]*(?:\s+(?:(?:of|and|the|in|to|for|&|into)\s+){0,2}[A-Z0-9][\w'&/()-]*){0,9}(?:\s+(?:inspection|thematic|progress|follow-up|assessment))*)(?=\s+(?:reports?|inspections?)\b)"
)
OPENING = 6


@dataclass(frozen=True, slots=True)
class Title:
    """Where a title stands in the shadow, its words as printed, and the date in brackets or before it ends."""

    start: int
    end: int
    words: str
    published: str | None = None
    inspected: str | None = None


def titles(anatomy: Anatomy) -> list[Title]:
    """Every title answered, in order, each once."""
    found: list[Title] = []
    for start, end in _subject_spans(anatomy):
        issued = _date(anatomy.text[start:end]) if ISSUED.match(anatomy.text, start) and found else None
        found = [replace(title, published=title.published or issued) for title in found] + _in_subject(anatomy.flat, start, end)
    if any(len(_telling_words(title.words)) > 2 for title in found):
        return _distinct(found)
    said = _in_opening(anatomy)
    is_fuller = said and (not found or bool(_telling_words(said[0].words) >= _telling_words(found[0].words)))
    return _distinct(said if is_fuller else found)


def _subject_spans(anatomy: Anatomy) -> list[tuple[int, int]]:
    """The subject's lines, a title over two lines as one; also a memorandum's SUBJECT."""
    fields = [line for line in anatomy.head if line.kind is Kind.FIELD and re.match(r"(?:subject|re|title|pwnc)(?:\s*:|\s{2,})", line.text, re.I)]
    spans: list[tuple[int, int]] = []
    before: Line | None = None
    widest = max((len(words) for words in anatomy.text.split("\n")), default=0)
    for line in sorted([*fields, *anatomy.subject], key=lambda line: line.start):
        if before and line.gap == 0 and line.kind is not Kind.NAME and _runs_on(before.text, line.text, widest):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
        before = line
    return spans


def _runs_on(before: str, after: str, widest: int) -> bool:
    """Whether a title goes on: by the words at the break, by what stands open there, or because the line was full."""
    if after[:1].islower() or JOINING.search(before) or JOINED.match(after):
        return True
    is_open = before.count("(") > before.count(")") or before.count('"') % 2 == 1 or bool(re.search(r"(?:^|\s)'[^']*(?:\w'\w[^']*)*$", before))
    is_full = widest < 130 and len(before) + after.find(" ") >= widest - 12 and len(after) < len(before) and not re.search(r"[).'\"]$", before) and not re.match(r"PEEL|HMI|['\"(]|[A-Z]{4,}|Re:", after)
    return is_open or is_full


def _in_subject(text: str, start: int, end: int) -> list[Title]:
    mark = LIST_MARK.match(text, start, end)
    start = mark.end() if mark else start
    begin = _after_prefixes(text, start, end)
    quoted = [_quoted(text, match, end) for match in QUOTED.finditer(text, begin, end)]
    if quoted:
        return quoted
    words = text[start:end].strip()
    if NO_TITLE.match(text[begin:end].strip()) or STOCK.match(text[begin:end].strip()) or (begin == start and not TELLING.search(words)):
        return []
    cuts = list(BETWEEN_TITLES.finditer(text, begin, end))
    firsts, lasts = [begin, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), end]
    parts = [_plain(text, a, b) for a, b in zip(firsts, lasts, strict=True)]
    return [title for title in parts if _tells(title.words)]


def _after_prefixes(text: str, start: int, end: int) -> int:
    """Past *Re:*, *Response to*, *HMIC Inspection report:* and the like."""
    while start < end and text[start].isspace():
        start += 1
    for _ in range(5):
        for prefix in PREFIXES:
            match = prefix.match(text, start, end)
            if match and match.end() < end and match.end() > start:
                start = match.end()
                break
        else:
            return start
    return start


def _quoted(text: str, match: re.Match[str], end: int) -> Title:
    tail = TAIL.match(text, match.end(), end)
    dated = AFTER_QUOTE.match(text, match.end() - 1, end)
    if tail:
        return _plain(text, match.start("title"), tail.end())
    inner = _plain(text, match.start("title"), match.end("title"))
    published = inner.published or (_date(dated["date"]) if dated else None)
    return Title(inner.start, inner.end, inner.words, published, inner.inspected)


def _plain(text: str, start: int, end: int) -> Title:
    """A title without what is printed after it: the month in brackets, when it was published, when the inspection was."""
    published = inspected = None
    for pattern in (PUBLISHED, IN_BRACKETS):
        cut = pattern.search(text, start, end)
        said = (cut["date"] if pattern is IN_BRACKETS else cut[0]) if cut else ""
        seen = INSPECTED.search(said)
        when = seen and _date(said[seen.start() :])
        date = _date(said[: seen.start()] + re.sub(r"^[^;,]*", "", said[seen.start() :]) if seen and when else said) if cut else None
        if cut and (date or when):
            end = cut.start()
            inspected = when or (date if date and "/" in date else inspected)
            published = date if date and "/" not in date else published
    last = list(dates.dates_in(text, start, end))[-1:]
    if last and not text[last[0].end : end].strip(" .,)'\"") and len(last[0].edtf) > 7:
        end, inspected = last[0].start, last[0].edtf
    cut = LAST_WORDS.search(text, start, end)
    if cut and _tells(text[start : cut.start()]):
        end = cut.start()
    while end > start and text[end - 1] in " \n-,:;.('\"":
        end -= 1
    return Title(start, end, _words(text[start:end]), published, inspected)


def _words(printed: str) -> str:
    """As printed, on one line and without stray marks of quotation."""
    words = " ".join(printed.split())
    return re.sub(r"""(?<!\w)['"](?=\w)|(?<=[\w)?])(?:"|'(?!\w))""", "", words) if re.search(r"""^['"]|['"](?:\s|$)""", words) else words


def _date(words: str) -> str | None:
    found = next(dates.dates_in(words), None)
    year = re.fullmatch(r"\s*((?:19|20)\d\d)\s*", words)
    return found.edtf if found else year[1] if year else None


def _tells(words: str) -> bool:
    return bool(_telling_words(words))


def _telling_words(words: str) -> set[str]:
    """The words of a title that tell it from another report's."""
    return set(re.findall(r"[a-z0-9']+", words.lower())) - GENERIC


def _in_opening(anatomy: Anatomy) -> list[Title]:
    """What the first sentences of the body name; of the first sentence that names anything, all."""
    text = anatomy.flat
    emphasised = _emphasised(anatomy)
    sentences = [span for span in anatomy.sentences if span[0] >= min(anatomy.body_start, anatomy.opening[0][0] if anatomy.opening else 0)][: OPENING * 2]
    for start, end in sentences:
        if CUE.search(text, start, end) or text[start] in "'\"":
            found = [t for t in emphasised if start <= t.start < end] or _in_sentence(text, start, end)
            if found:
                return found
    return _listed(text, sentences)


def _in_sentence(text: str, start: int, end: int) -> list[Title]:
    last = text.find("\n", end)  # a title may ask a question, at which its sentence seems to end
    begun = [match for match in QUOTED.finditer(text, start, len(text) if last < 0 else last) if match.start() < end]
    quoted = [match for match in begun if NEAR_REPORT.search(text, max(start, match.start() - 90), match.end() + 60)]
    if quoted:
        return [_quoted(text, match, end) for match in quoted]
    pillars = [Title(*match.span("title"), match["title"], _date(match["date"] or "")) for match in OVER_A_PILLAR.finditer(text, start, end)]
    if len(pillars) > 1 or (pillars and pillars[0].published):
        return pillars
    for pattern, group in ((PEEL, 0), (INTO, "title"), (NAMED, "title")):
        found = [_plain(text, match.start(group), match.end(group)) for match in pattern.finditer(text, start, end)]
        found = [title for title in found if _tells(title.words) and not re.search(r"Inspectorate", title.words)]
        if found:
            return found if pattern is not INTO else found[:1]
    return []


def _listed(text: str, sentences: list[tuple[int, int]]) -> list[Title]:
    """Titles in a list below "the following reports:"."""
    for i, (start, end) in enumerate(sentences):
        if re.search(r"reports?\b[^.]{0,40}:\s*$", text[start:end]):
            return [title for a, b in sentences[i + 1 : i + 6] if b - a < 220 for title in _in_subject(text, a, b)]
    return []


def _emphasised(anatomy: Anatomy) -> list[Title]:
    """Titles in italics, whose asterisks the shadow has dropped."""
    original = anatomy.document.text[anatomy.start : anatomy.end]
    found = []
    for match in EMPHASIS.finditer(original):
        start, end = (anatomy.shadow.place(anatomy.start + match.span("title")[side]) for side in (0, 1))
        if start >= anatomy.body_start and match["title"].count(" ") >= 1 and match["title"][:1].isupper():
            found.append(_plain(anatomy.flat, start, end))
    return [title for title in found if _tells(title.words)]


def _distinct(found: list[Title]) -> list[Title]:
    seen: dict[str, Title] = {}
    for title in found:
        seen.setdefault(re.sub(r"\W+", " ", title.words.lower()).strip(), title)
    return list(seen.values())
