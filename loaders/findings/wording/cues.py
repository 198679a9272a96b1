"""The words by which letters report what inspectors found: patterns over lower-case shadow text."""

from __future__ import annotations

import re

from loaders.recognise.words import number_words

__all__ = [
    "ATTRIBUTION",
    "CHIEF_CONSTABLES",
    "CONTENTLESS",
    "FIRST_PERSON_WANT",
    "GENERIC",
    "GRADING",
    "IMPROVED",
    "NATIONAL",
    "REPORTING",
    "SHORTCOMING",
    "UNATTRIBUTED",
    "content_words",
]

VERBS = (
    r"(?:identif(?:y|ies|ied)|highlight(?:s|ed)?|confirm(?:s|ed)?|f(?:i|ou)nds?|state[sd]?|note[sd]?|says?|said|comment(?:s|ed)?|conclude[sd]?|recogni[sz]e[sd]?|"
    r"suggest(?:s|ed)?|indicate[sd]?|raise[sd]?|point(?:s|ed)?(?: out| to)?|makes? (?:it )?clear|made (?:it )?clear|express(?:es|ed)?|critici[sz]e[sd]?|"
    r"observe[sd]?|report(?:s|ed)|reveal(?:s|ed)?|show(?:s|ed)?|assesse[sd]|(?:up)?grade[sd]|judge[sd]|rate[sd]|consider(?:s|ed)|describe[sd]?|estimate[sd]?|outline[sd]?|recommend(?:s|ed)?|"
    r"touche[sd] on|refer(?:s|red) to|acknowledge[sd]?|saw|felt|fe(?:el|els)|believe[sd]?|detect(?:s|ed)?|uncover(?:s|ed)?|remark(?:s|ed)?|"
    r"warn(?:s|ed)?|wr(?:ites?|ote)|thinks?|add(?:s|ed)|(?:tells?|told) (?:us|me|the force|the constabulary)|question(?:s|ed)?|call(?:s|ed) for|want(?:s|ed)?|ask(?:s|ed)?|draws? attention to|drew attention to|cite[sd]?|argue[sd]?|"
    r"register(?:s|ed)?|record(?:s|ed)|flag(?:s|ged)?|t(?:akes|ook) issue with|thought|mention(?:s|ed)?|(?:is|was|were|are) critical (?:of|that)|were concerned|was concerned|are concerned|is concerned|remain concerned)"
)
ADVERBS = r"(?:(?:also|had|does|did|do|further|however|has|have|rightly|again|still|therefore|nevertheless|then|correctly|particularly|specifically|goes on to|go on to|went on to),? ){0,3}"
INSPECTORS = (
    r"(?:reports?|hmic(?:frs)?|hmip|cqc|inspect(?:ors|orate|ion)s?|inspection team|review team|they|it|(?:the|this|their) (?:reviews?|assessment|audit|document|revisit|study|letter"
    r"|chapter|section|summary|fieldwork|debrief)|(?:its|the) authors|an? (?:\w+ )?(?:paragraph|passage)|majesty's inspectors)"
)
REPORTING = re.compile(rf"\b{INSPECTORS}(?: \([^()]{{1,40}}\))?,? {ADVERBS}{VERBS}\b|\b{INSPECTORS} \w+(?:ed|ent|aw|ook|ead|met)\b[^.;:,]{{2,60}} and (?:found|saw|noted|concluded|discovered|learned)\b")
ATTRIBUTION = re.compile(
    rf"\b{INSPECTORS}(?: \([^()]{{1,40}}\))?,? {ADVERBS}{VERBS}\b|\b{INSPECTORS} \w+(?:ed|ent|aw|ook|ead|met)\b[^.;:,]{{2,60}} and (?:found|saw|noted|concluded|discovered|learned)\b"
    r"|\b(?:was|were|been|is|are|being) (?:also |again |initially |first |previously |further )?(?:identified|highlighted|raised|noted|criticised|found|recommended|reported|"
    r"flagged|observed|judged|graded|rated|described|characterised|labelled|deemed|thought|considered|said) ?\b"
    r"|\b(?:highlighted|identified|raised|found|noted|made|outlined|listed|set out|expressed) (?:by|in|within|during) (?:the |this |their |its )?(?:hmic|inspect|report|review)"
    r"|\binspect\w+ (?:were|are|was|is) right (?:that|to)|\binspect\w+ would (?:have|like|want)\b|\bin (?:the |its |their )?(?:inspect\w+'?|hmic\w*'s|report's)? ?(?:own )?words\b|\baccording to (?:the |this )?(?:hmic|inspect|report)|\bin (?:the )?(?:inspect\w+'?s?|hmic\w*'?s?|report's?) (?:judge?ment|view|opinion|eyes|assessment|estimation)\b|\b(?:the )?(?:inspect\w+'s?|hmic\w*'s?|report's) (?:\w+ )?(?:concerns?|criticisms?|complaints?|worry|finding|view|verdict) (?:is|was|are|were|remains?)\b|\bconcerned to (?:see|read|note|learn)\b|\b(?:the|its|their|a|one) (?:\w+ )?(?:conclusion|remark|observation|criticism|complaint)\b[^.;]{0,45} that\b"
)
SHORTCOMING = re.compile(
    r"\b(?:ha[ds]|have) no (?!concerns?|difficult|doubt|quarrel|complaint)\w+|\btoo (?:heavily|\w+ly)\b|\b(?:unduly|uncertain|overstretched|cramped|disjointed)\b|\bno longer fit\b|\bneeds? (?:to|for|further|greater|more|better)\b|\bneed(?:s|ed|ing)? (?:improv|attention|strengthen|further|to be)|\bneeds improvement\b|\bthere needs to be\b"
    r"|\brequir(?:es?|ed|ing) (?:improvement|attention|further|more|strengthening|better|greater)\b|\bshould\b|\bmust\b|\bought to\b|\brequired to (?:improve|do more)"
    r"|\bcould (?:be (?:better|improved|stronger|strengthened|clearer|more|done)|do (?:more|better)|have|improve|and should)\b|\bcan (?:do better|be improved|be done better|be better|improve)\b"
    r"|\b(?:more|further)(?: work)?(?: \w+){0,2} (?:needs? to be|to be|to|can be|could be|should be|must be|that can be|that could be|remains to be) done?\b|\bmore work to do\b|\bmore to do\b"
    r"|\broom for improvement\b|\bscope (?:for|to)\b|\bareas? for (?:improvement|development)\b|\bimprovements? (?:is|are|was|were|still|that) (?:needed|required|necessary|to be)"
    r"|\b(?:needs?|needed) improvement\b|\black(?:s|ed|ing)?\b|\babsence of\b|\bno (?:clear |real |formal |consistent |dedicated |single |robust |obvious |effective |structured |"
    r"overall |written |recorded |current |systematic )?(?:evidence|process|system|link|policy|plan|strategy|training|record|oversight|governance|mechanism|way|means|audit|supervision|"
    r"guidance|dedicated|inspector|records|monitoring|assessment|framework)\w*\b|\blittle\b|\blimited\b|\binsufficient\w*|\binadequate\w*|\binconsisten\w+|\bpoor(?:ly)?\b|\bweak(?:ness(?:es)?)?\b"
    r"|\bgaps?\b|\bfail(?:s|ed|ing|ings|ure|ures)?\b|\bdelay(?:s|ed)?\b|\bbacklogs?\b|\bunable to\b|\b(?:does|do|did|was|were|is|are|has|have|had|could|can|would)(?: not|n't)\b|\bcannot\b"
    r"|\bnot (?:always|consistently|sufficient\w*|effective\w*|yet|fully|currently|compliant|routinely|being|enough|all|adequate\w*|properly|well|known|available|recorded|recording)\b"
    r"|\btoo (?:few|many|long|slow\w*|often|much|little|late|low|high|reliant|great)\b|\bconcern(?:s|ed|ing|ingly)?\b|\brisks? (?:of|that|to|being)\b|\bat risk\b|\blead to\b|\bdisappoint\w+"
    r"|\bshortcomings?\b|\bshortfalls?\b|\bdeficien\w+|\bunacceptabl\w+|\bslow(?:ly|er)?\b|\bineffective\w*|\binefficien\w+|\binappropriate\w*|\bincomplete\b|\byet to\b|\boutstanding\b"
    rf"|\bonly (?:been )?(?:developed|{number_words(1, 10)}|half|a|some|\d+)\b|\bone of (?:only )?(?:\w+) forces\b|\bfewer than\b|\bless than\b|\bbelow\b|\bworse\b"
    r"|\bexcessive\w*|\bover-?reliance\b|\bunder-?(?:record|report|us|resourc|staff)\w*|\bout of date\b|\bmissed\b|\bmissing opportunit|\bvariable\b|\bpatchy\b|\bunclear\b|\bproblem(?:s|atic)?\b"
    r"|\bunsatisfactory\b|\bunnecessar\w+|\ban? (?:\w+ )?issues?\b|\bissues? (?:with|around|relating|regarding|of|in relation)\b|\bhampered\b|\bhindered\b|\bstruggl\w+|\bun(?:aware|supported|trained|recorded|supervised|allocated|assessed|met)\b|\bcould be (?:more|made)\b"
    r"|\brecommend(?:s|ed)? that\b|\bopportunit(?:y|ies) to (?:improve|develop|do)|\boverdue\b|\bwithout (?:any |a |an |the |proper |adequate |sufficient )?\w+|\bnot\b|\blonger than\b|\brarely\b|\bseldom\b"
    r"|\bdisproportionate\w*|\bconfus\w+|\bmisunderst\w+|\binaccura\w+|\bdecline[ds]?\b|\bdeteriorat\w+|\bvaried\b|\bvaries\b|\bhad (?:fallen|dropped)\b|\bwaiting\b|\bpressures?\b"
    r"|\b(?:would|could|might) (?:be better|benefit|do well|gain|profit|usefully)\b|\b(?:questionable|wanting|doubtful|uneven|haphazard|erratic|sluggish|lax|muddled|unreliable|neglect\w*|overlook\w*|laps(?:e|ed|es)|stretched|overwhelmed|unsure|unfamiliar|ill-equipped|abandoned|unanswered|untimely|unresolved|shortages?|scant|sparse|piecemeal|fragmented|cumbersome|unclear)\b"
)
UNATTRIBUTED = re.compile(
    r"\bmore (?:(?:needs? |that (?:can|could) |can |could |should |still )*(?:to )?be done|to be done|work to do|to do) (?:to |in |on |around |with )(?!fully implement)"
    r"|\b(?:remains?|is|still) (?:more |further |much |some |still )?(?:work|scope|room) to (?:do|be done) (?:on|around|in|with|to improve)\b"
    r"|\bimprovements? (?:is|are) (?:still )?(?:needed|required)\b|\bareas? (?:still )?to be improved\b.*\bsuch as\b"
    r"|\bis (?:also )?a (?:particular|serious|significant|real|major|continuing|key) (?:area of )?concern\b|\bthere (?:were|was|are|is) (?:some |a number of |several |clear |also |still )*(?:weakness\w*|shortcoming\w*|failings?|deficienc\w+|gaps|an? lack|no dedicated)\b"
    r"|\bhas (?:still )?yet to\b|\bhave (?:still )?yet to\b|\bdisappoint(?:ed|ing) (?:that|to (?:see|note|read|learn)|with|by|in)\b|\bconcerned (?:to (?:see|read|note|learn)|that)\b"
    r"|\b(?:longer|slower|higher|lower|worse) than (?:i|we|it|they|licence|the public|is|would|expected)\b|\b(?:does|do|did) not (?:currently |yet |always |consistently |have|allow|follow|meet|provide|record|comply|fully|ensure)"
    r"|\b(?:force|constabulary|police|service|unit|department)(?: does| still| also|,)*\s?needs? to (?!continue|remain|be congratulated)\w+"
    r"|\bclause of concern\b|\bi (?:have |had )?raised (?:my )?concerns? with (?:the |my )?chief constable\b|\b(?:is|are|was|were) not (?:being |always |consistently |yet |sufficiently |fully |currently )?(?:compliant|recorded|met|complied|acceptable|good enough|adequate)"
    r"|\bforces? (?:has|had) failed to\b|\b(?:remain|is|are) (?:still )?insufficient\b|\bone of (?:only )?(?:the )?\w+ forces (?:\w+ )?(?:unable|fail|not)\w*|(?<!report )(?<!inspection )(?<!hmic )(?<!hmicfrs )(?<!document )\b(?:fails|is failing|are failing) to\b|\binconsistent approach\b|\ba need for (?:the |both )?(?:force|constabulary|police|officers|service)s? to\b"
)
GRADING = re.compile(
    r"\b(?:to|as) requir(?:e|ing) improvement\b|\binadequate (?:at|in) \w+ing\b|, improvement is required\W*$|\b(?:to be|as) (?:inadequate|outstanding|good|adequate)\b|\b(?:overall judge?ment|graded?(?! for an?\b| as (?:an? )?(?:emergency|priority|urgent))|grading|rated|ratings?|judged (?:as|to be|the force)|judge?ment (?:of|is|was)|assessed (?:as|to be)|lesser judge?ment|require(?:s|d)? improvement (?:in|for|at|across|with) (?:its |the |how |each |both |all |way |it )*(?:keep|protect|prevent|investigat|respond|manag|support|treat|understand|plan|build|tackl|reduc|disrupt|develop|provid)\w*|requires? improvement (?:in|for|at|across|with) (?:its |the |how |each |both |all )*(?:\w+ )?(?:effective|efficien|legitima|leadership|three|categor)\w*|was judged|is judged|were judged|given a)\b"
)
IMPROVED = re.compile(
    r"\b(?:no (?:\w+ )?(?:concerns?|issues|causes? of concern|areas for improvement|recommendations)|without delay|not only|"
    r"(?:has|have|had) (?:already |now |since |all )?(?:reduced|fallen|been (?:addressed|resolved|rectified|eliminated|cleared|reduced|completed|implemented))|"
    r"(?:has|have) (?:now |since |already )*(?:closed|removed|lifted|discharged|withdrawn|signed off) (?:the|its|this|that|both|all)|reduc(?:ed|ing|tion in) (?:the )?(?:delays?|backlogs?)|is no longer|are no longer|not an issue|well below|not identify any|did not (?:identify|find|make|raise))\b"
)
FIRST_PERSON_WANT = re.compile(
    r"\b(?:i|we) (?:would |will |shall |also |strongly |therefore |have |do |firmly |personally |continue to |had )*(?:like|want|expect|ask|asked|urge|call|believe|hope|look|intend|consider|think|wish|would|agree|"
    r"committed|wrote|remain|accept|recognise|see)\b|\bmy (?:view|opinion|concerns?|priorit)|\bour concerns?\b|\bin my (?:view|opinion)|\bgovernment (?:should|must|needs)"
)
GENERIC = re.compile(
    rf"\b(?:number(?: of)?|some|several|many|various|any|other|small number of|range of|series of|clear|those|these|specific|further|few|all|all of|all the|national|\d+|{number_words(1, 13)}) "
    r"(?:of )?(?:the |clear |specific |national |other |suggested |main |key |important |small |further |such |relevant |formal )*"
    r"(?:issues?|areas?(?: (?:for|of) (?:improvement|concern|development|focus))?|recommendations?|conclusions?|improvements?|points?|findings|afis|concerns|lessons|challenges|causes of concern|themes)\b"
    r"(?! (?:around|relating|regarding|concerning|about|in relation to|that (?:the )?(?:force|officers)))"
    r"|\bareas? (?:that|which) (?:require|need)|\bareas? (?:requiring|needing|in need)|\bareas for improvement (?:highlighted|identified|within|in|that|which|are|were|have)|\bareas where (?:further |some )?improvements?|\bareas (?:identified )?for improvement\b"
)
STOP = frozenset(
    ["a", "about", "above", "across", "action", "actions", "activity", "address", "addressed", "addressing", "afi", "afis", "after", "again", "all", "already", "also", "although", "always", "an", "and", "another", "any", "approach", "are", "area", "areas", "as", "at", "audit", "based", "be", "because", "been", "before", "being", "below", "best", "better", "both", "but", "by", "can", "carry", "chief", "clear", "clearly", "comment", "comments", "commissioner", "concern", "concerned", "concerns", "constable", "constables", "constabulary", "consider", "continue", "continues", "could", "current", "currently", "deal", "detailed", "develop", "developed", "developing", "development", "did", "do", "does", "doing", "done", "due", "each", "either", "ensure", "ensured", "ensures", "ensuring", "enough", "etc", "even", "ever", "every", "explain", "fact", "few", "find", "finding", "findings", "first", "focus", "focused", "following", "for", "force", "force's", "forces", "found", "from", "full", "fully", "further", "future", "get", "give", "given", "go", "going", "good", "had", "has", "have", "having", "he", "her", "here", "highlight", "highlighted", "highlights", "him", "his", "hmic", "hmicfrs", "how", "however", "i", "identified", "identifies", "identify", "if", "implement", "implemented", "implementing", "important", "improve", "improved", "improvement", "improvements", "improving", "in", "include", "included", "including", "indeed", "inspection", "inspections", "inspector", "inspectors", "inspectorate", "into", "is", "issue", "issues", "it", "its", "itself", "just", "keep", "key", "know", "last", "like", "made", "main", "majesty's", "make", "makes", "making", "many", "may", "me", "met", "might", "more", "most", "much", "must", "my", "national", "need", "needed", "needs", "next", "no", "nor", "not", "note", "noted", "now", "number", "of", "off", "office", "on", "one", "only", "or", "order", "other", "others", "our", "out", "over", "overall", "own", "part", "particular", "particularly", "pcc", "performance", "place", "plan", "plans", "point", "points", "police", "policing", "possible", "process", "processes", "progress", "provide", "provided", "provides", "public", "put", "raise", "raised", "really", "recognise", "recognised", "recommendation", "recommendations", "recommended", "reflect", "regard", "relation", "relevant", "remain", "remains", "report", "reports", "require", "required", "requirements", "requires", "respect", "response", "responses", "review", "reviewed", "same", "section", "see", "seen", "series", "service", "services", "set", "several", "shall", "she", "should", "show", "since", "so", "some", "specific", "state", "stated", "states", "step", "steps", "still", "such", "take", "taken", "taking", "than", "that", "the", "their", "them", "themselves", "then", "there", "therefore", "these", "they", "thing", "things", "this", "those", "three", "through", "thus", "to", "together", "too", "towards", "two", "under", "until", "up", "upon", "us", "use", "used", "very", "view", "was", "way", "ways", "we", "welcome", "well", "were", "what", "when", "where", "whether", "which", "while", "who", "whole", "why", "will", "with", "within", "without", "work", "worked", "working", "would", "year", "years", "yet", "you", "your"]
)
WORD = re.compile(r"[a-z][a-z'&/-]+|\b\d{3}\b")
CHIEF_CONSTABLES = re.compile(r"^(?:(?:by|within|with) [^,]{3,30}, |immediately,? )?(?:police forces|forces|chief officers|chief constables) (?:should|must|need)|\b(?:all|for|by|every|each) (?:of the )?chief constables?\b(?!'s)|^chief constables\b|\b(?:all|every) (?:police )?forces?\b")
NATIONAL = re.compile(r"\b(?:updat|chang|amend|reform|new|revis)\w*(?: \w+){0,2} legislation\b|\b(?:home office|college of policing|npcc|acpo|national police chiefs|government|home secretary)\b.{0,40}\b(?:should|must|needs? to)\b|\bsharing of medical\b|\bnational level\b")
CONTENTLESS = 2  # a clause with fewer words that say what it is about states nothing


def content_words(text: str) -> frozenset[str]:
    """The words of `text` that say what a matter is about."""
    return frozenset(word.strip("'-/&") for word in WORD.findall(text.lower()) if word.strip("'-/&") not in STOP)
