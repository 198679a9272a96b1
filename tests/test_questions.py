"""The competency questions: each case of `tests/questions/` asked of rdflib and of pyoxigraph, and headers held against queries.

A case is a folder: `given.ttl` the graph, `when.txt` the parameters, `then.csv` the answer, worked out by reading the letters.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
import rdflib
from graphql import ListTypeNode
from rdflib.plugins.sparql import prepareQuery
from rdflib.util import from_n3

from knowledge.parameters import Parameter
from knowledge.questions import Question, QuestionError, catalogue, read_questions
from knowledge.store import Store, value
from knowledge.terms import localise
from knowledge.vocabulary import concepts
from tests.generated_facts import ASKED, everything
from web.graphql_operations import operations

HOUSE = Path(__file__).resolve().parent.parent
QUESTIONS = read_questions(HOUSE / "queries")
CASES = sorted(path.parent for path in (HOUSE / "tests" / "questions").glob("*/*/then.csv"))
SPARQL_ONLY = {
    "alliance_findings", "disputed_findings", "findings_without_answer_found", "letters_to_home_secretary", "office_holders_on",
    "reports_answered", "responses_by_status", "stated_and_captured_counts",
}  # fmt: skip
THREE_LANGUAGES = {
    "deadlines", "findings_by_theme", "judgement_history", "letters_by_commissioner", "lineage_of_finding", "recurrences",
}  # fmt: skip
Rows = list[dict[str, str]]


def ident(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def given(case: Path) -> str:
    """The case's graph and the concepts that every graph carries, as N-Triples."""
    graph = rdflib.Graph().parse(data=localise((case / "given.ttl").read_text(encoding="utf-8")), format="turtle")
    return graph.serialize(format="nt") + "\n".join(concepts())


