"""What the graph says of itself: title, rights, sources; the same in every release, so that it may stand in the graph."""

from __future__ import annotations

from knowledge.terms import BASE, thing
from knowledge.triples import Triples

__all__ = ["RIGHTS", "dataset_iri", "described"]

RIGHTS = (
    "The words of letters belong to those who published them; no licence was found on their pages, so treat it as unknown and quote with the source. "
    "Facts in the registers carry the address of the page that states each. Readers' judgements are named by reader and kind of reader."
)
LICENCE = thing("licence", "unknown")


def dataset_iri() -> str:
    """The graph as a thing."""
    return thing("dataset", "peelgraph")


def described() -> Triples:
    """Title, rights and where it comes from (Dublin Core terms, PROV-O)."""
    dataset, publisher = dataset_iri(), thing("publisher", "peelgraph")
    t = Triples().a(dataset, "Peelgraph", "prov:Entity", "kg:Dataset")
    t.say(dataset, "dcterms:title", "Peelgraph: what inspectors found, what commissioners answered, what was found again")
    t.say(dataset, "dcterms:rights", RIGHTS).link(dataset, "dcterms:license", LICENCE).link(dataset, "dcterms:publisher", publisher)
    t.say(dataset, "dcterms:description", "Letters of police and crime commissioners to the Home Secretary, read by rules, joined by named readers' judgements.")
    t.a(LICENCE, "licence unknown", "dcterms:LicenseDocument", "kg:Licence")
    t.say(LICENCE, "dcterms:description", "No licence was found on the publisher's page.")
    t.a(publisher, "Peelgraph", "foaf:Agent", "kg:Publisher").say(publisher, "foaf:name", "Peelgraph")
    return t.link(dataset, "rdfs:seeAlso", BASE + "catalog")
