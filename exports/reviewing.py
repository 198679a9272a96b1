"""The queue of pairs that a reader should judge, as JSON rows or as text with the words around both quotes."""

from __future__ import annotations

import json
from typing import Any

from exports.rows import render
from knowledge.index import Index
from knowledge.recurrence import Suggestion, queue
from knowledge.things import Finding

__all__ = ["listed"]

AROUND = 160
SIDE = ("", "_source", "_start", "_end", "_text")
COLUMNS = ("evidence", "decision", "score", "reasons", *(side + name for side in ("earlier", "later") for name in SIDE))


def _side(finding: Finding) -> dict[str, Any]:
    quote = finding.quote
    return {"id": finding.id, "source": quote.source if quote else None, "start": quote and quote.start, "end": quote and quote.end, "text": finding.text}


def _row(suggestion: Suggestion, everything: bool) -> dict[str, Any]:
    row = {"earlier": _side(suggestion.earlier), "later": _side(suggestion.later), "score": suggestion.score, "reasons": list(suggestion.reasons)}
    return row | {"decision": suggestion.decision, "evidence": suggestion.evidence} if everything else row


def _flat(suggestion: Suggestion) -> dict[str, Any]:
    """A row for a file of its own: whoever meets it there sees that nobody has judged it."""
    sides = {"earlier": _side(suggestion.earlier), "later": _side(suggestion.later)}
    row = {side if name == "id" else f"{side}_{name}": cell for side, cells in sides.items() for name, cell in cells.items()}
    said = {"evidence": suggestion.evidence or "suggested", "decision": suggestion.decision, "score": suggestion.score}
    return row | said | {"reasons": "; ".join(suggestion.reasons)}


def _surroundings(index: Index, finding: Finding) -> str:
    """The quote between ‹ and ›, with what stands around it in its letter."""
    quote = finding.quote
    if quote is None or quote.document is None or quote.letter is None:
        return f"‹{finding.text}›"
    text, first, last = index.text(quote.document), max(quote.letter.start, quote.start - AROUND), min(quote.letter.end, quote.end + AROUND)
    return " ".join(f"{text[first : quote.start]}‹{quote.text}›{text[quote.end : last]}".split())


def _block(index: Index, number: int, total: int, suggestion: Suggestion) -> str:
    said = f", decided: {suggestion.decision} ({suggestion.evidence})" if suggestion.decision else ""
    lines = [f"{number} of {total}: score {suggestion.score:.3f}{said}", f"  why      {'; '.join(suggestion.reasons) or 'no word or concept in common'}"]
    for name, finding in (("earlier", suggestion.earlier), ("later", suggestion.later)):
        lines += [f"  {name:<8} {finding.id}", f"           {finding.year or 'no year'}: {_surroundings(index, finding)}"]
    return "\n".join(lines) + "\n"


def listed(index: Index, format_: str, limit: int | None = None, everything: bool = False) -> str:
    """The queue, best score first; a score orders what a reader reads and proves nothing."""
    rows = queue(index, everything)
    shown = rows[:limit] if limit else rows
    if format_ == "json":
        return json.dumps([_row(row, everything) for row in shown], ensure_ascii=False, indent=1) + "\n"
    if format_ == "csv":
        return render("csv", COLUMNS, [_flat(row) for row in shown])
    blocks = [_block(index, number, len(rows), row) for number, row in enumerate(shown, 1)]
    return "\n".join(blocks) or "Nothing is waiting to be judged.\n"
