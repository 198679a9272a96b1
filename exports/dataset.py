"""The dataset's own description: VoID for linked-data clients, DCAT for catalogues; the graph carries the same statements."""

from __future__ import annotations

import pyoxigraph as ox

from exports.whole import FORMATS
from knowledge.dataset import dataset_iri, described
from knowledge.store import Readable
from knowledge.terms import BASE, PREFIXES
from knowledge.triples import Triples, full

__all__ = ["catalogue", "void"]

DCAT = "http://www.w3.org/ns/dcat#"
VOID = "http://rdfs.org/ns/void#"
XSD = PREFIXES["xsd"]
SERVICES = {"sparql": "SPARQL 1.1 Protocol, queries only", "graphql": "GraphQL over HTTP"}
DATED = ("kg:reviewedOn", "kg:correctedOn")


def _triples(statements: Triples) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(statements.text().encode(), ox.RdfFormat.N_TRIPLES)]


def _release(store: Readable) -> Triples:
    """What a release adds to the standing description: its number, date and digest."""
    dataset, manifest = dataset_iri(), store.manifest
    t = Triples().update(described())
    t.say(dataset, "owl:versionInfo", manifest.release)
    t.say(dataset, "dcterms:issued", manifest.issued, datatype=XSD + "date")
    t.say(dataset, "dcterms:modified", _changed(store), datatype=XSD + "date")
    return t.say(dataset, full("kg:graphDigest"), manifest.digest)


def _changed(store: Readable) -> str | None:
    """The day of the last judgement or correction that the graph holds: of the records, not of a build."""
    return max((t.object.value[:10] for name in DATED for t in store.triples(None, full(name))), default=None)


def void(store: Readable) -> list[ox.Triple]:
    """VoID (W3C Interest Group Note, 3 March 2011): what is in the dataset and how to get at it."""
    dataset, t = dataset_iri(), _release(store)
    t.link(dataset, "rdf:type", VOID + "Dataset")
    t.say(dataset, VOID + "triples", store.manifest.triples)
    t.link(dataset, VOID + "sparqlEndpoint", BASE + "sparql")
    t.link(dataset, VOID + "dataDump", *(BASE + f"export/{name}" for name in ("turtle", "ntriples", "jsonld", "rdfxml", "nquads", "trig")))
    t.say(dataset, VOID + "uriSpace", BASE + "id/")
    t.link(dataset, VOID + "vocabulary", BASE + "ontology", *(PREFIXES[name] for name in ("org", "foaf", "prov", "skos", "oa")))
    example = next(store.triples(None, full("kg:answers")), None)
    return _triples(t.link(dataset, VOID + "exampleResource", example and example.subject.value))


def catalogue(store: Readable) -> list[ox.Triple]:
    """DCAT 3: a catalogue of one dataset with a distribution for each export."""
    dataset, t, catalog = dataset_iri(), _release(store), BASE + "catalog"
    t.link(catalog, "rdf:type", DCAT + "Catalog").say(catalog, "dcterms:title", "Peelgraph")
    t.say(catalog, "dcterms:description", "One dataset: letters of police and crime commissioners and what they answer.")
    t.link(catalog, "dcterms:publisher", BASE + "id/publisher/peelgraph").link(catalog, DCAT + "dataset", dataset)
    t.link(dataset, "rdf:type", DCAT + "Dataset")
    for name, form in FORMATS.items():
        distribution = BASE + f"export/{name}"
        t.link(dataset, DCAT + "distribution", distribution).link(distribution, "rdf:type", DCAT + "Distribution")
        t.say(distribution, "dcterms:title", form.title).link(distribution, DCAT + "downloadURL", distribution)
        t.link(distribution, DCAT + "accessURL", distribution)
        t.link(distribution, DCAT + "mediaType", "https://www.iana.org/assignments/media-types/" + form.media_type)
        t.link(distribution, "dcterms:license", BASE + "id/licence/unknown")
    for path, title in SERVICES.items():
        service = BASE + path
        t.link(service, "rdf:type", DCAT + "DataService").say(service, "dcterms:title", title).link(catalog, DCAT + "service", service)
        t.link(service, DCAT + "endpointURL", service).link(service, DCAT + "servesDataset", dataset)
    return _triples(t)
