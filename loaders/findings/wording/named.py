"""Findings that a sentence names in so many words: `One of these AFIs was that …`, `… was identified as an area for improvement`."""

from __future__ import annotations

import re

from loaders.findings.layout.block import Span, cut_out
from loaders.findings.wording.cues import content_words
from loaders.findings.wording.leads import kind_of, kind_or_concern
from loaders.findings.wording.passing import Named, dashed
from loaders.findings.wording.portions import SEMICOLON
from loaders.findings.wording.tying import BY_OTHERS, COMMENTING, NEGATED, NO_MATTER, RECIPIENT
from loaders.recognise.words import NUMBERS, OTHER_BODIES, number_words

__all__ = ["HISTORY", "addressed", "listed", "named", "several"]

THING = r"(?:areas? for improvement|afis?|recommendations?|causes? of concern|areas? of (?:serious )?concern|(?:serious |main |key |major |significant |particular )?concerns?|(?:key |main )?issues?|weakness(?:es)?|shortcomings?|(?:key |main )?findings?|improvement)"
ORDER = r"(?:one(?: of (?:these|the|its|those|them))?|another(?: of (?:these|the))?|an?(?: further| second| third| key)?|the (?:first|second|third|fourth|fifth|sixth|other|final|last|remaining|only|next|single)|a (?:serious|further|second|third|particular|main|major)|its)"
DEFINING = re.compile(
    rf"^(?:[\w' ]{{0,40}}?, )?{ORDER} (?:\w+ ){{0,4}}?(?P<thing>{THING})(?: \([a-z]+\))?,? (?:(?:which|that) (?:is|are|was|were|remains?) (?:still )?[\w-]+ )?(?:(?!is |was |are |were )[\w'(),-]+ ){{0,14}}?"
    r"(?P<verb>is|was|were|are|relate[sd]? to|concern(?:s|ed)|asks?(?: that)?|call(?:s|ed) for|require[sd]?|state[sd]?)(?P<that> that)? "
)
NO_DEFINITION = re.compile(r"(?:now |also |already |being |been |currently |not )*(?:complete|being|address|subject|under|in place|in hand|in train|in progress|implement|close|clear|met\b|done|found|identified|made\b|raised|noted|issued|recorded|signed|closed|lifted|looked|discussed|the (?:responsibility|subject|business|task|work) of|dealt|set out|listed|covered|shown|described|attached|appended|reproduced|published|given|highlighted|one (?:that|which|of)\b|welcome)")
AFTER_COLON = re.compile(rf"\b(?:one|an?|the|single|following|further|this) (?:\w+ ){{0,2}}?(?P<thing>{THING})(?: \(\w+\))?(?: (?:in|about|on|for|here|with which|that (?:i|we)|which (?:i|we))\b[^:.]{{0,40}})?(?: (?:was|is|has been) (?:issued|raised|made|given|found|identified|recorded|published)[^:]{0,60})?(?: (?:reads?|says|states|is|was)(?: as follows)?)?: (?P<what>[a-z'\"][^:]{{20,}})$")
TITLE = re.compile(r"\bpublished\b|\binspection of\b|\bpeel\b")
LISTS_AS = re.compile(r"\b(?:lists?|listed|identif\w+|gives?|names?|cites?|describes?|sees?|has) as (?:its |two |three |the )?(?P<thing>areas for improvement|causes of concern|recommendations),? (?P<what>(?!and (?:i|we|both|all|each|the (?:chief|force)|has|have|is|are)\b|(?:here|by|in|for|too|but|which|with|dealt|on) ).{10,})$")
STANDS_THERE = re.compile(
    r"\b(?:there (?:is|was|were|remains),? (?:[\w ]{2,24}, )?|(?:makes?|made|issued?|raised?|has|gives?|gave|sets?|adds?) (?:also |in addition )?|as )(?:an?|one|a single|a further|another|its one|its only)(?: (?:further|other|new|single|formal|final))? (?P<thing>area for improvement|afi|recommendation|cause of concern)(?: (?:here|too|as well|besides))?(?P<apart>,? (?:namely|which is|being)|[,:]| -)? (?P<what>(?:that )?(?:(?!that )[\w'-]+ ){1,6}?(?:should|must|needs? to|ought to|does not|is not|do not|is failing)\b.{8,})$"
)
AND_ITS = re.compile(r",? and (?=(?:its|the|how|their|that)\b)|; (?:and )?")
INCLUDING = re.compile(rf"\b(?P<thing>{THING})[^.:]{{0,60}}?,? (?:including|namely|notably|among them) that (?P<what>.+)$")
PLURAL_COLON = re.compile(r"\b(?P<thing>areas for improvement|causes of concern|recommendations|afis)(?: \(\w+\))?(?: (?:in|about|on|for|here)\b[^:.]{0,40})?: (?P<what>[a-z('\"].{20,})$")
OF_COUNT = re.compile(r"^(?:the )?(?P<n>two|three|four|five) (?:\w+ )?(?P<thing>areas for improvement|recommendations|causes of concern|afis)(?: \([a-z]+\))? (?:relate to|relates to|concern|cover|are|were) (?P<what>(?:the|how|its)\b.{10,}?)\.?$")
EACH_OF_COUNT = re.compile(r",? and (?=(?:the|how|its)\b)|, (?=(?:the|how|its)\b)")
AND_THAT = re.compile(r"(?:[,;]|,? and) \(\w{1,3}\) that |[,;]? and that |[,;] that ")
AS_ONE = re.compile(
    rf"\b(?:identif\w+|highlight\w+|raised?|raises|described?|not(?:ed|es)|classed|listed|recorded|flagged|seen|regarded|cited|judged|reported|considered|named|given)\b[^.;]{{0,200}}? as (?:an?|one of the|its|the) (?:\w+ ){{0,3}}?(?P<thing>{THING}|area (?:that|which|where)\b[^.;]{{0,60}}?improve\w*|priority for improvement)"
)
IS_ONE = re.compile(r"(?:that )?(?P<what>[^;:]{12,220}?) (?:is|was|are|were|remains?)(?: also| still| now| itself)? (?:the|an?|one of (?:the|its|these)|its)(?: (?:only|sole|single|main|other|second|third|last|further|first|one|separate|remaining)){0,2} (?P<thing>area for improvement|recommendation|cause of concern|afi)s?(?=[.,;]|$| (?:for|in|here|too|as well|and|that i|from|made)\b)")
HISTORY = re.compile(r"\b(?:initially|first|originally|previously|already) (?:raised|identified|highlighted|reported|flagged|noted)\b")
BOARDS = re.compile(r"\b(?:board|section|authority|service|partnership|audit|team of my own|children's \w+)\b,? (?:\w+,? ){0,5}?recommended\b")
FOR_WHOM = re.compile(rf" {RECIPIENT}")
RECOMMENDED = re.compile(r"\b(?:recommend(?:s|ed)?|recommendation(?: \w+){0,3} (?:is|was)|recommendation),?(?: \w+,?){0,4}? (?:\(\w{1,3}\) )?['\"]?that,? (?!(?:will|has|have|is|was|are|were|would|can|may|could|had|relates?)\b)(?P<what>.+)$")
RECOMMENDED_TO = re.compile(r"\b(?:hmic\w*|inspectors|the (?:report|inspectorate|inspection)) (?:also |further |therefore )?recommend(?:s|ed) (?P<what>(?:(?:the|all|that the) )?(?:[\w'-]+ ){0,3}?(?:forces?|constabulary|police|chief constables?) to .{10,})$")
RECOMMENDS = re.compile(r"^(?P<what>.{20,}), (?:the report|the inspectorate|inspectors|hmic\w*|it) (?:also |therefore )?recommend(?:s|ed)?\b")
JUST_BEFORE = re.compile(r"\brecommend(?:s|ed)?,?(?: \w+,?){0,3}?(?: that)?,? $")
OTHERS = re.compile(rf"\b(?:i|we|{OTHER_BODIES}|college|board|police conduct|inquest|inquiry|jury|my \w+|(?:\w+'s )?commissioner|office for police conduct|association|society|institute|trust|minister|government|charity|barnardo's|nspcc|refuge)(?:'s)? (?:\w+ ){{0,3}}?recommend")
QUOTED = re.compile(r"(?P<q>['\"])(?P<what>[^'\"]{0,30}[A-Za-z][^\"]{10,400}?)(?P=q)(?=[\s.,;:)]|$)")
ONE_ABOUT = re.compile(
    r"\b(?:one|a(?: further)?|a single) (?:specific |main |key |national |single )?(?:recommendation|area for improvement|afi|cause of concern)(?: which is| that is| which remains)? ?(?:on|about|around|relating to|regarding|in relation to|concerning|for|to|outstanding)\b"
)
NUMBER_ABOUT = re.compile(r"\b(?:a number of|some|several|serious) (?:specific |key |serious |further )?(?:concerns|issues|weaknesses|shortcomings|failings|gaps|deficiencies)(?: (?!relat|regard)[\w']+){0,7} (?:relating(?: to)?|regarding|around|about|concerning|in relation to) ")
OF_WHICH = re.compile(r"\b(?:recommendations?|areas? for improvement)\b[^.]{0,60}?, (?:one|two|three|four) of which, (?P<what>[^,.]{4,200}), (?:is|are) ")
HIGHLIGHTED_AREA = re.compile(r"\b(?:highlight|identif|rais|not)\w* (?:an|one|a) (?:area|issue|concern|problem|gap|weakness)s? (?:around|about|regarding|relating to|in relation to|concerning|with|in) ")
DONE = re.compile(r"^(?P<what>(?:[A-Za-z]+ing) [^.;]{10,220}?) (?:has|have|is|are) (?:now |also |all |already |being |been )*(?:addressed|completed|actioned|progressed|resolved|rectified|implemented|undertaken|achieved|being|underway|in place)\b")


