"""How far an answer has come, in sentences that no annotated letter has: whatever the words, by who does what."""

from __future__ import annotations

import pytest

from loaders.findings.wording.answering import answers
from loaders.findings.wording.deadlines import due
from loaders.findings.wording.status import status

WRITTEN = "2021-05-10"
SAID = {
    "monitoring": [
        "i will review the position at each meeting of my performance board.",
        "my staff will sample twenty files every quarter.",
        "the chief constable will answer to me for this in public in the autumn.",
        "progress is to be laid before the police accountability board every two months.",
        "i have directed that a written report be made to me each month.",
        "i have instructed that i be told of any slippage.",
        "it will be kept under observation by my people board.",
        "this remains a matter that my deputy takes up with the assistant chief constable at their weekly meeting.",
        "we shall expect to see improvement by the next quarter and will be asking for evidence of it.",
        "my chief executive attends the gold group on my behalf and reports to me afterwards.",
        "i shall continue to test the force's performance on all these subjects.",
        "i require the force to account for this in its quarterly report to me.",
        "the force will be expected to demonstrate progress to my scrutiny panel.",
        "delivery against these recommendations will be overseen by the joint audit committee.",
        "i have asked for monthly reports until the matter is closed.",
        "i intend to raise this with the chief constable at every one of our meetings.",
        "i shall want to be satisfied that the change has lasted.",
        "the matter will form a regular item at my strategic board.",
        "he will be called upon to explain progress at my public meetings.",
        "i have made it plain to the chief constable that i will be following this personally.",
        "this will be the subject of regular review by my office.",
        "i am to be given figures each quarter.",
        "my office keeps a register of all recommendations and goes through it with the force each quarter.",
        "the commissioner will maintain a close interest in this area.",
        "i will be looking for evidence of improvement over the coming months.",
    ],
    "planned": [
        "the deputy chief constable has undertaken to publish a strategy by 1 december.",
        "the chief constable has accepted a target of ten days, to be met by march 2022.",
        "a replacement has been ordered for delivery in september 2021.",
        "funding has been found in next year's budget for six posts.",
        "i have provided £200,000 for this in the budget for 2022/23.",
        "the new rota takes effect on 6 september 2021.",
        "ten more investigators join in october.",
        "a business case for the system is to be submitted in july.",
        "it is the force's intention to recruit four analysts.",
        "i have asked the chief constable to bring a plan to my board in june.",
        "i have asked for a proposal to be put before my board in july.",
        "from 1 july every officer will carry a camera.",
        "training for sergeants follows in the summer.",
        "arrangements have been made for all staff to attend a course in the autumn.",
        "a date in august has been fixed for the launch.",
        "we expect the backlog to have gone by christmas.",
        "the constabulary has committed itself to training every supervisor by the end of the financial year.",
        "procurement starts in the new year.",
        "the force undertakes to complete these checks by the autumn.",
        "work has yet to start, but a project manager has been identified and should be in post in july.",
        "the post will be advertised next month.",
        "the force hopes to introduce the scheme by easter.",
        "the contract is to be let in november.",
        "that should be in use before the year is out.",
        "the constabulary has agreed to introduce a single form.",
        "there are plans to double the size of the team.",
        "a working group is to be convened.",
    ],
    "in_progress": [
        "recruitment is under way.",
        "nine of the fifteen posts have been filled.",
        "the rate has risen to 71 per cent.",
        "the proportion of calls answered in time has improved from 60 per cent to 74 per cent.",
        "talks with the council are proceeding but have produced no agreement.",
        "i regret that matters have not moved, and i have written to the council to seek a meeting.",
        "an evaluation is being carried out by the university, whose conclusions are due in august.",
        "the preparation of that plan is well advanced.",
        "a first draft has been written and is out for consultation.",
        "the force is part of the way through a programme of training.",
        "the supplier is testing a fix.",
        "the backlog has fallen from 900 to 400 and continues to fall.",
        "two thirds of supervisors have now attended the course, and the rest will do so by july.",
        "training has begun.",
        "the programme was launched in march and will run for a year.",
        "the force is making progress, but there is more to do.",
        "i am funding a survey of victims which is at the design stage.",
        "the unit is slowly being brought up to strength.",
        "a pilot is running in two districts.",
        "officers are receiving the training in turn.",
        "much has been achieved, although the work is not complete.",
        "a dedicated team is working through the backlog.",
        "the procurement of a new system has begun.",
    ],
    "done": [
        "weekly reviews commenced on 16 december 2020.",
        "there are now no overdue visits.",
        "no visit is overdue.",
        "a mandatory plan was built into the crime system on 5 january 2021.",
        "the register has been brought up to date and is now published quarterly.",
        "a sergeant now checks every record before it is closed.",
        "a dedicated team has since been formed in each area.",
        "that requirement was the subject of a written instruction issued in november 2020.",
        "the custody record now has a compulsory field.",
        "the first has been achieved in full.",
        "the backlog, which stood at 212 in october, was cleared in february.",
        "supervisors may no longer close a record without completing it.",
        "six coordinators took up their duties in november 2020.",
        "the plan was approved by the chief officer group on 23 november.",
        "the force has had such a policy since january.",
        "the template has been altered to provide for this.",
        "the defect was put right within the week.",
        "the force complies.",
        "all detective sergeants have been through the course.",
        "the system already holds this information.",
        "this was done in the summer.",
        "the two databases have been reconciled by hand.",
        "every incident is reviewed by a supervisor within a day.",
        "a call-back facility was introduced in february.",
        "each district has an officer for the purpose.",
        "the deficiency no longer exists.",
        "since march a superintendent has read each file.",
        "nobody is now detained without a review.",
        "the instruction went to all staff in april.",
        "responsibility passed to the deputy chief constable on 1 april.",
        "the chief constable's team acted at once and the locks were replaced.",
        "that gap has closed.",
        "the vacancies are filled.",
    ],
    "under_review": [
        "the head of learning is undertaking a review which will report by july.",
        "the second is to be considered by the strategic board in june.",
        "access to the system is being considered by the assurance board.",
        "a technical solution is under consideration.",
        "the second forms part of the review of the operating model which is being conducted.",
        "a superintendent has been appointed to lead that review.",
        "the force is reviewing every case of the past year to establish where an order ought to have been made.",
        "a feasibility study has been commissioned.",
        "the force has yet to reach a view on this.",
        "whether to extend the scheme is a question for the autumn.",
        "the options have been put to the chief constable.",
        "the chief constable is minded to accept this but has asked for costs first.",
        "it is too early to say whether we shall adopt it.",
        "we are weighing the costs.",
        "the force is looking again at its shift pattern.",
        "i am seeking advice on this point.",
        "the case for a separate unit is being made to the board and awaits decision.",
        "an independent review of the unit has been set up.",
        "the assistant chief constable has been asked to examine whether the unit is large enough.",
    ],
    "declined": [
        "the force cannot provide accommodation and does not intend to take further steps.",
        "the chief constable does not propose to create the post at the present time.",
        "the chief constable, having taken advice, has decided not to proceed with a separate register.",
        "the yard will not be repaired, as the expense cannot be justified.",
        "we do not intend to alter that policy.",
        "the force will not be taking this forward.",
        "neither i nor the chief constable accepts this finding.",
        "i see nothing to be gained by a second form.",
        "the recommendation has not been accepted.",
        "the money is not there and the post will not be created.",
        "the chief constable has declined to adopt it.",
        "after thought the force has concluded that the present arrangements serve it well.",
        "the present system will be retained.",
        "the force has chosen to keep its local teams.",
        "we are not going to do this.",
        "it has been decided that no change should be made.",
        "no change is proposed.",
        "we have considered this and will leave matters as they are.",
        "this would not be a good use of public money.",
        "the constabulary respectfully parts company with the inspectors here and will keep its model.",
    ],
}


