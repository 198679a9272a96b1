"""What the form of a list tells: which blocks after an announcement state what was found, and which answer."""

from __future__ import annotations

import pytest
from letters_in_words import answered, body, words

LACKING = ("Custody records are not checked by a supervisor.", "Victims of stalking are not told when a suspect is bailed.")
NAMED = ("the checking of custody records", "keeping victims of stalking informed of bail")
REPLIES = ("An inspector has read every record since Easter.", "A new unit of six will telephone each victim from October 2016.")
ANNOUNCED = ("Two areas for improvement were identified, as follows.", "The report names two areas for improvement. I take each in turn.", "I turn to the two areas for improvement.")


def named(text: str) -> list[str]:
    """The words of each finding that is called by a name."""
    return [found.quote.text for found in body(text).findings if found.kind != "concern"]


def alternating(announced: str, found: tuple[str, ...], mark: str = "") -> str:
    """An announcement, then findings and their answers by turns."""
    pairs = zip(found, REPLIES, strict=True)
    return "\n\n".join([announced, *(piece for i, (what, reply) in enumerate(pairs, 1) for piece in (mark.replace("1", str(i)) + what, reply))])


@pytest.mark.parametrize("announced", ANNOUNCED)
@pytest.mark.parametrize("mark", ["", "• ", "1. ", "(1) "])
@pytest.mark.parametrize("found", [LACKING, NAMED])
def test_findings_and_answers_that_take_turns_are_told_apart_by_their_place(announced: str, mark: str, found: tuple[str, ...]) -> None:
    text = alternating(announced, found, mark)
    assert named(text) == [*found]
    assert answered(body(text), "inspector has read")[1] == [found[0]]
    assert answered(body(text), "new unit")[1] == [found[1]]


def test_lines_under_a_heading_of_answers_answer_the_line_of_the_list_above_it() -> None:
    text = f"Areas for improvement\n\n1. {LACKING[0]}\n\nForce response\n\n{REPLIES[0]}\n\n2. {LACKING[1]}\n\nForce response\n\n{REPLIES[1]}"
    assert named(text) == [*LACKING]
    assert answered(body(text), "new unit")[1] == [LACKING[1]]


def test_paragraphs_between_quotation_marks_are_the_findings_that_are_announced_whatever_their_form() -> None:
    assert named(alternating(ANNOUNCED[0], tuple(f"“{what}”" for what in LACKING))) == [*LACKING]


def test_a_finding_under_each_of_as_many_headings_as_were_announced_is_one_of_them() -> None:
    text = f"{ANNOUNCED[0]}\n\nCustody\n\n{LACKING[0]}\n\n{REPLIES[0]}\n\nStalking\n\n{LACKING[1]}\n\n{REPLIES[1]}"
    assert named(text) == [*LACKING]


@pytest.mark.parametrize(
    "after",
    [
        "The inspectors spent a fortnight with the force.\n\nI met them in June.\n\nI was glad to be asked.",
        f"{REPLIES[0]}\n\n{REPLIES[1]}",
        "The force has trained its staff.\n\nMy board meets in public.",
        "I want more officers on the beat.\n\nThe Government should fund us fairly.",
    ],
)
def test_paragraphs_that_narrate_answer_or_wish_are_not_what_was_announced(after: str) -> None:
    assert named(f"HMIC identified two areas for improvement.\n\n{after}") == []


def test_what_these_are_called_looks_back_and_announces_nothing() -> None:
    text = "Inspectors found that cases drift.\n\nThese are two areas for improvement.\n\nMost crime is not violent.\n\nBurglary is not rising."
    assert not {"Most crime is not violent", "Burglary is not rising"} & {what.rstrip(".") for what in words(body(text))}


def test_a_list_of_what_was_done_below_a_list_of_findings_is_none() -> None:
    text = f"Two areas for improvement were identified:\n\n• {LACKING[0]}\n• {LACKING[1]}\n\nSince then there is:\n\n• a checklist in each suite;\n• a unit of six."
    assert named(text) == [*LACKING]


def test_a_reply_that_is_set_in_with_a_hollow_bullet_is_a_line_of_its_own() -> None:
    text = f"Two areas for improvement:\n\n• {NAMED[0]}\n   o {REPLIES[0]}\n• {NAMED[1]}\n   o {REPLIES[1]}"
    assert named(text) == [*NAMED]
