"""The list of what can be asked, as a page for people and as data for programs."""

from __future__ import annotations

import csv
import io

import pytest

from exports.asking import list_questions
from tests.pages import client


@pytest.mark.parametrize(("ending", "accept"), [(".json", "*/*"), ("", "application/json")])
def test_the_list_of_questions_for_programs_is_what_the_command_lists(ending: str, accept: str) -> None:
    response = client().get(f"/questions{ending}", headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (200, "application/json")
    assert response.get_data(as_text=True) == list_questions("json")
    assert "recurrences" in [row["name"] for row in response.get_json()]


def test_the_list_of_questions_comes_as_csv_with_a_row_for_each() -> None:
    rows = list(csv.DictReader(io.StringIO(client().get("/questions.csv").get_data(as_text=True), newline="")))
    assert [row["name"] for row in rows] == [row["name"] for row in client().get("/questions.json").get_json()]
    assert "--from Year" in next(row["parameters"] for row in rows if row["name"] == "recurrences")


@pytest.mark.parametrize(("address", "accept"), [("/questions.ttl", "*/*"), ("/questions", "text/turtle")])
def test_the_list_of_questions_in_another_form_is_refused_with_what_there_is(address: str, accept: str) -> None:
    response = client().get(address, headers={"Accept": accept})
    assert (response.status_code, "There is questions.html, questions.json and questions.csv." in response.get_data(as_text=True)) == (406, True)
