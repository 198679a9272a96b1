"""What stands at the head of a line: list marks, printed labels, letterhead and page debris."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.words import NUMBERS, number_words

__all__ = ["CLOSING", "DEBRIS", "FURNITURE", "PLURAL", "SALUTATION", "STATE", "Label", "enumerated", "inline_labels", "labelled_lines", "read_label", "read_mark"]

MARK = re.compile(r"([ ]*)(?:([•◦○]|[†‡§¶¹²³⁴⁵⁶⁷⁸⁹](?=\s|[A-Z])|[->](?=\s)|o(?=[ ]+['\"]?[A-Z]))|(#{1,6})(?= )|(?:[(\[](\d{1,3}|[a-z]|[ivx]{1,4})[)\]]|(\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,4})[.)])(?=\s)|(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?=\s+[A-Z])|([A-H]\d{1,2})[.:)](?=\s)|(One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)[.:](?=\s+[A-Z]))[ ]*")
SALUTATION = re.compile(r"^[ ]*Dear\b[^\n]{0,80}$", re.M)
CLOSING = re.compile(r"^[ ]*(?:Yours (?:sincerely|faithfully|truly|ever)|(?:With )?(?:kind|best|warm)(?:est)? (?:regards|wishes))\b[^\n]{0,20}$", re.M | re.I)
FURNITURE = re.compile(
    r"[ ]*(?:cc[:.]? (?![^\n]{10,300}\.\s*$)|copy to\b|our ref|your ref|ref(?:erence)?:|date:|tel(?:ephone)?[: ]|e-?mail:|web(?:site)?:|twitter|facebook|page \d+(?: of \d+)?\s*$|(?:owner|lead(?: officer)?|sro|rag|action owner)\s*:|\d{1,3}\s*$|-\s*\d+\s*-\s*$"
    r"|(?:official|not protectively marked|restricted|official[- ]sensitive)\s*$|www\.|https?:|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ (?:19|20)\d\d\s*$|.{0,120}(?:\bTel: ?[\d(]|@[a-z]+\.|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b))",
    re.I,
)
DEBRIS = re.compile(r"(?<=\n)[ ]*(?:page \d+(?: of \d+)?|-[ ]*\d{1,3}[ ]*-|\d{1,3}|official(?:[- ]sensitive)?|not protectively marked)[ ]*(?=\n|$)", re.I)
WHO = r"(?:the |our |my )?(?:force|pcc|police and crime commissioner|commissioner|chief constable|opcc|constabulary|police|office|mayor|pfcc)(?:'s|s')?,? "
KINDS = r"recs?(?=\.? ?(?:\d|(?-i:[A-H]\b)))\.?|r(?=\d)|(?:recommendations?|areas? for improvement) ?(?:/|and|or) ?(?:afis?|areas? for improvement|recommendations?)|areas? for improvement|afis?|recommendations?|causes? of concern|cocs?|concerns?|issues?|findings?|hmic(?:frs)?(?:'s)? (?:findings?|recommendations?|comments?)|what (?:hmic(?:frs)?|the report|inspectors) (?:found|said)|inspection findings?|key findings?|report says"
REPLIES = (
    r"responses?|reply|replies|(?:current |latest )?(?:update|position|progress)(?: to date| update)?(?: (?:as )?(?:at|on|in) (?:\d{1,2} )?[a-z]+(?: \d{4})?)?|actions?(?: taken| to date| plan)?(?: (?:and|or) (?:proposed|planned|to be taken))?|comments?|answers?|what (?:we|the force) (?:have|has|are|is) (?:done|doing)|how (?:we|i) (?:will )?respond"
    r"|what (?:is being|has been|was|we are) (?:done|doing)|what [\w' -]{2,50} (?:is|are|has|have|has been|have been) (?:doing|done)|status(?: update)?|outcome|next steps|assurance"
)
LABEL = re.compile(
    rf"(?:(?P<reply>(?:{WHO}|our |my )?(?:{REPLIES})(?: (?:from|of|by) (?:the )?(?:force|pcc|chief constable|commissioner|police and crime commissioner))?)|(?P<kind>{KINDS})|(?P<who>(?:the )?(?:cc|pcc|pfcc|chief constable|commissioner|opcc|constabulary)(?=:)))"
    r"(?: ?(?:no\.? ?|number )?(?P<number>\d{1,3}(?:\.\d{1,2})?|(?:" + number_words(1, 15) + r")(?=[\s.:)-]|$)|[a-h](?=[\s.:)-]|$)))?(?: \([^()\n]{1,40}\))?[ ]*(?:(?P<sep>[:|]|[.)](?=\s)|-(?=\s)|\s-|(?<=\d)[ ]+(?=(?-i:[A-Z][a-z'])))[ \n]*|$)",
    re.I,
)
PLURAL = re.compile(r"areas|recommendations|causes|afis|concerns|issues|findings|key findings")
STATE = re.compile(r"[\[(]?(?:not |partially |partly |fully |largely |substantially |being )?(?:achieved|completed?|met|implemented|accepted|rejected|agreed|done|closed|on-?going|in (?:progress|hand|part)|under (?:consideration|review|way)|underway|on (?:track|hold|target)|off track|delivered|discharged|declined|started|no (?:further )?action(?: required)?)(?: in (?:full|part|principle))?[\])]?\.?", re.I)  # a line that only says how far it has come
SHORT = re.compile(r"recs?\.?|r")
INLINE = re.compile(rf"(?<=[.!?'\")]) (?=(?:(?:{WHO}|our |my )?(?:response|reply|update|comment|action|progress|status)s?|findings?)(?: \d{{1,2}})? ?(?:-|:) ?[A-Z])", re.I)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: `role` is `finding` or `response`; `word` as printed, lower case."""

    role: str
    word: str
    number: str | None
    end: int
    alone: bool


