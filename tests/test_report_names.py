"""Which reports a letter answers, however an office names them: the cases are `tests/letters/report_names.yaml` and `heads.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from loaders.letter import Document, Report
from loaders.recognise import recognise
from loaders.resolve import resolve
from tests.letters_in_hand import REGISTERS

LETTERS = Path(__file__).parent / "letters"
CASES = yaml.safe_load((LETTERS / "report_names.yaml").read_text(encoding="utf-8"))
HEADS = yaml.safe_load((LETTERS / "heads.yaml").read_text(encoding="utf-8"))["letters"]
LETTERHEAD = "Ann Orchard\nPolice and Crime Commissioner for Exmoor"
ADDRESS = "3 June 2024\n\nThe Rt Hon James Cleverly MP\nHome Secretary\n\nDear Home Secretary"
BODY = "The force accepts what the inspectors say. I have asked the Chief Constable for a plan, which will come to my board in the autumn."
ANSWERED = "PEEL: Police legitimacy 2016 - An inspection of Exmoor Police"
OPENING = f"I write about {ANSWERED}, which HMIC published on 8 December 2016."


def reports(*parts: str) -> list[Report]:
    text = "\n\n".join([part for part in parts if part] + [BODY, "Yours sincerely", LETTERHEAD]) + "\n"
    [found] = recognise(Document("x.txt", "0" * 64, "utf-8", text), REGISTERS)
    return list(resolve(found, REGISTERS).reports)


@pytest.mark.parametrize("case", CASES["named"], ids=lambda case: case["name"])
def test_the_reports_that_a_letter_names_are_those_it_answers(case: dict) -> None:
    found = reports(LETTERHEAD, ADDRESS, case.get("subject", ""), case["opening"])
    assert [report.title for report in found] == case["titles"]


@pytest.mark.parametrize("case", CASES["none"], ids=lambda case: case["name"])
def test_what_only_looks_like_a_title_is_no_report(case: dict) -> None:
    found = reports(LETTERHEAD, case.get("above", ""), ADDRESS, OPENING, case.get("below", ""))
    assert [(report.title, report.published) for report in found] == [(ANSWERED, "2016-12-08")]


@pytest.mark.parametrize("case", HEADS, ids=lambda case: case["name"])
def test_a_whole_letter_says_what_it_answers_who_wrote_to_whom_and_when(case: dict) -> None:
    [found] = [resolve(one, REGISTERS) for one in recognise(Document("x.txt", "0" * 64, "utf-8", case["text"]), REGISTERS)]
    printed = found.addressee.name if found.addressee and found.addressee.basis == "printed" else None
    assert [report.title for report in found.reports] == case["reports"]
    assert (found.author and found.author.name, printed, found.date) == (case["author"], case["addressee"], case.get("date", found.date))
    assert [report.published for report in found.reports[:1]] == [case.get("published", report.published) for report in found.reports[:1]]
