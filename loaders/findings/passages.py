"""Which passages of a letter state a finding: lists and paragraphs that are announced, labels, numbers, and prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.findings import cues
from loaders.findings.clauses import shortcomings
from loaders.findings.found import Found
from loaders.findings.leads import Lead, kind_of, lead
from loaders.findings.named import addressed, named, numbered, several
from loaders.findings.structure import Block, Span

__all__ = ["Reading", "read_passages"]

CAUSE = re.compile(r"\b(?:to )?address(?:es|ing)? (?:this|these|the) causes? of concern\b|\bas a (?:result|consequence),? .{0,40}recommend")
OUGHT = re.compile(r"^(?:that )?(?:[\w',&/()-]+ ){1,9}?(?:should|must|needs? to|ought to)\b")
IMPERATIVE = re.compile(
    r"^(?:immediately |by [\w ]{4,30},? |within [\w ]{4,30},? )?(?:improv|ensur|review|develop|introduc|implement|tak(?:e|ing) steps|conduct|establish|work|provid|mak|defin|expand|put |agree|address|increas|reduc|strengthen|consider|monitor|evaluat|publish|adopt|set |assess|identif|clarif|enhanc|understand|better |understanding|giv|us(?:e|ing) |complet|carry|creat|build|train|record|support|manag|the (?:need|lack|absence|quality|way|use|time))\w*\b"
)
RESULT = re.compile(r"^(?:this|these|it|doing so|in doing so|such) (?:should|will|would|must|supervision|assessment|includes?|may|could|is to)\b|^this \w+ should\b")
SPENT = re.compile(r"\bremaining (?:two|three|four|\d+|area|afi)|\bthe other (?:two|three|four)\b")


@dataclass(slots=True)
class Scope:
    """What is being listed: its announcement, how many are still due, and the cause of concern above it."""

    lead: Lead
    due: int | None
    parent: Found | None = None
    mode: str = "list"
    depth: int = -1


class Reading:
    """The findings of one letter in the order of its words, and which of its blocks were lists of them."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text, self.blocks = text, blocks
        self.findings: list[Found] = []
        self.groups: list[list[Found]] = []
        self.listed: set[int] = set()
        self.replies: set[int] = set()
        self.scope: Scope | None = None

    def low(self, span: Span) -> str:
        return self.text[span[0] : span[1]].lower().replace("\n", " ")

    def add(self, start: int, end: int, block: Block, **known: object) -> Found:
        found = Found(start, end, block, **known)  # type: ignore[arg-type]
        found.addressed_to = _addressed_to(self.low((start, end)), found.sentence and self.low(found.sentence))
        self.findings.append(found)
        return found


def read_passages(text: str, blocks: list[Block]) -> Reading:
    """Every finding that the blocks state, each once."""
    reading = Reading(text, blocks)
    for i, block in enumerate(blocks):
        if block.kind == "heading":
            _heading(reading, i, block)
        elif block.label and block.label.role == "finding":
            _labelled(reading, block)
        elif block.kind == "item":
            _item(reading, i, block)
        else:
            _paragraph(reading, i, block)
    return reading


def _heading(reading: Reading, i: int, block: Block) -> None:
    words = reading.low((block.start, block.end))
    if block.label and block.label.role == "response":
        reading.scope = Scope(Lead("responses"), None)
        return
    found = lead(words, heading=True)
    if found is None and OUGHT.match(words):
        reading.groups.append([_stated(reading, block, Lead("findings", *kind_of(words)))])
        reading.scope = None
        return
    keep = reading.scope and reading.scope.parent and found and found.kind == "recommendation"
    parent = reading.scope.parent if keep and reading.scope else None
    after = reading.blocks[i + 1] if i + 1 < len(reading.blocks) else None
    told = after is not None and after.kind == "paragraph" and not OUGHT.match(reading.low((after.start, after.end)))
    mode = "paragraphs" if words.endswith(":") and found and found.n and told else "list"
    reading.scope = Scope(found, found.n, parent, mode) if found else None
    if block.label and block.label.number and found:
        reading.scope = Scope(Lead("findings", *kind_of(block.label.word)), 1, None, "labelled " + block.label.number)


