"""True letters of forces and people that no register knows, in every state that letters come in: all are taken in, with warnings.

The letters of `tests/letters/unknown/` were written for this: no date, two reports, months only, a chief constable's comments, a deputy, an acting
commissioner, a date before its report's, a cause of concern alone, a grade that is not of its year, names with apostrophes, accents and other alphabets.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from knowledge.terms import BASE, report_slug, slug
from loaders import load
from loaders.release import Checked, Letters, Records, checked, quiet

HOUSE = Path(__file__).resolve().parent.parent
FILES = sorted((HOUSE / "tests" / "letters" / "unknown").glob("*.txt"))
NAME = re.compile(re.escape(BASE) + r"id/[a-z-]+/[a-z0-9-]+")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """The shipped registers, and no letters but those that a test reads."""
    folder = tmp_path_factory.mktemp("records")
    shutil.copytree(HOUSE / "records" / "registers", folder / "registers")
    for name in ("letters", "reviews", "corrections"):
        (folder / name).mkdir()
    return Records(folder)


@pytest.fixture(scope="module")
def letters(records: Records) -> Letters:
    return {words: letter for path in FILES for words, letter in records.read(path).items()}


def taken(letters: Letters, records: Records) -> Checked:
    """Past the gate, which refuses with an exception."""
    return checked(letters, records, {}, quiet)


def rules_warned_of(made: Checked) -> set[str]:
    return {result.shape.rsplit("#", 1)[1] for result in made.results}


def names(made: Checked) -> set[str]:
    return set(re.findall(r"^<([^>]+)>", made.ntriples, re.M))


def test_sixteen_letters_at_least_are_tried() -> None:
    assert len(FILES) >= 16


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_letter_that_no_register_knows_is_taken_in_alone_with_warnings(records: Records, path: Path) -> None:
    made = taken(records.read(path), records)
    assert rules_warned_of(made) & {"ForceShape-registered", "PersonShape-registered"}
    assert made.manifest.counts["letters"] >= 1 and made.manifest.warnings == len(made.results) > 0


def test_all_are_taken_in_together_and_every_slug_is_of_plain_letters(records: Records, letters: Letters) -> None:
    made = taken(letters, records)
    assert made.manifest.counts["letters"] == len(letters) == len(FILES) + 1
    assert {"LetterShape-after-report", "CauseOfConcernShape-recommendations", "LetterShape-answers", "PersonShape-registered"} <= rules_warned_of(made)
    assert {name for name in names(made) if not NAME.fullmatch(name)} == set()
    assert f"{BASE}id/force/lyonesse" in names(made) and f"{BASE}id/person/zoe-bronte-angstrom" in names(made)


def test_no_order_of_reading_changes_the_digest(records: Records, letters: Letters) -> None:
    orders = [random.Random(seed).sample(FILES, len(FILES)) for seed in range(3)]
    read = [{words: letter for path in order for words, letter in letters.items() if letter.document.name == path.name} for order in orders]
    assert len({taken(order, records).manifest.digest for order in read}) == 1


def test_nobody_who_is_unknown_has_a_tenure(records: Records, letters: Letters) -> None:
    made = taken(letters, records)
    tenures = [name for name in names(made) if "/id/tenure/" in name]
    assert tenures and not [name for name in tenures if "everdene" in name or "fay" in name]


def test_a_letter_that_does_not_show_whose_it_is_says_so_and_has_no_deadline(records: Records) -> None:
    made = taken(records.read(next(path for path in FILES if "no-force" in path.stem)), records)
    assert "LetterShape-whose" in rules_warned_of(made) and "--body SLUG" in "".join(made.warnings)
    assert not [name for name in names(made) if "/id/deadline/" in name]
    assert [name for name in names(made) if "/id/response/" in name]


@pytest.mark.slow
def test_added_one_by_one_or_together_in_any_order_the_same_letters_make_the_same_graph(records: Records, tmp_path: Path) -> None:
    twins = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path, words in zip(twins, ("A first copy went astray.", "This is a second answer."), strict=True):
        path.write_text(FILES[5].read_text(encoding="utf-8") + f"\n{words}\n", encoding="utf-8")
    digests = set()
    for number, files in enumerate(([*FILES[:3], *twins], [*reversed(twins), *FILES[2::-1]])):
        digests.add(load.add(files, str(tmp_path / f"together{number}"), records=records.folder).built.manifest.digest)
    for path in sorted([*FILES[:3], *twins], key=load._digest):
        last = load.add([path], str(tmp_path / "alone"), records=records.folder).built.manifest.digest
    assert digests == {last}
    assert load.build(records.folder, str(tmp_path / "alone")).manifest.digest == last


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Aoife O’Neill-D'Arcy", "aoife-oneill-darcy"),
        ("Siân Llŷr ap Gruffudd", "sian-llyr-ap-gruffudd"),
        ("Łukasz Øster", "lukasz-oster"),
        ("Ольга Іваненко", "x-17fdb0fd"),
        ("…", "x"),
    ],
)
def test_a_name_in_any_letters_gives_a_slug_of_its_own(name: str, made: str) -> None:
    assert re.fullmatch("[a-z0-9-]+", slug(name))
    assert slug(name) == made
    assert slug("Ольга Іваненко") != slug("Μαρία Παπαδοπούλου")


def test_a_report_whose_title_is_only_its_round_has_a_slug_with_a_word() -> None:
    assert report_slug("PEEL 2023–25: An inspection of Wessex Police", 2024, "wessex") == "peel-2024-wessex"
