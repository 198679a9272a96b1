"""What a visitor's query may not hold: `SERVICE` would make us call an address (SPARQL 1.1 Federated Query), an update would write."""

from __future__ import annotations

import re

__all__ = ["Refused", "check"]

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# Comments, IRIs, strings, variables, prefixed names; what is left that looks like a word is a keyword.
TOKEN = re.compile(
    r"""\#[^\n\r]*
    | <[^<>"{}|^`\\\x00-\x20]*>
    | "{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | [?$]\w+ | @[A-Za-z][A-Za-z0-9-]* | _:[\w.-]*
    | (?:[^\W\d_][\w.-]*)?:(?:[\w.:%-]|\\.)*
    | (?P<word>[A-Za-z_]\w*)
    | .""",
    re.X | re.S,
)
UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"}


class Refused(ValueError):
    """A query that asks for more than reading."""


def _words(query: str) -> set[str]:
    """Bare keywords, upper-case. Code point escapes are undone first, as SPARQL 1.1 section 19.2 has it."""
    plain = ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), query)
    return {match["word"].upper() for text in {query, plain} for match in TOKEN.finditer(text) if match["word"]}


def check(query: str) -> None:
    """Raises `Refused` for `SERVICE` and for updates; anything else is the engine's to parse."""
    words = _words(query)
    if "SERVICE" in words:
        raise Refused("SERVICE is refused: this service never contacts another address. Ask each service by itself and join the answers.")
    if words & UPDATES and not words & {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}:
        raise Refused("Updates are refused: this service is read-only. Send a SELECT, ASK, CONSTRUCT or DESCRIBE query.")
