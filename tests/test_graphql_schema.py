"""The schema keeps what is promised, says what everything means, and pages without repeating or skipping."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from graphql import build_schema, is_enum_type, is_object_type
from graphql.utilities import find_breaking_changes

from knowledge.index import Index
from knowledge.store import Store
from tests.generated import FINDINGS, YEARS, finding, graph, small_graph
from tests.graphql_app import graphql_app
from web.graphql_execution import run
from web.graphql_rows import Rows
from web.graphql_schema import printed, schema

HOUSE = Path(__file__).resolve().parent.parent
ROWS = Rows(Index.of(Store.of(small_graph())))


def data(query: str, rows: Rows = ROWS, **variables: Any) -> dict[str, Any]:
    outcome = run(rows, query, variables)
    assert outcome.errors == []
    return outcome.data or {}


def told(query: str, **variables: Any) -> str:
    """The one error of a query that is at fault."""
    (error,) = run(ROWS, query, variables).errors
    return error["message"]


def test_nothing_that_the_contract_promises_is_missing_or_different() -> None:
    promised = build_schema((HOUSE / "tests" / "graphql_contract.graphql").read_text(encoding="utf-8"))
    assert [change.description for change in find_breaking_changes(promised, schema())] == []


def test_the_committed_schema_is_the_one_in_service() -> None:
    assert (HOUSE / "graphql" / "schema.graphql").read_text(encoding="utf-8") == printed()


def test_every_type_field_argument_and_enum_value_is_described() -> None:
    silent: list[str] = []
    for name, kind in schema().type_map.items():
        fields = getattr(kind, "fields", {}) if not name.startswith("__") else {}
        values = kind.values if is_enum_type(kind) and not name.startswith("__") else {}
        silent += [name] * (not kind.description)
        silent += [f"{name}.{field}" for field, of in (fields | values).items() if not of.description]
        silent += [
            f"{name}.{field}({arg})" for field, of in fields.items() for arg, a in getattr(of, "args", {}).items() if not a.description
        ]
    assert silent == []
    assert len([kind for kind in schema().type_map.values() if is_object_type(kind)]) > 20


def test_a_term_of_the_ontology_is_described_in_its_words() -> None:
    from web.graphql_words import meaning, meaning_of_word

    assert schema().type_map["Finding"].description == meaning("Finding")
    assert schema().type_map["Verdict"].values["LATE"].description == meaning_of_word("verdict", "late")  # type: ignore[attr-defined]
    with pytest.raises(LookupError, match="no definition"):
        meaning("noSuchTerm")


def test_no_resolver_is_asynchronous() -> None:
    import inspect

    resolvers = [
        field.resolve for kind in schema().type_map.values() for field in getattr(kind, "fields", {}).values() if hasattr(field, "resolve")
    ]
    assert len(resolvers) > 100
    assert [r for r in resolvers if inspect.iscoroutinefunction(r)] == []


@pytest.mark.parametrize("size", [1, 2, 7])
def test_pages_of_any_size_give_every_finding_once_and_in_order(size: int) -> None:
    whole = data("{findings {nodes {id}}}")["findings"]["nodes"]
    query = "query($first: Int, $after: String) {findings(first: $first, after: $after) {nodes {id} pageInfo {hasNextPage endCursor}}}"
    found, after = [], None
    while True:
        page = data(query, first=size, after=after)["findings"]
        found += page["nodes"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert found == whole
    assert len(found) == 2 * len(YEARS) * FINDINGS


def test_letters_that_come_in_between_two_pages_are_neither_repeated_nor_make_one_skip() -> None:
    """The second graph holds another force, whose findings of 2014 sort before those of West Mercia."""
    query = "query($after: String) {findings(year: 2014, first: 5, after: $after) {nodes {id} pageInfo {endCursor}}}"
    alone, more = (Rows(Index.of(Store.of(graph(letters)))) for letters in (6, 12))
    first = data(query, alone)["findings"]
    second = data(query, more, after=first["pageInfo"]["endCursor"])["findings"]
    got = [node["id"] for node in first["nodes"] + second["nodes"]]
    assert got == [finding("west-mercia", 2014, number) for number in range(FINDINGS)]


def test_pages_run_backwards_too() -> None:
    query = 'query($before: String) {findings(year: 2014, force: "west-mercia", last: 4, before: $before) {nodes {id} pageInfo {startCursor hasPreviousPage}}}'
    last = data(query)["findings"]
    before = data(query, before=last["pageInfo"]["startCursor"])["findings"]
    assert [node["id"] for node in before["nodes"] + last["nodes"]] == [finding("west-mercia", 2014, number) for number in range(2, 10)]
    assert before["pageInfo"]["hasPreviousPage"]


def test_a_cursor_of_another_query_is_refused() -> None:
    cursor = data("{findings(year: 2014, first: 1) {pageInfo {endCursor}}}")["findings"]["pageInfo"]["endCursor"]
    assert told("query($c: String) {findings(year: 2015, after: $c) {totalCount}}", c=cursor).startswith(
        "The cursor belongs to another query."
    )
    assert told("query($c: String) {letters(after: $c) {totalCount}}", c=cursor).startswith("The cursor belongs to another query.")
    assert "is not a cursor" in told('{findings(after: "bm9uc2Vuc2U") {totalCount}}')
    assert "is not a cursor" in told('{findings(after: "%%%") {totalCount}}')


def test_a_date_that_is_not_known_comes_last_whichever_way_the_list_runs() -> None:
    for order in ("EARLIEST_FIRST", "LATEST_FIRST"):
        dates = [node["date"] for node in data(f'{{letters(force: "west-mercia", order: {order}) {{nodes {{date}}}}}}')["letters"]["nodes"]]
        known = [date for date in dates if date]
        assert dates == [*sorted(known, reverse=order == "LATEST_FIRST"), None]


def test_a_letter_that_may_be_of_the_time_asked_for_is_kept() -> None:
    nodes = data('{letters(force: "west-mercia", from: "2017-10-15", to: "2018") {nodes {date}}}')["letters"]["nodes"]
    assert [node["date"] for node in nodes] == ["2017-10", "2018-10-04", None]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ('{findings(theme: "stop-and-serch") {totalCount}}', "There is no theme 'stop-and-serch'. Did you mean 'stop-and-search'?"),
        ('{findings(force: "west-merca") {totalCount}}', "There is no force 'west-merca'. Did you mean 'west-mercia'?"),
        ("{recurrences(from: 2019, to: 2014) {totalCount}}", "`from` (2019) is after `to` (2014). A finding is made again later: ask from: 2014, to: 2019."),
        ("{recurrences(from: 20140, to: 2019) {totalCount}}", "`from` is 20140, which is out of range. Give a year from 1856 to 2200, such as 2014."),
        ('{letters(from: "2016", to: "2014") {totalCount}}', "`from` (2016) is after `to` (2014). Turn them round."),
        ('{letters(from: "October") {totalCount}}', "`from`: 'October' is not a date. Write 2014, 2014-10 or 2014-10-02."),
        ('{letters(from: "2014/..") {totalCount}}', "`from`: '2014/..' is not a date. Write 2014, 2014-10 or 2014-10-02."),
        ('{letters(to: "..") {totalCount}}', "`to`: '..' is not a date. Write 2014, 2014-10 or 2014-10-02."),
        ('{letters(to: "2014-13") {totalCount}}', "`to`: '2014-13' is not a date. Write 2014, 2014-10 or 2014-10-02."),
        ('{judgements(pillar: "legitimcy") {grade}}', "There is no pillar 'legitimcy'. Did you mean 'legitimacy'?"),
        ("{findings(first: 5001) {totalCount}}", "A page holds at most 5,000, not 5,001. Ask for the next page with `after`."),
        ("{findings(first: -1) {totalCount}}", "`first` is -1. A page holds 0 or more."),
        ("{findings(first: 1, last: 1) {totalCount}}", "Give `first` or `last`, not both."),
        ("{findings(knd: CONCERN) {totalCount}}", "Unknown argument 'knd' on field 'Query.findings'. Did you mean 'kind'?"),
        ("{findings(kind: CONCERNS) {totalCount}}", "Value 'CONCERNS' does not exist in 'FindingKind' enum. Did you mean the enum value 'CONCERN'?"),
        ("{finding {totalCount}}", "Cannot query field 'finding' on type 'Query'. Did you mean 'findings'?"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_answered_with_what_would_be_right(query: str, sentence: str) -> None:
    assert told(query) == sentence


def test_an_iri_of_another_kind_is_named_as_what_it_is() -> None:
    assert told("query($f: ID!) {lineage(finding: $f) {persons}}", f="https://peelgraph.example/id/force/west-mercia").endswith(
        "is a force, not a finding."
    )


def test_an_iri_and_a_bare_slug_are_one_thing() -> None:
    by_slug = data('{findings(force: "west-mercia", theme: "vetting") {totalCount nodes {id}}}')
    by_iri = data(
        "query($f: ID, $t: ID) {findings(force: $f, theme: $t) {totalCount nodes {id}}}",
        f="https://peelgraph.example/id/force/west-mercia",
        t="https://peelgraph.example/id/theme/vetting",
    )
    assert by_slug == by_iri
    assert by_slug["findings"]["totalCount"] > 0


def test_a_null_argument_is_its_default() -> None:
    with_nulls = data("{recurrences(from: 2014, to: 2019, atLeast: null, relatedToo: null, kind: null, first: null) {nodes {earlierId}}}")
    assert with_nulls == data("{recurrences(from: 2014, to: 2019) {nodes {earlierId}}}")
    assert len(with_nulls["recurrences"]["nodes"]) == 6


def test_a_link_that_is_only_related_is_shown_when_asked_for() -> None:
    query = 'query($r: Boolean) {node(id: "west-mercia-2014-3") {... on Finding {later(relatedToo: $r) {relation}}}}'
    assert data(query, r=False)["node"]["later"] == []
    assert data(query, r=True)["node"]["later"] == [{"relation": "RELATED"}]
    assert data('{node(id: "west-mercia-2014-0") {... on Finding {later(atLeast: LETTER) {relation}}}}')["node"]["later"] == []


def test_a_node_is_found_by_its_iri_and_what_is_not_there_is_null() -> None:
    assert data('{node(id: "west-mercia") {__typename id}}')["node"] == {
        "__typename": "Force",
        "id": "https://peelgraph.example/id/force/west-mercia",
    }
    assert data('{node(id: "atlantis") {id}}')["node"] is None


def test_a_search_marks_the_words_in_the_words_of_the_source() -> None:
    hit = data('{search(text: "victims", first: 1) {nodes {snippet highlights {start end} node {__typename}} totalCount}}')["search"][
        "nodes"
    ][0]
    assert [hit["snippet"][mark["start"] : mark["end"]] for mark in hit["highlights"]] == ["victims"]


def test_every_answer_names_its_release() -> None:
    client = graphql_app(small_graph()).test_client()
    for query in ("{release {name}}", "{nothing}", "{"):
        answer = client.post("/graphql", json={"query": query})
        assert answer.json["extensions"]["release"] == answer.headers["X-Peelgraph-Release"] == ROWS.index.release
