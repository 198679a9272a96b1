"""The ontology and its rules as pages: where to begin, what each word is and is not, what each rule guards."""

from __future__ import annotations

from collections import Counter

import pytest
import rdflib
from lxml import html
from rdflib import OWL, RDF, RDFS, SKOS

from knowledge.terms import PREFIXES
from tests.pages import client, page


def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(data=client().get("/ontology.ttl").get_data(as_text=True), format="turtle")


def entry(tree: html.HtmlElement, anchor: str) -> str:
    """All that stands under a term, until the next."""
    term = tree.xpath(f"//dt[@id='{anchor}']")[0]
    told = []
    for one in term.itersiblings():
        if one.tag == "dt":
            break
        told.append(" ".join(one.text_content().split()))
    return " ".join(told)


def test_the_shapes_are_as_many_rules_as_named_shapes_have_a_message_each_with_its_remedy() -> None:
    shapes = rdflib.Graph().parse(data=client().get("/ontology/shapes.ttl").get_data(as_text=True), format="turtle")
    own = {shape for shape in shapes.subjects(rdflib.SH.message) if isinstance(shape, rdflib.URIRef)}
    by_query = {shape for shape, query in shapes.subject_objects(rdflib.SH.sparql) if (query, rdflib.SH.message, None) in shapes}
    rules, remedies = page("/ontology/shapes").xpath("//main//dt"), page("/ontology/shapes").xpath("//main//dd")
    told = {str(message) for message in shapes.objects(None, rdflib.SH.message)}
    assert len(rules) == len(own | by_query) > 0
    assert f"{len(rules)} rules" in page("/ontology/shapes").text_content()
    assert {rule.text_content().strip() for rule in rules} == told
    assert all(any(str(remedy) in one.text_content() for one in remedies) for remedy in shapes.objects(None, rdflib.SH.description))
    warnings = set(shapes.subjects(rdflib.SH.severity, rdflib.SH.Warning)) & (own | by_query)
    assert sum("Loaded, and listed" in one.text_content() for one in remedies) == len(warnings) > 0


def test_every_term_of_the_ontology_stands_on_its_page_with_its_definition() -> None:
    terms = page("/ontology").xpath("//main//dt")
    assert len(terms) > 100
    assert [term.text_content() for term in terms if not term.getnext().text_content().strip()] == []


def test_the_ontology_begins_with_what_it_is_and_where_everything_stands() -> None:
    tree = page("/ontology")
    headings = [one.text_content().strip() for one in tree.xpath("//main//h2")]
    said = " ".join(tree.xpath("//main//dl")[0].text_content().split())
    assert headings == ["Contents", "Classes", "Properties", "Controlled values"]
    assert PREFIXES["kg"] in said
    assert str(next(ontology().objects(None, OWL.versionIRI))) in said
    assert {"Namespace", "Version", "Licence", "As data"} == {one.text for one in tree.xpath("//main//dl[1]/dt")}
    assert tree.xpath("//nav[@aria-labelledby='contents']//a/@href")[:2] == ["#classes", "#Alliance"]


@pytest.mark.parametrize("kind", [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty])
def test_every_term_has_an_anchor_of_its_name_and_is_called_by_its_curie(kind: rdflib.URIRef) -> None:
    tree, terms = page("/ontology"), {str(one).rpartition("#")[2] for one in ontology().subjects(RDF.type, kind) if str(one).startswith(PREFIXES["kg"])}
    shown = {one.get("id"): one.xpath("string(span[1])") for one in tree.xpath("//main//dt[@id]")}
    assert len(terms) > 30
    assert {name: shown.get(name) for name in terms} == {name: f"kg:{name}" for name in terms}


@pytest.mark.parametrize("path", ["/ontology", "/ontology/shapes"])
def test_an_anchor_is_given_once_and_every_link_within_leads_to_one(path: str) -> None:
    tree = page(path)
    ids = Counter(tree.xpath("//@id"))
    assert [name for name, n in ids.items() if n > 1] == []
    assert [link for link in tree.xpath("//main//a[starts-with(@href, '#')]/@href") if link[1:] not in ids] == []
    assert [name for name in tree.xpath("//main//dt/span[1]/text()") if "://" in name] == []


def test_a_property_says_what_it_is_said_of_and_what_its_values_are() -> None:
    tree, graph = page("/ontology"), ontology()
    told = {str(one): entry(tree, str(one).rpartition("#")[2]) for one in graph.subjects(RDFS.domain)}
    lacking = {one: text for one, text in told.items() if "Said of: " not in text or ("Value: " not in text and (rdflib.URIRef(one), RDFS.range, None) in graph)}
    assert len(told) > 100
    assert lacking == {}


def test_a_term_says_what_it_is_not_and_whose_word_it_narrows() -> None:
    told = entry(page("/ontology"), "Finding")
    example = str(next(ontology().objects(rdflib.URIRef(PREFIXES["kg"] + "Finding"), SKOS.example)))
    assert "Example: " + example.partition(" Not: ")[0] in told
    assert "Not: " + example.partition(" Not: ")[2] in told
    assert page("/ontology").xpath("//dt[@id='Document']/following-sibling::dd//a[.='foaf:Document']/@rel")[0] == "nofollow noopener"


def test_every_controlled_value_stands_once_under_the_heading_of_its_set() -> None:
    tree, graph = page("/ontology"), ontology()
    values = {str(one).rpartition("/id/")[2].replace("concept/", "c-").replace("theme/", "theme-") for one in graph.subjects(SKOS.inScheme)}
    sets = {str(one).rpartition("/")[2] for one in graph.subjects(RDF.type, SKOS.ConceptScheme)}
    assert {f"c-{one}" for one in sets} == set(tree.xpath("//h2[@id='values']/following-sibling::h3/@id"))
    assert values == set(tree.xpath("//h2[@id='values']/following-sibling::dl/dt/@id"))


def test_every_rule_stands_under_what_it_guards() -> None:
    tree = page("/ontology/shapes")
    groups = {one.get("id"): " ".join(one.text_content().split()) for one in tree.xpath("//main//h2[starts-with(@id, 'of-')]")}
    quotes = next(name for name, words in groups.items() if words.startswith("Quote "))
    held = tree.xpath(f"//h2[@id='{quotes}']/following-sibling::dl[1]/dt/@id")
    assert len(groups) > 20
    assert "QuoteShape-text" in held
    assert {name.partition("-")[0] for name in held} == {"QuoteShape"}
    assert "guards kg:text" in entry(tree, "QuoteShape-text")
    assert "guards ^kg:partOf" in entry(tree, "CauseOfConcernShape-recommendations")
    assert "guards oa:hasSelector / oa:exact" in entry(tree, "QuoteShape-same-words")
