"""A finding that a sentence ties to its kind by its grammar: `an area for improvement to the effect that …`, `… attracted a recommendation`."""

from __future__ import annotations

import re

from loaders.findings.wording.cues import content_words
from loaders.findings.wording.leads import kind_or_concern
from loaders.findings.wording.passing import Named
from loaders.findings.wording.tying import (
    BY_OTHERS,
    COMMENTING,
    EARNING,
    HMICFRS,
    HOLDING,
    MATTER_ENDS,
    NEGATED,
    NO_MATTER,
    ONE,
    ONE_OF,
    POST,
    PREPOSITION,
    RECIPIENT,
    RELATES,
    SAYING,
    THE_FORCE,
    THINGS,
    VERB_FIRST,
)
from loaders.recognise.words import number_words

__all__ = ["attached", "is_matter"]

THAT = rf"(?:,? (?:(?:which|that|and that|and this|and it),? (?:in (?:its|their|the|these)[\w' ]{{2,30}} )?)?(?:simply |effectively |in (?:short|essence|brief|terms),? )?(?:{SAYING}|namely|viz\.?)(?:,? (?:in|at|by|for|of|to) [^,;:.]{{3,50}},)?)?(?: -| \(|,|:)? ?that,? ['\"]?(?!{VERB_FIRST})"
EFFECT = r",? (?:to the (?:effect|following effect)|on the (?:basis|ground|footing)) that "
TERMS = r",? (?:(?:which |that )?(?:is|was|reads?|runs?) )?(?:\w+ )?(?:in|as|with|using) (?:(?:the following|these|those|the) (?:terms|words)|follows)(?: of the report)?[:,]? (?:that )?['\"]?|,? (?:is|was) (?:expressed|put|stated|given|worded) (?:thus|so|like this): ['\"]?"
ASKING = r"(?:asks?|asking|asked|requires?|requiring|required|urg(?:es?|ing|ed)|invit(?:es?|ing|ed)|press(?:es|ing|ed)?|wants?|wanting|wanted|expect(?:s|ing|ed)?|calls?|calling|called|tells?|telling|told|direct(?:s|ing|ed)?|looks?|looking)"
NOT_TO = rf"(?!(?:which|the|this|that|our|my|all|chief|forces?|us|me|a|an|be|date|it|each|every|police|others?|her|his|him|whom|hmic\w*|these|those|your|you|parliament|government|national|address|follow|hand|do so|council|local|{number_words(1, 45)}|\d+)\b)"
CALLING = rf",? (?:(?:which|that) )?(?:{ASKING}(?: on| upon| for| to)? {THE_FORCE} to |would have {THE_FORCE} |(?:is|was) (?:for {THE_FORCE} )?to {NOT_TO}|(?:namely|viz\.?|being) to {NOT_TO}|(?:(?:for|to|on) {THE_FORCE} )?to {NOT_TO})"
CLAUSE = re.compile(rf"\b{ONE}{POST}(?:{THAT}|{EFFECT}|{TERMS}|{CALLING}|,? (?:because|in that) )(?P<what>.{{12,}})$")
SAID_BY = re.compile(
    rf"^(?:in|by|under|as|through|as to|on|regarding|concerning|of) {ONE}(?: \([^()]{{2,40}}\))?,? (?:{HMICFRS} |{THE_FORCE} )?(?:also |further )?(?:(?:say|ask|want|find|state|suggest|urge|insist|require|recommend|note)\w*|said|found|must|should|(?:is|are|was|were) (?:asked|told|required|expected|urged|invited))(?: that| to)? (?P<what>.{{12,}})$"
)
MATTER = re.compile(
    rf"\b{ONE}{POST},? (?:{PREPOSITION}|(?:namely|being|viz\.?)(?= (?:the|an?|its|how|too|poor|late)\b)|(?:(?:which|that|and|and this|and it|and that) )?{RELATES}) (?:that of |the fact that )?(?P<what>(?!{RECIPIENT})[^.;:]{{8,220}}?){MATTER_ENDS}"
)
EARNED = re.compile(
    rf"^(?:[\w ]{{2,30}}, )?(?:that )?(?P<what>(?!(?:i|we)\b)[^.;:]{{8,220}}?),? (?:also |again |therefore |rightly |duly )?(?:has |have |had )?{EARNING} {ONE}"
)
HELD = re.compile(
    rf"\b{HOLDING}\w*(?: out| up| to)? (?:by [\w ]{{3,20}} )?(?P<what>(?!as\b|this\b|it\b|that (?:is|was)\b)[^.;:]{{8,220}}?),? (?:as|to be|down as|among|under) (?:being )?(?:{ONE}|{ONE_OF})"
)
HELD_AS = re.compile(
    rf"\b{HOLDING}\w*(?: out| up)? (?:down )?as {ONE},?(?: (?:for|to) (?:[^,.;:]{{3,30}},|[\w ]{{3,30}}(?= that ))| here| too)? (?P<what>(?:that )?(?:the|how|its|their|they|it|sergeants|officers|supervisors|a|an|what|delays?|poor|weak\w*|lack|insufficient|inadequate|inconsistent|too)\b[^;:]{{8,600}})$"
)
GIVEN_AS = re.compile(
    rf"^as {ONE},? {HMICFRS} (?:also |further )?(?:gives?|gave|lists?|listed|says?|said|identif\w+|cites?|cited|names?|named|mentions?|notes?|noted) (?:that )?(?P<what>[^;:]{{8,600}})$"
)
NOUN_OF = re.compile(
    rf"\b(?:identification|inclusion|listing|description|designation|classification|treatment|naming|appearance|selection|citation) of (?P<what>[^.;:]{{8,220}}?) (?:as|among|under) (?:{ONE}|{ONE_OF})"
)
AMONG = re.compile(
    rf"(?:^|, )(?:among|amongst|of|foremost among|one of|chief among|first among|the (?:most \w+|\w+est|main|chief|principal) of) (?:the|its|these|their|those)(?: [\w-]+){{0,3}}? {THINGS},?(?: [^,.;:]{{3,50}},?)? (?:is|was|are|were|{RELATES}|(?:i|we) (?:shall |will |would |wish to |want to )?(?:single out|mention|choose|pick(?: out)?|take(?: up)?|dwell (?:up)?on|name|note)(?: only| just| here)?) (?:the need to |one )?(?P<what>(?:that )?[^;:]{{8,600}})$"
)
FOLLOWED = re.compile(
    rf"^(?P<what>.{{15,}}?)(?:(?:,|;| -| and) (?:and )?(?:(?:which|this|that)(?: {HMICFRS})?|{HMICFRS})|,(?= (?:giving|leading|with|to give))|,? and(?= (?:made|recorded|issued|gave|raised|has|classed|called|marked|there (?:is|was)|calls?|makes|records|lists)))(?: (?:also|therefore|accordingly|thus|again|has|have|duly|in turn)){{0,3}} "
    rf"(?:is|was|makes?|made|issue[sd]?|g(?:ives?|ave)|giving|leading|raise[sd]?|raising|record(?:s|ed)|classe[sd]|attracts?|attracted|there is|there was|led|calls|called)(?: (?:this|it|that|rise to|us|the force|to)){{0,2}}(?: (?:as|down as))? {ONE}(?: (?:in consequence|as a result|accordingly|about (?:it|this)|on (?:it|this|that|the point)|here|too))?(?=[.,;]|$)"
)
SO_RUNS = re.compile(
    rf"^['\"]?(?P<what>.{{15,}}?)['\"]?[:;,.] (?:so|thus|that) (?:runs|reads|goes|says|ran|went|read|is|was|stands?) {ONE}"
)
THAT_IS = re.compile(rf"^(?:the fact )?that (?P<what>.{{15,}}?),? (?:is|was|has been|were|remains)(?: [\w-]+){{0,3}}? (?:as |to be )?{ONE}")
RECOMMENDS = re.compile(
    rf"\b{HMICFRS} (?:also |further |therefore )?(?P<thing>recommend(?:s|ed)?),?(?: too,?| also,?)? (?P<what>(?:\w+ing|(?:the|this) (?!force|constabulary|chief|police)|better|more|greater|closer|stronger|improved|regular|further|clearer|fewer|quicker|an?) .{{8,}})$"
)
ASKED_IN = re.compile(rf"\b{THE_FORCE} to (?P<what>[^;:]{{8,220}}?),? (?:in|as|by way of|under) (?:{ONE}|{ONE_OF})\W*$")
WAS_RECOMMENDED = re.compile(
    r"^(?:the report says )?that (?P<what>[^;:]{12,300}?),? (?:is|was|has been) (?:also |further |therefore )?(?P<thing>recommended)\b"
)
RAISED_FOR = re.compile(
    rf"\b(?:by|at|over|about|with) (?P<what>[^.;:,]{{8,220}}?),? (?:as to|to|that (?:they|it)|enough to) (?:raise|issue|make|record|give|warrant|merit|justify|call)\w* (?:it |this |for )?{ONE}"
)
WHICH_WAS = re.compile(
    rf"(?:^|[,:] |\b(?:about|on|to|by|for|with|of) )(?P<what>(?:the|its|their|how|an?|late|poor|slow|weak|inconsistent)\b[^.;:,]{{8,220}}?), (?:which|itself|also) (?:(?:is|was|were|are|became|has become|forms|formed|remains?|makes|made) )?(?:also |in fact |now |itself )?(?:{ONE}|{ONE_OF})"
)
AS_ANY = re.compile(
    rf"^(?:[^,:;.]{{3,60}}[,:] )?(?P<what>(?!(?:i|we|this|that|it|they|there)\b)[^.;:,]{{8,220}}?),? (?:is|are|was|were|has been|have been|had been) (?:\w+ ){{1,4}}?as (?:{ONE}|{ONE_OF})"
)
TOLD_TO = re.compile(
    rf"(?:^(?:(?:within|by|before|after|in|under|on) [^,;.]{{3,30}}? )?|[,;:] |\band |\bthat )(?:{THE_FORCE}|we|he|she|they) (?:is|are|was|were|has been|have been) (?:also |further |therefore |again |then )?(?P<thing>recommended)(?:,[^,;.]{{3,40}},)?(?: by [\w ]{{3,30}})? to (?P<what>.{{12,}})$"
)
ASKED_AS = re.compile(
    rf"(?:^|[,;:] |\band )(?:{THE_FORCE}|we|he|she|they) (?:(?:is|are|was|were) (?:also )?{ASKING}|must|should|needs? to),? (?:by way of|as) {ONE},? (?:to |that )?(?P<what>.{{12,}})$"
)
COLON = re.compile(
    rf"\b(?:only )?{ONE}(?! as follows)(?:(?! (?:comment|respon|repl|update|progress|position|follow|report that))[^:.;]){{0,70}}: ['\"]?(?P<what>(?:that|to|how|the|by|within|forces|chief constables|its|their|it|they|officers|staff|supervisors|an?|too|some|no|poor|lack)\b .{{12,}})$"
)
WHAT = re.compile(rf"^what {HMICFRS} (?:call|describe|regard|see|give|list|make)\w*(?: as)? {ONE} is (?:that )?(?P<what>.{{12,}})$")
WAYS = (
    WHAT,
    WAS_RECOMMENDED,
    ASKED_IN,
    COLON,
    RECOMMENDS,
    TOLD_TO,
    ASKED_AS,
    SAID_BY,
    HELD_AS,
    GIVEN_AS,
    NOUN_OF,
    EARNED,
    THAT_IS,
    HELD,
    SO_RUNS,
    CLAUSE,
    AMONG,
    MATTER,
    WHICH_WAS,
    AS_ANY,
    RAISED_FOR,
    FOLLOWED,
)
KIND = re.compile(r"for improvement|\bafi|recommend|of concern|\bsuch (?:area|one|cause)\b")
TAIL = re.compile(
    r",? (?:has|have|is|are|was|were) (?:now |since |already |all |also |both |being |been |fully )*(?:accept\w*|met|complet\w*|clos\w*|discharg\w*|in hand|in progress|under ?way|address\w*|implement\w*|satisf\w*|agreed|noted|achieved|done|welcome\w*|signed off|dealt|rejected|taken)\b|, sergeants"
)


