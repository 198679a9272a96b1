"""Marks in a letter's text, paragraphs and sentences: what is shown is the text, and every piece knows its place."""

from __future__ import annotations

import itertools
import re
import shutil
from pathlib import Path

from lxml import html

from knowledge import things
from loaders.load import RECORDS, build_in_memory
from server import create_app
from tests.pages import HTML, index, page
from web.charts.path import Step, _places
from web.explorer.letter import runs
from web.explorer.marks import Mark, marked
from web.explorer.quotes import paragraph_of, paragraphs, sentence

TEXT = "Dear Minister\n\nThe Rt. Hon. lady asked. The force should do more, and it will do so soon.\n- *Improve the custody suites;*\n\nYours"


def mark(kind: str, number: int, start: int, end: int) -> Mark:
    quote = things.Quote("q", "q", "", start=start, end=end)
    return Mark(kind, number, start, end, things.Finding(f"{kind}{number}", "", "", quote=quote))


def shown(*marks: Mark) -> html.HtmlElement:
    return html.fragment_fromstring(str(marked(TEXT, "x.txt", marks, 0, len(TEXT), set())), create_parent="p")


def words_of(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """Each mark with the words that its place names."""
    return [(one.get("class"), TEXT[int(one.get("data-start")) : int(one.get("data-end"))]) for one in tree.xpath(".//mark")]


def test_a_mark_inside_another_stands_inside_it() -> None:
    tree = shown(mark("a", 1, 40, 90), mark("f", 1, 45, 60))
    assert tree.xpath("string(.//mark[contains(@class, 'k-a')]//mark[contains(@class, 'k-f')])") == TEXT[45:60]


def test_marks_that_cross_are_cut_at_the_crossing_and_carry_both_keys() -> None:
    tree = shown(mark("f", 1, 40, 60), mark("a", 1, 50, 80))
    assert words_of(tree) == [("k k-f", TEXT[40:60]), ("k k-a", TEXT[50:60]), ("k k-a", TEXT[60:80])]
    assert [chip.text_content().split()[-1] for chip in tree.xpath(".//a[contains(@class, 'chip')]")] == ["F1", "A1", "A1"]


def test_two_findings_of_one_passage_have_one_anchor_and_two_keys() -> None:
    tree = shown(mark("f", 1, 40, 60), mark("f", 2, 40, 60))
    assert tree.xpath(".//@id") == ["c40-60"]
    assert len(tree.xpath(".//a[contains(@class, 'chip')]")) == 2


def test_what_is_not_ours_in_a_marked_text_is_the_text() -> None:
    tree = shown(mark("f", 1, 40, 60), mark("a", 1, 50, 80), mark("n", 1, 55, 58))
    for ours in tree.xpath(".//*[contains(@class, 'ours')]"):
        ours.drop_tree()
    assert tree.text_content() == TEXT


def test_an_answer_names_its_findings_in_the_order_of_their_keys() -> None:
    assert runs(["F1", "F2", "F3", "F5", "F6", "F8", "F9", "F10", "F12"]) == ["F1–F3", "F5", "F6", "F8–F10", "F12"]
    letters = {answer.letter for answer in index().responses if len(answer.to) > 1}
    told = [one for letter in letters for one in page(f"/doc/letter/{letter.slug}").xpath("//div[contains(@class, 'note-a')]/text()") if "to F" in one]
    keys = [[int(key) for key in re.findall(r"F(\d+)", one)] for one in told]
    assert max(map(len, keys)) > 1
    assert keys == [sorted(one) for one in keys]


def test_paragraphs_are_what_blank_lines_part() -> None:
    assert [TEXT[a:b].split()[0] for a, b in paragraphs(TEXT, 0, len(TEXT))] == ["Dear", "The", "Yours"]


def test_lines_are_paragraphs_where_a_letter_has_no_blank_lines_between_long_ones() -> None:
    text = "\n".join(("A heading", "word " * 60, "word " * 70))
    assert len(paragraphs(text, 0, len(text))) == 3


def test_a_quote_stands_in_its_printed_sentence_and_an_abbreviation_ends_none() -> None:
    letter = things.Letter("l", "l", "", end=len(TEXT))
    start = TEXT.index("do more")
    a, b = sentence(TEXT, letter, start, start + 7)
    assert TEXT[a:b] == "The force should do more, and it will do so soon."
    start = TEXT.index("lady")
    a, b = sentence(TEXT, letter, start, start + 4)
    assert TEXT[a:b] == "The Rt. Hon. lady asked."


def test_the_marks_of_a_list_are_no_part_of_the_sentence() -> None:
    letter = things.Letter("l", "l", "", end=len(TEXT))
    start = TEXT.index("Improve")
    a, b = sentence(TEXT, letter, start, start + len("Improve the custody suites"))
    assert TEXT[a:b] == "Improve the custody suites"
    assert paragraph_of(TEXT, letter, start) == 2


def test_marks_of_one_year_stand_apart_on_a_path() -> None:
    places = _places([Step("concern", year, False) for year in (2014, 2016, 2016, 2016, 2019)], 9, 565, 100)
    gaps = [b - a for a, b in itertools.pairwise(places)]
    assert min(gaps) >= 99
    assert (places[0], places[-1]) == (9, 565)


def test_html_in_a_letter_is_shown_as_its_words(tmp_path: Path) -> None:
    shutil.copytree(RECORDS, tmp_path / "records")
    told = "the force <script>alert(1)</script> should improve <b>its</b> custody suites & cells"
    words = f"Rt Hon Amber Rudd MP\nHome Secretary\n\n3 March 2018\n\nDear Home Secretary\n\nPEEL: Police Effectiveness 2017\n\nThe report made one recommendation: {told}.\n\nJohn Campion\nPolice and Crime Commissioner\nWest Mercia\n"
    (tmp_path / "records" / "letters" / "west-mercia" / "hostile.txt").write_text(words, encoding="utf-8")
    app = create_app(build_in_memory(tmp_path / "records"))
    letter = next(one for one in app.extensions["peelgraph"].letters if one.source == "hostile.txt")
    body = app.test_client().get(f"/doc/letter/{letter.slug}", headers=HTML).get_data(as_text=True)
    assert "<script>alert" not in body
    assert "<script>alert(1)</script>" in html.fromstring(body).xpath("string(//*[@id='text'])")
