"""Names to registers by the dates of tenure; what the letter does not print is inferred and says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.recognise import recognise
from loaders.resolve import resolve
from tests.letters_in_hand import FOOT, HEAD, REGISTERS, SUBJECT, document, letter, letters

MERCIA = FOOT.replace("Wessex", "West Mercia")


def test_a_misprinted_commissioner_is_resolved_and_the_print_kept() -> None:
    found = letter(foot=MERCIA.replace("Jane Roe", "John Champion"), subject=SUBJECT.replace("Wessex", "West Mercia"))
    assert (found.author.name, found.author.quote.text, found.author.basis) == ("John Campion", "John Champion", "printed")


def test_a_misprinted_force_is_resolved_and_the_print_kept() -> None:
    found = letter(foot=MERCIA.replace("West Mercia", "West Merica"), subject="HMICFRS report: Custody services under strain")
    assert (found.force, found.force_printed) == ("west-mercia", "West Merica")


def test_a_name_in_no_register_stands_as_printed() -> None:
    found = letter()
    assert (found.author.name, found.author.force, found.addressee.name, found.force) == ("Jane Roe", "wessex", "Nora Quill", "wessex")


def test_the_home_secretary_of_the_day_is_inferred_from_the_greeting() -> None:
    head = HEAD.replace("Rt Hon Nora Quill MP\nHome Secretary\n\n", "")
    found = letter(head=head)
    assert (found.addressee.name, found.addressee.basis, found.addressee.quote) == ("Priti Patel", "inferred", None)


def test_on_the_day_of_a_handover_no_home_secretary_is_named() -> None:
    head = HEAD.replace("Rt Hon Nora Quill MP\nHome Secretary\n\n", "").replace("3 June 2021", "24 July 2019")
    assert letter(head=head).addressee is None


def test_a_first_name_greeting_is_the_holders_and_nobody_elses() -> None:
    head = HEAD.replace("Rt Hon Nora Quill MP\nHome Secretary\n\n", "")
    assert letter(head=head.replace("Dear Home Secretary", "Dear Priti")).addressee.name == "Priti Patel"
    assert letter(head=head.replace("Dear Home Secretary", "Dear Nora")).addressee is None


def test_the_author_of_an_unsigned_statement_is_who_held_the_office() -> None:
    said = (
        "I am writing in response to the HMICFRS inspection of police involvement in disputes, published on the 10th of September 2024.\n"
        "As the Police and Crime Commissioner for {}, I welcome the report and I have asked the Chief Constable to act on it.\n"
    )
    [mercia], [wessex] = letters(said.format("West Mercia")), letters(said.format("Wessex"))
    assert (mercia.author.name, mercia.author.basis, mercia.author.quote) == ("John Campion", "inferred", None)
    assert wessex.author is None and wessex.force == "wessex"


SURREY = {"subject": SUBJECT.replace("Wessex", "Surrey"), "head": HEAD.replace("3 June 2021", "3 June 2023")}
CHIEF = "Yours sincerely\n\nPaul Poe\nChief Constable"


@pytest.mark.parametrize(
    ("foot", "name", "office"),
    [
        (CHIEF, "Paul Poe", "Chief Constable"),
        (f"{CHIEF}\nSurrey Police", "Paul Poe", "Chief Constable"),
        (CHIEF.replace("Chief", "Temporary Chief"), "Paul Poe", "Temporary Chief Constable"),
        ("Yours sincerely\n\nPaul Poe, Chief Constable", "Paul Poe", "Chief Constable"),
        (f"As the Police and Crime Commissioner has said, this is welcome.\n\n{CHIEF}", "Paul Poe", "Chief Constable"),
        (f"{CHIEF}\n\nYours sincerely\n\nJane Roe\nPolice and Crime Commissioner for Surrey", "Jane Roe", "Police and Crime Commissioner"),
    ],
)
def test_a_chief_constable_who_alone_signs_wrote_the_letter_and_keeps_the_office(foot: str, name: str, office: str) -> None:
    found = letter(foot=foot, **SURREY)
    assert (found.author.name, found.author.office, found.author.basis, found.author.quote.text) == (name, office, "printed", name)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The force has improved.", "Lisa Townsend"),
        ("As the Police and Crime Commissioner for Surrey, I welcome it.", "Lisa Townsend"),
        ("As the Mayor, I welcome it.", None),
        ("As the Deputy Police and Crime Commissioner, I welcome it.", None),
        ("As the Police, Fire and Crime Commissioner, I welcome it.", None),
        ("As the Chief Constable, I welcome it.", None),
    ],
)
def test_an_author_is_inferred_from_the_office_that_the_letter_shows_and_from_no_other(said: str, name: str | None) -> None:
    found = letter(said, foot="", **SURREY)
    assert (found.author and (found.author.name, found.author.basis)) == (name and (name, "inferred"))


@pytest.mark.parametrize(
    "foot",
    [
        "Lisa Townsend\nPolice and Crime Commissioner for Surrey",
        "Thank you.\n\nLisa Townsend\nPolice and Crime Commissioner for Surrey",
        "- a plan\n- a board\n\nLisa Townsend\nPolice and Crime Commissioner for Surrey\nPO Box 412",
        "Thank you.\n\nLisa Townsend,\nPolice and Crime Commissioner for Surrey.",
        "Thank you.\n\nLisa Townsend, Police and Crime Commissioner for Surrey",
    ],
)
def test_a_name_with_its_office_at_the_end_is_a_signature_without_a_closing(foot: str) -> None:
    author = letter(foot=foot, **SURREY).author
    assert (author.name, author.office, author.basis, author.quote.text) == ("Lisa Townsend", "Police and Crime Commissioner", "printed", "Lisa Townsend")


def test_a_name_in_the_letters_text_is_no_signature() -> None:
    assert letter("I wrote the plan with Lisa Townsend\n\nIt is a good plan for the county.", foot="", **SURREY).author.basis == "inferred"


def test_publication_is_the_prints_before_the_registers_and_says_which() -> None:
    mercia = SUBJECT.replace("Wessex", "West Mercia")
    [registered] = letters("\n\n".join((HEAD.replace("2021", "2020"), mercia, "I am writing in response to the report and I have read it with care.", MERCIA)))
    [printed] = letters("\n\n".join((HEAD.replace("2021", "2020"), mercia, "I am writing in response to the report published in September 2019, and I have read it.", MERCIA)))
    assert [(r.published, r.published_basis) for r in registered.reports] == [("2019-09-27", "registered")]
    assert [(r.published, r.published_basis, r.slug) for r in printed.reports] == [("2019-09", "printed", registered.reports[0].slug)]


def test_a_report_in_no_register_gets_its_slug_from_its_title_year_and_force() -> None:
    [report] = letter(subject="HMICFRS: PEEL: Police legitimacy 2017 - An inspection of Wessex Police").reports
    assert (report.slug, report.forces) == ("legitimacy-2021-wessex", ("wessex",))


def test_the_body_given_on_the_command_line_fills_only_what_the_letter_leaves_open() -> None:
    plain = "\n\n".join((HEAD, "HMICFRS report: Custody under strain", "I am writing about the report and I have asked for a plan.", "Yours sincerely\n\nJane Roe"))
    [silent] = recognise(document(plain), REGISTERS)
    assert resolve(silent, REGISTERS, body="kent").force == "kent"
    assert resolve(replace(silent, force_printed="Wessex"), REGISTERS, body="kent").force == "wessex"
