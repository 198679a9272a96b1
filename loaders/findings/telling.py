"""Findings told in running prose, sentence by sentence."""

from __future__ import annotations

import re

from loaders.findings.apart import called_after, one_more, told_apart
from loaders.findings.found import Found
from loaders.findings.going_on import goes_on, without_answer
from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading
from loaders.findings.wording import cues
from loaders.findings.wording.asking import asked_for
from loaders.findings.wording.attached import attached
from loaders.findings.wording.clauses import shortcomings
from loaders.findings.wording.closing import is_of_others
from loaders.findings.wording.leads import NAMED, Lead, kind_of, lead
from loaders.findings.wording.likeness import stems
from loaders.findings.wording.named import addressed, named
from loaders.findings.wording.numbers import numbered
from loaders.findings.wording.passing import mentioned, nth

__all__ = ["FOR_OTHERS", "tell"]

REMAINING = re.compile(r"\bremaining (?:two|three|four|\d+|area|afi)|\bthe other (?:two|three|four)\b")
GOES_ON = re.compile(r"(?:these|this|both|the) (?:recommendations?|areas|afis?) ")
LETTERLY = re.compile(r"(?:i|we) (?:also )?(?:enclose|attach|am writing|are writing|write|refer to|respond to|am responding)\b")
FOR_OTHERS = re.compile(r"\b(?:crown prosecution service|cps|college of policing|home office|npcc|national police chiefs' council|others?|not (?:for|addressed to) (?:me|the force|us))\b[^.;]{0,30}\b(?:will|to|must|should) (?:answer|respond|comment|address)|\b(?:do|does) not (?:apply|relate|comment|respond)\b")
AT_THE_END = re.compile(r"\b(?:at|in|on|to|under) (?:the|my|our) (?:\w+ )?(?:foot|end|bottom|back|notes?|footnotes?|endnotes?|appendix|annexe?|schedule|attachment|list)\b|\b(?:foot|end)notes?\b|\boverleaf\b|\b(?:appended|annexed|attached)\b|\b(?:notes?|annexe?|appendix|schedule) (?:[a-d1-4]\b|below|at)|\bnumbered notes\b|\bin full (?:below|after)\b|\bbelow my (?:name|signature)\b")
THEM = re.compile(r"\b(?:each|all|both|they|them|these)\b")
DISPUTED = re.compile(r"\b(?:with which (?:i|we) (?:take issue|disagree|cannot agree)|(?:i|we) (?:take issue|part company) with|that (?:i|we) (?:dispute|reject|do not accept|cannot accept))\b")
CALLS = re.compile(r"\b(?:were|are) (?:called|described as|termed|given as|listed as) (?:areas|causes|recommendations)\b")
CALLED = re.compile(r"\b(concern|issue|weakness|shortcoming)s?\b")


def tell(reading: Reading, block: Block, suppressed: bool, after: int = 0) -> list[Found]:
    """The findings that a paragraph tells. `suppressed`: it answers, and only what it says of the inspectors is a finding."""
    announced: Lead | None = None
    in_turn: Lead | None = None
    before = len(reading.findings)
    reported = _criticised(reading)
    for span in block.sentences:
        words = reading.low(span)
        if LETTERLY.match(words) or span[0] < after:
            continue
        announced = None if DISPUTED.search(words) or is_of_others(words) else _announced(words) or announced
        reading.noted = _noted(reading, words) or reading.noted
        in_turn = reading.counted.next(words) or in_turn
        if not suppressed and goes_on(reading, block, span, words):
            continue
        made = _asked(reading, block, span, words, suppressed) or _sentence(reading, block, span, announced or in_turn, suppressed, reported)
        in_turn = None if made else in_turn
        _keep(reading, block, span, words, made)
        reported = reported or bool(cues.REPORTING.search(words))
        suppressed = suppressed or bool(DISPUTED.search(words))  # what he says against it is no finding
    return reading.findings[before:]


def _keep(reading: Reading, block: Block, span: Span, words: str, made: list[Found]) -> None:
    """What a sentence told and what it announced, known to the sentences after it."""
    _name(reading, words, made)
    kinds = [found.kind for found in made]
    reading.counted.after(words, kinds, block.section)
    reading.row.hear(words, kinds)
    for found in made:
        found.sentence = span
    called_after(reading, block, span, words, made)
    if made:
        reading.groups.append(made)
        _below_cause(reading, block, made)


def _name(reading: Reading, words: str, made: list[Found]) -> None:
    """`There is one area for improvement. The inspectors found that …`: what inspectors are said to have found is what was announced."""
    named = reading.row.names(words, [found.kind for found in made if found.certainty == "stated"])
    for found in made if named else ():
        found.kind, found.word = (named.kind or "concern", named.word) if named and found.certainty == "stated" else (found.kind, found.word)


def _asked(reading: Reading, block: Block, span: Span, words: str, suppressed: bool) -> list[Found]:
    """`The force should …` in prose, after areas for improvement were announced."""
    asked = None if suppressed else reading.counted.asks(words, block.section)
    parts = reading.row.parted(words, (0, len(words))) if asked else []
    return [reading.add(without_answer(reading, span, *part), block, kind=asked.kind or "concern", word=asked.word, sentence=span) for part in parts if asked]


def _below_cause(reading: Reading, block: Block, made: list[Found]) -> None:
    """A recommendation told after a cause of concern, in its paragraph, is one of its own."""
    cause = next((f for f in reversed(reading.findings) if f not in made), None)
    if cause is None or cause.block is not block:
        return
    above = cause if cause.kind == "cause_of_concern" else cause.parent
    for found in made:
        if found.kind == "recommendation" and above is not None:
            found.parent = above