def when(case: Path) -> dict[str, str]:
    lines = (case / "when.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def then(case: Path) -> Rows:
    return list(csv.DictReader(localise((case / "then.csv").read_text(encoding="utf-8")).splitlines()))


def canonical(rows: list[dict[str, Any]]) -> Rows:
    """Values as CSV has them: nothing is empty, true is `true`."""
    return [{name: "" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for name, v in row.items()} for row in rows]


def by_rdflib(question: Question, triples: str, parameters: dict[str, str]) -> Rows:
    bound = question.bind(Store.of(triples), parameters)
    graph = rdflib.Graph().parse(data=triples, format="nt")
    rows = graph.query(question.asked(bound), initBindings={name: from_n3(str(term)) for name, term in bound.items()})
    return canonical([{c.name: plain(row.get(c.name)) for c in question.columns} for row in rows.bindings])


def plain(term: Any) -> Any:
    """A term of rdflib as Python has it, dates as they are written."""
    if isinstance(term, rdflib.Literal) and term.datatype in (rdflib.XSD.integer, rdflib.XSD.boolean):
        return term.toPython()
    return None if term is None else str(term)


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_pyoxigraph_answers_as_the_letters_read(case: Path) -> None:
    rows = QUESTIONS[case.parent.name].run(Store.of(given(case)), **when(case))
    assert canonical(rows) == then(case)


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_rdflib_answers_as_the_letters_read(case: Path) -> None:
    assert by_rdflib(QUESTIONS[case.parent.name], given(case), when(case)) == then(case)


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_columns_come_in_the_order_of_the_header(case: Path) -> None:
    header = (case / "then.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == [column.name for column in QUESTIONS[case.parent.name].columns]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_line_that_says_where_to_begin_never_changes_the_answer(name: str) -> None:
    """`# Given force: …` is there for speed alone: the query without it, asked with the same parameters, has the same rows."""
    question, triples = QUESTIONS[name], everything(12)
    bound = question.bind(Store.of(triples), ASKED[name])
    asked = question.run(Store.of(triples), **ASKED[name])
    assert asked
    assert [{c.name: row.get(c.name) for c in question.columns} for row in Store.of(triples).select(question.text, **bound)] == asked
    in_any_order = [sorted(rows, key=str) for rows in (by_rdflib(question, triples, ASKED[name]), canonical(asked))]
    assert in_any_order[0] == in_any_order[1]


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_about_one_force_is_the_same_in_a_larger_graph(name: str) -> None:
    small, large = (QUESTIONS[name].run(Store.of(everything(letters)), **ASKED[name]) for letters in (12, 60))
    assert small == large != []


def test_every_question_is_tried_and_thirty_cases_at_least_are() -> None:
    assert {case.parent.name for case in CASES} == set(QUESTIONS) == SPARQL_ONLY | THREE_LANGUAGES
    assert len(CASES) >= 30


@pytest.mark.parametrize("name", QUESTIONS)
def test_header_and_query_name_the_same_parameters_and_columns(name: str) -> None:
    question = QUESTIONS[name]
    selected = [str(variable) for variable in prepareQuery(question.text).algebra.PV]
    parameters, columns = [p.variable for p in question.parameters], [c.name for c in question.columns]
    assert set(selected) == set(parameters) | set(columns)
    assert [v for v in selected if v in columns] == columns


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_answer_has_an_order_and_no_parameter_hides_in_a_sub_select(name: str) -> None:
    text = QUESTIONS[name].text
    query = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert query.count("SELECT") == 1
    assert query.count("ORDER BY") == 1
    assert any(line.startswith("# Order:") for line in text.splitlines())


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_header_says_what_the_answer_does_not_and_gives_an_example(name: str) -> None:
    question = QUESTIONS[name]
    assert question.does_not_say.startswith(("that ", "when ", "on which "))
    assert set(question.example) <= {p.name for p in question.parameters}
    assert {p.name for p in question.parameters if not p.optional} <= set(question.example)


def test_the_catalogue_is_made_from_the_headers() -> None:
    assert (HOUSE / "queries" / "README.md").read_text(encoding="utf-8") == catalogue(QUESTIONS)


def test_an_optional_parameter_that_is_not_given_is_not_bound() -> None:
    parameter = Parameter.parse("force Force?  only this force", "test")
    assert parameter.term(Store.of(), None) is None


def test_a_kind_may_be_written_in_any_of_its_forms() -> None:
    parameter = Parameter.parse("kind Kind?  only this kind", "test")
    forms = ["AREA_FOR_IMPROVEMENT", "area-for-improvement", "area_for_improvement", "area for improvement"]
    assert {value(parameter.term(Store.of(), form)) for form in forms} == {"AREA_FOR_IMPROVEMENT"}


def test_a_force_that_nobody_knows_is_answered_with_the_nearest() -> None:
    graph = given(HOUSE / "tests" / "questions" / "deadlines" / "three-late-letters")
    with pytest.raises(QuestionError, match=r"no force 'west-mersea'\. Did you mean 'west-mercia'"):
        QUESTIONS["deadlines"].run(Store.of(graph), force="west-mersea")


@pytest.mark.parametrize("word", ["%", "100%", "https://peelgraph.example/id/force/west%zzmercia", "a b", "<", "\x00"])
def test_what_can_be_no_iri_is_a_force_that_nobody_knows(word: str) -> None:
    with pytest.raises(QuestionError, match="There is no force"):
        QUESTIONS["deadlines"].run(Store.of(), force=word)


def test_a_first_year_after_the_last_is_refused_and_the_same_year_twice_is_not() -> None:
    with pytest.raises(QuestionError, match="'from' is after 'to': 2019 comes after 2014"):
        QUESTIONS["recurrences"].bind(Store.of(), {"from": 2019, "to": "2014"})
    assert set(QUESTIONS["recurrences"].bind(Store.of(), {"from": 2014, "to": 2014})) >= {"from", "to"}


def test_the_parameters_that_take_several_values_are_the_lists_of_the_graphql_operations() -> None:
    lists = {(name, variable) for name, asked in operations().items() for variable, said in asked.variables.items() if isinstance(said.type, ListTypeNode)}
    assert {(q.name, p.variable) for q in QUESTIONS.values() for p in q.parameters if p.many and q.name in operations()} == lists
