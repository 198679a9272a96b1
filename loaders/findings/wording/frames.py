"""Who does what in an answer: frames of subject, verb and complement that say how far it has come whatever the words around them.

They are tried before single verbs are weighed (`status`): `has undertaken to publish` is a promise though `has undertaken` is done, and `my office will
sample them every quarter` is watching though `will` plans.
"""

from __future__ import annotations

import re

from loaders.findings.wording.deadlines import DATED, is_ahead
from loaders.recognise.words import NUMBERS, number_words

__all__ = ["CONSIDERED", "DECLINES", "IS_DONE", "IS_PARTLY_DONE", "PROMISES", "PUT_FORWARD", "REVIEWS", "WATCHES", "is_part", "is_promised"]

BODY = r"(?:board|panel|committee|group|forum|executive|meetings?|council|audit|conference)"
MINE = rf"(?:me|(?:my|our) (?:[\w&'’-]{1, 30} ){{0,6}}?(?:{BODY}|office|deputy|staff|team|visitors|chief executive|commissioner))"
OVERSEER = rf"(?:i|we|the (?:deputy )?(?:commissioner|mayor)|(?:my|our) (?:[\w&'’-]{1, 30} ){{0,6}}?(?:{BODY}|office|deputy|staff|team|visitors|chief executive))"
PERIODIC = r"(?:(?:at|in|on|during|after) (?:each|every)|each|every|twice (?:a|in each|each|every)|quarterly|monthly|weekly|fortnightly|termly|bi-?monthly|regular(?:ly)?|periodic(?:ally)?|half-yearly|six-monthly)\b"
UNTIL = r"until (?:further notice|(?:all|each|every|it|they|this|the (?:matter|work|last|whole|recommendation|area))\b)"
WILL = r"(?:will|shall|'ll|intends? to|means? to|expects? to|wants? to|wish(?:es)? to|am to|are to|is to|continues? to|propose to)"
PROGRESS = r"(?:progress|performance|delivery|implementation|compliance|the (?:whole )?(?:position|matter|subject|plan|action plan)|these|this|it|them|all of|each of|both|improvements?|evidence|assurances?|slippage)"
REPORT = r"(?:report|update|account|figures|briefing|returns?|evidence|assurance|information|statistics)s?"
WATCHES = re.compile(
    rf"\b{OVERSEER} (?:{WILL}|am|are|is) (?:also |now |therefore |personally |then |still )?(?:be |continue to |go on |keep )?(?:monitor|watch|track|scrutinis|overs(?:ee|aw)|follow(?!ing (?:the|this) (?:advice|guidance|recommendation))|test(?:ing)? the (?:force|constabulary|police)|dip-?sampl|satisfy (?:my|our)sel|want to (?:be|see|know)|look(?:ing)? (?:for|to see)|keep(?:ing)? (?:a|an|this|it|them|these|the|up) [^.;]{{0,40}}(?:watch|eye|review|scrutiny|agenda|pressure)|maintain a|take an? (?:close|keen|continuing)|hold(?:ing)? (?!an?\b)[^.;]{{0,60}}to account)\w*\b"
    rf"|\b{OVERSEER} (?:{WILL}|am|are) (?:also |now |therefore |personally )?(?:be |continue to )?(?:review|examin|check|ask|rais|discuss|consider|look|see|receiv|requir|sampl|inspect|question|return|visit|audit|go|revisit|take|test|challeng|publish|be given|given|report)\w*\b[^.;]{{0,90}}(?:\b{PERIODIC}|\b{UNTIL})"
    rf"|\b{OVERSEER} (?:{WILL}|am|are) (?:also |now |therefore |personally )?(?:be )?(?:review|examin|check|receiv|requir|seek|demand|expect|ask(?:ing)? for|call(?:ing)? for|press(?:ing)? for|be given|want)\w* (?:an? |the |further |regular |fuller |written |to see |of |on |its |his |her |their )*(?:\w+ )?(?:{PROGRESS}|{REPORT})\b(?! (?:of|for) (?:the )?(?:funding|budget))"
    rf"|\b(?:{OVERSEER} (?:have|has)|(?:been|was|were)) (?:\w+ )?(?:directed|instructed|required|asked|requested|insisted|arranged|made it (?:plain|clear))\b[^.;]{{0,90}}\b(?:report(?:ed|s)?|told|informed|kept|update[sd]?|figures|accounts?|briefed|answerable)\b[^.;]{{0,40}}(?:\bto {MINE}\b|\b{PERIODIC}|\b{UNTIL}|\bof any (?:slippage|delay))"
    rf"|\b{OVERSEER} (?:have|has) (?:\w+ )?(?:asked|called|arranged) for (?:a |an )?{PERIODIC} (?:\w+ )?{REPORT}\b|\b(?:i|we|me) (?:will|shall) be (?:follow|watch|monitor|look|ask)ing\b"
    rf"|\b(?:chief constable|force|constabulary|he|she|they|it|deputy|superintendent|lead|officer)\b[^.;]{{0,30}}\b(?:will|shall|is to|are to|is required to|must|has been (?:asked|told|required) to|will be (?:expected|required|asked|called upon) to|will be|is|are|has to)\b[^.;]{{0,25}}\b(?:account|answer|answerable|accountable|report|explain|demonstrate|show)\b[^.;]{{0,50}}\b(?:to|at|before) {MINE}\b(?! (?:a|an) (?:plan|proposal|business))"
    rf"|\b(?:i|we) have (?:also |now )?asked (?:my|the) (?:[\w&'’,-]{{1,30}} ){{0,7}}?{BODY} to\b|\b(?:will|shall|is to|are to|to) be (?:answerable|held to account|accountable|called (?:up)?on to explain|asked to explain|expected to demonstrate)\b|\b(?:kept?|remains?|stays?|be|held|placed) (?:closely |firmly )?(?:under|within|in) (?:my |our |close |constant |regular |careful |continuing |active |personal )*(?:observation|scrutiny|watch|supervision|oversight|view|sights)\b|\b(?:will|shall|to) (?:\w+ )?keep [^.;]{{1,40}} under (?:\w+ )?(?:review|scrutiny|observation)\b"
    rf"|\b(?:will|shall|is|are|be|been) (?:be )?(?:also |now |closely |regularly )?(?:overseen|monitored|scrutinised|tracked|watched|supervised|followed(?: up)?|tested|sampled|dip-sampled|taken up|pursued|raised) (?:\w+ )?(?:by|at|in|through) (?:{MINE}|the (?:joint |independent )?(?:[\w&'’-]{1, 30} ){{0,3}}?(?:audit committee|scrutiny (?:panel|board|committee)|accountability board))"
    rf"|\b(?:the )?(?:subject of|subject to) (?:my |our |regular |further |continued |continuing |ongoing |close |public |constant )+(?:review|scrutiny|monitoring|oversight|discussion|questions?)\b|\b(?:regular|standing|fixed|permanent|recurring) (?:agenda )?items?\b|\b(?:close|keen|active|continuing|personal) interest in\b|\bwatching brief\b"
    rf"|\b(?:progress|delivery|implementation|performance|compliance|updates?|reports?)\b[^.;]{{0,60}}\b(?:laid|brought|reported|presented|taken|put|given|made|come|comes|go|goes|provided|discussed|reviewed|examined|considered)\b[^.;]{{0,30}}\b(?:to|before|at|by|with) {MINE}\b|\b(?:is to be|are to be|will be|be) (?:laid|brought|reported|put|presented) (?:before|to|at) [^.;]{{3,60}}\b{PERIODIC}"
    rf"|\b{OVERSEER}\b[^.;]{{0,20}} (?:looks? at|attends?|checks?|reviews?|goes through|inspects?|examines?|samples?|takes? (?:\w+ )?up|keeps? (?:a|an|this|it))\b[^.;]{{0,90}}\b(?:{PERIODIC}|meetings?|on my behalf)"
)
ACT = r"(?:publish|introduc|creat|appoint|recruit|train|review|complet|implement|adopt|deliver|provid|write|issu|buy|replac|mak|set|put|bring|develop|establish|revis|improv|increas|reduc|clear|do|hav|giv|meet|run|hold|open|launch|extend|ensur|rais|add|build|tak|send|employ|fill|update|amend|change|move|use|fund|start|begin|finish|roll|double|draw|produc|prepar|address|embed|convene|tackle|work|test|record|share|join|act|comply)\w*"
PROMISES = re.compile(
    rf"\b(?:undertakes?|undertaken|undertook|promis(?:es|ed)|pledg(?:es|ed)|hop(?:es|ing)|resolved|volunteered|offered|agreed|(?:has|have) committed (?:(?:it|him|her|them|our|my)sel(?:f|ves) )?|committed (?:it|him|her|them|our|my)sel(?:f|ves)) to (?!be\b|a\b|the\b|this\b|that\b)(?:\w+ly )?\w+|\bcommitted (?:(?:it|him|her|them|our|my)sel(?:f|ves) )?to (?!ensuring|improving|making|working|providing|delivering|the\b|this\b|a\b)\w+ing\b|\b(?:is|was|remains|have every) [\w'’ ]{{0,30}}\bintention (?:to|that|of)\b|\bintention (?:now )?is (?:to|that)\b|\bintended (?:to|that)\b|\b(?:there (?:is|are) (?:now |also )?(?:a )?plans?|plans? (?:is|are|exists?|have been (?:made|laid|drawn up))) (?:to|for) {ACT}"
    r"|\b(?:accept(?:s|ed)|set|agreed(?: to)?|adopt(?:s|ed)) (?:(?:it|him|her|them)sel(?:f|ves) )?(?:a |the )?(?:\w+ )?(?:target|deadline|timetable)\b|\b(?:arrangements?|preparations?|provision) (?:is|are|has been|have been|is being|are being) (?:now |already )?made (?:for|to|with)\b"
    r"|\b(?:should|ought to) (?:then |now |all |therefore )?(?:be|reach|arrive|follow|come|begin|start|open)\b(?! (?:among|the)\b)[^.;]{0,40}\b(?:(?:by|before|in|from|during|within) (?!the (?:country|county|future|area|way|force)\b)|next |this (?:year|month|summer|autumn))|\b(?:hopes?|expects?|hoped|expected|anticipated?|intended|due) (?:\w+ ){0,6}(?:to (?:have|be)|that) [^.;]{0,40}\b(?:by|before|in|within)\b"
    r"|(?:\b(?:have|has) (?:provided|found|set aside|put|included|allocated|made|secured|earmarked) [£\w]{0,8})?\b(?:money|funding|funds?|budget|provision|precept|\d[\d,.]*m?(?: (?:million|thousand))?)\b[^.;]{0,60}\b(?:next (?:financial )?year|coming (?:financial )?year|(?:20\d\d)[/–-]\d\d)(?:'s)?\b"
    rf"|\b(?:i|we) (?:have |has )?(?:\w+ )?(?:asked|requested|invited) (?:for )?(?:(?:the |his |her |him|them)(?:[\w'’-]+ ){{0,3}})?(?:to (?:\w+ )?(?:bring|put|present|prepare|produce|draw up|provide|submit|set out|write|come|offer)\b(?![^.;]*\b(?:{PERIODIC}|report on progress|updates?))|(?:a |an |the )?(?:\w+ )?(?:proposal|plan|business case|strategy|scheme|timetable)s?\b)"
    r"|\b(?:is|are) (?:still )?to (?:follow|come|be (?!commended|congratulated|praised|ensured)\w+)\b(?! for)|\bhave set aside\b|\bhas set aside\b|\b(?:date|day|slot|venue)\b[^.;]{0,30} (?:has been|is) (?:now )?(?:fixed|set|agreed|booked)\b|\b(?:has|have) (?:yet|still) to (?:start|begin|commence)\b|\bundertaking (?:has been |was )?(?:given|made)\b[^.;]{0,20}\bto\b"
)
CONSIDERED = re.compile(
    rf"(?<!progress )(?<!performance )(?:\bis|\bare|\bwill be|\bto be|\bbeing|\bcurrently) (?:also |now |currently |first )?(?:being )?(?:considered|weighed|looked (?:at|into)|assessed|debated|costed|taken) (?:\w+ )?(?:by|at|in) (?:the|its|their|an?) (?:[\w&'’-]{{1,30}} ){{0,6}}?{BODY}\b(?! (?:each|every|quarterly|monthly|regularly))|\b(?:proposals?|papers?|options?|case)\b[^.;]{{0,50}}\b(?:is|are) (?:now |also |currently )*(?:before|with) the\b"
)
PUT_FORWARD = re.compile(
    r"\b(?:bid|business case|proposals?|application|request|draft)\b[^.;]{0,40}\b(?:goes|go|will go|is going|is to go|(?:will|is to|are to|to) be (?:put|submitted|presented|taken|laid|made|brought)|comes?)\b[^.;]{0,20}\b(?:to|before|at)\b"
    r"|\b(?:i|we) (?:have |has )?(?:also |therefore )?(?:asked|called) for (?!an? (?:review|report|audit|update)|(?:monthly|weekly|quarterly|regular))[^.;]{3,60} to (?:come|be (?:put|prepared|drawn up|presented|produced|made|ready|brought|submitted|written|published))\b(?! (?:to me )?(?:monthly|quarterly|weekly|regularly|each|every))"
)
REVIEW = r"(?:(?!my\b|this\b)[\w'’-]{1,30} ){0,4}?(?:review|feasibility study|options appraisal|options paper|scoping (?:exercise|study|work)|re-?think|stock-?take)"
REVIEWS = re.compile(
    rf"\b(?:undertaking|conducting|leading|carrying out|commissioned|commissioning|set up|begun|ordered|launched|started|instituted|forms? part of|is part of|awaits?|awaiting|appointed to lead|asked to lead|engaged to (?:conduct|carry out|lead)|pending|subject of|subject to|included in|within|scope of|await the (?:outcome|results?|conclusions?) of) (?:an? |the |that |this |its |his |their )?{REVIEW}\b(?! of progress| of (?:it|them)? ?each)|\b{REVIEW} (?:(?:of|into) (?:[\w'’-]{{1,30}} ){{1,6}}?)?(?:(?:has been|is being|was) (?:set up|set in train|commissioned|ordered|instituted|begun|started|launched)|is (?:now |currently )?being (?:undertaken|conducted|carried out))\b(?=[^.;]*(?:\bto\b|\bwill\b|\bwhich\b|\.|;|$))(?![^.;]{0, 200}\b(?:has|have|was|were) (?:led|resulted|found|concluded|shown|changed)\b)"
    r"|\b(?:yet|still) to (?:reach|come to|form|take|make|arrive at) (?:an? |any |its |his |their )?(?:\w+ )?(?:view|decision|conclusion|judge?ment|mind)\b|\btoo (?:early|soon) to (?:say|judge|tell|decide|know|commit)\b|\bminded to\b|\bawait(?:s|ing)? (?:a |the |its |their |his )?(?:\w+ ){0,2}(?:decision|approval|outcome|conclusions?|ruling|costing)s?\b|\blook(?:s|ing) (?:again|afresh|hard|closely|carefully|once more) (?:at|into)\b|\b(?:open|matter|question) (?:question|for (?:decision|debate|the (?:spring|summer|autumn|winter|new year)))\b|^whether\b[^.;]{5,120}\b(?:is|remains|will be|has (?:yet|still))\b"
    r"|\b(?:proposals?|papers?|options?|costs?|costings?|case)\b(?! (?:files?|of|management))[^.;]{0,50}\b(?:is|are|has been|have been) (?:now |also |currently |being )*(?:before|with|put|submitted|laid|expected at|made) (?:to |before |at )?(?:the|my|our|its|his|chief)\b|\bundecided\b|\bin (?:two minds|the balance)\b|\b(?:weighing|pondering) (?:up )?(?:the|its|this|that|up)\b|\b(?:seeking|taking|awaiting) (?:[\w-]+ )?(?:advice|counsel)\b"
)
DO = r"(?!able\b|hesitate|happen|rest\b|fail|lose|tolerate|recur|repeat|know|need\b|stop\b|let\b|allow|stand for|relent|again)(?:\w+)"
NOT_YET = r"(?![^.;]{0,80}\b(?:until|before|without|unless|only|alone|again|any longer|any more|overnight)\b)"
DECLINES = re.compile(
    rf"\b(?:will|shall|is to|are to|am|is|are) (?:therefore |however |also )?not (?:now |therefore |at present )?(?:going to (?:be )?{DO}|(?:be )(?!able|complete|ready|finished|achieved|in place|available|known|quick|easy|until|there|possible|tolerated|allowed|repeated|forgotten|met|lost|the\b|an?\b|enough|sufficient|needed|required|fully|satisfied|content|left|closed without)(?:\w+(?:ed|en|ut|ilt|one|ept|ade|ought|aid)|tak(?:ing|en)|mak(?:ing)|do(?:ing|ne)|follow(?:ing)|proceed(?:ing)|pursu(?:ing)|introduc(?:ing)|chang(?:ing)|adopt(?:ing))\b){NOT_YET}"
    r"|\b(?:decided|chosen|chose|resolved|elected|determined|opted|preferred|prefers?|concluded|conclude|satisfied|content|intends?|mean)\b[^.;]{0,40}\b(?:not to|that no|no (?:change|action)|to (?:keep|retain|leave|stay with|stand by|maintain) (?:its|the|their|our|his|things|matters|it|local|present|existing|current)|(?:present|existing|current) [\w ]{3,30} (?:serves?|suffices?|is|are|meets?|works?|already))\b"
    r"|\b(?:has|have|had) declined\b|\bdeclin(?:es|ed) (?:to|this|the|it)\b|\bneither (?:i|he|she|the|we)\b[^.;]{3,60}\b(?:accepts?|agrees?|shares?|supports?|believes?)\b|\bnor (?:do|does|will|shall|can) (?:i|he|she|we|it|the (?:force|chief|constabulary))\b"
    r"|\b(?:present|existing|current) (?:[\w-]+ ){1,4}?(?:will|is to|are to|shall) (?:therefore |be |simply )?(?:retained|kept|remain|stay|continue|stand|be left)\b|\b(?:leave|leaving|left) (?:matters|things|it|them|the \w+) (?:just |exactly )?(?:as|where) (?:they|it|he|she) (?:are|is|stands?)\b|\bno (?:change|alteration|further steps?|(?:separate|new|additional|further|such) \w+) (?:is|are|will be|has been|should be) (?:therefore |now )?(?:proposed|planned|intended|contemplated|envisaged|made|created|introduced|taken|to be)\b"
    r"|\b(?:nothing|little) (?:is )?to be gained\b|\bnot (?:be |think it |believe it |regard (?:it|this) as )?(?:an? |the )?(?:good|best|sensible|wise|proper|proportionate|right|efficient) (?:use|thing|course|way)\b|\bserves? (?:it|us|them|the (?:force|county|public)|him) (?:well|best)\b|\b(?:will|shall|to) (?:stand by|keep) (?:its|our|the|their) (?:present|existing|current|own|local)?\b(?=[^.;]*\b(?:model|system|policy|arrangements?|practice|view|method|structure)s?\b)(?![^.;]*\bunder review)"
)
TROUBLED = r"(?:overdue|outstanding|unanswered|waiting|unallocated|unassessed|unread|untrained|unfilled|late|vacant|unresolved|unexamined|unvetted|out of date|delayed|queue|backlogs?|vacanc\w+|gaps?|arrears|delays?)"
IS_DONE = re.compile(
    rf"\bthere (?:is|are)\b[^.;]{{0,35}}\b(?:no|none|nobody)\b[^.;]{{0,20}}(?:\b{TROUBLED}\b|\bleft\b|\bnow\b)|^(?:no|none|nobody|not one)\b[^.;]{{0,50}}\b(?:is|are|remains?|has|have)\b[^.;]{{0,30}}\b(?:{TROUBLED}|now|any longer|today|left)\b|(?<!will )(?<!shall )(?<!to )(?<!be )\bno longer (?!have\b|has\b|fit\b|good\b|acceptable\b|adequate\b|sufficient\b|enough\b|tenable\b|able\b)\w+"
    r"|(?:^|, |\band )(?:the )?(?:force|constabulary|it|they|we|(?:its|the|our|this) (?:system|policy|practice|procedure|form|process|unit|plan|arrangement)s?) (?:now |already |fully |also )?(?:compl(?:y|ies)|meets?|satisf(?:y|ies)|holds?|requires?|records?|covers?|does so|provides?|has (?:had )?such)\b(?![^.;]{0,200}\b(?:not|yet|but|except|although)\b)"
    r"|\b(?:daily|weekly|fortnightly|monthly|quarterly|regular|such) (?:[\w-]+ ){1,4}?(?:commenced|began|started)\b|\b(?:was|were|is|are|been) (?:now |all |both |at once |duly )?(?:done|filled|full|gone|shut|rid of|over|cured|put right|made good|mended)\b(?! (?:in|by) part)(?![^.;]{0,200}\b(?:will|shall|yet)\b)|\bsubject of (?:a |an )?(?:written |force-wide |new )?(?:instruction|order|directive|policy|training)\b"
    r"|\b(?:each|every) (?:\w+ ){1,3}(?:now |already )?(?:has|have|holds|carries|is|are) (?!to\b|being\b|due\b)|\bsince (?:january|february|march|april|may|june|july|august|september|october|november|december|then|the|last|\d)[^.;]{0,30}\b(?:a|an|every|each|all|no|the)\b[^.;]{0,40} (?:has|have|will) \w+|\b(?:passed|handed|transferred|moved|given) (?:over )?to\b[^.;]{3,60}\bon \d|\b(?:gap|problem|defect|weakness|deficiency|omission|fault) (?:has|was|is) (?:been |now )?(?:closed|gone|cured|remedied|ended|mended|filled|no more)\b"
    r"|\bthat (?:began|started) (?:in|on|last)\b|^(?:they|it|these|this|those|both|all) (?!(?:has|have|had|is|are|was|were)\b)\w+\b(?![^.;]*\b(?:not|no|being)\b)[^.;]{0,80}\bsince (?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
IS_PARTLY_DONE = re.compile(
    r"\b(?:has|have) (?:now |already |since )?(?:risen|improved|increased|grown|gone up|climbed|reached)\b[^.;]{0,50}?\b(?:to |at )?(?:\d{1,2}(?:\.\d)? ?(?:per ?cent|%)|[a-z]+(?:-[a-z]+)? per ?cent)|\b(?:although|though|but|yet|while|whilst) (?:the |this |that |there |much |more |it |some )(?:\w+ )?(?:is|are|remains?)(?:n't| not| still| yet| much| more)? (?:yet )?(?:complete|finished|more to (?:do|be done)|(?:to be )?done|unfinished|some way|incomplete|work to do|further to go)\b|\bmaking (?:\w+ )?progress\b|\bpart of the way\b|\b(?:slowly|gradually|steadily|progressively) (?:being |improv|build|fall|ris)\w*|\bhas written to\b[^.;]{3,90}\bto (?:seek|ask|propose|request|press|suggest)\b|\bhave written to\b[^.;]{3,90}\bto (?:seek|ask|propose|request|press|suggest)\b"
    r"|\b(?:in the meantime|as a first step|for the time being|as an interim (?:measure|step))\b|\b(?:further|remaining|other) \w+ remain\b|\bremains? to be (?!commended|congratulated)\w+\b|\b(?:the )?(?:rest|remainder|others) (?:will|are to|is to|to follow|follow|are being|remain)\b|\b(?:has|have) (?:also |now )commissioned\b|\b(?:proceeding|progressing|continuing|advancing)\b(?! (?:to|with) (?:monitor|watch))"
)
ORDERED = re.compile(
    r"\b(?:has|have|is|are|been) (?:now |also |already |been )*(?:ordered|booked|commissioned|scheduled|fixed|set|arranged|planned|secured|approved|agreed|accepted|found|programmed|timetabled|reserved|advertised|made|put|included|identified|earmarked|bought|invited)\b[^.;,]{0,60}$"
)
NEAR = 100  # characters between what was ordered and its day
OUT_OF = re.compile(
    rf"\b(\d{{1,3}}|{number_words(1, 20)}) (?:out )?of (?:the |our |its |these |those |all )?(\d{{1,3}}|{number_words(2, 20)})\b"
)


def is_part(words: str) -> bool:
    """`Nine of the fifteen posts`: some of a number, and not all."""
    return any(_number(some) < _number(all_of) for some, all_of in OUT_OF.findall(words))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def is_promised(words: str, written: str | None) -> bool:
    """What is ordered or fixed for a day after the letter was `written`, though the ordering is done."""
    return any(
        is_ahead(match, written) for match in DATED.finditer(words) if ORDERED.search(words, max(0, match.start() - NEAR), match.start())
    )
