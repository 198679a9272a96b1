"""Sentences after which nothing that was counted is still to be told: others made what is counted, or it was met, or told elsewhere; and remarks upon one of several that do not say what it is (lower case)."""

from __future__ import annotations

import re

from loaders.recognise.words import OTHER_BODIES, number_words

__all__ = ["closes", "excepts", "is_of_others", "is_remark", "tells_another"]

BODY = rf"(?:{OTHER_BODIES}|justice board|inquiry|audit\w*|college of policing|association|safeguarding \w+|scrutiny board|office for police conduct)"
OF_OTHERS = re.compile(
    rf"\b(?:i|we) (?:have |had )?(?:also |myself )?(?:made|make|offered|put forward|sent|drawn up|drew up)\b[^.;:]{{0,30}}\brecommendations?\b"
    rf"|\b{BODY}(?:,[^.;:]{{3,50}},)? (?:has |have |had |also |itself ){{0,2}}(?:made|makes?|put forward|gave|gives?|issued?|offered|identified|raised|recommended)\b"
    rf"|\b(?:recommendations?|areas for improvement)\b[^.;:]{{0,40}} (?:of|from|by|made by) (?:my|our|the) (?:own )?(?:\w+ ){{0,4}}?{BODY}\b"
)
ALL = rf"(?:all|both|none|each|every one|they|these|those|it|the (?:{number_words(2, 10)}))(?: (?:of (?:them|these|those)|{number_words(2, 10)}|but \w+))?(?: (?:of )?(?:the )?(?:recommendations|areas for improvement|afis|causes of concern))?"
MET = re.compile(
    rf"^(?:and |but )?{ALL} (?:has|have|is|are|was|were) (?:now |since |all |already |long |been |fully )*(?:closed|met|completed?|discharged|done|implemented|resolved|signed off|lifted|put right)\b"
)
ABOVE = re.compile(
    r"\b(?:dealt with|answered|set out|covered|mentioned|described|discussed|given)\b[^.;]{0,20}\b(?:above|earlier|already)\b"
)
REMARK = re.compile(
    r"(?:now |also |already |still |much |rather |far |not |by far )*(?:(?:a|the|another|largely a|mainly a|partly a) (?:matter|question) (?:of|for)\b|in (?:the hands|hand|train|place|progress|my|our|its|his|her|their)\b|with (?:the|my|our)\b|for (?:the (?:home|government|college|council|chief)|others|you|another|parliament|ministers)\b"
    r"|to be (?:considered|discussed|decided|reviewed|put (?:to|before)|taken (?:to|up)|done|completed|implemented|met|addressed|examined|looked|introduced|trialled|piloted|tested|published|answered)\b|at (?:the|an?)\b|under\b|different|one (?:that|which|of|with|for)\b|mine\b|ours\b|welcome|fair\b|unfair|right\b|wrong\b|true\b|well (?:made|known|founded)|hard\b|difficult|due\b|ready|out (?:to|for|of)\b|before\b|ongoing|planned|part of\b|the (?:subject|more|most|less|least)\b)"
)
EXCEPT = re.compile(
    r"\b(?:not|nowhere|never|none|outside|beyond|apart from|besides|other than)\b[^.;:]{0,50}\b(?:recommendations?|areas? for improvement|afis?|causes? of concern)\b"
)
ANOTHER = re.compile(
    r"\b(?:also|further|separately|moreover|furthermore|elsewhere|besides|in addition|apart from|other than|as well|in passing|too)\b"
)


def is_of_others(words: str) -> bool:
    """`The panel made two recommendations.` `I have made two recommendations to the Chief Constable.`"""
    return bool(OF_OTHERS.search(words))


def closes(words: str) -> bool:
    """`All have been closed.` `…, and I have dealt with it above.`"""
    return bool(MET.match(words) or ABOVE.search(words))


def is_remark(words: str) -> bool:
    """Whether what is said of the second of several, after `is`, only says how it stands or what it is like."""
    return bool(REMARK.match(words))


def excepts(words: str) -> bool:
    """`Two points are not reflected in the recommendations.`"""
    return bool(EXCEPT.search(words))


def tells_another(words: str) -> bool:
    """Whether a sentence tells of something besides what was announced."""
    return bool(ANOTHER.search(words))
