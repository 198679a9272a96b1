"""What the gate finds: a rule, the thing that breaks it, and the sentences for a person."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.terms import KG, PREFIXES, slug_of
from loaders.check.facts import Facts, Term

__all__ = ["Refusal", "Result", "sentence"]

WORDS_SHOWN = 160


@dataclass(frozen=True)
class Result:
    """One thing that breaks one rule. `shape` is the rule's IRI, `component` what SHACL calls the constraint, `text` the paragraph."""

    shape: str
    component: str
    severity: str
    focus: str
    message: str
    remedy: str
    value: str | None = None
    path: str | None = None
    detail: str = ""
    text: str = ""

    def __str__(self) -> str:
        return self.text


class Refusal(Exception):
    """What was to be loaded would make the graph false about its sources; nothing was loaded.

    The message is one paragraph: letter, quote, rule, what would be right. `results` holds every violation and warning, `report`
    is the SHACL validation report as Turtle.
    """

    def __init__(self, results: list[Result]):
        self.results = results
        violations = [r for r in results if r.severity == "Violation"]
        more = len(violations) - 1
        rest = f" {more} more {'statements break' if more > 1 else 'statement breaks'} a rule." if more else ""
        super().__init__(str(violations[0]) + rest)

    @property
    def report(self) -> str:
        """The results as a `sh:ValidationReport`."""
        from loaders.check.report import turtle

        return turtle(self.results)


def clip(words: str) -> str:
    """At most `WORDS_SHOWN` characters, on one line."""
    plain = " ".join(words.split())
    return plain if len(plain) <= WORDS_SHOWN else plain[:WORDS_SHOWN] + "…"


def short(name: str | None) -> str:
    """A term as people write it: `kg:answers`."""
    for prefix, namespace in PREFIXES.items():
        if name and prefix != "id" and name.startswith(namespace):
            return f"{prefix}:{name[len(namespace) :]}"
    return name or ""


def _where(facts: Facts, focus: Term) -> str:
    """` in 'Letter of …'`, and the words, for what stands in a letter."""
    letter, quote = facts.letter(focus), facts.quote(focus)
    parts = f"'{slug_of(focus.value)}'" if letter is None else f"'{facts.label(letter)}' ({slug_of(letter.value)})"
    if quote is None:
        return parts if letter in (None, focus) else f"{parts}, '{facts.label(focus)}'"
    words = facts.one(quote, KG + "text")
    places = [found.value for name in ("start", "end") if (found := facts.one(quote, KG + name))]
    source = facts.one(facts.one(quote, PREFIXES["oa"] + "hasSource"), KG + "fileName")
    return f"{parts}, '{clip(words.value if words else '')}' (characters {' to '.join(places)} of '{source.value if source else '?'}')"


def sentence(facts: Facts, focus: Term, result: Result) -> str:
    """One paragraph: where, the rule, what was found, what would be right."""
    verb = "is refused" if result.severity == "Violation" else "is loaded with a warning"
    found = f" Found {short(result.path)} '{clip(result.value)}'." if result.value and result.path else ""
    detail = f" {result.detail}" if result.detail else ""
    rule = short(result.shape).removeprefix("kg:")
    return f"{_where(facts, focus)} {verb}. {result.message} (rule {rule}){found}{detail} What would be right: {result.remedy}"
