"""How far an answer has come, where its tense alone misleads: not decided, only partly done, only prepared, running, or refused by doing otherwise."""

from __future__ import annotations

import re

from loaders.recognise.words import MONTH_WORDS

__all__ = ["ASKED", "COMING", "HALF_DONE", "PREPARED", "REFUSED", "RUNS", "STANDS", "UNDECIDED", "WATCHED"]

WHEN = rf"(?:early |late |mid-?)?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:spring|summer|autumn|winter|new year|month|week|year|financial year|{MONTH_WORDS}|20\d\d)\b"
REFUSED = re.compile(
    r"\b(?:make|making|see) no change\b|\b(?:will|shall|'ll) (?:go on|carry on|continue|keep) (?:[\w' ]{0,30})?\w+ing\b[^.;]{0,60}\binstead\b|\b(?:am|remains?|is|are) (?:\w+ )?(?:unconvinced|unpersuaded|(?:not|less|hardly|far from) (?:persuaded|convinced))\b|\bno (?:merit|purpose|point|value|benefit|sense) in\b|\bserve no\b"
    r"|\b(?:do|does|did) not (?:share (?:that|this|the)|see (?:how|why|what|any))\b|\bdon't (?:share|see (?:how|why)|accept|agree)\b|\bdo nothing about\b|\b(?:shall|will) not (?:do|be (?:selling|buying|opening|closing|funding|following|pursuing|asking))\b|\b(?:won't|will not) be \w+ing\b|\bdecided (?:not to|against)\b|\bdo(?:es)? not propose to\b"
)
UNDECIDED = re.compile(
    r"\breserv(?:e|es|ing) (?:my|our|his|her|its|the force's) (?:position|judge?ment|view)\b|\b(?:shall|will|can|to) (?:then )?(?:form|reach|take|come to) (?:a|my|our|its) (?:view|judge?ment|decision|conclusion)\b|\b(?:will|shall|to) (?:then )?decide\b|\bbefore (?:i|we) (?:do|say|decide|commit|agree)\w*\b|\bbefore (?:any|a|the|i|we|making|taking|reaching|forming|deciding|it|he|she)(?: \w+){0,4} (?:decision|decides?|say any more|view|conclusion|commit\w*|respond)\b|\bbefore (?:deciding|committing)\b"
    r"|\bno (?:action|decision|change) (?:is |will be |has been )?(?:\w+ )?until\b|\b(?:has|have)(?:n't| not) (?:yet )?been decided\b"
)
ASKED = re.compile(
    r"\bask(?:ed|ing)? (?:[\w',-]+ ){1,7}?(?:to (?:look (?:again )?(?:at|into)|look again|examine|review(?! (?:its |the |their )?progress)|consider|investigate|assess|explore|advise|re-?think|think again|cost|report (?:to me |back )?(?:on|whether)(?! (?:its |the |their )?progress))|(?<!told )(?:whether|if|why)|for (?:its|his|her|their|an?|the) (?:\w+ )?(?:advice|opinion|view|paper|working papers|options?))\b"
    r"|\bbeen asked (?:by \w+ )?to (?:look|examine|review|consider|investigate|assess|explore|advise|find out|study|analyse|research|report (?:\w+ )*?on)\b|\b(?:is|are|am) (?:now |also )?(?:checking|sampling|auditing|testing|dip-?sampling|studying|surveying) (?:an? (?:\w+ )?(?:sample|selection|number)|some|whether|a random)\b|\bto (?:see|find out|establish|judge|test|discover|learn) (?:whether|if|how far|what|why)\b"
    r"|\bcommissioned\b[^.;]{0,60}\bto (?:examine|review|assess|consider|look|advise|study)\b|\b(?:is|are) with (?:my|our|the|its) (?:legal|solicitors?|lawyers?|counsel|treasurer|advis[eo]rs?)\b|\bawait(?:s|ing)?\b[^.;]{0,80}\bbefore\b|\bconsidering (?:whether|if|how)\b"
)
PORTION = r"(?:\d{1,2} ?(?:per ?cent|%)|(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)? per ?cent|half|most|many|some|nine in ten|\w+ in (?:ten|three|four|five)|\w+ out of \w+|an? (?:third|quarter|majority|handful)|(?:two|three)[ -](?:thirds|quarters|fifths)|nearly all|almost all|(?:two|three|four|five|six) of the (?:four|five|six|seven|eight|nine|ten|twelve))"
HALF_DONE = re.compile(
    rf"(?:^|, |\band |: )(?:so far |already |now )?{PORTION} (?:of (?:them|these|those|the|our|all|its)(?: [\w-]+){{0,3}} )?(?:[\w-]+ ){{0,2}}?(?:has|have) (?:now |already |so far |since )?(?:\w+ )?\w+|\b(?:has|have) been (?:drafted|written|designed|costed|drawn up|tendered|advertised)\b[^.;]{{0,30}} and (?:is|are) (?:now )?(?:with|out|before|at|being|awaiting|going)\b|\b(?:is|are) out (?:at present|now|at the moment|to|for)\b"
    r"|\b(?:completion|take-up|attendance at the course) (?:rate )?(?:now )?(?:stands at|is (?:now )?(?:at )?\d|was (?:at )?\d|has reached)|\bexpects? to (?:finish|complete|conclude|end)\b|\bam (?:now |also |already )?(?!writing|answering|asking|pleased|disappointed|having|sending|looking|considering|being|replying|responding|enclosing|meeting|going|seeking|hoping|relying|publishing|saying)\w{2,}ing\b|\b(?:given|has|with) the task of \w+ing\b|\b(?:is|are) on (?:the|a|that) (?:course|programme)\b|\bin training (?:at the moment|now)\b|\b(?:is|are) (?:being )?(?:tried|tested|piloted) out\b"
)
PREPARED = re.compile(r"\b(?:has|have) (?:now |already |also |since )?agreed to (?!be\b)\w+|\b(?:has|have) (?:now |already |also )?written to\b[^.;]{0,90}\b(?:is|are|shall|will|to)\b|\b(?:has|have) been set aside\b|\bset aside (?:in|for|from)\b|\bhas offered to\b")
COMING = re.compile(
    rf"\b(?:is|are|am) (?:also |now |then )?to (?!(?:be )?(?:ensure|blame|date|commended|praised|congratulated|welcomed|applauded)\b)(?<!aim is to )(?<!purpose is to )(?<!answer is to )(?<!role is to )[a-z]+\b|\b(?:arrive|move|take|join|open|start|begin|launch|come|meet|follow|expire|retire|return|hold|convene)s?\b(?: (?:up|into|to|in)\b)?[^.;,]{{0,40}}\b(?:in|on|from|next|by|this|after) {WHEN}|\b(?:next|later this) {WHEN}|\bproposes? to (?!do nothing)\w+|\barranged for\b"
)
ACTIVITY = r"(?:work|training|recruitment|trial|pilot|review|audit|roll-?out|consultation|project|programme|procurement|planning|building|construction|exercise|inquiry|investigation|vetting|discussions?|talks|preparations?|development)"
RUNS = re.compile(rf"\b(?:an?|the|its|our|this|these) (?!(?:[\w-]+ ){{0,4}}?{ACTIVITY}\b)(?:[\w-]+ ){{1,5}}?(?:began|started|opened)\b(?= (?:in|on|last|at|under|its)\b)")
STANDS = re.compile(
    r"\b(?:stands?|stood|is|are|was|were|now) at \d[^.;]{0,40}|\b(?:up|down) from \w+\b|\bcome down\b|\bgone up\b|\b(?:average|mean|median|typical|usual|longest|wait|time|rate|figure|proportion|number|backlog)\b[^.;]{0,60} (?:was|is|were|are|has been)\b[^.;]{0,40}, (?:against|compared (?:with|to)|down from|up from|as against)\b|\bthere (?:is|are) (?:now )?(?:none|no \w+)(?: \w+)? (?:now|left|today|any longer|any more)\b"
    r"|\b(?:replaced|closed|ceased|ended|came into (?:use|force|effect|being)|went (?:live|to)|took (?:over|effect|up)|fell|dropped|rose|appeared)\b(?: \w+){0,6}? (?:on|in|by|from|to|since|the|three|two)\b|\bhas (?:had|run|kept)\b[^.;]{0,60}\bsince\b|\bgiven effect to\b|\b(?:arrived|joined)\b|\b(?:is|are) (?:now )?(?:in|on) (?:every|each)\b|\bwere given\b"
)
WATCHED = re.compile(
    r"\b(?:has|have) been asked to (?:\w+ )?report (?:back )?(?:to me|on (?:progress|it|this|these|them))\b|\b(?:will|shall|is to|are to) (?:\w+ )?report (?:back )?(?:to me )?(?:on (?:progress|it|this|these|them)|every|each|quarterly|monthly|after|regularly|termly)\b|\b(?:is|are|be) (?:being )?(?:tracked|followed|watched)\b|\b(?:i|we)(?: shall| will|'ll| am| are)?(?: be)? (?:watch|follow|track|keep(?:ing)? (?:a|an) \w*(?:eye|watch)|asking for (?:a|an|regular)|receiv\w+)\w*\b|\basked for (?:a |an )?(?:further|regular|monthly|quarterly|fresh|second) (?:audit|report|update|account|inspection|check)\b|\b(?:i|we) (?:will|shall) (?:also )?receive\b"
    r"|\b(?:will|shall) (?:come|go|be brought|return) (?:back )?to (?:the |my |our )?(?:[\w'-]+ ){0,3}(?:board|panel|committee|meeting|executive)\b|\b(?:i|we) (?:will|shall) return to\b|\b(?:progress|performance|each|all of (?:this|them)) [^.;]{0,50}(?:is|are|will be) (?:reported|tracked|examined|discussed|reviewed|published|watched|followed)\b|\breview the (?:table|list|plan)\b|\b(?:examine|review|see|look at)\b[^.;]{0,40} every (?:week|month|quarter|monday|year)\b|\bchecking (?:up )?on progress\b|\breview(?:ing)? (?:[\w']+ ){0,3}progress\b|\b(?:check|see|satisfy myself) [^.;]{0,40}that (?:both|all|each|the|these)\b[^.;]{0,60}(?:carried out|done|implemented|completed|met|finished)\b|\bstanding items?\b|\b(?:remains?|stays?|be|sits) (?:\w+ )?(?:on the agenda|before (?:my|the) )|\b(?:sits|meets) every\b|\bgo through [^.;]{0,60}each month\b|\bcontinue to watch\b"
)
