"""Whether a block under an announcement looks like what was found or like what answers it: by its form, not its theme."""

from __future__ import annotations

import re

from loaders.findings.layout.block import Block
from loaders.findings.lists import OUGHT, OWN, VERB, is_answer
from loaders.findings.reading import Reading
from loaders.findings.wording import cues
from loaders.findings.wording.answering import is_bare
from loaders.findings.wording.leads import kind_of
from loaders.findings.wording.status import responds

__all__ = ["is_quotation", "looks_answering", "looks_found"]

MATTER = re.compile(r"^[a-z][\w' &-]{2,40}: (?=\w)")  # `Custody: the force should …`
THAT = re.compile(r"that (?!(?:is|was|has|will|would|said|does|means|left|leaves|work|report|being|process|plan|one)\b)(?:\w+ ){2,}")
FEWEST = 3  # words of a finding
QUOTED = re.compile(r"(?P<mark>['\"]).{12,}(?P=mark)[.,;]?")
FIRST_PERSON = re.compile(r"\b(?:i|we|my|our|me|us)\b")
NAMING = re.compile(
    r"^(?:the |a |an |its |how |whether )?[\w'-]+ing\b(?! (?:to|the report|this report)\b.*\b(?:report|letter)\b)|^(?:a |the )?(?:lack|absence|shortage|need|extent|way|timeliness|quality|accuracy|consistency|use|supervision|recording|management|provision|understanding)\b"
)
ADVERBIAL = re.compile(r"(?:on|as (?:to|for|regards)|with|in|at|by|from|under|for|over|beyond|after|before|since|that|this|here|there|finally|lastly)\b")
PLAINLY = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|has|have|can|could) not\b|\w+n't\b|cannot\b|too (?:few|many|often|long|slow\w*|much|little|late|heavily)\b|lack(?:s|ed|ing)?\b|fail(?:s|ed|ing)?\b|never\b|rarely\b|seldom\b|insufficient\w*|inconsistent\w*|inadequate\w*|poor(?:ly)?\b|weak\w*|gaps? in\b|not always\b)"
)
ACTED = re.compile(r"\b(?:ha(?:s|ve) (?!not\b|no\b|never\b|yet\b|too\b|little\b|few\b|to\b|an?\b|difficult\w*|only\b)\w+|will|shall|(?:is|are) (?:being|now)|no longer)\b")
TOLD_OF_REPORT = re.compile(r"^(?:the|this|that|its|these|those) (?:\w+ ){0,2}(?:report|inspection|inspectors?|inspectorate|recommendations?|areas?|findings?)\b|^(?:hmic\w*|inspectors)\b")


def is_quotation(words: str) -> bool:
    """Whether a paragraph stands between quotation marks, whole."""
    return bool(QUOTED.fullmatch(words))


def looks_answering(reading: Reading, block: Block) -> bool:
    """Whether a block says what was done, or that is printed as a response."""
    if block.label is not None and block.label.role == "response":
        return True
    words = reading.low((block.start, block.end))
    return bool(block.sentences and (is_answer(words) or is_bare(reading.low(block.sentences[0])) or responds(words) or ACTED.search(words) or FIRST_PERSON.search(words)))


def looks_found(reading: Reading, block: Block) -> str | None:
    """`asked` (it says what should be), `quoted`, `named` (a matter without a verb) or `lacking` (a shortcoming in one breath); None for anything else."""
    if block.label is not None or not block.sentences:
        return None
    if is_quotation(reading.low((block.start, block.end))):
        return "quoted"
    words = MATTER.sub("", reading.low(block.sentences[0]).strip("'\" "))
    if words.endswith(":") or OWN.search(words) or len(words.split()) < FEWEST:
        return None
    if OUGHT.match(words) or (THAT.match(words) and not responds(words)):
        return "asked"
    if FIRST_PERSON.search(words) or is_answer(words) or is_bare(words) or TOLD_OF_REPORT.match(words):
        return None
    if (not VERB.search(words) and not responds(words) and not ADVERBIAL.match(words) and not kind_of(words)[0]) or (NAMING.match(words) and not ACTED.search(words)):
        return "named"
    return "lacking" if _lacks(words) and not cues.IMPROVED.search(words) else None


def _lacks(words: str) -> bool:
    """A shortcoming, and no word of what was done about it."""
    return bool(PLAINLY.search(words) and not ACTED.search(words)) or bool(cues.SHORTCOMING.search(words) and not responds(words))