def named(sentence: str) -> Named | None:
    """The finding that a sentence defines, names or quotes; offsets are of the sentence."""
    low = sentence.lower()
    return _stands_there(low) or dashed(low) or _after_colon(low) or _quoted(sentence, low) or _defining(sentence, low) or _recommended(low) or _as_one(sentence, low) or _one_about(sentence, low)


def several(sentence: str) -> list[Named]:
    """`two of which, X and Y, are requirements for all chief constables` names as many as it has parts."""
    low = sentence.lower()
    including = INCLUDING.search(low)
    if including:
        return _each(sentence, including.span("what"), including["thing"])
    listed = LISTS_AS.search(low) or PLURAL_COLON.search(low)
    if listed and not TITLE.search(listed["what"]):
        return _parts(sentence, listed.span("what"), listed["thing"], AND_ITS if listed.re is LISTS_AS else SEMICOLON)
    counted = OF_COUNT.match(low)
    if counted:
        each = _parts(sentence, counted.span("what"), counted["thing"], EACH_OF_COUNT)
        return each if len(each) == NUMBERS[counted["n"]] else []
    recommended = _recommended(low)
    if recommended and AND_THAT.search(low, *recommended[0]):
        return _each(sentence, recommended[0], "recommendation")
    match = OF_WHICH.search(sentence.lower())
    if not match:
        return []
    cut = sentence.lower().find(" and ", match.start("what"), match.end("what"))
    spans = [(match.start("what"), cut), (cut + 5, match.end("what"))] if cut > 0 else [match.span("what")]
    kind, word = kind_of(match[0])
    return [(span, kind or "concern", word) for span in spans]


