"""The questions of an inspection, in whatever form of the verb an office puts them: "the investigation of crime", "how it investigates crime"."""

from __future__ import annotations

import re

__all__ = ["QUESTION", "canonical_question"]

FORMS = {  # the inspectorate's own form, and the others
    "preventing": r"prevent(?:ing|s|ed)?|(?:the\s+)?prevention\s+of",
    "reducing": r"reduc(?:ing|es?|ed)|(?:the\s+)?reduction\s+of",
    "deterring": r"deter(?:ring|s|red)?",
    "tackling": r"(?:the\s+)?tackling\s+of|tackl(?:ing|es?|ed)",
    "disrupting": r"disrupt(?:ing|s|ed)?|(?:the\s+)?disruption\s+of",
    "investigating": r"investigat(?:ing|es?|ed)|(?:the\s+)?investigation\s+of",
    "protecting": r"protect(?:ing|s|ed)?|(?:the\s+)?protection\s+of",
    "supporting": r"support(?:ing|s|ed)?",
    "managing": r"manag(?:ing|es?|ed)|(?:the\s+)?management\s+of",
    "treating": r"treat(?:ing|s|ed)?",
    "treatment of": r"(?:the\s+)?(?:fair\s+)?treatment\s+of",
    "responding to": r"respond(?:ing|s|ed)?\s+to|(?:the\s+)?response\s+to",
    "recording": r"record(?:ing|s|ed)?|(?:the\s+)?recording\s+of",
    "understanding": r"understand(?:ing|s)?|understood|(?:the\s+|its\s+)?understanding\s+of",
    "using": r"us(?:ing|es?|ed)",
    "meeting": r"meet(?:ing|s)?|met",
    "planning": r"plan(?:ning|s|ned)?",
}
BUILT = r"(?:build(?:ing|s)|built)|develop(?:ing|s|ed)"
PEOPLE = r"(?:registered\s+sex\s+|prolific\s+|dangerous\s+|high[- ]risk\s+)?offenders"
SAFE = r"(?:\s*,?\s*(?:and\s+)?keep(?:ing)?\s+people\s+safe)?"
BEHAVIOUR = r"anti-?\s?social\s+behaviour"
FAIRLY = r"(?:fairly|with\s+(?:fairness|respect|dignity)(?:\s+and\s+(?:respect|dignity))?|respectfully)(?:\s+and\s+(?:with\s+respect|appropriately|respectfully))?"
VICTIMS = r"(?:\s*,?\s*(?:and\s+)?(?:at\s+)?supporting\s+victims)?"


def _form(*names: str) -> str:
    return "(?:" + "|".join(FORMS[name] for name in names) + ")"


