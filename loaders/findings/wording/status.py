"""What a response says of its own progress."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.findings.wording import frames
from loaders.findings.wording.standing import ASKED, COMING, HALF_DONE, PREPARED, REFUSED, RUNS, STANDS, UNDECIDED, WATCHED

__all__ = ["responds", "status", "watches"]

DECLINED = re.compile(
    r"\b(?:we|the force|the constabulary|it|he|she|they|i) (?:won't|will not|shall not|shan't) (?:be )?(?:mov|adopt|follow|chang|introduc|implement|tak|purs|provid|do\b|go\b|act|accept|agree|giv|mak|buy|fund|open|clos|merg|appoint|recruit|alter|ask)\w*|\b(?:cannot|can't) (?:undertake|commit|promise|agree|justify|afford)\b|\b(?:policy|arrangements?|model|practice|position|system) will (?:stay|remain|continue) as (?:it is|they are)\b|\b(?:asked|told|advised|instructed) (?:the chief(?: constable)?|him|her|the force) not to\b|\bsee(?:s)? no (?:need|case|reason)\b|\bno (?:case|need) for\b|\btoo vague to\b|\brefus(?:ed|es)\b|\bnot (?:thought )?(?:to be )?worth\b|\bwill go no further\b|\bnothing will be done\b|\bdo(?:es)? not (?:think|consider|see) (?:that )?(?:this|it|there)\b|\b(?:will|shall) not be (?:doing|taking|making|adopting|following)\b|\bno action is needed\b|\barrangements? suffice|\bnot supported\b|\bcan do no more\b|\bwill not (?:buy|fund|provide|be (?:bought|funded|provided))\b|\bnot (?:been )?(?:progressed|accepted|agreed|taken forward|pursued|adopted|proceed\w*)\b|\bno solution was progressed\b|\b(?:do|does|did|cannot|will|can) not (?:accept|agree|support|intend|be (?:implement|adopt|pursu|progress)\w+|propose|believe (?:that )?(?:this|the recommendation))\b"
    r"|\bcannot (?:accept|agree|support)\b|(?<!not )(?<!not been )\breject(?:s|ed)?\b|\bdisputes?\b|(?<!not )\bdisagree[sd]?\b|\bconscious decision\b|\bnot possible to\b|\bno (?:plans?|intention) to\b|\bno further action\b|\b(?:do|does) not believe\b|\bdecided (?:not to|against)\b|\bdifficult to justify\b|\bnot (?:considered )?(?:necessary|appropriate|proportionate|affordable|feasible|practicable)\b|\bcannot be (?:justified|afforded|implemented)\b|\bdeferred\b"
)
REVIEWED = re.compile(
    r"\b(?:is|are|am) (?:also |now |currently )*(?:reviewing|considering|looking (?:at|into)|assessing|exploring options|evaluating|scoping|examining)\b(?! (?:by an|on a|by the|and (?:over|mon)))"
    r"|\bunder (?:active )?(?:review|consideration|discussion|examination|study|assessment)\b|\b(?:is|are|am|be) (?:still |now |currently )?(?:seeking|taking|awaiting) (?:legal |further |expert )?(?:advice|guidance|counsel)\b|\b(?:is|are|am) (?:still |now )?(?:thinking about|weighing|pondering|mulling|deciding|considering|being (?:weighed|pondered|thought|looked|scoped|costed))\b|\boptions\b[^.;]{0,40} (?:are|have been)\b|(?:\bnot|n't) (?:yet )?been decided\b|\bno decision\b|\bbeing looked at\b|\blooking into\b|\bwhether (?:to|or not)\b[^.;]{0,60}\b(?:will be (?:decided|taken)|is being|decision)\b|\bhas (?:yet|still) to (?:decide|make up)\b|\bstill pondering\b|\bto be considered\b|\boptions are\b|\b(?:is|are) (?:now )?before the\b|\bsubject to (?:a )?review\b|\bunderway to review\b|\b(?:currently|ongoing|under way|underway|started|commenced|begun)\b[^.;]{0,30}\b(?:to )?(?:review|assess|evaluate|consider)\b|\breview (?:is|has been) (?:underway|under way|ongoing|commissioned|started|begun|commenced)\b|\bbeing (?:reviewed|considered|evaluated|assessed|looked (?:at|into)|examined|explored)\b"
)
UNDERWAY = re.compile(
    r"\bin hand\b|\b(?:half-?way|part-?way|three-quarters|two-thirds|half|nearly|almost|largely|mostly|well) (?:of the way )?(?:through|done|complete|finished|there|advanced)\b|\bon (?:track|course|schedule|target)\b|\b(?:has|have) (?:yet )?to be (?:finished|completed)\b|\bin train\b|\bgoing on\b|^on-?going|^in progress|^accepted\.?$|\b(?:is|are) (?:also |now |currently |still |already |actively |continuing to )*(?:being (?!made available)\w+|working|developing|implementing|finalising|rolling|delivering|undertaking|progressing|recruiting|leading|addressing|taking|running|engaging|piloting|trialling|ongoing|underway|under way|in progress|in development|continuing|seeking|looking|investing|moving|exploring|introducing|building|preparing|drafting|starting|training|expanding|increasing|designing|creating|re[a-z]+ing)\b|\b(?:is|are) (?:also |now |currently |still )*(?:re-)?(?!being|considering|reviewing|looking|assessing|exploring|nothing|something|during|including|pleasing|encouraging|disappointing|concerning|worrying|interesting|willing|lacking|missing|failing|outstanding|monitoring|having|going to|seeing|existing)[a-z]{2,}ing\b|\bcontinues\b"
    r"|\b(?:underway|under way|(?:is|are|remains?) (?:still )?on-?going|there (?:is|are) (?:\w+ )?ongoing work|in progress|in the process of|work in progress)\b|\b(?:has|have) (?:already |now |also )?(?:begun|started|commenced|embarked)\b|\bcontinu(?:e|es|ing) to (?:\w+ )?(?:explore|develop|work|implement|improve|deliver|address|roll|train|invest|embed|make|build|be)\b"
    r"|\b(?:form the basis|developed into|incorporated into|part) of an action plan\b|\b(?:top |key )?priority for (?:19|20)\d\d\b|\bbegun a\b|\bstill developing\b|\bbeing\b \w+ed\b|\b(?:has|have) (?:been )?commissioned\b|\bbegan\b|\bdeveloped into an? (?:\w+ )?action plan\b|\bintend to ensure\b|\bworking (?:closely )?with\b"
)
DONE = re.compile(
    r"\b(?:has|have|had) (?:already |since |now )?done (?:so|this|that|it)\b|\b(?:already|now|all) in place\b|\b(?:this|that|it|work|all) (?:is|are) (?:now )?(?:complete|done|finished)\b|\bwent (?:into|live|up)\b|\b(?:was|were|have been|has been) (?:gone|looked|worked|sifted|combed|gone back) (?:through|at|over|into)\b|^(?:reviewed|trained|appointed|introduced|published|issued|recruited|established|installed|adopted|replaced)\b|\b(?:was|were) met\b|\b(?:was|were|have been|has been) seen to\b|^(?:now |(?:agreed|accepted)(?: and|,) )?(?:completed?|closed|implemented|discharged)\b|(?<!may )(?<!might )(?<!could )(?<!would )\b(?:has|have) (?:\w+ ){0,3}?(?:been|set|put|made|taken|reviewed|introduced|established|implemented|created|appointed|published|completed|rolled|invested|recruited|trained|undertaken|developed|held|met|provided|adopted|released|funded|delivered|issued|given|increased|improved|changed|moved|worked|written|agreed|launched|acted|led|resulted|visited|allocated|committed|updated|revised|strengthened|restructured|secured|produced|designed|had|seen|now|purchased|amended|ensured|addressed|designated|enabled|conducted|carried|approved|built|reduced|requested|asked|taken place|brought|begun|cut|run|sent|spent|bought|gone|kept|paid|sought|won|grown|lent|dealt|drawn|chosen|laid|risen|spoken|taught|come|\w{3,}ed)\b"
    r"|\b(?:is|are) now (?!being|subject)\w+|\bnow (?:provides?|has|have|uses?|treats?|receives?|review|in place)\b|\b(?:is|are) (?:in place|in post|compliant|fully compliant|embedded|complete)\b|\b(?:was|were) (?:rectified|resolved|addressed|completed|introduced|established|implemented|undertaken|created|launched|appointed|held|published|updated|delivered|carried out|put in place|rolled out|trained|issued|set up|developed|commissioned|recruited|approved)\b"
    r"|\b(?:was|were) (?:also |then |first |formally |recently |since )?(?!identif|note|rais|found|highlight|concern|pleas|ask|requir|judg|grad|inspect|publish|visit|assess|disappoint|interest|surpris|encourag|impress|involv|suppos|need|expect|intend|delay|report|record)\w{3,}(?:ed|en|ut|ilt)\b|\b(?:is|are) down to\b|\b(?:was|were) (?:run|held|put|set|built|cut|let|made|brought|given|taken|sent)\b|\bwent out\b|\btreats every\b|\bsatisfied that (?:it|the force|we) ha(?:s|ve)\b|\bdoes use\b|\bnow seeing\b|\bseeing (?:much|very)\b|\b(?:are|is) (?:all )?(?:reviewed|monitored|discussed|recorded|audited|checked) by\b|\bi (?:committed|provided|funded|commissioned|asked|released|approved|allocated|requested|made)\b|\b(?:force|police|constabulary|service|we|they) (?:also |then |subsequently )?(?!welcom|not|recognis|believ|agre|receiv|fail|need|us)\w+ed\b|\b(?:started|opened|launched|doubled|halved|went live|adopted|moved to)\b|\b(?:now|already) (?!be\b|been\b|being|under|subject|in progress|to\b|the\b|that\b|a\b|and\b|clear)[a-z]{3,}\b|\bi (?:raised|funded|visited|wrote)\b|\bmonitors\b|\b(?:is|are) (?:compiled|produced|held|sent|provided|recorded|published|checked|collated|tracked|completed)\b|\b(?:is|are|was|were) already \w+ed\b|\bwas (?:altered|changed|appointed|opened|cleared)\b|\bis made\b|\bforce does (?!recogni|accept|acknowledg|need|not)"
)
PLANNED = re.compile(
    r"\bshould (?:then |now )?be \w+ (?:by|before|in|within)\b|\b(?:starting|beginning|joining|arriving|opening) (?:on|in|at|next)\b|\bmeans? to\b|\bto be (?:done|finished|completed|introduced|ready|in place)\b|\b(?:'re|are|is) to (?:have|be|go|start|come)\b|\baccepts? (?:this|the|these|both|all)(?: \w+){0,3}? recommendations?\b|^not (?:yet )?(?:started|begun|commenced)|\b(?:has|have|was|were|is|are) not (?:yet )?(?:been )?(?:started|begun|commenced)\b|\b(?:will|shall)\b(?! (?:be monitor|continue to monitor))|\b(?:is|are) (?:also |now )?(?:to be|planned|scheduled|due|expected|going to|intended|set to)\b|\b(?:intends?|plans?|aims?|propose[sd]?) to\b|\bplanned\b|\bgo(?:es)? live\b|\b(?:is|are) (?:booked|arranged|pencilled|timetabled|programmed)\b|\b(?:opens|starts|begins|launches) (?:in|on)\b|\bcommitted to (?!ensuring)\w+ing\b|\bwill have been\b|\bto commence\b"
)
TROUBLE = r"(?:complaints?|concerns?|issues?|problems?|breach\w*|incidents?|failures?|failings?|delays?|backlogs?|deaths?|cases?|instances?)"
DENIED = re.compile(rf"\b(?:not(?! only\b| just\b| merely\b| least\b| simply\b)|never|nor|neither|none|nothing|nobody|hardly|(?<!a )(?:little|few)|cannot|unable|yet to|no(?! (?:longer|fewer|less|later|doubt)\b| (?:\w+ ){{0,2}}{TROUBLE}\b))\b|\b\w+n't\b")
DENIED_AFTER = re.compile(rf" (?:nothing|little|no (?!(?:\w+ ){{0,2}}{TROUBLE}\b))")
CLAUSE = re.compile(r"[,;:.()]|\b(?:and|but|although|though|while|whilst|however|that|which|who|because|since|so)\b| (?=(?:the (?:force|constabulary)|we|i|they|it) (?:has|have|had|is|are|was|were)\b)")
MONITORING = re.compile(
    r"\b(?:(?:comes?|goes|go|is|are|be|been|brought|report(?:s|ed)?|return(?:s|ed)?|taken|put) (?:back |up |regularly |in public )*(?:to|before|at) (?:my|the|our|his|her)\b[^.;]{0,50}(?:board|panel|committee|meetings?|group|forum)\b|(?:examined|discussed|considered|reviewed|looked at|followed|questioned|taken up|raised|scrutinised) (?:in public )?(?:at|by|in|through) (?:my|the|our|his|her)\b[^.;]{0,60}(?:board|panel|committee|meetings?|group|forum)\b|(?:will|shall|'ll) (?:be |go on |keep )?(?:ask|asking|question|questioning|press|rais|raise|return|chas|follow)\w*\b|(?:board|panel|committee|executive|group|meeting|visitors|team)\b[^.;]{0,60} (?:(?:will|shall|is to|has been asked to|have been asked to)(?! (?:be set|be formed|be created|open|meet|start|begin))|chases|follows|tracks|examines|considers) |(?:will|shall|to|closely|and|am|be|been|being|regularly|i|continue) monitor(?:ing|ed)?(?! officer)|monitor (?:the|this|progress)|(?:close|pay|level of|ongoing|regular|subject to|further|apply) scrutiny|scrutinis\w+|hold(?:ing)? [^.;]{2,60}? to account|see the (?:first )?results|keep (?:\w+ ){0,4}under review|keep (?:a )?close|oversee|track(?:ing|ed)? progress|seek(?:ing)? (?:\w+ )?assurances?|sighted|regular updates?|pressing|challenge (?:the|him|her)|ensure that (?:the )?(?:areas|action plan|recommendations?|actions?|issues|progress|all)|ensure (?:the )?(?:progress|action plan|they are)|receive (?:\w+ )?(?:updates?|reports?)|(?:continue to |closely )?watch (?:the|this|it|closely|over)|look at (?:all|each|both|these|them)\b[^.;]{0,40}(?:meeting|board|quarter|month)|(?:board|panel|committee)\b[^.;]{0,30} (?:will|shall|is to) (?:consider|have|receive|look|review|scrutinise|see)|chas(?:e|ing) (?:up )?|check(?:ing)? (?:on )?(?:the )?progress|be (?:kept )?(?:updated|informed)|receive (?:\w+ ){0,3}reports?|question from me|comes? to my|reports? to me|on the agenda|return to this|(?:written|regular|further|monthly|quarterly) updates?|to look at (?:the|this|it)\b[^.;]{0,30} again|liaise closely|discuss(?:ed)? (?:this|the|these|it)\b[^.;]{0,40} with the chief constable|been discussed with the chief|regularly meet|followed? up|expect the chief constable|review(?:ing)? progress)\b"
)
OURS = re.compile(
    r"\bmy (?:[\w&'-]+ ){0,5}?(?:sub-)?(?:group|visitors|advis[eo]r)\b|\b(?:by|before) me\b|\b(?:board|panel|committee|executive|meetings?|forum)\b|\b(?:he|she) (?:will|shall)\b|\bi'll\b|\bthe (?:deputy )?(?:mayor|commissioner|pcc|pfcc) (?:will|has|is|continues)\b|\b(?:i|we|my|our)\b[^.;]{0,60}\b(?:will|shall|have asked|continue|monitor|hold|intend|am|are|ensure|seek|expect|keep)\b|\bmy (?:office|deputy|team|staff)\b|\bi\b|\bdiscussed with the chief\b"
)
ACTED = re.compile(
    r"\bthe force has (?!taken the appropriate)(?:set|reviewed|introduced|implemented)|\b(?:has|have) been (?!discussed)(?:\w+ )?(?:set|put|established|introduced|developed|addressed|identified|undertaken|designed|made|taken)"
)
WATCHED_FIRST = re.compile(r"\basked (?:my|the) [^.;]{0,50}(?:panel|committee|board|group)\b")
UNTIL = re.compile(r"\buntil\b")
EACH_TIME = re.compile(r"\b(?:(?:each|every) (?:hour|shift|morning|day|week|month|quarter|meeting|(?:mon|tues|wednes|thurs|fri)day)|daily|weekly|monthly|quarterly|hourly|day by day)\b")
RESERVED = re.compile(r"\breserv(?:e|es|ing) (?:my|our) (?:position|judge?ment)\b")
OVERSEERS = re.compile(r"\b(?:panel|committee|board|group|forum|visitors)\b")
PROMISED = re.compile(rf"(?:\b(?:has|have|is|are|was) (?:also |now |already |since |therefore )?)?(?:{frames.PROMISES.pattern})")
STANDING = (
    REFUSED,
    UNDECIDED,
    ASKED,
    HALF_DONE,
    PREPARED,
    COMING,
    RUNS,
    STANDS,
    WATCHED,
    frames.DECLINES,
    frames.CONSIDERED,
    frames.PUT_FORWARD,
    frames.WATCHES,
    frames.REVIEWS,
    frames.PROMISES,
    frames.IS_DONE,
    frames.IS_PARTLY_DONE,
)


def responds(words: str) -> bool:
    """Whether a clause (lower case) says that something was, is or will be done, watched or refused."""
    return any(p.search(words) for p in (DECLINED, REVIEWED, UNDERWAY, DONE, PLANNED, MONITORING, *STANDING))


def watches(words: str) -> bool:
    """Whether the commissioner says that he keeps an eye on it."""
    return bool(frames.WATCHES.search(words)) or (bool(MONITORING.search(words) or WATCHED.search(words)) and bool(OURS.search(words)))


def status(words: str, written: str | None = None) -> str:
    """`done`, `in_progress`, `planned`, `under_review`, `declined` or `monitoring`, by the words that weigh most. `written`: the letter's date."""
    core = re.sub(r"\bto ensure that action is being taken\b.*", " ", words).replace("will have been", "will be")
    return next((state for state, applies in WEIGHED if applies(core)), None) or _by_tense(core, written)


