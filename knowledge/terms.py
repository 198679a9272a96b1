"""The words of the graph: IRIs of things, terms and concepts, and the slugs they are made of."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata

__all__ = [
    "BASE",
    "DEFAULT_BASE",
    "EDTF",
    "KG",
    "PREFIXES",
    "concept",
    "localise",
    "report_slug",
    "short_hash",
    "slug",
    "slug_of",
    "thing",
]

DEFAULT_BASE = "https://peelgraph.example/"
BASE = os.environ.get("PEELGRAPH_BASE", DEFAULT_BASE).rstrip("/") + "/"
KG = BASE + "ontology#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
PREFIXES = {
    "kg": KG,
    "id": BASE + "id/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# Letters of Europe that have no accent to take off.
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i"})


def slug(text: str, limit: int | None = None) -> str:
    """`text` as `[a-z0-9-]+`, at most `limit` characters, cut at a word.

    Of a name in another alphabet eight hex digits of its SHA-256 are kept, so that two are not one; `x` if nothing is there.
    """
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
    if limit and len(plain) > limit:
        plain = plain[: limit + 1].rsplit("-", 1)[0][:limit]
    return plain or (f"x-{short_hash(unicodedata.normalize('NFC', text))}" if any(c.isalnum() for c in text) else "x")


def report_slug(title: str, year: int | None, force: str | None = None) -> str:
    """`{title}-{year}[-{force}]`, the title at most 60 characters (CONTRACT section 0)."""
    core = re.sub(r"^(peel\b[:\s]*)?(police\s+)?", "", title, flags=re.I)
    core = re.split(r"\s+[-–—]\s+an inspection of|\s+an inspection of", core, flags=re.I)[0] or title
    core = re.sub(r"\(including leadership\)", "", core, flags=re.I)
    core = _without_force(core, force)
    core = re.sub(r"\s*\b(19|20)\d\d([/–-](20)?\d\d)?\b", "", core) if year else core
    core = core if any(c.isalpha() for c in core) else " ".join([*title.split()[:1], core])
    parts = [slug(core, 60), str(year) if year else None, force]
    return "-".join(part for part in parts if part)


def _without_force(title: str, force: str | None) -> str:
    """A title without the force's name at its end or before its colon: the slug ends with it anyway."""
    named = re.fullmatch(r"(?P<rest>.*?)(?:\s*[:,–—]\s*|\s+-\s+|^)(?P<force>[^:,–—]+)", title)
    is_own = named and force and slug(re.sub(r"\s+(police|constabulary).*$", "", named["force"], flags=re.I)) == force
    return named["rest"] if named and is_own and named["rest"] else title


def short_hash(text: str, length: int = 8) -> str:
    """The first `length` hex digits of the SHA-256 of `text` in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def thing(kind: str, name: str) -> str:
    """The IRI of a thing: `thing("force", "west-mercia")`."""
    return f"{BASE}id/{kind}/{name}"


def concept(scheme: str, word: str) -> str:
    """The IRI of a controlled value: `concept("status", "in_progress")`."""
    return thing("concept", f"{scheme}-{slug(word.replace('_', ' '))}")


def slug_of(iri: str) -> str:
    """The last part of an IRI of ours."""
    return iri.rsplit("/", 1)[-1]


def localise(text: str) -> str:
    """Turtle, SPARQL or JSON of ours, written for the default base, for the base in force."""
    return text if BASE == DEFAULT_BASE else text.replace(DEFAULT_BASE, BASE)
