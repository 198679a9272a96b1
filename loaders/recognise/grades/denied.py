"""Grades that a letter says were not given: `was not graded as good`, `fell short of good`."""

from __future__ import annotations

import re

__all__ = ["is_denied"]

CLAUSE = re.compile(r"[,;:.()]|\b(?:and|but|although|though|while|whilst|whereas|however|that|which|who|because|since)\b", re.I)
ATTITUDE = r"(?:only|just|merely|simply|surpris\w+|pleased|happy|content|satisfied|complacent|agree\w*|accept\w*|share\w*|recogni\w+|think|believe|doubt|expect\w*|wish|want|see|with)"
GIVEN = r"(?:(?:re-?)?(?:grad|judg|rat|assess|deem|class|scor|award)\w*|considered|found|given|giv(?:es?|ing)|categori\w+|receiv\w+|achiev\w+|attain\w*|reach\w*|earn\w*|secur\w+|retain\w*|remain\w*|as|an?|to\s+be|be)"
NEGATED = re.compile(rf"(?:\b(?:not|never|nor|neither|cannot|none|no)|n't)(?:\s+(?!{ATTITUDE}\b)[\w'-]+){{0,7}}?\s+{GIVEN}\b", re.I)
DIRECTLY = re.compile(r"(?:\b(?:not|never|no\s+longer|nor|neither)|n't)\s+(?:(?:yet|being|been|currently|consistently|overall|sufficiently)\s+){0,2}['\"]?$|\bno\s+['\"]?$", re.I)
SHORT = re.compile(r"\b(?:short\s+of|rather\s+than|instead\s+of|far\s+from|anything\s+but|miss(?:ed|es|ing)(?:\s+out\s+on)?|fail(?:s|ed|ing)?\s+to\s+\w+|without\s+(?:being\s+\w+|receiving|achieving))\s+(?:(?:being|the|an?|graded?|rated|judged|grading|judge?ment|rating|of|as|overall)\s+)*['\"]?$", re.I)
NONE_IS = re.compile(r"\b(?:none|nowhere)\s+(?:(?:is|are|was|were)\s+)?(?:(?:graded|judged|rated|as|an?)\s+){0,2}['\"]?$|\b(?:no|none\s+of\s+(?:the|these|its|our|those)|neither\s+of\s+(?:the|these|those)|not\s+one\s+of\s+(?:the|these|its|our)|not\s+a\s+single)\s+(?:\w+\s+){0,2}(?:areas?|questions?|pillars?|categor(?:y|ies)|strands?|aspects?|part)(?:\s+of\s+policing)?\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:(?:re-?)?(?:graded|judged|rated|assessed|found|deemed)\s+)?(?:to\s+be\s+|as\s+)?(?:an?\s+)?['\"]?$", re.I)
AFTER = re.compile(r"['\")]*\s+(?:(?:grade|grading|rating|judge?ment)\s+)?(?:(?:for|in|at|of)\s+[^,;:.]{3,60}?\s+)?(?:was|were|is|has|have|had)\s+(?:not|never)\s+(?:been\s+)?(?:given|awarded|achieved|received|reached|met|attained)\b", re.I)


def is_denied(before: str, after: str) -> bool:
    """Whether a grade's own clause, by the words before and after it, says that it was not given."""
    cuts = [cut.end() for cut in CLAUSE.finditer(before)]
    clause = before[cuts[-1] :] if cuts else before
    return any(form.search(clause) for form in (NEGATED, DIRECTLY, SHORT, NONE_IS)) or bool(AFTER.match(after))
