"""How suggestions are measured: files of pairs, places, ties, and plain TF-IDF beside every figure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from knowledge.agreement import agreement
from loaders.pairs import Pair, PairsError, read_pairs
from loaders.scores import measures_of_pairs
from loaders.scores_measure import Measure, measure
from loaders.scores_table import report_of_index, report_of_pairs
from loaders.scores_tfidf import tfidf
from tests.real import real_index

SETS = Path(__file__).parent / "recurrences"
HEAD = "earlier\tlater\ttheme\tjudgement\n"
GOOD = "cells are cold\tthe cells are cold\tcustody\trepeated\n"


def file_of(folder: Path, text: str) -> Path:
    path = folder / "pairs.tsv"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return path


def by_name(measures: list[Measure]) -> dict[str, Measure]:
    return {one.name: one for one in measures}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "line 1: the columns are earlier, later, theme, judgement"),
        ("earlier\tlater\n", "line 1: the columns are"),
        ("# a line\n" + HEAD + GOOD + "one\ttwo\n", "line 4: 2 cells where there are 4 columns"),
        (HEAD + "\tthe cells\tcustody\trepeated\n", "line 2: earlier is empty"),
        (HEAD + GOOD + "a\tb\tcustody\tthe same\n", "line 3: there is no judgement 'the same'. It is one of repeated,"),
        (HEAD + GOOD + GOOD, "line 3: this pair stands in line 2 already"),
        (HEAD + "a\tb\tcustody\tdifferent\n", "no pair is repeated"),
        (HEAD + GOOD + "\udcff\tb\tcustody\trelated\n", "line 3: this is not UTF-8"),
    ],
)
def test_a_broken_file_of_pairs_is_refused_with_file_and_line(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(PairsError, match=r"'pairs\.tsv', line \d") as refused:
        read_pairs(file_of(tmp_path, text))
    assert complaint in str(refused.value)


def test_a_broken_file_of_pairs_is_one_plain_sentence_and_status_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", "recurrences", "--pairs", str(file_of(tmp_path, HEAD + "one\n"))])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "peelgraph: 'pairs.tsv', line 2: 1 cells where there are 4 columns: earlier, later, theme, judgement.\n"


@pytest.mark.parametrize(
    ("candidates", "place"),
    [
        ([(0.9, "repeated"), (0.5, None)], 1),
        ([(0.9, None), (0.5, "repeated"), (0.4, "narrowed")], 2),
        ([(0.5, "different"), (0.5, "repeated"), (0.5, None)], 2),
        ([(0.5, "repeated"), (0.5, "repeated"), (0.1, None)], 1),
    ],
)
def test_the_best_true_pair_counts_and_a_tie_is_its_middle_place(candidates: list[tuple[float, str | None]], place: float) -> None:
    assert measure("any", {"later": candidates}).places == (place,)


def test_a_different_pair_counts_only_beside_a_true_one() -> None:
    alone, beside = {"a": [(0.9, "different")]}, {"b": [(0.9, "different"), (0.5, "repeated"), (0.1, "different")]}
    found = measure("any", {**alone, **beside})
    assert (found.above, found.different) == (1, 2)


def test_precision_and_minutes_count_what_is_read_without_being_true() -> None:
    found = measure("any", {"a": [(0.9, "repeated"), (0.5, None), (0.4, "different")], "b": [(0.3, None)]})
    assert (found.shown, found.judged, found.confirmed, found.precision, found.minutes) == (4, 2, 1, 0.25, 6.0)


def test_only_the_first_ten_of_a_list_are_read() -> None:
    assert measure("any", {"a": [(1 - n / 100, None) for n in range(12)] + [(0.1, "repeated")]}).shown == 10


def test_plain_tf_idf_finds_no_likeness_between_words_that_differ() -> None:
    like = tfidf(["cells are cold", "cold cells", "vans rust"], stems=False)
    assert like("cells are cold", "cold cells") == pytest.approx(1)
    assert like("cells are cold", "vans rust") == 0


def test_a_paraphrase_is_found_by_concepts_and_not_when_its_theme_is_left_out() -> None:
    said = "The MASH has a backlog."
    pairs = [
        Pair(said, "Multi-agency safeguarding hubs let cases pile up.", "mash", "repeated"),
        *(Pair(f"Hubs {word}.", "Multi-agency safeguarding hubs let cases pile up.", "x", "different") for word in ("paint", "rent")),
    ]
    ways = by_name(measures_of_pairs(pairs))
    assert ways["ours"].places == (1,)
    assert min(ways[name].places[0] for name in ("ours, theme left out", "plain TF-IDF, words")) > 1


def test_on_the_pairs_that_were_chosen_on_ours_is_at_least_a_tenth_above_tf_idf_and_no_worse_on_hard_negatives() -> None:
    ways = by_name(measures_of_pairs(read_pairs(SETS / "choose.tsv")))
    ours, best = ways["ours"], max((ways[f"plain TF-IDF, {what}"] for what in ("words", "stems")), key=lambda one: one.recall(5))
    assert ours.recall(5) >= max(0.65, best.recall(5) + 0.10)
    assert ours.above <= best.above


@pytest.mark.parametrize("name", ["choose.tsv", "measure.tsv"])
def test_the_pairs_are_as_many_as_promised_and_most_true_ones_share_no_word(name: str) -> None:
    pairs = read_pairs(SETS / name)
    true = [pair for pair in pairs if pair.judgement == "repeated"]
    counted = [sum(pair.judgement == word for pair in pairs) for word in ("repeated", "related", "different")]
    assert [count >= least for count, least in zip(counted, (25, 25, 40), strict=True)] == [True] * 3
    like = tfidf([text for pair in pairs for text in (pair.earlier, pair.later)], stems=True)
    assert sum(like(pair.earlier, pair.later) == 0 for pair in true) > len(true) / 2


def test_the_measure_of_a_file_is_the_same_as_a_table_and_as_json() -> None:
    pairs = read_pairs(SETS / "choose.tsv")[:40]
    told = json.loads(report_of_pairs(pairs, "json"))
    rows = {line[:22].strip(): line.split() for line in report_of_pairs(pairs).splitlines()[1 : 1 + len(told["ways"])]}
    assert {way["name"]: f"{way['recall']['5']:.3f}" for way in told["ways"]} == {name: row[-8] for name, row in rows.items()}


def test_every_figure_of_the_shipped_pairs_has_tf_idf_beside_it_and_the_readers_agreement_by_kind() -> None:
    told = json.loads(report_of_index(real_index(), "json"))
    names = [way["name"] for way in told["ways"]]
    assert names == ["ours", "ours, theme left out", "ours, words alone", "plain TF-IDF, words", "plain TF-IDF, stems"]
    assert [set(way) for way in told["ways"]] == [set(told["ways"][0])] * len(names)
    assert set(told["ways"][0]["recall"]) == {"1", "3", "5", "10"}
    assert [(one["kinds"], one["kappa"]) for one in told["agreement"]] == [
        (list(one.kinds), one.kappa) for one in agreement(real_index().reviews)
    ]
    assert told["agreement"]


def test_on_the_shipped_letters_nine_of_ten_stand_within_five() -> None:
    ours = json.loads(report_of_index(real_index(), "json"))["ways"][0]
    assert (ours["later"], ours["different_above"]) == (10, 0)
    assert ours["recall"]["5"] >= 0.9
    assert ours["mrr"] >= 0.8
