"""The statutory clock: whether comments on a report were published in time, and what the dates do not prove.

`verdict` is pure: dates in, words out, never today's date. `clock` makes the graph's deadlines of what letters answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge import dates
from knowledge.deadline_conflicts import against, settle
from knowledge.deadline_words import Span, sentence_of
from knowledge.publication import Publication, publication_of
from knowledge.registers import Registers
from knowledge.registers.rows import RuleRow
from knowledge.terms import slug_of, thing
from knowledge.triples import Triples

__all__ = ["NOT_POLICING_BODIES", "Answer", "Publication", "Verdict", "clock", "last_day", "verdict"]

# Offices that are no local policing body: the duty of section 55 is not theirs.
NOT_POLICING_BODIES = frozenset({"chief-constable", "home-secretary", "hmi", "hmcic"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the dates say. `day` is that of the letter's date, `late_by` counts from the last day; both only for exact days."""

    word: str
    basis: str
    sentence: str
    rule: RuleRow
    last_day: str | None = None
    dated: str | None = None
    day: int | None = None
    late_by: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """That a letter answers a report. IRIs for things; `office_kind` is the author's (`pcc`, `chief-constable`), if known."""

    letter: str
    report: str
    title: str
    force: str | None = None
    dated: str | None = None
    comments_published: str | None = None
    published: str | None = None
    published_basis: str | None = None
    office_kind: str | None = None


def last_day(published: date, rule: RuleRow) -> date:
    """The last day for publishing comments: the day of publication is the first of the rule's days."""
    return published + timedelta(days=rule.days - 1)


def verdict(
    publication: Publication,
    letter_date: str | None,
    comments_published: str | None,
    rules: Iterable[RuleRow],
    *,
    title: str = "",
    office_kind: str | None = None,
) -> Verdict:
    """Whether the comments were published in time, by the best date: that of the comments, else that of the letter.

    Where only a month is known, the verdict is given if it is the same for every day that may be meant.
    """
    rules = sorted(rules, key=lambda rule: rule.start or "")
    rule, stands = _rule_on(_latest(publication.published, letter_date), rules)
    days = Span.of(publication.published, rule)
    basis, when = _best_date(comments_published, letter_date)
    word = _word(days, when, stands)
    if office_kind in NOT_POLICING_BODIES:
        word = "not_applicable"
    unsettled = word in ("late", "on_time") and any(name.lower() in title.lower() for name in rule.unsettled)
    told = sentence_of(word, basis, days, when, letter_date, rule, unsettled) + _doubt(publication, word)
    limited = stands is True and word != "not_applicable"
    return Verdict(
        word="cannot_confirm" if unsettled else word,
        basis="none" if word in ("no_limit_then", "not_applicable") else basis,
        sentence=told,
        rule=rule,
        last_day=days.last_days if limited else None,
        dated=letter_date,
        day=days.day_of(letter_date) if limited else None,
        late_by=days.late_by(when) if word == "late" and not unsettled else None,
    )


def _latest(published: str | None, letter_date: str | None) -> tuple[date | None, date | None]:
    """The first and last day on which the report can have come out: not after the letter that answers it."""
    first, last = dates.interval(published) if published else (None, None)
    answered = dates.interval(letter_date)[1] if letter_date else None
    if answered and (first is None or answered >= first):
        last = min(last, answered) if last else answered
    return first, last


def _rule_on(published: tuple[date | None, date | None], rules: list[RuleRow]) -> tuple[RuleRow, bool | None]:
    """The rule in force when the report came out, and whether it was: yes, no, or it depends on the day."""
    first, last = published
    may = [rule for rule in rules if rule.may_hold(f"{first or '..'}/{last or '..'}")]
    sure = [rule for rule in may if first and last and rule.surely_holds(f"{first}/{last}")]
    if not may:
        return rules[0], False
    return (sure[0], True) if sure else (may[0], None)


