"""What the sentences after an announcement tell: `There is one cause of concern. The force does not …`, `It contains two. The force is asked to …, and to …`."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.findings.layout.block import Span, cut_out
from loaders.findings.wording import cues
from loaders.findings.wording.asking import IS_ASKED, OUGHT
from loaders.findings.wording.clauses import NOT_ONE
from loaders.findings.wording.closing import closes, excepts, is_of_others, tells_another
from loaders.findings.wording.leads import NAMED, Lead, kind_of, lead
from loaders.findings.wording.tying import HMICFRS, RELATES, SAYS
from loaders.recognise.words import NUMBERS, number_words

__all__ = ["Row", "states"]

THINGS = re.compile(rf"\b(?:to do )?({number_words(2, 10)}) (?:\w+ )?(?:things|points|matters|respects|ways|parts)\b")
COUNTING = re.compile(
    r"\b(?:identif|ma[dk]e|rais|contain|highlight|found|find|there (?:is|are|was|were)|includ|list|g[ai]ve|receiv|got|issu|left|handed|set|ha[sd]|have|accompan|follow|attach|carri|carry|remain|come|compris|number|record|note|report|name|go(?:es)? with|amount|are|is|was|were)\w*\b"
)
SINGLE = re.compile(
    r"\b(?:is|was|in|to) (?:the|its) cause of concern\W*$|\b(?:an?|one|another|a single|the only|its only|the sole|a (?:further|second|third|final|separate)) (?:\w+ ){0,2}?(?:area for improvement|afi|recommendation|cause of concern)\b"
)
ALONE = re.compile(
    rf"\b(?:there (?:is|are|was|were)|(?:the|these|those|its) (?:remaining|other|last|first|next|rest,)|contains|has|gives?|gave|makes?|made|names?|lists?|raises?) (?:also |only |just )?({number_words(1, 10)})\b(?=(?: (?:here|too|in|under|of (?:them|these|those|which)|for (?:us|the force)|concern|relate|are|were|deal|cover|touch|come|call|bear)\b|[,.:;]|$))"
)
TAKEN = re.compile(r"\b(?:come|turn|go|move|begin|start|is|remains|leaves me) (?:now |on |next |then )*(?:to |with )?(?:the|its|their) (?:first|second|third|fourth|fifth|last|next|final|other|remaining|only|sole|single) (?:of (?:the|these|its|those) )?(?:area|afi|recommendation|cause)s?(?: for improvement| of concern)?\W*$")
FOR_US = re.compile(rf"^(?:of (?:these|them|which),? |but )?(?:only |just )?({number_words(1, 10)}) (?:of (?:these|them|which) )?(?:concerns?|(?:is|are) (?:for|addressed|directed|relevant|within)|falls? (?:to|on)|appl(?:y|ies)|bears? (?:on|upon)|comes? to)\b")
ONE_MORE = re.compile(rf"\b({number_words(1, 10)}) (?:more|others?|further)\b(?! (?:\w+ )?(?:\w+s|time|officer|year|month)\b)")
ABOUT = re.compile(
    r"\b(?:i|we) (?:also )?(?:shall |will |now |can |would |here |simply )?(?:quote|give|set|take|deal|comment|turn|address|reproduce|copy|repeat|state|summarise|describe|recite|cite|list|mention|record)\b|\b(?:comments?|response|reply|replies|answers?)\b[^.;]{0,60} (?:follows?|(?:is|are) (?:set out|given|below|as follows|at|in))\b|^(?:it|this|these|they|both) (?:is|are|was|were) (?:a )?(?:serious|grave|set out|quoted|reproduced|given|worth)\b"
)
IT_IS = re.compile(
    rf"(?:and |but )?(?:it|this|that|these|they|those|the (?:cause|concern|matter|area|finding|recommendation|one))(?: (?:also|simply|therefore))?,?(?: in (?:the|its|their|these)[^,;.]{{3,40}},)? "
    rf"(?:(?:is|was|are|were)(?:,? in (?:the|its|their|these)[^,;.]{{3,40}},)? (?=that |to (?!be\b|date|hand|my\b|his\b|her\b|the\b)|for (?:the force|us|it|them) to |how |about |(?:the|a) (?:way|need|lack|failure|absence|time|quality|manner|number|use|rate|speed|state|extent|level|want|inability|delay|backlog|shortage|training|supervision|management|recording|condition|handling)\b)|(?:reads?|says?|said|states?|stated|runs?)(?: as follows)?:? (?=that |the |['\"])|{RELATES} )(?:that |about |for )?(?P<what>.{{10,}})$"
)
IN_WORDS = re.compile(
    rf"(?:in (?:its|their|the report's|the inspectors'|hmic\w*'s|the inspectorate's) (?:own )?(?:words|terms|view|judgement|opinion),|(?:as )?{HMICFRS} (?:{SAYS}|put it)(?: that|:)) ?(?P<what>.{{12,}})$"
)
QUOTED = re.compile(r"['\"](?P<what>.{20,}?)['\"]?\.?['\"]?$")
OURS = re.compile(
    r"\b(?:i|we|my|me)\b|^(?:this|these|those|that|such|both|neither|none|no|nor|nothing|since|however|following|after|as|although|while|whilst|in addition|furthermore|moreover|additionally|overall|also|further|nevertheless|elsewhere|notwithstanding|despite|but|yet)\b|\b(?:accept|agree|dispute|welcome|disappoint\w*|surpris\w*)\b|\b(?:has|have|had) (?:now |since |already )+|\b(?:now|since then|already)\b|\bno longer\b|\bis being\b|\bare being\b|\bwill\b"
)
CUTS = (
    re.compile(r"; (?:and )?"),
    re.compile(r",? and (?:also )?(?=that )|, (?=that )"),
    re.compile(
        r",? and (?:also )?(?=(?:(?:by|within) [^,.;]{3,30},? )?(?:it|they|the (?:force|constabulary|service|police|chief constable)|forces|chief constables) (?:also )?(?:should|must|ought to|needs? to|has to|is|are|does|do|cannot|fails?) )"
    ),
    re.compile(r",? and (?:also |secondly,? )?(?=to )|, (?=to )"),
)
NONE_SUCH = re.compile(r"\bthere (?:is|are) (?:now |at the date[^.;]{0,30})?no\b|\bno action\b")
MODAL = re.compile(r"\b(?:should|must|ought to|shall|needs? to|may)\b(?!\W*$)")
NOT_LACKING = (MODAL, NONE_SUCH, OURS, NOT_ONE, cues.GRADING)
BACKWARD = re.compile(
    rf"(?:these|those|both|they|all (?:of )?(?:these|them)) (?:are|were) (?:the |its |all )?(?:{number_words(2, 10)}|areas|recommendations|causes)\b"
)  # it calls what was told
SHORTEST, SHORT = 12, 70  # characters of a part, and of a sentence that only counts


class Row:
    """How many findings of a kind were announced and are still to be told in the sentences that come next."""

    def __init__(self) -> None:
        self.lead: Lead | None = None
        self.due = 0
        self.named: Lead | None = None

    def tell(self, words: str) -> list[Span]:
        """The parts of a sentence (lower case) that tell what was announced before it; no more than are due."""
        if self.lead is None or self.due < 1:
            return []
        match = IT_IS.match(words)
        match = None if match and NONE_SUCH.search(words) else match
        span = match.span("what") if match else states(words)
        return self.parted(words, span) if span else []

    def names(self, words: str, kinds: list[str]) -> Lead | None:
        """What findings without a name are that a sentence tells next after an announcement."""
        if self.lead is None or not 0 < len(kinds) <= self.due or set(kinds) != {"concern"} or kind_of(words)[0]:
            return None
        return None if self.due == self.lead.n and tells_another(words) else self.lead

    def parted(self, words: str, span: Span) -> list[Span]:
        """A span as the parts that it tells, no more than are due."""
        for between in CUTS if self.due > 1 else ():
            parts = cut_out(span, (cut.span() for cut in between.finditer(words, *span)))
            if 1 < len(parts) <= self.due and all(b - a >= SHORTEST for a, b in parts):
                return parts
        return [span]

    def hear(self, words: str, kinds: list[str]) -> None:
        """After each sentence: what it announces, or that it told so many, or that the row is broken."""
        kind, word = kind_of(words)
        self.named = Lead("findings", kind, word) if kind in NAMED and not is_of_others(words) else self.named
        if is_of_others(words) or closes(words):
            self.lead, self.due = None, 0
            return
        told = len([each for each in kinds if each != "concern"])
        fresh = self.announced(words)
        if fresh:
            self.lead, self.due = fresh, (fresh.n or 1) - kinds.count(fresh.kind or "concern")
        elif told or ABOUT.search(words):
            self.due -= told
        else:
            self.due = 0

    def announced(self, words: str) -> Lead | None:
        """What a sentence (lower case) says is to come: a number of a kind, one of a kind, or a number of what was named before."""
        if (BACKWARD.match(words) and not words.rstrip().endswith(":")) or excepts(words):
            return None
        kind, word = kind_of(words)
        things = THINGS.search(words) if kind in NAMED else None
        if things:
            return Lead("findings", kind, word, NUMBERS[things[1]])
        found = lead(words, listed=True) if COUNTING.search(words) else None
        if found and found.role == "findings" and found.kind in NAMED and (found.n or SINGLE.search(words)):
            return replace(found, n=found.n or 1)
        return Lead("findings", kind, word, 1) if kind in NAMED and TAKEN.search(words) else self.alone(words)

    def alone(self, words: str) -> Lead | None:
        """`Under the first head there are two.`: of the kind that was named before."""
        match = (ALONE.search(words) or FOR_US.match(words) or (ONE_MORE.search(words) if len(words) < SHORT else None)) if self.named else None
        return replace(self.named, n=NUMBERS[match[1]]) if match and self.named else None


def states(words: str) -> Span | None:
    """Where a sentence (lower case) says what is wrong or should be, without the name of a kind; None if it does not."""
    if kind_of(words)[0] or ABOUT.search(words):
        return None
    match = IN_WORDS.match(words) or QUOTED.fullmatch(words)
    if match:
        return match.span("what") if cues.SHORTCOMING.search(words) else None
    return (0, len(words)) if OUGHT.match(words) or IS_ASKED.match(words) or _lacks(words) else None


def _lacks(words: str) -> bool:
    """Whether a sentence says what is wrong, in nobody's name and as something that still is."""
    wrong = cues.SHORTCOMING.search(words) and not any(pattern.search(words) for pattern in NOT_LACKING)
    return bool(wrong) and len(cues.content_words(words)) >= cues.CONTENTLESS
