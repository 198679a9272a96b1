"""Releases: the same records give the same bytes; killed anywhere, the old release serves; what is refused leaves nothing behind."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from knowledge.generations import Folder
from knowledge.index import Index
from knowledge.store import Store, StoreError
from loaders import load
from loaders.read import Refused

pytestmark = pytest.mark.slow
HOUSE = Path(__file__).resolve().parent.parent
LETTER = """Rt Hon Priti Patel MP
Home Secretary
2 Marsham Street
London SW1P 4DF

12 March 2020

Dear Home Secretary

HMICFRS report: PEEL: Police effectiveness, efficiency and legitimacy 2018/19 - An inspection of {force} Police

I am writing in response to the above report, published on 7 February 2020.

The report also found that the force needs to do more to make sure that victims are told what happens to their case. I am assured that a portal is being built.

Yours sincerely

Jane Smith
Police and Crime Commissioner for {force}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the shipped records."""
    where = tmp_path_factory.mktemp("store")
    load.build(where=str(where))
    return where


@pytest.fixture
def whole(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(built, tmp_path / "store"))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records of one letter with the registers: what is added to them is added as to all, and sooner."""
    folder = tmp_path_factory.mktemp("few")
    shutil.copytree(HOUSE / "records" / "registers", folder / "registers")
    for name in ("letters", "reviews", "corrections"):
        (folder / name).mkdir()
    shutil.copy(min((HOUSE / "records" / "letters" / "west-mercia").glob("*.txt")), folder / "letters")
    return folder


