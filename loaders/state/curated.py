"""What a person set right in a letter, said of the letter: which field, why, who and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.terms import EDTF, slug, thing
from knowledge.triples import Triples
from loaders.corrections import Correction
from loaders.letter import Letter
from loaders.state.names import Key, key_of, letter_iris

__all__ = ["curated"]


def curated(letters: Iterable[Letter], corrections: Iterable[Correction], iris: Mapping[Key, str] | None = None) -> Triples:
    """The corrections that letters bear; a row that no letter bears is no part of the graph."""
    held = list(letters)
    names, rows = iris or letter_iris(held), {row.slug: row for row in corrections}
    triples = Triples()
    for letter in held:
        for name in letter.corrections:
            triples.link(names[key_of(letter)], "kg:correctedBy", _correction(triples, rows[name]))
    return triples


def _correction(triples: Triples, row: Correction) -> str:
    iri = thing("correction", slug(row.slug))
    triples.a(iri, f"{row.what}: {row.reason}", "Correction").say(iri, "kg:field", row.what).say(iri, "kg:reason", row.reason)
    triples.say(iri, "prov:wasAttributedTo", row.by).say(iri, "kg:correctedOn", row.on, datatype=EDTF)
    return iri