def _is_refused(core: str) -> bool:
    refused = DECLINED.search(core) or REFUSED.search(core)
    refused = refused or (None if UNTIL.search(core) else frames.DECLINES.search(core))
    return bool(refused) and not RESERVED.search(core) and not WATCHED_FIRST.search(core, 0, refused.start() if refused else 0)


def _is_undecided(core: str) -> bool:
    """A decision waits, or somebody was asked to look: not a body of the commissioner's own, which then watches."""
    asked = ASKED.search(core)
    return bool(UNDECIDED.search(core) or frames.CONSIDERED.search(core) or (asked and not OVERSEERS.search(core, 0, asked.end())))


def _is_put_forward(core: str) -> bool:
    """A proposal or a bid goes to those who decide on it, and nothing runs yet."""
    return bool(frames.PUT_FORWARD.search(core)) and not frames.IS_PARTLY_DONE.search(core)


def _is_watched(core: str) -> bool:
    """He keeps an eye on it, and says nothing of what the force itself does."""
    first = WATCHED.search(core)
    if first and OURS.search(core) and not _acts(core[: first.start()]):
        return True
    seen = frames.WATCHES.search(core)
    if seen and not _told_before(core[: seen.start()]):
        return True
    return bool(MONITORING.search(core)) and _only_watches(core)


