"""The gate: what is refused and in which words, what is let in with a warning, and that cost follows the letter."""

from __future__ import annotations

import socket
from functools import cache
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from rdflib.namespace import SH

from cli import main
from knowledge.store import MemoryStore, Store
from knowledge.terms import EDTF, KG, concept, thing
from knowledge.triples import Triples
from loaders import load, validate
from loaders.check import Refusal, check, check_all
from loaders.check.hop import hop
from tests.forged import Forged
from tests.real import real_store

HOUSE = Path(__file__).resolve().parent.parent
SOURCE = "000_88ed56ab6c253a5f.txt"
WORDS = "the force should ensure that it has the capability and capacity to monitor all its computer systems"
UNKNOWN = """Rt Hon {secretary} MP
Home Secretary
2 Marsham Street
London SW1P 4DF

{dated}

Dear Home Secretary

HMICFRS report: {title} - An inspection of Wessex Police

I am writing in response to the above report, published on {published}.

The report found that the force needs to improve {matter}. I am assured that a plan is in place.

Yours sincerely

{author}
Police and Crime Commissioner for Wessex
"""


@cache
def real_lines() -> tuple[str, ...]:
    return tuple(f"{triple} ." for triple in real_store().triples())


@cache
def real_texts() -> dict[str, str]:
    digests = {t.object.value for t in real_store().triples(None, KG + "sha256")}
    return {digest: text for digest in digests if (text := real_store().text(digest)) is not None}


def about(subject: str) -> list[str]:
    return [line for line in real_lines() if line.startswith(f"<{subject}> ")]


@cache
def the_quote() -> str:
    """The quote of the words on monitoring computers in source 000."""
    return next(
        t.subject.value
        for t in real_store().triples(None, KG + "text")
        if t.object.value.startswith(WORDS) and "/quote/" in t.subject.value
    )


@cache
def the_letter() -> str:
    return next(t.object.value for t in real_store().triples(the_quote(), KG + "inLetter"))


@cache
def without_the_letter() -> MemoryStore:
    """The graph before source 000 came in."""
    new = set(letter_lines())
    return Store.of(line for line in real_lines() if line not in new)


@cache
def letter_lines() -> tuple[str, ...]:
    """What source 000 brings: every statement about the letter, its document and what stands in it; the rest of the graph stays."""
    letter, parts = the_letter(), ("findings", "quote", "response", "judgement", "claim", "count")
    held = {
        t.object.value for name in ("quotes", "contains", "reports", "claims", "states") for t in real_store().triples(letter, KG + name)
    }
    quotes = {t.subject.value for t in real_store().triples(None, KG + "inLetter") if t.object.value == letter}
    selectors = {t.object.value for q in quotes for t in real_store().triples(q, "http://www.w3.org/ns/oa#hasSelector")}
    assert held and quotes and parts
    subjects = {letter} | held | quotes | selectors
    pointing = {KG + name for name in ("raises", "gives")}
    return tuple(
        line
        for line in real_lines()
        if line[1 : line.index(">")] in subjects or (line.split(" ")[1][1:-1] in pointing and line.split(" ")[2][1:-1] in held)
    )


def refusal(lines: list[str]) -> Refusal:
    with pytest.raises(Refusal) as caught:
        check_all(lines, real_texts())
    return caught.value


def replaced(old: str, new: str) -> list[str]:
    changed = [line.replace(old, new) for line in real_lines()]
    assert changed != list(real_lines())
    return changed


def test_the_shipped_letters_pass() -> None:
    assert [r for r in check_all(real_lines(), real_texts()) if r.severity == "Violation"] == []


def test_one_offset_moved_by_one_is_refused_with_letter_quote_rule_and_what_would_be_right() -> None:
    forged = Forged()
    start = int(forged.value(the_quote(), "kg:start"))
    message = str(refusal(sorted(forged.put(the_quote(), "kg:start", start + 1).lines)))
    assert message.startswith("'Letter of John Campion to Amber Rudd, 20 February 2018'")
    assert WORDS in message
    assert f"'{SOURCE}'" in message
    assert "QuoteShape-exact" in message or "QuoteShape-same-start" in message


def test_the_refusal_of_a_quote_says_where_its_words_stand() -> None:
    quote = thing("quote", "moved")
    text = real_texts()[sha := next(iter(real_texts()))]
    document = next(t.subject.value for t in real_store().triples(None, KG + "sha256") if t.object.value == sha)
    words = text[100:140]
    moved = [
        line.replace(the_quote(), quote)
        for line in about(the_quote())
        if "oa#" not in line and not line.split(" ")[1].endswith(("start>", "end>", "text>"))
    ]
    added = (
        Triples().say(quote, "kg:text", words).say(quote, "kg:start", 101).say(quote, "kg:end", 141).link(quote, "oa:hasSource", document)
    )
    found = [r for r in refusal([*real_lines(), *moved, *added]).results if r.shape == KG + "QuoteShape-exact"]
    assert [r.focus for r in found] == [quote]
    assert f"The words stand at {text.find(words)} to {text.find(words) + 40}." in str(found[0])
    assert "Move start and end to where the words stand" in str(found[0])