@pytest.mark.parametrize(("state", "words"), [(state, words) for state, rows in SAID.items() for words in rows])
def test_the_status_of_an_answer_is_told_by_who_does_what(state: str, words: str) -> None:
    assert status(words, WRITTEN) == state


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("a plan is in place to address the issues", "planned"),
        ("warwickshire signalled their intention to leave and a review was carried out in june", "planned"),
        ("records will not be closed until a sergeant has read them", "declined"),
        ("officers will not be deployed without it again", "declined"),
        ("this will not be complete until march", "declined"),
        ("crimes are recorded against national standards and the force concluded its check", "declined"),
        ("a review was carried out in november and its findings have been put into effect", "under_review"),
        ("the backlog has not been cleared", "done"),
        ("the room is no longer fit for its purpose", "done"),
        ("the policy was published in april 2021", "planned"),
        ("the order was placed in april 2021", "planned"),
        ("a quarterly report is now presented to the ethics committee", "monitoring"),
        ("an adviser has been appointed on a fixed term that ends in march 2023", "planned"),
    ],
)
def test_words_that_only_look_like_another_status_are_not_it(words: str, wrong: str) -> None:
    assert status(words, WRITTEN) != wrong


@pytest.mark.parametrize(
    ("words", "state", "written", "day"),
    [
        ("it will be laid before me by christmas", "planned", "2021-05-10", "2021-12"),
        ("all will have been trained by easter", "planned", "2021-05-10", "2022-04"),
        ("all will have been trained by easter", "planned", "2016-01-10", "2016-03"),
        ("the tool will come in at the start of the financial year", "planned", "2020-02-24", "2020-04"),
        ("it will be done by the end of the financial year", "planned", "2020-02-24", "2020-03-31"),
        ("it will be done by the end of the financial year", "planned", "2020-05-24", "2021-03-31"),
        ("it will be done by the end of the next financial year", "planned", "2020-05-24", "2022-03-31"),
        ("the course will begin in the new year", "planned", "2020-05-24", "2021"),
        ("it will be tested next month", "planned", "2020-12-24", "2021-01"),
        ("it will be ready by the end of next month", "planned", "2020-05-24", "2020-06-30"),
        ("it is to be in use before the year is out", "planned", "2020-05-24", "2020-12-31"),
        ("construction is expected to be completed in the autumn of 2026", "in_progress", "2024-02-08", "2026"),
        ("the panel will meet for the first time on 9 march", "planned", "2017-01-24", "2017-03-09"),
        ("new cameras will be issued in the autumn", "planned", "2014-06-06", None),
        ("compliance is rising, from 44 per cent in january to 71 per cent in july", "in_progress", "2022-08-09", None),
        ("this has been a priority for 2016 and is being worked on", "in_progress", "2016-03-10", None),
        ("the work was begun in june 2014 and is going on", "in_progress", "2016-03-10", None),
        ("a form was published by december 2015", "done", "2016-03-10", None),
        ("the budget for 2021/22 will pay for it", "planned", "2021-01-10", None),
    ],
)
def test_a_promised_day_is_read_by_the_letters_own_date_and_never_guessed(words: str, state: str, written: str, day: str | None) -> None:
    assert due(words, state, written) == day