def _told_before(before: str) -> bool:
    """Whether a clause before says how far something has come."""
    cuts = [cut.start() for cut in CLAUSE.finditer(before)]
    said = before[: cuts[-1]] if cuts else ""
    return bool(said) and (_acts(said) or (responds(said) and not OURS.search(said)))


def _is_reviewed(core: str) -> bool:
    found = frames.REVIEWS.search(core) or REVIEWED.search(core)
    return bool(found) and not EACH_TIME.search(core, found.end() if found else 0) and not re.search(r"\baction plan\b", core)


def _by_tense(core: str, written: str | None) -> str:
    ordered = frames.is_promised(core, written)
    partly = frames.IS_PARTLY_DONE.search(core) or frames.is_part(core)
    core = core.replace(" working well", " in place")
    core = PROMISED.sub(" is to be ", frames.IS_DONE.sub(" has been opened ", RUNS.sub(" has been opened ", core)))
    done, underway = (
        _done(core),
        UNDERWAY.search(core) or HALF_DONE.search(core) or partly,
    )
    if ordered and not underway:
        return "planned"
    planned = next((m for m in (PLANNED.search(core), COMING.search(core)) if m), None)
    watched = MONITORING.search(core)
    if PREPARED.search(core) and not underway:
        return "planned"
    if underway or (done and planned and done.start() < planned.start()):
        return "in_progress"
    if done and not (planned and planned.start() < done.start()):
        return "done"
    if planned:
        return "planned"
    return "monitoring" if watched else "in_progress"


def _done(core: str) -> re.Match[str] | None:
    """The first words that say that something was done, and not that it was not."""
    return next((match for match in DONE.finditer(core) if not _is_denied(core, match)), None) or STANDS.search(core)


def _is_denied(core: str, match: re.Match[str]) -> bool:
    cuts = [cut.end() for cut in CLAUSE.finditer(core) if cut.end() <= match.start()]
    return bool(DENIED.search(core, cuts[-1] if cuts else 0, match.end()) or DENIED_AFTER.match(core, match.end()))


def _only_watches(core: str) -> bool:
    """The commissioner keeps an eye on it, and says nothing of what the force itself does."""
    first = MONITORING.search(core)
    assert first is not None
    return bool(OURS.search(core)) and not _acts(core[: first.start()])


def _acts(before: str) -> bool:
    """Whether what stands before says what the force does."""
    return any(p.search(before) for p in (UNDERWAY, HALF_DONE, ACTED, frames.IS_PARTLY_DONE))


WEIGHED: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("declined", _is_refused),
    ("under_review", _is_undecided),
    ("planned", _is_put_forward),
    ("monitoring", _is_watched),
    ("under_review", _is_reviewed),
)
