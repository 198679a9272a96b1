"""What a reader is given to judge: as a file of its own and nowhere else, and what the command refuses."""

from __future__ import annotations

import csv
import io
import zipfile
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from exports.projection import project
from exports.reviewing import listed
from exports.whole import FORMATS, export
from knowledge.index import Index
from knowledge.recurrence import queue
from loaders import load
from tests.real import real_index, real_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("reviewing") / "store")
    load.build(Path(load.RECORDS), where)
    return where


def recorded(store: str, records: Path, **options: str) -> Result:
    """`review record` on the first pair of the queue, with these options changed."""
    first = queue(real_index())[0]
    given = {
        "earlier": first.earlier.id, "later": first.later.id, "decision": "repeated", "reviewer": "Jo", "reason": "One shortcoming.",
        "store": store, "records": str(records),
    } | {name.replace("_", "-"): value for name, value in options.items()}  # fmt: skip
    (records / "reviews").mkdir(exist_ok=True)
    return CliRunner().invoke(main, ["review", "record", *(word for name, value in given.items() for word in (f"--{name}", value))])


@cache
def written(name: str) -> bytes:
    """An export of a graph whose suggestions have been worked out."""
    index = Index.of(real_store())
    assert index.suggestions
    output = io.BytesIO()
    export(real_store(), index, name, output)
    return output.getvalue()


def test_suggestions_are_a_file_of_their_own_whose_rows_say_that_nobody_has_judged() -> None:
    rows = list(csv.DictReader(io.StringIO(listed(real_index(), "csv"))))
    assert {(row["evidence"], row["decision"]) for row in rows} == {("suggested", "")}
    first = queue(real_index())[0]
    assert (rows[0]["earlier"], rows[0]["later_text"], rows[0]["reasons"]) == (first.earlier.id, first.later.text, "; ".join(first.reasons))


def test_the_whole_list_as_a_file_says_which_pairs_readers_or_letters_have_spoken_of() -> None:
    rows = list(csv.DictReader(io.StringIO(listed(real_index(), "csv", everything=True))))
    assert {row["evidence"] for row in rows} == {"suggested", "reviewed", "letter"}
    assert {row["decision"] for row in rows if row["evidence"] == "suggested"} == {""}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_export_of_the_graph_holds_a_suggestion(name: str) -> None:
    content = written(name)
    members = [content]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [member.encode() + archive.read(member) for member in archive.namelist()]
    first = queue(real_index())[0]
    assert any(first.earlier.id.encode() in member or first.earlier.slug.encode() in member for member in members)
    assert [member[:80] for member in members if b"SUGGESTED_AS" in member or b"both speak of" in member] == []


def test_suggestions_come_into_the_property_graph_only_when_asked_for() -> None:
    plain, asked = ({type_ for _, type_, _ in project(real_index(), suggestions).relationships} for suggestions in (False, True))
    assert asked - plain == {"SUGGESTED_AS"}


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"reviewer": ""}, "names no reviewer"),
        ({"reviewer": " "}, "names no reviewer"),
        ({"reason": ""}, "A review says why"),
        ({"later": "nowhere"}, "There is no finding 'nowhere'."),
        ({"decision": "none", "later": "custody-1999"}, "there is no report 'custody-1999'"),
    ],
)
def test_a_review_that_lacks_something_is_refused_in_a_sentence_and_nothing_is_written(
    store: str, tmp_path: Path, options: dict[str, str], complaint: str
) -> None:
    result = recorded(store, tmp_path, **options)
    assert result.exit_code == 1
    assert complaint in result.stderr
    assert list((tmp_path / "reviews").iterdir()) == []


def test_two_reviews_of_one_pair_on_one_day_by_one_reader_are_refused(store: str, tmp_path: Path) -> None:
    assert recorded(store, tmp_path).exit_code == 0
    before = (tmp_path / "reviews" / "jo.tsv").read_bytes()
    again = recorded(store, tmp_path, decision="different")
    assert again.exit_code == 1
    assert "'Jo' judged this pair on" in again.stderr and "in 'jo.tsv', line 2. A later date replaces it." in again.stderr
    assert (tmp_path / "reviews" / "jo.tsv").read_bytes() == before


def test_a_kind_of_reader_that_is_none_cannot_be_parsed(store: str, tmp_path: Path) -> None:
    assert recorded(store, tmp_path, reviewer_kind="committee").exit_code == 2
