"""The command: what it prints, and one plain sentence with status 1 where something is wrong."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cli import _pairs, main
from knowledge.agreement import agreement
from knowledge.index import Index
from knowledge.questions import read_questions
from knowledge.store import Store
from loaders import load

HOUSE = Path(__file__).resolve().parent.parent
LETTERS = sorted((HOUSE / "records" / "letters" / "west-mercia").glob("*.txt"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("store"))
    load.build(where=where)
    return where


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_read_gives_every_quote_exact_to_the_character() -> None:
    documents = json.loads(run("read", "--json", *map(str, LETTERS)).stdout)["documents"]
    assert sum(len(d["letters"]) for d in documents) == 28

    def quotes(node: object) -> list[dict]:
        if isinstance(node, dict):
            own = [node] if set(node) == {"start", "end", "text"} else []
            return own + [q for value in node.values() for q in quotes(value)]
        return [q for value in node for q in quotes(value)] if isinstance(node, list) else []

    wrong = [(d["name"], q) for d in documents for q in quotes(d["letters"]) if d["text"][q["start"] : q["end"]] != q["text"]]
    assert wrong == []
    assert sum(len(quotes(d["letters"])) for d in documents) > 300


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("", encoding="utf-8")
    result = run("read", "--json", str(tmp_path / "none.txt"), str(LETTERS[0]))
    refused, read = json.loads(result.stdout)["documents"]
    assert result.exit_code == 1
    assert set(refused) == {"name", "refused"} and refused["name"] == "none.txt"
    assert len(read["letters"]) == 1


def test_the_headline_opens_with_what_no_letter_says(store: str) -> None:
    lines = run("ask", "recurrences", "--from", "2014", "--to", "2019", "--store", store).stdout.splitlines()
    assert lines[0].startswith("No letter calls these findings of 2014 areas for improvement")
    assert "two programs" in lines[1] and "not yet checked by a person" in lines[1]


def test_json_and_csv_hold_the_same_rows(store: str) -> None:
    import csv

    words = ("ask", "recurrences", "--from", "2014", "--to", "2019", "--store", store, "--format")
    rows = json.loads(run(*words, "json").stdout)
    table = list(csv.DictReader(run(*words, "csv").stdout.splitlines()))
    assert rows
    assert [list(r) for r in rows] == [list(r) for r in table]
    assert [r["earlier"] for r in rows] == [r["earlier"] for r in table]


def test_sparql_and_graphql_give_the_same_rows(store: str) -> None:
    words = ("ask", "deadlines", "--store", store, "--format", "json", "--engine")
    assert json.loads(run(*words, "sparql").stdout) == json.loads(run(*words, "graphql").stdout) != []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ask", "recurences", "--from", "2014"), "Did you mean 'recurrences'?"),
        (("ask", "recurrences", "--from", "2014", "--to", "soon"), "'soon' is not a year"),
        (("ask", "recurrences", "--from", "2014", "--to", "2019", "--theme", "stop-and-serch"), "Did you mean 'stop-and-search'?"),
        (("ask", "recurrences", "--from", "2014"), "'to' is needed"),
        (("ask", "recurrences", "--form", "2014"), "Did you mean 'from'?"),
        (("ask", "recurrences", "--from", "2019", "--to", "2014"), "'from' is after 'to': 2019 comes after 2014."),
    ],
)
def test_a_wrong_word_is_answered_with_the_right_one(store: str, words: tuple[str, ...], said: str) -> None:
    result = run(*words, "--store", store)
    assert (result.exit_code, said in result.stderr) == (1, True), result.stderr


def test_a_missing_store_is_a_sentence_and_not_a_traceback(tmp_path: Path) -> None:
    result = run("ask", "deadlines", "--store", str(tmp_path))
    assert result.exit_code == 1
    assert "Run `peelgraph build` first." in result.stderr and "Traceback" not in result.stderr


def test_validate_lists_warnings_and_ends_well(store: str) -> None:
    result = run("validate", "--store", store)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].startswith("0 violations, ")


def test_turtle_that_does_not_parse_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("@prefix a: <http://a.example/> .\na:b a:c .\n", encoding="utf-8")
    result = run("validate", str(tmp_path / "broken.ttl"))
    assert result.exit_code == 1
    assert "'broken.ttl', line 2 is not Turtle" in result.stderr


def test_the_queue_has_at_most_ten_for_each_later_finding_best_first(store: str) -> None:
    rows = json.loads(run("review", "list", "--format", "json", "--store", store).stdout)
    later = [row["later"]["id"] for row in rows]
    assert later and max(map(later.count, later)) <= 10
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert set(rows[0]) == {"earlier", "later", "score", "reasons"}
    assert set(rows[0]["later"]) == {"id", "source", "start", "end", "text"}


def test_nine_of_ten_known_earlier_findings_stand_within_five(store: str) -> None:
    rows = json.loads(run("review", "list", "--all", "--format", "json", "--store", store).stdout)
    ranks = {}
    for row in rows:
        place = sum(1 for other in rows if other["later"]["id"] == row["later"]["id"] and other["score"] > row["score"]) + 1
        if row["decision"] in ("repeated", "narrowed", "widened"):
            ranks[row["later"]["id"]] = min(place, ranks.get(row["later"]["id"], 999))
    assert len(ranks) == 10
    assert sum(rank <= 5 for rank in ranks.values()) >= 9
    assert sum(1 / rank for rank in ranks.values()) / len(ranks) >= 0.8


def test_a_review_of_an_unknown_finding_is_refused_and_nothing_is_written(store: str, tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()
    words = ("review", "record", "--earlier", "nowhere", "--later", "nobody", "--decision", "different", "--reviewer", "me", "--reason", "a test")
    result = run(*words, "--records", str(tmp_path), "--store", store)
    assert result.exit_code == 1 and "There is no finding 'nowhere'." in result.stderr
    assert list((tmp_path / "reviews").iterdir()) == []


def test_a_recorded_review_says_what_brings_it_into_answers(store: str, tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()
    pair = json.loads(run("review", "list", "--format", "json", "--limit", "1", "--store", store).stdout)[0]
    words = ("review", "record", "--earlier", pair["earlier"]["id"], "--later", pair["later"]["id"], "--decision", "different")
    result = run(*words, "--reviewer", "A. Reader", "--reason", "another shortcoming", "--records", str(tmp_path), "--store", store)
    assert result.exit_code == 0 and "`peelgraph build` brings it into answers" in result.stdout
    assert "another shortcoming" in (tmp_path / "reviews" / "a-reader.tsv").read_text(encoding="utf-8")


def told(path: Path) -> list[str]:
    """The lines of a page's or a README's blocks of code that run the command, as words after `peelgraph`."""
    blocks = re.findall(r"<pre[^>]*>(.*?)</pre>" if path.suffix == ".html" else r"```sh\n(.*?)```", path.read_text(encoding="utf-8"), re.S)
    lines = [part for block in blocks for line in block.splitlines() for part in line.split("&&")]
    return [found[1] for line in lines if (found := re.search(r"(?:^|\s|/)peelgraph ([a-z].*)", line))]


TOLD = [(path.name, line) for path in (HOUSE / "README.md", *sorted((HOUSE / "web" / "pages").glob("*.html"))) for line in told(path)]


def test_pages_and_the_readme_tell_of_the_command() -> None:
    assert {name for name, _ in TOLD} >= {"README.md", "data.html", "empty.html"}


@pytest.mark.parametrize(("name", "line"), TOLD)
def test_a_command_that_people_are_told_to_run_is_there_with_its_options(name: str, line: str) -> None:
    command, words = main, shlex.split(line, comments=True)
    context = click.Context(command, info_name="peelgraph")
    while isinstance(command, click.Group):
        called, command, words = command.resolve_command(context, words)
        context = click.Context(command, parent=context, info_name=called)
    given = command.make_context(command.name, words, parent=context.parent)
    if command.name == "ask":
        asked = read_questions(HOUSE / "queries")[given.params["question"]]
        assert set(_pairs(given.args)) <= {parameter.name for parameter in asked.parameters}


def test_how_well_suggestions_are_ordered_comes_with_how_far_readers_agree(store: str) -> None:
    lines = run("evaluate", "recurrences", "--store", store).stdout.splitlines()
    shipped = agreement(Index.of(Store.open(store)).reviews)
    assert shipped
    for one in shipped:
        (line,) = (line for line in lines if all(reader in line for reader in one.readers))
        assert f"{one.agreed} of {one.pairs}" in line and f"{one.kappa:.3f}" in line
