"""Names to registers by the dates of tenure; what the letter does not print is inferred and says so."""

from __future__ import annotations

from dataclasses import replace

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
