"""A compiled plan gives what the executor gives, or leaves it to the executor."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import execute, parse, print_ast
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import queries

from knowledge.index import Index
from knowledge.store import Store
from tests.generated import small_graph
from web.graphql_documents import ready
from web.graphql_execution import run
from web.graphql_operations import operations
from web.graphql_plan import Uncovered
from web.graphql_resolvers import Context
from web.graphql_rows import Rows
from web.graphql_schema import printed, schema

ROWS = Rows(Index.of(Store.of(small_graph())))
RARELY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
IDS = st.sampled_from(["west-mercia", "force-1", "vetting", "west-mercia-2014-0", "commissioner-of-west-mercia", "atlantis"])


def executed(text: str, variables: dict[str, Any] | None = None) -> tuple[Any, Any]:
    result = execute(schema(), parse(text), context_value=Context(ROWS), variable_values=variables)
    return result.data, result.errors


def planned(text: str, variables: dict[str, Any] | None = None) -> Any:
    """What the plan alone gives; raises `Uncovered` where it leaves the answer to the executor."""
    plan = ready(text).plan(None)
    if plan is None:
        raise Uncovered
    return plan(Context(ROWS), variables or {})


COVERED = [
    "{recurrences(from: 2014, to: 2019) {nodes {earlier {id text themes {slug}} later {...f} relation evidence persons path {id reviews {reviewer}}} "
    "coverage {findings recurring} notes totalCount pageInfo {endCursor hasNextPage}}} fragment f on Finding {text quote {source letter {date}}}",
    "{a: findings(year: 2015, first: 3) {edges {cursor node {kind voice yearBasis parent {id} report {title published forces {name}}}}} forces {slug}}",
    '{findings(force: "force-1") {nodes {kind ... on Finding {kind text} ... on Node {id} later(relatedToo: true) {relation score quote {text}}}}}',
    "{__typename letters {nodes {__typename author {name} addressee {name} date}}}",
    "{findings {nodes {quote {start}} nodes {quote {end}}}}",
]


@pytest.mark.parametrize("text", COVERED)
def test_a_plan_gives_the_same_answer_with_its_keys_in_the_same_order(text: str) -> None:
    data, errors = executed(text)
    assert errors is None
    assert repr(planned(text)) == repr(data)


@pytest.mark.parametrize("name", sorted(operations()))
def test_every_named_operation_has_a_plan(name: str) -> None:
    assert operations()[name].document.plan(None) is not None


@pytest.mark.parametrize(
    "text",
    [
        "{__schema {queryType {name}}}",
        '{node(id: "west-mercia") {id}}',
        "query($no: Boolean = false) {forces {slug name @include(if: $no)}}",
    ],
)
def test_what_a_plan_does_not_cover_is_left_to_the_executor(text: str) -> None:
    with pytest.raises(Uncovered):
        planned(text)
    assert run(ROWS, text).data == executed(text)[0]


def test_an_error_on_the_way_is_placed_by_the_executor() -> None:
    text = '{forces {slug} bad: findings(theme: "nothing-like-it") {totalCount}}'
    with pytest.raises(Uncovered):
        planned(text)
    assert run(ROWS, text).errors[0]["path"] == ["bad"]


def test_a_record_that_lacks_what_is_never_null_is_an_error_and_no_null() -> None:
    rows = Rows(Index.of(Store.of(small_graph())))
    rows.index.forces[0].name = None  # type: ignore[assignment]
    outcome = run(rows, "{forces {name}}")
    assert outcome.data is None
    assert outcome.errors[0]["path"] == ["forces", 0, "name"]


@pytest.mark.slow
@RARELY
@given(queries(printed(), custom_scalars={}, allow_null=True))
def test_plan_and_executor_agree_on_any_document(text: str) -> None:
    _agree(text)


@RARELY
@given(st.sampled_from(COVERED), st.data())
def test_plan_and_executor_agree_on_conditions_of_all_kinds(shape: str, data: st.DataObject) -> None:
    first, force = data.draw(st.none() | st.integers(-1, 40)), data.draw(st.none() | IDS)
    year = data.draw(st.none() | st.integers(2012, 2020))
    said = [f"{name}: {value}" for name, value in (("first", first), ("year", year)) if value is not None] + (
        [f'force: "{force}"'] if force else []
    )
    _agree(f"{{findings{'(' + ', '.join(said) + ')' if said else ''} {{totalCount nodes {{id kind themes {{name}}}} edges {{cursor}}}}}}")
    _agree(shape)


def _agree(text: str) -> None:
    """Whatever the plan gives, the executor gives; and the two together never fail in a way of their own."""
    document = print_ast(parse(text))
    data, errors = executed(document)
    try:
        assert repr(planned(document)) == repr(data)
        assert errors is None
    except Uncovered:
        outcome = run(ROWS, document)
        assert outcome.data == data or ready(document).errors