@pytest.mark.parametrize(
    "words",
    [
        "i have accepted his reasons.",
        "i understand the arguments that he gave and say no more.",
        "i commend the chief constable for the lead that he has given.",
        "i shall publish these comments on my website.",
        "i shall not hesitate to write to you again.",
        "it will be recalled that inspectors visited the force in 2015.",
        "i do not consider that sufficient progress has been made.",
        "the county's audit office has made two separate recommendations on procurement.",
        "on 3 may 2019 the inspectorate published two reports on this force.",
        "the second report was produced jointly with others and was published in may.",
        "they then described a want of supervision that has been seen elsewhere.",
        "the inspectorate has raised one cause of concern, which is set out below.",
        "lastly, the force was recommended to prepare a plan that sets out how it will meet demand.",
        "the comments of the chief constable, which he has asked me to reproduce, are these:",
        "these were the time that was taken, the forms that were used and the rooms that were kept.",
    ],
)
def test_what_only_leads_on_or_tells_of_the_report_answers_nothing(words: str) -> None:
    assert not answers(words, expected=True)


@pytest.mark.parametrize(
    "words",
    [
        "the inspectorate has raised one cause of concern, and the force has set up a board to address it.",
        "the force was recommended to prepare a plan, and it has done so.",
        "i accept that view and have funded four posts.",
    ],
)
def test_what_tells_of_the_report_and_then_of_the_force_answers(words: str) -> None:
    assert answers(words, expected=True)
