"""What the registers hold, whom and what they recognise, and what they refuse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.dates import interval
from knowledge.registers import RegisterError, Registers, read_registers
from knowledge.terms import BASE

RECORDS = Path(__file__).resolve().parent.parent / "records"


@pytest.fixture(scope="module")
def registers() -> Registers:
    return read_registers(RECORDS / "registers")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the registers that a test may break."""
    return Path(shutil.copytree(RECORDS / "registers", tmp_path / "registers"))


def add(folder: Path, file: str, *cells: str) -> int:
    """Append a row; the number of its line."""
    path = folder / f"{file}.tsv"
    text = path.read_text(encoding="utf-8") + "\t".join(cells) + "\n"
    path.write_text(text, encoding="utf-8")
    return text.count("\n")


def refusal(folder: Path) -> str:
    with pytest.raises(RegisterError) as refused:
        read_registers(folder)
    return str(refused.value)


# What they hold


def test_there_are_43_forces_each_with_its_police_uk_id_and_its_ons_code(registers: Registers) -> None:
    assert len({force.police_uk_id for force in registers.forces}) == len({force.ons_code for force in registers.forces}) == 43
    assert registers.force("west-mercia").ons_code == "E23000016"
    assert registers.force("dyfed-powys").ons_code == "W15000004"


def test_nothing_is_confirmed_that_no_page_states(registers: Registers) -> None:
    assert {fact.property for fact in registers.facts if fact.source == "no page found" and not fact.confirmed} >= {"area", "published"}
    assert [fact for fact in registers.facts if fact.source == "no page found" and fact.confirmed] == []
    assert ("kevin-hurley", "name", False) in {(fact.subject, fact.property, fact.confirmed) for fact in registers.facts}


def test_one_inspectorate_has_two_dated_names(registers: Registers) -> None:
    assert [(name.name, name.start, name.end) for name in registers.inspectorate.names] == [
        ("HMIC", "1856-07-21", "2017-07"),
        ("HMICFRS", "2017-07", ".."),
    ]


def test_every_kind_of_local_policing_body_is_there(registers: Registers) -> None:
    assert {body.kind for body in registers.bodies} == {"pcc", "pfcc", "mayor", "mopac", "common-council", "police-authority"}
    assert {body.force for body in registers.bodies} == {force.slug for force in registers.forces}


def test_the_alliance_has_no_one_start_but_dated_events(registers: Registers) -> None:
    alliance = registers.alliances[0]
    events = {(event.kind, event.on) for event in alliance.events}
    assert {("notice", "2018-10-09"), ("direction", "2019-10-08/2019-10-09"), ("formal-end", "2020-04")} <= events
    assert {event.on for event in alliance.events if event.kind == "planned-last-day"} == {"2019-10-08", "2019-10-09"}


def test_a_report_whose_day_is_not_confirmed_has_its_month_and_the_day_as_an_unconfirmed_fact(registers: Registers) -> None:
    report = registers.report("crime-inspection-2014-west-mercia")
    assert (report.published, report.published_confirmed) == ("2014-11", True)
    days = [(f.value, f.confirmed) for f in registers.facts if f.subject == report.slug and f.property == "published"]
    assert days == [("2014-11-27", False)]


def test_the_shipped_letters_are_the_files_that_sources_tsv_says() -> None:
    from hashlib import sha256

    folder = RECORDS / "letters" / "west-mercia"
    rows = [line.split("\t") for line in (folder / "sources.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    assert [(row[0], row[1], row[3]) for row in rows] == [
        (path.name, sha256(path.read_bytes()).hexdigest(), "unknown") for path in sorted(folder.glob("*.txt"))
    ]
    assert len(rows) == 5


# Whom they recognise


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("West Mercia Police", "west-mercia"),
        ("the West Mercia force", "west-mercia"),
        ("West Mercia Constabulary", "west-mercia"),
        ("West Merica Police", "west-mercia"),
        ("Avon & Somerset Constabulary", "avon-and-somerset"),
        ("Dyfed Powys Police", "dyfed-powys"),
        ("Metropolitan Police", "metropolitan"),
        ("Wessex Police", None),
        ("North Mercia Police", None),
        ("Herefordshire", None),
    ],
)
def test_a_force_is_known_by_any_of_its_names_and_by_one_slip_of_the_pen(registers: Registers, printed: str, slug: str | None) -> None:
    found = registers.force_by_name(printed)
    assert (found and found.slug) == slug


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Rt Hon Amber Rudd MP", "amber-rudd"),
        ("John Champion", "john-campion"),
        ("John-Paul Campion", "john-campion"),
        ("HMI D Sharpling", "dru-sharpling"),
        ("Jane Campion", None),
        ("Andy Barker", None),
        ("Ron Bell", None),
    ],
)
def test_a_person_is_known_without_titles_and_by_one_slip_in_a_long_name(registers: Registers, printed: str, slug: str | None) -> None:
    found = registers.person_by_name(printed)
    assert (found and found.slug) == slug


