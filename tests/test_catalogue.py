"""VoID and DCAT say what a catalogue asks for: checked by SHACL, and the checks do find what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyshacl import validate

from tests.pages import client, index

SHAPES = rdflib.Graph().parse(Path(__file__).with_name("catalogue.shapes.ttl"))
PATHS = ["/.well-known/void", "/catalog"]
LICENSE = rdflib.URIRef("http://purl.org/dc/terms/license")


def told(path: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=client().get(path, headers={"Accept": "text/turtle"}).text, format="turtle")


@pytest.mark.parametrize("path", PATHS)
def test_the_description_has_what_catalogues_ask_for_with_licence_version_and_date(path: str) -> None:
    conforms, _, why = validate(told(path), shacl_graph=SHAPES)
    assert conforms, why


@pytest.mark.parametrize("path", PATHS)
def test_a_description_without_a_licence_does_not_pass(path: str) -> None:
    graph = told(path)
    graph.remove((None, LICENSE, None))
    assert not validate(graph, shacl_graph=SHAPES)[0]


def test_the_date_is_that_of_the_last_judgement_or_correction_in_the_graph() -> None:
    days = [review.date for review in index().reviews] + [one.on for letter in index().letters for one in letter.corrections]
    graph = told("/catalog")
    dataset = graph.value(None, rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/dcat#Dataset"))
    assert str(graph.value(dataset, rdflib.DCTERMS.modified)) == max(days)