QUESTIONS = {
    "effectiveness": (
        rf"{_form('preventing', 'reducing')}\s+crime(?:\s*(?:,|and|&)\s*(?:(?:tackling|preventing|reducing|deterring)\s+(?:crime|vulnerability|offending)|(?:(?:tackling|preventing|reducing|deterring)\s+)?{BEHAVIOUR}|offending|asb\b))*{SAFE}",
        rf"{_form('preventing')}\s+and\s+deter\w*\s+crime(?:\s+and\s+{BEHAVIOUR})?(?:,?\s+and\s+reducing\s+vulnerability)?",
        rf"{_form('investigating')}\s+(?:crimes?|offending|offences)(?:\s+(?:and|&)\s+(?:managing\s+offenders|reducing\s+re-?offending|catching\s+criminals))?",
        rf"{_form('tackling', 'reducing')}\s+{BEHAVIOUR}|cutting\s+crime",
        rf"{_form('protecting')}\s+(?:the\s+)?vulnerable(?:\s+(?:people|victims|adults|children))?(?:\s+from\s+harm)?{VICTIMS}|protecting\s+from\s+harm\s+those\s+who\s+are\s+vulnerable{VICTIMS}"
        rf"|{_form('protecting')}\s+(?:those\s+who\s+are|people\s+who\s+are|those)\s+vulnerable(?:\s+from\s+harm)?{VICTIMS}",
        rf"(?:{_form('tackling', 'disrupting')}\s+)?serious\s+(?:and\s+|&\s+)?organised\s+crime",
        rf"{_form('managing')}\s+(?:{PEOPLE}(?:\s+and\s+suspects)?|suspects(?:\s+and\s+offenders)?)",
        rf"{_form('supporting')}\s+(?:its\s+)?victims|(?:service\s+to|support\s+for)\s+victims(?:\s+of\s+crime)?",
        r"(?:armed\s+policing|specialist\s+capabilities|national\s+policing\s+responsibilities)",
    ),
    "efficiency": (
        rf"{_form('meeting')}\s+current\s+demands?(?:\s+and\s+using\s+resources)?",
        rf"{_form('planning')}\s+for\s+the\s+future",
        rf"{_form('understanding', 'managing')}\s+(?:(?:current|its|our)\s+(?:and\s+future\s+)?)?demand",
        rf"{_form('using')}\s+(?:(?:its|our|their)\s+)?resources(?:\s+(?:well|effectively|efficiently))?",
    ),
    "legitimacy": (
        rf"{_form('treatment of', 'treating')}\s+(?:all\s+)?(?:the\s+)?(?:public|people|communities)(?:\s+(?:it\s+serves\s+)?{FAIRLY})?",
        r"ethical\s+and\s+lawful\s+workforce\s+behaviour|(?:ensur(?:ing|es)\s+)?(?:that\s+)?(?:its\s+)?workforce\s+(?:behav(?:es|ing)|acts?|acting)\s+ethically(?:\s+and\s+lawfully)?",
        rf"{_form('treatment of', 'treating')}\s+(?:the|its|our|their)(?:\s+own)?\s+(?:workforce|staff|people)(?:\s+{FAIRLY})?",
    ),
    "": (
        rf"{_form('responding to')}\s+(?:the\s+public|requests?\s+for\s+service|calls?\s+for\s+service|emergency\s+calls?|calls\s+from\s+the\s+public)",
        rf"{_form('recording')}\s+(?:data\s+about\s+)?crimes?|crime\s+(?:data\s+integrity|recording)",
        rf"(?:(?:{BUILT})(?:,?\s+(?:and\s+)?(?:supporting|protecting|developing|building))*|supporting\s+and\s+protecting|(?:{BUILT})\s+a\s+positive)\s+(?:(?:the|its|our)\s+workforce|workplace)",
        r"vetting(?:\s+and\s+(?:counter[- ]corruption|professional\s+standards))?|(?:tackling\s+)?(?:workforce\s+corruption|corruption\s+in\s+the\s+workforce)|counter[- ]corruption|upholding\s+professional\s+standards|professional\s+standards",
        r"strategic\s+planning(?:,?\s+(?:and\s+)?organisational\s+management)?(?:,?\s+and\s+value\s+for\s+money)?|good\s+use\s+of\s+resources|leadership\s+and\s+force\s+management|(?:providing\s+)?value\s+for\s+money",
        r"(?:use\s+of\s+)?stop\s+and\s+search|use\s+of\s+force|police\s+powers(?:\s+and\s+(?:treating\s+(?:people|the\s+public)\s+fairly(?:\s+and\s+respectfully)?|(?:public\s+treatment|(?:the\s+)?treatment\s+of\s+the\s+public)))?"
        r"|engaging\s+with\s+(?:and\s+treating\s+)?(?:the\s+public|communities)(?:\s+with\s+fairness\s+and\s+respect)?|firearms\s+licensing|custody",
    ),
}
QUESTION = re.compile(r"\b(?:" + "|".join(f"(?P<{pillar or 'none'}{i}>{form})" for pillar, forms in QUESTIONS.items() for i, form in enumerate(forms)) + r")\b", re.I)
OF = re.compile(r"^(\w+ing)\s+of\s+", re.I)
VERBS = {name: re.compile(rf"(?:{form})\b", re.I) for name, form in FORMS.items()}


def canonical_question(words: str) -> str:
    """`the investigation of crime` as `investigating crime`; the rest as printed."""
    plain = re.sub(r"^the\s+", "", " ".join(words.split()), flags=re.I)
    for name, form in VERBS.items():
        match = form.match(plain)
        if match and name != "treatment of":
            return OF.sub(r"\1 ", plain) if plain.lower().startswith(name) else _in_full(f"{name}{plain[match.end() :]}")
    return plain


def _in_full(question: str) -> str:
    """`recorded crime` as the inspectorate's *recording data about crime*."""
    return re.sub(r"^(recording)\s+crimes?$", r"\1 data about crime", question, flags=re.I)
