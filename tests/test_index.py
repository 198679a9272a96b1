"""The index answers as the graph does, covers every finding once, and says what has to be said."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import product
from pathlib import Path

import pytest

from knowledge import things
from knowledge.index import Index
from knowledge.index_conditions import findings_that
from knowledge.index_notes import notes
from knowledge.questions import read_questions
from knowledge.search import Entry, Search
from knowledge.store import MemoryStore, Store
from tests.generated import YEARS, small_graph
from tests.letters_by_hand import finding, index_of, letter, passage, review
from tests.real import real_index, real_store

QUESTIONS = read_questions(Path(__file__).parent.parent / "queries")
COLD, DAMP = "the cells are cold", "the walls are damp"
OLD = letter("old.txt", f"2014: {COLD} and {DAMP}.", "2014-05", COLD, DAMP)
NEW = letter("new.txt", "2019: cells remain cold.", "2019-05", "cells remain cold")


@lru_cache(maxsize=1)
def made_store() -> MemoryStore:
    return Store.of(small_graph())


@lru_cache(maxsize=1)
def made_index() -> Index:
    return Index.of(made_store())


def notation(word: str | None) -> str | None:
    return word and word.upper()


def told(row: things.Lineage) -> dict[str, object]:
    """A lineage as the question's columns have it."""
    of = {"relation": notation(row.relation), "evidence": notation(row.evidence), "persons": row.persons, "programs": row.programs}
    of["path"] = " ".join([row.path[0].earlier.id, *(link.later.id for link in row.path)])
    for name, end in (("earlier", row.earlier), ("later", row.later)):
        of |= {
            name: end.id,
            f"{name}Year": end.year,
            f"{name}Kind": notation(end.kind),
            f"{name}Word": end.word,
            f"{name}Voice": notation(end.voice),
            f"{name}Text": end.text,
            f"{name}Start": end.quote.start,
            f"{name}End": end.quote.end,
            f"{name}Source": end.quote.source,
        }
    return of


def sparql(store: MemoryStore, **values: object) -> list[dict[str, object]]:
    return QUESTIONS["recurrences"].run(store, **values)


ASKED = [
    (at_least, related, theme, kind)
    for at_least, related, theme, kind in product(("reviewed", "letter"), (False, True), (None, "any"), (None, "any"))
]


@pytest.mark.parametrize(("at_least", "related", "theme", "kind"), ASKED)
@pytest.mark.parametrize("which", ["made", "real"])
def test_the_index_answers_what_sparql_answers(which: str, at_least: str, related: bool, theme: str | None, kind: str | None) -> None:
    store, index = (made_store(), made_index()) if which == "made" else (real_store(), real_index())
    frm, to = (YEARS[0], YEARS[2]) if which == "made" else (2014, 2019)
    one = index.recurrences_between(frm, to, related_too=True).rows[0].earlier
    values = {"theme": theme and one.themes[0].slug if one.themes else None, "kind": kind and one.kind}
    given = {"kind": (values["kind"],) if values["kind"] else (), "theme": values["theme"]}
    rows = index.recurrences_between(frm, to, at_least=at_least, related_too=related, force="west-mercia", **given).rows
    asked = {"from": frm, "to": to, "at-least": at_least, "related-too": related, "force": "west-mercia", **values}
    assert [told(row) for row in rows] == sparql(store, **{name: v for name, v in asked.items() if v is not None})


def test_the_headline_on_the_shipped_letters_is_four_shortcomings_and_nothing_else() -> None:
    rows = real_index().recurrences_between(2014, 2019).rows
    found = {
        row.earlier.text[:40]: ([row.path[0].earlier.year, *(link.later.year for link in row.path)], row.evidence, row.earlier.voice)
        for row in rows
    }
    assert found == {
        "this was initially raised as an issue by": ([2014, 2017, 2019], "reviewed", "inspectorate"),
        "the establishment of Multi Agency Safegu": ([2014, 2015, 2019], "reviewed", "commissioner"),
        "a number of concerns outlined within HMI": ([2014, 2019], "reviewed", "inspectorate"),
        "continuing delays in the analysis of com": ([2014, 2016, 2016, 2019], "reviewed", "inspectorate"),
    }


def test_the_first_step_of_computer_monitoring_is_the_letters_word_and_the_second_the_readers() -> None:
    row = next(r for r in real_index().recurrences_between(2014, 2019).rows if r.earlier.text.startswith("this was initially raised"))
    assert [(link.evidence, link.quote is not None, link.programs) for link in row.path] == [("letter", True, 2), ("reviewed", False, 2)]


def test_the_shipped_answer_says_first_that_no_letter_calls_them_areas_for_improvement_and_then_who_accepted_the_links() -> None:
    first, second = real_index().recurrences_between(2014, 2019).notes
    assert first.startswith("No letter calls these findings of 2014 areas for improvement. By any name there are ")
    assert second.endswith("accepted by two programs that read the letters; not yet checked by a person.")


