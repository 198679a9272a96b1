"""Annotated letters, in the form of `records/examples/letters.yaml`, as the same nouns that reading makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from loaders.evaluate.spans import locate
from loaders.letter import Claim, Count, Document, Finding, Judgement, Letter, Party, Quote, Report, Response

__all__ = ["Annotated", "annotate", "read_examples"]

Row = dict[str, Any]
KINDS = {"afi": "area_for_improvement"}
STATUSES = {"rejected_or_deferred": "declined"}
CLAIMS = {"recurrence_asserted": "recurrence", "dispute": "dispute", "follow_up": "follow_up"}
COUNTED = ("area_for_improvement", "recommendation", "cause_of_concern", "concern")
ACCEPT_KIND = re.compile(r"\b[Aa]ccept (afi|recommendation|cause_of_concern|concern)\b")
ACCEPT_FINDING = re.compile(r"\b[Aa]ccept (?:L\w+-)?(F\d+)\b")
USED = "used while writing"


@dataclass(frozen=True)
class Annotated:
    """One letter as a person read it. `also` are the other kinds, `loose` the findings, that its notes accept."""

    name: str
    role: str
    letter: Letter
    also: dict[str, frozenset[str]]
    loose: dict[Quote, frozenset[str]]


def read_examples(path: Path) -> dict[str, list[Row]]:
    """The annotated letters of each file, in the file's order. Raises `ValueError` for what is no annotation."""
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))["letters"]
        files: dict[str, list[Row]] = {}
        for row in rows:
            files.setdefault(row["file"], []).append(row)
    except OSError as error:
        raise ValueError(f"'{path}' cannot be opened: {error.strerror}.") from error
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError) as error:
        raise ValueError(f"'{path}' is not a list of annotated letters: it needs 'letters', each with a 'file'.") from error
    return files


def annotate(row: Row, document: Document) -> Annotated:
    """The letter that a row of the examples describes, its quotes found in the document."""
    find = _Finder(row, document)
    reports = tuple(_reports(row, find))
    by_title = {report.title: report.id for report in reports}
    letter = Letter(
        document,
        row["start"],
        row["end"],
        date=_text(row.get("date")),
        comments_published=_text(row.get("comments_published")),
        author=_party(row, "author"),
        addressee=_party(row, "addressee"),
        reports=reports,
        judgements=tuple(_judgements(row, find, by_title)),
        counts=tuple(Count(_kind(c["what"]), c["n"], q) for c, q in find.all("stated_counts")),
        findings=tuple(_findings(row, find, by_title)),
        responses=tuple(_responses(find)),
        claims=tuple(Claim(CLAIMS[c["kind"]], q) for c, q in find.all("cross_references") if c["kind"] in CLAIMS),
    )
    return Annotated(row["id"], row.get("role", USED), letter, _also(row), _loose(row, find))


class _Finder:
    """Where the quotes of one annotated letter stand."""

    def __init__(self, row: Row, document: Document) -> None:
        self.row, self.document = row, document

    def all(self, field: str) -> Iterator[tuple[Row, Quote]]:
        """Each entry of a list with its quote; entries that quote nothing are left out."""
        near = self.row["start"]
        for entry in self.row.get(field) or ():
            if entry.get("quote"):
                quote = locate(self.document, entry["quote"], self.row["start"], self.row["end"], near)
                near = quote.start
                yield entry, quote


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _party(row: Row, field: str) -> Party | None:
    """Who is named; a name that is not printed counts as inferred, and may be left out without loss."""
    if row.get(field) is None and row.get(f"{field}_role") is None:
        return None
    basis = "printed" if row.get(f"{field}_printed") else "inferred"
    return Party(row.get(field) or "", row.get(f"{field}_role"), basis=basis)


def _reports(row: Row, find: _Finder) -> Iterator[Report]:
    whole = find.document.quote(row["start"], row["end"])
    for i, report in enumerate(row.get("reports") or (), 1):
        basis = "printed" if report.get("published_printed") else None
        published = _text(report.get("published"))
        yield Report(f"r{i}", report["title"], whole, published, basis, report.get("scope") or "force")


def _judgements(row: Row, find: _Finder, reports: dict[str, str]) -> Iterator[Judgement]:
    for entry, quote in find.all("judgements"):
        report = reports.get(entry.get("report"))
        yield Judgement(entry["grade"], quote, report, entry.get("pillar"), entry.get("question"))


def _findings(row: Row, find: _Finder, reports: dict[str, str]) -> Iterator[Finding]:
    for entry, quote in find.all("findings"):
        yield Finding(
            entry["id"],
            KINDS.get(entry["kind"], entry["kind"]),
            quote,
            number=_text(entry.get("rec_no", entry.get("number"))),
            certainty=entry.get("certainty", "stated"),
            report=reports.get(entry.get("report")),
            parent=entry.get("parent"),
            themes=tuple(entry.get("themes") or ()),
        )


def _responses(find: _Finder) -> Iterator[Response]:
    for entry, quote in find.all("responses"):
        status = STATUSES.get(entry["status"], entry["status"])
        speaker = entry.get("by", "commissioner")
        yield Response(tuple(entry["to"]), status, quote, speaker, _text(entry.get("due")))


def _kind(what: str) -> str:
    """`areas for improvement (section)` counts areas for improvement; areas inspected are `other`."""
    plain = re.sub(r"\bareas\b", "area", what.lower()).replace("causes", "cause").replace(" ", "_")
    return next((kind for kind in COUNTED if kind in plain), "other")


def _also(row: Row) -> dict[str, frozenset[str]]:
    """The other kinds that each finding may be given, by its own note or by a note on the whole letter."""
    whole = _accepted(" ".join(row.get("anomalies") or ()))
    found = row.get("findings") or ()
    return {f["id"]: _accepted(f.get("note") or "") | (whole if f["kind"] == "concern" else frozenset()) for f in found}


def _accepted(note: str) -> frozenset[str]:
    return frozenset(KINDS.get(kind, kind) for kind in ACCEPT_KIND.findall(note))


def _loose(row: Row, find: _Finder) -> dict[Quote, frozenset[str]]:
    """The findings that a response may also be put under."""
    return {
        quote: frozenset(f"{row['id']}-{name}" for name in ACCEPT_FINDING.findall(entry.get("note") or ""))
        for entry, quote in find.all("responses")
    }
