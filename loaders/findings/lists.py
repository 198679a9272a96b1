"""Findings that are announced and then listed: in list lines, in paragraphs, under labels, below a cause of concern."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.findings.found import Found
from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading, Scope
from loaders.findings.wording.answering import is_bare
from loaders.findings.wording.cues import REPORTING
from loaders.findings.wording.leads import NAMED, Lead, kind_of
from loaders.findings.wording.status import responds
from loaders.recognise.words import number_words

__all__ = ["OUGHT", "cause_of_concern", "finding_of", "is_answer", "is_finding", "is_number", "is_topic", "list_line", "printed_number", "whole"]

CAUSE = re.compile(r"\b(?:to )?address(?:es|ing)? (?:this|these|the|its) causes? of concern\b|\bas a (?:result|consequence),? [^.;]{0,40}\brecommend")
OUGHT = re.compile(r"^(?:that )?(?:by \d[\w ]{3,30}, |within [\w ]{3,30}, )?(?:(?!(?:i|we|what|how|why|where|when|and|is|are|was|were|has|have|had|will|which|who|if)\b)[\w',&/()-]+ ){1,9}?(?:should|must|needs? to|ought to)\b(?! (?:also |all |well |rightly |not )*be (?:\w+ly )?(?:reassured|proud|commended|congratulated|applauded|praised|pleased|noted|said|remembered|recognised|acknowledged|stressed|borne|thanked|heartened|grateful)\b)")
RESULT = re.compile(
    r"^(?:this|these|it|doing so|in doing so|such|those)\b.{0,60}?\b(?:should|will|would|must|may|could|is to|means|can)\b|^this (?:is because|includes?|leads?|puts?)\b|^it (?:also |does not|has not|is not|needs|lacks)|^and it\b|^there (?:are|is) (?:gaps|weakness|failing|no|a lack)"
)
ANSWERING = re.compile(
    r"^(?:the (?:force|constabulary|chief constable|service|team) (?:has|have|is|will|can|already|now)|(?:we|i|they) (?:have|are|am|will|shall|can)|work (?:is|has|to)|this (?:has|is now|was|work)|a (?:new )?[\w -]{3,40} (?:has|was|is|will)|(?:was|were|is|are|has|have|will)\b|since\b|training (?:has|is)|all (?:officers|staff) (?:have|are)|good practice)\b"
)
ANSWER_TOO = re.compile(r" - (?=(?:now |already |this (?:is|has|was) )?(?:complete|done|in progress|in hand|under ?way|accepted|agreed|not accepted|ongoing|closed|planned|to be|being|met|started|on track)\b)")
OWN = re.compile(r"\b(?:this is|that is|these are) (?:mine|my own|ours)\b|\bnot (?:hmic\w*|the inspect\w+)'s?\b|\b(?:my|our) own (?:wish|suggestion|addition|view)\b|^that (?:members|the (?:panel|committee|board|authority))\b")
MARKS = re.compile(r"(?:[;,]? and|[;,])\s*$")
INNER = re.compile(r"(?P<what>[A-Z][^:()]{4,140}?) \((?:AFI|area for improvement|recommendation|cause of concern) ?(?P<number>\d{1,2}(?:\.\d)?)?\): ", re.I)
SOURCE = re.compile(r"^(?:pages?|pp?|paras?|paragraphs?|section|chapter|see|ibid|op cit|source|available|https?|peel)\b(?!.*\b(?:should|must)\b)|^(?!.*\b(?:will|should|must|is|are|has|have|been|be)\b).*\bpublished (?:in|on) (?:\d{1,2} )?\w+ (?:19|20)\d\d\W*$")  # a note that only says where
SHORTEST = 20
TOPIC = 60  # characters of a first sentence that only names the matter
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|should|must|can|does|did|been|i|we|needs?)\b")
COUNTS = re.compile(rf"(?:there |it |this )?(?:a|{number_words(1, 10)}|\d{{1,2}}) (?:\w+ )?(?:recommendations?|areas?|afis?|causes?)\b")


def is_finding(words: str) -> bool:
    """Whether a paragraph (lower case) says what should be, and does not go on to list it."""
    return bool(OUGHT.match(words)) and not words.rstrip().endswith(":")


def is_answer(words: str) -> bool:
    """Whether a list line (lower case) says what was done, not what should be."""
    return bool(ANSWERING.match(words))


def list_line(reading: Reading, i: int, block: Block, scope: Scope) -> None:
    """One line of a list of findings; what is deeper, or says what was done, answers the line above."""
    words = reading.low((block.start, block.end))
    if OWN.search(words) or SOURCE.search(words):
        reading.aside.add(i)
        return
    deeper = scope.depth is not None and block.depth > scope.depth
    if deeper or is_answer(words) or (scope.closed and not OUGHT.match(words)):
        (reading.aside if words.startswith("good practice") else reading.replies).add(i)
        return
    scope.depth = block.depth if scope.depth is None else scope.depth
    if _leads_to_recommendations(reading, block, scope):
        _recommended(reading, block, block.sentences[-1], words, _cause(reading, block, len(block.sentences) - 1))
        reading.scope = replace(reading.scope, outer=scope) if reading.scope and reading.scope is not scope else scope
        return
    number = block.mark if is_number(block.mark) and scope.lead.kind in NAMED else None
    found = finding_of(reading, block, scope.lead, number=number, parent=scope.parent)
    together = i - 1 in reading.listed and reading.groups and not scope.closed
    reading.groups[-1].append(found) if together else reading.groups.append([found])
    if found.end >= block.end - 6:
        reading.listed.add(i)


def _leads_to_recommendations(reading: Reading, block: Block, scope: Scope) -> bool:
    """A cause of concern in a list whose last sentence begins what should be done about it, in lines below."""
    last = reading.low(block.sentences[-1])
    return scope.lead.kind == "cause_of_concern" and len(block.sentences) > 1 and last.endswith(":") and bool(re.search(r"\b(?:should|must|recommend\w*|needs? to)\b", last))


def is_number(mark: str) -> bool:
    """Whether a list mark is a number or a letter: not a bullet, and not a word."""
    return mark.isascii() and mark[:1].isalnum() and mark != "o" and (len(mark) < 3 or mark[0].isdigit() or not mark.strip("ivx"))


def printed_number(reading: Reading, block: Block) -> str | None:
    """The mark of a list line if it counts; of a paragraph the `2.41` of the report, unless the letter numbers its own paragraphs so."""
    if block.kind == "item":
        return block.mark if is_number(block.mark) else None
    first = next((other for other in reading.blocks if other.kind == "paragraph"), block)
    return block.mark if "." in block.mark and not first.mark else None


def whole(reading: Reading, block: Block, scope: Scope) -> Found:
    """A paragraph or heading that is a finding as a whole, or that begins with one and goes on to answer it."""
    found = finding_of(reading, block, scope.lead, number=scope.number, parent=scope.parent)
    reading.groups.append([found])
    return found


def is_topic(reading: Reading, block: Block) -> bool:
    """A paragraph that begins with a matter and no verb."""
    words = reading.low(block.sentences[0]) if block.sentences and not block.label else ""
    return len(words) > SHORTEST and not COUNTS.match(words) and not REPORTING.search(words) and kind_of(words)[0] not in NAMED and not VERB.search(words) and not responds(words) and not words.startswith("(") and not OWN.search(words) and not words.startswith("no ")


def finding_of(reading: Reading, block: Block, lead: Lead, number: str | None, parent: Found | None) -> Found:
    """The first sentence of a block with those that go on with it, without list marks and quotation marks."""
    spans = block.sentences[:1]
    named = INNER.match(reading.text, *spans[0])
    if named:
        number = number if named["number"] is None else named["number"]
        return reading.add(named.span("what"), block, kind=lead.kind or "concern", word=lead.word, number=number, parent=parent, sentence=spans[0])
    for span in block.sentences[1:]:
        words = reading.low(span)
        if len(spans) == 1 and spans[0][1] - spans[0][0] < TOPIC and not VERB.search(reading.low(spans[0])) and not is_answer(words) and not is_bare(words) and not responds(words):
            spans.append(span)
            continue
        if is_answer(words) or not (RESULT.match(words) or OUGHT.match(words)):
            break
        spans.append(span)
    start, end = spans[0][0], spans[-1][1]
    trimmed = MARKS.search(reading.text[start:end])
    answer = ANSWER_TOO.search(reading.low((start, end)), SHORTEST)
    trimmed = answer or trimmed
    start, end = _unquoted(reading.text, start, start + trimmed.start() if trimmed else end)
    sentence = spans[0] if len(spans) == 1 else (spans[0][0], spans[-1][1])
    return reading.add((start, end), block, kind=lead.kind or "concern", word=lead.word, number=number, parent=parent, sentence=sentence)


def _unquoted(text: str, start: int, end: int) -> Span:
    for mark in "'\"":
        if text[start] == mark and text[start + 1 : end].rstrip(".").endswith(mark):
            return start + 1, text.rindex(mark, start + 1, end)
    if text[end - 1] == '"' and text.count('"', start, end) == 1:
        return start, end - 1
    return start, end


def cause_of_concern(reading: Reading, block: Block) -> bool:
    """A paragraph with `To address this cause of concern, we recommend that the force should …`: what stands before is the cause."""
    for k, span in enumerate(block.sentences):
        words = reading.low(span)
        if CAUSE.search(words):
            cause = _cause(reading, block, k)
            _recommended(reading, block, span, words, cause)
            return True
    return False


def _cause(reading: Reading, block: Block, k: int) -> Found | None:
    if not k:
        return next((f for f in reversed(reading.findings) if f.kind == "cause_of_concern"), None)
    span = (block.sentences[0][0], block.sentences[k - 1][1])
    cause = reading.add(span, block, kind="cause_of_concern", word="cause of concern", sentence=span)
    reading.groups.append([cause])
    return cause


def _recommended(reading: Reading, block: Block, span: Span, words: str, cause: Found | None) -> None:
    rest = re.search(r"\brecommend\w*(?: \w+){0,8}? that ([^:]+)$", words)
    if not rest or words.rstrip().endswith("should"):
        reading.scope = Scope(Lead("findings", "recommendation", "recommendation", here=True), parent=cause)
        return
    found = reading.add((span[0] + rest.start(1), span[1]), block, kind="recommendation", word="recommendation", parent=cause, sentence=span)
    reading.groups.append([found])
