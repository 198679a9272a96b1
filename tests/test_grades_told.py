"""Grades told in sentences of many makes: what each is for by its place, and what only looks like a grade. All are invented."""

from __future__ import annotations

import pytest

from tests.letters_in_hand import grades

PEEL_2022 = "HMICFRS PEEL 2021/22: An inspection of Wessex Police"
PEEL_2019 = "PEEL: Police effectiveness, efficiency and legitimacy 2018/19 - An inspection of Wessex Police"
LEGITIMACY = "PEEL: Police legitimacy 2016 - An inspection of Wessex Police"
EFFECTIVENESS = "PEEL: Police effectiveness 2017 - An inspection of Wessex Police"
EFFICIENCY = "PEEL: Police efficiency 2017 - An inspection of Wessex Police"
R = "requires improvement"
TOLD = [
    (PEEL_2022, "It is good in preventing crime, in treating the public with fairness and respect, and in its use of resources.", [("good", "preventing crime", "r1"), ("good", "treating the public with fairness and respect", "r1"), ("good", "its use of resources", "r1")]),
    (PEEL_2022, "It is adequate in responding to the public, in investigating crime and in building and developing its workforce.", [("adequate", "responding to the public", "r1"), ("adequate", "investigating crime", "r1"), ("adequate", "building and developing its workforce", "r1")]),
    (PEEL_2022, "In the two remaining aspects, protecting vulnerable people and managing offenders, improvement is required.", [(R, "protecting vulnerable people", "r1"), (R, "managing offenders", "r1")]),
    (PEEL_2022, "Its recording of data about crime, inadequate two years earlier, is now considered to be good.", [("inadequate", "recording of data about crime", None), ("good", "recording of data about crime", "r1")]),
    (EFFICIENCY, "On the first, which is how well the force uses its resources to meet its current demand, the grade is good; on the second, the sustainability and affordability of its workforce model, the force is found to require improvement; and on the third, its financial position in the short and long term, the grade is again good.", [("good", "how well the force uses its resources", "r1"), (R, "the sustainability and affordability of its workforce model", "r1"), ("good", "its financial position in the short and long term", "r1")]),
    (EFFECTIVENESS, "The overall judgement is 'requires improvement'; in 2016 it was 'good'.", [(R, "effectiveness", "r1"), ("good", "effectiveness", None)]),
    (EFFECTIVENESS, "The force retains its grade of good for effectiveness.", [("good", "effectiveness", "r1")]),
    (PEEL_2022, "For the way in which it answers the public the force is marked adequate, and for the way in which it looks after its own people, good.", [("adequate", "the way in which it answers the public", "r1"), ("good", "the way in which it looks after its own people", "r1")]),
    (PEEL_2022, "Of the nine areas examined, one was outstanding (preventing crime), four were good (recording data about crime, treatment of the public, supporting victims and developing a positive workplace), three adequate (responding to the public, investigating crime, and protecting vulnerable people), and one, managing offenders, required improvement.", [("outstanding", "preventing crime", "r1"), ("good", "recording data about crime", "r1"), ("good", "treatment of the public", "r1"), ("good", "supporting victims", "r1"), ("good", "developing a positive workplace", "r1"), ("adequate", "responding to the public", "r1"), ("adequate", "investigating crime", "r1"), ("adequate", "protecting vulnerable people", "r1"), (R, "managing offenders", "r1")]),
    (PEEL_2022, "I was sorry to see that investigating crime had been marked down to 'requires improvement'.", [(R, "investigating crime", "r1")]),
    (PEEL_2022, "The force's lowest grade, inadequate, was for the management of offenders.", [("inadequate", "managing offenders", "r1")]),
    (PEEL_2022, "Two areas attracted the grade of good: preventing crime and supporting victims.", [("good", "preventing crime", "r1"), ("good", "supporting victims", "r1")]),
    (PEEL_2022, "Three grades of 'adequate' were given, for responding to the public, investigating crime and leadership and force management.", [("adequate", "responding to the public", "r1"), ("adequate", "investigating crime", "r1"), ("adequate", "leadership and force management", "r1")]),
    (PEEL_2022, "At preventing crime the force is good; at investigating it, adequate; and at managing offenders it requires improvement.", [("good", "preventing crime", "r1"), ("adequate", "investigating", "r1"), (R, "managing offenders", "r1")]),
    (PEEL_2022, "HMICFRS graded the force across nine areas. It was found to be 'good' in its treatment of the public and 'adequate' in its response to vulnerable people.", [("good", "treatment of the public", "r1"), ("adequate", "its response to vulnerable people", "r1")]),
    (PEEL_2022, "The force has moved from 'requires improvement' to 'adequate' in how it protects vulnerable people.", [(R, "protecting vulnerable people", None), ("adequate", "protecting vulnerable people", "r1")]),
    (PEEL_2022, "Supporting victims: Good. Managing offenders: Requires improvement.", [("good", "Supporting victims", "r1"), (R, "Managing offenders", "r1")]),
    (PEEL_2022, "Grades: preventing crime – good; responding to the public – adequate; investigating crime – requires improvement.", [("good", "preventing crime", "r1"), ("adequate", "responding to the public", "r1"), (R, "investigating crime", "r1")]),
    (PEEL_2022, "The grades given were: good for preventing crime, good for powers and fair treatment, adequate for leadership, and requires improvement for the rest.", [("good", "preventing crime", "r1"), ("good", "powers and fair treatment", "r1"), ("adequate", "leadership", "r1"), (R, None, "r1")]),
    (PEEL_2019, "Under the three pillars we were good, good and requires improvement for effectiveness, efficiency and legitimacy respectively.", [("good", "effectiveness", "r1"), ("good", "efficiency", "r1"), (R, "legitimacy", "r1")]),
    (PEEL_2019, "The force is good at all three pillars.", [("good", None, "r1")]),
    (PEEL_2019, "Effectiveness: good. Efficiency: good. Legitimacy: requires improvement.", [("good", "effectiveness", "r1"), ("good", "efficiency", "r1"), (R, "legitimacy", "r1")]),
    (PEEL_2019, "I note the judgements: effectiveness (good), efficiency (requires improvement) and legitimacy (good).", [("good", "effectiveness", "r1"), (R, "efficiency", "r1"), ("good", "legitimacy", "r1")]),
    (PEEL_2019, "The efficiency pillar came out at requires improvement, while the other two, effectiveness and legitimacy, both came out at good.", [(R, "efficiency", "r1"), ("good", "effectiveness", "r1"), ("good", "legitimacy", "r1")]),
    (PEEL_2019, "For legitimacy and for effectiveness we hold a good; for efficiency we do not, the verdict there being requires improvement.", [("good", "legitimacy", "r1"), ("good", "effectiveness", "r1"), (R, "efficiency", "r1")]),
    (PEEL_2019, "A good was awarded for effectiveness, where last time we had required improvement.", [("good", "effectiveness", "r1"), (R, "effectiveness", None)]),
    (PEEL_2019, "HMICFRS's judgement on efficiency was that the force requires improvement, a fall from the good of 2017.", [(R, "efficiency", "r1"), ("good", "efficiency", None)]),
    (PEEL_2019, "Efficiency has fallen a grade, from good in 2017 to requires improvement.", [("good", "efficiency", None), (R, "efficiency", "r1")]),
    (LEGITIMACY, "I was delighted that the force has been graded as Good for legitimacy for the second year running.", [("good", "legitimacy", "r1")]),
    (LEGITIMACY, "The inspectors' verdict was one of good overall, with good in each of the three questions asked.", [("good", "Police legitimacy 2016 - An inspection of Wessex Police", "r1")]),
    (LEGITIMACY, "The force was judged to be good overall. That is one grade better than in 2015, when it required improvement.", [("good", "legitimacy", "r1"), (R, "legitimacy", None)]),
    (EFFECTIVENESS, "The report's headline is that the force requires improvement at keeping people safe and reducing crime.", [(R, "effectiveness", "r1")]),
    (EFFECTIVENESS, "We have gone backwards, from good to requires improvement.", [("good", "effectiveness", None), (R, "effectiveness", "r1")]),
    (EFFECTIVENESS, "Last year's grade was good; this year's is requires improvement.", [("good", "effectiveness", None), (R, "effectiveness", "r1")]),
    (EFFECTIVENESS, "In 2016 the force was good; it has now been told that it requires improvement.", [("good", "effectiveness", None), (R, "effectiveness", "r1")]),
    (EFFECTIVENESS, "The constabulary's grade of good is one that I welcome.", [("good", "effectiveness", "r1")]),
    (EFFECTIVENESS, "I welcome the grade of good which the inspectorate has awarded for effectiveness.", [("good", "effectiveness", "r1")]),
    (EFFECTIVENESS, "It is disappointing that the force has again been found to require improvement.", [(R, "effectiveness", "r1")]),
    (PEEL_2022, "Outstanding: preventing crime. Good: supporting victims; treatment of the public. Adequate: investigating crime.", [("outstanding", "preventing crime", "r1"), ("good", "supporting victims", "r1"), ("good", "treatment of the public", "r1"), ("adequate", "investigating crime", "r1")]),
    (PEEL_2022, "Judgements (my summary): prevention, good; response, adequate; investigation, adequate; vulnerability, requires improvement.", [("good", "prevention", "r1"), ("adequate", "response", "r1"), ("adequate", "investigation", "r1"), (R, "vulnerability", "r1")]),
    (PEEL_2022, "The force achieved a 'Good' grading in 'Preventing crime', 'Supporting victims' and 'Recording data about crime'; an 'Adequate' grading in 'Responding to the public'; and a 'Requires Improvement' grading in 'Managing offenders'.", [("good", "Preventing crime", "r1"), ("good", "Supporting victims", "r1"), ("good", "Recording data about crime", "r1"), ("adequate", "Responding to the public", "r1"), (R, "Managing offenders", "r1")]),
    (PEEL_2022, "Preventing crime was good, as was the treatment of the public; supporting victims was adequate.", [("good", "Preventing crime", "r1"), ("good", "treatment of the public", "r1"), ("adequate", "supporting victims", "r1")]),
    (PEEL_2022, "The grade for investigating crime is adequate, and so is that for responding to the public.", [("adequate", "investigating crime", "r1"), ("adequate", "responding to the public", "r1")]),
    (PEEL_2022, "Managing offenders was requires improvement and protecting vulnerable people likewise.", [(R, "Managing offenders", "r1"), (R, "protecting vulnerable people", "r1")]),
    (PEEL_2022, "I am pleased that Wessex Police is one of only three forces to be graded outstanding at preventing crime.", [("outstanding", "preventing crime", "r1")]),
    (PEEL_2022, "The force went up a grade, to good, for supporting victims and down a grade, to requires improvement, for investigating crime.", [("good", "supporting victims", "r1"), (R, "investigating crime", "r1")]),
    (PEEL_2022, "In 2018/19 the force was graded good for effectiveness. In this inspection it is adequate at responding to the public.", [("good", "effectiveness", None), ("adequate", "responding to the public", "r1")]),
    (PEEL_2022, "Vetting was assessed as inadequate and professional standards as adequate; tackling corruption in the workforce was assessed as requiring improvement.", [("inadequate", "Vetting", "r1"), ("adequate", "professional standards", "r1"), (R, "tackling corruption in the workforce", "r1")]),
    (PEEL_2022, "The inspection graded vetting as 'requires improvement', upholding standards of professional behaviour as 'adequate' and tackling potential corruption as 'good'.", [(R, "vetting", "r1"), ("adequate", "upholding standards of professional behaviour", "r1"), ("good", "tackling potential corruption", "r1")]),
    (PEEL_2022, "The one grade of inadequate concerns how the force responds to emergency calls.", [("inadequate", "responding to emergency calls", "r1")]),
    (PEEL_2022, "The force was told it must improve its grade of adequate for investigating crime.", [("adequate", "investigating crime", "r1")]),
    (PEEL_2022, "The grade for the management of offenders, namely inadequate, is the one that troubles me.", [("inadequate", "managing offenders", "r1")]),
    (PEEL_2022, "That the force is inadequate at managing offenders is a matter of grave concern to me.", [("inadequate", "managing offenders", "r1")]),
    (PEEL_2022, "On disrupting serious organised crime we are outstanding, I am proud to say.", [("outstanding", "disrupting serious organised crime", "r1")]),
    (PEEL_2022, "Good grades were given for preventing crime and for supporting victims.", [("good", "preventing crime", "r1"), ("good", "supporting victims", "r1")]),
    (PEEL_2022, "It was 'adequate' in the following areas:\n\n• preventing crime\n• supporting victims\n• managing offenders", [("adequate", "preventing crime", "r1"), ("adequate", "supporting victims", "r1"), ("adequate", "managing offenders", "r1")]),
    (PEEL_2022, "Requires improvement\n\nInvestigating crime\nManaging offenders\n\nGood\n\nPreventing crime", [(R, "Investigating crime", "r1"), (R, "Managing offenders", "r1"), ("good", "Preventing crime", "r1")]),
    (PEEL_2022, "(a) preventing crime: good\n(b) investigating crime: adequate\n(c) managing offenders: inadequate", [("good", "preventing crime", "r1"), ("adequate", "investigating crime", "r1"), ("inadequate", "managing offenders", "r1")]),
    (PEEL_2022, "Preventing crime ........ Good\nSupporting victims ........ Adequate", [("good", "Preventing crime", "r1"), ("adequate", "Supporting victims", "r1")]),
    (PEEL_2022, "Area\nThis time\nLast time\nPreventing crime\nGood\nn/a\nInvestigating crime\nAdequate\nRequires improvement", [("good", "Preventing crime", "r1"), ("adequate", "Investigating crime", "r1"), (R, "Investigating crime", None)]),
    (PEEL_2022, "Preventing crime – Good (our best)\nInvestigating crime – Adequate (2018/19: Good)", [("good", "Preventing crime", "r1"), ("adequate", "Investigating crime", "r1"), ("good", "Investigating crime", None)]),
    (PEEL_2022, "Preventing crime = good; investigating crime = requires improvement.", [("good", "Preventing crime", "r1"), (R, "investigating crime", "r1")]),
    (PEEL_2019, "Effectiveness – Good (2017: Requires improvement)\nEfficiency – Good (2017: Good)", [("good", "effectiveness", "r1"), (R, "effectiveness", None), ("good", "efficiency", "r1"), ("good", "efficiency", None)]),
    (PEEL_2019, "We have been judged good across the board, in effectiveness, efficiency and legitimacy.", [("good", "effectiveness", "r1"), ("good", "efficiency", "r1"), ("good", "legitimacy", "r1")]),
    (PEEL_2019, "Efficiency was the exception: there the finding was that the force requires improvement.", [(R, "efficiency", "r1")]),
    (PEEL_2019, "Within effectiveness, three of the questions were good and one, investigating crime, required improvement.", [(R, "investigating crime", "r1")]),
]
NOT_TOLD = [
    (PEEL_2022, "You will know that a fifth grade, \"adequate\", has been introduced."),
    (PEEL_2022, "Inspectors now use a new grade of adequate, which sits between good and requires improvement."),
    (PEEL_2022, "The report finds Wessex Police good in two areas, adequate in four and requiring improvement in three."),
    (PEEL_2022, "No area was graded outstanding, and none inadequate."),
    (PEEL_2022, "Our ambition is to be outstanding in every area by 2025."),
    (EFFECTIVENESS, "I share the inspectors' view that the force requires improvement in this regard."),
    (EFFECTIVENESS, "The area that most requires improvement, in my own view, is the control room."),
    (EFFECTIVENESS, "Officers do an outstanding job, and I thank them for it."),
    (EFFECTIVENESS, "There are two recommendations outstanding from the 2016 report."),
    (EFFECTIVENESS, "A good plan needs adequate money."),
    (EFFECTIVENESS, "The inspectors saw good examples of neighbourhood policing in two districts."),
    (EFFECTIVENESS, "The neighbouring force was graded outstanding."),
    (EFFECTIVENESS, "My police and crime plan aims for a grade of good in each pillar."),
    (EFFECTIVENESS, "The custody suite at Melchester was described by the inspectors as inadequate for its purpose."),
    (PEEL_2022, "Had it not been for the backlog, I believe the grade would have been good."),
    (PEEL_2022, "The overall picture is of a force that is adequate or better in seven of nine areas."),
]


@pytest.mark.parametrize(("subject", "said", "given"), TOLD)
def test_a_grade_is_for_what_its_place_in_the_sentence_says(subject: str, said: str, given: list[tuple[str, str | None, str | None]]) -> None:
    assert grades(said, subject) == given


@pytest.mark.parametrize(("subject", "said"), NOT_TOLD)
def test_a_wish_a_scale_a_count_and_praise_are_no_grades(subject: str, said: str) -> None:
    assert grades(said, subject) == []
