"""What is said of one letter, under which names, and of which year its findings are (CONTRACT sections 0 and 4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.terms import short_hash
from loaders.letter import Claim, Finding, Judgement, Letter, Party, Report, Response
from loaders.state import letter_iris, state
from loaders.state.named import named
from loaders.state.waiting import waits_for
from loaders.state.years import dated, year_of
from tests.letters_by_hand import REGISTERS, finding, index_of, letter, passage, review

TEXT = "Cells are cold. Cells are cold. Nobody checks the cells. The force asked for heaters in 2015. We were good."
ONE = letter("one.txt", TEXT, "2014-05", "Nobody checks the cells")
COLD = "Cells are cold"


def names(one: Letter) -> list[str]:
    """Slugs of the letter's findings, in order of place."""
    return [found.slug for found in index_of([one]).letters[0].findings]


def report(**more: str | None) -> Report:
    return Report("r1", "Custody visits", ONE.document.quote(0, 5), **more)  # type: ignore[arg-type]


def test_a_letters_name_is_force_date_and_first_report() -> None:
    assert list(letter_iris([ONE]).values()) == [
        "https://peelgraph.example/id/letter/west-mercia-2014-12-01-custody-visits-2014-west-mercia"
    ]
    undated = replace(ONE, date=None, reports=())
    assert next(iter(letter_iris([undated]).values())).endswith("/west-mercia-undated-no-report")


def test_a_force_in_no_register_gives_its_printed_name_to_the_letter_and_no_more_is_invented() -> None:
    wessex = replace(ONE, force="wessex", force_printed="Wessex", author=Party("Jo Bloggs", "Police and Crime Commissioner", "wessex"))
    index = index_of([wessex])
    (found,) = (force for force in index.forces if force.slug == "wessex")
    assert (found.name, found.registered, found.police_uk_id) == ("Wessex", False, None)
    (author,) = (person for person in index.people if person.slug == "jo-bloggs")
    assert (author.registered, [t for t in index.tenures if t.holder is author]) == (False, [])
    assert index.letters[0].author is author
    assert index.letters[0].slug.startswith("wessex-2014-12-01-")


def test_a_findings_name_is_its_letters_and_eight_digits_of_its_words() -> None:
    (name,) = names(ONE)
    assert name == f"west-mercia-2014-12-01-custody-visits-2014-west-mercia-{short_hash('Nobody checks the cells')}"


def test_dates_of_one_report_that_cannot_both_be_true_stand_side_by_side_with_their_places() -> None:
    first, second = (letter(f"{n}.txt", TEXT, f"2014-05-{n}", "Nobody checks the cells") for n in (12, 13))
    made = named([first, second, letter("month.txt", TEXT, "2014-05", "Nobody checks the cells")], REGISTERS)
    said = [line for line in made if "custody-visits-2014-west-mercia" in line and "ublished" in line]
    assert [line for line in said if "#published>" in line and '"2014-05-12"' in line]
    assert [line for line in said if '#value> "2014-05-13"' in line] and not [line for line in said if '#value> "2014-05"' in line]
    assert [line for line in said if '#factSource> "13.txt, characters ' in line]


def test_equal_words_are_numbered_by_place_whatever_the_order_they_were_found_in() -> None:
    first, second = ONE.document.quote(0, 14), ONE.document.quote(16, 30)
    found = tuple(Finding(f"f{i}", "concern", quote, report="r1") for i, quote in enumerate((second, first), 1))
    assert names(replace(ONE, findings=found)) == names(replace(ONE, findings=found[::-1]))
    assert [name.removeprefix(names(replace(ONE, findings=found))[0]) for name in names(replace(ONE, findings=found))] == ["", "-2"]


def test_no_name_changes_because_another_letter_came_in() -> None:
    twin = letter("two.txt", TEXT + " Again.", "2014-05", "Nobody checks the cells")
    alone, together = letter_iris([ONE]), letter_iris([ONE, twin])
    assert alone.items() <= together.items()
    assert sorted(iri.rsplit("/")[-1] for iri in together.values()) == [
        "west-mercia-2014-12-01-custody-visits-2014-west-mercia",
        "west-mercia-2014-12-01-custody-visits-2014-west-mercia-2",
    ]


def test_two_letters_of_one_name_keep_their_findings_apart() -> None:
    twin = letter("two.txt", TEXT + " Again.", "2014-05", "Nobody checks the cells")
    first, second = index_of([ONE, twin]).letters
    assert {f.letter for f in (*first.findings, *second.findings)} == {first, second}


@pytest.mark.parametrize(
    ("of", "stated", "year", "basis"),
    [
        ({"inspected": "2014-11-04/2014-11-14", "published": "2015-05", "published_basis": "printed"}, None, 2014, "inspection_printed"),
        ({"inspected": "2014-11/2015-01", "published": "2015-05", "published_basis": "printed"}, None, 2015, "published_printed"),
        ({"published": "2015-05", "published_basis": "registered"}, 2013, 2015, "published_registered"),
        ({}, 2013, 2013, "stated"),
        ({}, None, None, "unknown"),
    ],
)
def test_the_year_is_the_inspections_then_the_publications_then_the_letters(
    of: dict[str, str], stated: int | None, year: int | None, basis: str
) -> None:
    said = finding(ONE, COLD, year=stated)
    assert year_of(said, report(**of)) == (year, basis)


