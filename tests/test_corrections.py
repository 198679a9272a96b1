"""Corrections by hand: what a row may say, and what it does to its letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.corrections import CorrectionError, correct, read_corrections, unused
from loaders.extract import words_digest
from tests.letters_in_hand import letter

COLUMNS = ("letter", "what", "start", "end", "do", "value", "reason", "by", "on")
FOUND = letter("The report found that the force does not record every crime. A policy has been written.")
QUOTE = FOUND.findings[0].quote
PLACE = (QUOTE.start - FOUND.start, QUOTE.end - FOUND.start)


def rows(folder: Path, what: str, do: str, value: object = None, place: tuple[int, int] | tuple[()] = (), on: str = "2025-01-02") -> list:
    """The corrections of a folder with this one row."""
    said = "" if value is None else value if isinstance(value, str) and value[:1] == "!" else json.dumps(value)
    start, end = place or ("", "")
    row = (words_digest(FOUND), what, str(start), str(end), do, said.lstrip("!"), "misread", "a reader", on)
    (folder / "by-hand.tsv").write_text("\n".join("\t".join(cells) for cells in (COLUMNS, row)) + "\n", encoding="utf-8")
    return read_corrections(folder)


@pytest.mark.parametrize(
    ("what", "do", "value", "becomes"),
    [
        ("date", "set", "2021-07", "2021-07"),
        ("date", "drop", None, None),
        ("force", "set", "west-mercia", "west-mercia"),
        ("reference", "drop", None, None),
    ],
)
def test_a_field_is_set_to_its_value_and_dropped_to_none(tmp_path: Path, what: str, do: str, value: object, becomes: str | None) -> None:
    corrected = correct(FOUND, rows(tmp_path, what, do, value))
    assert (getattr(corrected, what), corrected.corrections) == (becomes, ("by-hand-2",))


def test_a_party_is_corrected_by_its_parts_and_dropped_as_a_whole(tmp_path: Path) -> None:
    assert correct(FOUND, rows(tmp_path, "author.name", "set", "Jane Rowe")).author.name == "Jane Rowe"
    assert correct(FOUND, rows(tmp_path, "author.office", "drop")).author.office is None
    assert correct(FOUND, rows(tmp_path, "author", "drop")).author is None


def test_a_thing_of_a_list_is_set_added_and_dropped_by_its_quote(tmp_path: Path) -> None:
    [changed] = correct(FOUND, rows(tmp_path, "finding", "set", {"kind": "recommendation", "number": "4", "themes": ["custody"]}, PLACE)).findings
    assert (changed.kind, changed.number, changed.themes, changed.quote) == ("recommendation", "4", ("custody",), QUOTE)
    [moved] = correct(FOUND, rows(tmp_path, "finding", "set", {"quote": [PLACE[0], PLACE[0] + 9]}, PLACE)).findings
    assert moved.quote.text == QUOTE.text[:9]
    assert len(correct(FOUND, rows(tmp_path, "judgement", "add", {"grade": "good"}, PLACE)).judgements) == len(FOUND.judgements) + 1
    assert correct(FOUND, rows(tmp_path, "finding", "drop", None, PLACE)).findings == ()


@pytest.mark.parametrize(
    ("what", "do", "value", "place", "says"),
    [
        ("author.nmae", "set", "Jane Roe", (), "'author.nmae' is not known. After the dot stands one of name, office, force, basis."),
        ("author.quote", "set", "Jane Roe", (), "'author.quote' is not known."),
        ("author.name", "drop", None, (), "author.name cannot be dropped."),
        ("author", "add", "Jane Roe", (), "'add author' is not a correction."),
        ("date.day", "set", "2021", (), "'date.day' has no parts. Write date."),
        ("date", "add", "2021", (), "'add date' is not a correction."),
        ("date", "set", "2021-06-31", (), "'2021-06-31' is not a date."),
        ("date", "set", "2021/2022", (), "'2021/2022' is not a date."),
        ("date", "set", "..", (), "'..' is not a date."),
        ("date", "set", None, (), "the value of date is a text in JSON"),
        ("date", "set", 2021, (), "the value of date is a text in JSON"),
        ("force", "set", {"slug": "kent"}, (), "the value of force is a text in JSON"),
        ("finding.kind", "set", "recommendation", PLACE, "'finding.kind' is not known."),
        ("finding", "set", "recommendation", PLACE, "the value of a finding is a JSON object"),
        ("finding", "set", ["recommendation"], PLACE, "the value of a finding is a JSON object"),
        ("finding", "set", None, PLACE, "the value of a finding is a JSON object"),
        ("finding", "set", {"knid": "concern"}, PLACE, "a finding has no 'knid' to set."),
        ("finding", "set", {"kind": 4}, PLACE, "'kind' cannot be 4."),
        ("finding", "set", {"themes": "custody"}, PLACE, "'themes' cannot be \"custody\"."),
        ("finding", "set", {"year": True}, PLACE, "'year' cannot be true."),
        ("finding", "set", {"quote": [9, 4]}, PLACE, "'quote' cannot be [9, 4]."),
        ("finding", "set", {"kind": "concern"}, (), "start and end must say where"),
        ("finding", "drop", None, (), "start and end must say where"),
        ("finding", "add", {"number": "4"}, PLACE, "an added finding needs 'kind'."),
        ("finding", "add", {"kind": "concern", "quote": [1, 2]}, PLACE, "a finding has no 'quote' to add."),
        ("response", "set", {"due": "2020-02-30"}, PLACE, "'2020-02-30' is not a date."),
        ("report", "set", {"published": "soon"}, PLACE, "'soon' is not a date."),
        ("letter", "set", "x", (), "'set letter' is not a correction."),
        ("date", "set", "!{", (), "Start and end are whole numbers, the value is JSON."),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_where_it_stands(
    tmp_path: Path, what: str, do: str, value: object, place: tuple[int, int] | tuple[()], says: str
) -> None:
    with pytest.raises(CorrectionError) as refused:
        rows(tmp_path, what, do, value, place)
    assert str(refused.value).startswith("by-hand-2: ")
    assert says in str(refused.value)


def test_the_day_of_a_correction_is_a_date(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match=r"^by-hand-2: '2025-13' is not a date"):
        rows(tmp_path, "force", "set", "kent", on="2025-13")


def test_a_row_with_too_many_columns_is_refused(tmp_path: Path) -> None:
    rows(tmp_path, "force", "set", "kent")
    path = tmp_path / "by-hand.tsv"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\tmore\n", encoding="utf-8")
    with pytest.raises(CorrectionError, match=r"^by-hand-2: the row has more than 9 columns"):
        read_corrections(tmp_path)


@pytest.mark.parametrize("value", [{"kind": "concern"}, {"quote": [5, 999_999]}])
def test_a_place_that_the_letter_has_not_is_refused(tmp_path: Path, value: dict) -> None:
    place = PLACE if "quote" in value else (PLACE[0], 999_999)
    with pytest.raises(CorrectionError, match=r"^by-hand-2: .* lies beyond the letter's end"):
        correct(FOUND, rows(tmp_path, "finding", "set", value, place))


def test_a_correction_of_other_words_changes_nothing_and_is_unused(tmp_path: Path) -> None:
    other = letter("The force is pleased.")
    made = rows(tmp_path, "force", "set", "kent")
    assert correct(other, made) == other
    assert [correction.slug for correction in unused([other], made)] == ["by-hand-2"]