@pytest.mark.parametrize(
    ("office", "force", "on", "person"),
    [
        ("home-secretary", None, "2015-10", "theresa-may"),
        ("home-secretary", None, "2018-04-30", "sajid-javid"),
        ("home-secretary", None, "2022-10-26", "suella-braverman"),
        ("home-secretary", None, "2016-07-13", None),
        ("home-secretary", None, "2016", None),
        ("pcc", "west-mercia", "2016-05-11", "bill-longmore"),
        ("pcc", "west-mercia", "2016-05", None),
        ("pcc", "west-mercia", "2012-11-21", None),
        ("pcc", "wessex", "2016-05-11", None),
        ("chief-constable", "west-mercia", "2014-10-02", None),
    ],
)
def test_a_holder_is_named_only_where_the_whole_date_agrees_on_one(
    registers: Registers, office: str, force: str | None, on: str, person: str | None
) -> None:
    term = registers.holder(office, force, on)
    assert (term and term.person) == person


def test_braverman_has_two_terms_and_they_are_two(registers: Registers) -> None:
    terms = [(t.start, t.end) for t in registers.terms("home-secretary") if t.person == "suella-braverman"]
    assert terms == [("2022-09-06", "2022-10-19"), ("2022-10-25", "2023-11-13")]


def test_greater_manchester_has_a_commissioner_and_then_a_mayor(registers: Registers) -> None:
    kinds = {year: [row.kind for row in registers.bodies if row.force == "greater-manchester" and row.may_hold(year)] for year in ("2016", "2018")}
    assert kinds == {"2016": ["pcc"], "2018": ["mayor"]}


def test_the_alliance_joins_its_members_while_it_ran_and_nobody_else(registers: Registers) -> None:
    assert registers.alliance_on("west-mercia", "warwickshire", "2015-10").slug == "warwickshire-west-mercia"
    assert registers.alliance_on("warwickshire", "west-mercia", "2021") is None
    assert registers.alliance_on("west-mercia", "kent", "2015-10") is None


# Which report is meant


@pytest.mark.parametrize(
    ("title", "published", "force", "letter", "slug"),
    [
        ("CRIME RECORDING: MAKING THE VICTIMS COUNT", "2014-11", "west-mercia", "2015-02-24", "making-the-victim-count-2014"),
        ("Stop and search powers2", None, "west-mercia", "2015-10", "stop-and-search-powers-2-2015"),
        ("An inspection into undercover policing", "2014-10", "west-mercia", "2015-02-24", "undercover-policing-2014"),
        ("Targeting the risk", None, "kent", "2015-11-01", "targeting-the-risk-2015"),
        ("CORE BUSINESS INSPECTION REPORT", None, "west-mercia", "2014-10-02", "core-business-2014"),
        ("PEEL: Police Legitimacy 2017", "2017-12", "west-mercia", "2018-02-20", "legitimacy-2017-west-mercia"),
        ("PEEL: Police legitimacy 2017", "2017-12", "warwickshire", "2018-02-01", "legitimacy-2017-warwickshire"),
        ("PEEL: Police effectiveness 2015", None, "west-mercia", "2016-03-10", "effectiveness-2015-west-mercia"),
        ("PEEL: Police effectiveness 2015 (vulnerability)", None, "west-mercia", "2016-03-10", "vulnerability-2015-west-mercia"),
    ],
)
def test_a_report_is_known_by_a_title_that_is_not_quite_its_own(
    registers: Registers, title: str, published: str | None, force: str, letter: str, slug: str
) -> None:
    assert registers.report_match(title, published, force, letter).slug == slug


@pytest.mark.parametrize(
    ("why", "title", "published", "force", "letter"),
    [
        ("published after the letter", "PEEL: Police legitimacy 2015", None, "west-mercia", "2016-02-01"),
        ("another month is printed", "PEEL: Police legitimacy 2017", "2017-11", "west-mercia", "2018-02-20"),
        ("another force's own report", "Crime inspection 2014", None, "kent", "2015-03-30"),
        ("another round", "PEEL: Police efficiency 2016", None, "west-mercia", "2018-01-12"),
        (
            "an earlier report of a series",
            "Stop and search powers: are the police using them effectively and fairly?",
            None,
            "kent",
            "2015-05",
        ),
        ("years before the letter", "Core business", None, "west-mercia", "2023-01-05"),
        ("no date at all", "Core business: An inspection of crime prevention", None, "west-mercia", None),
        ("words that every report has", "An inspection of police forces in England and Wales", None, "west-mercia", "2015-10"),
    ],
)
def test_a_report_is_not_known_by_its_title_alone(
    registers: Registers, why: str, title: str, published: str | None, force: str, letter: str | None
) -> None:
    assert registers.report_match(title, published, force, letter) is None, why


