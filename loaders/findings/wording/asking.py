"""What inspectors asked of a force, in so many words: `HMICFRS asked that …`, `the force was told it needs to …`, `we were criticised for …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.findings.layout.block import Span
from loaders.findings.wording.cues import content_words
from loaders.recognise.words import MONTH_WORDS, number_words

__all__ = ["IS_ASKED", "OUGHT", "SPARED", "asked_for", "imperative"]

FORCE = r"(?:(?:the|our|its|this|my|all) )?(?:[\w'-]+ ){0,3}?(?:forces?|constabulary|police(?: service)?|service|chief constables?|chief officers)|we|us"
THEIRS = r"(?:hmic(?:frs)?|hmip|cqc|(?:the |his majesty's |her majesty's |hm )?(?:inspectors|inspectorate|inspection(?: team| report)?|report))"
SINCE = r"(?:,? (?:too|also|again|therefore|further|rightly|then|specifically|in particular)\b,?)*"
PASSIVE = re.compile(
    rf"(?:^|[,;:] |\band |\bbut |\bthat )(?:{FORCE}|they|it|i) (?:was|were|has been|have been|(?:is|are)(?= \w+ by (?:the )?(?:hmic|inspect|report)))(?P<who>{SINCE} (?:told|asked|urged|advised|required|reminded|instructed|encouraged|challenged|invited|warned|directed|pressed|tasked|charged)(?: by {THEIRS})?){SINCE} (?P<what>(?:just one thing, which is that|that|to|of the need (?:to|for)|about|with) .+)$"
)
POLICE = r"(?:the |all |every |each )?(?:[\w'-]+ ){0,3}?(?:forces?|constabulary|police|service|chief constables?|chief officers|officers|supervisors|staff)"
OUGHT = re.compile(
    rf"(?:(?:first of all|to begin with|to start with|then|next|first|second|third|fourth|lastly|firstly|secondly|thirdly|finally|in addition|by [a-z0-9][\w ]{{3,30}}|within [\w ]{{3,30}}|immediately),? )?(?:{POLICE} (?:also )?(?:should|must|needs? to|ought to)|(?:(?<=firstly, )|(?<=secondly, )|(?<=thirdly, )|(?<=finally, ))it (?:should|must|needs to)|(?:and |but )?(?:it|they) (?:also )?(?:should|must|needs? to|ought to|has to)|{POLICE} (?:was|were|has been|have been) (?:also )?(?:asked|told|urged|required|advised|recommended) to)"
    r" (?:also )?(?!be (?:\w+ )?(?:proud|commended|congratulated|applauded|praised|pleased|reassured|noted|said|remembered|recognised|acknowledged|stressed|borne)|take (?:\w+ )?(?:credit|pride)|continue|remain|not be)"
)
IS_ASKED = re.compile(
    rf"(?:(?:in|under) [^,;.]{{2,30}}, |(?:and|but) )?(?:{FORCE}|they|it) (?:is|are)(?: also| further| therefore| now| \w+ly)? (?:told|asked|urged|required|expected|advised|encouraged|invited|pressed|directed|instructed)(?:,[^,;.]{{3,40}},)? (?:to|that) (?!(?:report|answer|respond|comment|publish|submit)\b)"
    rf"|(?:{THEIRS}|they|it) (?:also |further |now )?(?:would like|wants?|wanted|wish(?:es|ed)?|expects?|expected|asks?|asked|tells?|told|urges?|urged|calls? on|called on|looks? to|requires?|required) (?:{FORCE}|them|it) to "
)
CRITICISED = re.compile(
    rf"\b(?:{FORCE}|they|it) (?:was|were|has been|have been|is|are){SINCE} (?:criticised|marked down|taken to task|faulted|found wanting|picked up|pulled up|reproved|censured|let down)(?: by {THEIRS})?{SINCE} (?:for|over|because(?: of)?|on|in|about|by) (?P<what>.+)$"
    rf"|\b{THEIRS},? (?:also |again |then |rightly )?(?:(?:takes?|took) (?:{FORCE}) to task|criticise[sd]? (?:{FORCE})|faults? (?:{FORCE})|faulted (?:{FORCE})) (?:for|over|about|because of) (?P<task>.+)$"
    rf"|\b(?:{THEIRS}|they|it|the (?:visit|fieldwork)),? (?:(?:was|were|is|are|remains?|felt|feels?)(?: \w+)? (?:uneasy|unhappy|unimpressed|dissatisfied|critical|concerned|worried|troubled|disappointed|sceptical|unconvinced|unpersuaded|struck|frustrated),?(?: too,?| also,?)? (?:about|with|by|of|over|at|that)"
    r"|(?:found|finds) fault with|(?:took|takes) issue with|(?:express|voic|rais|record|regist)\w+ (?:\w+ ){0,2}?(?:concerns?|unease|doubts?|worries|misgivings|reservations|questions|disquiet|disappointment) (?:about|over|at|that|as to|with)|(?:had|has|have) (?:\w+ )?(?:concerns|doubts|misgivings|reservations|worries) (?:about|over|as to)|questioned|complain(?:s|ed) (?:of|that|about)|noticed|pointed (?:out|to)|singled out) (?P<fault>.+)$"
    r"|\b(?:where|areas? (?:in|on) which)\b[^.;]{0,60}? (?:fell|falls|fall|have fallen|has fallen|came up) (?:short|down)(?: (?:is|was|were|are))?(?: (?:in|on|over|with))? (?P<short>.+)$"
)
ACTIVE = re.compile(
    rf"\b{THEIRS},? (?:\w+ly |also |then |further |now |again |has |have |had |would |does |did )*(?:ask|urge|tell|told|want|like|advise|encourage|invite|expect|call on|call upon|called on|called upon|press|instruct|require|remind|warn|challenge)(?:s|d|ed|es)? (?:for )?(?:{FORCE})(?P<what> (?:to|that)\b .+)$"
)
SUBJUNCTIVE = re.compile(rf"(?:\b{THEIRS}|^(?:it|they)),? (?:\w+ly |also |then |further |now |again |has |have |had )*(?:ask|urge|demand|insist|request|propose|advise|suggest|require|prefer|stipulate)(?:s|d|ed)?{SINCE}(?: as well)? that (?P<what>.+)$")
BADLY = r"(?:(?:relies|rely|relied|depends?|depended|leans?|leant) (?:too|\w+ly|much)|too (?:\w+ly|heavily|much|many|few|little|often)|(?:is|are|was|were) (?:\w+ )?(?:low|poor|weak|thin|old|tired|overdue|stretched|patchy|unaware|unsure|slow|late|wanting|overworked|demoralised|outdated|worn out|short of|behind)|h(?:e|o)ld(?:s|ing)? \w+ (?:\w+ )?back|slow(?:s|ed|ing)? \w+ (?:\w+ )?down|(?:let|lets|letting) \w+ (?:\w+ )?down|g(?:e|o)t(?:s|ting)? in the way|(?:do|does|did|has|have|had|was|were|is|are)(?: not|n't)|never|waited longer|(?:lack|lacks|lacked)\b)"
FOR_MORE = re.compile(rf"\b{THEIRS},? (?:\w+ly |also |then |further |now |again |has |have |had |would )*(?:(?:ask|look|call|press|push|hope|wish)(?:s|d|ed)? for|(?:have )?(?:want|like|expect|hope|wish)(?:s|d|ed)? to (?:see|find)|wants?(?= (?:better|more|quicker|greater|closer|fewer|improved|stronger|faster|clearer|an end|less|swifter|tighter|the (?!force|constabulary))\b)|wanted(?= (?:better|more|quicker|greater|closer|fewer|improved|stronger|faster|clearer|an end|less|swifter|tighter)\b)|(?:draws?|drew) attention to|(?:bemoan|lament|regret|deplore)(?:s|d|ed)?) (?P<what>.+)$")
PUT = re.compile(rf"\bit (?:was|has been) (?:put|suggested|said|made plain|made clear|pointed out|remarked|impressed) (?:on |upon |to )?(?:us|the force|the constabulary)(?: in (?:that|the|this) report)?{SINCE} (?P<what>that .+)$")
REMINDED = re.compile(r"\bthere (?:was|were|is|are) (?:also )?(?:an?|some|one)(?: \w+){0,2} (?:reminders?|warnings?|criticisms?|calls?|pleas?|requests?|rebukes?|complaints?) (?P<what>(?:that|for|to|about|of) .+)$")
POINTED_OUT = re.compile(
    rf"^(?:in (?:the|their|its) \w+,? )?it (?:was|is) (?:also |further |then |rightly )*(?:pointed out|remarked|a (?:matter of )?(?:concern|worry|regret)(?: to (?:the )?(?:hmic\w*|inspectors|them))?) (?P<what>that .+)$"
    rf"|^(?:one|a|another)(?: (?:other|further|more|last|final|second))? (?:matter|thing|point|aspect|question|issue)(?: (?:that|which))? (?:also )?(?:troubled|worried|concerned|exercised|disturbed|struck|vexed|bothered|alarmed) (?:{THEIRS}|them)(?: (?:too|also|\w+ly))?: (?P<matter>.+)$"
    rf"|\b(?:{THEIRS}|they)(?: \([^()]{{1,40}}\))?,? (?:also |further |then )?(?:had|has|have|felt|voiced|expressed|raised) (?:an? |some |one )(?:\w+ )?(?:concern|worry|doubt|misgiving|reservation|question|criticism) (?:about|over|as to|that|on|regarding) (?P<about>.+)$"
    rf"|\b(?:{THEIRS}|they) (?:also |further |then |rightly |too )*(?:remark|observe|complain|warn|note|regret|point out|comment|think|thought|felt|feel|believe|say|said|add)(?:s|ed)?(?: too| also| further)?,? that (?P<bad>[^;]{{5,160}}?\b{BADLY}.*)$"
    rf"|\b(?:{THEIRS}|they)(?:, in (?:their|its|the) \w+,)? (?P<found>(?:looked at|examined|tested|checked|sampled|reviewed|audited) (?:[\w'-]+ ){{0,2}}?\d+ [^.;]{{3,80}} and (?:found|judged|concluded) (?:that )?(?!all\b|every|each|none\b|no\b|almost all|nearly all|most\b)[^.;]{{0,60}}\b(?:\d+|half|\w+teen|\w+ty|{number_words(1, 10)}|too)\b.+)$"
)
SPARED = re.compile(r"\b(?:do|does|did|has|have|had|was|were|is|are)(?: not|n't) (?:\w+ly )?(?:rely|relies|depend|lean|suffer|wast|delay|fail|miss|let|turn|shrink|hesitate|slow|put off|waiting|overlook|neglect|shy|afraid|short of)\w*\b|\bnever (?:fail|miss|let|turn|neglect)\w*\b")
OF_GRADES = re.compile(r"\b(?:grades?|judge?ments?|gradings?|comparisons?|rounds?)\b[^.;]{0,40} (?:should|must|can|may|could|cannot)(?: ?not|n't)? be (?:\w+ )?(?:compared|set|read|drawn|made|taken)\b")
THOUGHT = re.compile(
    rf"\b(?:{THEIRS}|they),? (?:also |however |nevertheless |still )?(?:thought|found|considered|judged|believed|felt|deemed|called|describe|described)[^.;]{{3,120}} (?:questionable|wanting|lacking|inadequate|insufficient|unsatisfactory|poor|patchy|uneven|haphazard|erratic|sluggish|lax|muddled|unreliable|unsound|doubtful|unhelpful|too (?:\w+))\b[^.,;:]*"
)
REMAINS = re.compile(r"^(?P<what>.{10,200}?) (?:remains?|continues? to be|is|was|are|were)(?: \w+)? an? (?:\w+ )?(?:concern|worry|disappointment|source of concern) (?:to|for|of) (?:the )?(?:hmic|inspect|report)")
AND = re.compile(r",? and (?=(?:better|more|quicker|greater|closer|fewer|improved|stronger|faster|clearer|an end|less|swifter|tighter)\b)|,? and (?:told|asked|urged|advised|required|reminded|instructed|encouraged|challenged|invited|warned|pressed) (?=to\b|that\b)")
BY_OTHERS = re.compile(rf" by (?!(?:the |his majesty's |her majesty's |hm )?(?:hmic|inspect|end|\d|{MONTH_WORDS}|report))")
TO_ANSWER = re.compile(r"(?: |^)(?:to (?:comment|respond|reply|provide|submit|send|write|report|publish (?:my|our|a) (?:response|comments)|attend|join|take part|help|share|continue|be (?:proud|congratulated)|lead)\b|for (?:comments?|views|a response|my|our)|that (?:i|my)\b|about (?:the|this) (?:report|inspection|visit)\b|that (?:it|we|the \w+) (?:was|were|is|are|had) (?:good|outstanding|better|improv\w+|making))")
BEGINS = (
    r"(?:improve|review|ensure|make|develop|strengthen|reduce|increase|provide|train|record|publish|establish|introduce|put|take|use|give|tell|keep|set|build|monitor|address|identify|assess|allocate|supervise|evaluate|audit|check|carry|complete|clear|create|consider|define|extend|adopt|act|stop|end|work|share|"
    r"understand|satisfy|answer|attend|respond|investigate|protect|safeguard|consult|engage|embed|promote|plan|appoint|recruit|speed|bring|get|widen|tighten|simplify|standardise|update|replace|test|collect|analyse|refresh|revise|rewrite|show|hold|find|cut|do|raise|equip|enhance|better|implement|manage|maintain|prioritise|tackle|clarify|draw|agree|look)"
)
FEWEST = 2  # words that say what it is about
IMPERATIVE = re.compile(rf"(?:\(?[a-z0-9]{{1,3}}[.)] |first(?:ly)?, |second(?:ly)?, |third(?:ly)?, |and |finally, )?(?!work (?:on|upon|with|in|under)\b){BEGINS} (?!(?:to|of|and|is|was|has|will|have|are|were)\b)[a-z'][\w'-]* ")


def asked_for(sentence: str, within_answer: bool = False) -> list[Span]:
    """Where a sentence says what inspectors asked for or found wanting; nothing if it asks for nothing of the force. `within_answer`: only what troubled them."""
    low = sentence.lower()
    for pattern in (POINTED_OUT,) if within_answer else (POINTED_OUT, PASSIVE, CRITICISED, ACTIVE, SUBJUNCTIVE, PUT, FOR_MORE, REMINDED, REMAINS):
        match = pattern.search(low)
        if match:
            what = match.span(next(name for name in match.groupdict() if name != "who" and match[name]))
            return [] if _is_not_theirs(low, match, what) else [_trimmed(low, part) for part in _apart(low, what)]
    match = None if within_answer else THOUGHT.search(low)
    return [match.span()] if match else []


def _is_not_theirs(low: str, match: re.Match[str], what: Span) -> bool:
    """Another asked, or what is asked for is an answer to the report."""
    words = low[slice(*what)]
    if words.rstrip().endswith(":") or "requires improvement" in words or OF_GRADES.search(words) or SPARED.search(words) or len(content_words(words)) < FEWEST:
        return True
    return bool(BY_OTHERS.search(low, match.start(), what[0] + 25) or TO_ANSWER.match(low, what[0]))


def _apart(low: str, what: Span) -> Iterator[Span]:
    """`to strengthen its panel and urged to …`, `quicker decisions and better supervision`: one part each."""
    start = what[0]
    for cut in AND.finditer(low, *what):
        yield start, cut.start()
        start = cut.end()
    yield start, what[1]


def _trimmed(low: str, what: Span) -> Span:
    opening = re.compile(r" ?(?:just one thing, which is )?(?:that|to|of the need (?:to|for)|about|with|for|of) ").match(low, *what)
    return (opening.end() if opening else what[0]), what[1]


def imperative(words: str) -> bool:
    """Whether a sentence (lower case) bids somebody to do a thing: `Review the capacity of the unit.`"""
    return bool(IMPERATIVE.match(words))
