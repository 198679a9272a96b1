"""Which passages are findings, and what kind of finding the letter calls them."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from letters_in_words import body, finding, read, words

from loaders.findings import find
from loaders.findings.wording.themes import themes_of
from loaders.letter import Document, Letter

LETTERS = Path(__file__).resolve().parents[1] / "records" / "letters"
REVIEWS = LETTERS.parent / "reviews"
MENTIONS = {  # what a letter says of its report without saying what was found; one reader compared these with later findings
    "The HMIC report into West Mercia Police's approach to crime prevention, police attendance and the use of police time makes some clear recommendations which we have considered in detail.",
    "The report identifies four areas for improvement relating to how the force uses stop and search.",
    "The report does however highlight a number of areas where improvements still need to be made.",
    "There are also areas for improvement highlighted within the report",
}
LISTED = """
I respond to the report as follows.

Protecting vulnerable people

There were two AFIs identified in this area:

- *The force should consistently enforce bail conditions;*
- *The force should share information with schools, and*

The force has rolled out Operation Encompass, in which schools are told of incidents the same day.
"""
CAUSE = """
Investigating crime

The force does not have the capacity to investigate crime effectively. There are failings in how crimes are investigated. To address this cause of concern, we recommend that within six months the force should:

- Ensure regular supervision of investigations. This supervision should be recorded;
- Introduce effective arrangements for disclosure.
"""


def test_a_list_line_under_an_announcement_of_afis_is_an_area_for_improvement() -> None:
    found = finding(body(LISTED), "bail conditions")
    assert (found.kind, found.word, found.section) == ("area_for_improvement", "AFI", "Protecting vulnerable people")


def test_the_quote_of_a_list_line_leaves_out_its_mark_its_asterisks_and_the_and_at_its_end() -> None:
    assert words(body(LISTED)) == ["The force should consistently enforce bail conditions", "The force should share information with schools"]


def test_each_bullet_below_a_cause_of_concern_is_a_recommendation_that_belongs_to_it() -> None:
    cause, *children = body(CAUSE).findings
    assert cause.kind == "cause_of_concern"
    assert cause.quote.text.endswith("There are failings in how crimes are investigated.")
    assert [(child.kind, child.parent) for child in children] == [("recommendation", cause.id)] * 2
    assert children[0].quote.text == "Ensure regular supervision of investigations. This supervision should be recorded"


def test_a_shortcoming_that_the_letter_gives_no_name_is_a_concern() -> None:
    letter = body("I am pleased with the report, however it also identifies that the force needs to evaluate how stop and search reflects its priorities.")
    (found,) = letter.findings
    assert (found.kind, found.voice, found.certainty) == ("concern", "inspectorate", "stated")


def test_a_concern_ends_where_the_answer_begins_in_the_same_sentence() -> None:
    letter = body("The report found that officers did not understand the powers of arrest and following this the force has revised its training.")
    assert words(letter) == ["officers did not understand the powers of arrest"]


def test_what_the_commissioner_says_in_his_own_voice_is_implied() -> None:
    letter = body("Overall I am content. In particular, the establishment of safeguarding hubs across the area has yet to be completed.")
    (found,) = letter.findings
    assert (found.voice, found.certainty) == ("commissioner", "implied")


@pytest.mark.parametrize(
    "sentence",
    [
        "The report highlights a number of recommendations for all chief constables in relation to information management.",
        "The report does highlight a number of areas where improvements still need to be made.",
        "Inspectors praised the force for its work on modern slavery and said that it should be proud.",
        "I recommend that every resident who is stopped should be told how to complain.",
        "The Police and Crime Panel has recommended that a second coordinator should be paid for.",
        "The overall judgement of HMICFRS is that the force requires improvement in how legitimately it keeps people safe.",
        "It is my own view that the Government should change the funding formula.",
        "The report identified two areas for improvement. The force should be proud of its officers. I commend them.",
        "The report identified two areas for improvement. I want the force to recruit. The Government should fund this. I believe that the force should have more special constables.",
        "The report identified two areas for improvement. Residents should be reassured that the force takes these seriously.",
        "The Independent Office for Police Conduct recommended that the force should review its pursuit policy.",
    ],
)
def test_counts_praise_wishes_grades_and_recommendations_of_others_are_no_findings(sentence: str) -> None:
    assert words(body(sentence)) == []


def test_a_passage_that_answers_recommendations_16_to_18_and_20_is_four_findings_with_one_quote() -> None:
    letter = body("We are reviewing recommendations 16-18 and 20. These recommendations link to policies on the recording of incidents.")
    assert [found.number for found in letter.findings] == ["16", "17", "18", "20"]
    assert len({found.quote for found in letter.findings}) == 1
    assert letter.findings[0].quote.text.endswith("recording of incidents.")


def test_numbers_of_a_list_that_the_letter_does_not_take_up_are_implied_by_the_list() -> None:
    listed = "I write to respond to recommendations 3, 5-7 and 9 of this report."
    letter = body(f"{listed} We do not accept recommendation 5. Recommendation 3 has been completed.\n\nRecommendation 9 has not been completed.")
    assert [(found.number, found.certainty) for found in letter.findings] == [("6", "implied"), ("7", "implied"), ("5", "stated"), ("3", "stated"), ("9", "stated")]
    assert {found.quote.text for found in letter.findings if found.certainty == "implied"} == {listed}
    assert [(response.status, len(response.to)) for response in letter.responses] == [("declined", 1), ("done", 1), ("in_progress", 1)]


@pytest.mark.parametrize(
    "told",
    [
        "I am responding to recommendations 1 and 2.\n\nRecommendation 1: The force should publish its figures.\n\nRecommendation 2: The force should train its officers.",
        "I am responding to recommendations 1 and 2.\n\nThe report made two recommendations. The force should publish its figures.\n\nThe force should train its officers.",
        "I am responding to the report, though recommendations 1 and 2 are for others to answer.",
        "I am responding further to my previous letter on recommendations 1 and 2.",
    ],
)
def test_a_list_implies_nothing_that_is_stated_or_left_to_others(told: str) -> None:
    assert [found for found in body(told).findings if found.certainty == "implied"] == []


def test_a_recommendation_quoted_in_a_sentence_is_its_words_without_the_quotation_marks() -> None:
    letter = body("The recommendations have been met, but there are some, for example, that *'every suite should have an exercise yard'* which have not been progressed.")
    (found,) = letter.findings
    assert (found.kind, found.quote.text) == ("recommendation", "every suite should have an exercise yard")


def test_findings_announced_by_number_and_told_in_turn_are_of_the_kind_announced() -> None:
    letter = body("HMICFRS identified two areas for improvement. Firstly, the force should improve how it assesses risk.\n\nThe second is that the force should attend more burglaries.")
    assert [found.kind for found in letter.findings] == ["area_for_improvement"] * 2


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The report identified two areas for improvement. The force should improve how it records the use of force. A new form has been introduced.", ["The force should improve how it records the use of force."]),
        ("The report identified two areas for improvement.\n\nThe force should improve how it records the use of force.\n\nA new form has been introduced.", ["The force should improve how it records the use of force."]),
        ("The report identified a number of areas for improvement. The constabulary needs to improve its analysis. It also needs to share it.", ["The constabulary needs to improve its analysis.", "It also needs to share it."]),
        ("There was one area for improvement. The force was asked to improve how it stores property.", ["The force was asked to improve how it stores property."]),
        ("The area for improvement reads: *The force should improve how it uses video.* All officers now have a camera.", ["The force should improve how it uses video"]),
        ('The report lists the following area for improvement:\n\n"The force should improve how it uses video."\n\nAll officers now have a camera.', ["The force should improve how it uses video."]),
        ("| Area for improvement | Force response |\n|---|---|\n| The force should improve how it manages demand. | A board has been set up. |", ["The force should improve how it manages demand."]),
    ],
)
def test_areas_for_improvement_are_read_in_the_manner_of_other_letters(told: str, expected: list[str]) -> None:
    letter = body(told)
    assert words(letter) == expected
    assert {found.kind for found in letter.findings} == {"area_for_improvement"}


def test_the_force_recommended_to_do_something_is_a_recommendation() -> None:
    (found,) = body("HMICFRS recommended the force to review its custody staffing. That review is complete.").findings
    assert (found.kind, found.quote.text) == ("recommendation", "the force to review its custody staffing")


def test_recommendations_announced_with_a_cause_of_concern_and_lettered_below_belong_to_it() -> None:
    cause, *children = body("HMICFRS issued a cause of concern about how the force responds to domestic abuse and made two recommendations:\n\n(a) to reduce delays in attending;\n(b) to train call handlers.").findings
    assert cause.kind == "cause_of_concern"
    assert [(child.kind, child.number, child.parent) for child in children] == [("recommendation", "a", cause.id), ("recommendation", "b", cause.id)]


def test_as_many_areas_as_were_counted_are_told_in_one_sentence() -> None:
    letter = body("The two areas for improvement relate to the supervision of investigations and the recording of ethnicity. Work on both is in hand.")
    assert words(letter) == ["the supervision of investigations", "the recording of ethnicity"]


def test_a_label_that_names_the_matter_above_its_answer_is_the_finding() -> None:
    assert words(body("Area for improvement: recording the use of force\n\nA new form has been introduced.")) == ["recording the use of force"]


def test_what_the_commissioner_wants_after_an_announcement_is_no_finding() -> None:
    letter = body("The report identified two areas for improvement, and I am content.\n\nIn my Police and Crime Plan I have said what I expect. The force should do more to tackle speeding.")
    assert words(letter) == []


def test_a_recommendation_for_all_chief_constables_is_addressed_to_them() -> None:
    letter = body("The national report contains ten recommendations, one of which applies to all chief constables:\n\n'Chief constables should review the templates in use in their force'")
    (found,) = letter.findings
    assert (found.kind, found.addressed_to) == ("recommendation", "chief-constables")


def test_a_cell_under_the_column_of_findings_is_one_and_takes_its_number_from_its_row() -> None:
    letter = body("Ref\nHMICFRS finding\nForce position\nStatus\n\nCoC 1\nThe force is failing to allocate crimes.\nA policy was published in July.\nAmber\n\nAFI 2\nThe force should hold regular meetings.\nMeetings are under review.\nRed")
    assert [(f.kind, f.number) for f in letter.findings] == [("cause_of_concern", "1"), ("area_for_improvement", "2")]


def test_parts_of_a_finding_under_numbered_headings_belong_to_it_and_name_their_heading() -> None:
    letter = body(
        "The force is one of 13 forces failing to comply with the Best Use of Stop and Search Scheme.\n\n"
        "I have set out below the areas where the force is not compliant with the Best Use of Stop and Search Scheme.\n\n"
        "1. Publishing the outcomes\n\nFindings - HMIC found that there was no link on the website. **Response** - This was rectified the next day."
    )
    whole, part = letter.findings
    assert part.parent == whole.id
    assert part.section == "1. Publishing the outcomes"


def test_of_two_reports_a_finding_belongs_to_the_one_named_last() -> None:
    letter = body(
        "Policing in Austerity\n\nInspectors found that the force has a limited understanding of demand.\n\nCrime data integrity\n\nInspectors found that the force does not record every rape.",
        "Policing in Austerity: Meeting the Challenge",
        "Crime data integrity: Inspection of the force",
    )
    assert [found.report for found in letter.findings] == ["r1", "r2"]


def test_a_finding_told_again_in_the_appendix_is_joined_to_the_first() -> None:
    sentence = "the force should ensure that supervisors check every record of stop and search"
    letter = body(f"One area for improvement is that {sentence}.\n\nAPPENDIX\n\nArea for improvement 1: {sentence[0].upper()}{sentence[1:]}.")
    first, again = letter.findings
    assert (first.same_as, again.same_as) == ((again.id,), (first.id,))


def test_a_sentence_broken_by_a_page_is_one_finding_with_its_blank_line() -> None:
    letter = read("Dear Home Secretary\n\nThe report found that the force did not have a comprehensive understanding of the\n\nskills of its workforce.\n\nYours sincerely\n")
    assert words(letter) == ["the force did not have a comprehensive understanding of the\n\nskills of its workforce"]


def test_an_acronym_points_to_its_theme_only_as_it_is_written() -> None:
    assert "domestic-abuse" in themes_of("referrals to MARAC")
    assert "domestic-abuse" not in themes_of("the quality of data")


def test_a_paragraph_with_the_words_of_a_finding_that_yields_nothing_is_listed_as_not_understood() -> None:
    letter = body("The report contains recommendations of several kinds which I found hard to follow.\n\nThe weather was fine.")
    assert [quote.text for quote in letter.not_understood] == ["The report contains recommendations of several kinds which I found hard to follow."]


def test_what_two_readers_took_for_findings_is_found_but_where_a_letter_only_mentions_them() -> None:
    found: dict[str, list[tuple[int, int]]] = {}
    for path in sorted(LETTERS.rglob("*.txt")):
        text = path.read_bytes().decode()
        cuts = [match.start() for match in re.finditer(r"(?m)^Dear ", text)] or [0]
        letters = [Letter(Document(path.name, "", "utf-8", text), a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
        found[path.name] = [(f.quote.start, f.quote.end) for letter in letters for f in find(letter).findings]
    passages = {(row[f"{side}_source"], int(row[f"{side}_start"]), int(row[f"{side}_end"]), row[f"{side}_text"]) for row in _reviews() for side in ("earlier", "later") if row[f"{side}_start"]}
    missed = {words for name, start, end, words in passages if not any(_half(start, end, *quote) for quote in found[name])}
    assert len(passages) > 60
    assert missed == MENTIONS


def _reviews() -> list[dict[str, str]]:
    paths = sorted(REVIEWS.glob("*.tsv"))
    return [row for path in paths for row in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t")]


def _half(start: int, end: int, first: int, last: int) -> bool:
    return 2 * (min(end, last) - max(start, first)) >= min(end - start, last - first)


def test_every_quote_of_the_shipped_letters_is_exact() -> None:
    paths = sorted(LETTERS.rglob("*.txt"))
    assert paths
    for path in paths:
        text = path.read_bytes().decode()
        letter = find(Letter(Document(path.name, "", "utf-8", text), 0, len(text)))
        quotes = [noun.quote for noun in (*letter.findings, *letter.responses, *letter.claims)] + list(letter.not_understood)
        assert [quote for quote in quotes if text[quote.start : quote.end] != quote.text or not quote.text] == []


def test_a_letter_four_times_longer_is_read_with_at_most_five_times_the_calls() -> None:
    def calls(times: int) -> int:
        """Calls of functions and steps of generators: time, that patterns take too, is for `benchmarks/reading.py`."""
        text = "Dear Home Secretary,\n\n" + (LISTED + CAUSE) * times
        made: Counter[str] = Counter()
        sys.setprofile(lambda frame, event, value: made.update((event,)))
        try:
            find(Letter(Document("letter.txt", "", "utf-8", text), 0, len(text)))
        finally:
            sys.setprofile(None)
        return made["call"] + made["c_call"]

    calls(1)  # what is compiled or read once, whatever the letter
    assert calls(80) < 5 * calls(20)


THROUGHOUT = """
1. I write in response to the report. I have read it with care.

2. The report makes three recommendations to the force. I take each of them below.

3. I visited the control room in May. The staff were courteous to me, and I learned much.

4. Crime has fallen by four per cent. That is to the credit of every officer.

5. I shall watch over all of this. My office will publish the results.
"""


def test_the_paragraphs_of_a_letter_that_numbers_them_throughout_are_no_list() -> None:
    assert words(body(THROUGHOUT)) == []