def test_asked_for_areas_for_improvement_of_2014_there_are_no_rows_and_the_note_counts_all_findings_of_2014() -> None:
    whole = real_index().recurrences_between(2014, 2019)
    answer = real_index().recurrences_between(2014, 2019, kind=["area_for_improvement"])
    assert (answer.rows, answer.coverage.findings) == ([], 0)
    assert answer.notes == [whole.notes[0]]
    assert f"By any name there are {whole.coverage.findings}: " in answer.notes[0]


@pytest.mark.parametrize("related", [False, True])
def test_the_four_parts_of_coverage_add_up_to_every_finding_of_the_year_once(related: bool) -> None:
    covered = real_index().recurrences_between(2014, 2019, related_too=related).coverage
    members = [f.id for groups in covered.groups.values() for group in groups for f in group]
    assert sorted(members) == sorted(f.id for f in real_index().findings if f.year == 2014)
    assert covered.findings == covered.recurring + covered.not_repeated + covered.not_asked + covered.unreviewed
    assert covered.findings == sum(len(groups) for groups in covered.groups.values())


def test_a_group_of_findings_that_are_one_counts_once_and_recurs_with_any_member() -> None:
    again = replace(letter("again.txt", f"Once more: {COLD}.", "2014-05", COLD), date="2014-12-24")
    index = index_of([OLD, again, NEW], review(passage(again, COLD), passage(NEW, "cells remain cold"), "repeated"))
    covered = index.recurrences_between(2014, 2019).coverage
    assert (covered.findings, covered.recurring, covered.unreviewed) == (2, 1, 1)
    assert [[f.text for f in group] for group in covered.groups["recurring"]] == [[COLD, COLD]]


def test_conditions_are_on_the_earlier_finding_and_later_kind_on_the_later() -> None:
    old = replace(OLD, findings=(replace(OLD.findings[0], kind="recommendation", themes=("custody",)), OLD.findings[1]))
    index = index_of([old, NEW], review(passage(old, COLD), passage(NEW, "cells remain cold"), "repeated"))

    def rows(**given: object) -> int:
        return len(index.recurrences_between(2014, 2019, **given).rows)  # type: ignore[arg-type]

    assert (rows(), rows(kind=["recommendation"]), rows(kind=["concern"])) == (1, 1, 0)
    assert (rows(later_kind=["concern"]), rows(later_kind=["recommendation"])) == (1, 0)
    assert (rows(force="kent"), rows(force="https://peelgraph.example/id/force/west-mercia")) == (0, 1)


def test_a_person_who_checked_one_of_two_links_is_counted_in_the_note() -> None:
    mid = letter("mid.txt", "2016: cells are still cold.", "2016-05", "cells are still cold")
    steps = [
        (passage(OLD, COLD), passage(mid, "cells are still cold")),
        (passage(mid, "cells are still cold"), passage(NEW, "cells remain cold")),
    ]
    rows = [review(*steps[0], "repeated"), review(*steps[0], "repeated", "Jo", kind="person"), review(*steps[1], "repeated")]
    answer = index_of([OLD, mid, NEW], *rows).recurrences_between(2014, 2019)
    assert answer.rows[0].persons == 0
    assert (
        answer.notes[-1]
        == "The 2 reviewed links of this answer were accepted by one program that read the letters; 1 of them checked by a person."
    )


def test_a_year_of_which_nothing_is_known_says_so() -> None:
    answer = index_of([OLD, NEW]).recurrences_between(1999, 2019)
    assert answer.notes == ["The letters that we hold name no finding of 1999 that meets these conditions."]


def test_no_note_about_areas_for_improvement_where_a_letter_names_one() -> None:
    old = replace(OLD, findings=(replace(OLD.findings[0], kind="area_for_improvement"), OLD.findings[1]))
    assert index_of([old, NEW]).recurrences_between(2014, 2019).notes == []


def test_kinds_and_the_letters_own_words_are_counted_in_the_first_note() -> None:
    found = [
        things.Finding("a", "a", "", kind="recommendation", word="Recommendation"),
        things.Finding("b", "b", "", kind="concern", word="issue"),
        things.Finding("c", "c", "", kind="concern"),
    ]
    assert notes(2015, (), [[f] for f in found], []) == [
        "No letter calls these findings of 2015 areas for improvement. By any name there are 3: 2 concerns and 1 recommendation. "
        "The letters' own words: “issue” (1), “recommendation” (1); 1 bears no such word."
    ]