def attached(sentence: str) -> Named | None:
    """The one finding that a sentence ties to a kind; offsets are of the sentence."""
    low = sentence.lower()
    if not KIND.search(low) or BY_OTHERS.search(low) or low.rstrip().endswith(":"):
        return None
    found = (_found(low, match) for way in WAYS if (match := way.search(low)))
    return next((each for each in found if each), None)


def _found(low: str, match: re.Match[str]) -> Named | None:
    if low[match.start("what") - 2 : match.start("what")] == ": " and COMMENTING.search(low[: match.start("what")]):
        return None
    if NEGATED.search(
        low,
        max(0, match.start() - 30),
        match.start("thing") if match.groupdict().get("thing") and match.start("thing") < match.start("what") else match.start(),
    ):
        return None
    start, end = _without_tail(low, match.start("what"), match.end("what"))
    kinds = match.groupdict()
    return ((start, end), *kind_or_concern(kinds.get("thing") or kinds.get("things") or "")) if is_matter(low[start:end]) else None


def _without_tail(low: str, start: int, end: int) -> tuple[int, int]:
    """Without `… has been met` at its end."""
    tail = TAIL.search(low, start + 8, end)
    return start, tail.start() if tail else end


def is_matter(words: str) -> bool:
    """Whether words (lower case) say what is to be improved, and are not the force, the report, or a pronoun."""
    return bool(content_words(words)) and not NO_MATTER.fullmatch(words.strip(" ,'\""))
