"""Drawings: words stay inside them and apart from each other, lines join only what may be joined."""

from __future__ import annotations

import re

import pytest

from web.charts.clock import WIDTH, clock
from web.charts.deadlines import NARROW, Row, deadlines_narrow
from web.charts.lineage import lineage
from web.charts.lineage_labels import Dot, Link
from web.charts.placing import BOLD, PLAIN, Box, box, free, inside, width_of
from web.charts.placing import overlap as shared

TEXT = re.compile(r'<text x="([\d.-]+)" y="([\d.-]+)" class="([^"]*)">([^<]*)')


def boxes(drawn: str) -> list[Box]:
    """What each text of a drawing covers, if it is set in the middle of its place."""
    return [box(float(x), float(y), width_of(words, BOLD if "b " in class_ else PLAIN)) for x, y, class_, words in TEXT.findall(drawn) if "mid" in class_]


@pytest.mark.parametrize("day", [1, 2, 20, 54, 55, 56, 57, 58, 60, 75, 76, 99, 200, 400, 3000])
def test_the_words_of_a_clock_stay_inside_it_and_apart_on_any_day(day: int) -> None:
    found = boxes(clock(day, 56, "27 September 2019", "21 November 2019", "10 December 2019"))
    assert len(found) >= 4
    assert [one for one in found if one[0] < -0.1 or one[2] > WIDTH + 0.1] == []
    assert [(a, b) for i, a in enumerate(found) for b in found[:i] if shared(a, b) > 0] == []


def test_words_take_the_place_that_is_free_and_stay_inside() -> None:
    assert free([(0, 0, 10, 10), (0, 20, 10, 30)], [(5, 5, 15, 15)]) == 1
    assert free([(0, 0, 10, 10), (0, 20, 10, 30)], []) == 0
    assert inside(995, 200, 0, 1000) == 900


def lower(one: Box) -> Box:
    """The part of a line of words that letters without strokes above and below take."""
    return one[0], one[1] + 3, one[2], one[3] - 3


def along(way: str) -> list[tuple[float, float]]:
    """Points of a drawn link: a level line, or one cubic curve."""
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", way)]
    (x, y), rest = numbers[:2], numbers[2:]
    x1, y1, x2, y2, x3, y3 = rest if len(rest) == 6 else (x, y, rest[0], y, rest[0], y)
    shares = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (n / 40 for n in range(41))]
    return [(a * x + b * x1 + c * x2 + d * x3, a * y + b * y1 + c * y2 + d * y3) for a, b, c, d in shares]


def lineage_of(*days: tuple[str, str], joined: tuple[tuple[int, int], ...]) -> str:
    """A drawn lineage of findings on these days, with these links by number."""
    dots = [Dot(str(n), "area_for_improvement", False, day, True, "Area for improvement, 2019", below) for n, (day, below) in enumerate(days)]
    links = [Link(str(a), str(b), "reviewed", "repeated", False, "Reviewed by 2 programs") for a, b in joined]
    return lineage(dots, links, [], [])


@pytest.mark.parametrize(
    ("days", "joined"),
    [
        ((("2014-06-30", "30 June 2014"), ("2019-09-27", "27 September 2019")), ((0, 1),)),
        ((("2015-07-01", "known only from a later letter"), ("2015-12-15", "December 2015"), ("2016-02-15", "February 2016")), ((0, 2), (1, 2))),
        ((("2014-11-27", "27 November 2014"), ("2014-12-15", "2014, day not known"), ("2019-09-27", "27 September 2019")), ((0, 2), (1, 2))),
        ((("2014-01-01", "1 January 2014"), ("2016-07-01", "July 2016"), ("2016-07-02", "July 2016"), ("2019-12-31", "31 December 2019")), ((0, 1), (1, 2), (2, 3))),
    ],
)
def test_the_words_of_a_lineage_stand_inside_it_clear_of_each_other_and_of_its_lines(days: tuple[tuple[str, str], ...], joined: tuple[tuple[int, int], ...]) -> None:
    drawn = lineage_of(*days, joined=joined)
    found = boxes(drawn.split('class="halo"')[1].split("</g>")[0])
    points = [point for way in re.findall(r'd="(M[^"]*)" class="stroke', drawn) for point in along(way)]
    assert len(found) >= 2 * len(days)
    assert [one for one in found if one[0] < 0 or one[2] > 1072] == []
    assert [(a, b) for i, a in enumerate(found) for b in found[:i] if shared(lower(a), lower(b)) > 0] == []
    assert [(one, x, y) for one in found for x, y in points if one[0] < x < one[2] and one[1] < y < one[3]] == []


def test_the_limit_on_a_narrow_page_is_as_wide_as_the_page_and_holds_every_report() -> None:
    rows = [Row("Effectiveness, efficiency and …", 75, "day 75 · 19 days after"), Row("Legitimacy 2017", 2, "day 2"), Row("Crime 2014", None, "no date printed: cannot be confirmed")]
    drawn = deadlines_narrow(rows, 56)
    assert float(re.search(r'<svg width="(\d+)"', drawn)[1]) <= 288  # type: ignore[index]
    assert [row for row in rows if row.label not in drawn or row.words not in drawn] == []
    assert [x for x in re.findall(r"translate\(([\d.]+) ", drawn) if float(x) > NARROW - 7] == []