def test_a_term_of_ours_that_the_ontology_lacks_is_refused_by_name() -> None:
    message = str(refusal(replaced(f"<{KG}answers>", f"<{KG}anwsers>")))
    assert "anwsers" in message and "ThingShape-term" in message and "declare the term" in message


def test_a_reference_to_nothing_is_refused() -> None:
    lines = [*real_lines(), f"<{the_letter()}> <{KG}answers> <{thing('report', 'never-published')}> ."]
    found = {r.shape.removeprefix(KG) for r in refusal(lines).results}
    assert {"ThingShape-reference", "LetterShape-report"} <= found


def test_a_recurrence_turned_round_is_refused() -> None:
    link = next(t.subject.value for t in real_store().triples(None, KG + "earlier") if "/recurrence/" in t.subject.value)
    lines = [
        line for line in real_lines() if not line.startswith(f"<{link}> <{KG}earlier>") and not line.startswith(f"<{link}> <{KG}later>")
    ]
    ends = {name: next(t.object.value for t in real_store().triples(link, KG + name)) for name in ("earlier", "later")}
    turned = Triples().link(link, "kg:earlier", ends["later"]).link(link, "kg:later", ends["earlier"])
    shapes = {r.shape.removeprefix(KG) for r in refusal([*lines, *turned]).results if r.severity == "Violation"}
    assert "RecurrenceShape-forward" in shapes


def test_statements_that_no_rule_looks_at_are_refused_not_passed() -> None:
    with pytest.raises(Refusal, match="nothing was checked"):
        check_all(Triples().a(thing("concept", "kind-other"), "other", "skos:Concept"), {})
    with pytest.raises(Refusal, match="nothing was checked"):
        check([], real_store(), {})


def test_a_report_on_request_is_a_shacl_validation_report() -> None:
    report = rdflib.Graph().parse(data=refusal(replaced(f"<{KG}answers>", f"<{KG}anwsers>")).report, format="turtle")
    (node,) = report.subjects(rdflib.RDF.type, SH.ValidationReport)
    assert report.value(node, SH.conforms).toPython() is False
    results = list(report.objects(node, SH.result))
    asked = (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape, SH.resultMessage)
    assert results and all(report.value(r, p) is not None for r in results for p in asked)


def test_one_letter_passes_beside_a_graph_that_lacks_it() -> None:
    assert check(letter_lines(), without_the_letter(), real_texts()) == []


def test_one_letter_and_the_whole_graph_are_given_the_same_verdict() -> None:
    broken = [line for line in letter_lines() if f"<{KG}voice>" not in line]
    with pytest.raises(Refusal) as beside:
        check(broken, without_the_letter(), real_texts())
    whole = refusal([*(f"{t} ." for t in without_the_letter().triples()), *broken])
    assert {(r.shape, r.focus) for r in beside.value.results} == {(r.shape, r.focus) for r in whole.results}
    assert {r.shape for r in whole.results} == {KG + "FindingShape-voice"}


def test_a_thing_that_was_there_before_is_looked_at_when_it_gains_a_statement() -> None:
    old = next(t.subject.value for t in real_store().triples(None, KG + "yearBasis"))
    second = Triples().say(old, "kg:year", 1999).word(old, "kg:voice", "voice", "commissioner")
    with pytest.raises(Refusal, match="FindingShape"):
        check(second, real_store(), real_texts())


def test_what_the_store_holds_of_others_is_not_judged_again() -> None:
    lines = list(hop(letter_lines(), without_the_letter()))
    assert len(lines) < len(real_lines()) / 2
    fresh = Triples().say(the_letter(), "kg:copiedTo", "HMICFRS")
    assert check(fresh, real_store(), real_texts()) == []


