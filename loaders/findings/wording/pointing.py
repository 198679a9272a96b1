"""How an answer points at what it answers: `on the second,`, `as to (i) and (iii)`, `both`, `as for the telephones,`, a note's mark."""

from __future__ import annotations

import re

from loaders.recognise.words import NUMBERS, ORDINALS, number_words, ordinal_words

__all__ = ["SO_MANY", "counted", "marks", "notes", "ordinal", "ordinal_of", "topic"]

NTH = re.compile(
    r"(?:upon |as regards |(?:in relation|with regard|in regard|in respect|with respect|turning|as|in response|relating) (?:to|of|for) |on |for |against |regarding |about |(?:i (?:would|will|should) )?(?:add|say) (?:something|a word|this) (?:about|on) )?the ("
    + ordinal_words(8)
    + r")[†‡§¶¹²³⁴⁵⁶⁷⁸⁹]?(?:(?: \w+){0,4},? |[.,:])"
)
NTH_NAMED = re.compile(rf"\b(?:by|of|to|for|on|under|in|meets?|met|answers?|regards) the ({ordinal_words(8)}) (recommendation|area for improvement|afi|cause of concern)\b")
AT_HEAD = re.compile(r"(?:under|as to|on|re|in relation to|with regard to|in respect of|for|point|item|at) \(?(\d{1,2}|[a-h]|[ivx]{1,4})\)?[,:)]? ")
IN_BRACKETS = re.compile(r"\((\d{1,2}|[a-h]|[ivx]{1,4})\)")
NOTE = re.compile(r"\[(\d{1,2})\]|([†‡§¶¹²³⁴⁵⁶⁷⁸⁹])")
NOUNS = r"(?:areas?|recommendations?|afis?|issues?|matters?|points?|findings?|concerns?|actions?|improvements?)"
AFTER = r"are|were|have|has|will|shall|is|had|remain|can|in|on|to|at|by|as|and|with|through|from|until|when|before"
SO_MANY = rf"\b(?:those|these|all) (?:{number_words(2, 10)}|\d{{1,2}}(?![\d,]))\b(?= (?:\w+ )?{NOUNS}\b| (?:of|{AFTER})\b|[.,;:]|$)"
COUNTED = re.compile(rf"\bboth\b(?! (?:[\w'’-]{{1,30}} )?(?!{NOUNS}\b|has\b|was\b|this\b|these\b|those\b|as\b)\w{{2,30}}s\b)(?! (?:of )?(?:the )?(?:\w+ )?(?:forces|police|sides|he|she|officers|staff|men|women|i|my|in|to|as|for|on)\b)|\b(?:all|each of the|all of the) ({number_words(2, 10)})\b(?= (?:\w+ )?{NOUNS}\b| (?:of (?:them|these|those|the)|{AFTER})\b|[.,;:]|$)")
ABOUT = re.compile(r"(?:as (?:for|to|regards)|on|regarding|concerning|in relation to|with (?:regard|respect) to|in respect of|turning (?:now )?to|when it comes to|about) (?P<what>[^,.;:]{4,80}), ")
NAME = re.compile(r"[^.:?!]{4,60}[.:?]$")
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|should|must|can|does|did|been|i|we|needs?|they|it|\w{3,}ed)\b")
IN_NAME = 40  # characters at the head of a sentence that may name what it counts
LONGEST = 6  # words of a sentence that only names a matter


def ordinal(words: str) -> int | None:
    """Which of several a sentence (lower case) begins with: 0 for `the first`."""
    match = NTH.match(words) or NTH_NAMED.search(words)
    return ORDINALS.index(match[1]) if match else None


def ordinal_of(words: str) -> str:
    """Where a sentence says of what it counts: at its head, or beside an ordinal in it."""
    match = None if NTH.match(words) else NTH_NAMED.search(words)
    return match[2] if match else words[:IN_NAME]


def marks(words: str) -> list[str]:
    """The marks of list lines that a sentence names."""
    head = AT_HEAD.match(words)
    named = IN_BRACKETS.findall(words)
    return list(dict.fromkeys([*([head[1]] if head else []), *named]))


def notes(words: str) -> list[str]:
    """The marks of notes in a sentence, each after an opening bracket."""
    return ["[" + (number or sign) for number, sign in NOTE.findall(words)]


def counted(words: str) -> int | None:
    """How many findings `both`, `all four` or `the three` are."""
    match = COUNTED.search(words)
    return None if match is None else NUMBERS[match[1] or "two"]


def topic(words: str) -> str | None:
    """The matter that a sentence (lower case) opens with, or is: `as for the telephones,`, `supervision.`"""
    match = ABOUT.match(words)
    if match:
        return match["what"]
    return words if len(words.split()) <= LONGEST and NAME.fullmatch(words) and not VERB.search(words) else None