@pytest.fixture(scope="module")
def held(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of those."""
    where = tmp_path_factory.mktemp("held")
    load.build(few, str(where))
    return where


@pytest.fixture
def store(held: Path, tmp_path: Path) -> Path:
    """A copy of that one."""
    return Path(shutil.copytree(held, tmp_path / "store"))


def letter(folder: Path, force: str = "Wessex") -> Path:
    path = folder / f"{force.lower()}.txt"
    path.write_text(LETTER.format(force=force), encoding="utf-8")
    return path


def release(where: Path) -> str:
    return Store.open(str(where)).manifest.digest


def test_the_shipped_letters_are_twenty_eight_of_two_commissioners(built: Path) -> None:
    rows = Store.open(str(built)).select((HOUSE / "queries" / "letters_by_commissioner.rq").read_text(encoding="utf-8"))
    assert len({row["letter"] for row in rows}) == 28
    assert {row["authorName"] for row in rows} == {"Bill Longmore", "John Campion"}


def test_a_build_counts_what_the_graph_holds_not_only_what_rules_read(built: Path) -> None:
    store = Store.open(str(built))
    index = Index.of(store)
    assert store.manifest.counts == {name: len(getattr(index, name)) for name in ("letters", "findings", "responses")}
    assert [finding for finding in index.findings if finding.quote and finding not in finding.quote.letter.findings] == []


def test_two_builds_give_the_same_digest(built: Path, tmp_path: Path) -> None:
    assert load.build(where=str(tmp_path)).manifest.digest == release(built)


def test_an_unchanged_store_is_not_stale_and_changed_records_make_it_so(built: Path, tmp_path: Path) -> None:
    assert not load.is_stale(where=str(built))
    records = Path(shutil.copytree(HOUSE / "records", tmp_path / "records"))
    (records / "registers" / "people.tsv").open("a", encoding="utf-8").write("\n")
    assert load.is_stale(records, str(built))


def test_a_letter_of_a_force_that_no_register_knows_is_taken_in_and_says_so(store: Path, few: Path, tmp_path: Path) -> None:
    added = load.add([letter(tmp_path)], str(store), records=few)
    assert added.built is not None and added.taken == ["wessex.txt"]
    assert any("ForceShape-registered" in warning for warning in added.built.warnings)


def test_a_letter_that_is_held_already_changes_nothing(store: Path, few: Path, tmp_path: Path) -> None:
    load.add([letter(tmp_path)], str(store), records=few)
    before = release(store)
    again = letter(tmp_path, "Wessex").rename(tmp_path / "other-name.txt")
    assert load.add([again], str(store), records=few).held == ["other-name.txt"]
    assert release(store) == before


def test_what_add_took_in_is_in_every_later_build_of_that_store(store: Path, few: Path, tmp_path: Path) -> None:
    load.add([letter(tmp_path)], str(store), records=few)
    (tmp_path / "wessex.txt").unlink()
    assert "wessex.txt" in load.build(few, str(store)).manifest.sources.values()


def test_of_two_letters_one_of_which_is_refused_none_is_taken_in(store: Path, few: Path, tmp_path: Path) -> None:
    before = release(store)
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match=r"empty\.txt"):
        load.add([letter(tmp_path), tmp_path / "empty.txt"], str(store), records=few)
    assert release(store) == before


def test_what_the_gate_or_a_reader_refuses_leaves_no_file_in_the_store(store: Path, few: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(Refused):
        load.add([letter(tmp_path), tmp_path / "empty.txt"], str(store), records=few)
    assert [p for p in (store / "letters").rglob("*") if p.is_file()] == []


def test_letters_added_later_come_after_those_added_before(store: Path, few: Path, tmp_path: Path) -> None:
    forces = ["Wessex", "Avalon", "Mercia Magna"]
    for force in forces:
        load.add([letter(tmp_path, force)], str(store), records=few)
    added = Store.open(str(store)).manifest.added.values()
    assert [entry["name"] for entry in sorted(added, key=lambda entry: entry["number"])] == [f"{force.lower()}.txt" for force in forces]


def test_two_who_add_at_once_never_lose_a_letter(store: Path, few: Path, tmp_path: Path) -> None:
    with Folder(store).alone(), pytest.raises(StoreError, match="Wait until it has ended"):
        load.add([letter(tmp_path)], str(store), records=few)
    assert load.add([letter(tmp_path)], str(store), records=few).taken == ["wessex.txt"]


def test_a_generation_that_cannot_be_read_does_not_make_a_build_forget_what_was_added(store: Path, few: Path, tmp_path: Path) -> None:
    load.add([letter(tmp_path)], str(store), records=few)
    load.add([letter(tmp_path, "Avalon")], str(store), records=few)
    live = Folder(store).in_service()
    assert live is not None
    (live / "triples" / "CURRENT").write_bytes(b"nonsense")
    assert {"wessex.txt", "avalon.txt"} <= set(load.build(few, str(store)).manifest.sources.values())


def test_a_graph_of_another_base_is_not_answered_from(store: Path) -> None:
    path = next(Folder(store).generations.iterdir()) / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace("https://peelgraph.example/", "https://other.example/"), encoding="utf-8")
    with pytest.raises(StoreError, match="PEELGRAPH_BASE"):
        Store.open(str(store))


def test_the_slugs_of_letters_do_not_change_when_another_letter_comes_in(whole: Path, tmp_path: Path) -> None:
    def slugs() -> set[str]:
        rows = Store.open(str(whole)).select((HOUSE / "queries" / "findings_by_theme.rq").read_text(encoding="utf-8"))
        return {row["finding"] for row in rows}

    before = slugs()
    load.add([letter(tmp_path, "Avalon")], str(whole))
    assert before <= slugs()


def test_a_review_of_text_that_is_not_there_is_refused_by_file_and_line_and_the_others_stand(tmp_path: Path) -> None:
    records = Path(shutil.copytree(HOUSE / "records", tmp_path / "records"))
    path = records / "reviews" / "reviewer-a.tsv"
    lines = path.read_text(encoding="utf-8").split("\n")
    cells = lines[1].split("\t")
    cells[1:4] = ["999990", "999999", "words that stand nowhere"]
    path.write_text("\n".join([lines[0], "\t".join(cells), *lines[2:]]), encoding="utf-8")
    built = load.build(records, str(tmp_path / "store"))
    (refused,) = (remark for remark in built.remarks if "'reviewer-a.tsv', line 2" in remark)
    assert "do not stand at 999990 to 999999" in refused
    reviews = Index.of(Store.open(str(tmp_path / "store"))).reviews
    assert sum(review.reviewer == "reviewer-a" for review in reviews) == len(lines) - 3


def test_records_without_letters_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Pass --records DIR"):
        load.build(tmp_path, str(tmp_path / "store"))


@pytest.mark.parametrize("after", [0.3, 0.9, 1.5, 2.1])
def test_killed_while_it_builds_the_old_release_serves_and_the_next_build_works(whole: Path, tmp_path: Path, after: float) -> None:
    before = release(whole)
    program = f"from pathlib import Path; from loaders.load import add; add([Path({str(letter(tmp_path))!r})], {str(whole)!r})"
    child = subprocess.Popen([sys.executable, "-c", program], cwd=HOUSE)
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    child.wait()
    held = Store.open(str(whole)).manifest
    assert held.digest == before or "wessex.txt" in held.sources.values()
    assert load.add([letter(tmp_path)], str(whole)).taken in (["wessex.txt"], [])
    assert "wessex.txt" in Store.open(str(whole)).manifest.sources.values()
    assert not [p for p in Folder(whole).generations.iterdir() if p.name.startswith(".")]
