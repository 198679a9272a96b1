"""The words by which letters speak of the past and of the report itself: raised before, still open, said again, disputed (lower case)."""

from __future__ import annotations

import re

__all__ = ["AGAIN", "BEFORE", "CALLED", "CONTINUING", "DATED", "DISPUTE", "ECHO", "GRADE", "OTHER_REPORT", "REPORTLY", "SAID_THEN", "SELF", "SINCE", "STILL", "YEAR"]

BEFORE = re.compile(
    r"(?P<what>[^.;,]{2,120}? (?:was|were|had been|has been|have been) (?:\w+ )?(?:initially|first|originally|previously|already) (?:raised|identified|highlighted|reported|noted|found|flagged|made)\b[^.;,]{0,80}?)(?= but\b| and (?:i|we|the|that|has|have|was)\b|[.;,]|$)"
    r"|\b(?P<raised>(?:hmic\w*|inspectors|(?:the|its|their) (?:\w+ )?(?:inspectorate|report|inspection)) (?:had |has |have )?(?:initially |first |originally |previously |already )+(?:raised|identified|highlighted|reported|noted|found|flagged)\b[^.;,]{5,120}?)(?= but\b| and (?:i|it|we|the|that|has|have|was)\b|[.;,]|$)"
    r"|\b(?:said as much|said the same|made the same point)\b[^.;]{0,30}(?:19|20)\d\d\b|\b(?P<series>it has (?:now )?featured in [^.;,]{3,60}|(?:for )?the (?:second|third|fourth) (?:successive|consecutive) (?:year|report|inspection)|(?:successive|consecutive) reports)\b"
    r"|\b(?:previously|first|initially|originally) (?:raised|identified|highlighted|reported|flagged)\b|\b(?:raised|identified|highlighted|reported|flagged|made) (?:\w+ ){0,4}?(?:previously|before|in (?:our|the|their|its) (?:last|previous)(?! (?:\w+ )?(?:years?|months?|weeks?)\b)|in (?:19|20)\d\d)\b"
    r"|\b(?:was|were) (?:also )?(?:expressed|raised|made|identified|highlighted|noted|reported) in (?:the |its |their )?[^.;]{0,40}(?:report|inspection) of (?:19|20)\d\d\b|\b(?:was|were) (?:raised|identified|highlighted|an area for improvement|a cause of concern|a recommendation) in (?:the |its |their )?(?:\w+ ){0,4}(?:19|20)\d\d\b"
)
STILL = re.compile(
    r"\b(?:still |remains? )(?:outstanding|an? (?:area for improvement|concern|issue|cause of concern|problem)|unresolved|a matter|open)\b|[;,.] (?:these|this|they|it) (?:still )?remains?\b\W*$|\b(?:recommendations?|areas? for improvement|afis?)[\w ]{0,30}? (?:which|that)? ?(?:is|are|remain\w*) (?:still )?outstanding\b|\brepeat(?:s|ed|ing)? (?:of )?(?:the |an? |its )?(?:\w+ )?(?:recommendation|finding|concern|area for improvement|afi)\b"
    r"|\b(?:same|similar) (?:issue|concern|finding|recommendation|area|problem)s? (?:as|was|were|identified|that|which)\b|\bhas not (?:yet )?been (?:addressed|resolved|implemented|completed)(?:[^.;]{0,40}) since\b"
)
CONTINUING = re.compile(r"\b(?P<what>(?:continu(?:ing|ed)|persistent|ongoing|recurring|repeated) (?:delays?|concerns?|failures?|failings?|backlogs?|problems?|weakness\w*|lack|shortcomings?|issues?|difficult\w+)(?: (?!as (?:an?|one)\b)[\w'-]+){0,12})")
AGAIN = re.compile(r"\bonce (?:again|more)\b|\b(?:found|identified|highlighted|raised|noted|reported|criticised) again\b|\bagain (?:found|identified|highlighted|raised|noted|reported|criticised|been)\b|\bas (?:it|they|hmic\w*|inspectors) did in (?:19|20)\d\d\b")
OTHER_REPORT = re.compile(r"\b(?:report|inspection)[^.;]{0,40}?,? (?:published|released|issued|dated|carried out|undertaken|conducted|of|in) (?:in )?(?:\w+ )?(?P<year>(?:19|20)\d\d),?[^.;]{0,20} (?:identified|found|highlighted|raised|recommended|noted)\b|\b(?P<year2>(?:19|20)\d\d) (?:\w+ ){0,3}(?:report|inspection) (?:\w+ )?(?:identified|found|highlighted|raised|recommended|noted)\b")
SELF = re.compile(r"\s*(?:(?:however|in addition|although|as),? )?(?:i (?:am|was) (?:also )?aware that |i (?:note|understand|know|recognise|acknowledge) that |it should be noted that )?")
DISPUTE = re.compile(
    r"\b(?:take issue with|part company with|not evidenced|misleading|inaccurac(?:y|ies)|factually (?:incorrect|inaccurate)|(?:respectfully |strongly |fundamentally |do )?disagree|(?:do|does|did|cannot|can) not (?:agree|accept|recognise|share)|(?:report|inspection|hmic\w*|inspectors|it) (?:also |therefore )?(?:fails|failed|does not|did not|has not|have not) (?:to )?(?:also )?(?:reflect|recognis\w*|acknowledg\w*|take (?:\w+ )?account|take into account|consider|appreciate|fully)|"
    r"(?:dispute|challenge|contest|question|reject)(?:s|d|ed)? (?:the |this |these |that |some |hmic\w*'s? |any )*(?:findings?|conclusions?|judge?ments?|grading|assessment|accuracy|evidence|view|assertion|implication|suggestion|criticism|methodology|interpretation)|unfair(?:ly)?|unjustified|not (?:a )?(?:fair|accurate|true|balanced) (?:reflection|picture|assessment|representation)|disappointed (?:with|by|at) the (?:judge?ment|grading|tone|language)|out of date)\b"
)
CALLED = re.compile(r"\bas an? (?:\w+ )?(issue|concern|area for improvement|recommendation|cause of concern)\b")
REPORTLY = re.compile(r"\b(?:report|hmic\w*|inspect\w+|findings?|judge?ments?|grad(?:e|ing)|recommendations?|document|implication|assessment|conclusion)\b")
GRADE = re.compile(r"\b(?:judge?ment|graded?|grading|rated|assessed as)\b")
YEAR = re.compile(r"\b(20[012]\d)\b(?!/\d)")
SINCE = re.compile(r"\bsince (?:the |its |their )?(?:initial |first |original |previous |last )?(?:(?:inspection|report|visit) (?:in|of) )?(20\d\d)\b|\b(?:initial|first|original|previous) (20\d\d) (?:inspection|report)|\b(?:initial|first|original|previous) (?:inspection|report)[^.;]{0,30}? (?:in|of) (?:\w+ )?(20\d\d)\b|\bsince the (?:publication|report|inspection)[^.;]{0,60}? in (?:\w+ )?(20\d\d)\b")
DATED = re.compile(r"\b(?:19|20)\d\d\b")
SAID_THEN = re.compile(
    r"(?P<said>[^;]{0,140}?\b(?:came up|come up|arose|featured|appeared|(?:was|were|been) (?:also |already )?(?:said|made|criticised|found|raised|noted|put|picked up|identified|flagged|highlighted|reported|recorded|pointed out|remarked on|mentioned)|(?:was|were) (?:the|an?) (?:\w+ )?(?:finding|concern|criticism|recommendation|area for improvement|subject))\b[^;]{0,80}?\b(?:19|20)\d\d(?:/\d\d)?(?:,? (?:as well|too|also|already)\b)?)"
)
ECHO = re.compile(r"^the same |\b(?:too|as well|before|already|also|again|the same|came up|come up|featured|old story)\b|^(?:this|that|it|the (?:first|second|third|fourth|fifth)) ")
