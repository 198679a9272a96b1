"""Suggestions: what two findings share, what is offered to a reader, and that suggesting changes no answer."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib import RDF, SKOS

from knowledge.frequencies import TABLE, FrequenciesError, frequencies
from knowledge.index import Index
from knowledge.likeness import common, profile
from knowledge.manifest import digest_of
from knowledge.recurrence import LEAST, PER_LATER, Suggestion, judged_pairs, queue
from knowledge.registers.themes import read_themes
from knowledge.terms import PREFIXES, thing
from knowledge.thesaurus import concepts_in, matching_concepts, touching
from knowledge.vocabulary import OntologyError, concepts, ontology_text
from knowledge.words import stem
from loaders.findings.wording.themes import themes_of
from loaders.frequencies import passages, table
from tests.letters_by_hand import index_of, letter, passage, review
from tests.real import real_index, real_store

COLD = "The cells are cold at night"
OLD = letter("old.txt", f"2014: {COLD}, it was said.", "2014-05", COLD)
NEW = letter("new.txt", "2019: Detainees are held in cold cells, once more.", "2019-05", "Detainees are held in cold cells")
FIRST, LAST = passage(OLD, COLD), passage(NEW, "Detainees are held in cold cells")


@cache
def thesaurus() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology_text("matching.ttl"), format="turtle")


def pairs(index: Index, everything: bool = False) -> list[tuple[str, str]]:
    return [(row.earlier.text, row.later.text) for row in queue(index, everything)]


@pytest.mark.parametrize(
    ("word", "left"),
    [
        *(("delays", "delai"), ("delayed", "delai"), ("agencies", "agenci"), ("agency", "agenci")),
        *(("logged", "log"), ("filed", "file"), ("promptly", "prompt"), ("101", "101")),
    ],
)
def test_a_word_loses_its_ending_and_no_more(word: str, left: str) -> None:
    assert stem(word) == left


def test_manager_and_manage_stay_two_words() -> None:
    assert stem("manager") != stem("manage")


def test_an_acronym_and_its_expansion_name_one_concept() -> None:
    both = concepts_in("The MASH is short of staff.") & concepts_in("The multi-agency safeguarding hub has vacancies.")
    assert {"mash", "capacity"} <= both


def test_the_words_of_a_label_count_in_any_order_near_one_another() -> None:
    assert "digital-forensics" in concepts_in("phones that were seized and wait to be looked at")
    assert "call-answering" in concepts_in("Calls are not answered.")
    assert "call-answering" not in concepts_in("Calls from the deputy about the budget were in the end all answered.")


def test_a_label_with_small_words_stands_as_it_is() -> None:
    assert "capacity" in concepts_in("There are not enough of them.")
    assert "capacity" not in concepts_in("Not one of them was quick enough.")


def test_every_concept_keeps_the_style_of_the_ontology_and_has_a_name_of_its_own() -> None:
    shapes = rdflib.Graph().parse(data=ontology_text("style.ttl"), format="turtle")
    conforms, _, report = validate(thesaurus(), shacl_graph=shapes)
    assert conforms, report
    names = [str(name) for concept in thesaurus().subjects(RDF.type, SKOS.Concept) for name in thesaurus().objects(concept, SKOS.prefLabel)]
    assert 150 <= len(names) == len(set(names))


def test_what_is_broader_is_there_and_never_comes_back_to_itself() -> None:
    known = matching_concepts()
    assert {broad for concept in known.values() for broad in concept.broader} <= known.keys()
    assert [slug for slug in known if slug in _above(slug)] == []


def _above(slug: str) -> set[str]:
    found: set[str] = set()
    waiting = list(matching_concepts()[slug].broader)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += matching_concepts()[one].broader
    return found


def test_words_for_suggestions_are_no_part_of_the_graph_and_no_theme() -> None:
    assert [line for line in concepts() if "/matching" in line] == []
    assert {theme.slug for theme in read_themes()} >= set(themes_of("Too many logs wait in a queue and nobody is sent."))
    assert [line for line in real_store().lines() if "/concept/matching" in line] == []


def test_a_hit_on_a_broader_concept_counts_less_than_one_on_the_concept() -> None:
    asked, same, near = (profile(text).concepts for text in ("abandoned calls", "calls were unanswered", "emergency calls"))
    assert sum(common(asked, same).values()) > sum(common(asked, near).values()) > 0


def test_each_suggestion_lists_the_words_the_concepts_by_label_and_the_themes_that_made_it() -> None:
    (row,) = queue(index_of([OLD, NEW]))
    assert row.score >= LEAST
    assert row.reasons[:2] == ("both say cold, cells", "both speak of state of cells, police custody")
    said = next(row.reasons for row in queue(real_index()) if row.earlier.themes and row.earlier.themes == row.later.themes)
    assert [reason for reason in said if reason.startswith("theme ")]


def test_concepts_left_out_are_not_looked_for() -> None:
    text = "101 calls are abandoned."
    without = profile(text, touching(frozenset({"call-handling"})))
    assert "non-emergency-calls" in profile(text).concepts
    assert "non-emergency-calls" not in without.concepts
    assert without.words == profile(text).words


def test_the_table_of_frequencies_is_what_the_script_makes() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(passages())


def test_the_table_stays_small_and_its_version_is_its_digest() -> None:
    assert len(TABLE.read_bytes()) < 40_000
    assert len(frequencies().version) == 8
    assert frequencies().weight("word", "nowhere") == 1 > frequencies().weight("word", "victim") > 0


@pytest.mark.parametrize("text", [None, "", "kind\tname\tpassages\nall\tall\t0\n", "kind\tname\tpassages\nall\tall\tmany\n", "kind\tname\tpassages\nword\n"])
def test_a_table_that_is_missing_or_broken_is_told_with_the_way_out(text: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "frequencies.tsv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("knowledge.frequencies.TABLE", path)
    with pytest.raises(FrequenciesError, match="make frequencies"):
        frequencies.__wrapped__()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "matching.ttl' cannot be read"),
        ("m:contact a", "matching.ttl', line 1, is not Turtle"),
        ("\n\n<https://peelgraph.example/x> <y:z> .\n", "matching.ttl', line 3, is not Turtle"),
        (b"\xff\xfe", "matching.ttl' cannot be read"),
        ("<{m}calls> <{skos}prefLabel> 'calls' ; <{skos}broader> <{m}nothing> .", "narrower than 'nothing', which has no name"),
    ],
)
def test_words_for_suggestions_that_are_missing_or_broken_are_told_with_the_file_and_the_way_out(
    text: str | bytes | None, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(text, str):
        text = text.replace("{m}", thing("concept", "matching-")).replace("{skos}", PREFIXES["skos"]).encode()
    if text is not None:
        (tmp_path / "matching.ttl").write_bytes(text)
    monkeypatch.setattr("knowledge.vocabulary.ONTOLOGY", tmp_path)
    with pytest.raises(OntologyError, match=told):
        matching_concepts.__wrapped__()


@pytest.mark.parametrize(("force", "other"), [("west-mercia", "kent"), ("west-mercia", None), (None, None)])
def test_a_pair_of_two_forces_or_of_none_that_is_known_is_listed_once_somebody_has_judged_it(force: str | None, other: str | None) -> None:
    earlier = letter("a.txt", "2014: Cells were cold here.", "2014-05", "Cells were cold here", force=force)  # type: ignore[arg-type]
    later = letter("b.txt", "2018: The cells are cold.", "2018-05", "The cells are cold", force=other)  # type: ignore[arg-type]
    judged = review(passage(earlier, "Cells were cold here"), passage(later, "The cells are cold"), "different")
    held = index_of([earlier, later], judged)
    assert pairs(held) == []
    assert [(row.decision, row.evidence, row.score > LEAST) for row in queue(held, everything=True)] == [("different", "reviewed", True)]


def test_one_more_letter_changes_the_score_of_no_other_pair() -> None:
    more = letter("kent.txt", "2018: The cells are cold and cells are cold.", "2018-05", "The cells are cold and cells are cold", force="kent")
    near = letter("near.txt", "2020: Cold cells again.", "2020-05", "Cold cells again")
    before, after = ({(s.earlier.id, s.later.id): s.score for s in queue(index_of(held))} for held in ([OLD, NEW], [OLD, NEW, more, near]))
    assert before and {pair: after[pair] for pair in before} == before


def test_a_later_finding_is_set_beside_earlier_ones_of_its_force_only() -> None:
    kent = letter("kent.txt", NEW.document.text, "2019-05", LAST.text, force="kent")
    assert pairs(index_of([OLD, NEW, kent])) == [(COLD, LAST.text)]


@pytest.mark.parametrize(("published", "there"), [("2014-05", True), ("2021-05", False)])
def test_a_partner_s_finding_comes_before_only_while_the_alliance_ran(published: str, there: bool) -> None:
    partner = letter("warwick.txt", f"{published[:4]}: {COLD}.", published, COLD, force="warwickshire")
    late = letter("late.txt", "2022: Detainees are held in cold cells.", "2022-05", LAST.text)
    assert ((COLD, LAST.text) in pairs(index_of([partner, late]))) is there


def test_different_is_never_suggested_again_and_stays_in_the_whole_list() -> None:
    index = index_of([OLD, NEW], review(FIRST, LAST, "different"))
    assert pairs(index) == []
    assert [(row.decision, row.evidence) for row in queue(index, True)] == [("different", "reviewed")]


def test_two_findings_of_one_year_that_were_judged_are_not_suggested_the_other_way_round() -> None:
    one, other = (letter(f"{name}.txt", f"2014: {words}.", "2014", words) for name, words in (("one", "The cells are cold and damp"), ("other", "Cells remain cold")))
    other = replace(other, reports=(replace(other.reports[0], title="Cells once more"),))
    first, last = passage(one, "The cells are cold and damp"), passage(other, "Cells remain cold")
    assert len(pairs(index_of([one, other]))) == 2
    assert pairs(index_of([one, other], review(first, last, "different"))) == []


def test_unsure_is_undecided() -> None:
    index = index_of([OLD, NEW], review(FIRST, LAST, "unsure"))
    assert [row.decision for row in queue(index)] == [None]


def test_a_changed_quote_brings_its_pair_back_into_the_queue() -> None:
    seen = replace(FIRST, text=FIRST.text.replace("cold", "damp"))
    assert [row.decision for row in queue(index_of([OLD, NEW], review(seen, LAST, "different")))] == [None]


def test_findings_that_share_nothing_are_not_put_before_a_reader() -> None:
    vans = letter("vans.txt", "2020: The vans rust.", "2020-05", "The vans rust")
    assert pairs(index_of([OLD, vans])) == []


def _under(rows: list[Suggestion], decision: str, later: str) -> list[float]:
    return [row.score for row in rows if row.later.id == later and row.decision == decision]


def test_no_pair_that_a_reader_called_different_stands_above_a_repeated_one_of_the_same_later_finding() -> None:
    rows = queue(real_index(), True)
    both = [row.later.id for row in rows if row.decision == "repeated" and _under(rows, "different", row.later.id)]
    assert both
    assert [one for one in both if max(_under(rows, "different", one)) >= min(_under(rows, "repeated", one))] == []


def test_marks_do_not_reach_the_score() -> None:
    index = real_index()
    judged = judged_pairs(index)
    shown = {(row.earlier.id, row.later.id): row.score for row in queue(index, True)}
    blind = index_of([OLD, NEW], review(FIRST, LAST, "different"))
    assert judged.keys() <= shown.keys()
    assert [row.score for row in queue(blind, True)] == [row.score for row in queue(index_of([OLD, NEW]))]


def test_the_answer_and_the_graph_are_the_same_before_and_after_suggesting() -> None:
    store = real_store()

    def said() -> tuple[object, ...]:
        index = Index.of(store)
        answer = index.recurrences_between(2014, 2019)
        rows = [(row.earlier.id, row.later.id, row.relation, row.evidence, [step.id for step in row.path]) for row in answer.rows]
        counts = answer.coverage
        four = (counts.recurring, counts.not_repeated, counts.not_asked, counts.unreviewed)
        return rows, four, answer.notes, digest_of(store.lines())

    before = said()
    assert before[0]
    index = real_index()
    answered = index.recurrences_between(2014, 2019).rows
    assert max(map([row.later.id for row in queue(index)].count, {row.later.id for row in queue(index)})) <= PER_LATER
    assert index.recurrences_between(2014, 2019, at_least="suggested").rows != answered
    assert said() == before
    assert index.recurrences_between(2014, 2019).rows == answered
