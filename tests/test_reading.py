"""Reading measured: the figures that are promised, and that no name of the shipped letters is built into a rule."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from knowledge.registers import read_registers
from loaders.evaluate import Scores, evaluate
from loaders.evaluate.scores import COLUMNS, Score
from loaders.read import read

HOUSE = Path(__file__).resolve().parents[1]
REGISTERS = read_registers(HOUSE / "records/registers")
SHIPPED = (HOUSE / "records/examples/letters.yaml", HOUSE / "records/letters")
USED = "used while writing"
PROMISED = {
    "letters split": 1.0,
    "date · author · addressee": 0.98,
    "reports": 0.97,
    "grades": 0.95,
    "AFI, recommendation, cause": 0.95,
    "all findings": 0.85,
    "responses": 0.85,
    "response → finding": 0.80,
}
RENAMED = {
    "West Mercia": "North Fenland",
    "West Merica": "North Fenlnad",
    "WestMercia": "NorthFenland",
    "WEST MERCIA": "NORTH FENLAND",
    "Warwickshire": "Eastmarsh",
    "Shropshire": "Holtshire",
    "Worcestershire": "Dunshire",
    "Herefordshire": "Marlshire",
    "Worcester": "Dunchester",
    "Hindlip Hall": "Pelham Court",
    "Marsham Street": "Orchard Street",
    "John Campion": "Peter Gradwell",
    "John Champion": "Peter Gradwell",
    "Bill Longmore": "Tom Ashcroft",
    "Theresa May": "Harriet Dunn",
    "Amber Rudd": "Olive Hart",
    "Priti Patel": "Nina Sharma",
    "D Sharpling": "R Tillotson",
    "Dru Sharpling": "Ruth Tillotson",
}
UNSEEN = {
    "letters split": 0.95,
    "date · author · addressee": 0.90,
    "reports": 0.90,
    "grades": 0.85,
    "AFI, recommendation, cause": 0.85,
    "all findings": 0.70,
    "responses": 0.70,
    "response → finding": 0.60,
}
NEVER_SEEN = {"unseen_a": "unseen", "unseen_b": "unseen", "final": "final", "measure": "measure"}
NAMES = re.compile("|".join(sorted(map(re.escape, RENAMED), key=len, reverse=True)))


@pytest.fixture(scope="module")
def shipped() -> Scores:
    return evaluate(*SHIPPED, REGISTERS)


@cache
def scores_of(name: str) -> Scores:
    """Scores on a set of letters of other offices, read once however many figures are asked of it."""
    return evaluate(HOUSE / f"tests/letters/{name}.yaml", HOUSE / f"tests/letters/{NEVER_SEEN.get(name, name)}", REGISTERS)


def never_seen(column: str) -> Score:
    """A column of the letters that no rule was chosen on: who fails here looks at no miss, and writes rules on other letters."""
    return sum((scores.column(role, column) for scores in map(scores_of, NEVER_SEEN) for role in scores.fields), Score())


@pytest.mark.parametrize(("column", "least"), PROMISED.items())
def test_the_shipped_letters_are_read_as_well_as_promised(shipped: Scores, column: str, least: float) -> None:
    assert shipped.column(USED, column).f1 >= least


@pytest.mark.parametrize(("column", "least"), UNSEEN.items())
def test_letters_that_no_rule_has_seen_are_read_as_well_as_promised(column: str, least: float) -> None:
    assert never_seen(column).f1 >= least


def test_no_quote_of_a_letter_that_no_rule_has_seen_is_wrong() -> None:
    assert [sum(scores_of(name).wrong_quotes.values()) for name in NEVER_SEEN] == [0] * len(NEVER_SEEN)


def renamed(text: str) -> str:
    return NAMES.sub(lambda found: RENAMED[found[0]], text)


def renamed_letters(folder: Path) -> tuple[Path, Path]:
    """The shipped letters and their annotation with every force, person and place called otherwise."""
    annotation = yaml.safe_load(SHIPPED[0].read_text(encoding="utf-8"))
    for row in annotation["letters"]:
        text = read(next(SHIPPED[1].rglob(row["file"]))).text
        (folder / row["file"]).write_bytes(renamed(text).encode())
        row["start"], row["end"] = len(renamed(text[: row["start"]])), len(renamed(text[: row["end"]]))
    examples = folder / "letters.yaml"
    examples.write_text(renamed(yaml.safe_dump(annotation, allow_unicode=True, width=1_000_000)), encoding="utf-8")
    return examples, folder


def test_other_names_of_forces_people_and_places_change_no_score_by_more_than_a_hundredth(tmp_path: Path, shipped: Scores) -> None:
    scores = evaluate(*renamed_letters(tmp_path), REGISTERS)
    fields = [name for name in shipped.fields[USED] if name != "author"]  # some authors only a register can give
    moved = {name: (shipped.of(USED, name).f1, scores.of(USED, name).f1) for name in fields}
    assert len(moved) > 10
    assert {name: both for name, both in moved.items() if abs(both[0] - both[1]) > 0.01} == {}


@pytest.mark.parametrize("name", ["choose", "fresh", "second", "sealed", "third", "fourth", "sixth"])
def test_grades_of_other_offices_are_read_as_well_as_promised(name: str) -> None:
    scores = scores_of(name)
    assert [scores.column(role, "grades").f1 >= 0.95 for role in scores.fields] == [True]
    assert sum(scores.wrong_quotes.values()) == 0


@pytest.mark.parametrize("name", ["choose", "fresh", "second", "sealed", "third", "fourth", "fifth", "sixth"])
@pytest.mark.parametrize(("column", "least"), {"letters split": 1.0, "date · author · addressee": 0.98, "reports": 0.96, "grades": 0.92}.items())
def test_who_wrote_when_about_what_with_which_grades_is_read_as_well_as_when_its_rules_were_chosen(column: str, least: float, name: str) -> None:
    scores = scores_of(name)
    assert [scores.column(role, column).f1 >= least for role in scores.fields] == [True]


TOLD = {"AFI, recommendation, cause": 0.92, "all findings": 0.89, "responses": 0.89, "response → finding": 0.88, "response status": 0.87}


LESS = {("fifth", "responses"): 0.78, ("fifth", "response → finding"): 0.80, ("sixth", "response → finding"): 0.86}  # commissioners who tell a story


@pytest.mark.parametrize("name", ["choose", "fresh", "second", "sealed", "third", "fourth", "fifth", "sixth"])
@pytest.mark.parametrize(("column", "least"), TOLD.items())
def test_findings_and_answers_of_other_offices_are_read_as_well_as_when_their_rules_were_chosen(column: str, least: float, name: str) -> None:
    scores = scores_of(name)
    least = LESS.get((name, column), least)
    assert [(scores.column(role, column) if column in COLUMNS else scores.of(role, column)).f1 >= least for role in scores.fields] == [True]
