"""What a grade is given for: one of the pillars, or a question of the inspection, as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.grades.questions import QUESTION, canonical_question
from loaders.recognise.words import PILLARS

__all__ = ["PILLAR", "QUESTION", "WHOLE", "Target", "pillar_of_title", "targets"]

STEMS = {"effectiveness": "effective", "efficiency": "efficien", "legitimacy": "legitima", "leadership": "leadership"}
PILLAR = re.compile(
    rf"(?<!including )\b(?:(?:{'|'.join(PILLARS)})\b(?!\s+(?:skills|programme|development|team|and\s+force\s+management))|(?<=how )(?:effective|efficient|legitimate)(?:ly)?\b|(?:efficiently|legitimately)\b)",
    re.I,
)
OVERALL = {  # the inspectorate's own phrases for a whole pillar
    "effectiveness": r"keep(?:ing|s)\s+people\s+safe\s+and\s+reduc(?:ing|es)\s+crime|reduc(?:ing|es)\s+crime\s+and\s+keep(?:ing|s)\s+people\s+safe",
    "efficiency": r"(?:securing\s+(?:its|a|the)\s+(?:\w+\s+)?financial\s+position|providing\s+value\s+for\s+money)(?:\s+for\s+the\s+short(?:[ -]term)?\s+and\s+long(?:er)?[ -]term)?",
    "legitimacy": r"treating\s+people\s+with\s+fairness\s+and\s+respect",
}
WHOLE = {pillar: re.compile(form, re.I) for pillar, form in OVERALL.items()}


@dataclass(frozen=True, slots=True)
class Target:
    """Where what is graded stands, and its pillar or question; `is_open` where no question is known by its words."""

    start: int
    end: int
    pillar: str | None = None
    question: str | None = None
    is_open: bool = False


def targets(text: str, start: int, end: int) -> list[Target]:
    """The questions named between `start` and `end`; where there is none, the pillars, as often as they are named."""
    pillars = [Target(m.start(), m.end(), _pillar(m[0])) for m in PILLAR.finditer(text, start, end)]
    phrases = [Target(*m.span(), name) for name, form in WHOLE.items() for m in form.finditer(text, start, end)]
    whole = [] if pillars else phrases
    asked = [Target(m.start(), m.end(), _pillar_of(m), canonical_question(m[0])) for m in QUESTION.finditer(text, start, end)]
    questions = [aim for aim in asked if not any(phrase.start < aim.end and aim.start < phrase.end for phrase in phrases)]
    return sorted([*questions, *whole] if questions else whole + pillars, key=lambda aim: aim.start)


def _pillar(word: str) -> str:
    return next(name for name, stem in STEMS.items() if word.lower().startswith(stem))


def pillar_of_title(title: str) -> str | None:
    """The one pillar that a report's title names; leadership only where nothing else is named."""
    named = [name for name, stem in STEMS.items() if re.search(rf"\b{stem}", title, re.I)]
    named = [name for name in named if name != "leadership"] or named
    if len(named) == 1:
        return named[0]
    return "effectiveness" if not named and re.search(r"crime\s+inspection\s+20\d\d", title, re.I) else None


def _pillar_of(match: re.Match[str]) -> str | None:
    name = re.sub(r"\d+$", "", match.lastgroup or "none")
    return None if name == "none" else name
