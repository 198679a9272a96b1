"""Readers' judgements: as they were handed in, row by row, and what each does to an answer."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.reviews import COLUMNS, Passage, ReviewError, ReviewRow, read_reviews, record
from loaders.state import letter_iris, link
from tests.letters_by_hand import REGISTERS, index_of, joined, letter, passage, review

PLACE = ("source", "start", "end", "text")
RECORDS = Path(__file__).parent.parent / "records"
SHIPPED = RECORDS / "reviews"
OLD = letter(
    "old.txt",
    "2014: the cells are cold and nobody checks them at night, it was said.",
    "2014-05",
    "the cells are cold and nobody checks them",
)
MID = letter("mid.txt", "2016: the cells are still cold, the inspectors say, and that is all.", "2016-05", "the cells are still cold")
NEW = letter("new.txt", "2019: cells remain cold in winter, the report says once more.", "2019-05", "cells remain cold in winter")
FIRST, SECOND, LAST = (
    passage(OLD, "the cells are cold and nobody checks them"),
    passage(MID, "the cells are still cold"),
    passage(NEW, "cells remain cold in winter"),
)


def decided(*rows: ReviewRow) -> list[tuple[str, str, int, int]]:
    """Relation, evidence, persons and programs of each row from 2014 to 2019, related ones too."""
    found = index_of([OLD, MID, NEW], *rows).recurrences_between(2014, 2019, related_too=True).rows
    return [(row.relation, row.evidence, row.persons, row.programs) for row in found]


def written(folder: Path, *lines: str) -> Path:
    """A folder with one review file: the shipped one's head and these rows."""
    head = (SHIPPED / "reviewer-a.tsv").read_text(encoding="utf-8").split("\n")[0]
    (folder / "reader.tsv").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return folder


def row_of(**cells: str) -> str:
    """A good row with some cells changed, in the order of the shipped files."""
    good = dict.fromkeys(COLUMNS, "") | {
        "earlier_source": "a.txt", "earlier_start": "0", "earlier_end": "3", "earlier_text": "one",
        "later_source": "b.txt", "later_start": "4", "later_end": "7", "later_text": "two",
        "relation": "repeated", "reviewer": "Jo", "date": "2026-11-22", "reviewer_kind": "person",
    } | cells  # fmt: skip
    return "\t".join(good[name] for name in COLUMNS)


def test_both_readers_are_kept_apart_and_are_programs() -> None:
    reviews = read_reviews(SHIPPED)
    assert reviews.problems == ()
    assert {(row.reviewer, row.reviewer_kind) for row in reviews.rows} == {("reviewer-a", "program"), ("reviewer-b", "program")}
    assert [row.decision for row in reviews.rows].count("different") == 10


def test_the_words_of_every_shipped_review_stand_at_its_offsets() -> None:
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in (RECORDS / "letters").rglob("*.txt")}
    places = [side for row in read_reviews(SHIPPED).rows for side in (row.earlier, row.later) if isinstance(side, Passage)]
    assert len(places) == 2 * 98
    assert [p for p in places if texts[p.source][p.start : p.end].split() != p.text.split()] == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (row_of(reviewer=""), "names no reviewer"),
        (row_of(reviewer_kind="committee"), "'committee' is no kind of reviewer. It is person or program."),
        (row_of(date="22 November"), "'22 November' is no date"),
        (row_of(date="2026-02-30"), "'2026-02-30' is no date"),
        (row_of(relation="perhaps"), "there is no decision 'perhaps'"),
        (row_of(earlier_start="nine"), "'nine' to '3' is no stretch of text"),
        (row_of(relation="none"), "later_source is 'report/' and a report's slug, not 'b.txt'"),
        ("one\ttwo", "2 cells where the first line names 14 columns"),
    ],
)
def test_a_broken_row_is_named_by_file_and_line_and_the_others_stand(tmp_path: Path, line: str, complaint: str) -> None:
    reviews = read_reviews(written(tmp_path, row_of(), line, row_of(reviewer="Al")))
    assert [row.reviewer for row in reviews.rows] == ["Jo", "Al"]
    (problem,) = reviews.problems
    assert str(problem).startswith("'reader.tsv', line 3: ")
    assert complaint in str(problem)