def _labelled(reading: Reading, block: Block) -> None:
    """`Recommendation 3: The force should …`, `Findings - HMIC found …`."""
    label = block.label
    assert label is not None
    kind, word = kind_of(label.word)
    spans = block.sentences[:1] + [s for s in block.sentences[1:] if RESULT.match(reading.low(s)) or cues.SHORTCOMING.search(reading.low(s))]
    found = reading.add(spans[0][0], _end(reading, spans[-1]), block, kind=kind or "concern", word=None if "finding" in label.word else word, number=label.number)
    found.sentence = (block.start, block.end)
    parent = reading.scope.parent if reading.scope and kind == "recommendation" else None
    found.parent = parent
    if kind == "cause_of_concern":
        reading.scope = Scope(Lead("findings", "recommendation", "recommendation"), None, found)
    reading.groups.append([found])


def _item(reading: Reading, i: int, block: Block) -> None:
    scope = reading.scope
    before = reading.blocks[i - 1] if i else None
    if scope and scope.lead.role == "findings" and scope.depth >= 0 and block.depth > scope.depth + 1 and i - 1 in reading.listed | {i - 1 for i in reading.listed}:
        return
    if not scope or scope.lead.role != "findings" or not _lists(reading, i, scope):
        if not (scope and scope.lead.role in ("responses", "praise")):
            _prose(reading, block, suppressed=False)
        return
    scope.depth = block.depth if scope.depth < 0 else scope.depth
    found = _stated(reading, block, scope.lead, scope.parent)
    if before is not None and i - 1 in reading.listed and reading.groups:
        reading.groups[-1].append(found)
    else:
        reading.groups.append([found])
    reading.listed.add(i)


def _lists(reading: Reading, i: int, scope: Scope) -> bool:
    """Whether a list line under an announcement is one of the findings announced, and not one of the answers."""
    words = reading.low((reading.blocks[i].start, reading.blocks[i].end))
    if scope.parent and scope.lead.kind == "recommendation" or i - 1 in reading.listed:
        return not _answers(words)
    return not _answers(words)


def _answers(words: str) -> bool:
    return bool(re.match(r"(?:the force (?:has|have|is|will)|we (?:have|are|will)|i (?:have|am|will|shall)|work (?:is|has)|this (?:has|is|will|was))\b", words))


def _stated(reading: Reading, block: Block, scope: Lead, parent: Found | None = None) -> Found:
    """A list line or paragraph that is a finding as a whole."""
    end = block.end
    text = reading.text
    trimmed = re.search(r"(?:[;,]? and|[;,])\s*$", text[block.start : end])
    end = block.start + trimmed.start() if trimmed else end
    start, end = _unquoted(text, block.start, end)
    number = block.mark if block.numbered and scope.kind in ("recommendation", "area_for_improvement", "cause_of_concern") else None
    kind, word = scope.kind or "concern", scope.word
    found = reading.add(start, end, block, kind=kind, word=word, number=number, parent=parent)
    found.sentence = (block.start, block.end)
    return found


def _unquoted(text: str, start: int, end: int) -> Span:
    for mark in "'\"":
        if text[start] == mark and text[end - 1] == mark and mark not in text[start + 1 : end - 1].replace("s' ", ""):
            return start + 1, end - 1
    return start, end


