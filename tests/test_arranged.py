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
    text = "Inspectors found that cases are not reviewed, and that victims are not told of bail. These are two areas for improvement.\n\nMost crime is not violent.\n\nBurglary is not rising."
    assert not {"Most crime is not violent", "Burglary is not rising"} & {what.rstrip(".") for what in words(body(text))}


def test_a_list_of_what_was_done_below_a_list_of_findings_is_none() -> None:
    text = f"Two areas for improvement were identified:\n\n• {LACKING[0]}\n• {LACKING[1]}\n\nSince then there is:\n\n• a checklist in each suite;\n• a unit of six."
    assert named(text) == [*LACKING]


def test_a_reply_that_is_set_in_with_a_hollow_bullet_is_a_line_of_its_own() -> None:
    text = f"Two areas for improvement:\n\n• {NAMED[0]}\n   o {REPLIES[0]}\n• {NAMED[1]}\n   o {REPLIES[1]}"
    assert named(text) == [*NAMED]


def test_list_lines_under_the_headings_of_matters_are_what_was_announced_above_them() -> None:
    text = "The report sets out the following areas for improvement.\n\nCustody\n\n• The force should check every cell.\n   - Reply: Accepted.\n\nStalking\n\n• The force should tell each victim of bail.\n   - Reply: A unit has been formed."
    assert named(text) == ["The force should check every cell.", "The force should tell each victim of bail."]


def test_a_numbered_finding_is_of_the_kind_that_its_section_names() -> None:
    text = "I reply by form.\n\n4. RECOMMENDATIONS\n\nFinding 4.1\nThe force should check every cell.\nAction taken or proposed\nIt has done so.\n\n5. OTHER REMARKS\n\nFinding 5.1\nThe cells are cold.\nAction taken or proposed\nNone."
    found = body(text).findings
    assert [(f.kind, f.number) for f in found] == [("recommendation", "4.1"), ("concern", "5.1")]


def test_a_line_that_only_says_how_far_it_has_come_is_neither_a_heading_nor_an_answer() -> None:
    text = "I write about custody.\n\nRecommendations\n\n3.1 Bells should be answered at once.\nACHIEVED\nEach suite has a new rule.\n\n4.7 Women should be given a blanket.\nPARTIALLY ACHIEVED\nTwo suites have them."
    letter = body(text)
    assert [(f.number, f.quote.text) for f in letter.findings] == [("3.1", "Bells should be answered at once."), ("4.7", "Women should be given a blanket.")]
    assert not [r for r in letter.responses if "ACHIEVED" in r.quote.text]


def test_what_should_be_done_about_a_cause_of_concern_stands_in_deeper_lines_and_is_answered_deeper_still() -> None:
    text = "Causes of concern\n\n• Bail is not checked. To put this right the force should:\n   – check each address; and\n      > Six clerks have been hired.\n   – report each breach.\n      > This will start in May 2016.\n• Cells are unsafe. To put this right the force must:\n   – remove every ligature point."
    first, *parts, second, last = body(text).findings
    assert [f.quote.text for f in (first, second)] == ["Bail is not checked.", "Cells are unsafe."]
    assert [(f.kind, f.parent) for f in (*parts, last)] == [("recommendation", first.id), ("recommendation", first.id), ("recommendation", second.id)]
    assert answered(body(text), "Six clerks")[1] == ["check each address"]


def test_a_label_inside_quotation_marks_is_a_label_and_the_marks_are_no_part_of_the_finding() -> None:
    text = "I copy them.\n\n“Recommendation 5\nForces should answer each call.”\n\nThe force has done so.\n\n“Area for improvement\nForces should map each gang.”\n\nThis will follow."
    assert named(text) == ["Forces should answer each call.", "Forces should map each gang."]


def test_a_heading_over_some_areas_for_improvement_is_none_of_them() -> None:
    text = "I write to you.\n\nAreas for improvement – custody\n\n• The force should check every cell.\n\nAreas for improvement – bail\n\n• The force should check each address."
    assert named(text) == ["The force should check every cell.", "The force should check each address."]


def test_a_paragraph_that_counts_without_a_name_under_their_heading_is_none_of_them() -> None:
    assert named("I write to you.\n\nAreas for improvement\n\nThe inspectorate identified five of them.\n\nAFI 1 – The force should check every cell.\nIt does.") == [
        "The force should check every cell."
    ]


def test_points_that_a_sentence_counts_are_what_the_sentence_before_it_names_also_after_an_and() -> None:
    text = "Three recommendations follow from this. They have to do with: (1) the checking of cells; (2) bail; and (3) the care of victims.\n\nOn (3), a unit has been formed."
    assert [f.number for f in body(text).findings] == ["1", "2", "3"]
    assert answered(body(text), "a unit")[1] == ["the care of victims."]


def test_lines_without_marks_below_a_colon_that_each_end_a_sentence_are_findings_each() -> None:
    text = "The force was given nine areas for improvement. The ones of most concern to us are these:\n\nCustody records are not checked.\nThe force should tell each victim of bail.\nMen wait too long for a blanket."
    assert named(text) == ["Custody records are not checked.", "The force should tell each victim of bail.", "Men wait too long for a blanket."]


