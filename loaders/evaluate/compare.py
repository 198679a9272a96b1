"""One annotated letter against what was read of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

from loaders.evaluate.examples import Annotated
from loaders.evaluate.found import compare_findings
from loaders.evaluate.scores import Scores
from loaders.evaluate.spans import alike, pair, titles_alike
from loaders.evaluate.tally import Tally
from loaders.letter import Count, Judgement, Letter, Party, Quote, Report

__all__ = ["compare"]

SPLIT = 0.9  # of two stretches together, for one letter to be the other
ABOUT = 0.5  # the same, for their contents to be worth comparing
SAME_TITLE = 0.6
STYLES = re.compile(r"\b(the|rt|right|hon|honourable|mp|sir|dame|dr|mr|mrs|ms|lord|baroness|cbe|obe|qpm)\b")


def compare(annotated: Annotated, letters: Sequence[Letter], scores: Scores) -> None:
    """Add to `scores` how `annotated` was read."""
    tally, expected = Tally(annotated, scores), annotated.letter
    role = annotated.role
    found = _same_letter(expected, letters, tally)
    scores.letters.setdefault(role, []).append(annotated.name)
    scores.wrong_quotes[role] = scores.wrong_quotes.get(role, 0) + sum(map(_wrong, _quotes(found, found)))
    _parties(tally, expected, found)
    reports = _reports(tally, expected, found)
    _judgements(tally, expected, found, reports)
    _counts(tally, expected, found)
    compare_findings(tally, annotated, found)


def _same_letter(expected: Letter, letters: Sequence[Letter], tally: Tally) -> Letter:
    """The letter that covers the annotated stretch best, or one that holds nothing."""
    ours = [letter for letter in letters if _inside(letter, expected)]
    best = max(letters, key=lambda letter: _cover(letter, expected), default=None)
    cover = _cover(best, expected) if best else 0.0
    if cover >= SPLIT:
        tally.right("letter")
    else:
        tally.missed("letter", f"{expected.start} to {expected.end}")
    for letter in ours:
        if letter is not best or cover < SPLIT:
            tally.invented("letter", f"{letter.start} to {letter.end}")
    return best if best and cover >= ABOUT else Letter(expected.document, expected.start, expected.end)


def _trimmed(letter: Letter) -> Quote:
    """A letter's stretch without the blank lines before and after, which belong to nobody."""
    text = letter.document.text[letter.start : letter.end]
    start = letter.start + len(text) - len(text.lstrip())
    return letter.document.quote(start, start + len(text.strip()))


def _cover(a: Letter, b: Letter) -> float:
    return alike(_trimmed(a), _trimmed(b))


def _inside(letter: Letter, expected: Letter) -> bool:
    common = min(letter.end, expected.end) - max(letter.start, expected.start)
    return 2 * common > letter.end - letter.start


def _quotes(value: object, letter: Letter) -> Iterator[tuple[Letter, Quote]]:
    """Every quote of a letter, wherever it hangs."""
    if isinstance(value, Quote):
        yield letter, value
    elif isinstance(value, tuple):
        for part in value:
            yield from _quotes(part, letter)
    elif is_dataclass(value):
        for part in fields(value):
            if part.name != "document":
                yield from _quotes(getattr(value, part.name), letter)


def _wrong(found: tuple[Letter, Quote]) -> bool:
    letter, quote = found
    exact = letter.document.text[quote.start : quote.end] == quote.text
    return not (exact and quote.text and letter.start <= quote.start and quote.end <= letter.end)


def _parties(tally: Tally, expected: Letter, found: Letter) -> None:
    tally.value("date", expected.date, found.date, expected.date == found.date)
    published, read = expected.comments_published, found.comments_published
    tally.value("comments published", published, read, published == read)
    for field in ("author", "addressee"):
        right, party = getattr(expected, field), getattr(found, field)
        fine = _same_party(right, party)
        due = right and right.name if right and (party or right.basis == "printed") else None
        tally.value(field, due or None, party and party.name, fine)


def _same_party(expected: Party | None, found: Party | None) -> bool:
    """What is not printed may be left out; where nobody is named, whoever is inferred from the office is taken."""
    if found is None:
        return expected is None or expected.basis == "inferred"
    if expected is None:
        return found.basis == "inferred"
    if not expected.name:
        return found.basis == "inferred" or not found.name
    return _plain(expected.name) == _plain(found.name)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+", STYLES.sub(" ", name.lower())))


def _reports(tally: Tally, expected: Letter, found: Letter) -> dict[str, str]:
    """Which report that was read is which annotated one, by their ids."""
    answered = [report for report in found.reports if report.answered]
    pairs = pair(expected.reports, answered, _same_report)
    for right, report in pairs:
        tally.right("report")
        printed = right.published if right.published_basis else None
        tally.value("report date", printed, printed and report.published, printed in (None, report.published))
    tally.rest("report", expected.reports, answered, pairs, lambda report: report.title)
    return {report.id: right.id for right, report in pairs}


def _same_report(expected: Report, found: Report) -> float:
    """By the title read, or by the words that it was read from where the register knows another title."""
    score = max(titles_alike(expected.title, found.title), titles_alike(expected.title, found.quote.text))
    return score if score >= SAME_TITLE else 0.0


def _judgements(tally: Tally, expected: Letter, found: Letter, reports: dict[str, str]) -> None:
    read = [replace(judgement, report=reports.get(judgement.report or "")) for judgement in found.judgements]
    pairs = pair(expected.judgements, read, _same_judgement)
    tally.right("grade", len(pairs))
    tally.rest("grade", expected.judgements, read, pairs, _judgement_text)


def _same_judgement(expected: Judgement, found: Judgement) -> float:
    if expected.grade != found.grade or expected.report != found.report:
        return 0.0
    near = alike(expected.quote, found.quote)
    if expected.question and found.question:
        return near if titles_alike(expected.question, found.question) >= ABOUT else 0.0
    return near if expected.pillar in (None, found.pillar) else 0.0


def _judgement_text(judgement: Judgement) -> str:
    return f"{judgement.grade} · {judgement.pillar} · {judgement.question} · {judgement.report} · {judgement.quote.text}"


def _counts(tally: Tally, expected: Letter, found: Letter) -> None:
    pairs = pair(expected.counts, found.counts, lambda a, b: alike(a.quote, b.quote) if a.n == b.n else 0.0)
    tally.right("count", len(pairs))
    tally.rest("count", expected.counts, found.counts, pairs, _count_text)


def _count_text(count: Count) -> str:
    return f"{count.n} {count.kind} · {count.quote.text}"
