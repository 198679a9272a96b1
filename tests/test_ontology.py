"""The ontology keeps its own style, declares every word that is used, and uses every word that it declares."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SKOS

from knowledge.terms import DEFAULT_BASE, KG, localise
from loaders.load import build_in_memory

HOUSE = Path(__file__).resolve().parent.parent
ONTOLOGY = rdflib.URIRef(localise(DEFAULT_BASE + "ontology"))
# Shapes and lists of allowed values are named with the ontology's prefix, but are no words of the graph.
SHAPES = re.compile(r"(Shape|Style|Value)(-\w+)?$")
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty)
SHARED = {
    "org": ("Post", "Membership", "FormalOrganization", "OrganizationalCollaboration"),
    "foaf": ("Person", "Document"),
    "prov": ("Entity", "Agent", "Activity"),
    "oa": ("SpecificResource",),
}


@cache
def turtle(name: str) -> rdflib.Graph:
    text = localise((HOUSE / "ontology" / name).read_text(encoding="utf-8"))
    return rdflib.Graph().parse(data=text, format="turtle")


def local(iri: object) -> str | None:
    return str(iri).removeprefix(KG) if str(iri).startswith(KG) else None


@cache
def declared() -> set[str]:
    return {name for term in turtle("core.ttl").subjects(RDF.type) if (name := local(term))}


@cache
def graph() -> rdflib.Graph:
    store = build_in_memory()
    return rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in store.triples()), format="nt")


def words_of(text: str) -> set[str]:
    return {name for name in re.findall(r"\bkg:([A-Za-z][A-Za-z0-9]*)", text) if not SHAPES.search(name)}


def test_every_term_and_every_concept_keeps_the_style() -> None:
    conforms, _, report = validate(turtle("core.ttl") + turtle("concepts.ttl"), shacl_graph=turtle("style.ttl"))
    assert conforms, report


@pytest.mark.parametrize("missing", [SKOS.prefLabel, SKOS.definition, SKOS.example, RDFS.isDefinedBy, RDFS.subClassOf])
def test_a_term_that_lacks_any_part_does_not_keep_the_style(missing: rdflib.URIRef) -> None:
    broken = rdflib.Graph() + turtle("core.ttl")
    broken.remove((rdflib.URIRef(KG + "Letter"), missing, None))
    assert not validate(broken, shacl_graph=turtle("style.ttl"))[0]


def test_no_word_of_ours_in_the_graph_is_undeclared() -> None:
    used = {name for triple in graph() for node in triple[1:] if (name := local(node))}
    assert {"Letter", "datedFrom", "sentence"} <= used
    assert used - declared() == set()


def test_no_thing_in_the_graph_is_said_with_a_concept_or_theme_that_is_undeclared() -> None:
    prefixes = tuple(f"{KG.removesuffix('ontology#')}id/{kind}/" for kind in ("concept", "theme"))
    used = {node for node in graph().objects() if isinstance(node, rdflib.URIRef) and str(node).startswith(prefixes)}
    known = set(turtle("concepts.ttl").subjects(RDF.type))
    assert used
    assert used - known == set()


def test_no_query_and_no_shape_uses_a_word_that_is_undeclared() -> None:
    files = [*sorted((HOUSE / "queries").glob("*.rq")), HOUSE / "ontology" / "shapes.ttl"]
    undeclared = {path.name: words_of(path.read_text(encoding="utf-8")) - declared() for path in files}
    assert {name: words for name, words in undeclared.items() if words} == {}


def test_every_word_is_used_by_a_question_a_shape_or_the_program() -> None:
    programs = [p for room in ("knowledge", "loaders", "web", "exports") for p in (HOUSE / room).rglob("*.py")]
    files = [*(HOUSE / "queries").glob("*.rq"), HOUSE / "ontology" / "shapes.ttl", *programs]
    used = set().union(*(words_of(path.read_text(encoding="utf-8")) for path in files))
    used |= {name for node in graph().all_nodes() if (name := local(node))} | {name for p in graph().predicates() if (name := local(p))}
    assert declared() - used == set()


def test_a_word_has_one_kind_and_its_domain_and_range_are_declared() -> None:
    core = turtle("core.ttl")
    kinds = {name: list(core.objects(rdflib.URIRef(KG + name), RDF.type)) for name in declared()}
    assert {name: kind for name, kind in kinds.items() if len(kind) != 1} == {}
    ends = {local(end) for predicate in (RDFS.domain, RDFS.range) for end in core.objects(None, predicate)} - {None}
    assert ends - declared() == set()


def test_object_properties_link_things_and_datatype_properties_give_values() -> None:
    core = turtle("core.ttl")
    links, values = ({local(p) for p in core.subjects(RDF.type, kind)} for kind in PROPERTY_KINDS)
    said = [(name, obj) for _, predicate, obj in graph() if (name := local(predicate))]
    assert {name for name, obj in said if name in links and isinstance(obj, rdflib.Literal)} == set()
    assert {name for name, obj in said if name in values and not isinstance(obj, rdflib.Literal)} == set()


def test_classes_are_aligned_to_shared_vocabularies() -> None:
    parents = {str(parent) for parent in turtle("core.ttl").objects(None, RDFS.subClassOf)}
    spaces = dict(turtle("core.ttl").namespaces())
    wanted = {str(spaces[prefix]) + name for prefix, names in SHARED.items() for name in names}
    assert wanted - parents == set()


def test_the_ontology_has_the_version_of_the_package() -> None:
    version = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    core = turtle("core.ttl")
    assert core.value(ONTOLOGY, OWL.versionInfo) == rdflib.Literal(version)
    assert core.value(ONTOLOGY, OWL.versionIRI) == ONTOLOGY + "/" + version


def test_no_release_stands_inside_a_word_s_identifier() -> None:
    assert {name for name in declared() if re.search(r"\d+\.\d+", name)} == set()


def test_the_context_has_every_word_with_its_kind_of_value() -> None:
    context = json.loads(localise((HOUSE / "ontology" / "context.jsonld").read_text(encoding="utf-8")))["@context"]
    core = turtle("core.ttl")
    links = {local(p) for p in core.subjects(RDF.type, OWL.ObjectProperty)}
    assert {name for name in declared() if context.get(name, {}).get("@id") != f"kg:{name}"} == set()
    assert {name for name in declared() if (context[name].get("@type") == "@id") != (name in links)} == set()


def test_a_finding_read_through_the_context_is_the_finding_that_was_written() -> None:
    context = json.loads(localise((HOUSE / "ontology" / "context.jsonld").read_text(encoding="utf-8")))["@context"]
    whole = graph()
    one = next(
        subject
        for subject in sorted(whole.subjects(RDF.type, rdflib.URIRef(KG + "Letter")))
        if (subject, rdflib.URIRef(KG + "dated"), None) in whole
    )
    some = rdflib.Graph()
    for triple in whole.triples((one, None, None)):
        some.add(triple)
    text = some.serialize(format="json-ld", context=context)
    assert set(rdflib.Graph().parse(data=text, format="json-ld")) == set(some)
    assert json.loads(text)["dated"] == str(some.value(one, rdflib.URIRef(KG + "dated")))


def test_a_grade_stands_in_every_scale_that_has_it() -> None:
    concepts, scale = turtle("concepts.ttl"), localise(DEFAULT_BASE) + "id/concept/grade-scale-"
    bands = {
        name: {str(word) for c in concepts.subjects(SKOS.inScheme, rdflib.URIRef(scale + name)) for word in concepts.objects(c, RDFS.label)}
        for name in ("four", "five")
    }
    assert bands["four"] == {"outstanding", "good", "requires improvement", "inadequate"}
    assert bands["five"] == bands["four"] | {"adequate"}


def test_two_themes_have_no_name_in_common() -> None:
    concepts = turtle("concepts.ttl")
    names = [
        (str(name).lower(), str(theme))
        for theme in concepts.subjects(RDF.type, rdflib.URIRef(KG + "Theme"))
        for name in concepts.objects(theme, SKOS.prefLabel)
    ]
    assert len(names) == 54
    assert len({name for name, _ in names}) == len(names)
