"""How far readers agree, beyond what chance would do."""

from __future__ import annotations

import pytest

from knowledge.agreement import agreement, kappa
from tests.letters_by_hand import index_of, letter, passage, review
from tests.real import real_index

OLD = letter("old.txt", "2014: the cells are cold and the walls are damp.", "2014-05", "the cells are cold", "the walls are damp")
NEW = letter("new.txt", "2019: cells remain cold.", "2019-05", "cells remain cold")
COLD, DAMP, LATER = passage(OLD, "the cells are cold"), passage(OLD, "the walls are damp"), passage(NEW, "cells remain cold")


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([("same", "same")] * 2 + [("other", "other")] * 2, 1.0),
        ([("same", "same"), ("same", "other"), ("other", "same"), ("other", "other")], 0.0),
        ([("same", "same")] * 20 + [("same", "other")] * 5 + [("other", "same")] * 10 + [("other", "other")] * 15, 0.4),
        ([("same", "same")] * 3, None),
    ],
)
def test_kappa_is_agreement_beyond_chance(decisions: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(decisions) == expected


def test_a_person_and_a_program_are_compared_apart_from_two_programs() -> None:
    rows = [review(COLD, LATER, "repeated"), review(COLD, LATER, "related", "b"), review(COLD, LATER, "repeated", "Jo", kind="person")]
    found = agreement(index_of([OLD, NEW], *rows, review(DAMP, LATER, "different", "b")).reviews)
    assert [(one.readers, one.kinds, one.pairs, one.agreed) for one in found] == [
        (("Jo", "a"), ("person", "program"), 1, 1),
        (("Jo", "b"), ("person", "program"), 1, 0),
        (("a", "b"), ("program", "program"), 1, 0),
    ]


def test_the_shipped_readers_agree_on_most_pairs_that_both_judged() -> None:
    (shipped,) = agreement(real_index().reviews)
    assert shipped.kinds == ("program", "program")
    assert shipped.pairs >= 25
    assert shipped.kappa is not None
    assert shipped.kappa > 0.7