def read_mark(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The list mark of a line, where its words begin, and how far it is indented."""
    match = MARK.match(text, start, end)
    if not match or match.end() >= end:
        while start < end and text[start].isspace():
            start += 1
        return "", start, 0
    mark = next(group for group in match.groups()[1:] if group)
    return mark, match.end(), len(match[1])


def read_label(text: str, start: int, end: int) -> Label | None:
    """The label at the head of a line: `Recommendation 3:`, `Findings -`, `Force response`."""
    match = LABEL.match(text, start, end)
    if not match or (match["sep"] is None and text[match.end() : end].strip()):
        return None
    alone = not text[match.end() : end].strip()
    role = "finding" if match["kind"] else "response"
    word = (match["reply"] or match["kind"] or match["who"]).lower()
    number = match["number"] and str(NUMBERS.get(match["number"].lower(), match["number"]))
    return Label(role, "recommendation" if SHORT.fullmatch(word) else word, number, match.end(), alone)


def enumerated(text: str, start: int, end: int) -> list[int]:
    """Where the points of a sentence stand that counts them: `… are (1) … (2) …`; at least the first two, in order."""
    for marks in ("123456789", "abcdefghi", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")):
        cuts: list[int] = []
        for mark in marks:
            at = re.compile(rf"(?:(?<=[.:;,] )|(?<= and ))\({mark}\) ").search(text, cuts[-1] if cuts else start, end)
            if not at:
                break
            cuts.append(at.start())
        if len(cuts) > 1:
            return cuts
    return []


def labelled_lines(text: str, start: int, end: int) -> list[int]:
    """Where a line inside a paragraph begins with a label of its own."""
    lines = [match.end() for match in re.finditer(r"\n[ ]*(?=\S)", text[start:end])]
    return [start + at for at in lines if (label := read_label(text, start + at, end)) and not label.alone]


def inline_labels(text: str, start: int, end: int) -> list[int]:
    """Where a label stands inside a paragraph: `… to it. Response - This was rectified …`."""
    return [match.end() for match in INLINE.finditer(text, start, end)]
