"""Results as a SHACL validation report (W3C Recommendation, section 3.6)."""

from __future__ import annotations

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH

from loaders.check.results import Result

__all__ = ["turtle"]


def turtle(results: list[Result]) -> str:
    """A `sh:ValidationReport` as Turtle: it conforms when nothing is refused, as pySHACL has it with warnings allowed."""
    graph, report = Graph(), BNode("report")
    graph.bind("sh", SH)
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(not any(r.severity == "Violation" for r in results))))
    for number, result in enumerate(results):
        _add(graph, report, BNode(f"result{number}"), result)
    return graph.serialize(format="turtle")


def _add(graph: Graph, report: BNode, node: BNode, result: Result) -> None:
    graph.add((report, SH.result, node))
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, SH.focusNode, URIRef(result.focus)))
    graph.add((node, SH.sourceShape, URIRef(result.shape)))
    graph.add((node, SH.sourceConstraintComponent, URIRef(result.component)))
    graph.add((node, SH.resultSeverity, SH[result.severity]))
    graph.add((node, SH.resultMessage, Literal(str(result))))
    if result.path:
        graph.add((node, SH.resultPath, URIRef(result.path)))
