"""Every shape: what passes it, what fails it, and that pySHACL and rudof give the same verdicts as the gate.

A rule is a folder of `tests/shapes/`, named as the shape is. In `fails.ttl` the things whose name begins with `bad` break the rule,
and nothing else does. Texts of documents lie beside them.
"""

from __future__ import annotations

import logging
from functools import cache
from hashlib import sha256
from pathlib import Path

import pyrudof
import pyshacl
import pytest
import rdflib
from rdflib.namespace import SH

from knowledge.terms import KG, localise
from knowledge.vocabulary import concepts, ontology_text
from loaders.check import ShapesError, results_of
from loaders.check.compiler import compile_shapes, shapes
from loaders.check.facts import Facts
from loaders.check.rules import WITHOUT_TEXTS

HOUSE = Path(__file__).resolve().parent
FOLDERS = sorted(path for path in (HOUSE / "shapes").iterdir() if path.is_dir())
IN_PYTHON = {
    "ThingShape-named", "ThingShape-typed", "ThingShape-kind", "ThingShape-reference", "ThingShape-term", "ThingShape-use", "DateShape-real",
    "QuoteShape-exact", "LetterShape-inside", "LineageShape-strength",
}  # fmt: skip
WARNINGS = {
    "LetterShape-answers", "LetterShape-whose", "LetterShape-after-report", "LetterShape-author-in-office", "LetterShape-addressee-in-office",
    "PersonShape-registered", "ForceShape-registered", "CauseOfConcernShape-recommendations", "JudgementShape-scale",
}  # fmt: skip
Verdicts = set[tuple[str, str]]

logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # it prints a traceback for each literal that is meant to be wrong


def lines(turtle: str) -> list[str]:
    graph = rdflib.Graph().parse(data=localise(turtle), format="turtle")
    return [line for line in graph.serialize(format="nt").splitlines() if line.strip()]


def texts(folder: Path) -> dict[str, str]:
    files = [path.read_bytes() for path in folder.glob("*.txt")]
    return {sha256(data).hexdigest(): data.decode() for data in files}


def reported(folder: Path, name: str) -> set[str]:
    """What the rule of this folder reports in one of its files, by the last part of the name."""
    facts = Facts(lines((folder / name).read_text(encoding="utf-8")))
    found = results_of(facts, list(facts.of), texts(folder))
    return {short(r.focus) for r in found if r.shape == KG + folder.name}


