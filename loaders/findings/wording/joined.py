"""Several findings that one sentence ties to the name of their kind: `X and Y are the two areas for improvement`, `two: that …, and that …`."""

from __future__ import annotations

import re

from loaders.findings.layout.block import Span, cut_out
from loaders.findings.wording.attached import is_matter
from loaders.findings.wording.leads import kind_of, kind_or_concern
from loaders.findings.wording.passing import Named
from loaders.findings.wording.tying import BY_OTHERS, HOLDING, ONE, RELATES, THE_FORCE, THINGS
from loaders.recognise.words import NUMBERS, number_words

__all__ = ["each_of", "in_order", "joined", "split"]

N = rf"(?:(?P<n>{number_words(2, 10)}|both) )"
ON = r"(?:in respect of|in relation to|relating to|with regard to|regarding|concerning|about|on|(?:(?<=identified )|(?<=found )|(?<=recorded )|(?<=raised )|(?<=noted )|(?<=seen ))in|to do with|for)"
AFTER = re.compile(
    rf"\b{N}?(?:[\w-]+ ){{0,2}}?{THINGS}(?: (?:for|in|to|of|on|from|under|by|here|too|were|was|are|made|given|issued|raised|identified|found|recorded|that|which)\b[^.:;]{{0,50}}?)??(?:,? (?:namely|being|viz\.?|which (?:are|were)|these being|and (?:these|they) (?:are|were))[:,]?|:| -|,| (?:both )?{ON}| (?:are|were)(?:,? in (?:turn|short|brief|order),?| both)?(?= (?:that|to|how) )| (?:are|were) (?:both )?{ON}| (?:which |that )?(?:{RELATES}|ask for|call for|cover))(?: the need)? (?P<what>(?:in the first place, )?(?:that|to|how|the|its|their|a|an|whether|better|more|\w+ing)\b[^:]{{20,600}})$"
)
COPULA = re.compile(
    rf"^(?:the|its|these|those) {N}(?:[\w-]+ )?{THINGS}(?: (?:here|too|in \w+))? (?:are|were) (?P<what>(?!(?:\w+ed|being|in|on|all|both|now|also|not|under|complete|still|met|well) )[^:]{{20,600}})$"
)
AS_THEY = re.compile(
    rf"\b{HOLDING}\w*(?: out| up)? (?:down )?as {N}?{THINGS},?(?: for [^,.;:]{{3,30}},)? (?P<what>(?:that|to|how|the|its|their|a|an)\b[^:]{{20,600}})$"
)
HELD = re.compile(
    rf"\b(?:hmic\w*|inspectors|inspectorate|report|they|it) (?:also |further |have |has )?{HOLDING}\w* (?P<what>[^.:]{{20,400}}?),? (?:as|to be|among) (?:the |its |being )?{N}?(?:\w+ )?{THINGS}"
)
HELD_TO_BE = re.compile(
    rf"^(?P<what>(?!(?:i|we|they|it|these|those|both|there|all)\b)[^.:]{{20,400}}?),? (?:is|are|was|were|have been|has been)(?: both| all| each| also){{0,2}} {HOLDING}\w*(?: out| up)?(?: by [\w ]{{3,20}})? (?:as|to be|among) (?:the |its |being )?{N}?(?:\w+ )?{THINGS}"
)
ARE = re.compile(
    rf"^(?P<what>(?!(?:i|we|they|it|these|those|both|there|all|what)\b)[^.:]{{20,400}}?)(?:,? (?:are|were)(?: both| all| also){{0,2}}|[:;,] (?:and )?(?:these|those|they|both|all \w+|each)(?: of (?:these|them))? (?:are|were|is|was)(?: both| all| also)?) (?:(?:the|an?|its) )?{N}?(?:\w+ )?{THINGS}\b"
)
RECOMMENDED = re.compile(
    rf"\b(?:{THE_FORCE}|we|they) (?:is|are|was|were|has been|have been) (?:also )?(?P<thing>recommended)(?:,[^,;.]{{3,40}},)? (?P<what>to .{{20,400}}? and (?:also )?to .{{8,}})$"
)
REMAINING = re.compile(
    rf"^(?:the |those |its )?(?:remaining|other|last|first|next) (?P<n>{number_words(2, 10)})(?: of (?:these|them))? (?:{RELATES}|are|were)(?: that of)? (?P<what>(?:that|to|how|the|its|their|a|an)\b[^:]{{20,600}})$"
)
RECOMMENDED_THINGS = re.compile(
    r"\b(?:hmic\w*|inspectors|inspectorate|report|they) (?:also )?(?P<thing>recommend(?:s|ed)?) (?P<what>(?:an?|the|better|more)\b[^:;]{8,300}? and (?:an?|the|better|more)\b[^:;]{8,300})$"
)
THERE_ARE = re.compile(
    rf"^(?:[^:;.]{{3,60}} )?there (?:is|are|was|were) (?P<n>{number_words(2, 10)})(?: [^:;.]{{1,30}})?: (?P<what>.{{20,600}})$"
)
AND_ANOTHER = re.compile(rf"\b{ONE}(?: is| was)? (?P<what>that .{{12,400}}?,? and another (?:is |was |being )?that .{{12,400}})$")
WAYS = (AND_ANOTHER, RECOMMENDED_THINGS, COPULA, AS_THEY, RECOMMENDED, HELD_TO_BE, ARE, HELD, AFTER)
TIES = r"(?:(?:(?:is|was|being|asks?|asked|requires?|required|says?|said|calls?|relate[sd]?|concern(?:s|ed)?|that|to|for|about|on|the force|it|us|them)\b,?) )"
MARK = re.compile(
    rf"(?:^|(?<=[,;:] )|(?<= and ))(?:(?:and|while|with) )?(?:in )?(?:the )?(?:(?P<one>one|first|former)|(?P<next>other|second|third|fourth|latter|last|another))\b(?: place)?(?: of (?:them|these|which))?,? (?P<ties>{TIES}{{0,5}})"
)
BEGINS = r"(?:the|its|their|his|our|how|a|an|whether|on|in|of|about|for|what|why|when|delays|better|more|poor|lack)"
CUTS = tuple(
    re.compile(cut)
    for cut in (
        r",? and another (?:is |was |being )?(?=that )",
        r"; (?:and )?(?:(?:secondly|thirdly|finally|lastly),? )?",
        r",? and,? (?:also |in the \w+ place,? |secondly,? |finally,? )?(?=that )|, (?:in the \w+ place, )?(?=that )",
        r",? and (?:also |secondly,? )?(?=to )|, (?=to )",
        r",? and (?=(?:(?:by|within) [^,.;]{3,30},? )?(?:it|they|the (?:force|constabulary|service)) (?:should|must|needs? to|ought to|is|are|does|do|cannot|fails?)\b)",
        rf",? and (?:also )?(?={BEGINS}\b)|, (?={BEGINS}\b)",
        r",? and (?=\w+ing )|, (?=\w+ing )",
        r", (?:and )?|,? and ",
        r", and |, ",
        r",? and ",
    )
)
COUNT = re.compile(rf"\b({number_words(2, 10)})\b(?! (?:of|forces|months|weeks|days|years)\b)")
SURE = 7  # ways of parting that are believed though nobody said how many there are
DONE = re.compile(
    r"\b(?:has|have) (?:been|now|already|since)\b|\bwork (?:is|has)\b|\b(?:is|are|was|were) (?:being|in hand|under way|complete|accepted|met)\b"
)
IN_FRONT = re.compile(r"(?:(?:and|both|also|that of|in the \w+ place,?|first(?:ly)?,?|of|in respect of|in relation to|on|about) )+")
SHORTEST = 8


