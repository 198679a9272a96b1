"""Grades that are said by pointing at others: "it was likewise in 2016", "they say the same of how it …", "good in all three"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.letter import Judgement, Quote
from loaders.recognise.grades.given import GRADE
from loaders.recognise.grades.things import things

__all__ = ["is_as_before", "pointed_at"]

WHEN = r"(?:20\d\d(?:\s?[/-]\s?(?:20)?\d\d)?|(?:the\s+)?(?:previous|last|prior|preceding|earlier)\s+\w+|(?:the\s+)?(?:year|time|inspection|round)\s+before|last\s+time|(?:a|one|two|three|four)\s+years?\s+(?:ago|earlier|before))"
WAS = r"(?:it|they|we|that|(?:the|our)\s+(?:force|grade|rating|judge?ment|constabulary))\s+(?:did|was|were|had|received|got|held)(?:\s+(?:been|also|given|graded|rated|judged|awarded|too)){0,3}"
AS_BEFORE = re.compile(
    rf"[^.;]{{0,60}}?,?\s*(?:just\s+|exactly\s+)?(?:as|which)\s+{WAS}\s+(?:also\s+)?(?:in|at|the|for)?\s*(?:the\s+)?{WHEN}"
    rf"|['\")]*[^.;]{{0,40}}?[;,]\s*(?:and\s+)?(?:that|this|it|which)\s+(?:is|was)\s+(?:also\s+)?(?:the|its)\s+(?:grade|rating|judge?ment|verdict|result|position)\s+(?:given\s+)?(?:in|at)\s+(?:the\s+)?{WHEN}"
    rf"|['\")]*(?:\s+overall)?,?\s*(?:-\s*|\(\s*|(?:which|and)\s+(?:is|was)\s+|a\s+grade\s+)?(?:unchanged|no\s+change|not\s+changed|the\s+same(?:\s+(?:grade|rating|judge?ment|verdict|result))?)\s+(?:from|since|on|as)\s+(?:that\s+(?:of|in|for)\s+)?(?:(?:{WAS})\s+)?(?:in\s+|at\s+|for\s+)?(?:the\s+)?{WHEN}",
    re.I,
)
SAME_BEFORE = re.compile(rf"The\s+same(?:\s+(?:grade|grades|rating|judge?ment|verdict|result))?\s+(?:was|were|had\s+been)\s+(?:\w+\s+)?(?:in|at|for)\s+(?:the\s+)?{WHEN}|(?:It|They|We|This|That|The\s+(?:\w+\s+){{0,3}}?(?:force|constabulary|service|grade|grades|judge?ments?|rating|verdict|result|position|same))\b[^.;]{{0,50}}?\b(?:likewise|the\s+same|so|unchanged|no\s+different|identical|similarly|same\s+\w+)\b[^.;]{{0,40}}?\b(?:in|at|from|as|since|for)\s+(?:the\s+)?{WHEN}", re.I)
SAME_OF = re.compile(r"(?:(?:They|It|We|The\s+(?:report|inspectors|inspectorate)|HMIC(?:FRS)?|Inspectors)\s+(?:also\s+)?(?:says?|said|gives?|gave|makes?|made|reach(?:es|ed)?|found|finds?|awarded|awards?)\s+(?:much\s+)?the\s+same(?:\s+(?:grade|rating|judge?ment|verdict|mark))?|The\s+same(?:\s+(?:grade|rating|judge?ment|verdict|mark))?\s+(?:is|was|goes|went|applies|applied)(?:\s+(?:given|awarded|true|made|reached|said|also))*)\s+(?:of|for|to|in|at|about|on)\s+(?P<what>[^;.]{3,200})", re.I)


def is_as_before(text: str, at: int, end: int) -> bool:
    """Whether what follows a grade says that it was given before too: "…, as it was in 2016", "…, unchanged from last year"."""
    return bool(AS_BEFORE.match(text, at, end))


def pointed_at(text: str, span: tuple[int, int], quote: Quote, last: list[Judgement]) -> list[Judgement]:
    """The grades of the sentence before that this sentence, which names none, gives to another year or to something else."""
    if not last or GRADE.search(text, *span):
        return []
    if SAME_BEFORE.match(text, *span):
        return [replace(judgement, quote=quote, report=None) for judgement in last if judgement.report]
    other = SAME_OF.match(text, *span)
    aims = things(text, *other.span("what")) if other and len({judgement.grade for judgement in last[-1:]}) == 1 else []
    return [replace(last[-1], quote=quote, pillar=aim.pillar or last[-1].pillar, question=aim.question) for aim in aims]