def _paragraph(reading: Reading, i: int, block: Block) -> None:
    scope = reading.scope
    after = reading.blocks[i + 1] if i + 1 < len(reading.blocks) else None
    if block.label and block.label.role == "response":
        _lead_on(reading, block, after)
        return
    if _cause(reading, block):
        return
    if scope and scope.lead.role == "findings" and scope.mode.startswith("labelled"):
        found = _whole(reading, block, scope.lead)
        found.number, reading.scope = scope.mode.split()[1], None
        return
    if scope and scope.mode == "paragraphs" and scope.due:
        _main_paragraph(reading, block, scope)
        return
    if scope and scope.lead.role == "findings" and scope.mode == "list" and OUGHT.match(reading.low((block.start, block.end))) and scope.due != 0:
        _whole(reading, block, scope.lead)
        scope.due = scope.due - 1 if scope.due else scope.due
        return
    answered = bool(scope and (scope.lead.role == "responses" or scope.mode == "list" and scope.lead.role == "findings" and reading.listed and (i - 1 in reading.listed or scope.depth >= 0)))
    _prose(reading, block, suppressed=answered)
    _lead_on(reading, block, after)


def _whole(reading: Reading, block: Block, found: Lead) -> Found:
    spans = block.sentences[:1]
    for span in block.sentences[1:]:
        if not (RESULT.match(reading.low(span)) or OUGHT.match(reading.low(span))):
            break
        spans.append(span)
    start, end = _unquoted(reading.text, spans[0][0], spans[-1][1])
    made = reading.add(start, end, block, kind=found.kind or "concern", word=found.word, sentence=(spans[0][0], spans[-1][1]))
    reading.groups.append([made])
    return made


def _main_paragraph(reading: Reading, block: Block, scope: Scope) -> None:
    """One paragraph for each of `the five main recommendations`: the shortcoming if it states one, else its first clause."""
    scope.due = (scope.due or 1) - 1
    before = len(reading.findings)
    _prose(reading, block, suppressed=False)
    made = reading.findings[before:]
    if made:
        made[0].end = max(f.end for f in made) if made[-1].start < made[0].end + 40 else made[0].end
        del reading.findings[before + 1 :]
        del reading.groups[len(reading.groups) - len(made) + 1 :]
    else:
        first = block.sentences[0]
        cut = re.search(r" and (?:work|the|i|a)\b|, (?:including|who|which)", reading.low(first))
        end = first[0] + cut.start() if cut else _end(reading, first)
        found = reading.add(first[0], end, block, sentence=first, certainty="implied")
        reading.groups.append([found])
        made = [found]
    made[0].kind, made[0].word = scope.lead.kind or "concern", scope.lead.word
    if scope.due == 0:
        reading.scope = None


def _cause(reading: Reading, block: Block) -> bool:
    """A paragraph that ends `To address this cause of concern, we recommend that the force should:`."""
    for k, span in enumerate(block.sentences):
        words = reading.low(span)
        if not CAUSE.search(words):
            continue
        parent = None
        if k:
            parent = reading.add(block.sentences[0][0], block.sentences[k - 1][1], block, kind="cause_of_concern", word="cause of concern", sentence=(block.start, block.end))
            reading.groups.append([parent])
        elif reading.findings and reading.findings[-1].kind == "cause_of_concern":
            parent = reading.findings[-1]
        rest = re.search(r"recommend\w*(?: \w+){0,8}? that (.+)$", words)
        if words.rstrip().endswith((":", "should")) or not rest:
            reading.scope = Scope(Lead("findings", "recommendation", "recommendation", None, True), None, parent)
        else:
            made = reading.add(span[0] + rest.start(1), _end(reading, span), block, kind="recommendation", word="recommendation", parent=parent, sentence=span)
            reading.groups.append([made])
        return True
    return False


def _lead_on(reading: Reading, block: Block, after: Block | None) -> None:
    """The last sentence of a paragraph may announce the list or paragraph after it."""
    if not block.sentences:
        return
    words = reading.low(block.sentences[-1])
    found = lead(words)
    listed = after is not None and after.kind == "item"
    if found and (found.here or found.role != "findings" or listed):
        reading.scope = Scope(found, found.n, reading.scope.parent if reading.scope and found.kind == "recommendation" else None)
    elif listed and words.rstrip().endswith(":"):
        role = "responses" if reading.scope and reading.scope.lead.role == "responses" or reading.findings else "none"
        reading.scope = Scope(Lead(role), None)
    elif reading.scope and reading.scope.lead.role == "praise":
        reading.scope = None