def test_of_two_reports_with_one_title_the_letter_s_scope_chooses(registers: Registers) -> None:
    title = "Witness for the prosecution: Identifying victim and witness vulnerability in criminal case files"
    found = [registers.report_match(title, "2015-11", "west-mercia", "2015-12", scope).slug for scope in (None, "force")]
    assert found == ["witness-for-the-prosecution-2015", "witness-for-the-prosecution-2015-west-mercia"]


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("peel-2017", "peel-2018-19", True),
        ("peel-2018-19", "peel-2021-22", False),
        ("peel-2021-22", "peel-2023-25", False),
        ("peel-2014", "peel-2015", None),
        ("peel-2017", None, None),
    ],
)
def test_rounds_are_compared_only_where_the_inspectorate_says_so(registers: Registers, a: str, b: str | None, answer: bool | None) -> None:
    assert registers.comparable(a, b) is registers.comparable(b, a) is answer


def test_no_fact_says_that_a_theme_was_not_covered(registers: Registers) -> None:
    assert registers.coverage == ()
    assert registers.covered("west-mercia", 2019, "stop-and-search") is None


def test_a_row_of_coverage_says_of_which_year_and_theme(folder: Path) -> None:
    add(folder, "coverage", "west-mercia", "coverage", "custody", "not covered", "2016", "", "a page", "yes")
    registers = read_registers(folder)
    assert registers.covered("west-mercia", 2016, "custody").value == "not covered"
    assert registers.covered("west-mercia", 2017, "custody") is None


# What they say


def test_the_statements_have_no_blank_nodes_and_are_the_same_twice(registers: Registers) -> None:
    text = registers.triples().text()
    assert "_:" not in text
    assert text == registers.triples().text()


def test_a_term_with_an_unconfirmed_end_is_not_stated_as_confirmed(registers: Registers) -> None:
    lines = set(registers.triples())
    confirmed = '<{0}id/tenure/{1}> <{0}ontology#confirmed> "{2}"^^<http://www.w3.org/2001/XMLSchema#boolean> .'
    assert confirmed.format(BASE, "amber-rudd-home-secretary-2016-07-13", "false") in lines
    assert confirmed.format(BASE, "theresa-may-home-secretary-2010-05-12", "true") in lines


# What they refuse


def test_a_row_whose_end_is_before_its_start_is_refused_with_its_line(folder: Path) -> None:
    line = add(folder, "tenures", "ron-ball", "tenure", "holds", "pcc-surrey", "2016-05-12", "2012-11-22", "a page", "yes")
    said = refusal(folder)
    assert said.startswith(f"tenures.tsv, line {line}: ")
    assert "The end '2012-11-22' is before the start '2016-05-12'. Exchange them or mend the year." in said


def test_two_tenures_may_share_the_day_of_handover(folder: Path) -> None:
    add(folder, "tenures", "ron-ball", "tenure", "holds", "pcc-surrey", "2009-01-01", "2012-01-01", "a page", "yes")
    add(folder, "tenures", "david-shaw", "tenure", "holds", "pcc-surrey", "2006-01-01", "2009-01-01", "a page", "yes")
    assert len(read_registers(folder).terms("pcc-surrey")) == 5


def test_two_tenures_that_share_a_second_day_are_refused(folder: Path) -> None:
    add(folder, "tenures", "david-shaw", "tenure", "holds", "pcc-surrey", "2006-01-01", "2009-01-02", "a page", "yes")
    line = add(folder, "tenures", "ron-ball", "tenure", "holds", "pcc-surrey", "2009-01-01", "2012-01-01", "a page", "yes")
    said = refusal(folder)
    assert said.startswith(f"tenures.tsv, line {line}: ")
    assert "'david-shaw' and 'ron-ball' both hold 'pcc-surrey' for more than the day of handover" in said
    assert said.endswith("End the earlier term where the later begins.")


def test_a_successor_of_one_who_is_still_in_office_is_refused(folder: Path) -> None:
    add(folder, "tenures", "ron-ball", "tenure", "holds", "pcc-west-mercia", "2024-05-09", "..", "a page", "yes")
    assert "'john-campion' and 'ron-ball' both hold 'pcc-west-mercia'" in refusal(folder)


