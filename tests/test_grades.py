"""Grades as offices write them: what is one, what for, of which report; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.letters_in_hand import grades

PEEL_2022 = "HMICFRS PEEL 2021/22: An inspection of Wessex Police"
PEEL_2025 = "HMICFRS PEEL 2023–25: An inspection of Wessex Police"
R = "requires improvement"


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("In effectiveness we have moved from requires improvement to good.", [(R, "effectiveness", None), ("good", "effectiveness", "r1")]),
        ("Its efficiency, I regret to say, has slipped from good to requires improvement.", [("good", "efficiency", None), (R, "efficiency", "r1")]),
        ("For legitimacy the force has been raised to outstanding.", [("outstanding", "legitimacy", "r1")]),
        ("Efficiency is now graded good, as against requires improvement two years ago.", [("good", "efficiency", "r1"), (R, "efficiency", None)]),
        ("Planning for the future is graded requires improvement, whereas a year ago that was good.", [(R, "Planning for the future", "r1"), ("good", "Planning for the future", None)]),
        ("Effectiveness has gone from good two years ago to requires improvement.", [("good", "effectiveness", None), (R, "effectiveness", "r1")]),
        ("It has lost its outstanding for legitimacy, which is now good.", [("outstanding", "legitimacy", None), ("good", "legitimacy", "r1")]),
        ("Leadership was inadequate in December 2016.", [("inadequate", "leadership", None)]),
        ("The grade for legitimacy has improved: from requires improvement in 2017 to good now.", [(R, "legitimacy", None), ("good", "legitimacy", "r1")]),
        ("Preventing crime: Adequate (was Good)", [("adequate", "Preventing crime", "r1"), ("good", "Preventing crime", None)]),
        ("Effectiveness is requires improvement (previously good).", [(R, "effectiveness", "r1"), ("good", "effectiveness", None)]),
    ],
)
def test_a_grade_that_a_force_moved_from_is_of_no_report_answered_here(said: str, given: list[tuple[str, str, str | None]]) -> None:
    assert grades(said) == given


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("Effectiveness and legitimacy were judged to be good and inadequate respectively.", [("good", "effectiveness"), ("inadequate", "legitimacy")]),
        ("The efficiency of the force is good as well.", [("good", "efficiency")]),
        ("The overall judgement is that Wessex Police is 'good' in the efficiency with which it keeps people safe and reduces crime.", [("good", "efficiency")]),
        ("The force requires improvement in how legitimately it keeps people safe and reduces crime.", [(R, "legitimacy")]),
        ("Leadership, I would remind you, was inadequate.", [("inadequate", "leadership")]),
        ("On whether it treats its own workforce fairly it is outstanding.", [("outstanding", "treating its own workforce fairly")]),
        ("Inspectors found the force to be requiring improvement in how it manages offenders.", [(R, "managing offenders")]),
        ("Where it fell down was in responding to the public, which requires improvement.", [(R, "responding to the public")]),
        ("Wessex Police is, taken as a whole, good.", [("good", None)]),
        ("In legitimacy we stay at requires improvement.", [(R, "legitimacy")]),
        ("Leadership came back as good, custody as adequate.", [("good", "leadership"), ("adequate", "custody")]),
        ("Effectiveness good, efficiency good, legitimacy requires improvement.", [("good", "effectiveness"), ("good", "efficiency"), (R, "legitimacy")]),
        ("Effectiveness / Efficiency\nGood / Requires improvement", [("good", "effectiveness"), (R, "efficiency")]),
        ("4. Supporting victims\nOur grade: Adequate", [("adequate", "Supporting victims")]),
        ("Preventing crime.\nGrade: adequate", [("adequate", "Preventing crime")]),
        ("'Good' was given for preventing crime.", [("good", "preventing crime")]),
        ("There are two 'inadequate' grades, for planning for the future and for supporting victims.", [("inadequate", "planning for the future"), ("inadequate", "supporting victims")]),
        ("The force is good in two areas: preventing crime and recording crime; adequate in one: custody.", [("good", "preventing crime"), ("good", "recording crime"), ("adequate", "custody")]),
        ("Only serious and organised crime, at requires improvement, lags behind.", [(R, "serious and organised crime")]),
        ("Wessex Police requires improvement, in the opinion of HMICFRS, in its legitimacy.", [(R, "legitimacy")]),
        ("Preventing crime [Good]; supporting victims [Inadequate].", [("good", "Preventing crime"), ("inadequate", "supporting victims")]),
    ],
)
def test_a_grade_goes_with_the_pillar_or_question_that_its_sentence_says_it_of(said: str, given: list[tuple[str, str | None]]) -> None:
    assert [(grade, what) for grade, what, _ in grades(said)] == given


@pytest.mark.parametrize(
    "said",
    [
        "We aim to move from adequate to good, and one day to be raised to outstanding.",
        'My predecessor tells me that the policing was "outstanding".',
        'The leader of the council thought it "good, but no better than it should be".',
        "Ofsted judged the county's children's services to be inadequate last year.",
        "The fire and rescue service, for which I also answer, was graded good for efficiency.",
        "Our work on the outstanding actions has moved from the desk to the street, which is good to see.",
        'One officer said the kit was "good", and a victim described the response as "inadequate".',
        "In nine of the ten areas the force was graded adequate or better.",
        "If the force is graded inadequate again I shall act.",
        "There was no inadequate grade.",
        "The report is good on custody.",
        "Of the forces inspected so far, twelve have been graded inadequate for planning for the future.",
        "The inspectorate's grades run from outstanding to inadequate.",
        "The budget for managing offenders is adequate and staffing is good.",
        "In our survey most residents rated the police as good or excellent.",
        "We must get from adequate to good.",
        "Action\tStatus\nTrain call handlers\tGood\nWeekly audit\tComplete",
        "Outstanding: 0\nGood: 3\nAdequate: 5\nRequires improvement: 1\nInadequate: 0",
        "The force has a good understanding of vulnerability and an adequate number of detectives.",
    ],
)
def test_what_somebody_else_says_or_what_is_hoped_for_is_no_grade(said: str) -> None:
    assert grades(said) == []


TABLES = {
    "one cell a line under two years": (
        PEEL_2025,
        "Area\n2022\n2025\nPreventing crime\nAdequate\nGood\nManaging offenders\nInadequate\nInadequate",
        [("adequate", "Preventing crime", None), ("good", "Preventing crime", "r1"), ("inadequate", "Managing offenders", None), ("inadequate", "Managing offenders", "r1")],
    ),
    "leaders of dots and a name over two lines": (
        PEEL_2022,
        "Preventing crime ............ Adequate\nBuilding, supporting and protecting\nthe workforce ............... Inadequate",
        [("adequate", "Preventing crime", "r1"), ("inadequate", "Building, supporting and protecting the workforce", "r1")],
    ),
    "the grade in the first column": (
        PEEL_2022,
        "Good       Preventing crime\nAdequate   Managing offenders",
        [("good", "Preventing crime", "r1"), ("adequate", "Managing offenders", "r1")],
    ),
    "a remark in the last column": (
        PEEL_2025,
        "Area\t2021/22\t2023–25\tDirection\nManaging offenders\tGood\tAdequate\tDown",
        [("good", "Managing offenders", None), ("adequate", "Managing offenders", "r1")],
    ),
    "pillars as heads and another force below": (
        PEEL_2022,
        "Force\tEffectiveness\tEfficiency\nWessex\tGood\tInadequate\nNorthshire\tOutstanding\tGood",
        [("good", "effectiveness", "r1"), ("inadequate", "efficiency", "r1")],
    ),
    "a grade that a narrow cell broke": (
        PEEL_2022,
        "Preventing crime\nRequires\nimprovement\nManaging offenders\nGood",
        [(R, "Preventing crime", "r1"), ("good", "Managing offenders", "r1")],
    ),
    "a sentence over its list": (
        PEEL_2022,
        "The areas in which we require improvement are:\n\n- managing offenders\n- responding to the public",
        [(R, "managing offenders", "r1"), (R, "responding to the public", "r1")],
    ),
    "a cell that was not graded": (
        PEEL_2025,
        "Area\n2022\n2025\nLeadership and force management\nNot asked\nGood\nManaging offenders\nAdequate\nAdequate",
        [("good", "Leadership and force management", "r1"), ("adequate", "Managing offenders", None), ("adequate", "Managing offenders", "r1")],
    ),
    "bands in roman numbers with prepositions": (
        PEEL_2022,
        "(ii)  Good – in preventing crime, in supporting victims, and in developing a positive workplace;\n(iii) Adequate – in responding to the public and in managing offenders;\n(iv)  Inadequate – in nothing.",
        [
            ("good", "preventing crime", "r1"),
            ("good", "supporting victims", "r1"),
            ("good", "developing a positive workplace", "r1"),
            ("adequate", "responding to the public", "r1"),
            ("adequate", "managing offenders", "r1"),
        ],
    ),
    "a question whose name holds commas": (
        PEEL_2022,
        "Good (2): building, supporting and protecting the workforce, and managing offenders",
        [("good", "building, supporting and protecting the workforce", "r1"), ("good", "managing offenders", "r1")],
    ),
    "a name that goes on below its grade": (
        PEEL_2022,
        "Area                                              Grade\nPreventing and deterring crime and antisocial      Adequate\nbehaviour, and reducing vulnerability\nManaging offenders and suspects                    Good",
        [
            ("adequate", "Preventing and deterring crime and antisocial behaviour, and reducing vulnerability", "r1"),
            ("good", "Managing offenders and suspects", "r1"),
        ],
    ),
    "a name that no inspection asks about among others": (
        PEEL_2022,
        "1.1 Preventing crime         Good\n1.2 Neighbourhood policing   Adequate",
        [("good", "Preventing crime", "r1"), ("adequate", "Neighbourhood policing", "r1")],
    ),
    "headings over plain names": (
        PEEL_2022,
        "Areas graded good\n\nPreventing crime\nManaging offenders\n\nAreas graded adequate\n\nSupporting victims",
        [("good", "Preventing crime", "r1"), ("good", "Managing offenders", "r1"), ("adequate", "Supporting victims", "r1")],
    ),
    "a grade that nothing was given": (
        PEEL_2022,
        "Good: preventing crime; managing offenders\nInadequate: none",
        [("good", "preventing crime", "r1"), ("good", "managing offenders", "r1")],
    ),
}


@pytest.mark.parametrize("layout", TABLES)
def test_a_table_of_grades_is_read_in_whatever_layout_it_came(layout: str) -> None:
    subject, table, given = TABLES[layout]
    assert grades(table, subject) == given


LOOK_ALIKES = (
    "The scale that the inspectorate uses is this.\n\nOutstanding\nGood\nAdequate\nRequires improvement\nInadequate",
    "The areas that require improvement are:\n\n- supervisors should review files\n- calls should be answered sooner",
    "Action\nRequires\nimprovement\nOwner\nPending",
)


@pytest.mark.parametrize("table", LOOK_ALIKES)
def test_a_scale_or_a_list_of_things_to_do_grades_nothing(table: str) -> None:
    assert grades(table, PEEL_2022) == []


def test_a_sentence_that_nobody_would_write_is_read_at_its_beginning_only() -> None:
    assert ("inadequate", "leadership", "r1") not in grades("it is graded good for efficiency, " * 500 + "and inadequate for leadership.")


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("A year earlier, in 2020, it had been good at legitimacy throughout.", [("good", "legitimacy", None)]),
        ("HMICFRS finds that the force requires improvement in its effectiveness, as it did in 2016.", [(R, "effectiveness", "r1"), (R, "effectiveness", None)]),
        ("In the previous round (2016) the columns read:\n\nEffectiveness    Efficiency    Legitimacy\nGood    Good    Outstanding", [("good", "effectiveness", None), ("good", "efficiency", None), ("outstanding", "legitimacy", None)]),
    ],
)
def test_a_grade_of_an_earlier_round_keeps_what_it_was_for_and_is_of_no_report_answered_here(said: str, given: list[tuple[str, str, str | None]]) -> None:
    assert grades(said) == given


@pytest.mark.parametrize(
    "said",
    [
        "No area was 'inadequate', I am relieved to say.",
        "None of the areas was judged to be inadequate.",
        "Of the 70 cases examined, inspectors judged the practice in 19 to be inadequate.",
        "In 12 of the 40 files read, supervision was judged to be inadequate.",
    ],
)
def test_what_no_area_was_given_and_what_files_were_found_to_be_are_no_grades(said: str) -> None:
    assert grades(said) == []


def test_columns_under_a_scale_may_begin_after_a_blank_line() -> None:
    said = "Outstanding            Good                     Adequate\n\nPreventing crime       Investigating crime      Supporting victims\n                                                Managing offenders"
    assert {(grade, what) for grade, what, _ in grades(said)} == {
        ("outstanding", "Preventing crime"), ("good", "Investigating crime"), ("adequate", "Supporting victims"), ("adequate", "Managing offenders")
    }


def test_a_question_of_two_parts_is_one_question() -> None:
    assert [what for _, what, _ in grades("The force was graded 'good' at police powers and treatment of the public, and 'adequate' at custody.")] == ["police powers and treatment of the public", "custody"]
