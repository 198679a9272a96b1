"""Which words of a letter answer a finding, and which only welcome, describe or explain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.findings.found import Found
from loaders.findings.layout.block import Span, cut_out
from loaders.findings.wording.cues import GRADING, REPORTING
from loaders.findings.wording.numbers import numbered
from loaders.findings.wording.pointing import SO_MANY
from loaders.findings.wording.status import responds

__all__ = ["CONSENT", "GENERAL", "answers", "is_bare", "is_history", "joins", "parts", "without_opening"]

GENERAL = re.compile(
    r"\b(?:all|both|each|every) (?:of )?(?:the |these |those |its )?(?:\w+ ){0,2}(?:issues?|recommendations?|areas?|concerns?|actions?|findings?|improvements?|afis)\b"
    r"|\b(?:the|these|those) (?:\w+ ){0,2}?(?:recommendations|afis|areas (?:for|of|identified|requiring|that|highlighted)|issues (?:raised|identified|highlighted|within)|issues|concerns)\b"
    rf"|\b(?:action|delivery|improvement) plans?\b|\bprogress(?: made)?\b|{SO_MANY}|\bnumber of concerns\b|\bin this area\b"
)
LETTERLY = re.compile(
    r"^(?:(?:owner|target date|lead|by when|sro) ?:|i am writing|i welcome|as (?:required|requested)|in accordance|thank you|i (?:would like to )?(?:thank|refer to)|please|below i|the report (?:looked|focuses|made|provides|contains)|this (?:letter|report|study|new report) |"
    r"i have (?:set out|addressed|considered the content|attached|included|provided (?:my|a) (?:response|comment))|with the above|you (?:may|will)|turning to|i enclose|should you|i look forward|i hope|i trust|my (?:own )?(?:response|comments)\b)"
)
BACKGROUND = re.compile(
    r"\b(?:i (?:welcome|believe|think|feel|am (?:pleased|proud|encouraged|delighted|heartened)|place great)|pleasing|satisfaction rate|survey (?:shows?|found|results|suggest\w*)|perceptions? survey|respondents|per ?cent of|figures show|this (?:will|has|should) (?:significantly |also )?(?:ensure|enable|allow|help|include|improve)[ds]?|"
    r"this includes(?! an? [\w ]{3,40} which has)|needs careful consideration|it is (?:recognised|acknowledged) that|it is likely|this is (?:important|an incredibly)|commit(?:ment|ted) to (?:ensuring|fostering|making)|part of my commitment|many positives|confident that when|worth noting|good foundations|commended|praised|complimentary|held the belief|to the credit of|could and should be|the report says|always been|this report has|the report has|i know from)\b"
    r"|\bthe (?:investments?|introduction)\b.{0,60}\bi have made\b|\bthis was (?:a|an)\b"
)
HAS_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|cannot|does|do|did|may|shall|\w{3,}(?:ed|n't))\b")
BEFORE = re.compile(r"(?:\b(?:asked|told|given|criticised|advised|urged|reminded|by (?:hmic\w*|inspectors|the (?:inspect\w+|report))|areas? for improvement|afis?|recommendations?|causes? of concern|sampled here|identified|found|raised|made|that|needs?|should|for|to|of|about|with|because|over)\b)\W*$")
FIGURES = re.compile(r"\d\d%")
OTHERS = re.compile(r"\b(?:said|made|raised|criticised|noted|found) (?:(?:to|of|about) us )?(?:before|in the report of|in (?:19|20)\d\d)\b|\bnot been able to (?:answer|reply|respond|write)\b|\b(?:shall|will) write (?:again|to you|separately)\b|^good practice\b|\bhas (?:also |since )?recommended that\b|\b(?:was|were) (?:found|noted|praised|commended|singled out) by (?:the )?(?:hmic|inspect)|^what i (?:should|would|want)\b|\bit was (?:nice|good|pleasing|heartening) to\b|\byour (?:department|predecessors?|officials|ministers|colleagues|officers)\b|\b(?:nobody|no (?:one|inspector)) has (?:told|asked)\b|\bfellow commissioners\b|\bi have (?:also |always )?long (?:held|argued|believed|said|called)\b|\bhas been a (?:\w+ )?priority\b|^i (?:also |fully |quite |entirely )?(?:agree|concur|support|endorse)\b.{0,40}$|\bwrite separately\b|^what (?:i|we) want\b|\bmade recommendations (?:of its own|to)\b|\b(?:panel|commission|committee|college|council|coroner|ombudsman)\b[^.;]{0,60} (?:recommended|advised|suggested)\b|\bwere (?:also )?(?:expressed|raised) in\b|\bgo further than\b|^recommendations? [\d, and-]+ (?:both )?(?:asks?|calls?|requires?|recommends?|relates?|concerns?|deals?|says?|states?)\b|\basked why\b|\b(?:ask|urge|call on|invite|call upon) (?:your department|the home office|the government|government|you|ministers)\b")
RETURNING = re.compile(r"(?:hmic\w*|(?:the )?inspect\w+) (?:\w+ )?(?:intends?|will|plans?|expects?|proposes?|is to|are to|has said) (?:to )?(?:\w+ )?(?:come|return|re-?visit|re-?inspect|look|be back|visit|inspect)")
THEIRS = re.compile(r"(?:the |his majesty's |her majesty's )?(?:hmic\w*|inspect\w+|report)\b(?!'s)")
ACTS = re.compile(
    r"\b(?:i|we|which) (?!commend|congratulate|welcome|applaud|thank|note\b|regret|accept\b|share\b)\w+|\b(?:force|constabulary|police)s? (?:has|have|is|are|will)\b|\b(?:has|have) been\b|\bplan\b|\b(?:is|are) (?:now|being|subject)\b"
)
LISTING = re.compile(
    r"\b(?:should|must|needs? to|as follows|the following(?: \w+){0,3}|comment(?:s|ed)?|said|says|writes|wrote|respon(?:ds|ded|se)|states|stated|advised|below|(?:is|are|were) (?:these|this|that|here)|(?:about|with|to) (?:them|it|this|these)|done):$"
)
BARE = re.compile(
    r"(?:(?:this|that|it|the work|all of this|both|these|all)(?: recommendation| area| action| work)? (?:is|are|was|were|has been|have been|remains?) )?(?:now |already |also |all |fully |partly |partially |largely |being )*"
    r"(?:under ?way|not (?:yet )?(?:started|begun|completed?)|completed?|in progress|on-?going|closed|implemented|discharged|under (?:review|consideration|discussion)|(?:not |part )?accepted|rejected|agreed|declined|done|met|adopted|actioned|achieved|in (?:hand|place|train|development|post)|on (?:track|course|target|schedule|hold)|delivered|signed off|live|started|begun|planned|scheduled|reviewed|fixed|cleared|resolved)\b[^.]{0,40}\.?$"
    r"|(?:the )?(?:work|action|review|recruitment|training|procurement|planning|this|it)(?: on (?:this|it|both|all of (?:this|these)))? (?:is|are|has|have) (?:now |well |already |also )*(?:in hand|under ?way|begun|started|in progress|complete|on ?going|continuing|advanced|in train|to begin|to start)\b[^.]{0,40}\.?$"
    r"|[\w ]{2,30} (?:has|have) (?:now |already )?(?:started|begun)\.?$|no (?:further )?action (?:is )?(?:proposed|needed|required|planned)\b[^.]{0,30}\.?$"
)
NO_REPLY = re.compile(r"(?:none|nil|n/?a|not applicable|see (?:above|below|the)\b.{0,40}|as above|tbc|to be (?:confirmed|settled|agreed|decided)|-+)\W*$")
SAYS_ONLY = re.compile(
    r"^i (?:have |shall |will )?(?:list|listed|set out|take|taken|took|deal|quote|quoted|give|copy|reproduce|repeat|mention|turn|begin|end|would emphasise|would (?:also )?like|was (?:elected|proud|glad|delighted|heartened|pleased|struck|sorry)|am (?:leaving|proud|glad|delighted|heartened|sorry|disappointed)|took office)\b(?! (?:\w+ )?(?:steps|action|up with|notice))|^i'd (?:still |also )?like\b|^you (?:asked|will recall|told|wrote)\b|^my (?:predecessor|own (?:wish|view|opinion|belief))\b|^there is (?:no|little) (?:excuse|doubt|question|denying|escaping)\b|^it would be (?:wrong|ungracious|remiss|churlish|idle)\b|^nothing (?:has )?(?:came|come) of\b|^it (?:was|is) (?:also |further |rightly )?(?:pointed out|remarked|observed|noted|said) that\b|^there (?:is|are|was|were),? (?:[\w ]{2,20}, )?(?:an?|one|two|three|four|five|also|further) (?:\w+ )?(?:areas? for improvement|recommendations?|causes? of concern)\b"
    r"|^(?:the )?(?:inspectors|inspectorate|hmic\w*) (?:also )?(?:looked at|examined|visited|read|reviewed|spoke|interviewed|has come to the view|have come to the view|came to the view|wanted|went to|tested|audited|sampled)\b|\b(?:was|were) among the (?:\w+ )?forces\b|\b(?:inquiry|audit office|association|institute|federation|union|select committee|ministry)\b[^.;]{0,60} (?:recommended|advised|suggested)\b|\bheld up as (?:an? )?(?:\w+ )?(?:example|model|good practice)\b|\bown (?:view|wish|opinion) (?:is|that)\b|\bit is the \w+'s own view\b|\bfor (?:his|her|my|our|its) part (?:\w+ )?(?:wants?|hopes?|would)\b|\b(?:is|was|are)(?:n't| not) clear (?:to|how|what|whether)\b|, in the \w+'s (?:opinion|view), |\bas (?:hmic\w*|the report|the inspect\w+) (?:gives?|puts?|lists?|words?) (?:them|it)\b|^(?:two|three|four|five|one) recommendations? (?:goes?|comes?|follows?|belongs?) (?:with|from|to) (?:it|this)\b"
)
OF_THE_REPORT = re.compile(
    r"^(?:while |whilst |although )?there are elements of (?:this|the) report\b|^it is my (?:opinion|view|belief) that (?:the )?(?:\w+ )?reports?\b|\b(?:language|tone|content|wording|sections|elements)(?: and \w+)? of (?:the|this) (?:report|document)\b"
    r"|^(?:the )?[\w ]{3,80} (?:was|were) (?:examined|inspected)\.?$|^the report (?:found|finds|noted|notes|stated|states|recognised|recognises) that (?:the )?(?:force|constabulary|[\w ]{3,25} police) (?:has|have|is|are)\b[^,;]*$"
)
BY_THE_WAY = re.compile(
    r"^(?:i (?:have |quite |fully )?(?:accept(?:ed)?|not(?:e|ed)|underst(?:and|ood)|respect(?:ed)?) (?:his|her|their|the|that|those|these) (?:\w+ )?(?:reasons?|reasoning|explanations?|arguments?|views?|points?)\b(?![^.;]{0,80}\b(?:have|has|will|shall)\b)|i (?:commend|congratulate|applaud|pay tribute|salute|share their)\b|(?:for [\w ]{3,30},? )?i (?:shall|will) (?:call|refer to|describe|treat|confine|not (?:hesitate|repeat|dwell|rehearse|trouble))\b|i (?:shall|will|am) (?:also )?(?:be )?publish\w* (?:this|these|my|the) (?:letter|response|comments|reply)\b|it (?:will|may|should) be (?:recalled|remembered|noted|observed|appreciated|recognised)\b"
    r"|i (?:do not|don't|cannot|can not|could not) (?:consider|regard|believe|think|say|pretend|claim|tell|report)\b[^.;]{0,60}\b(?:sufficient|enough|adequate|progress|cured|solved|satisf\w+|done)\b|(?:these|they|those) (?:were|are) (?:the|that|how|a|an|in|as follows)\b|i have not (?:set out|listed|repeated|quoted|named|attempted|troubled)\b|i (?:do not|cannot) (?:yet )?(?:know|say)\b|i (?:should|would) (?:also |very much |dearly )*like to see\b|i want (?:to thank|the law)\b|it (?:has to|must|ought to) be said\b|it is not for me to\b|the same (?:\w+ )?(?:weakness|point|criticism|finding|matter|failing|shortcoming)s? (?:was|were|had been|has been|have been)\b|i was (?:\w+ )?(?:pleased|glad|proud|struck|sorry)\b|(?:here|where) i (?:must|should|part)\b"
    r"|no (?:action|progress|response|reply) (?:has been|is|was) (?:reported|recorded|stated|given|described)\b|only (?:a few|half|one|two|three|four|five|six|seven|eight|nine|ten|\d+) \w+(?: \w+){0,4} (?:was|were)\b|[^.;,]{5,80} (?:was|were) (?:often|sometimes|frequently|rarely|seldom|too often)\b|[^.;,]{5,80} stood at [^.;]{3,40} when (?:the )?inspect\w+ (?:visited|came|called|arrived))|\bbe (?:answered|dealt with|addressed) (?:elsewhere|separately|in (?:a |an )?(?:separate|another))\b|\bseparate correspondence\b|\brecommendations? (?:\w+ )?of (?:its|their|his|her) own\b|\bwhich i (?:shall|will) answer\b|\b(?:report|reporting|write|writing) to you\b|\b(?:prepared|presented|arranged|grouped|numbered) (?:[\w ]{0,40})(?:finding by finding|one by one|in (?:the )?(?:order|turn))\b|\b(?:is|was|are|were) made an? (?:cause of concern|area for improvement|recommendation)\b|\b(?:repl(?:y|ies|ied)|answers?|respon\w+|own words)\b[^.:]{0,60}:$|\bi (?:am|was) (?:\w+ )?(?:reassured|pleased|glad|encouraged|heartened) that the (?:\w+ )?(?:inspection|inspect\w+|report|hmic\w*) (?:also )?(?:found|noted|recognise[sd]|records?|acknowledge[sd])\b|\bmentioned (?:this|it|that) to (?:(?:her|his) majesty's |hm )?(?:chief )?inspector\b"
    r"|\b(?:audit office|auditors?|office for police conduct|iopc|commission|college|council|coroner|ombudsman|panel|committee|association|institute|federation|union|ministry|service)\b[^.;]{0,60} (?:has |have |had |itself |also )*(?:made|issued|published|put forward) (?:\w+ ){0,4}recommendations?\b"
)
TOLD = re.compile(
    r"^(?:on \d[\w ]{3,20},? )?(?:the |his majesty's |her majesty's )?(?:hmic\w*|inspect\w+)\b[^.;]{0,80} (?:published|released|issued) (?:\w+ ){0,4}reports?\b|^(?:the|this) (?:[^.;]{0,90} )?report\b[^;]{0,200}\b(?:was|is|were) (?:jointly )?(?:produced|published|released|prepared|compiled|national)\b|^(?:they|inspectors|the inspect\w+|hmic\w*) (?:then |also |next |further |finally |lastly )?(?:went on to )?(?:identif|describ|remark|express|observ|criticis|recommend|point(?:ed)? (?:out|to)|dr[ae]w attention)\w*\b"
    r"|^(?:the |his majesty's |her majesty's )?(?:hmic\w*|inspect\w+|report) (?:has |have |had )?(?:also )?(?:raised|issued|made|given|gave|identified|listed|named|recorded|contains?|sets out) (?:\w+ ){1,3}?(?:areas?|recommendations?|causes?|concerns?|afis?|matters)\b|(?:^|, )(?:the )?(?:force|constabulary|chief constable|it) (?:was|is|were|has been|had been) (?:\w+ )?(?:recommended|advised|asked|urged|required|told|invited|pressed|encouraged|called upon) to [^;,]*$|^[^.;]{5,160}, published (?:in|on) [\w ]{3,20}\.?$|\b(?:what|some of what|much of what) (?:is|was) (?:now )?(?:said|reported|found|written) (?:is|was|here)\b"
)
ANSWERED_TOO = re.compile(
    r"\b(?:force|constabulary|chief constable|we|i|it|they) (?:has|have|is|are|will|shall)\b(?! (?:\w+ )?(?:replied|responded|answered|commented|asked|required|recommended|told|advised|urged|invited|pressed|encouraged|called))"
)
LACKING = re.compile(
    r"^(?:the (?:force|constabulary)|it|they) (?:has|have) not (?:yet )?(?:\w+ed|made|held|undertaken)\b(?!.*\b(?:but|because|since|however|although)\b)"
)
HISTORY = re.compile(
    r"\b(?:was|were) (?:\w+ )?(?:brought in|introduced|set up|launched|tried|adopted|promised|made|begun|published)\b[^.;]{0,30}\b(?:in|during|as long ago as) (?:\w+ )?(20\d\d)\b"
)
CONSENT = re.compile(r"(?:accepted|agreed|noted|yes|understood)(?: in (?:full|part|principle))?\W*$")
WATCHING = re.compile(r"\bi (?:will|shall) (?:continue|hold|monitor|be)|\bensure that (?:the )?(?:areas|issues|recommendations)")
TURN = re.compile(r",? (?:but|however)\b,? (?!not\b)|[,;] however,? |; |, (?:and|so) (?=i (?:will|shall|am|have)\b)")
CONCEDED = re.compile(r"^(?:although|while|whilst|despite) [^,]{10,160}, (?=\w)", re.I)
OPENING = re.compile(
    r"^(?:in response to [^,]{3,60}, |i am advised by the chief constable that |(?:however|but|and|so|which|in addition|in particular|additionally|finally|also|also,|following this|following that|i am aware that|"
    r"i can confirm that|i have been assured that|to further support [^,]{5,120},),? )+",
    re.I,
)
EDGE = re.compile(r"(?:[\s(]*(?:afi|area for improvement|recommendation|cause of concern) \d{1,2}\):)?[\s,;.'\")]*(?:(?:and|but|however|so),? )*", re.I)
TAIL = re.compile(r"(?:[\s,;'\"(]|\b(?:however|but|and|that)\b)*$")
SHORT = 14
SHORTEST, SHORTEST_REPLY = 20, 8  # characters


def answers(words: str, expected: bool, reply: bool = False, labelled: bool = False) -> bool:
    """Whether `words` (lower case) answer. `expected`: findings wait for an answer there; `reply`: they are printed as one, `labelled`: under that name."""
    if (reply or expected) and BARE.match(words):
        return True
    if len(words) < (SHORTEST_REPLY if reply else SHORTEST) or _is_none(words) or not (responds(words) or (reply and (HAS_VERB.search(words) or (labelled and len(words.split()) > 3)))):
        return False
    if LACKING.match(words) and not reply:
        return False
    if (BACKGROUND.search(words) or (FIGURES.search(words) and not reply)) and not WATCHING.search(words):
        return False
    return expected or bool(GENERAL.search(words))


def is_bare(words: str) -> bool:
    """Whether the words say in what state it is, and nothing more: `Not accepted.` `Work is in hand.`"""
    return bool(BARE.match(words))


def _is_none(words: str) -> bool:
    """The words only lead on, belong to the letter itself, to another body, or report what was found."""
    return bool(
        NO_REPLY.match(words)
        or LISTING.search(words)
        or LETTERLY.match(words)
        or OTHERS.search(words)
        or SAYS_ONLY.search(words)
        or OF_THE_REPORT.search(words)
        or BY_THE_WAY.search(words)
    ) or _reports(words)


def is_history(words: str, written: str | None) -> bool:
    """Whether the words tell only what was done years before the letter: `A form was brought in during 2014, and …`"""
    years = [int(year) for year in HISTORY.findall(words)]
    return bool(years) and bool(written) and max(years) < int((written or "0")[:4]) - 1


def _reports(words: str) -> bool:
    """The words say what inspectors found, and nothing that was done about it."""
    told = TOLD.search(words)
    if told and not ANSWERED_TOO.search(words, told.end()):
        return True
    if RETURNING.match(words) or (THEIRS.match(words) and not ACTS.search(words)):
        return True
    said = REPORTING.search(words, 0, 60) or GRADING.search(words, 0, 60)
    return bool(said) and not ACTS.search(words, said.end() if said else 0)


def joins(words: str) -> bool:
    """Whether a sentence only completes the answer before it: `The force is now compliant.`"""
    return len(words.split()) <= SHORT and bool(re.match(r"(?:the (?:force|constabulary) is now|this is now|i will be ensuring this|it is now|this will be|both are|that (?:began|started|was done|happened|is now)|there (?:is|are) (?:now )?none|none (?:is|are|remains?|was)|(?:he|she|they) (?:will|is to|are to) report)\b", words))


def parts(text: str, span: Span, asked: Sequence[Found]) -> list[Span]:
    """What is left of a sentence when the findings that it states are taken out."""
    cites = asked and asked[0].number and asked[0].end >= span[1] and numbered(text[slice(*span)])
    if not asked or cites or (asked[0].certainty == "implied" and asked[0].voice == "inspectorate"):
        return [span]
    start, end = min(f.start for f in asked), max(f.end for f in asked)
    if re.match(r" (?:has|have|is|are) ", text[end : end + 6]):
        return [span]
    pieces = [(span[0], start if not BEFORE.search(text[span[0] : start].lower()) else span[0]), (end, span[1])]
    return [_tidy(text, part) for piece in pieces for part in _turns(text, piece) if part[1] - part[0] > 25]


def _turns(text: str, span: Span) -> list[Span]:
    turns = TURN.finditer(text[slice(*span)].lower())
    return cut_out(span, ((span[0] + turn.start(), span[0] + turn.end()) for turn in turns))


def _tidy(text: str, span: Span) -> Span:
    start, end = span
    edge, tail = EDGE.match(text[start:end]), TAIL.search(text[start:end])
    start, end = start + (edge.end() if edge else 0), start + tail.start() if tail else end
    return (start, end) if end > start else (span[0], span[0])


def without_opening(text: str, span: Span) -> Span:
    """Without `In response to recommendation 3,` and the like, or a clause that concedes."""
    start, end = span
    for pattern in (OPENING, CONCEDED):
        match = pattern.match(text[start:end])
        if match and end - start - match.end() > 30:
            start += match.end()
    return start, end