def _criticised(reading: Reading) -> bool:
    """Whether the text stands under a heading such as `What did the inspectors say needs to get better?`"""
    return bool(reading.scope and reading.scope.lists and reading.scope.lead.kind == "concern" and reading.scope.lead.word is None)


def _noted(reading: Reading, words: str) -> Lead | None:
    """`I copy its areas for improvement at the foot of this letter.`"""
    kind, word = kind_of(words)
    if reading.row.named and (kind is None or (kind == "concern" and THEM.search(words))):
        kind, word = reading.row.named.kind, reading.row.named.word
    return Lead("findings", kind, word, None, True) if kind in NAMED and AT_THE_END.search(words) else None


def _announced(words: str) -> Lead | None:
    """`Three areas for improvement were identified here.` `The remaining two AFIs relate to …`"""
    told = lead(words) or (lead(words, listed=True) if CALLS.search(words) else None)
    if told and told.role == "findings" and told.here and told.kind != "concern" and not words.rstrip().endswith(":"):
        return told
    return Lead("findings", *kind_of(words)) if REMAINING.search(words) and kind_of(words)[0] else None


def _sentence(reading: Reading, block: Block, span: Span, announced: Lead | None, suppressed: bool, reported: bool) -> list[Found]:
    text = reading.text[span[0] : span[1]].replace("\n", " ")
    return told_apart(reading, block, span, text, announced) or _in_row(reading, block, span, text, suppressed) or _told_as_one(reading, block, span, text, announced, suppressed, reported)


def _in_row(reading: Reading, block: Block, span: Span, text: str, suppressed: bool) -> list[Found]:
    """What the sentence before announced, if this one tells it."""
    row = reading.row
    parts = [] if suppressed else row.tell(text.lower())
    return [reading.add(without_answer(reading, span, *part), block, kind=row.lead.kind, word=row.lead.word, sentence=span) for part in parts if row.lead]


def _told_as_one(reading: Reading, block: Block, span: Span, text: str, announced: Lead | None, suppressed: bool, reported: bool) -> list[Found]:
    known = not suppressed or bool(cues.REPORTING.search(text.lower()))
    defined = named(text) or one_more(reading, text) if known else None
    if defined:
        (a, b), kind, word = defined
        return [reading.add(without_answer(reading, span, a, b), block, kind=kind, word=word, sentence=span)]
    in_turn = nth(text) if announced else None
    if announced and in_turn:
        return [reading.add(without_answer(reading, span, *in_turn), block, kind=announced.kind or "concern", word=announced.word, sentence=span)]
    cited = numbered(text)
    if cited and not FOR_OTHERS.search(text.lower()):
        return _cited(reading, block, span, cited)
    subject = addressed(text) if announced else None
    if announced and subject:
        return [reading.add((span[0] + subject[0], span[0] + subject[1]), block, kind=announced.kind or "concern", word=announced.word)]
    passing = mentioned(text)
    if passing and not _is_known(reading, span, passing[0]):
        (a, b), kind, word = passing
        return [reading.add((span[0] + a, span[0] + b), block, kind=kind, word=word, sentence=span)]
    tied = attached(text)
    if tied and not _is_known(reading, span, tied[0]):
        (a, b), kind, word = tied
        if kind == "concern" and reading.row.named:  # `as a second such area`
            kind, word = reading.row.named.kind or kind, reading.row.named.word
        return [reading.add(without_answer(reading, span, a, b), block, kind=kind, word=word, sentence=span)]
    return _asked_for(reading, block, span, text, announced, suppressed) or _shortcomings(reading, block, span, text, announced, suppressed, reported)


def _asked_for(reading: Reading, block: Block, span: Span, text: str, announced: Lead | None, suppressed: bool) -> list[Found]:
    """What inspectors asked of the force, or found wanting, in so many words."""
    kind, word = (announced.kind or "concern", announced.word) if announced else ("concern", None)
    asked = asked_for(text, within_answer=suppressed)
    return [reading.add(without_answer(reading, span, *what), block, kind=kind, word=word, sentence=span) for what in asked]


def _is_known(reading: Reading, span: Span, part: Span) -> bool:
    """Whether a finding that was told before has most of the words of this part of a sentence."""
    own = stems(reading.text[span[0] + part[0] : span[0] + part[1]])
    return not own or any(2 * len(own & stems(reading.text[f.start : f.end])) >= len(own) for f in reading.findings)


def _shortcomings(reading: Reading, block: Block, span: Span, text: str, announced: Lead | None, suppressed: bool, reported: bool) -> list[Found]:
    """What the commissioner says in his own voice is implied: the letter does not say that inspectors found it."""
    made = []
    called = CALLED.search(text.lower())
    for (a, b), theirs in shortcomings(text, suppressed, _criticised(reading)):
        theirs = theirs or reported or announced is not None
        b -= 1 if a and text[b - 1] == "." else 0
        found = reading.add((span[0] + a, span[0] + b), block, sentence=span)
        found.voice, found.certainty = ("inspectorate", "stated") if theirs else ("commissioner", "implied")
        found.kind, found.word = (announced.kind or "concern", announced.word) if announced else ("concern", called[1] if called else None)
        made.append(found)
    return made


def _cited(reading: Reading, block: Block, span: Span, cited: list[tuple[str, str, str | None]]) -> list[Found]:
    """One finding for each number, all with the words that cite them; what is known by its number is not stated again."""
    known = {(f.kind, f.number) for f in reading.findings if f.number}
    following = next((s for s in block.sentences if s[0] >= span[1]), None)
    end = following[1] if following and GOES_ON.match(reading.low(following)) else span[1]
    new = [(number, kind, word) for number, kind, word in cited if (kind, number) not in known]
    return [reading.add((span[0], end), block, kind=kind, word=word, number=number, sentence=span) for number, kind, word in new]
