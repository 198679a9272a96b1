"""What `peelgraph read` shows: JSON by CONTRACT section 2, or a summary for people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from knowledge.registers import read_registers
from loaders.corrections import read_corrections
from loaders.extract import as_json, extract
from loaders.read import Refused, read

__all__ = ["documents", "summary"]


def documents(files: Iterable[Path], records: Path, corrected: bool = True) -> list[dict[str, Any]]:
    """One entry a file, in the order given; a file that cannot be read has `refused` with the sentence, the others still stand."""
    registers = read_registers(records / "registers")
    corrections = read_corrections(records / "corrections") if corrected else []
    return [_document(path, registers, corrections) for path in files]


def _document(path: Path, registers: Any, corrections: Any) -> dict[str, Any]:
    try:
        document = read(path)
        return as_json(document, extract(document, registers, None, corrections))
    except Refused as refusal:
        return {"name": path.name, "refused": str(refusal)}


def _party(party: dict[str, Any] | None) -> str:
    return f"{party['name']} ({party['basis']})" if party else "nobody named"


def _letter(letter: dict[str, Any]) -> list[str]:
    lines = [
        f"  Letter of {letter['date'] or 'no date'}, characters {letter['start']}–{letter['end']}: {_party(letter['author'])} to {_party(letter['addressee'])}"
    ]
    lines += [f"    report     {r['title']} ({r['scope']}, published {r['published'] or 'not said'})" for r in letter["reports"]]
    lines += [f"    grade      {j['grade']}: {j['question'] or j['pillar'] or 'overall'}" for j in letter["judgements"]]
    lines += [
        f"    {f['kind'].replace('_', ' ')}  [{f['quote']['start']}–{f['quote']['end']}] {f['quote']['text']!r}" for f in letter["findings"]
    ]
    lines += [
        f"    answer     {r['status'].replace('_', ' ')} to {', '.join(r['to']) or 'the whole'}: {r['quote']['text']!r}"
        for r in letter["responses"]
    ]
    return lines


def summary(found: list[dict[str, Any]]) -> str:
    """Plain lines, every quote whole."""
    lines = []
    for document in found:
        if "refused" in document:
            lines.append(f"{document['name']}: {document['refused']}")
            continue
        lines.append(f"{document['name']}: {len(document['letters'])} letters")
        for letter in document["letters"]:
            lines += _letter(letter)
    return "\n".join(lines)
