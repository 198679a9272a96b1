"""What only looks like a grade: wishes, scales, counts, praise, other bodies and other forces. All are invented."""

from __future__ import annotations

import pytest

from tests.letters_in_hand import grades

PEEL_2022 = "HMICFRS PEEL 2021/22: An inspection of Wessex Police"
EFFECTIVENESS = "PEEL: Police effectiveness 2017 - An inspection of Wessex Police"
NOT_TOLD = [
    (PEEL_2022, 'You will know that a fifth grade, "adequate", has been introduced.'),
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
    (PEEL_2022, "The Chief Constable is doing a good job and I told him so."),
    (PEEL_2022, "I have asked for an adequate number of call handlers."),
    (PEEL_2022, "The inspectors found good practice in how the force works with schools."),
    (PEEL_2022, "A rating of good in the next inspection is what I have asked for."),
    (PEEL_2022, "Nothing less than outstanding will do."),
    (PEEL_2022, "Victims rated the service as good in our survey."),
    (PEEL_2022, "The county council's children's services were rated inadequate by Ofsted."),
    (PEEL_2022, "Northshire Police was graded inadequate at managing offenders."),
    (PEEL_2022, "The report does not grade the force as good or inadequate; it is a thematic one."),
    (PEEL_2022, "Supervision of cases was not adequate."),
    (PEEL_2022, "The number of warrants outstanding has fallen from 900 to 400."),
    (PEEL_2022, "The plan requires improvement in two respects."),
    (PEEL_2022, "Despite being rated as good in two out of the four categories being assessed, there is more to do."),
    (PEEL_2022, "I have told the Chief Constable that I expect good in every area."),
    (PEEL_2022, "Staff told inspectors that the wellbeing offer was good."),
    (PEEL_2022, "The outstanding actions from the 2019 plan number twelve."),
    (PEEL_2022, "This is good news for victims."),
    (PEEL_2022, "Good progress has been made, although there is more to do."),
    (PEEL_2022, "The plan is adequate for the present."),
    (PEEL_2022, "The inspectorate's definition of adequate is that the force meets the standard with some areas for improvement."),
    (PEEL_2022, "Whether the next grade is good or inadequate will depend on this."),
    (PEEL_2022, "Other forces in the region received grades of requires improvement for the same question."),
]


@pytest.mark.parametrize(("subject", "said"), NOT_TOLD)
def test_a_wish_a_scale_a_count_and_praise_are_no_grades(subject: str, said: str) -> None:
    assert grades(said, subject) == []