def test_two_rows_of_one_reader_on_one_pair_of_one_date_are_refused(tmp_path: Path) -> None:
    reviews = read_reviews(written(tmp_path, row_of(), row_of(relation="different")))
    assert [row.decision for row in reviews.rows] == ["repeated"]
    assert "'Jo' judged this pair on 2026-11-22 already, in 'reader.tsv', line 2" in str(reviews.problems[0])


def test_a_broken_row_is_said_by_the_build_and_the_others_are_joined(tmp_path: Path) -> None:
    good = {f"{side}_{name}": str(getattr(at, name)) for side, at in (("earlier", FIRST), ("later", LAST)) for name in PLACE}
    rows = read_reviews(written(tmp_path, row_of(**good), row_of(**good, reviewer="")))
    iris = letter_iris([OLD, NEW])
    triples, remarks = link([OLD, NEW], rows, REGISTERS, iris)
    assert [remark for remark in remarks if remark.startswith("'reader.tsv', line 3: the review names no reviewer.")]
    assert any("reviewedIn" in line for line in triples.text().splitlines())


def test_a_reader_s_file_without_its_columns_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "jo.tsv"
    path.write_text("who\twhat\nJo\tcold\n", encoding="utf-8")
    with pytest.raises(ReviewError, match=r"'jo\.tsv', line 1: there is no column 'earlier_source'"):
        record(tmp_path, ReviewRow(FIRST, LAST, "repeated", "Cold.", "Jo", "person", "2026-12-01"))
    assert path.read_text(encoding="utf-8") == "who\twhat\nJo\tcold\n"


def test_a_line_that_is_not_utf_8_is_refused_and_the_others_stand(tmp_path: Path) -> None:
    path = written(tmp_path, row_of()) / "reader.tsv"
    path.write_bytes(path.read_bytes() + b"\xff\n" + row_of(reviewer="Al").encode() + b"\r\n")
    reviews = read_reviews(tmp_path)
    assert [row.reviewer for row in reviews.rows] == ["Jo", "Al"]
    assert [str(problem) for problem in reviews.problems] == ["'reader.tsv', line 3: this is not UTF-8. Save the file as UTF-8."]


def test_a_reader_cannot_be_a_person_in_one_row_and_a_program_in_another(tmp_path: Path) -> None:
    reviews = read_reviews(written(tmp_path, row_of(), row_of(reviewer_kind="program", date="2026-11-23")))
    assert "'Jo' is a person in 'reader.tsv', line 2, not a program" in str(reviews.problems[0])


def test_what_is_recorded_is_read_back_and_leaves_the_other_rows_as_they_were(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "reviews")
    before = (tmp_path / "reviews" / "reviewer-a.tsv").read_bytes()
    made = ReviewRow(FIRST, LAST, "repeated", "Cold\tthen, cold\nnow.", "reviewer-a", "program", "2026-12-01")
    path = record(tmp_path / "reviews", made)
    assert path.read_bytes().startswith(before)
    last = read_reviews(tmp_path / "reviews").rows[51 + 1]
    assert (last.earlier, last.later, last.reason, last.date) == (FIRST, LAST, "Cold then, cold now.", "2026-12-01")


def test_a_refused_record_writes_nothing(tmp_path: Path) -> None:
    made = ReviewRow(FIRST, LAST, "repeated", "Cold.", "Jo", "person", "2026-12-01")
    path = record(tmp_path, made)
    before = path.read_bytes()
    with pytest.raises(ReviewError, match=r"'jo\.tsv', line 3: 'Jo' judged this pair on 2026-12-01 already"):
        record(tmp_path, made)
    assert path.read_bytes() == before


def test_a_review_against_a_whole_report_names_the_report(tmp_path: Path) -> None:
    path = record(tmp_path, ReviewRow(FIRST, "custody-2019", "none", "Nothing of the kind.", "Jo", "person", "2026-12-01"))
    with path.open(encoding="utf-8") as lines:
        (row,) = csv.DictReader(lines, delimiter="\t")
    assert (row["later_source"], row["later_start"]) == ("report/custody-2019", "")
    assert read_reviews(tmp_path).rows[0].later == "custody-2019"


def test_a_pair_that_two_programs_accepted_is_reviewed_by_two_programs_and_no_person() -> None:
    assert decided(review(FIRST, LAST, "repeated"), review(FIRST, LAST, "repeated", "b")) == [("repeated", "reviewed", 0, 2)]


