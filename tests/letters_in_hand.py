"""Letters of forces that no register knows, made for one test each."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

from knowledge.registers import read_registers
from loaders.letter import Document, Letter, Quote
from loaders.recognise import recognise
from loaders.resolve import resolve

HOUSE = Path(__file__).resolve().parents[1]
REGISTERS = read_registers(HOUSE / "records/registers")
HEAD = """Rt Hon Nora Quill MP
Home Secretary

Cc: HMICFRS

3 June 2021

Dear Home Secretary
"""
SUBJECT = "PEEL: Police effectiveness, efficiency and legitimacy 2018/19 - An inspection of Wessex Police"
FOOT = """Yours sincerely

Jane Roe
Police and Crime Commissioner
Wessex
"""


def document(text: str) -> Document:
    return Document("letter.txt", "0" * 64, "utf-8", text)


def letters(text: str) -> list[Letter]:
    """Recognised and resolved, as `peelgraph read` does it."""
    return [resolve(letter, REGISTERS) for letter in recognise(document(text), REGISTERS)]


def letter(body: str = "", subject: str = SUBJECT, head: str = HEAD, foot: str = FOOT) -> Letter:
    """The one letter with this body."""
    opening = "I am writing in response to the HMICFRS report published on 20 May 2021, and I have considered it with care."
    [only] = letters("\n\n".join(part for part in (head, subject, opening, body, foot) if part))
    return only


def grades(body: str, subject: str = SUBJECT) -> list[tuple[str, str | None, str | None]]:
    """Each grade with what it is for and its report."""
    return [(j.grade, j.question or j.pillar, j.report) for j in letter(body, subject).judgements]


def quotes(value: object) -> list[Quote]:
    """Every quote of a letter, wherever it hangs."""
    if isinstance(value, Quote):
        return [value]
    if isinstance(value, tuple):
        return [quote for part in value for quote in quotes(part)]
    if is_dataclass(value) and not isinstance(value, Document):
        return [quote for part in fields(value) for quote in quotes(getattr(value, part.name))]
    return []