def joined(sentence: str) -> list[Named]:
    """The findings, two or more, that a sentence ties to the plural of a kind; offsets are of the sentence."""
    low = sentence.lower()
    if BY_OTHERS.search(low) or low.rstrip().endswith(":"):
        return []
    for way in WAYS:
        match = way.search(low)
        parts = _parts(low, match) if match else []
        if match and parts:
            kind, word = kind_or_concern(match["thing"])
            return [(part, kind, word) for part in parts]
    return []


def in_order(words: str) -> list[Span]:
    """`…, the first being that A, and the second that B.` (lower case): the parts, two or more."""
    found = [match for match in MARK.finditer(words) if match["one"] or match["next"]]
    if len(found) < 2 or not found[0]["one"] or not found[0]["ties"] or any(match["one"] for match in found[1:]):
        return []
    ends = [match.start() for match in found[1:]] + [len(words)]
    parts = [_bare(words, match.end(), end) for match, end in zip(found, ends, strict=True)]
    return parts if all(b - a >= SHORTEST and is_matter(words[a:b]) and not DONE.search(words, a, b) for a, b in parts) else []


def each_of(words: str) -> tuple[int, list[Span]] | None:
    """`The remaining two concern A, and B.` (lower case), of a kind that was named before: how many, and the parts."""
    match = REMAINING.match(words) or THERE_ARE.match(words)
    parts = _parts(words, match) if match else []
    return (NUMBERS[match["n"]], parts) if match and parts else None


def _parts(low: str, match: re.Match[str]) -> list[Span]:
    said = match.groupdict().get("n")
    counts = COUNT.findall(low[: match.start("what")])
    said = said or (counts[0] if len(counts) == 1 else None)
    n = None if said is None else NUMBERS["two" if said == "both" else said]
    span = match.span("what")
    return [] if kind_of(low[slice(*span)])[0] not in (None, "concern") else split(low, span, n)


def split(low: str, span: Span, n: int | None) -> list[Span]:
    """A stretch parted as often as was said, or where it plainly joins several; nothing if it does not."""
    for between in CUTS[: None if n else SURE]:
        parts = [_bare(low, a, b) for a, b in cut_out(span, (cut.span() for cut in between.finditer(low, *span)))]
        if (
            len(parts) > 1
            and (n is None or len(parts) == n)
            and all(b - a >= SHORTEST and is_matter(low[a:b]) and not DONE.search(low, a, b) for a, b in parts)
        ):
            return parts
    return []


def _bare(low: str, start: int, end: int) -> Span:
    opening = IN_FRONT.match(low, start, end)
    start = opening.end() if opening else start
    while end > start and low[end - 1] in " ,;.":
        end -= 1
    return start, end