def test_one_reader_who_says_different_takes_the_link_away() -> None:
    assert decided(review(FIRST, LAST, "repeated"), review(FIRST, LAST, "different", "b")) == []


def test_readers_who_differ_between_repeated_and_related_make_it_related() -> None:
    assert decided(review(FIRST, LAST, "repeated"), review(FIRST, LAST, "related", "b"))[0][:2] == ("related", "reviewed")


def test_unsure_counts_for_neither() -> None:
    assert decided(review(FIRST, LAST, "repeated"), review(FIRST, LAST, "unsure", "b")) == [("repeated", "reviewed", 0, 1)]
    assert decided(review(FIRST, LAST, "unsure")) == []


def test_narrowed_by_one_reader_and_repeated_by_another_is_narrowed() -> None:
    assert decided(review(FIRST, LAST, "repeated"), review(FIRST, LAST, "narrowed", "b"))[0][0] == "narrowed"


def test_different_bars_the_path_through_the_years_between() -> None:
    steps = [review(FIRST, SECOND, "repeated"), review(SECOND, LAST, "repeated")]
    assert decided(*steps) == [("repeated", "reviewed", 0, 1)]
    assert decided(*steps, review(FIRST, LAST, "different", "b")) == []


def test_a_later_row_of_the_same_reader_replaces_the_earlier_which_stays_in_the_graph() -> None:
    rows = [review(FIRST, LAST, "different"), review(FIRST, LAST, "repeated", date="2026-02-01")]
    index = index_of([OLD, MID, NEW], *rows)
    assert [(r.decision, r.superseded) for r in index.reviews] == [("different", True), ("repeated", False)]
    assert [row.relation for row in index.recurrences_between(2014, 2019).rows] == ["repeated"]


def test_a_later_row_replaces_the_earlier_also_where_its_passage_is_cut_otherwise() -> None:
    cut = passage(OLD, "cells are cold and nobody")
    assert decided(review(FIRST, LAST, "different"), review(cut, LAST, "repeated", date="2026-02-01")) == [("repeated", "reviewed", 0, 1)]


def test_a_person_is_counted_apart_from_programs() -> None:
    assert decided(review(FIRST, LAST, "repeated"), review(FIRST, LAST, "repeated", "Jo", kind="person")) == [
        ("repeated", "reviewed", 1, 1)
    ]


def test_a_passage_belongs_to_the_finding_that_it_overlaps_most_from_three_tenths_on() -> None:
    near = passage(OLD, "are cold and nobody checks them at night, it was said")  # 30 of 67 characters shared
    far = passage(OLD, "them at night, it was said")
    index = index_of([OLD, NEW], review(near, LAST, "repeated"), review(far, LAST, "related", "b"))
    made = [f for f in index.findings if f.known_from]
    assert [(f.text, f.kind, f.year) for f in made] == [(far.text, "concern", 2014)]
    assert made[0].known_from.endswith(review(far, LAST, "related", "b").slug)
    assert {r.earlier.text for r in index.recurrences} == {FIRST.text, far.text}


def test_the_same_passages_give_the_same_findings_in_whatever_order_they_are_read() -> None:
    rows = [
        review(passage(OLD, "at night, it was said"), LAST, "repeated"),
        review(passage(OLD, "night, it was said"), LAST, "repeated", "b"),
    ]
    first, second = (index_of([OLD, NEW], *order) for order in (rows, rows[::-1]))
    assert sorted(first.records) == sorted(second.records)
    assert [r.programs for r in first.recurrences] == [2]


def test_changed_words_are_to_be_read_again_and_count_no_more() -> None:
    seen = Passage(FIRST.source, FIRST.start, FIRST.end, FIRST.text.replace("cold", "damp"))
    index, remarks = joined([OLD, NEW], review(seen, LAST, "repeated"))
    assert [r.stands for r in index.reviews] == [False]
    assert index.recurrences_between(2014, 2019).rows == []
    assert "'a.tsv', line 2: the words have changed since 'a' read them. The pair is to be read again." in remarks


def test_changed_words_that_no_finding_is_left_of_make_none() -> None:
    now = passage(OLD, "at night, it was said")
    seen = replace(now, text="by night, it was said")
    index, remarks = joined([OLD, NEW], review(seen, LAST, "repeated"))
    assert (index.reviews, [f.text for f in index.findings if f.known_from]) == ((), [])
    assert [r for r in remarks if "The pair is to be read again." in r]


