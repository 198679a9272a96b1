"""The parameters of named questions: a word from a person, as a term of the graph or a sentence about what would be right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pyoxigraph as ox

from knowledge import dates
from knowledge.store import Readable, Term
from knowledge.terms import EDTF, KG, PREFIXES, slug, slug_of, thing

__all__ = ["Parameter", "QuestionError"]

XSD = PREFIXES["xsd"]
LINE = re.compile(r"(\S+)\s+(\w+)(\?)?(?:=(\S+))?\s*(.*)")
THINGS = {
    "Force": "force",
    "Person": "person",
    "Theme": "theme",
    "Finding": "finding",
    "Report": "report",
    "Alliance": "alliance",
    "Letter": "letter",
    "Office": "office",
}
WORDS = {
    "Kind": ("kind", ("area_for_improvement", "recommendation", "cause_of_concern", "concern")),
    "Evidence": ("evidence", ("inspectorate", "letter", "reviewed")),
    "Verdict": ("verdict", ("on_time", "late", "cannot_confirm", "no_limit_then", "not_applicable")),
    "Status": ("status", ("done", "in_progress", "planned", "under_review", "declined", "monitoring")),
}


class QuestionError(ValueError):
    """A question, parameter or value that is not there; the message names what would be right."""


def _iri(text: str) -> ox.NamedNode | None:
    """Nothing for what is no IRI (RFC 3987), such as a half-written percent encoding."""
    try:
        return ox.NamedNode(text)
    except ValueError:
        return None


def _nearest(word: str, choices: list[str]) -> str:
    near = get_close_matches(slug(word), choices, 1, cutoff=0.5)
    return f" Did you mean '{near[0]}'?" if near else (f" Choose from: {', '.join(choices)}." if 0 < len(choices) <= 60 else "")


@dataclass(frozen=True)
class Parameter:
    """One parameter as its header line declares it. On the command line `--later-kind`, in GraphQL and SPARQL `laterKind`."""

    name: str
    type: str
    optional: bool
    default: str | None
    description: str

    @classmethod
    def parse(cls, line: str, where: str) -> Parameter:
        """From `later-kind Kind?=concern  what it is`. Raises `QuestionError` for a line or type that is not known."""
        match = LINE.fullmatch(line.strip())
        if not match or match[2] not in THINGS | WORDS | {"Year": 1, "Date": 1, "Boolean": 1, "String": 1}:
            raise QuestionError(f"The parameter line '{line}' of '{where}' is not 'name Type description'.")
        return cls(match[1], match[2], bool(match[3]) or match[4] is not None, match[4], match[5])

    @property
    def many(self) -> bool:
        """Whether several values may be given at once, as lists in GraphQL."""
        return self.type == "Kind"

    @property
    def variable(self) -> str:
        """The SPARQL variable and GraphQL argument: `at-least` is `atLeast`."""
        head, *rest = self.name.split("-")
        return head + "".join(part.title() for part in rest)

    def term(self, store: Readable, given: Any) -> Term | None:
        """`given` (or the default) as a term; `None` if it is optional and absent. Raises `QuestionError`."""
        word = self.default if given is None else given
        if word is None and not self.optional:
            raise QuestionError(f"The parameter '{self.name}' is needed: {self.description}.")
        return None if word is None else self._of_type(store, str(word).strip())

    def _of_type(self, store: Readable, word: str) -> Term:
        if self.type in THINGS:
            return self._thing(store, word)
        if self.type in WORDS:
            return self._word(word)
        return {"Year": self._year, "Date": self._date, "Boolean": self._boolean, "String": ox.Literal}[self.type](word)

    def _thing(self, store: Readable, word: str) -> Term:
        kind = THINGS[self.type]
        iri = word if "://" in word else thing(kind, word)
        if (term := _iri(iri)) and next(store.triples(iri, PREFIXES["rdf"] + "type"), None):
            return term
        same_type = store.triples(None, PREFIXES["rdf"] + "type", ox.NamedNode(KG + self.type))
        known = sorted({slug_of(t.subject.value) for t in same_type})
        raise QuestionError(f"There is no {kind} '{word}'.{_nearest(word, known)}")

    def _word(self, word: str) -> Term:
        scheme, words = WORDS[self.type]
        plain = slug_of(word).removeprefix(scheme + "-").lower().replace("-", "_").replace(" ", "_")
        if plain not in words:
            raise QuestionError(f"There is no {scheme} '{word}'.{_nearest(word, [w.replace('_', '-') for w in words])}")
        return ox.Literal(plain.upper())  # the concept's skos:notation, which answers have in the same column

    def _year(self, word: str) -> Term:
        if not re.fullmatch(r"[0-9]{4}", word):
            raise QuestionError(f"'{word}' is not a year for '{self.name}'. Write four digits, such as 2014.")
        return ox.Literal(word, datatype=ox.NamedNode(XSD + "integer"))

    def _date(self, word: str) -> Term:
        try:
            dates.one(word)
        except ValueError as error:
            raise QuestionError(f"For '{self.name}': {error}") from error
        return ox.Literal(word, datatype=ox.NamedNode(EDTF))

    def _boolean(self, word: str) -> Term:
        if word.lower() not in ("true", "false", "1", "0", "yes", "no"):
            raise QuestionError(f"'{word}' is neither true nor false for '{self.name}'.")
        return ox.Literal(str(word.lower() in ("true", "1", "yes")).lower(), datatype=ox.NamedNode(XSD + "boolean"))