def _each(sentence: str, span: Span, thing: str) -> list[Named]:
    """`six recommendations, including that …, and that …`: one for each `that`."""
    return _parts(sentence, span, thing, AND_THAT)


def listed(sentence: str, n: int, thing: str) -> list[Named]:
    """A sentence of as many parts, between semicolons, as were announced."""
    parts = _parts(sentence, (0, len(sentence)), thing, SEMICOLON)
    return parts if len(parts) == n else []


def _parts(sentence: str, span: Span, thing: str, between: re.Pattern[str]) -> list[Named]:
    kind, word = kind_or_concern(thing)
    parts = cut_out(span, (match.span() for match in between.finditer(sentence.lower(), *span)))
    return [((a, b - (sentence[b - 1] == ".")), kind, word) for a, b in parts if b - a > 10]


def _quoted(sentence: str, low: str) -> Named | None:
    """A recommendation in its own words between quotation marks."""
    if not re.search(r"\b(?:recommend|area for improvement|afi\b|cause of concern)", low):
        whole = re.fullmatch(r"(['\"])(.{20,}?)\1\.?", sentence.strip(), re.S)
        return None if not whole else _shoulds(sentence, whole.span(2), "recommendation")
    for match in QUOTED.finditer(sentence):
        kind = kind_of(low)[0] or "recommendation"
        told = bool(JUST_BEFORE.search(low[: match.start()]))
        found = (match.span("what"), kind, kind_of(kind.replace("_", " "))[1]) if told else _shoulds(sentence, match.span("what"), kind)
        if found:
            return found
    return None


