"""What the pages call things: kinds, evidence, verdicts and whose words, as the design's section 5 has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlencode

from knowledge import dates, things
from knowledge.index_notes import KIND_WORDS, number_word

__all__ = [
    "EVIDENCE",
    "STATUSES",
    "VERDICTS",
    "address",
    "badge_words",
    "caption",
    "counted",
    "every_row",
    "evidence_choice",
    "href",
    "kind_word",
    "readers",
    "said_date",
    "short_title",
    "short_words",
    "shown_number",
    "span_words",
    "subject",
    "theme_words",
    "upper_first",
    "where",
    "year_basis",
]

EVIDENCE = {
    "inspectorate": ("Said by the inspectorate", "A report of the inspectors says that the finding was made before."),
    "letter": ("Said by a letter", "The commissioner’s own letter says so. Its words are quoted."),
    "reviewed": (
        "Reviewed by readers",
        "At least one named reader, a person or a program, set both quotes side by side and judged them the same shortcoming; none refused.",
    ),
    "suggested": ("Suggested by likeness, not judged", "Alike in words or subject. Nobody has read it. Never counted in an answer."),
}
VERDICTS = {
    "on_time": ("On time", ""),
    "late": ("Dated late", "filled"),
    "cannot_confirm": ("Cannot confirm", "unsure"),
    "no_limit_then": ("No limit then", ""),
    "not_applicable": ("Does not apply", ""),
}
STATUSES = {
    "done": "done",
    "in_progress": "in progress",
    "planned": "planned",
    "under_review": "under review",
    "declined": "declined or put off",
    "monitoring": "monitoring",
}
BASES = {"printed": "printed", "registered": "from the register", "inferred": "inferred"}


def counted(n: int, one: str, many: str | None = None) -> str:
    """`1 letter`, `3,000 letters`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def kind_word(kind: str, many: bool = False) -> str:
    return KIND_WORDS[kind][many]


def caption(finding: things.Finding) -> str:
    """`Area for improvement, 2019`."""
    return f"{kind_word(finding.kind).capitalize()}, {finding.year or 'year not known'}"


def upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def theme_words(themes: Sequence[things.Theme], most: int = 2) -> str:
    """The names of themes, in one phrase: `Digital forensics, timeliness`."""
    return upper_first(", ".join(theme.name for theme in themes[:most]))


def subject(*path: things.Finding) -> str:
    """What a path is about: those of its last finding's themes that most of its findings share; else its kind and year."""
    shares = {theme: sum(theme in finding.themes for finding in path) for theme in path[-1].themes}
    most = max(shares.values(), default=0)
    return theme_words([theme for theme, n in shares.items() if n == most]) or caption(path[-1])


def readers(persons: int, programs: int) -> str:
    """`1 person and 2 programs`; noughts are left out."""
    told = [counted(n, *names) for n, names in ((persons, ("person", "people")), (programs, ("program", "programs"))) if n]
    return " and ".join(told)


def badge_words(evidence: str, relation: str, persons: int, programs: int) -> str:
    """On whose word a link rests."""
    if relation == "related":
        return "Related only, not counted"
    if evidence == "reviewed":
        return f"Reviewed by {readers(persons, programs) or 'readers who differ'}"
    return EVIDENCE[evidence][0]


def short_words(evidence: str, relation: str, persons: int, programs: int) -> str:
    """The same where there is little room: `letter`, `2 programs`."""
    if relation == "related":
        return "related"
    short = {"inspectorate": "report", "letter": "letter", "suggested": "likeness"}
    return short.get(evidence) or readers(persons, programs).replace(" and ", ", ")


def evidence_choice(evidence: str) -> str:
    return {"suggested": "Suggested by likeness too"}.get(evidence) or EVIDENCE[evidence][0]


def year_basis(finding: things.Finding) -> str:
    """How we know the year, in words."""
    report = finding.report
    published = dates.display(report.published) if report else ""
    inspected = dates.display(report.inspected) if report else ""
    return {
        "inspection_printed": f"inspected {inspected or 'within it'}, printed in the letter",
        "published_printed": "that of the report’s publication, printed in the letter",
        "published_registered": f"report published {published} (from the register, not in the letter)",
        "stated": "given by the letter",
    }.get(finding.year_basis, "not known")


def where(letter: things.Letter | None) -> str:
    """`John Campion to Amber Rudd, 20 February 2018`, saying what is not printed."""
    if letter is None:
        return "a letter"
    writer = letter.author.name if letter.author else letter.author_printed or "the commissioner"
    to = letter.addressee.name if letter.addressee else letter.addressee_printed
    return f"{writer}{' to ' + to if to else ''}, {dates.display(letter.date) or 'no date printed'}"


def said_date(edtf: str) -> str:
    """A date, or the span that it lies in: `by 2 March 2017`, `between 2014 and January 2016`."""
    first, stroke, last = edtf.partition("/")
    if not stroke:
        return dates.display(edtf)
    if first in ("", ".."):
        return f"a day by {dates.display(last)}"
    return f"{dates.display(first)} or later" if last in ("", "..") else f"a day between {dates.display(first)} and {dates.display(last)}"


def span_words(first: str | None, last: str | None) -> str:
    """`12 May 2016 to 9 October 2018`, `since 12 May 2016`."""
    ended = last not in (None, "", "..")
    if not first or first == "..":
        return f"until {said_date(last)}" if ended else "dates not known"  # type: ignore[arg-type]
    return f"{said_date(first)} to {said_date(last)}" if ended else f"since {said_date(first)}"  # type: ignore[arg-type]


def short_title(title: str, most: int = 30) -> str:
    """A report's title in few words, for a chart: what every title of its kind has is left out."""
    core = re.sub(r"\s+[–-]\s+An inspection.*$|\s*\(including leadership\)|^PEEL:\s*(Police\s+)?|^An inspection (report into|of)\s+", "", title)
    return upper_first(core if len(core) <= most else core[:most].rsplit(" ", 1)[0] + " …")


def href(thing: things.Thing) -> str:
    """The page of a thing."""
    return "/doc/" + thing.id.partition("/id/")[2]


def address(path: str, /, **values: object) -> str:
    """A path with a query string: what is empty is left out, the order is as given."""
    pairs = [(name.rstrip("_"), value) for name, value in values.items() if value not in (None, "", (), [], False)]
    said = urlencode([(name, "true" if value is True else value) for name, value in pairs], doseq=True)
    return f"{path}?{said}" if said else path


def every_row(here: str) -> str:
    """The address of an answer from its first row: what programs ask for, since data come whole."""
    path, _, query = here.partition("?")
    return address(path, **{name: values for name, values in parse_qs(query).items() if name not in ("after", "all")})


def shown_number(n: int) -> str:
    """Small numbers as words at the start of a phrase: `two`, `11`."""
    return number_word(n)