def test_capital_letters_count_findings_but_head_sections() -> None:
    text = "SCHEDULE 2\nAreas for improvement\n\nA. The force should check every cell.\n\nB. The force should tell each victim of bail."
    assert [f.number for f in body(text).findings] == ["A", "B"]
    headed = "A. Background\n\nHMIC made two recommendations.\n\nB. The recommendations\n\nThe force should check every cell."
    assert [f.number for f in body(headed).findings] == [None]


def test_notes_are_of_the_kind_that_the_sentence_before_named_and_a_note_of_a_source_is_none() -> None:
    text = "The inspectors made two recommendations. I give them in the notes below.\n\nWe have done both.\n\nNotes\n\n1. The force should check every cell.\n\n2. The force should tell each victim of bail.\n\n3. Page 41 of the report.\n\n4. Police custody, published in May 2015."
    assert [(f.kind, f.quote.text) for f in body(text).findings] == [("recommendation", "The force should check every cell."), ("recommendation", "The force should tell each victim of bail.")]


def test_paragraphs_in_small_letters_below_a_colon_are_no_sentence_that_a_page_broke() -> None:
    text = "The matters in which the inspectorate has asked for improvement are:\n\nthe way in which cells are checked by the sergeants\n\nthe telling of victims when a suspect is bailed"
    assert named(text) == ["the way in which cells are checked by the sergeants", "the telling of victims when a suspect is bailed"]


def test_a_quotation_under_a_label_is_the_finding_of_that_label_and_what_comes_next_answers() -> None:
    text = "I write to you.\n\nRecommendation 1\n\n“The force should audit its stores.”\n\nAn audit ended in May 2015.\n\nRecommendation 2\n\n“The force should publish its figures.”\n\nPublication will begin in June 2016."
    letter = body(text)
    assert [(f.number, f.quote.text) for f in letter.findings] == [("1", "The force should audit its stores."), ("2", "The force should publish its figures.")]
    assert answered(letter, "An audit")[1] == ["The force should audit its stores."]


def test_a_column_that_holds_numbers_alone_numbers_the_findings_of_its_rows() -> None:
    text = "| AFI | What HMIC said | Our response |\n| 1 | The force should audit its stores. | An audit ended in May 2015. |\n| 2 | The force should publish its figures. | This will be done. |"
    assert [(f.kind, f.number, f.quote.text) for f in body(text).findings] == [
        ("area_for_improvement", "1", "The force should audit its stores."),
        ("area_for_improvement", "2", "The force should publish its figures."),
    ]


def test_recommendations_that_follow_a_list_of_one_cause_of_concern_are_its_own() -> None:
    text = "HMIC found one cause of concern:\n\nThe force is not managing its stores properly.\n\nIt made two recommendations. Within three months the force should:\n\na) audit every store;\nb) train those who run them.\n\nThere were also two areas for improvement:\n\na) the publishing of figures\nb) the offer of appraisals"
    cause, *others = body(text).findings
    assert [(f.kind, f.parent) for f in others] == [("recommendation", cause.id)] * 2 + [("area_for_improvement", None)] * 2


def test_as_many_headings_as_were_announced_are_the_findings_where_what_stands_below_each_only_answers() -> None:
    text = "Two areas for improvement were identified, as follows.\n\nAuditing of stores\n\nThe force has appointed an auditor.\n\nPublication of figures\n\nA page will be launched in June 2016."
    assert named(text) == ["Auditing of stores", "Publication of figures"]
    assert answered(body(text), "an auditor")[1] == ["Auditing of stores"]


def test_notes_that_say_what_the_force_should_do_are_of_the_kind_whose_mark_they_bear() -> None:
    text = "The report's two recommendations¹ ² are both accepted. An audit ended in May 2015.\n\n¹ The force should audit its stores.\n² The force should publish its figures."
    assert [f.kind for f in body(text).findings] == ["recommendation", "recommendation"]


def test_an_answer_of_one_word_behind_a_finding_without_a_verb_is_no_part_of_it() -> None:
    text = "The inspectors set the force two recommendations:\n\nTo audit its stores. Completed.\n\nTo offer appraisals to all. Not accepted."
    assert named(text) == ["To audit its stores.", "To offer appraisals to all."]
    assert answered(body(text), "Not accepted")[0].status == "declined"


def test_a_label_may_say_its_number_in_words() -> None:
    text = "I write to you.\n\nRecommendation one: The force should audit its stores.\n\nAccepted.\n\nRecommendation two: The force should publish its figures.\n\nAccepted."
    assert [f.number for f in body(text).findings] == ["1", "2"]


def test_what_was_done_is_no_topic_under_a_heading_that_names_a_finding() -> None:
    text = "I write to you.\n\nStores (AFI 1)\n\nThe force should audit its stores.\n\nAn audit ended in May 2015.\n\nAppraisals (AFI 2)\n\nThe force should offer one to all.\n\nAll have been offered one."
    assert named(text) == ["The force should audit its stores.", "The force should offer one to all."]


def test_an_answer_behind_a_point_of_a_sentence_is_no_part_of_the_point() -> None:
    text = "HMIC made the following two recommendations to the force: (a) to audit its stores; and (b) to train its clerks. As to (a), an audit ended in May 2015."
    assert named(text) == ["to audit its stores", "to train its clerks."]
