"""Statements and rows as CSV (RFC 4180): quotes exact, cells guarded for Excel only where that is asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

__all__ = ["guarded", "statements_csv"]


def guarded(cell: Any) -> Any:
    """A cell that a spreadsheet does not take for a formula."""
    return "'" + cell if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def statements_csv(triples: Iterable[ox.Triple]) -> bytes:
    """Five columns: subject, predicate, object, datatype, language."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(("subject", "predicate", "object", "datatype", "language"))
    for triple in triples:
        term = triple.object
        kind = (term.datatype.value, term.language or "") if isinstance(term, ox.Literal) else ("", "")
        writer.writerow((triple.subject.value, triple.predicate.value, term.value, *kind))
    return output.getvalue().encode()
