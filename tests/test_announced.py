"""Whose findings a list announces: what other bodies recommend, and what the public should be, is none of the inspectors'."""

from __future__ import annotations

import pytest
from letters_in_words import body

LINES = "• The force should send its files on time.\n• The force should train its clerks."
PARAGRAPHS = "The force should send its files on time.\n\nThe force should train its clerks."


def named(text: str) -> list[str]:
    """The words of each finding that is called by a name."""
    return [found.quote.text for found in body(text).findings if found.kind != "concern"]


@pytest.mark.parametrize(
    "whose",
    [
        "The criminal justice board has identified two areas for improvement.",
        "My Audit Committee made two recommendations.",
        "Two matters are outside this letter. The Ombudsman has also made two recommendations. They are:",
    ],
)
@pytest.mark.parametrize("below", [LINES, PARAGRAPHS])
def test_what_another_body_announces_is_no_finding_of_the_inspectors(whose: str, below: str) -> None:
    assert named(f"{whose}\n\n{below}") == []


@pytest.mark.parametrize("whose", ["HMIC, like the Audit Committee before it, made two recommendations.", "The inspectorate has identified two areas for improvement."])
@pytest.mark.parametrize("below", [LINES, PARAGRAPHS])
def test_what_the_inspectors_announce_is_theirs_whoever_is_named_beside_them(whose: str, below: str) -> None:
    assert len(named(f"{whose}\n\n{below}")) == 2


@pytest.mark.parametrize("wish", ["The public should be reassured by this.", "Our officers must be congratulated on what they did.", "It should be remembered that crime is falling."])
def test_what_somebody_should_feel_or_remember_is_no_finding_under_their_heading(wish: str) -> None:
    assert named(f"I write to you.\n\nAreas for improvement\n\nThe report lists four, all of which are accepted.\n\n{wish}") == []
