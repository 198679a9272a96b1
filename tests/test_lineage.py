"""Which pairs are joined, by which path, and what readers' judgements do to both (CONTRACT section 4)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lineage import EVIDENCE, THRESHOLDS, Joined, Link, backward, in_circles, strength, work_out

A, B = frozenset({"a"}), frozenset({"a", "b"})


def link(step: str, relation: str = "repeated", evidence: str = "reviewed", **more: object) -> Link:
    """`link("xy")`: from x to y; judged, unless a letter says it."""
    more.setdefault("judged", evidence == "reviewed")
    return Link(step[0], step[1], relation, evidence, **more)  # type: ignore[arg-type]


def joined(pair: str, links: list[Link], at_least: str = "reviewed", **more: object) -> Joined | None:
    """The row of a pair at a threshold."""
    rows = work_out(links, **more)  # type: ignore[arg-type]
    return next((row for row in rows if (row.earlier + row.later, row.at_least) == (pair, at_least)), None)


def test_a_pair_that_nobody_judged_is_joined_by_the_links_between() -> None:
    row = joined("xz", [link("xy", evidence="letter"), link("yz")])
    assert row is not None
    assert (row.path, row.relation, row.evidence) == (("x", "y", "z"), "repeated", "reviewed")


def test_a_path_is_worth_its_weakest_link_and_relation_weighs_before_evidence() -> None:
    narrowed_by_letters = [link("xy", "narrowed", "letter"), link("yz", "narrowed", "letter")]
    row = joined("xz", [*narrowed_by_letters, link("xw"), link("wz")])
    assert row is not None
    assert (row.path, row.relation) == (("x", "w", "z"), "repeated")


def test_between_paths_of_one_worth_the_one_through_more_years_counts() -> None:
    row = joined("xz", [link("xy"), link("yz"), link("xz")])
    assert row is not None
    assert row.path == ("x", "y", "z")


def test_a_direct_judgement_is_not_lengthened_by_weaker_links() -> None:
    row = joined("xz", [link("xy", "narrowed"), link("yz"), link("xz")])
    assert row is not None
    assert (row.path, row.relation) == (("x", "z"), "repeated")


def test_between_equal_paths_the_smaller_first_differing_id_counts() -> None:
    row = joined("az", [link("ac"), link("cz"), link("ab"), link("bz")])
    assert row is not None
    assert row.path == ("a", "b", "z")


def test_a_path_never_overrides_what_readers_said_of_the_pair() -> None:
    row = joined("xz", [link("xy"), link("yz"), link("xz", "related")])
    assert row is not None
    assert (row.relation, row.evidence, row.path) == ("related", "reviewed", ("x", "y", "z"))


def test_a_pair_that_a_reader_called_different_is_joined_by_no_path() -> None:
    assert joined("xz", [link("xy"), link("yz")], refused={("x", "z")}) is None


def test_a_pair_judged_by_readers_is_not_joined_by_letters_alone_when_only_letters_are_asked() -> None:
    links = [link("xy", evidence="letter"), link("yz", evidence="letter"), link("xz")]
    assert joined("xz", links, "letter") is None
    assert joined("xy", links, "letter") is not None


def test_related_links_are_no_steps_of_a_path() -> None:
    assert joined("xz", [link("xy"), link("yz", "related")]) is None


def test_no_path_ends_before_it_begins() -> None:
    links = [link("xy"), link("yz")]
    assert joined("xz", links, dated={"x": "2016", "z": "2015"}) is None
    assert joined("xz", links, dated={"x": "2015-03", "z": "2015"}) is not None


def test_persons_are_those_who_accepted_every_reviewed_link_of_the_path() -> None:
    row = joined("xz", [link("xy", programs=B, persons=A), link("yz", programs=A)])
    assert row is not None
    assert (row.persons, row.programs) == (0, 1)


def test_a_letters_link_needs_no_reader_to_have_accepted_it() -> None:
    row = joined("xz", [link("xy", evidence="letter"), link("yz", programs=B)])
    assert row is not None
    assert row.programs == 2


def test_links_that_lead_in_a_circle_stay_pairs_and_make_no_paths() -> None:
    links = [link("xy"), link("yx"), link("yz")]
    assert in_circles(links) == {("x", "y"), ("y", "x")}
    assert joined("xy", links) is not None
    assert joined("xz", links) is None


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2016", "2015", True),
        ("2015-12", "2015", False),
        ("2015", "2015", False),
        (None, "2014", False),
        ("2014-11-04/2014-11-14", "2014-10", True),
    ],
)
def test_only_what_certainly_came_after_is_backward(earlier: str | None, later: str, expected: bool) -> None:
    assert backward(earlier, later) is expected


def by_brute_force(links: list[Link], refused: set[tuple[str, str]]) -> set[Joined]:
    """Every simple path tried, straight from the words of the contract."""
    rows = set()
    for at_least in THRESHOLDS:
        strong = [one for one in links if EVIDENCE.index(one.evidence) <= EVIDENCE.index(at_least)]
        direct = {one.pair: one for one in strong}
        steps = [one for one in strong if one.relation != "related" and one.pair not in in_circles(links)]
        ends = {(a.earlier, b.later) for a in strong for b in strong if a.earlier != b.later}
        for pair in ends:
            row = _best(pair, steps, direct, links, refused, at_least)
            rows |= {row} if row else set()
    return rows


def _best(
    pair: tuple[str, str],
    steps: list[Link],
    direct: dict[tuple[str, str], Link],
    links: list[Link],
    refused: set[tuple[str, str]],
    at_least: str,
) -> Joined | None:
    judged = any(one.pair == pair and one.judged for one in links)
    if pair not in direct and (judged or pair in refused):
        return None
    found = [[direct[step] for step in pairwise(path)] for path in _paths(pair, steps, (pair[0],))]
    found += [[direct[pair]]] if pair in direct else []
    if not found:
        return None
    best = min(found, key=lambda path: (max(map(strength, path)), -len(path), [one.earlier for one in path]))
    decides = direct[pair] if pair in direct and direct[pair].judged else max(best, key=strength)
    readers = [one.programs for one in best if one.evidence == "reviewed"]
    programs = len(frozenset.intersection(*readers)) if readers else 0
    return Joined(*pair, decides.relation, decides.evidence, at_least, (pair[0], *(one.later for one in best)), 0, programs)


def _paths(pair: tuple[str, str], steps: list[Link], so_far: tuple[str, ...]) -> list[tuple[str, ...]]:
    if so_far[-1] == pair[1]:
        return [so_far]
    onward = [one.later for one in steps if one.earlier == so_far[-1] and one.later not in so_far]
    return [path for later in onward for path in _paths(pair, steps, (*so_far, later))]


NAMES = "abcdef"
LINKS = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]),
    st.tuples(
        st.sampled_from(["repeated", "narrowed", "widened", "related"]),
        st.sampled_from(["inspectorate", "letter", "reviewed"]),
        st.sampled_from([A, B]),
    ),
    max_size=12,
)


@given(LINKS, st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=4))
def test_what_is_worked_out_is_what_trying_every_path_gives(drawn: dict, refused: set[tuple[str, str]]) -> None:
    links = [
        Link(*pair, relation, evidence, evidence == "reviewed", programs=programs if evidence == "reviewed" else frozenset())
        for pair, (relation, evidence, programs) in drawn.items()
    ]
    refused -= {one.pair for one in links}
    assert set(work_out(links, refused)) == by_brute_force(links, refused)
