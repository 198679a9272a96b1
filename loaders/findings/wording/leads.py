"""What a heading or a sentence announces of what comes after it: findings of a kind, answers, or praise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.words import NUMBERS, number_words

__all__ = ["KIND_WORDS", "NAMED", "NUMBER", "Lead", "kind_of", "kind_or_concern", "lead"]

NUMBER = number_words(1, 15)
SOUGHT = r"\b(?:points?|matters?|areas?) (?:on|in|where) (?:which )?(?:the |his majesty's |her majesty's )?\w+ (?:has |have |had )?(?:(?:asks?|asked|calls?|called|looks?|looked|press(?:es|ed)?) for|seeks?|sought|wants?|wanted|wish(?:es|ed)? to see|would like to see) (?:an )?improvements?\b"
KIND_WORDS = (
    ("cause_of_concern", re.compile(r"\bcauses? of concern\b|\bcocs?\b")),
    ("area_for_improvement", re.compile(r"\bareas?,? (?:identified )?for improvement\b|\bafis?\b|\bareas? afi'?s?\b|\b(?:points?|matters?|areas?) (?:on|in|where) (?:which )?(?:the |his majesty's |her majesty's )?\w+ (?:has |have |had )?(?:(?:asks?|asked|calls?|called|looks?|looked|press(?:es|ed)?) for|seeks?|sought|wants?|wanted|wish(?:es|ed)? to see|would like to see) (?:an )?improvements?\b|\b(?:ask|call|look|wish|want|press)\w* (?:\w+ ){0,4}?(?:for|to see) improvements? in (?:(?:one|two|three|four|five|six|seven|eight|\d) )(?:\w+ )?areas?\b")),
    ("recommendation", re.compile(r"\brecommendations?\b|\brecommend(?:s|ed)?\b")),
    ("concern", re.compile(r"\b(?:areas? of )?concerns?\b|\bissues?\b|\bweaknesses\b|\bshortcomings\b|\bfindings?\b|\bdeficiencies\b|\bareas? (?:in|on) which\b|\bareas where (?:the force|improvement|further)|\bareas that (?:need|require)")),
)
WORDS = {"cause_of_concern": "cause of concern", "area_for_improvement": "area for improvement", "recommendation": "recommendation"}
NAMED = frozenset(WORDS)  # the kinds that have a name; any other finding is a concern
COUNT = re.compile(r"^(" + NUMBER + r") of\b|\b(\d{1,2}|" + NUMBER + r")\b(?: (?:specific|main|key|further|areas?|new|national|force|clear|other|remaining)){0,3} (?:areas?|afis?|recommendations?|causes?|concerns?|issues?|points|matters)\b")
RESPONDING = re.compile(
    r"\b(?:in response|respond(?:ed|ing)?|actions? (?:taken|being|include|have|has|are|already|we|to date|plan)|steps (?:being )?(?:taken|include|identified|put)|progress (?:made|to date|has|against|so far|includes?)|"
    r"(?:work|activity|measures|improvements?|changes|developments?|initiatives)(?: \w+){0,5} (?:include|includes|including|has|have|is|are|made|undertaken|being)|(?:the force|we|i|they|force) (?:has|have|will|is|are|also|am)"
    r"|has (?:already |now |since )?(?:been|taken|put)|(?:is|are) being|following (?:action|step|measure|work|activit|change|improvement)|to address (?:this|these|the|them)|by way of update|my response|our response|what (?:we|i) (?:have|are))\b"
)
PRAISING = re.compile(r"\b(?:good practice|strengths?|positive|praise[ds]?|commend\w*|pleas(?:ed|ing)|does well|did well|good at|outstanding|welcome)\b")
ANNOUNCING = re.compile(
    r"\b(?:identified|made|raised|found|highlighted|noted|set out|given|listed|issued|there (?:was|were|is|are)|as follows|following|below|these (?:are|were)|namely|which (?:are|were)|contains?|has|asked|recommend\w*|in this area|include[sd]?)\b"
)
HERE = re.compile(r"\b(?:here|in this (?:area|section|part|pillar|question|category)|below|as follows|the following)\b")
OUR_WORDS = re.compile(r"(?:below,? i|i (?:provide|have (?:included|addressed|responded|commented)))\b")
NONE_OF = re.compile(r"\bno (?:\w+ )?(?:causes? of concern|areas? for improvement|recommendations?|afis?)\b")
ANSWERS_HEADING = re.compile(r"\b(?:responses?(?! to (?!this|these|those|the (?:recommend|finding|report|area|afi|cause|inspect)))|actions?(?! plan| fraud)|progress(?! report)|updates?|steps (?:taken|being)|what (?:has|have|is|are) (?:the force|we|i|been|being)|what (?:we|i|the force) (?:have|has|are|is))\b")
BEING_MET = re.compile(r"\b(?:address|meet|implement|progress|respond|deliver|act|resolv|achiev)\w*\b(?: \w+){0,5}? (?:areas? for improvement|afis?|recommendations?|causes? of concern|concerns|issues)\b")
KIND_NAMED = re.compile(r"\b(?:areas? (?:identified )?for improvement|afis?|recommendations?|causes? of concern|concerns|issues)\b|" + SOUGHT)
RECOMMENDATIONS_FOLLOW = re.compile(r"\bcauses? of concern\b.{0,200}\b(?:made|with|and) (?:\w+ ){0,2}recommendations?:\s*$")
DEALT_WITH = re.compile(r" (?:(?:have|has|are|is) (?:all |already |now )?(?:been|being)|is as follows|has (?:been|taken))\b")
RECOMMENDING = re.compile(r"\b(?:should|must|needs? to)(?: \w+)?:?$")


ASKS_WHAT = re.compile(
    r"^what (?:did |do |does |has |have )?(?:the )?(?:inspectors?|hmic\w*|report|inspectorate|they)(?: \w+){0,3} (?:say|said|find|found|ask|asked|want|wanted|tell|told|criticise|criticised)\b.*\b(?:better|improv\w*|wrong|chang\w*|concern\w*|do|done|fix\w*|not)\b|^what (?:needs?|has|have|must|should) (?:to )?(?:be )?(?:improv\w*|chang\w*|get better|done better|better|fixed|put right)\b"
    r"|^(?:where|what) (?:the force|we|it) (?:fell short|fell down|must|needs?|need to|should|could|can|did less well|did not do)\b|^(?:room for improvement|could do better|criticisms?|shortcomings|weaknesses|not so good|less good|things to (?:improve|put right)|to improve|needs? (?:work|improvement))\b"
)
ASKED = re.compile(r"\b(?:force|constabulary|police|we|service|hmic\w*|inspectors|report) (?:\w+ ){0,3}?(?:asked|told|urged|advised|required|wants?|wanted|asks)\b[^:]{0,60}\b(?:to|that|for|improve\w*)\b[^:]{0,60}:$|\b(?:fell short|fell down|found wanting|criticised)\b[^:]{0,60}:$")


@dataclass(frozen=True, slots=True)
class Lead:
    """`role` is `findings`, `responses` or `praise`; `here` where the sentence says that they are named next."""

    role: str
    kind: str | None = None
    word: str | None = None
    n: int | None = None
    here: bool = False


NOTED = dict.fromkeys(map(ord, "¹²³⁴⁵⁶⁷⁸⁹⁰†‡§¶"), " ")  # the mark of a note belongs to no word


def kind_of(words: str) -> tuple[str | None, str | None]:
    """The kind that `words` name, and what they call it."""
    named = NONE_OF.sub(" ", words.translate(NOTED))
    if RECOMMENDATIONS_FOLLOW.search(named):
        return "recommendation", "recommendation"
    for kind, pattern in KIND_WORDS:
        match = pattern.search(named)
        if match:
            return kind, _word(kind, match[0])
    return None, None


def kind_or_concern(thing: str) -> tuple[str, str | None]:
    """The same; what has no name of its own is a concern."""
    kind, word = kind_of(thing)
    return kind or "concern", word


def lead(words: str, heading: bool = False, listed: bool = False) -> Lead | None:
    """What `words` (lower case) announce; None if nothing. `listed`: a list comes after them."""
    if OUR_WORDS.match(words) and not words.rstrip().endswith(":"):
        return None
    kind, word = kind_of(words)
    ends = listed or words.rstrip().endswith((":", "viz."))
    if PRAISING.search(words) and not (kind and kind != "concern"):
        return Lead("praise") if ends or heading else None
    if RECOMMENDING.search(words.rstrip()) and (ends or words.rstrip().endswith("should")):
        return Lead("findings", kind if kind and kind != "cause_of_concern" else "recommendation" if "recommend" in words else kind, word, None, True)
    if (ends and _responds(words)) or (heading and ANSWERS_HEADING.search(words)):
        return Lead("responses")
    if heading and ASKS_WHAT.search(words):
        return Lead("findings", kind or "concern", word, None, True)
    if ends and ASKED.search(words):
        return Lead("findings", kind or "concern", word, _count(words), True)
    if kind and (heading or ends or (HERE.search(words) and not BEING_MET.search(words))) and (heading or ANNOUNCING.search(words) or ends):
        return Lead("findings", kind, word, _count(words), ends or heading or bool(HERE.search(words)))
    return None


def _responds(words: str) -> bool:
    """Whether answers are announced: findings that are named first are announced themselves."""
    answer = RESPONDING.search(words)
    asked = KIND_NAMED.search(words)
    return bool(answer) and (not asked or asked.start() > answer.start() or bool(DEALT_WITH.match(words, asked.end())))


def _count(words: str) -> int | None:
    match = COUNT.search(words)
    if match is None:
        return None
    number = match[1] or match[2]
    return NUMBERS.get(number) or int(number)


def _word(kind: str, printed: str) -> str:
    if printed.startswith("afi"):
        return "AFI"
    return WORDS.get(kind) or re.sub(r" (?:in|on|where|that)\b.*", "", re.sub(r"s$", "", printed.replace("areas", "area").replace("weaknesses", "weakness").replace("deficiencies", "deficiency")))
