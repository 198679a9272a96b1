"""What an answer covers, from the records on: a theme registered as not asked, a report read in vain, a finding said twice, and the rest."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from knowledge.index import Index
from knowledge.reviews import Passage, ReviewRow, record
from knowledge.store import MemoryStore
from knowledge.terms import KG, thing
from loaders.load import build_in_memory

HOUSE = Path(__file__).resolve().parent.parent
PAGE = "https://example.org/what-was-inspected-in-2019"
REPORT_2019 = "peel-2018-19-kent"
OLD = """Rt Hon Theresa May MP
Home Secretary

2 December 2014

Dear Home Secretary

PEEL: Police legitimacy 2014 – An inspection of Kent Police

The above report was published on 27 November 2014. HMIC made the following recommendations:

• The force should record the grounds for every stop and search.
• The force should improve the cells of its custody suites.
• The force should vet its staff again after ten years.
• The force should publish the gifts and hospitality of its chief officers.

I have asked for a plan.

Yours sincerely

Ann Barnes
Police and Crime Commissioner for Kent
"""
AGAIN = OLD.replace("2 December", "9 December").replace("• The force should record the grounds for every stop and search.\n", "").split("• The force should vet")[0]
AGAIN += "\nI have asked for a plan.\n\nYours sincerely\n\nAnn Barnes\nPolice and Crime Commissioner for Kent\n"
NEW = """Rt Hon Priti Patel MP
Home Secretary

2 December 2019

Dear Home Secretary

PEEL: Police effectiveness, efficiency and legitimacy 2018/19 – An inspection of Kent Police

The above report was published on 2 May 2019. HMICFRS named these areas for improvement:

• The force should record the grounds for each stop and search.
• The force should answer emergency calls sooner.

I have asked for a plan.

Yours sincerely

Matthew Scott
Police and Crime Commissioner for Kent
"""
TEXTS = {"old.txt": OLD, "again.txt": AGAIN, "new.txt": NEW}


def passage(source: str, words: str) -> Passage:
    start = TEXTS[source].index(words)
    return Passage(source, start, start + len(words), words)


def review(folder: Path, earlier: str, later: Passage | str, decision: str) -> None:
    read = passage("old.txt", earlier)
    record(folder, ReviewRow(read, later, decision, "Read side by side.", "a-reader", "person", "2026-11-20"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    """Three letters of Kent; custody registered as not covered in 2019, of the two themes of gifts only one."""
    folder = tmp_path_factory.mktemp("records")
    shutil.copytree(HOUSE / "records" / "registers", folder / "registers")
    for name in ("letters", "reviews", "corrections"):
        (folder / name).mkdir()
    for name, text in TEXTS.items():
        (folder / "letters" / name).write_text(text, encoding="utf-8")
    with (folder / "registers" / "coverage.tsv").open("a", encoding="utf-8") as rows:
        rows.writelines(f"kent\tcoverage\t{theme}\tnot covered\t2019\t\t{PAGE}\tyes\n" for theme in ("custody", "transparency"))
    review(folder / "reviews", "record the grounds for every stop and search", passage("new.txt", "record the grounds for each stop and search"), "repeated")
    review(folder / "reviews", "vet its staff again after ten years", REPORT_2019, "none")
    return build_in_memory(folder)


@cache
def index_of(store: MemoryStore) -> Index:
    return Index.of(store)


def texts(group: list[list[object]]) -> list[list[str]]:
    return [sorted({finding.text.rstrip(".") for finding in findings}) for findings in group]


def test_each_finding_of_the_year_stands_in_one_of_four_parts_and_a_finding_said_twice_counts_once(store: MemoryStore) -> None:
    covered = index_of(store).recurrences_between(2014, 2019).coverage
    assert (covered.findings, covered.recurring, covered.not_asked, covered.not_repeated, covered.unreviewed) == (4, 1, 1, 1, 1)
    assert {part: texts(group) for part, group in covered.groups.items()} == {
        "recurring": [["The force should record the grounds for every stop and search"]],
        "not_asked": [["The force should improve the cells of its custody suites"]],
        "not_repeated": [["The force should vet its staff again after ten years"]],
        "unreviewed": [["The force should publish the gifts and hospitality of its chief officers"]],
    }
    assert [len(findings) for findings in covered.groups["not_asked"]] == [2]


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        ({"theme": "custody"}, (1, 0, 1, 0, 0)),
        ({"force": "west-mercia"}, (0, 0, 0, 0, 0)),
        ({"kind": ["recommendation"]}, (4, 1, 1, 1, 1)),
        ({"kind": ["cause_of_concern"]}, (0, 0, 0, 0, 0)),
        ({"at_least": "letter"}, (4, 0, 1, 1, 2)),
    ],
)
def test_the_parts_add_up_under_the_conditions_of_the_question(store: MemoryStore, asked: dict, parts: tuple[int, ...]) -> None:
    covered = index_of(store).recurrences_between(2014, 2019, **asked).coverage
    assert (covered.findings, covered.recurring, covered.not_asked, covered.not_repeated, covered.unreviewed) == parts
    assert covered.findings == covered.recurring + covered.not_asked + covered.not_repeated + covered.unreviewed


def test_a_year_without_a_registered_fact_is_not_called_not_asked(store: MemoryStore) -> None:
    assert index_of(store).recurrences_between(2014, 2018).coverage.not_asked == 0


def test_the_fact_stands_in_the_graph_with_the_address_of_its_page(store: MemoryStore) -> None:
    facts = [t.subject.value for t in store.triples(None, KG + "value") if t.object.value == "not covered"]
    said = {(t.predicate.value.removeprefix(KG), t.object.value) for fact in facts for t in store.triples(fact)}
    assert {("factSource", PAGE), ("property", "custody"), ("subject", thing("force", "kent")), ("from", "2019"), ("confirmed", "true")} <= said
