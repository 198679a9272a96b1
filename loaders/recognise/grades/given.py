"""Whether the word of a grade gives one: by what stands beside it, or by the words that give it; and what only looks like one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.grades.alike import ENDS
from loaders.recognise.grades.cells import ANY
from loaders.recognise.grades.earlier import AS_BEFORE, IN_A_YEAR, is_of_before
from loaders.recognise.grades.moves import BECAME
from loaders.recognise.grades.targets import PILLAR, QUESTION, WHOLE
from loaders.recognise.words import number_words

__all__ = ["GRADE", "HOPED", "NO_GRADE", "SPAN", "canonical", "is_aimed", "is_grade"]

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
QUOTED_BY = re.compile(r"\b(?:HMIC(?:FRS)?|inspect\w+|report)\b[^.;]{0,40}\b(?:says?|said|put)\s+['\"]$", re.I)
QUOTED_AS = re.compile(r"\b(?:is|are|was|were|as|a|at|of|from|to|be)\s+(?:an?\s+)?(?:overall\s+)?['\"]$")
ENDS_SO = re.compile(r"\s*(?:overall\s*)?[.,;]")
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
HOPED = re.compile(r"\b(?:aim\w*|aspir\w+|ambition\w*|hop(?:e|es|ing)|expect\w*|target|would|journey|striv\w+|in\s+order\s+to|so\s+that|will|wish|want|become|until)\b(?!\s+(?:be\s+aware|note|remind|say|add|point|stress|see|have\s+seen|know|recall|comment))[^.;]{0,70}$", re.I)
NOT_DONE = re.compile(r"\b(?:recommendations?|actions?|issues?|work|matters?|areas?\s+for\s+improvement|AFIs?|which\s+(?:is|are)|remains?|still|yet)\s+(?:\w+\s+)?$", re.I)
INSPECTORS = re.compile(r"\bHMIC(?:FRS)?\b|\binspectors?\b|\binspectorate\b", re.I)
SPAN = 140


def canonical(words: str) -> str:
    """`Requiring improvement` as `requires improvement`."""
    lower = " ".join(words.lower().split())
    return "requires improvement" if lower.startswith(("requir", "improvement")) or lower == "ri" else lower


@dataclass(frozen=True, slots=True)
class _Place:
    """A grade's words in their sentence, from `start` to `end`, with what stands right before and after them."""

    text: str
    start: int
    end: int
    match: re.Match[str]

    @property
    def word(self) -> str:
        return self.match["grade"].lower()

    @property
    def before(self) -> str:
        return self.text[max(self.start, self.match.start() - SPAN) : self.match.start()]

    @property
    def after(self) -> str:
        return self.text[self.match.end() : min(self.end, self.match.end() + 60)]

    @property
    def so_far(self) -> str:
        return self.text[self.start : self.match.start()]

    @property
    def is_quoted(self) -> bool:
        return self.text[self.match.start() - 1 : self.match.start()] in ("'", '"') and self.text[self.match.end() : self.match.end() + 1] in ("'", '"', ",", ".")

    @property
    def names_it(self) -> bool:
        return bool(GRADE_NOUN.match(self.after))

    @property
    def is_judged(self) -> bool:
        return self.names_it or bool(JUDGED.search(self.so_far))


def is_grade(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    place = _Place(text, start, end, match)
    if _is_hoped_or_owed(place):
        return False
    if place.word.startswith("improvement"):
        return bool(GRADED_THINGS.search(place.before) and (QUESTION.search(place.before) or PILLAR.search(place.before)) and ENDS.match(place.after))
    return not _is_of_no_force(place) and (_is_given_by_its_place(place) or _is_given_by_its_words(place))


def _is_hoped_or_owed(place: _Place) -> bool:
    """A grade that is hoped for, and work that is outstanding."""
    is_work = place.word == "outstanding" and not place.is_quoted and NOT_DONE.search(place.before) and not place.is_judged
    return bool(HOPED.search(place.before) or is_work)


def _is_of_no_force(place: _Place) -> bool:
    """The next grade, a grade that is explained, one for a task, or what is said to have been said."""
    is_explained = NO_GRADE.search(place.before) or NEW_GRADE.search(place.before) or any(form.match(place.after) for form in (NEXT_TIME, OR_BETTER, IS_A_GRADE, FOR_A_TASK))
    return bool(is_explained or (HEARSAY.search(place.so_far) and not INSPECTORS.search(place.so_far)))


def _is_given_by_its_place(place: _Place) -> bool:
    """What a grade is for, or the time it was given, stands beside it."""
    text, start, end, match = place.text, place.start, place.end, place.match
    if CONCLUDED_THAT.search(place.before) and ENDS.match(place.after):
        return True
    if is_of_before(text, start, match) and (place.is_judged or GRADE.search(text, match.end(), end) or GRADE.search(text, start, match.start())):
        return True
    is_whole = AS_A_WHOLE.search(place.before) and OF_THE_FORCE.search(place.before)
    if is_whole or any(form.search(place.before) for form in (BECAME, AS_BEFORE, IN_A_YEAR, IN_BRACKETS)):
        return True
    is_aimed_at = AT_ALL.match(place.after) or is_aimed(text, match.end(), end) or _is_of_its_aim(text, start, match.start(), place.after) or _is_idiom(text, start, end, match)
    return bool(is_aimed_at) and not OTHERS_VIEW.search(place.before)


def _is_given_by_its_words(place: _Place) -> bool:
    """Quotation marks, the name of a grade, or a verb of judging say that it is one."""
    if place.is_quoted:
        return place.is_judged or bool(FOUND.search(place.so_far)) or bool(QUOTED_BY.search(place.before)) or bool(QUOTED_AS.search(place.before))
    if not (place.names_it or GOES_ON.match(place.after)):
        return False
    is_verdict = place.is_judged and _is_verdict(place.match["grade"], place.before)
    if not place.word.startswith("requir"):
        return is_verdict or bool(GIVEN.search(place.before))
    is_found_to = TO_REQUIRE.search(place.before) and GOES_ON.match(place.after) and not OF_ANOTHER.search(place.before)
    return bool(is_found_to) or is_verdict or bool(CONCLUDED.search(place.before) and ENDS_SO.match(place.after))


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