def test_words_that_moved_are_to_be_read_again() -> None:
    moved = Passage(FIRST.source, FIRST.start + 3, FIRST.end + 3, FIRST.text)
    assert [r.stands for r in index_of([OLD, NEW], review(moved, LAST, "repeated")).reviews] == [False]


@pytest.mark.parametrize(
    ("seen", "complaint"),
    [
        (Passage("old.txt", 0, 20, "sheep may safely graze"), "the words 'sheep may safely graze' do not stand at 0 to 20 of 'old.txt'"),
        (Passage("old.txt", 9000, 9020, "sheep may safely graze"), "do not stand at 9000 to 9020"),
        (Passage("old.txt", 9000, 9000 + len(FIRST.text), FIRST.text), "do not stand at 9000 to 9041 of 'old.txt'"),
        (Passage("lost.txt", 0, 5, "words"), "no letter was read from a file 'lost.txt'"),
    ],
)
def test_a_review_that_points_at_text_that_is_not_there_is_refused_and_the_others_stand(seen: Passage, complaint: str) -> None:
    index, remarks = joined([OLD, NEW], review(seen, LAST, "repeated"), review(FIRST, LAST, "narrowed", "b"))
    (refused,) = (remark for remark in remarks if remark.startswith("'a.tsv', line 2: "))
    assert complaint in refused and refused.endswith("This review is refused; the others stand.")
    assert [(r.reviewer, r.decision) for r in index.reviews] == [("b", "narrowed")]
    assert [r.relation for r in index.recurrences] == ["narrowed"]


def test_a_link_backward_in_time_is_not_made_but_remarked() -> None:
    index, remarks = joined([OLD, NEW], review(LAST, FIRST, "repeated"))
    assert index.recurrences == ()
    assert [r for r in remarks if "the second was made before the first" in r]


def test_a_link_between_forces_that_were_no_partners_is_not_made_but_remarked() -> None:
    kent = letter("kent.txt", NEW.document.text, "2019-05", "cells remain cold in winter", force="kent")
    index, remarks = joined([OLD, kent], review(FIRST, passage(kent, "cells remain cold in winter"), "repeated"))
    assert index.recurrences == ()
    assert [r for r in remarks if "they are of two forces that were no partners then" in r]


def test_a_link_between_partners_of_an_alliance_is_made_while_it_ran() -> None:
    partner = letter("warwick.txt", NEW.document.text, "2019-05", "cells remain cold in winter", force="warwickshire")
    index, remarks = joined([OLD, partner], review(FIRST, passage(partner, "cells remain cold in winter"), "repeated"))
    assert [(r.earlier.force.slug, r.later.force.slug) for r in index.recurrences] == [("west-mercia", "warwickshire")]
    assert remarks == []


def test_passages_of_one_finding_are_a_review_and_no_link() -> None:
    index = index_of([OLD, NEW], review(passage(OLD, "the cells are cold"), FIRST, "repeated"))
    assert (len(index.reviews), index.recurrences) == (1, ())


def test_read_against_every_report_of_the_year_and_none_the_same_is_not_repeated() -> None:
    against = "custody-visits-2019-west-mercia"
    answer = index_of([OLD, NEW], review(FIRST, against, "none")).recurrences_between(2014, 2019)
    assert (answer.coverage.findings, answer.coverage.not_repeated, answer.coverage.unreviewed) == (1, 1, 0)


def test_read_against_one_of_two_reports_of_the_year_is_not_yet_not_repeated() -> None:
    other = letter("other.txt", "2019: another report finds the vans slow.", "2019-07", "the vans slow")
    other = replace(other, reports=(replace(other.reports[0], title="Vans"),))
    answer = index_of([OLD, NEW, other], review(FIRST, "custody-visits-2019-west-mercia", "none")).recurrences_between(2014, 2019)
    assert (answer.coverage.not_repeated, answer.coverage.unreviewed) == (0, 1)


def test_a_review_against_a_report_that_nobody_answers_is_refused() -> None:
    index, remarks = joined([OLD, NEW], review(FIRST, "custody-1999", "none"), review(FIRST, LAST, "repeated", "b"))
    assert [r for r in remarks if "no letter answers a report 'custody-1999'" in r]
    assert [r.relation for r in index.recurrences] == ["repeated"]
