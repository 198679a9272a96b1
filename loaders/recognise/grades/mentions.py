"""Which words of a letter are an inspector's grade, and which are praise, a hope or somebody else's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.recognise.grades.alike import ENDS, is_alike
from loaders.recognise.grades.cells import ANY
from loaders.recognise.grades.denied import is_denied
from loaders.recognise.grades.earlier import AS_BEFORE, IN_A_YEAR, is_of_before
from loaders.recognise.grades.moves import BECAME, hoped_for, left_behind
from loaders.recognise.grades.targets import PILLAR, QUESTION, WHOLE
from loaders.recognise.words import number_words

__all__ = ["GRADE", "Mention", "canonical", "is_aimed", "mentions"]

NUMBER = rf"(?:{number_words(1, 10)}|\d{{1,2}})"
NOUN = r"(?:grad(?:e|es|ing|ings)|ratings?|judge?ments?|verdicts?|categor(?:y|ies)|assessments?)"
AIMED = re.compile(
    rf"['\")]*\s*(?:overall\s+)?(?:{NOUN})?(?:,[^,.;:]{{3,50}})?,?\s*(?:(?:was|is|were)\s+(?:(?:the|our|its|their)\s+)?(?:{NOUN}|given|awarded)\s+)?"
    rf"(?:[(:]\s*|\s-+\s+|(?:with\s+regard\s+to|in\s+(?:respect\s+of|relation\s+to|terms\s+of)|at|in|for|on)\s+)"
    rf"(?:(?:both|all|its|the|their|our|how|each\s+of|areas?|questions?|of|on|three|pillars?|ways?|in\s+which|that|it|we|they|force|well|whether|{NUMBER})(?:\s+|\s*(?=[:(]))|[:(]\s*)*", re.I
)
GRADE = re.compile(rf"\b(?P<grade>{ANY}|RI(?=\))|improvement\s+(?:is|was)\s+(?:said\s+to\s+be\s+|found\s+to\s+be\s+|judged\s+to\s+be\s+)?required)(?!\w)", re.I)
GRADED_THINGS = re.compile(r"\b(?:aspects?|areas?|questions?|pillars?|strands?|categor(?:y|ies)|heading|remaining|others?|graded|judged)\b", re.I)
JUDGED = re.compile(
    r"\b(?:(?:re-?)?grad(?:e|ed|es|ing|ings)|rat(?:e|ed|es|ing|ings)|judg(?:ed?|es|e?ments?)|marked|assessed|deemed|classed|categor(?:y|ies|ised)|scored?|scores|verdicts?)\b", re.I
)
FOUND = re.compile(r"\b(?:found\b[^.;]{0,80}\bto\s+be|considered\s+(?:to\s+be|as)|achiev(?:ed|ing)|received|awarded|given|overall\s+assessment|came\s+(?:out|back)\s+as|remain(?:s|ed)?|retain(?:s|ed))\b", re.I)
OTHERS_VIEW = re.compile(r"\b(?:generally|I\s+(?:believe|think|feel|consider|know)|my\s+(?:view|opinion)|not|very|really|always|particularly)\b[^.;]{0,40}$", re.I)
CONCLUDED = re.compile(r"\b(?:HMIC(?:FRS)?|inspectors?|inspectorate|report)\b[^.;]{0,60}\b(?:force|Police|Constabulary|it)\s+(?:still\s+|overall\s+)?$", re.I)
CONCLUDED_THAT = re.compile(r"\b(?:HMIC(?:FRS)?|inspectors?|inspectorate|inspection|report|reinspection|revisit)\b[^.;]{0,60}\b(?:conclud\w+|found|finds|reported|determined|decided|says?|said)\s+that\s+(?:it|we|they|the\s+(?:force|constabulary|service))\s+(?:was|is|were|are|remained|remains)\s+(?:still\s+|overall\s+)?['\"]?$", re.I)
TO_REQUIRE = re.compile(r"\b(?:(?:found|judged|deemed|considered|assessed|graded|held|said|told|reported)\s+(?:overall\s+|again\s+)?to\s+|(?:told|finding|verdict|judge?ment|grade|grading|rating|conclusion)\b[^.;]{0,40}\bthat\s+(?:the\s+(?:force|constabulary|service)|it|we|(?:[A-Z][\w'-]+\s+){1,4}(?:Police|Constabulary))\s+(?:still\s+|overall\s+)?)$", re.I)
OF_ANOTHER = re.compile(r"\b(?:room|unit|team|suite|system|plan|policy|process|arrangements?|supervision|training|officers|files?|records?)\b[^.;,]{0,40}$", re.I)
SUBJECT = r"(?:(?:the|our|my)\s+(?:force|constabulary|service)|it|we|(?:[A-Z][\w'-]+\s+(?:and\s+|&\s+)?){1,4}(?:Police|Constabulary)(?:\s+Service)?)"
ASIDE = r"(?:\s*,[^,.;:]{3,50},)?"
TOLD = r"(?:at|with|an?|pillar|likewise|unchanged|equally|similarly|c[ao]mes?\s+(?:out|back|in)|stays?|stayed|sits?|stands?|came\s+(?:out|back)\s+as|is|was|are|were|as|again|now|remains?|remained|still|also|both|all|being|however|overall|(?:found|judged|deemed|rated|graded|assessed|said|considered|thought)(?:\s+to\s+be|\s+as)?)"
SAID_OF = re.compile(rf"(?:\s+of\s+{SUBJECT})?{ASIDE}(?:,?\s*{SUBJECT}\s|,?\s+which\s|,|\s*[\[(=:]|\s-|\s+(?:is|was|are|were)\s+(?:not|the\s+exception|another\s+matter|different)\s*[:;,]\s*(?:there\s+)?(?:it\s)?)?{ASIDE}\s*(?:{TOLD}\s+)*['\"]?")
AS_A_WHOLE = re.compile(rf"(?:\b[Oo]verall\b|\bas\s+a\s+whole\b)[^.;:]{{0,60}}?{ASIDE}\s*$")
OF_THE_FORCE = re.compile(rf"\b(?:{SUBJECT}|The\s+force)\s*{ASIDE}\s*(?:is|was|remains|are)(?:\s+(?:still|again|once\s+more|overall))?{ASIDE}\s*['\"]?$")
GIVEN = re.compile(r"\b(?:found\b[^.;]{0,80}\bto\s+be|(?:(?:been|was|were|is|it|us|force)\s+found)|(?:considered|deemed)\s+(?:to\s+be|as)|(?:achieved|received|awarded|given|earned|won|gained|secured|obtained|merited|attained)(?:\s+(?:it|us|them|the\s+force))?(?:\s+an?)?|c[ao]me\s+(?:out|back|in)\s+(?:as|at)|emerged\s+(?:as|with)(?:\s+an?)?|reach(?:es|ed)|(?:stays?|stayed|remains?|remained|stands?|stood|sits?|rests?)\s+at|(?:considers?|finds?|judges?|deems?|rates?|assesses|grades?)\b[^.;]{0,60}\b(?:to\s+be|as)|(?:grade|grading|assessment|verdict|judge?ment|rating)\s+(?:is|was)\s+(?:one\s+)?(?:of)|(?:does|did)\s+(?:it|we|they|the\s+force)\s+(?:reach|get|earn|achieve|manage|receive|attain|merit)(?:\s+an?)?|(?:hold|holds|held|ha[sd]|have|attract(?:ed|s)?|answered\s+with|placed\s+(?:at|in|as)|put\s+(?:at|as)|marked(?:\s+(?:up|down))?(?:\s+(?:to|at|as))?|pronounced|scored)(?:\s+an?)|(?:placed|put|marked(?:\s+(?:up|down))?|pronounced|came)\s+(?:to|at|as|in)|pronounced|(?:called|calls|described|describes)\s+(?:the\s+|our\s+)?[\w' -]{3,40}(?:\s+as)?)(?:\s+overall)?\s*$", re.I)
IN_BRACKETS = re.compile(r"\([^()]{0,60}[;,/]\s*(?:now|currently|today|this\s+time|then|20\d\d(?:\s?[/-]\s?\d\d)?)\s*:?\s*['\"]?$|\(\s*(?:now|then|currently|this\s+time)\s*:\s*['\"]?$|\(\s*(?:previously|formerly|was|(?:up|down)\s+from|last\s+(?:year|time)|20\d\d(?:\s?/\s?\d\d)?)(?:\s+(?:graded|rated|judged))?\s*:?\s*['\"]?$", re.I)
NO_GRADE = re.compile(r"\bwhether\s+(?:the\s+(?:next\s+)?(?:grade|rating|judge?ment)|(?:it|the\s+force)\s+(?:will|would|should|ought))\b[^.;,]{0,60}$|\b(?:if|unless|had)\s+(?:the|it|we|any|a|another|they)\b[^.;,]{0,70}$|\b(?:reports?|inspectors|letters?)\s+(?:is|are|was|were)\s+['\"]?$|\b(?:runs?|rang(?:es?|ed|ing)|var(?:y|ies|ied|ying)|scale)\s+(?:\w+\s+){0,2}from\s+['\"]?(?:\w+(?:\s+\w+)?['\"]?\s+to\s+['\"]?)?$", re.I)
NEW_GRADE = re.compile(r"\b(?:(?:new|fifth|extra|additional|fourth|middle)\s+(?:grade|grading|category|band|judge?ment|rating|level)s?|(?:grade|category|band|term|word|label|meaning|definition)\s+(?:called|named|known\s+as)|(?:introduc\w+|add(?:ed|ing|s)|defin\w+|replac\w+)\s+(?:the|a|an)\s+(?:\w+\s+)?(?:grade|category|band|rating|term)),?\s+(?:of\s+|called\s+)?['\"]?$|\b(?:sits?|stands?|lies|falls?|comes|come)\s+between\s+['\"]?(?:\w+(?:\s+\w+)?['\"]?\s+and\s+['\"]?)?$", re.I)
IS_A_GRADE = re.compile(r"['\")]*,?\s*(?:which\s+)?(?:(?:has|have|had)\s+been\s+|was\s+|is\s+)?(?:introduced|added|defined\s+as|meaning|means|did\s+not\s+exist|no\s+longer\s+exists?|(?:is|being)\s+(?:a|the)\s+(?:new|hard|strong|harsh|third|fourth|fifth|middle)\b)", re.I)
FOR_A_TASK = re.compile(r"\s+(?:for|to)\s+(?:(?:its|the|this|that|their|our|any|a)\s+)?(?:purposes?|task|job|needs?|volume|size|number)\b", re.I)
AT_ALL = re.compile(r"['\")]*\s+(?:overall\s+)?(?:at|in|for|across|on|under)\s+(?:all|each|both)\s+(?:of\s+)?(?:(?:the|its|our)\s+)?(?:\w+\s+)?(?:pillars|strands)\b", re.I)
NEXT_TIME = re.compile(r"['\")]*\s+(?:(?:grade|grading|rating)\s+)?(?:in|at|by|for|from)\s+(?:(?:the|its|our)\s+)?next\b", re.I)
OR_BETTER = re.compile(r"['\")]*\s+(?:or|and)\s+(?:better|above|worse|below|higher|lower)\b", re.I)
MEANS = re.compile(r"\b(?:budget|funding|resources?|staffing|capacity|money|numbers?|training|understanding|knowledge)\s+(?:for|of|in|on)\s+(?:the\s+)?$", re.I)
HEARSAY = re.compile(r"\b(?:victims|residents|callers)\s+(?:have\s+)?(?:rated|graded|scored)\b|\b(?:officers?|victims?|sergeants?|constables?|residents?|callers?)\b[^.;]{0,40}\b(?:said|says|described|called|told|thought|felt)\b|\b(?:survey|poll|residents|respondents|per\s+cent|members\s+of\s+the\s+public|(?<![a-z]\s)staff(?=\s+rated))\b[^.;]{0,60}\b(?:rated|said|felt|described|graded|thought)\b|\b(?:tells?|told)\s+(?:me|us)\b|\b(?:thought|thinks|felt|feels?|called|finds?)\s+(?:it|them|us)\b|\b(?:according\s+to|in\s+the\s+words\s+of)\s+(?:residents|local|one|some|many|a)\b", re.I)
GRADE_NOUN = re.compile(rf"['\")]*\s*(?:overall\s+)?{NOUN}\b", re.I)
GOES_ON = re.compile(r"""['")]*\s*(?:$|[.,;:()\]/|-]|(?:at|in|for|with|overall|and|or|across|on|by|when|then|now|before|previously|once|(?:one|two|three|four|five|a)\s+(?:few\s+)?years?|to|as|again|too|respectively|against|but|while|whilst|which|compared|from|last|this|however|although|rather|instead|under|regarding|where|is|are|the|concern(?:s|ed)?|relat(?:es|ed)|appl(?:ies|ied)|covers|goes|went)\b)""", re.I)
LISTED = re.compile(r"""['")]*\s*(?:,|,?\s*\b(?:or|nor))\s*(?:(?:as|an?)\s+)*['"(]*""", re.I)
HOPED = re.compile(r"\b(?:aim\w*|aspir\w+|ambition\w*|hop(?:e|es|ing)|expect\w*|target|would|journey|striv\w+|in\s+order\s+to|so\s+that|will|wish|want|become|until)\b(?!\s+(?:be\s+aware|note|remind|say|add|point|stress|see|have\s+seen|know|recall|comment))[^.;]{0,70}$", re.I)
NOT_DONE = re.compile(r"\b(?:recommendations?|actions?|issues?|work|matters?|areas?\s+for\s+improvement|AFIs?|which\s+(?:is|are)|remains?|still|yet)\s+(?:\w+\s+)?$", re.I)
OTHER_FORCES = re.compile(r"\b(?:(?:neighbouring|another|other|partner|sister|adjoining)\s+(?:force|constabulary)\s+(?:is|was|has|had)|\w+\s+(?:other\s+)?forces\s+(?:were|was|are|have|had|received|being)|of\s+(?:the\s+)?(?:43|\d+|all)\s+forces|of\s+the\s+forces\s+(?:inspected|visited)|other\s+forces|most\s+forces|one\s+of\s+(?:only\s+)?\w+\s+forces|forces\s+nationally)\b", re.I)
INSPECTORS = re.compile(r"\bHMIC(?:FRS)?\b|\binspectors?\b|\binspectorate\b", re.I)
SPAN = 140
TOGETHER = re.compile(r"""['")]*\s*(?:,|,?\s*\band\b|\bthen\b)\s*(?:an?\s+)?(?:then\s+)?['"(]*""", re.I)
SCALE = re.compile(r"\b(?:one\s+of|scale|four|five|possible|either)\b", re.I)
SIDE_BY_SIDE = 16  # characters between two grades of a scale that is told


@dataclass(frozen=True, slots=True)
class Mention:
    """A grade in a sentence; `is_denied` where the sentence says that it was not given, `is_earlier` where the force moved on from it, `is_reached` where it moved to it."""

    start: int
    end: int
    grade: str
    is_denied: bool = False
    is_earlier: bool = False
    is_reached: bool = False


def canonical(words: str) -> str:
    """`Requiring improvement` as `requires improvement`."""
    lower = " ".join(words.lower().split())
    return "requires improvement" if lower.startswith(("requir", "improvement")) or lower == "ri" else lower


def mentions(text: str, start: int, end: int) -> list[Mention]:
    """The grades given or denied between `start` and `end`, a sentence; a list of the whole scale gives none."""
    found: list[Mention] = []
    moves, reached = left_behind(text, start, end)
    hoped = hoped_for(text, start, end)
    matches = list(GRADE.finditer(text, start, end))
    given = [match.start() not in hoped and (_has_moved(text, start, match.start(), moves, reached) or _is_grade(text, start, end, match)) for match in matches]
    for i in reversed(range(len(matches) - 1)):  # of "good, good and adequate" the last says what all are
        given[i] = given[i] or (given[i + 1] and bool(TOGETHER.fullmatch(text, matches[i].end(), matches[i + 1].start())))
    if any(given):
        given = [is_given or (is_alike(text, start, end, match) and not _is_excluded(text, start, match)) for match, is_given in zip(matches, given, strict=True)]
    for match, is_given in zip(matches, given, strict=True):
        is_next = bool(found) and found[-1].is_denied and bool(LISTED.fullmatch(text, found[-1].end, match.start()))
        if is_next or is_denied(text[start : match.start()], text[match.end() : end]):
            found.append(Mention(*match.span(), canonical(match[0]), is_denied=True))
        elif is_given:
            found.append(Mention(*match.span(), canonical(match[0]), is_earlier=match.start() in moves or is_of_before(text, start, match), is_reached=match.start() in reached))
    return [] if _is_scale(text, start, end, found) else found


def _is_excluded(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(start, match.start() - SPAN) : match.start()]
    return bool(HOPED.search(before) or NO_GRADE.search(before) or OTHER_FORCES.search(before))


def _is_scale(text: str, start: int, end: int, found: list[Mention]) -> bool:
    """Whether four of the five grades stand side by side, in words that speak of grades that there are."""
    run = [b for a, b in pairwise(found) if b.start - a.end < SIDE_BY_SIDE]
    return len({mention.grade for mention in run} | ({found[0].grade} if found else set())) >= 4 and len(run) >= 3 and bool(SCALE.search(text, start, end))


def _has_moved(text: str, start: int, at: int, moves: dict[int, int], reached: set[int]) -> bool:
    """Whether a grade is one of the two of a move that took place, not of one that is hoped for."""
    first = next((left for left, to in moves.items() if at in (left, to)), None)
    return first is not None and (at in moves or at in reached) and not HOPED.search(text[max(start, first - SPAN) : first])


def _is_grade(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    before, after = text[max(start, match.start() - SPAN) : match.start()], text[match.end() : min(end, match.end() + 60)]
    is_quoted = text[match.start() - 1 : match.start()] in ("'", '"') and text[match.end() : match.end() + 1] in ("'", '"', ",", ".")
    names_it = bool(GRADE_NOUN.match(after))
    is_judged = bool(JUDGED.search(text[start : match.start()]) or names_it)
    if HOPED.search(before) or (match["grade"].lower() == "outstanding" and not is_quoted and NOT_DONE.search(before) and not is_judged):
        return False
    if match["grade"].lower().startswith("improvement"):
        return bool(GRADED_THINGS.search(before) and (QUESTION.search(before) or PILLAR.search(before)) and ENDS.match(after))
    if NEXT_TIME.match(after):
        return False
    if NO_GRADE.search(before) or OR_BETTER.match(after) or NEW_GRADE.search(before) or IS_A_GRADE.match(after) or FOR_A_TASK.match(after):
        return False
    if HEARSAY.search(text[start : match.start()]) and not INSPECTORS.search(text[start : match.start()]):
        return False
    if CONCLUDED_THAT.search(before) and ENDS.match(after):
        return True
    if is_of_before(text, start, match) and (is_judged or GRADE.search(text, match.end(), end) or GRADE.search(text, start, match.start())):
        return True
    if BECAME.search(before) or AS_BEFORE.search(before) or IN_A_YEAR.search(before) or IN_BRACKETS.search(before) or (AS_A_WHOLE.search(before) and OF_THE_FORCE.search(before)):
        return True
    if AT_ALL.match(after) and not OTHERS_VIEW.search(before):
        return True
    if (is_aimed(text, match.end(), end) or _is_of_its_aim(text, start, match.start(), after)) and not OTHERS_VIEW.search(before):
        return True
    if _is_idiom(text, start, end, match) and not OTHERS_VIEW.search(before):
        return True
    if is_quoted:
        return is_judged or bool(re.search(r"\b(?:HMIC(?:FRS)?|inspect\w+|report)\b[^.;]{0,40}\b(?:says?|said|put)\s+['\"]$", before, re.I)) or bool(FOUND.search(text[start : match.start()])) or bool(re.search(r"\b(?:is|are|was|were|as|a|at|of|from|to|be)\s+(?:an?\s+)?(?:overall\s+)?['\"]$", before))
    if not (names_it or GOES_ON.match(after)):
        return False
    if match["grade"].lower().startswith("requir"):
        if TO_REQUIRE.search(before) and (GOES_ON.match(after)) and not OF_ANOTHER.search(before):
            return True
        if CONCLUDED.search(before) and re.match(r"\s*(?:overall\s*)?[.,;]", after):
            return True
        return is_judged and _is_verdict(match["grade"], before)
    return (is_judged and _is_verdict(match["grade"], before)) or bool(GIVEN.search(before))


def is_aimed(text: str, at: int, end: int) -> bool:
    """Whether a pillar or a question of the inspection follows a grade: "is good at preventing crime"."""
    way = AIMED.match(text, at, end)
    return bool(way) and any(form.match(text, way.end(), end) for form in (PILLAR, QUESTION, *WHOLE.values()))


def _is_idiom(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """"Inadequate at answering calls" is the inspectorate's way of speaking; "good at" too where it grades several things or is named."""
    if not re.match(r"['\")]*\s+at\s+\w", text[match.end() : end]) or match["grade"].lower().startswith("require "):
        return False
    several = {canonical(m["grade"]) for m in GRADE.finditer(text, start, end)}
    return canonical(match["grade"]) not in ("good", "outstanding") or len(several) > 1 or bool(INSPECTORS.search(text[start:end]))


def _is_of_its_aim(text: str, start: int, at: int, after: str) -> bool:
    """Whether a pillar or a question is what the grade is said of: "on efficiency it is good", "legitimacy requires improvement"."""
    if not GOES_ON.match(after):
        return False
    first = max(start, at - 120)
    aims = [m for form in (PILLAR, QUESTION) for m in form.finditer(text, first, at)]
    last = max(aims, key=lambda aim: aim.end(), default=None)
    return last is not None and not MEANS.search(text[first : last.start()]) and bool(SAID_OF.fullmatch(text[last.end() : at]))


def _is_verdict(grade: str, before: str) -> bool:
    """"Areas that require improvement" and "a good deal" are no verdicts."""
    if grade.lower().startswith("require ") or grade.lower() == "require":
        return bool(re.search(r"\bto\s+$", before))
    if re.search(r"\bgenerally\s+$", before, re.I):
        return False
    is_told = re.search(r"\b(?:that|which|areas?|aspects?|still|very|really|so|as)\s+$", before, re.I)
    return not is_told or bool(re.search(r"\b(?:judg|grad|rat|assess|deem|class|scor)\w*\b[^.;]{0,120}(?:as|that|which)\s+$", before, re.I))
