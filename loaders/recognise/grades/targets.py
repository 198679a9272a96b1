"""What a grade is given for: one of the pillars, or a question of the inspection, as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["PILLAR", "QUESTION", "WHOLE", "Target", "canonical_question", "pillar_of_title", "targets"]

PILLARS = {"effectiveness": "effective", "efficiency": "efficien", "legitimacy": "legitima", "leadership": "leadership"}
PILLAR = re.compile(
    r"(?<!including )\b(?:(?:effectiveness|efficiency|legitimacy|leadership)\b(?!\s+(?:skills|programme|development|team|and\s+force\s+management))|(?<=how )(?:effective|efficient|legitimate)(?:ly)?\b)", re.I
)
OVERALL = {  # the inspectorate's own phrases for a whole pillar
    "effectiveness": r"keep(?:ing|s)\s+people\s+safe\s+and\s+reduc(?:ing|es)\s+crime",
    "efficiency": r"(?:securing\s+(?:its|a|the)\s+(?:\w+\s+)?financial\s+position|providing\s+value\s+for\s+money)(?:\s+for\s+the\s+short(?:[ -]term)?\s+and\s+long(?:er)?[ -]term)?",
    "legitimacy": r"treating\s+people\s+with\s+fairness\s+and\s+respect",
}
NOUNS = {"investigation of": "investigating", "management of": "managing", "protection of": "protecting", "prevention of": "preventing", "recording of": "recording"}
SAFE = r"(?:\s*,?\s*(?:and\s+)?keep(?:ing)?\s+people\s+safe)?"
QUESTIONS = {
    "effectiveness": (
        rf"(?:preventing|reducing|(?:the\s+)?prevention\s+of)\s+crime(?:\s*(?:,|and|&)\s*(?:(?:tackling|preventing|reducing|deterring)\s+(?:crime|vulnerability|offending)|(?:(?:tackling|preventing|reducing|deterring)\s+)?anti-?\s?social\s+behaviour|offending|asb\b))*{SAFE}",
        r"preventing\s+and\s+deterring\s+crime(?:\s+and\s+anti-?\s?social\s+behaviour)?(?:,?\s+and\s+reducing\s+vulnerability)?",
        r"(?:investigating|(?:the\s+)?investigation\s+of)\s+(?:crime|offending|offences)(?:\s+(?:and|&)\s+(?:managing\s+offenders|reducing\s+re-?offending|catching\s+criminals))?",
        r"(?:tackling|reducing)\s+anti-?\s?social\s+behaviour|cutting\s+crime",
        r"protecting\s+(?:the\s+)?vulnerable(?:\s+people)?(?:\s+from\s+harm)?(?:\s*,?\s*(?:and\s+)?supporting\s+victims)?|protecting\s+from\s+harm\s+those\s+who\s+are\s+vulnerable(?:\s+and\s+supporting\s+victims)?|protecting\s+those\s+who\s+are\s+vulnerable(?:\s+from\s+harm)?(?:\s*,?\s*(?:and\s+)?supporting\s+victims)?|(?:the\s+)?protection\s+of\s+vulnerable\s+people",
        r"(?:tackling|disrupting)\s+serious\s+(?:and\s+)?organised\s+crime",
        r"managing\s+offenders(?:\s+and\s+suspects)?|(?:the\s+)?management\s+of\s+(?:offenders|suspects)(?:\s+and\s+suspects)?",
        r"supporting\s+victims|service\s+to\s+victims(?:\s+of\s+crime)?",
        r"(?:armed\s+policing|specialist\s+capabilities|national\s+policing\s+responsibilities)",
    ),
    "efficiency": (
        r"meeting\s+current\s+demands?(?:\s+and\s+using\s+resources)?",
        r"planning\s+for\s+the\s+future",
        r"(?:understanding|managing)\s+(?:current\s+(?:and\s+future\s+)?)?demand",
        r"using\s+(?:its\s+)?resources(?:\s+(?:well|effectively))?",
    ),
    "legitimacy": (
        r"(?:fair\s+treatment\s+of|treating|treatment\s+of)\s+(?:the\s+)?(?:public|people)(?:\s+(?:it\s+serves\s+)?(?:fairly|with\s+fairness(?:\s+and\s+respect)?))?(?:\s+and\s+(?:with\s+respect|appropriately|respectfully))?",
        r"ethical\s+and\s+lawful\s+workforce\s+behaviour|(?:ensuring\s+)?(?:its\s+)?workforce\s+behav(?:es|ing)\s+ethically\s+and\s+lawfully",
        r"(?:fair\s+treatment\s+of|treating|treatment\s+of)\s+(?:the|its)\s+workforce(?:\s+with\s+fairness\s+and\s+respect|\s+fairly)?",
    ),
    "": (
        r"(?:responding|response)\s+to\s+(?:the\s+public|requests?\s+for\s+service|calls?\s+for\s+service|emergency\s+calls?)",
        r"recording\s+(?:data\s+about\s+)?crimes?|crime\s+(?:data\s+integrity|recording)",
        r"(?:building,?\s+supporting\s+(?:and\s+)?protecting|supporting\s+and\s+protecting|developing\s+a\s+positive|building\s+a\s+positive)\s+(?:the\s+workforce|workplace)",
        r"vetting(?:\s+and\s+(?:counter[- ]corruption|professional\s+standards))?|counter[- ]corruption|upholding\s+professional\s+standards|professional\s+standards",
        r"strategic\s+planning(?:,?\s+(?:and\s+)?organisational\s+management)?(?:,?\s+and\s+value\s+for\s+money)?|good\s+use\s+of\s+resources|leadership\s+and\s+force\s+management|value\s+for\s+money",
        r"(?:use\s+of\s+)?stop\s+and\s+search|use\s+of\s+force|engaging\s+with\s+(?:and\s+treating\s+)?(?:the\s+public|communities)|firearms\s+licensing|custody",
    ),
}
QUESTION = re.compile(r"\b(?:" + "|".join(f"(?P<{pillar or 'none'}{i}>{form})" for pillar, forms in QUESTIONS.items() for i, form in enumerate(forms)) + r")\b", re.I)

WHOLE = {pillar: re.compile(form, re.I) for pillar, form in OVERALL.items()}


@dataclass(frozen=True, slots=True)
class Target:
    """Where what is graded stands, and its pillar or question."""

    start: int
    end: int
    pillar: str | None = None
    question: str | None = None


def targets(text: str, start: int, end: int) -> list[Target]:
    """The questions named between `start` and `end`; where there is none, the pillars, as often as they are named."""
    pillars = [Target(m.start(), m.end(), _pillar(m[0])) for m in PILLAR.finditer(text, start, end)]
    whole = [Target(*m.span(), name) for name, form in WHOLE.items() for m in form.finditer(text, start, end) if not pillars]
    asked = [Target(m.start(), m.end(), _pillar_of(m), canonical_question(m[0])) for m in QUESTION.finditer(text, start, end)]
    questions = [aim for aim in asked if not any(phrase.start < aim.end and aim.start < phrase.end for phrase in whole)]
    return sorted([*questions, *whole] if questions else whole + pillars, key=lambda aim: aim.start)


def _pillar(word: str) -> str:
    return next(name for name, stem in PILLARS.items() if word.lower().startswith(stem))


def canonical_question(words: str) -> str:
    """`the investigation of crime` as `investigating crime`; other words as printed."""
    plain = re.sub(r"^the\s+", "", " ".join(words.split()), flags=re.I)
    for noun, verb in NOUNS.items():
        plain = re.sub(rf"^{noun}\b", verb, plain, flags=re.I)
    return plain


def pillar_of_title(title: str) -> str | None:
    """The one pillar that a report's title names; leadership only where nothing else is named."""
    named = [name for name, stem in PILLARS.items() if re.search(rf"\b{stem}", title, re.I)]
    named = [name for name in named if name != "leadership"] or named
    if len(named) == 1:
        return named[0]
    return "effectiveness" if not named and re.search(r"crime\s+inspection\s+20\d\d", title, re.I) else None


def _pillar_of(match: re.Match[str]) -> str | None:
    name = re.sub(r"\d+$", "", match.lastgroup or "none")
    return None if name == "none" else name
