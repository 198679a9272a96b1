"""Grades: no line skips a round, what only the register has is drawn hollow and stands in the table, data hold letters only."""

from __future__ import annotations

import gc
import re
import weakref
from functools import cache

import pytest
from lxml import html

from tests.pages import HTML, client, index, page, records
from web.charts.grades import CELL, SCALE, Column, Panel, Point, grades, joined
from web.explorer.rounds import registered_grades, round_label, series
from web.explorer.site import Site

PATH = "/questions/judgement_history"


@cache
def tree() -> html.HtmlElement:
    return page(PATH)


def force_of_the_page() -> object:
    return index().get(client().get(f"{PATH}.json?force=west-mercia").get_json()[0]["force"], "force")


def lines(drawn: str) -> list[tuple[float, float]]:
    """From where to where each line between grades goes, across."""
    return [(float(a), float(b)) for a, b in re.findall(r'd="M([\d.]+) [\d.]+L([\d.]+) [\d.]+" class="thin dark"', drawn)]


@pytest.mark.parametrize(
    ("held", "may", "expected"),
    [
        ([(0, "good"), (1, "good")], [None, True], [1]),
        ([(0, "good"), (2, "good")], [None, True, True], []),
        ([(0, "good"), (1, "good")], [None, None], []),
        ([(0, "good"), (1, "good")], [None, False], []),
        ([(0, "good"), (1, "good"), (1, "inadequate"), (2, "good")], [None, True, True], []),
        ([(0, "good"), (0, "good"), (1, "inadequate")], [None, True], [1]),
    ],
)
def test_a_line_joins_one_grade_of_a_round_with_one_of_the_round_before(held: list[tuple[int, str]], may: list[bool | None], expected: list[int]) -> None:
    points = [Point(column, grade, True) for column, grade in held]
    assert [column for column, _, _ in joined(points, [Column(str(n), told) for n, told in enumerate(may)])] == expected


def test_a_break_is_drawn_where_rounds_may_not_be_compared() -> None:
    panel = Panel("Legitimacy", [Point(0, "good", True), Point(1, "adequate", True)], [])
    assert 'class="dots"' in grades([Column("2019", None), Column("2021/22", False)], [panel], [])
    assert 'class="dots"' not in grades([Column("2019", None), Column("2021/22", None)], [panel], [])


def test_no_line_of_the_page_skips_a_round() -> None:
    drawn = html.tostring(tree().xpath("//div[@class='chart']")[0], encoding="unicode")
    assert len(lines(drawn)) > 3
    assert {round(b - a) for a, b in lines(drawn)} == {round(CELL)}


def test_a_grade_that_only_the_register_has_is_hollow_and_one_of_a_letter_is_solid() -> None:
    squares = [one.get("class") for one in tree().xpath("//div[@class='chart']//rect")]
    rows = tree().xpath("//table[@class='rows']/tbody/tr")
    whole = [row for row in rows if not row.xpath("td[1]/span")]
    letters = {tuple(row.xpath("string(th/text())").split()) + tuple(row.xpath("td[1]/text()")) for row in whole if row.xpath(".//span[contains(., 'letter')]")}
    assert squares.count("m hollow") > 0
    assert 0 < squares.count("m") <= len(letters)


def test_every_registered_grade_of_the_force_has_its_row_with_tag_and_source() -> None:
    force = force_of_the_page()
    held = registered_grades(Site({}, records(), index()), force)  # type: ignore[arg-type]
    rows = [row for row in tree().xpath("//table[@class='rows']/tbody/tr") if row.xpath(".//span[.='from the register']")]
    said = {(" ".join(row.xpath("string(th)").split()), " ".join(" ".join(row.xpath("td[1]//text()")).lower().split())) for row in rows}
    assert len(rows) == len(held) > 20
    assert said == {(round_label(one.round.name), " ".join(f"{one.pillar} {one.question or ''}".lower().split())) for one in held if one.round}
    assert [row for row in rows if not row.xpath(".//a[starts-with(@href, 'http') and @rel='nofollow noopener']")] == []


def test_the_pages_of_a_release_that_is_no_longer_served_are_let_go() -> None:
    site = Site({}, records(), index())  # type: ignore[arg-type]
    assert series(site, registered_grades(site, force_of_the_page())).rounds  # type: ignore[arg-type]
    held = weakref.ref(site)
    del site
    gc.collect()
    assert held() is None


def test_the_sentence_counts_letters_and_register_apart_and_data_hold_letters_only() -> None:
    rows = client().get(f"{PATH}.json?force=west-mercia").get_json()
    held = registered_grades(Site({}, records(), index()), force_of_the_page())  # type: ignore[arg-type]
    lead = tree().xpath("string(//p[@class='lead'])")
    assert f"{len(rows)} grades that letters tell of" in lead
    assert f"{sum(one.grade in SCALE for one in held)} from the register" in lead
    assert "CSV and JSON hold the grades that letters tell of" in tree().text_content()


def test_a_pillar_that_only_the_register_grades_can_be_asked_for() -> None:
    held = page(f"{PATH}?force=west-mercia&pillar=crime%20recording")
    assert "No grade that a letter tells of, and 1 from the register" in held.text_content()
    assert client().get(f"{PATH}?pillar=legitimasy", headers=HTML).status_code == 400
