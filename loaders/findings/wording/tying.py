"""The words that tie what was found to the name of its kind: articles, verbs and prepositions, in lower case."""

from __future__ import annotations

import re

from loaders.recognise.words import MONTH_WORDS, OTHER_BODIES

__all__ = [
    "BY_OTHERS",
    "COMMENTING",
    "EARNING",
    "HMICFRS",
    "HOLDING",
    "MATTER_ENDS",
    "NEGATED",
    "NO_MATTER",
    "ONE",
    "ONE_OF",
    "POST",
    "PREPOSITION",
    "RECIPIENT",
    "RELATES",
    "SAYING",
    "SAYS",
    "THE_FORCE",
    "THINGS",
    "VERB_FIRST",
]

THING = r"(?P<thing>area (?:identified )?for improvement|afi|recommendation|cause of concern|such (?:area|one|cause))\b(?: ?\((?:afi|coc|\d{1,2})\))?"
THINGS = r"(?P<thing>areas (?:identified )?for improvement|afis|recommendations|causes of concern)\b(?: ?\((?:afis|cocs)\))?"
HMICFRS = r"(?:hmic(?:frs)?|(?:the |these |his majesty's |her majesty's )?(?:inspectors|inspectorate|inspection(?: team)?|report)|they|it)"
THE_FORCE = r"(?:us|it|them|(?:the|our|each|every|all) (?:[\w-]+ ){0,2}?(?:forces?|constabulary|police(?: service)?|service|chief constables?|chief officers)|chief constables|forces)"
THE = r"(?:an?|the|one|its|their|this|another|our|his|that|(?:\w+ )?(?:inspectors'|hmic(?:frs)?'s|inspectorate's|report's))"
ONE = rf"{THE}(?: (?!(?:of|and|areas?|no|not|had|has|have|is|was|were|made|makes?|gave|that|which|or|than)\b|recommend)[\w-]+){{0,3}}? {THING}"
ONE_OF = rf"one of (?:the|its|their|these) (?:[\w-]+ ){{0,2}}?{THINGS.replace('?P<thing>', '?P<things>')}"
MADE = r"(?:made|given|issued|raised|recorded|addressed|directed|identified|set|left|reported|put|entered|laid|noted|found|listed)"
POST = (
    rf"(?: \([^()]{{2,40}}\))?(?:,? (?:(?:(?:was|is|were|are|has been|have been|had been|being|it|they|which was|which were) )?(?:also |again |therefore |then )?{MADE}"
    r"|in|of|to|for|by|here|from|under|(?:that|which) (?:i|we|the inspectors|inspectors|hmic\w*|the report|it|they))\b(?:(?! (?:is|was|has|have|will|depends?|rests?|grows?) )[^.;:,()]){0,50}?,?)??"
)
VERB_FIRST = (
    r"(?:was|were|is|are|has|have|had|will|would|can|could|may|might|should|must|i|we|you|remains?|appl(?:y|ies)|relates?|concerns?|comes?|came|flows?|falls?|follows?|carr(?:y|ies)|(?:the )?(?:hmic\w*|inspect\w+|report|commissioner)"
    r"|my|they|it (?:made|makes|gave|raised|identified|issued|found)|bears?|deals?|calls?|asks?|requires?|urges?|touch\w*|affects?|needs?|need|attract\w*|also)\b"
)
SAYS = r"(?:writes?|wrote|says?|said|finds?|found|notes?|noted|thinks?|thought|reports?|reported|believes?|believed|considers?|considered|concludes?|concluded|states?|stated|suggests?|suggested|observes?|observed|adds?|added|feels?|felt|tells? us|told us|remarks?|remarked|points? out|pointed out|warns?|warned|judges?|judged|insists?|insisted)"
SAYING = r"(?:is|was|were|are|being|it being|reads?|runs?|asks?|asking|asked|requires?|requiring|required|says?|saying|said|states?|stating|stated|urg\w+|insist\w*|demand\w*|suggest\w*|propos\w+|provid\w+)"
PREPOSITION = r"(?:about|on|concerning|regarding|in respect of|with respect to|in relation to|in regard to|with regard to|relating to|as to|over|around|to do with|touching(?: on)?|covering|arising from|for|in)"
RELATES = (
    r"(?:concern(?:s|ed)?|relate[sd]? to|deals? with|dealt with|cover(?:s|ed)?|ar(?:ises?|ose) from|address(?:es|ed)|refers? to|referred to|(?:is|was|are|were) (?:about|on|for|in respect of|in relation to|concerned with|directed (?:at|to))"
    r"|touche?[sd]? (?:on|upon)|bears? (?:on|upon)|ha(?:s|ve) to do with|looks? at|goes? to|stems? from|turns? on|l(?:ay|ies) in|consist(?:s|ed) (?:in|of)|rest(?:s|ed) on|(?!(?:is|was|are|were|has|depends|comments?|commented|focus\w*|reports?|reported)\b)\w+(?:s|ed) (?:on|upon|against|around|about))"
)
RECIPIENT = (
    r"(?:page|pages|paragraph|paragraphs|full|part|turn|addition|due|response|improvement|which|whom|me|us|it|20\d\d|(?:the|this|that|our|each|all|every|my|its|your|other|police|chief|both)?(?: ?(?:own|first|second|last|same|individual|said|other|whole|local|chief|police|home|national|following|relevant|two|three))?"
    r" ?(?:reports?|forces?|constabular(?:y|ies)|police|service|constables?|officers?|letter|section|parts?|areas?|chapter|pillar|question|inspection|home office|home secretary|college of policing|npcc|government|public|year|month|below|annexe?|appendix|schedule|table|inspectorate"
    r"|inspectors|commissioner|board|panel|website|first|second|third|fourth|issue|matter|subject|point|topic|terms|words|office|secretary|college|others|" + MONTH_WORDS + r"|spring|summer|autumn|winter|press|minutes?|briefing|meeting|website|media))(?=[,.;:)]|$| (?:is|was|has|have|are|were|that|which|and|in|of|i|we|\d)\b)"
)
MATTER_ENDS = r"(?=,? (?:(?:has|have|had|is|was|will|are|were|remains?|came|comes|began|i|we|shall|sergeants|officers)\b|and (?:i|he|she|it|we|this|that|the (?:force|chief)|work|has|have|is|was|were)\b|but|though|although|because|so that|so\b|which|who\b|as (?:an?|one)\b)|, |[.;:()]| -|$)"
EARNING = (
    r"(?:attract(?:s|ed)?|drew|draws|earn(?:s|ed)?|receive[sd]?|gives? rise to|gave rise to|given rise to|leads? to|led to|result(?:s|ed)? in|prompt(?:s|ed)?|occasion(?:s|ed)?|merit(?:s|ed)?|warrant(?:s|ed)?|generate[sd]?|produce[sd]?|brought|brings|bec(?:a|o)mes?"
    r"|(?:is|was|are|were|forms?|formed|became|becomes|been|remains?|makes) (?:the |a )?(?:subject|basis|matter|ground)s? (?:of|for)|(?:is|was|were|are) (?:considered|held|judged|thought|said|found|deemed) to (?:amount to|be|constitute)|amount(?:s|ed)? to|constitute[sd]?)"
)
HOLDING = r"(?:consider|regard|see|seen|view|treat|class|list|record|identif|describ|giv|gave|cit|nam|count|put|flag|highlight|judg|mark|not|rais|report|pick|single|point|mention|call|label|categoris)"
NO_MATTER = re.compile(
    r".{0,40}\b(?:nothing|none|neither)\b.{0,60}|(?:the|this|that|a) (?:[\w-]+ )?(?:matter|point|thing|question|issue|one)\b.{0,60}|(?:signed|closed|lifted|made|met|raised|given|taken|dealt|agreed|accepted|completed|answered|welcomed|noted|looked)\b.{0,60}|(?:a|the|its) (?:reply|response|answer)\b.{0,60}|(?!.*\b(?:should|must|needs?|ought)\b)(?:at|by|with|from|in|under|before|after|within|during|until)\b.{0,30}|(?:now |well |also |all )*(?:in (?:hand|progress|train|place)|under ?way|complete|met|done|being|closed|accepted|on track|discharged|achieved)\b.{0,40}|(?:this|that|it|they|we|i|he|she|those|these|both|none|which|what|there|(?:the|this|that|our|its|each|every|such|my|a|one|his|her|no|any|another)(?: [\w-]+)?(?: of the)? (?:force|constabulary|police|report|inspect\w+|chapter|section|visit|question|pillar"
    r"|result|following|letter|review|commissioner|area|first|second|matter|board|chief constable|latter|former|point|work|judgement|grade))(?: (?:also|has|have|had|again|therefore|itself|only|was|were|in \w+|of \w+))*|.{0,60}\b(?:identified|found|made|issued|raised)|.{0,40}\bno\b.{0,40}"
)
BY_OTHERS = re.compile(
    rf"\b(?:{OTHER_BODIES}|audit|college|my own|i (?:made|make|have made)|independent office|parliament)\b"
)
COMMENTING = re.compile(r"\b(?:i|we|chief constable|force) (?:\w+ )?(?:comment|respond|repl|answer|say|report)\w*\b")
NEGATED = re.compile(
    r"\b(?:not|never|without|hardly) (?!(?:dispute|contest|quarrel|challenge|object|deny|question|accept|agree|reject|support|content|surprised)\b)[\w ]{0,20}$"
)
