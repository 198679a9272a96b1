"""The search phrases of the Bloom perspective: what an analyst types, and the Cypher that answers it with paths."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PARAMETERS", "Parameter", "Phrase", "headline", "phrases"]

# Who is joined to whom is worked out at the build and stands in LED_TO; the picture is that pair's best path and no other.
PAIR = "MATCH (a:Finding {year: $year})-[led:LED_TO {atLeast: 'REVIEWED'}]->(b:Finding {year: $later}) WHERE led.relation <> 'RELATED'"
PATH = " MATCH p = (a)-[:RECURS_AS*1..12]->(b) WHERE [n IN nodes(p) | n.id] = split(led.path, ' ')"
ON = " AND EXISTS { (a)-[:CONCERNS]->(:Force {name: $force}) }"


@dataclass(frozen=True)
class Parameter:
    """How Bloom asks for a value: its type, and where suggestions come from, a property of a label or a query of one column."""

    type: str
    label: str | None = None
    property: str | None = None
    cypher: str | None = None


@dataclass(frozen=True)
class Phrase:
    """`text` with its `$parameters`, and the query."""

    text: str
    cypher: str


PARAMETERS = {
    "year": Parameter("Integer", cypher="MATCH (f:Finding) WHERE f.year IS NOT NULL RETURN DISTINCT f.year ORDER BY f.year"),
    "later": Parameter("Integer", cypher="MATCH (f:Finding) WHERE f.year > $year RETURN DISTINCT f.year ORDER BY f.year"),
    "force": Parameter("String", cypher="MATCH (f:Force)<-[:CONCERNS]-(:Letter) RETURN DISTINCT f.name ORDER BY f.name"),
    "theme": Parameter("String", cypher="MATCH (t:Theme)<-[:ABOUT]-() RETURN DISTINCT t.name ORDER BY t.name"),
    "author": Parameter("String", cypher="MATCH (p:Person)<-[:WRITTEN_BY]-() RETURN DISTINCT p.name ORDER BY p.name"),
    "addressee": Parameter("String", cypher="MATCH (p:Person)<-[:ADDRESSED_TO]-() RETURN DISTINCT p.name ORDER BY p.name"),
    "finding": Parameter("String", cypher="MATCH (f:Finding)-[:RECURS_AS]-() RETURN DISTINCT f.name ORDER BY f.name"),
    "office": Parameter("String", cypher="MATCH (o:Office)<-[:HELD]-() RETURN DISTINCT o.name ORDER BY o.name"),
    "verdict": Parameter("String", cypher="MATCH ()-[d:DUE_FOR]->() RETURN DISTINCT d.verdict ORDER BY d.verdict"),
}
ASKED = (
    Phrase("Findings of $year found again in $later", f"{PAIR}{PATH} RETURN p"),
    Phrase("Findings on $force of $year found again in $later", f"{PAIR}{ON}{PATH} RETURN p"),
    Phrase("What became of $finding", "MATCH p = (:Finding)-[:RECURS_AS*0..12]->(:Finding {name: $finding})-[:RECURS_AS*0..12]->(:Finding) WHERE length(p) > 0 RETURN p"),
    Phrase("Letters and findings about $theme", "MATCH p = (:Theme {name: $theme})<-[:ABOUT]-(:Finding)<-[:QUOTES]-(:Letter) RETURN p"),
    Phrase("Letters by $author and the reports they answer", "MATCH p = (:Person {name: $author})<-[:WRITTEN_BY]-(:Letter)-[:ANSWERS]->(:Report) RETURN p"),
    Phrase("Letters to $addressee", "MATCH p = (:Person {name: $addressee})<-[:ADDRESSED_TO]-(:Letter)-[:WRITTEN_BY]->(:Person) RETURN p"),
    Phrase("Answers to findings of $year", "MATCH p = (:Letter)-[:CONTAINS]->(:Response)-[:RESPONDS_TO]->(:Finding {year: $year}) RETURN p"),
    Phrase("Grades of $force", "MATCH p = (:Report)-[:GIVES]->(:Judgement)-[:CONCERNS]->(:Force {name: $force}) RETURN p"),
    Phrase("Letters whose verdict on the deadline is $verdict", "MATCH p = (:Letter)-[:DUE_FOR {verdict: $verdict}]->(:Report) RETURN p"),
    Phrase("Who judged findings of $year", "MATCH p = (:Finding {year: $year})<-[:OF_EARLIER]-(:Review)-[:OF_LATER]->(:Finding) RETURN p"),
    Phrase("Who held the office $office", "MATCH p = (:Person)-[:HELD]->(:Office {name: $office}) RETURN p"),
)


def headline(year: int, later: int) -> Phrase:
    """The first of all phrases, with nothing to fill in: the scene to begin with."""
    first = ASKED[0]
    values = {"$year": str(year), "$later": str(later)}
    text, cypher = first.text, first.cypher
    for name, value in values.items():
        text, cypher = text.replace(name, value), cypher.replace(name, value)
    return Phrase(text, cypher)


def phrases(years: tuple[int, int] | None) -> tuple[Phrase, ...]:
    """The headline of these years, if there are findings of two years, and what can be asked."""
    return (*([headline(*years)] if years else []), *ASKED)