def _best_date(comments_published: str | None, letter_date: str | None) -> tuple[str, str | None]:
    if comments_published:
        return "comments_published", comments_published
    return ("letter_date", letter_date) if letter_date else ("none", None)


def _word(days: Span, when: str | None, stands: bool | None) -> str:
    if stands is False:
        return "no_limit_then"
    if stands is None or when is None or not days.known or days.precedes(when):
        return "cannot_confirm"
    return "on_time" if days.surely_by(when) else "late" if days.surely_after(when) else "cannot_confirm"


def _doubt(publication: Publication, word: str) -> str:
    """What is to be known of the report's day, wherever the verdict turns on it."""
    if word not in ("late", "on_time") or not publication.published:
        return ""
    told = [publication.note] if publication.note else []
    told += [] if publication.confirmed else ["The day of its report is not confirmed."]
    return "".join(" " + sentence for sentence in told)


def clock(answers: Iterable[Answer], registers: Registers) -> Triples:
    """One deadline for each report and policing body; of several letters the one with the earliest date counts.

    A letter that does not show whose it is has none: the duty is a body's, and it is not known which.
    """
    earliest: dict[tuple[str, str], Answer] = {}
    printed: dict[str, list[str]] = defaultdict(list)
    for answer in sorted(answers, key=_order):
        printed[answer.report] += [answer.published] if answer.published else []
        if answer.force:
            earliest.setdefault((answer.report, answer.force), answer)
    triples = Triples()
    for answer in earliest.values() if registers.rules else ():
        publication = _publication(answer, registers)
        triples.update(_statements(answer, _settled(answer, publication, printed[answer.report], registers), publication))
    return triples


def _publication(answer: Answer, registers: Registers) -> Publication:
    """When the report came out; where the register has one of its name on another day, a note says so: a date may be misprinted."""
    row = registers.report(slug_of(answer.report))
    found = publication_of(answer.published, answer.published_basis, row)
    namesake = registers.report_match(answer.title, None, answer.force and slug_of(answer.force), answer.dated) if row is None else None
    if namesake is None or namesake.published is None or not against(answer.published, [namesake.published]):
        return found
    return replace(found, note=f"The register has a report of this name published {dates.display(namesake.published)}.")


def _settled(answer: Answer, publication: Publication, printed: list[str], registers: Registers) -> Verdict:
    """The verdict by the publication that counts; where that is only printed, the days that other letters print are heard too."""

    def by(day: str | None) -> Verdict:
        held = replace(publication, published=day)
        return verdict(held, answer.dated, answer.comments_published, registers.rules, title=answer.title, office_kind=answer.office_kind)

    own = publication.published
    others = against(own, printed) if publication.basis == "printed" else []
    return settle(by(own), own, others, by)


def _order(answer: Answer) -> tuple:
    return (*dates.order(answer.comments_published or answer.dated), answer.letter)


def _statements(answer: Answer, found: Verdict, publication: Publication) -> Triples:
    iri = thing("deadline", f"{slug_of(answer.report)}-by-{slug_of(answer.letter)}")
    triples = Triples().a(iri, f"{answer.title}: {found.word.replace('_', ' ')}", "Deadline")
    triples.link(iri, "kg:deadlineOf", answer.report).link(iri, "kg:force", answer.force).link(iri, "kg:metBy", answer.letter)
    triples.say(iri, "kg:lastDayText", found.last_day).say(iri, "kg:datedText", found.dated).say(iri, "kg:day", found.day)
    triples.word(iri, "kg:verdict", "verdict", found.word).word(iri, "kg:clockBasis", "clock-basis", found.basis)
    triples.word(iri, "kg:publishedBasis", "basis", publication.basis).say(iri, "kg:sentence", found.sentence)
    triples.link(iri, "kg:underRule", thing("rule", found.rule.slug)).say(iri, "kg:lateBy", found.late_by)
    return triples
