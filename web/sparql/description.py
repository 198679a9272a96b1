"""What the SPARQL service can do, in its own vocabulary (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import pyoxigraph as ox

from knowledge.store import Readable

__all__ = ["description"]

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)
VOID = "http://rdfs.org/ns/void#"


def description(store: Readable, address: str, form: ox.RdfFormat) -> bytes:
    """The service at `address` as RDF."""
    service, dataset, graph = (ox.NamedNode(address + part) for part in ("", "#dataset", "#default-graph"))
    a = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    sd = lambda name: ox.NamedNode(SD + name)  # noqa: E731
    triples = [
        ox.Triple(service, a, sd("Service")),
        ox.Triple(service, sd("endpoint"), service),
        ox.Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        ox.Triple(service, sd("defaultDataset"), dataset),
        ox.Triple(dataset, a, sd("Dataset")),
        ox.Triple(dataset, sd("defaultGraph"), graph),
        ox.Triple(graph, a, sd("Graph")),
        ox.Triple(graph, ox.NamedNode(VOID + "triples"), ox.Literal(store.manifest.triples)),
        *(ox.Triple(service, sd("resultFormat"), ox.NamedNode(FORMATS + name)) for name in RESULT_FORMATS),
    ]
    return ox.serialize(triples, format=form, prefixes={"sd": SD, "void": VOID})
