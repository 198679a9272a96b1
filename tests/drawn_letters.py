"""Letters of every kind that the pipeline may meet, drawn by hypothesis: what is missing, repeated, dated by month, or written oddly."""

from __future__ import annotations

from hashlib import sha256
from itertools import count
from typing import Any

from hypothesis import strategies as st

from loaders.letter import Claim, Document, Finding, Judgement, Letter, Party, Quote, Report, Response

__all__ = ["FORCES", "letters"]

FORCES = ("west-mercia", "warwickshire", "kent", "wessex")  # of Wessex no register knows
DATES = (None, "2014", "2014-10", "2014-10-02", "2014-10-31", "2015", "2015-10", "2016-02-29", "2019-07", "2019-09-27")
PUBLISHED = (None, "2014", "2014-09", "2014-09-30", "2015-11-01", "2016", "2019-05-20")
KNOWN = ("efficiency-2017-west-mercia", "legitimacy-2017-west-mercia", "effectiveness-efficiency-and-legitimacy-2019-west-mercia")
# Each with the dates of its inspection, as every letter prints them.
TITLES = {"Custody visits": None, "Zero tolerance": None, "A view of vetting": "2013-11"}
KINDS = ("area_for_improvement", "recommendation", "cause_of_concern", "concern")
THEMES = ("stop-and-search", "custody", "mash")
GRADES = ("outstanding", "good", "adequate", "requires improvement", "inadequate")
STATUSES = ("done", "in_progress", "planned", "under_review", "declined", "monitoring")
# Some twice in one letter or in two: one finding made of the same words; some that quoting, sorting and CSV must survive.
WORDS = (
    "the cells are cold and damp", "cells remain cold", "“stop & search” is not recorded; nor \\ watched", "a line\r\nend\tand 𝔸 letter",
    "Ａ wide letter <b>", "é accent", "zz",
)  # fmt: skip
PARTIES = (
    Party("Bill Longmore", "Police and Crime Commissioner", "west-mercia"), Party("John Campion", "Police and Crime Commissioner", "west-mercia", "inferred"),
    Party("Jo Bloggs", "Police and Crime Commissioner", "wessex"), Party("Jo Bloggs", "Chief Constable", "kent"), None,
)  # fmt: skip
ADDRESSEES = (Party("Theresa May", "Home Secretary"), Party("", "Home Secretary"), Party("Amber Rudd", "Home Secretary", basis="inferred"), None)
QUESTIONS = (None, "Is it fair?", "is it fair", "Ａre they?", "𝔸re they?", "étendue")


class Page:
    """A document's text while it is written; what is written gives its own quote."""

    def __init__(self, number: int) -> None:
        self.name, self.text, self.ids = f"{number}.txt", f"Letter {number}.\n", count(1)

    def write(self, words: str) -> Quote:
        start = len(self.text)
        self.text += words + "\n"
        return Quote(start, start + len(words), words)

    def id(self, prefix: str) -> str:
        return f"{prefix}{next(self.ids)}"


def some(draw: Any, values: Any, most: int, least: int = 0) -> list[Any]:
    """A few of `values`, no two alike."""
    return draw(st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True))


def one(draw: Any, values: Any) -> Any:
    return draw(st.sampled_from(values))


def _report(draw: Any, page: Page, force: str | None) -> Report:
    """One that a register knows, or one that is known as its letter prints it."""
    id, known = page.id("r"), force == "west-mercia" and one(draw, (None, *KNOWN))
    title, scope = one(draw, tuple(TITLES)), one(draw, ("force", "national", "joint"))
    quote, answered = page.write(title), one(draw, (True, True, False))
    if known:
        return Report(id, title, quote, published="2017-12" if "2017" in known else "2019-09", published_basis="registered", answered=answered, slug=known)
    published = one(draw, PUBLISHED)
    return Report(id, title, quote, published, published and "printed", scope, inspected=TITLES[title], answered=answered)


def _finding(draw: Any, page: Page, reports: list[str], before: list[Finding]) -> Finding:
    kind, again = one(draw, KINDS), one(draw, (False, False, True)) and before
    quote = before[-1].quote if again else page.write(one(draw, WORDS))
    return Finding(
        page.id("f"), kind, quote, word=one(draw, (None, kind.replace("_", " "), "Issue")), number=one(draw, (None, "1", "2a")),
        voice=one(draw, ("inspectorate", "commissioner")), certainty=one(draw, ("stated", "implied")), report=one(draw, (*reports, None)),
        section=one(draw, (None, "Custody")), parent=before[0].id if before and one(draw, (True, False)) else None,
        themes=tuple(some(draw, THEMES, 3)), addressed_to=one(draw, (None, "force", "national")), year=one(draw, (None, 2014, 2016)),
    )  # fmt: skip


def _judgement(draw: Any, page: Page, reports: list[str]) -> Judgement:
    pillar = one(draw, (None, "legitimacy", "efficiency"))
    return Judgement(one(draw, GRADES), page.write(one(draw, WORDS)), one(draw, (*reports, None)), pillar, one(draw, QUESTIONS))


def _response(draw: Any, page: Page, findings: list[str]) -> Response:
    to = tuple(some(draw, findings, 2, 1))
    return Response(to, one(draw, STATUSES), page.write("We have."), one(draw, ("commissioner", "chief_constable")), one(draw, (None, "2015-12")))


def _claims(draw: Any, page: Page, findings: list[Finding]) -> list[Claim]:
    if len(findings) < 2 or not draw(st.booleans()):
        return []
    earlier, later = findings[:2]
    return [Claim(one(draw, ("recurrence", "follow_up", "dispute")), page.write("As we said before."), later.id, earlier.year, earlier.id)]


@st.composite
def _letter(draw: Any, number: int) -> Letter:
    page, force = Page(number), one(draw, FORCES)
    reports = [_report(draw, page, force) for _ in range(draw(st.integers(1, 2)))]
    ids, findings = [report.id for report in reports], []
    for _ in range(draw(st.integers(0, 4))):
        findings.append(_finding(draw, page, ids, findings))
    judgements = [_judgement(draw, page, ids) for _ in range(draw(st.integers(0, 3)))]
    responses = [_response(draw, page, [f.id for f in findings]) for _ in range(draw(st.integers(0, 2)) if findings else 0)]
    claims = _claims(draw, page, findings)
    document = Document(page.name, sha256((page.name + page.text).encode()).hexdigest(), "utf-8", page.text)
    return Letter(
        document, 0, len(page.text), date=one(draw, DATES), comments_published=one(draw, (None, None, "2015-01", "2019-10-01")), force=force,
        author=one(draw, PARTIES), addressee=one(draw, ADDRESSEES), copied_to=tuple(some(draw, ("HMI; D Sharpling", "The panel"), 2)),
        reports=tuple(reports), judgements=tuple(judgements), findings=tuple(findings), responses=tuple(responses), claims=tuple(claims),
    )  # fmt: skip


@st.composite
def letters(draw: Any, most: int = 4) -> list[Letter]:
    """One letter or a few, each in a file of its own."""
    return [draw(_letter(number)) for number in range(draw(st.integers(1, most)))]