def test_a_finding_has_its_lineages_in_both_directions_of_time() -> None:
    index = real_index()
    middle = next(f for f in index.findings if f.year == 2017 and "monitor all its computer systems" in f.text)
    for asked in (middle, middle.slug):
        assert sorted((row.earlier.year, row.later.year) for row in index.lineage(asked)) == [(2014, 2017), (2017, 2019)]


def test_a_thing_is_found_by_iri_and_by_slug_and_what_is_not_there_is_nothing() -> None:
    index = real_index()
    force = index.get("west-mercia", "force")
    assert force is index.get("https://peelgraph.example/id/force/west-mercia")
    assert index.get("https://peelgraph.example/id/force/west-mercia", "person") is None
    assert index.get("atlantis", "force") is None
    assert index.nearest("theme", "stop-and-serch") == "stop-and-search"
    assert index.nearest("theme", "qqqqqq") is None


def test_letters_come_in_order_of_date_and_those_without_last() -> None:
    dates = [letter.date for letter in real_index().letters]
    known = [date for date in dates if date]
    assert len(dates) == 28
    assert known == sorted(known)
    assert dates[len(known) :] == [None] * (28 - len(known))


def test_search_finds_every_word_and_marks_where_it_stands() -> None:
    hits = real_index().search("safeguarding hubs")
    assert {"Finding", "Letter"} == {type(hit.thing).__name__ for hit in hits}
    hit = hits[0]
    assert {hit.excerpt[a:b].lower() for a, b in hit.marks} == {"safeguarding", "hubs"}
    assert hit.excerpt == real_index().text(_document(hit.thing))[hit.start : hit.end]


def _document(thing: things.Letter | things.Finding) -> things.Document:
    return thing.document if isinstance(thing, things.Letter) else thing.quote.document


def test_search_for_what_stands_nowhere_finds_nothing() -> None:
    assert real_index().search("xylophone") == []
    assert real_index().search(" ,. ") == []


def test_what_surrounds_a_hit_is_cut_out_only_when_it_is_read() -> None:
    hits = real_index().search("the")
    assert len(hits) > 100
    assert [hit for hit in hits if "cut" in vars(hit) or "found" in vars(hit)] == []
    assert hits[0].marks and "cut" in vars(hits[0])


def test_the_last_word_may_be_the_beginning_of_any_word_that_stands_somewhere() -> None:
    search = Search([Entry(None, text, 0) for text in ("custody", "custom made", "a cusp", "accustomed", "cu")])  # type: ignore[arg-type]

    def begins(text: str) -> list[str]:
        return sorted(search._beginning(text))

    assert begins("cus") == ["cusp", "custody", "custom"]
    assert begins("custody") == ["custody"]
    assert begins("cut") == []
    assert begins("cu") == ["cu"]
    assert all(begins(word[:3]) == sorted(w for w in search.places if w.startswith(word[:3])) for word in search.places if len(word) > 2)


def test_more_of_the_words_in_a_text_of_the_same_length_come_first() -> None:
    letters = [letter(f"{i}.txt", text, "2014-05") for i, text in enumerate(("custody is not visited now", "custody in custody is cold"))]
    hits = index_of(letters).search("custody")
    assert [hit.thing.source for hit in hits] == ["1.txt", "0.txt"]
    assert hits[0].score > hits[1].score


def test_a_finding_is_answered_where_the_same_finding_in_another_letter_is() -> None:
    plain, twin, alone = (things.Finding(name, name, "") for name in ("plain", "twin", "alone"))
    plain.same_as, twin.same_as = [twin], [plain]
    twin.responses = [things.Response("r", "r", "")]
    assert findings_that([plain, twin, alone], answered=True) == [plain, twin]
    assert findings_that([plain, twin, alone], answered=False) == [alone]


def test_suggestions_appear_only_when_asked_for_and_never_for_a_pair_that_is_joined() -> None:
    index = index_of([OLD, NEW], review(passage(OLD, COLD), passage(NEW, "cells remain cold"), "repeated"))
    cold, damp = (next(f for f in index.findings if f.text == words) for words in (COLD, DAMP))
    (later,) = (f for f in index.findings if f.year == 2019)
    pairs = [things.Lineage(f"s{i}", f"s{i}", "", earlier=f, later=later, evidence="suggested") for i, f in enumerate((cold, damp))]
    index.suggestions = pairs
    assert [row.evidence for row in index.recurrences_between(2014, 2019).rows] == ["reviewed"]
    assert sorted(row.evidence for row in index.recurrences_between(2014, 2019, at_least="suggested").rows) == ["reviewed", "suggested"]


def test_a_finding_of_no_year_is_in_no_answer_and_is_still_a_finding() -> None:
    lost = letter("lost.txt", "Some day: the cells are cold.", None, COLD)
    index = index_of([lost, NEW])
    assert [(f.year, f.year_basis) for f in index.findings if f.text == COLD] == [(None, "unknown")]
    assert finding(lost, COLD).year is None
