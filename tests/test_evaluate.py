"""What counts as read, missed and made up, and that the annotations are true to their letters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.registers import read_registers
from loaders.evaluate import evaluate
from loaders.evaluate.compare import compare
from loaders.evaluate.examples import Annotated, annotate, read_examples
from loaders.evaluate.scores import COLUMNS, Scores
from loaders.evaluate.table import misses, table
from loaders.letter import Document, Finding, Letter, Party, Response
from loaders.read import read

HOUSE = Path(__file__).resolve().parents[1]
SETS = {
    "shipped": (HOUSE / "records/examples/letters.yaml", HOUSE / "records/letters"),
    "choose": (HOUSE / "tests/letters/choose.yaml", HOUSE / "tests/letters/choose"),
    "fresh": (HOUSE / "tests/letters/fresh.yaml", HOUSE / "tests/letters/fresh"),
    "second": (HOUSE / "tests/letters/second.yaml", HOUSE / "tests/letters/second"),
    "sealed": (HOUSE / "tests/letters/sealed.yaml", HOUSE / "tests/letters/sealed"),
    **{name: (HOUSE / f"tests/letters/{name}.yaml", HOUSE / f"tests/letters/{name}") for name in ("third", "fourth", "fifth", "sixth")},
    "unseen_a": (HOUSE / "tests/letters/unseen_a.yaml", HOUSE / "tests/letters/unseen"),
    "unseen_b": (HOUSE / "tests/letters/unseen_b.yaml", HOUSE / "tests/letters/unseen"),
    "final": (HOUSE / "tests/letters/final.yaml", HOUSE / "tests/letters/final"),
    "measure": (HOUSE / "tests/letters/measure.yaml", HOUSE / "tests/letters/measure"),
}
LETTERS = {"shipped": 8, "choose": 33, "fresh": 15, "second": 14, "sealed": 12, "third": 10, "fourth": 10, "fifth": 10, "sixth": 11, "unseen_a": 15, "unseen_b": 15, "final": 14, "measure": 11}
TEXT = "2 May 2017\n\nDear Home Secretary\n\nThe force should train sergeants. It has done so. Staff are tired.\n\nYours\n\nJo Bloggs\n"
ROW = {
    "id": "X1",
    "file": "x.txt",
    "start": 0,
    "end": len(TEXT),
    "date": "2017-05-02",
    "author": "Jo Bloggs",
    "author_printed": "Jo Bloggs",
    "findings": [
        {"id": "F1", "kind": "afi", "quote": "The force should train sergeants."},
        {"id": "F2", "kind": "concern", "quote": "Staff are tired", "certainty": "implied"},
    ],
    "responses": [{"to": ["F1"], "status": "done", "quote": "It has done so."}],
}


def example(**changes) -> Annotated:
    return annotate({**ROW, **changes}, Document("x.txt", "0" * 64, "utf-8", TEXT))


def scored(annotated: Annotated, *letters: Letter) -> Scores:
    scores = Scores()
    compare(annotated, letters, scores)
    return scores


def f1(scores: Scores, column: str) -> float:
    return scores.column("used while writing", column).f1


def annotated_letters(name: str) -> list[Annotated]:
    """Every letter of a set; raises `ValueError` for a quote that its letter does not hold."""
    examples, documents = SETS[name]
    return [annotate(row, read(next(documents.rglob(file)))) for file, rows in read_examples(examples).items() for row in rows]


@pytest.mark.parametrize(("name", "letters"), LETTERS.items())
def test_every_annotated_quote_stands_in_its_letter_and_such_a_reading_is_perfect(name: str, letters: int) -> None:
    annotated = annotated_letters(name)
    scores = Scores()
    for one in annotated:
        compare(one, [one.letter], scores)
    assert len(annotated) == letters
    assert scores.misses == []
    assert [scores.column(one.role, column).f1 for one in annotated for column in COLUMNS] == [1.0] * len(annotated) * len(COLUMNS)


def test_letters_that_measure_are_not_among_those_that_rules_were_chosen_on() -> None:
    chosen, measured = ({one.name for one in annotated_letters(name)} for name in ("choose", "measure"))
    assert chosen.isdisjoint(measured)
    assert {one.role for one in annotated_letters("measure")} == {"measure"}


def test_a_reader_that_finds_nothing_scores_nothing() -> None:
    scores = scored(example())
    assert [f1(scores, column) for column in ("letters split", "all findings", "responses")] == [0.0, 0.0, 0.0]


def test_half_of_the_shorter_quote_is_enough_and_less_is_not() -> None:
    whole = example().letter
    quote = whole.findings[0].quote
    half, third = (whole.document.quote(quote.start - 20, quote.start + n) for n in (20, 10))
    assert f1(scored(example(), replace(whole, findings=(Finding("f1", "area_for_improvement", half),))), "all findings") == 1.0
    assert f1(scored(example(), replace(whole, findings=(Finding("f1", "area_for_improvement", third),))), "all findings") == 0.0


def test_an_implied_finding_may_be_read_or_left_out() -> None:
    whole = example().letter
    stated = replace(whole, findings=whole.findings[:1])
    assert f1(scored(example(), stated), "all findings") == f1(scored(example(), whole), "all findings") == 1.0


def test_a_finding_made_up_costs_precision_and_is_listed_with_its_words() -> None:
    whole = example().letter
    extra = Finding("f9", "recommendation", whole.document.quote(0, 10))
    scores = scored(example(), replace(whole, findings=(*whole.findings, extra)))
    assert scores.column("used while writing", "all findings").precision == 0.5
    assert "X1 named finding invented: recommendation · 2 May 2017" in misses(scores)


def test_a_kind_that_the_annotation_accepts_is_neither_right_nor_wrong() -> None:
    finding = {"id": "F1", "kind": "concern", "quote": "The force should train sergeants."}
    strict, open_ = example(findings=[finding]), example(findings=[{**finding, "note": "Accept afi."}])
    read_as = replace(strict.letter, findings=(Finding("f1", "area_for_improvement", strict.letter.findings[0].quote),))
    assert f1(scored(strict, read_as), "AFI, recommendation, cause") == 0.0
    assert f1(scored(open_, read_as), "AFI, recommendation, cause") == 1.0


def test_a_response_under_the_wrong_finding_is_missed_and_made_up() -> None:
    whole = example().letter
    response = Response(("F2",), "done", whole.responses[0].quote)
    scores = scored(
        example(findings=[ROW["findings"][0], {**ROW["findings"][1], "certainty": "stated"}]), replace(whole, responses=(response,))
    )
    assert f1(scores, "responses") == 1.0
    assert f1(scores, "response → finding") == 0.0


def test_a_name_that_is_not_printed_may_be_left_out_but_not_be_another() -> None:
    annotated = example(author_printed=None)
    silent, wrong = (replace(annotated.letter, author=author) for author in (None, Party("Al Other", basis="inferred")))
    assert f1(scored(annotated, silent), "date · author · addressee") == 1.0
    assert f1(scored(annotated, wrong), "date · author · addressee") < 1.0


def test_where_only_the_office_is_known_a_holder_may_be_inferred_but_not_said_to_be_printed() -> None:
    annotated = example(author=None, author_printed=None, author_role="Police and Crime Commissioner")
    inferred, printed = (replace(annotated.letter, author=Party("Jo Bloggs", basis=basis)) for basis in ("inferred", "printed"))
    assert f1(scored(annotated, inferred), "date · author · addressee") == 1.0
    assert f1(scored(annotated, printed), "date · author · addressee") < 1.0


def test_a_quote_that_is_not_the_text_at_its_offsets_is_a_wrong_quote() -> None:
    whole = example().letter
    moved = replace(whole.findings[0], quote=replace(whole.findings[0].quote, start=1, end=34))
    assert scored(example(), whole).wrong_quotes == {"used while writing": 0}
    assert scored(example(), replace(whole, findings=(moved,))).wrong_quotes == {"used while writing": 1}


def test_two_letters_read_as_one_are_not_split_right() -> None:
    first, second = (example(**half, findings=[], responses=[]) for half in ({"end": 60}, {"id": "X2", "start": 60}))
    assert f1(scored(first, example().letter), "letters split") == 0.0
    assert f1(scored(first, first.letter, second.letter), "letters split") == 1.0


def test_an_annotation_whose_words_are_not_in_the_letter_is_refused_with_the_words() -> None:
    with pytest.raises(ValueError, match="does not hold 'Officers sing'"):
        example(responses=[{"to": [], "status": "done", "quote": "Officers sing"}])


def test_a_file_that_is_no_annotation_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("letters: 3")
    with pytest.raises(ValueError, match="not a list of annotated letters"):
        read_examples(tmp_path / "x.yaml")


def test_the_table_says_which_letters_rules_were_chosen_on() -> None:
    shown = table(scored(example(), example().letter))
    assert shown.startswith("Letters: used while writing (1: X1). Rules alone, corrections off.")
    assert "AFI, recommendation, cause           1.000   1.000  1.000      1" in shown


@pytest.mark.parametrize("name", SETS)
def test_no_quote_of_any_reading_is_other_than_the_text_at_its_offsets(name: str) -> None:
    scores = evaluate(*SETS[name], read_registers(HOUSE / "records/registers"))
    assert set(scores.wrong_quotes.values()) == {0}
