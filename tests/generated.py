"""Graphs of any size with known answers: forces with a letter a year, each finding made again a year later or not.

The first force is West Mercia, and what is said of it does not depend on how many letters there are in all.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.lineage import Link, work_out
from knowledge.terms import concept, short_hash, thing
from knowledge.triples import Triples
from knowledge.vocabulary import concepts

__all__ = ["FINDINGS", "YEARS", "finding", "graph", "small_graph"]

YEARS = range(2014, 2020)
FINDINGS = 10
CONCEPT = "<" + thing("concept", "")  # controlled values with their notations; of themes a graph has its own few
THEMES = ("stop-and-search", "vetting", "victims")
KINDS = (
    ("concern", "Concern"),
    ("recommendation", "Recommendation"),
    ("area_for_improvement", "AreaForImprovement"),
    ("cause_of_concern", "CauseOfConcern"),
)
RELATIONS = ("repeated", "repeated", "narrowed", "related")  # of the first four findings of each letter; the rest are not made again


def finding(force: str, year: int, number: int) -> str:
    """The IRI of a finding."""
    return thing("finding", f"{force}-{year}-{number}")


def graph(letters: int) -> str:
    """N-Triples of a graph of about that many letters, whole forces at a time."""
    triples = Triples().update(line for line in concepts() if line.startswith(CONCEPT))
    for theme in THEMES:
        iri = thing("theme", theme)
        triples.a(iri, theme.replace("-", " "), "Theme").say(iri, "skos:definition", f"What is about {theme}.").say(
            iri, "kg:registered", True
        )
    for number in range(max(1, letters // len(YEARS))):
        _force(triples, "west-mercia" if number == 0 else f"force-{number}")
    return triples.text()


def small_graph() -> str:
    """Two forces, twelve letters."""
    return graph(2 * len(YEARS))


def _force(t: Triples, force: str) -> None:
    iri, author = thing("force", force), thing("person", f"commissioner-of-{force}")
    t.a(iri, force, "Force").say(iri, "foaf:name", force.replace("-", " ").title()).say(iri, "kg:registered", True)
    t.a(author, f"Commissioner of {force}", "Person").say(author, "foaf:name", f"Commissioner of {force}").say(
        author, "kg:registered", False
    )
    for year in YEARS:
        _letter(t, force, year)
    links = list(_links(force))
    for link in links:
        _recurrence(t, link)
    for row in work_out(links):
        slug = f"{row.at_least}-{short_hash(row.earlier + ' ' + row.later, 16)}"
        lineage = thing("lineage", slug)
        t.a(lineage, "A pair", "Lineage").link(lineage, "kg:earlier", row.earlier).link(lineage, "kg:later", row.later)
        t.word(lineage, "kg:relation", "relation", row.relation).word(lineage, "kg:evidence", "evidence", row.evidence)
        t.word(lineage, "kg:atLeast", "evidence", row.at_least).say(lineage, "kg:path", " ".join(row.path))
        t.say(lineage, "kg:persons", row.persons).say(lineage, "kg:programs", row.programs)
        t.say(lineage, "kg:earlierYear", int(row.earlier.split("-")[-2])).say(lineage, "kg:laterYear", int(row.later.split("-")[-2]))


def _letter(t: Triples, force: str, year: int) -> None:
    letter, report, document = (
        thing("letter", f"{force}-{year}"),
        thing("report", f"legitimacy-{year}-{force}"),
        thing("document", f"{force}-{year}"),
    )
    t.a(document, f"{force}-{year}.txt", "Document").say(document, "kg:fileName", f"{force}-{year}.txt").say(
        document, "kg:sha256", short_hash(document, 64)
    )
    t.a(letter, f"Letter of {year}", "Letter").link(letter, "kg:inDocument", document).link(letter, "kg:answers", report)
    t.say(letter, "kg:start", 0).say(letter, "kg:end", 100 * FINDINGS).link(letter, "kg:concerns", thing("force", force))
    t.link(letter, "kg:writtenBy", thing("person", f"commissioner-of-{force}")).word(letter, "kg:writtenByBasis", "basis", "printed")
    t.date(letter, "kg:dated", _dated(year))
    t.a(report, f"Legitimacy {year}", "Report").say(report, "dcterms:title", f"Legitimacy {year}").link(
        report, "kg:inspects", thing("force", force)
    )
    t.word(report, "kg:scope", "scope", "force").say(report, "kg:registered", True).date(report, "kg:published", f"{year}-09-01")
    t.word(report, "kg:publishedBasis", "basis", "registered")
    _deadline(t, force, year, letter, report)
    _judgement(t, force, year, letter, report)
    for number in range(FINDINGS):
        _finding(t, force, year, number, letter, report)


def _dated(year: int) -> str | None:
    """One letter bears no date, every second a month alone."""
    return None if year == YEARS[1] else f"{year}-10" if year % 2 else f"{year}-10-0{1 + year % 5}"


def _deadline(t: Triples, force: str, year: int, letter: str, report: str) -> None:
    iri, rule = thing("deadline", f"{force}-{year}"), thing("rule", "section-55-2017")
    t.a(rule, "Section 55(5A)", "Rule").say(rule, "kg:version", "section-55-2017").say(rule, "kg:days", 56)
    t.a(iri, "A deadline", "Deadline").link(iri, "kg:deadlineOf", report).link(iri, "kg:metBy", letter).link(
        iri, "kg:force", thing("force", force)
    )
    t.word(iri, "kg:verdict", "verdict", "no_limit_then" if year < 2017 else "on_time").word(
        iri, "kg:clockBasis", "clock-basis", "letter_date"
    )
    t.say(iri, "kg:sentence", f"The letter of {year} is in time.").link(iri, "kg:underRule", rule).say(
        iri, "kg:day", 40 if year >= 2017 else None
    )
    t.word(iri, "kg:publishedBasis", "basis", "registered").say(iri, "kg:datedText", _dated(year))


def _judgement(t: Triples, force: str, year: int, letter: str, report: str) -> None:
    iri = thing("judgement", f"{force}-{year}")
    t.a(iri, "Good", "Judgement").word(iri, "kg:grade", "grade", "requires improvement" if year % 2 else "good").say(
        iri, "kg:pillar", "legitimacy"
    )
    t.link(iri, "kg:force", thing("force", force)).link(iri, "kg:givenIn", report).link(iri, "kg:quote", _quote(t, force, year, 0, letter))
    t.link(letter, "kg:reports", iri).link(report, "kg:gives", iri)


def _finding(t: Triples, force: str, year: int, number: int, letter: str, report: str) -> None:
    iri, (kind, of) = finding(force, year, number), KINDS[0 if year == YEARS[0] else number % len(KINDS)]
    quote = _quote(t, force, year, number, letter)
    t.a(iri, f"Finding {number}", "Finding", of).word(iri, "kg:kind", "kind", kind).say(
        iri, "kg:word", None if kind == "concern" else kind.replace("_", " ")
    )
    t.word(iri, "kg:voice", "voice", "inspectorate").word(iri, "kg:certainty", "certainty", "stated").say(
        iri, "kg:text", _words(force, year, number)
    )
    t.link(iri, "kg:quote", quote).say(iri, "kg:year", year).word(iri, "kg:yearBasis", "year-basis", "published_registered")
    t.link(iri, "kg:raisedIn", report).link(report, "kg:raises", iri).link(iri, "kg:force", thing("force", force)).link(
        letter, "kg:quotes", iri
    )
    t.link(iri, "kg:about", *(thing("theme", theme) for theme in THEMES[number % 3 : number % 3 + 1 + number % 2]))
    if number % 2 == 0:
        response = thing("response", f"{force}-{year}-{number}")
        t.a(response, "An answer", "Response").link(response, "kg:respondsTo", iri).word(response, "kg:status", "status", "in_progress")
        t.word(response, "kg:by", "speaker", "commissioner").link(response, "kg:quote", quote).link(letter, "kg:contains", response)


def _words(force: str, year: int, number: int) -> str:
    return f"In {year} inspectors found shortcoming {number} in how {force} looks after “victims” & records stop and search."


def _quote(t: Triples, force: str, year: int, number: int, letter: str) -> str:
    iri, text = thing("quote", f"{force}-{year}-{number}"), _words(force, year, number)
    t.a(iri, "A quote", "Quote").say(iri, "kg:text", text).say(iri, "kg:start", 100 * number).say(iri, "kg:end", 100 * number + len(text))
    t.link(iri, "kg:inLetter", letter).link(iri, "oa:hasSource", thing("document", f"{force}-{year}"))
    return iri


def _links(force: str) -> Iterator[Link]:
    for year in YEARS[:-1]:
        for number, relation in enumerate(RELATIONS):
            by = frozenset({"a-person"}) if number == 0 else frozenset()
            yield Link(
                finding(force, year, number), finding(force, year + 1, number), relation, "reviewed", True, by, frozenset({"a", "b"})
            )


def _recurrence(t: Triples, link: Link) -> None:
    iri = thing("recurrence", short_hash(link.earlier + " " + link.later, 16))
    t.a(iri, "A link", "Recurrence").link(iri, "kg:earlier", link.earlier).link(iri, "kg:later", link.later)
    t.word(iri, "kg:relation", "relation", link.relation).word(iri, "kg:evidence", "evidence", link.evidence)
    t.say(iri, "kg:persons", len(link.persons)).say(iri, "kg:programs", len(link.programs))
    review = thing("review", f"a-{short_hash(link.earlier + link.later)}")
    t.a(review, "A review", "Review").link(review, "kg:ofEarlier", link.earlier).link(review, "kg:ofLater", link.later)
    t.word(review, "kg:decision", "decision", link.relation).link(review, "kg:reviewer", thing("reviewer", "a")).say(
        review, "kg:reason", "The same words."
    )
    t.say(review, "kg:reviewedOn", "2026-11-20").say(review, "kg:superseded", False).say(review, "kg:stands", True).link(
        iri, "kg:reviewedIn", review
    )
    t.a(thing("reviewer", "a"), "a", "Reviewer").link(thing("reviewer", "a"), "kg:reviewerKind", concept("reviewer-kind", "program"))