def short(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def bad_things(folder: Path) -> set[str]:
    facts = Facts(lines((folder / "fails.ttl").read_text(encoding="utf-8")))
    return {short(thing.value) for thing in facts.of if short(thing.value).startswith("bad-")}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_what_keeps_the_rule_passes(folder: Path) -> None:
    assert reported(folder, "passes.ttl") == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_what_breaks_the_rule_is_reported_and_nothing_else(folder: Path) -> None:
    assert reported(folder, "fails.ttl") == bad_things(folder) != set()


def test_every_rule_has_a_folder_and_every_folder_is_a_rule() -> None:
    rules = {iri.removeprefix(KG) for iri, shape in shapes().by_iri.items() if shape.message and iri.startswith(KG)}
    assert {folder.name for folder in FOLDERS} == rules


def test_only_what_the_letter_or_the_world_has_wrong_is_a_warning() -> None:
    assert {iri.removeprefix(KG) for iri, shape in shapes().by_iri.items() if shape.severity == "Warning"} == WARNINGS


def test_every_rule_says_what_would_be_right() -> None:
    rules = [shape for iri, shape in shapes().by_iri.items() if shape.message]
    assert [s.iri for s in rules if not (s.message.endswith(".") and s.remedy.endswith("."))] == []


@cache
def every_fixture() -> rdflib.Graph:
    """All fixtures in one graph: what they say together is of no matter, as long as every engine sees the same.

    Dates that are no dates are left out: pySHACL 0.40 stops with a `TypeError` where it compares them.
    """
    graph = rdflib.Graph().parse(data="\n".join(concepts()), format="nt")
    for path in (HOUSE / "shapes").glob("*/*.ttl"):
        graph.parse(data=localise(path.read_text(encoding="utf-8")), format="turtle")
    for triple in [t for t in graph if isinstance(t[2], rdflib.Literal) and (t[2].datatype == rdflib.XSD.gYear or t[2].ill_typed)]:
        graph.remove(triple)
    return graph


@cache
def core_shapes() -> rdflib.Graph:
    """The shapes without SPARQL constraints."""
    graph = rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")
    for node in set(graph.subjects(SH.sparql)):
        graph.remove((node, None, None))
    return graph


def gate(graph: rdflib.Graph) -> Verdicts:
    facts = Facts(line for line in graph.serialize(format="nt").splitlines() if line.strip() and "_:" not in line)
    return {
        (r.focus, r.shape) for r in results_of(facts, list(facts.of), {}, WITHOUT_TEXTS) if short(r.shape).split("#")[1] not in IN_PYTHON
    }


def by_pyshacl(graph: rdflib.Graph, rules: rdflib.Graph) -> Verdicts:
    _, report, _ = pyshacl.validate(graph, shacl_graph=rules)
    return {(str(report.value(r, SH.focusNode)), str(report.value(r, SH.sourceShape))) for r in report.objects(None, SH.result)}


def by_rudof(graph: rdflib.Graph, rules: rdflib.Graph) -> Verdicts:
    engine = pyrudof.Rudof(pyrudof.RudofConfig())
    engine.read_shacl(rules.serialize(format="turtle"))
    engine.read_data(graph.serialize(format="turtle"))
    return {(entry.focus_node.strip("<>"), entry.source_shape.strip("<>")) for entry in engine.validate_shacl()}


def test_rudof_gives_the_verdicts_of_the_gate_on_the_core_shapes() -> None:
    asked = set(map(str, core_shapes().subjects(rdflib.RDF.type)))
    expected = {verdict for verdict in gate(every_fixture()) if verdict[1] in asked}
    assert by_rudof(every_fixture(), core_shapes()) == expected
    assert len(expected) > 500


def test_pyshacl_gives_the_verdicts_of_the_gate_on_the_core_shapes() -> None:
    asked = set(map(str, core_shapes().subjects(rdflib.RDF.type)))
    expected = {verdict for verdict in gate(every_fixture()) if verdict[1] in asked}
    assert by_pyshacl(every_fixture(), core_shapes()) == expected


@pytest.mark.parametrize("rule", [r.shape.iri.removeprefix(KG) for r in shapes().rules])
def test_pyshacl_gives_the_verdicts_of_the_gate_on_a_sparql_rule(rule: str) -> None:
    rules = rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")
    for node in set(rules.subjects(SH.targetClass)) | set(rules.subjects(SH.targetSubjectsOf)):
        if node != rdflib.URIRef(KG + rule):
            rules.remove((node, SH.targetClass, None))
            rules.remove((node, SH.targetSubjectsOf, None))
    turtle = (HOUSE / "shapes" / rule / "fails.ttl").read_text(encoding="utf-8")
    found = by_pyshacl(rdflib.Graph().parse(data=localise(turtle), format="turtle"), rules)
    assert {short(focus) for focus, _ in found} == bad_things(HOUSE / "shapes" / rule)


def test_a_shape_that_asks_for_what_the_gate_cannot_do_is_refused_with_its_name() -> None:
    turtle = "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClass <urn:c> ; sh:closed true ."
    with pytest.raises(ShapesError, match="'urn:s' uses 'sh:closed', which the gate does not know"):
        compile_shapes(turtle)


def test_shapes_that_do_not_parse_are_refused_with_the_line() -> None:
    with pytest.raises(ShapesError, match="line 2"):
        compile_shapes("@prefix sh: <http://www.w3.org/ns/shacl#> .\n<urn:s> a sh:NodeShape ; .. \n")