def _shoulds(sentence: str, span: Span, kind: str) -> Named | None:
    says = re.search(r"\b(?:should|must|needs? to|ought to)\b(?! (?:all |both |rightly |well )?be (?:proud|pleased|congratulated|commended|thanked|praised))|^(?:ensure|improve|review|develop)\b", sentence[span[0] : span[1]].lower())
    return (span, kind, kind_of(kind.replace("_", " "))[1]) if says else None


def _after_colon(low: str) -> Named | None:
    """`… identified one cause of concern: the force is failing to …`."""
    match = AFTER_COLON.search(low)
    if not match or kind_of(match["thing"])[0] in (None, "concern") or TITLE.search(match["what"]) or COMMENTING.search(low[: match.start("what")]):
        return None
    kind, word = kind_or_concern(match["thing"])
    return match.span("what"), kind, word


def _stands_there(low: str) -> Named | None:
    """`There is, in addition, an area for improvement, that the force should …`; `lists as an area for improvement that …`."""
    match = STANDS_THERE.search(low)
    if not match or BY_OTHERS.search(low[: match.start()]) or not (match["apart"] or match["what"].startswith("that ")):
        return None
    start = match.start("what") + (5 if match["what"].startswith("that ") else 0)
    return ((start, match.end("what")), *kind_or_concern(match["thing"]))


def _defining(sentence: str, low: str) -> Named | None:
    match = DEFINING.match(low)
    if not match or NO_DEFINITION.match(low, match.end()):
        return None
    if re.search(rf"\b(?:{number_words(2, 10)}|\d+|number of)\b", low[: match.start("thing")]):
        return None
    kind, word = kind_or_concern(match["thing"])
    start = match.end() if match["that"] or match["verb"] in ("is", "was", "were", "are") else match.start()
    if low[match.end() :].startswith(("the lack", "a lack", "lack")):
        start = match.start()
    return (start, len(sentence)), kind, word


def _recommended(low: str) -> Named | None:
    match = RECOMMENDED.search(low) or RECOMMENDED_TO.search(low) or RECOMMENDS.match(low)
    if not match or OTHERS.search(low[: match.start("what")]) or BOARDS.search(low[: match.start("what")]) or re.match(r"(?:i|we)\b", match["what"]):
        return None
    return match.span("what"), "recommendation", "recommendation"


def _as_one(sentence: str, low: str) -> Named | None:
    one = IS_ONE.match(low)
    if one and not kind_of(one["what"])[0] and content_words(one["what"]) and not NO_MATTER.fullmatch(one["what"].strip(" ,")):
        return (one.span("what"), *kind_or_concern(one["thing"]))
    match = AS_ONE.search(low)
    if not match or HISTORY.search(low):
        return None
    kind, word = kind_or_concern(match["thing"])
    return (0, len(sentence)), kind, word


def _one_about(sentence: str, low: str) -> Named | None:
    match = ONE_ABOUT.search(low)
    if match and not BY_OTHERS.search(low) and not NEGATED.search(low[: match.start()]) and not (match[0].endswith("for") and FOR_WHOM.match(low, match.end())):
        kind, word = kind_or_concern(match[0])
        return (match.start() if match.start() > 0 else 0, len(sentence)), kind, word
    match = NUMBER_ABOUT.search(low) or HIGHLIGHTED_AREA.search(low)
    if match:
        whole = bool(re.match(r"(?:highlight|identif|rais|not)", match[0]))
        return (0 if whole else match.start(), len(sentence)), "concern", kind_or_concern(match[0])[1]
    return None


def addressed(sentence: str) -> Span | None:
    """`Improving the accuracy of … has been addressed`: the finding is the subject."""
    match = DONE.match(sentence)
    return match.span("what") if match else None