def _prose(reading: Reading, block: Block, suppressed: bool) -> None:
    """Findings told sentence by sentence."""
    scope: Lead | None = None
    for span in block.sentences:
        words = reading.low(span)
        told = lead(words)
        if told and told.role == "findings" and told.here and not told.kind == "concern" and not words.rstrip().endswith(":"):
            scope = told
        elif SPENT.search(words) and kind_of(words)[0]:
            scope = Lead("findings", *kind_of(words))
        _sentence(reading, block, span, scope, suppressed)


def _sentence(reading: Reading, block: Block, span: Span, scope: Lead | None, suppressed: bool) -> None:
    text = reading.text[span[0] : span[1]].replace("\n", " ")
    made: list[Found] = []
    cited = numbered(text)
    defined = None if suppressed and not cues.ATTRIBUTION.search(text.lower()) else named(text)
    parts = several(text)
    if parts:
        made = [reading.add(span[0] + a, span[0] + b, block, kind=kind, word=word) for (a, b), kind, word in parts]
    elif defined:
        (a, b), kind, word = defined
        made = [reading.add(*_cut(reading, span, a, b), block, kind=kind, word=word)]
    elif cited:
        made = _cited(reading, block, span, cited)
    elif scope and addressed(text):
        a, b = addressed(text) or (0, 0)
        made = [reading.add(span[0] + a, span[0] + b, block, kind=scope.kind or "concern", word=scope.word)]
    else:
        for (a, b), theirs in shortcomings(text, suppressed):
            found = reading.add(span[0] + a, span[0] + b, block, voice="inspectorate" if theirs else "commissioner")
            found.kind, found.word = (scope.kind or "concern", scope.word) if scope else ("concern", _called(text))
            made.append(found)
    for found in made:
        found.sentence = span
        found.end = max(found.start + 1, found.end)
    if made:
        reading.groups.append(made)


def _cited(reading: Reading, block: Block, span: Span, cited: list[tuple[str, str, str | None]]) -> list[Found]:
    """One finding for each number, all with the words that cite them; those already known by number are not stated again."""
    known = {(f.kind, f.number) for f in reading.findings if f.number}
    new = [(number, kind, word) for number, kind, word in cited if (kind, number) not in known]
    end = span[1]
    following = [s for s in block.sentences if s[0] >= span[1]]
    if following and re.match(r"(?:these|this|both|the) (?:recommendations?|areas|afis?) ", reading.low(following[0])):
        end = following[0][1]
    start = span[0]
    return [reading.add(start, end, block, kind=kind, word=word, number=number) for number, kind, word in new]


def _cut(reading: Reading, span: Span, a: int, b: int) -> Span:
    """A named finding without the answer that follows in the same sentence."""
    from loaders.findings.clauses import ANSWER

    words = reading.low(span)
    answer = ANSWER.search(words, a + 15, b)
    start, end = span[0] + a, span[0] + (answer.start() if answer else b)
    while end > start and reading.text[end - 1] in " ,;":
        end -= 1
    return start, end


def _called(text: str) -> str | None:
    match = re.search(r"\b(concern|issue|weakness|shortcoming)s?\b", text.lower())
    return match[1] if match else None


def _end(reading: Reading, span: Span) -> int:
    return span[1]


def _addressed_to(words: str, sentence: str | None) -> str | None:
    if cues.CHIEF_CONSTABLES.search(words) or sentence and re.search(r"\ball chief constables\b", sentence):
        return "chief-constables"
    return "national" if cues.NATIONAL.search(words) else "force"
