"""What a grade is given for: one of the pillars, or a question of the inspection, as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["PILLAR", "Target", "pillar_of_title", "targets"]

PILLARS = {"effectiveness": "effective", "efficiency": "efficien", "legitimacy": "legitima", "leadership": "leadership"}
PILLAR = re.compile(
    r"(?<!including )(?<!its )\b(?:(?:effectiveness|efficiency|legitimacy|leadership)\b(?!\s+(?:skills|programme|development|team|and\s+force\s+management))|(?<=how )(?:effective|efficient|legitimate)(?:ly)?\b)", re.I
)
SAFE = r"(?:\s*,?\s*(?:and\s+)?keep(?:ing)?\s+people\s+safe)?"
QUESTIONS = {
    "effectiveness": (
        rf"(?:preventing|reducing)\s+crime(?:\s*(?:,|and|&)\s*(?:(?:tackling|preventing|reducing|deterring)\s+)?(?:anti[- ]?social\s+behaviour|offending|asb|crime|vulnerability))*{SAFE}",
        r"preventing\s+and\s+deterring\s+crime(?:\s+and\s+anti[- ]?social\s+behaviour)?(?:,?\s+and\s+reducing\s+vulnerability)?",
        r"investigat(?:ing|ion\s+of)\s+(?:crime|offending|offences)(?:\s+(?:and|&)\s+(?:managing\s+offenders|reducing\s+re-?offending|catching\s+criminals))?",
        r"tackling\s+anti[- ]?social\s+behaviour",
        r"protecting\s+(?:the\s+)?vulnerable(?:\s+people)?(?:\s+from\s+harm)?(?:\s*,?\s*(?:and\s+)?supporting\s+victims)?|protecting\s+from\s+harm\s+those\s+who\s+are\s+vulnerable(?:\s+and\s+supporting\s+victims)?|protecting\s+those\s+who\s+are\s+vulnerable(?:\s+from\s+harm)?(?:\s*,?\s*(?:and\s+)?supporting\s+victims)?",
        r"(?:tackling|disrupting)\s+serious\s+(?:and\s+)?organised\s+crime",
        r"managing\s+offenders(?:\s+and\s+suspects)?",
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
        r"strategic\s+planning(?:,\s*organisational\s+management\s+and\s+value\s+for\s+money)?|good\s+use\s+of\s+resources|leadership\s+and\s+force\s+management|value\s+for\s+money",
        r"(?:use\s+of\s+)?stop\s+and\s+search|use\s+of\s+force|engaging\s+with\s+(?:and\s+treating\s+)?(?:the\s+public|communities)|firearms\s+licensing|custody",
    ),
}
QUESTION = re.compile(r"\b(?:" + "|".join(f"(?P<{pillar or 'none'}{i}>{form})" for pillar, forms in QUESTIONS.items() for i, form in enumerate(forms)) + r")\b", re.I)


@dataclass(frozen=True, slots=True)
class Target:
    """Where what is graded stands, and its pillar or question."""

    start: int
    end: int
    pillar: str | None = None
    question: str | None = None


def targets(text: str, start: int, end: int) -> list[Target]:
    """The questions named between `start` and `end`; where there is none, the pillars, each once."""
    questions = [Target(m.start(), m.end(), _pillar_of(m), " ".join(m[0].split())) for m in QUESTION.finditer(text, start, end)]
    found: dict[str, Target] = {}
    for match in PILLAR.finditer(text, start, end):
        name = next(name for name, stem in PILLARS.items() if match[0].lower().startswith(stem))
        found.setdefault(name, Target(match.start(), match.end(), name))
    return questions or list(found.values())


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