def test_the_year_in_a_rounds_label_is_no_date() -> None:
    peel = replace(report(), title="PEEL 2015: Police legitimacy")
    assert year_of(finding(ONE, COLD), peel) == (None, "unknown")
    assert dated(finding(ONE, COLD), peel) is None


def test_every_quote_stands_where_it_says_with_both_selectors() -> None:
    lines = sorted(state(ONE, REGISTERS))
    (text,) = (line for line in lines if "/selector/" in line.split()[0] and "#exact> " in line and "Nobody" in line)
    assert text.endswith('"Nobody checks the cells" .')
    assert any("#start>" in line and f'"{TEXT.index("Nobody")}"' in line for line in lines)


def test_a_response_a_judgement_and_a_claim_lead_to_what_they_are_about() -> None:
    earlier = finding(ONE, "The force asked for heaters in 2015", "f2", report=None, year=2013)
    quote = ONE.document.quote(57, 93)
    whole = replace(
        ONE,
        findings=(*ONE.findings, earlier),
        responses=(Response(("f1",), "in_progress", quote, due="2015-12"),),
        judgements=(Judgement("requires improvement", ONE.document.quote(94, 107), "r1", "legitimacy"),),
        claims=(Claim("recurrence", quote, "f1", 2013, "f2"),),
    )
    (found,) = index_of([whole]).letters
    (answer,), (grade,), (claim,) = found.responses, found.judgements, found.claims
    assert ([f.text for f in answer.to], answer.status, answer.due) == (["Nobody checks the cells"], "in_progress", "2015-12")
    assert (grade.grade, grade.pillar, grade.report) == ("requires improvement", "legitimacy", found.reports[0])
    assert (claim.kind, claim.finding and claim.finding.text) == ("recurrence", "Nobody checks the cells")
    (known,) = (f for f in found.findings if f.known_from)
    assert (known.known_from, known.year, known.year_basis) == (claim.id, 2013, "stated")


def claiming() -> Letter:
    """A letter that says that its finding of 2016 was made in 2013."""
    text = "2016: nobody checks the cells, first raised in 2013."
    one = letter("claims.txt", text, "2016-05", "nobody checks the cells")
    earlier = finding(one, "first raised in 2013", "f2", report=None, year=2013)
    return replace(one, findings=(*one.findings, earlier), claims=(Claim("recurrence", one.document.quote(31, 51), "f1", 2013, "f2"),))


def test_a_claim_is_a_letters_link_from_the_finding_known_only_from_its_sentence() -> None:
    (row,) = index_of([claiming()]).recurrences_between(2013, 2016, at_least="letter").rows
    assert (row.evidence, row.relation, row.earlier.text) == ("letter", "repeated", "first raised in 2013")
    assert row.path[0].quote is not None
    assert row.path[0].quote.text == "first raised in 2013"


def test_what_two_letters_say_in_the_same_words_was_found_before_is_one_finding() -> None:
    one = claiming()
    document = replace(one.document, name="copy.txt", sha256="f" * 64, text=one.document.text + " PS.")
    index = index_of([one, replace(one, document=document, end=len(document.text))])
    assert index.recurrences_between(2013, 2016).coverage.findings == 1


def test_a_letters_word_stands_though_a_reader_refuses_it_and_is_related_only_if_readers_say_so() -> None:
    one = claiming()
    pair = (passage(one, "first raised in 2013"), passage(one, "nobody checks the cells"))
    refused = index_of([one], review(*pair, "different"))
    assert [(r.evidence, r.relation, [v.decision for v in r.reviews]) for r in refused.recurrences] == [
        ("letter", "repeated", ["different"])
    ]
    related = index_of([one], review(*pair, "related"))
    assert [(r.evidence, r.relation) for r in related.recurrences] == [("reviewed", "related")]


def test_a_numbered_national_recommendation_that_two_letters_answer_is_one_finding_in_two() -> None:
    national = replace(report(published="2014-05", published_basis="printed"), title="Missing children", scope="national")
    texts = ("Recommendation 16 is under way.", "We are looking at recommendation 16.")
    letters = []
    for number, text in enumerate(texts):
        one = replace(letter(f"n{number}.txt", text, "2014-05"), date=f"2014-0{number + 6}-01", reports=(national,))
        letters.append(replace(one, findings=(finding(one, text[:-1], kind="recommendation", number="16"),)))
    index = index_of(letters)
    first, second = index.findings
    assert (first.same_as, second.same_as) == ([second], [first])
    assert index.recurrences_between(2014, 2019).coverage.findings == 1


def test_numbers_of_two_forces_own_reports_are_two_findings() -> None:
    letters = []
    for force in ("kent", "essex"):
        one = letter(f"{force}.txt", "Recommendation 1 is under way here.", "2014-05", force=force)
        letters.append(replace(one, findings=(finding(one, "Recommendation 1 is under way here", kind="recommendation", number="1"),)))
    assert [f.same_as for f in index_of(letters).findings] == [[], []]


def test_an_answer_waits_for_a_system_that_it_names_as_still_to_come() -> None:
    said = {
        "Athena is due to go live later this year.": ["athena"],
        "Athena has been in use since 2016.": [],
        "The force will evolve.": [],
    }
    assert {words: [iri.rsplit("/", 1)[-1] for iri in waits_for(words, REGISTERS)] for words in said} == said
