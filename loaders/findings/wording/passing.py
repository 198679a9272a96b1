"""Findings that a sentence names in passing, or in their turn: `The AFI on X has been met`, `The second is that …`."""

from __future__ import annotations

import re

from loaders.findings.layout.block import Span
from loaders.findings.wording.closing import is_remark
from loaders.findings.wording.leads import kind_or_concern
from loaders.findings.wording.tying import BY_OTHERS

__all__ = ["Named", "dashed", "mentioned", "nth"]

Named = tuple[Span, str, str | None]  # words, kind, what the letter calls it
THE_ONE = re.compile(
    r"\b(?P<lead>(?:the|its|one|a|this|that|another)(?: (?!of\b)\w+){0,2} (?P<thing>areas? for improvement|afi|recommendation|cause of concern)(?: \([a-z]+\))?) (?:in respect of|about|on|regarding|concerning|around|relating to|which (?:relates to|concerns)|in relation to|to do with|over) (?P<what>(?!page\b|which|this|that|my\b|our\b)[^.;:]{8,200}?)(?=,? (?:has|have|is|was|will|are|were|remains?|came|comes|i|we|and (?:i|he|she|it|the)|but|though|although|because|so)\b|[.;:]|$)"
)
DASHED = re.compile(r"\b(?:the|one|its|a|this)(?: \w+){0,2} (?P<thing>areas? for improvement|afi|recommendation|cause of concern)(?: \([a-z]+\))?(?:,| -) (?P<what>(?:to|that|about|on|for|concerning|relating to|how|the need to) [^.;]{10,250}?)(?: -,?|,) (?:is|was|has|which|i|we|will|and|are|remains)\b")
NTH = re.compile(r"(?:and |but )?(?:the one (?:which|that|on|of)\b[^,.;:]{3,60}?|(?:the|their|its) (?:first|second|third|fourth|fifth|sixth|other|next|last|final)|one|another|a (?:second|third|fourth|further))(?: of (?:these|them))?(?:, (?:on|to|of|in|for|by|which|and|as|perhaps|though)\b[^,.;:]{3,60})?,? (?:is|was|concerns|concerned|relates to|related to|asks|asked|calls for|requires|required|was (?:given|made|raised|recorded|issued) (?:for|about|on|in respect of)|looks at|deals with|has to do with)(?: (?:it|the force|us|them) to)?(?: that| for| about| this:)? (?!(?:(?:now|also|already|being|by far|much|rather|the|a) )*(?:complete|address|subject|under|in place|in progress|implement|close|met\b|done|easi|hard|simpl|slow|quick|straight|familiar|old|new\b|more |less ))")
IN_NTH = re.compile(r"(?:in|on|under|as to) the (?:first|second|third|fourth|fifth|other|next|last)(?: of (?:these|them))?, (?:(?:the report|inspectors|hmic\w*|the inspectorate|they|it) (?:also )?(?:says?|said|finds?|found|states?|stated|thinks?|thought|asks?|asked|wants?) )?that ")
NTH_IN_APPOSITION = re.compile(r"(?:(?:as (?:to|for|regards)|on|upon|regarding|in respect of|with regard to) )?the (?:first|second|third|fourth|fifth|other|next|last|final)(?: of (?:these|them))?, ['\"]?(?P<what>(?:that )?(?:(?:the|a|an|its|to|how|on(?! which))\b)[^'\"]{12,260}?)['\"]?, (?=(?:has|have|is|was|are|will|i|we|he|she|it|the|a|an|nothing|no|little|much|work|training|there)\b)")
IS_NTH = re.compile(r"\bis the (?:first|second|third|fourth|other|last)(?: of (?:these|them))?: ")


def dashed(low: str) -> Named | None:
    """`The single AFI - to improve … - is one that I recognise.`"""
    match = DASHED.search(low)
    return (match.span("what"), *kind_or_concern(match["thing"])) if match else None


def mentioned(sentence: str) -> Named | None:
    """`The recommendation on X has been met`: a finding that is named in passing, by its matter."""
    match = None if BY_OTHERS.search(sentence.lower()) else THE_ONE.search(sentence.lower())
    return (match.span("what"), *kind_or_concern(match["thing"])) if match else None


def nth(sentence: str) -> Span | None:
    """`The second is that the force should …`, after several were announced: what the sentence says of it."""
    low = sentence.lower()
    inside = IN_NTH.match(low)
    if inside:
        return inside.end(), len(sentence)
    apart = NTH_IN_APPOSITION.match(low)
    match = NTH.match(low) or IS_NTH.search(low)
    match = None if match and is_remark(low[match.end() :]) else match
    return apart.span("what") if apart else (match.end(), len(sentence)) if match else None