def test_the_gate_never_follows_an_import(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/ontology.ttl"
        turtle = f"<{thing('theme', 'x')}> a <{KG}Theme> ; <http://www.w3.org/2000/01/rdf-schema#label> 'x' ; <http://www.w3.org/2002/07/owl#imports> <{address}> ."
        (tmp_path / "x.ttl").write_text(turtle, encoding="utf-8")
        validate.validate_files([tmp_path / "x.ttl"], {})
        with pytest.raises(TimeoutError):
            listener.accept()


def test_turtle_that_does_not_parse_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("<urn:a> <urn:b> 1 .\n<urn:c> <urn:d> .\n", encoding="utf-8")
    with pytest.raises(validate.NotTurtle, match=r"'broken.ttl', line 2 is not Turtle"):
        validate.validate_files([tmp_path / "broken.ttl"], {})


def test_what_is_wrong_in_a_turtle_file_is_named_with_its_line_and_the_word_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(
        f"""@prefix kg: <{KG}> .
@prefix person: <{thing("person", "")}> .

person:jane-doe a kg:Person ;
  kg:registerd false .
<{thing("person", "john-doe")}>
  a kg:Persn .
""",
        encoding="utf-8",
    )
    told = CliRunner().invoke(main, ["validate", str(tmp_path / "mine.ttl"), "--store", str(tmp_path / "none")])
    assert told.exit_code == 1
    terms = [line for line in told.stdout.splitlines() if "rule ThingShape-term" in line]
    assert [line.partition(" is refused")[0] for line in terms] == [
        "Violation: 'mine.ttl', line 5: 'jane-doe'",
        "Violation: 'mine.ttl', line 7: 'john-doe'",
    ]
    assert "Did you mean 'kg:registered'?" in terms[0] and "Did you mean 'kg:Person'?" in terms[1]


def test_a_statement_as_a_value_is_no_turtle_of_ours(tmp_path: Path) -> None:
    (tmp_path / "star.ttl").write_text("<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .\n", encoding="utf-8")
    with pytest.raises(validate.NotTurtle, match=r"'star\.ttl' (has a statement as a value|, line 1 is not Turtle)"):
        validate.validate_files([tmp_path / "star.ttl"], {})


def test_an_export_with_one_offset_moved_is_refused_by_validate(tmp_path: Path) -> None:
    places = {p: next(t.object.value for t in real_store().triples(the_quote(), KG + p)) for p in ("start", "end")}
    moved = list(real_lines())
    for place, at in places.items():
        new = str(int(at) + 1)
        moved = [
            line.replace(f'"{at}"', f'"{new}"') if the_quote().rsplit("/", 1)[1] in line and place in line.split(" ")[1] else line
            for line in moved
        ]
    (tmp_path / "graph.ttl").write_text("\n".join(real_lines()), encoding="utf-8")
    (tmp_path / "moved.ttl").write_text("\n".join(moved), encoding="utf-8")
    assert validate.validate_files([tmp_path / "graph.ttl"], real_texts()) == []
    found = validate.validate_files([tmp_path / "moved.ttl"], real_texts())
    assert {r.shape.removeprefix(KG) for r in found} >= {"QuoteShape-exact"}
    assert all(WORDS in str(r) for r in found if r.shape == KG + "QuoteShape-exact")


def test_a_document_that_is_not_at_hand_stops_a_load_but_not_validate(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("\n".join(real_lines()), encoding="utf-8")
    assert validate.validate_files([tmp_path / "graph.ttl"], {}) == []
    with pytest.raises(Refusal, match="is not at hand"):
        check_all(real_lines(), {})


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    iri = thing("tenure", "backwards")
    triples = (
        Triples()
        .a(iri, "Backwards", "Tenure")
        .date(iri, "kg:from", "2016-05-12")
        .date(iri, "kg:to", "2012-11-22")
        .say(iri, "kg:confirmed", True)
    )
    triples.link(iri, "kg:holder", thing("person", "john-campion")).link(iri, "kg:holds", thing("office", "pcc-west-mercia"))
    with pytest.raises(Refusal, match="does not end before it starts"):
        check(triples, real_store(), {})


def test_a_link_of_a_letter_without_its_sentence_is_refused() -> None:
    link = next(t.subject.value for t in real_store().triples(None, KG + "evidence") if t.object.value == concept("evidence", "letter"))
    lines = [line for line in real_lines() if not line.startswith(f"<{link}> <{KG}quote>")]
    assert "RecurrenceShape-sentence" in str(refusal(lines))


def test_a_day_that_does_not_exist_is_refused() -> None:
    fresh = Triples().say(the_letter(), "kg:commentsPublished", "2015-02-29", datatype=EDTF)
    with pytest.raises(Refusal, match="DateShape"):
        check(fresh, real_store(), real_texts())


def sixteen(folder: Path) -> list[Path]:
    """Letters of a force and of commissioners that no register knows, in one wording but for what they say."""
    matters = ("stop and search", "its custody suites", "the recording of crime", "call handling")
    files = []
    for number in range(16):
        year = 2014 + number % 8
        secretary = "Theresa May" if year < 2017 else "Priti Patel"
        title = f"PEEL: Police {('legitimacy', 'efficiency', 'effectiveness')[number % 3]} {year}"
        words = UNKNOWN.format(
            secretary=secretary, dated=f"{number + 1} December {year}", title=title, published=f"{number + 1} October {year}",
            matter=matters[number % 4], author=("Jane Doe", "Ada Nobody")[number % 2],
        )  # fmt: skip
        files.append(folder / f"wessex-{number:02}.txt")
        files[-1].write_text(words, encoding="utf-8")
    return files


@pytest.mark.slow
def test_sixteen_letters_of_a_force_that_no_register_knows_are_let_in_with_warnings(tmp_path: Path) -> None:
    added = load.add(sixteen(tmp_path), where=str(tmp_path / "store"))
    assert len(added.taken) == 16 and added.built is not None
    held = Store.open(str(tmp_path / "store"))
    assert len(list(held.triples(None, KG + "forcePrinted"))) >= 16
    warned = "\n".join(added.built.warnings)
    assert "rule ForceShape-registered" in warned and "rule PersonShape-registered" in warned
    assert "'wessex'" in warned and "'jane-doe'" in warned and "'ada-nobody'" in warned
