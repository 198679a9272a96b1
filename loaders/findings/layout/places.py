"""Where a block stands and who speaks in it: body and signatures, sections, a chief constable's comments."""

from __future__ import annotations

import re

from loaders.findings.layout.block import Block, Span
from loaders.findings.layout.marks import CLOSING

__all__ = ["from_first_paragraph", "with_sections", "with_speakers", "without_closing", "without_signatures"]

APPENDIX = re.compile(r"\s*(?:appendix|annex|schedule|enclosure|attachment|endnotes?|notes)\b|.{0,40}\b(?:areas? for improvement|recommendations?|causes? of concern|findings|response|comments)\b", re.I)
COMMENTS = re.compile(r"\b(?:comments?|responses?|statement|reply|update|position)\b")
HIS = re.compile(r"^(?:cc|(?:the )?chief constable):?\s*$|\bchief constable\b(?:'s|s')?.{0,60}|.{0,60}\b(?:by|from|of) (?:the )?chief constable\b")
OURS = re.compile(r"\b(?:commissioner|pcc|pfcc|mayor)\b|\bmy (?:own )?(?:comments|view|response|reply|observations|remarks)|^conclusions?$|^summary$")
OFFICE = re.compile(r"(?:temporary |acting |t/)?chief constable(?: of [\w ,&-]{3,40})?", re.I)
HE_WRITES = re.compile(r"\bchief constable\b[^.:]{0,40}\b(?:writes?|comments?|commented|says?|said|states?|stated|responds?|responded|response|advises?|advised|provided)\b[^.:]{0,40}:$")

MINE = re.compile(r"(?:\d{1,2}\.? )?my (?:own )?(?:comments|views?|response|reply|observations|remarks)\b")
HIS_WORDS = re.compile(r"\bchief constable\b[^.:]{0,120}\b(?:adds?|added|repl(?:y|ies|ied)|answers?|answered|words?|comments?|statement|observations|reproduced?|quote|writes?|says?|response)\b[^.:]{0,60}:$")
EACH_REPLY = re.compile(r"\bchief constable\b[^.:]{0,60}\b(?:replied|responded|replies|responses?|answers?|answered|commented|comments)\b[^.:]{0,40}\b(?:as shown|(?:under|beneath|below|against|after) (?:each|every))\b")
REPLY = re.compile(r"(?:response|repl|answer|comment)")
QUOTES = "\"\u201c\u2018'"
CLOSES = ('"', "\u201d", "\u2019")


def from_first_paragraph(found: list[Block]) -> list[Block]:
    """Without a salutation the letter begins at its first sentence or at its last heading before it."""
    first = next((i for i, block in enumerate(found) if block.kind != "heading"), 0)
    return found[max(0, first - 1) :]


def without_closing(text: str, found: list[Block]) -> list[Block]:
    """Short lines after a closing formula are a signature, until an appendix or a sentence begins."""
    kept: list[Block] = []
    signing = False
    for block in found:
        words = text[block.start : block.end]
        if CLOSING.match(words):
            signing = True
        elif signing and block.kind == "heading" and not APPENDIX.match(words):
            continue
        else:
            signing = False
            kept.append(block)
    return kept


def with_sections(text: str, found: list[Block]) -> list[Block]:
    """Each block's nearest heading; what stands before the first paragraph is the letter's subject."""
    section: Span | None = None
    printed = False
    for i, block in enumerate(found):
        words = text[block.start : block.end]
        if block.kind != "heading" or (block.label and block.label.number):
            printed = True
        elif printed and _names_a_section(words, section, found[i + 1 : i + 2]):
            section = (block.line if block.numbered else block.start, block.end)
        block.section = section
        block.is_subject = not printed
    return found


def _names_a_section(words: str, section: Span | None, after: list[Block]) -> bool:
    if words.endswith(":"):
        return section is None and bool(after) and after[0].kind == "paragraph"
    return True


def without_signatures(text: str, found: list[Block]) -> list[Block]:
    """A chief constable's name and office below his comments are no heading."""
    offices = [i for i, block in enumerate(found) if block.kind == "heading" and OFFICE.fullmatch(text[block.start : block.end])]
    names = [i - 1 for i in offices if i and found[i - 1].kind == "heading" and len(text[found[i - 1].start : found[i - 1].end].split()) <= 5]
    return [block for i, block in enumerate(found) if i not in {*offices, *names}]


def with_speakers(text: str, found: list[Block]) -> list[Block]:
    """A chief constable's comments are his from their heading to his signature or to the next label of somebody else; what is quoted of him ends with its quotation mark."""
    speaker, quoted = "commissioner", False
    his_replies = False
    for i, block in enumerate(found):
        words = text[block.line : block.end if block.kind == "heading" else block.start].lower()
        if block.kind == "heading" or block.label:
            speaker = _named(words, block, speaker)
        block.speaker = "chief_constable" if his_replies and _is_reply(block) else speaker
        if quoted and text[block.start : found[i + 1].line if i + 1 < len(found) else block.end + 2].rstrip(" \n").endswith(CLOSES):
            speaker, quoted = "commissioner", False
        if block.kind == "paragraph":
            his_replies = his_replies or bool(EACH_REPLY.search(text[block.start : block.end].lower()))
            quoted = quoted or _quotes_him(text, block, found[i + 1 : i + 2])
            speaker = "chief_constable" if quoted or HE_WRITES.search(text[max(block.start, block.end - 90) : block.end].lower()) else speaker
    return found


def _named(words: str, block: Block, speaker: str) -> str:
    """Who speaks under a heading or a label (lower case)."""
    if MINE.match(words):
        return "commissioner"
    his = HIS.search(words) and (COMMENTS.search(words) or block.kind != "heading")
    signed = HIS.search(words) and not COMMENTS.search(words)
    return "chief_constable" if his else "commissioner" if signed or OURS.search(words) else speaker


def _is_reply(block: Block) -> bool:
    return block.label is not None and block.label.role == "response" and bool(REPLY.match(block.label.word))


def _quotes_him(text: str, block: Block, after: list[Block]) -> bool:
    """`The Chief Constable adds:` above words in quotation marks."""
    said = HIS_WORDS.search(text[max(block.start, block.end - 240) : block.end].lower())
    return bool(said) and bool(after) and any(mark in QUOTES for mark in text[after[0].line : after[0].start + 1])