@pytest.mark.parametrize(
    ("file", "cells", "sentence"),
    [
        ("people", ("x",), "The row has 1 columns, not 8."),
        ("people", ("A B", "person", "name", "A B", "", "", "a page", "yes"), "'A B' is not a slug."),
        (
            "people",
            ("a-b", "person", "nam", "A B", "", "", "a page", "yes"),
            "There is no property 'nam' of a person. Did you mean 'name'?",
        ),
        ("people", ("a-b", "persona", "name", "A B", "", "", "a page", "yes"), "There is no kind 'persona' in this file. Write 'person'."),
        ("people", ("a-b", "person", "name", "", "", "", "a page", "yes"), "'a-b' has a row without value."),
        ("people", ("a-b", "person", "name", "A B", "", "", "", "yes"), "No source is given for 'A B'."),
        ("people", ("a-b", "person", "name", "A B", "", "", "a page", "maybe"), "'maybe' does not say whether the fact is confirmed."),
        ("people", ("a-b", "person", "name", "A B", "", "", "no page found", "yes"), "'A B' is confirmed, but no page was found that states it."),
        ("people", ("a-b", "person", "alias", "A B", "", "", "a page", "yes"), "'a-b' has no name. Add a row with the property 'name'."),
        (
            "tenures",
            ("ron-bal", "tenure", "holds", "pcc-kent", "", "", "a page", "yes"),
            "'ron-bal' is not in people.tsv. Did you mean 'ron-ball'?",
        ),
        ("tenures", ("ron-ball", "tenure", "holds", "pcc-kent", "2012-13", "", "a page", "yes"), "'2012-13' in column 'from' is no date"),
        (
            "tenures",
            ("ron-ball", "tenure", "holds", "pcc-kent", "2015/2014", "", "a page", "yes"),
            "The interval '2015/2014' ends before it starts.",
        ),
        ("bodies", ("pcc-x", "body", "oversees", "wessex", "", "", "a page", "yes"), "'wessex' is not in forces.tsv."),
        ("coverage", ("kent", "coverage", "custard", "not covered", "2016", "", "a page", "yes"), "There is no theme 'custard'."),
        ("coverage", ("kent", "coverage", "custody", "no", "2016", "", "a page", "yes"), "Write 'covered' or 'not covered', and a year"),
        ("grades", ("kent", "grade", "peel-2031/legitimacy", "good", "", "", "a page", "yes"), "'peel-2031' is not in rounds.tsv."),
        ("reports", ("kent-x", "report", "title", "X", "", "", "a page", "yes"), "'kent-x' has no scope."),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_file_line_and_fix(
    folder: Path, file: str, cells: tuple[str, ...], sentence: str
) -> None:
    line = add(folder, file, *cells)
    said = refusal(folder)
    assert said.startswith(f"{file}.tsv, line {line}: ")
    assert sentence in said


def test_the_same_row_twice_is_refused(folder: Path) -> None:
    row = ("theresa-may", "tenure", "holds", "home-secretary", "2010-05-12", "2016-07-13", "another page", "yes")
    add(folder, "tenures", *row)
    assert "The row says the same as line 2." in refusal(folder)


def test_a_file_without_its_first_line_is_refused(folder: Path) -> None:
    (folder / "systems.tsv").write_text("athena\tsystem\tname\tAthena\t\t\ta page\tyes\n", encoding="utf-8")
    assert refusal(folder).startswith("systems.tsv, line 1: The first line is not 'subject kind property value from to source confirmed'")


def test_a_register_that_is_not_there_is_named(folder: Path) -> None:
    (folder / "rules.tsv").unlink()
    assert "The register 'rules' is not in" in refusal(folder)


# Dates


@pytest.mark.parametrize("text", ["2020-06-31", "2019-02-29", "2020-13", "2020-00", "2020-05-00", "0000", "2014/2020-06-31", "soon"])
def test_what_is_not_in_the_calendar_is_not_a_date_and_the_sentence_says_so(text: str) -> None:
    with pytest.raises(ValueError, match=rf"^'{text.rpartition('/')[2]}' is not a date\. Write 2014, 2014-10 or 2014-10-02\.$"):
        interval(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2020-02-29", "2020-02-29", "2020-02-29"), ("2020-06", "2020-06-01", "2020-06-30"), ("2014", "2014-01-01", "2014-12-31"), ("2014/..", "2014-01-01", "None")],
)
def test_a_date_is_its_first_day_to_its_last(text: str, first: str, last: str) -> None:
    assert tuple(map(str, interval(text))) == (first, last)
