"""The six named operations: valid, run by name, cacheable, all rows, and equal to the same questions in SPARQL."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.index import Index
from knowledge.questions import read_questions
from knowledge.store import Store
from server import HERE, graphql_rows
from tests.generated import graph
from tests.pages import client, index, records, some
from web.errors import Fault
from web.graphql_limits import LIMITS, Limit
from web.graphql_operations import operations, rows

QUESTIONS = read_questions(HERE / "queries")
NAMES = ["deadlines", "findings_by_theme", "judgement_history", "letters_by_commissioner", "lineage_of_finding", "recurrences"]


def given(name: str) -> list[dict[str, Any]]:
    """Parameters to ask each question with; the first of each gives rows over the records."""
    force = some("force")
    years = [{"from": str(a), "to": str(b)} for a, b in ((2014, 2019), (2014, 2015), (2015, 2017), (2014, 2016))]
    related = [{**pair, "related-too": "true", "at-least": "letter"} for pair in years] + [
        {**pair, "related-too": "true"} for pair in years
    ]
    return {
        "recurrences": [*years, *related, {**years[0], "kind": "concern"}, {**years[0], "theme": some("theme"), "force": force}],
        "lineage_of_finding": [{"finding": some("finding"), "related-too": "true"}, *({"finding": f.slug} for f in index().findings[::9])],
        "letters_by_commissioner": [{}, {"author": some("person")}, {"force": force}],
        "deadlines": [{}, {"verdict": "late"}, {"force": force, "verdict": "no-limit-then"}],
        "findings_by_theme": [{}, {"theme": some("theme")}, {"force": force, "year": "2014"}],
        "judgement_history": [{"force": force}, {"force": force, "pillar": "legitimacy"}],
    }[name]


def test_the_six_questions_have_an_operation_each_of_their_own_name() -> None:
    assert list(operations()) == NAMES
    assert [o.document.operation(None).name.value for o in operations().values()] == NAMES  # type: ignore[union-attr]


@pytest.mark.parametrize("name", NAMES)
def test_an_operation_is_valid_and_takes_the_parameters_of_its_question(name: str) -> None:
    operation = operations()[name]
    assert operation.document.errors == []
    assert [variable for variable in operation.variables if variable not in ("first", "after")] == [
        p.variable for p in QUESTIONS[name].parameters
    ]


@pytest.mark.parametrize("name", NAMES)
def test_an_operation_gives_the_rows_that_sparql_gives(name: str) -> None:
    asked = [(values, graphql_rows(QUESTIONS[name], values, records()), QUESTIONS[name].run(records(), **values)) for values in given(name)]
    assert [values for values, by_graphql, by_sparql in asked if by_graphql != by_sparql] == []
    assert asked[0][1], "the first question must have rows"
    assert list(asked[0][1][0]) == [column.name for column in QUESTIONS[name].columns]


def test_an_operation_gives_all_rows_however_small_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows("findings_by_theme", {}, index())
    monkeypatch.setitem(LIMITS, "page", Limit(7, "", ""))
    assert rows("findings_by_theme", {}, index()) == whole
    assert len(whole) > 7


def test_an_operation_runs_by_name_with_get_and_is_not_sent_twice() -> None:
    query = {"operation": "recurrences", "variables": json.dumps({"from": 2014, "to": 2019})}
    answer = client().get("/graphql", query_string=query)
    assert answer.json["data"]["recurrences"]["nodes"] == graphql_rows(QUESTIONS["recurrences"], {"from": "2014", "to": "2019"}, records())
    again = client().get("/graphql", query_string=query, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_an_operation_answers_at_an_address_of_its_own() -> None:
    answer = client().get("/graphql/operations/deadlines?verdict=late")
    assert answer.json == rows("deadlines", {"verdict": "LATE"}, index())
    assert client().get("/graphql/operations/deadlines.graphql").text == operations()["deadlines"].text
    assert [one["name"] for one in client().get("/graphql/operations").json] == NAMES


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("recurences", {}, "There is no operation 'recurences'. Did you mean 'recurrences'?"),
        ("recurrences", {"from": "2014"}, "The operation 'recurrences' needs the parameter 'to'."),
        ("recurrences", {"from": "then", "to": "2019"}, "'then' is not a number for 'from'. Write digits, such as 2014."),
        ("deadlines", {"verdikt": "late"}, "The operation 'deadlines' has no parameter 'verdikt'. Did you mean 'verdict'?"),
        ("recurrences", {"from": "2014", "to": "2019", "related-too": "maybe"}, "'maybe' is neither true nor false for 'relatedToo'."),
    ],
)  # fmt: skip
def test_an_operation_that_cannot_be_asked_so_says_what_would_be_right(name: str, values: dict[str, str], sentence: str) -> None:
    with pytest.raises(Fault) as fault:
        rows(name, values, index())
    assert str(fault.value) == sentence


@pytest.mark.slow
def test_the_headline_is_the_same_in_a_graph_a_hundred_times_as_large() -> None:
    small, large = (rows("recurrences", {"from": 2014, "to": 2019, "force": "west-mercia"}, Index.of(Store.of(graph(n)))) for n in (6, 600))
    assert small == large
    assert len(small) == 3


@pytest.mark.parametrize("word", ["--5", "²", "-", "5-", "２０１４", "1e3", "99999999999999999999", "2014.0"])
def test_what_is_no_number_is_refused_with_a_sentence(word: str) -> None:
    response = client().get("/graphql/operations/recurrences", query_string={"from": word, "to": "2019"})
    assert (response.status_code, response.get_json()["errors"][0]["message"]) == (400, f"'{word}' is not a number for 'from'. Write digits, such as 2014.")
