"""Ways to get something false into the graph, one after the other: each is refused, under the rule that guards it.

Every forgery is the shipped graph with one thing changed, so that nothing but the forgery can be the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from knowledge.terms import EDTF, KG, PREFIXES, concept, thing
from knowledge.triples import Triples
from loaders.check import Refusal, Result, check_all
from tests.forged import Forged, now, some
from tests.real import real_store
from tests.test_check import real_texts

pytestmark = pytest.mark.slow
XSD = PREFIXES["xsd"]
LETTER = thing("letter", "west-mercia-2018-02-20-legitimacy-2017-west-mercia")
OTHER = thing("letter", "west-mercia-2019-12-10-effectiveness-efficiency-and-legitimacy-2019-west-mercia")
KENT, JANE = thing("force", "kent"), thing("person", "jane-doe")
Forgery = Callable[[], Forged]


@cache
def the(name: str) -> str:
    """A thing of the shipped graph that forgeries are made of."""
    finding, reviewed = now(LETTER, "kg:quotes"), some("recurrence", "kg:evidence", concept("evidence", "reviewed"))
    return {
        "finding": finding,
        "quote": now(finding, "kg:quote"),
        "report": now(LETTER, "kg:answers"),
        "other finding": now(OTHER, "kg:quotes"),
        "link of a letter": some("recurrence", "kg:evidence", concept("evidence", "letter")),
        "reviewed link": reviewed,
        "review": now(reviewed, "kg:reviewedIn"),
        "lineage": some("lineage", "kg:link"),
        "late": some("deadline", "kg:verdict", concept("verdict", "late")),
        "of a registered year": some("finding", "kg:yearBasis", concept("year-basis", "published_registered")),
        "tenure": thing("tenure", "amber-rudd-home-secretary-2016-07-13"),
        "alliance": thing("membership", "warwickshire-west-mercia-warwickshire"),
    }[name]


def tenure(t: Triples, person: str, office: str, start: str | None, end: str | None) -> None:
    iri = thing("tenure", f"{person}-{office}-{start}")
    t.a(iri, "A tenure", "Tenure").link(iri, "kg:holder", thing("person", person)).link(iri, "kg:holds", thing("office", office))
    t.date(iri, "kg:from", start).date(iri, "kg:to", end).say(iri, "kg:confirmed", True).say(iri, "kg:factSource", "a page")


def person(t: Triples, iri: str, registered: bool) -> None:
    t.a(iri, "Jane Doe", "Person").say(iri, "foaf:name", "Jane Doe").say(iri, "kg:registered", registered)


def again(t: Triples) -> None:
    iri, link = thing("recurrence", "f" * 16), the("reviewed link")
    t.a(iri, "again", "Recurrence").link(iri, "kg:earlier", now(link, "kg:earlier")).link(iri, "kg:later", now(link, "kg:later"))
    t.word(iri, "kg:relation", "relation", "repeated").word(iri, "kg:evidence", "evidence", "suggested")
    t.say(iri, "kg:persons", 0).say(iri, "kg:programs", 0)


def after_the_alliance() -> Forged:
    """The later finding is Warwickshire's, and the alliance of the two ended before the earlier was made."""
    forged, ended = Forged().turn(now(the("reviewed link"), "kg:later"), "kg:force", thing("force", "warwickshire")), the("alliance")
    forged.dated(ended, "kg:to", "2013-01").put(ended, "kg:toFrom", "2013-01-01", XSD + "date")
    return forged.put(ended, "kg:toTo", "2013-01-31", XSD + "date")


ATTACKS: dict[str, tuple[str, Forgery]] = {
    # Words and places
    "a quote that starts one character later": ("QuoteShape-exact", lambda: Forged().put(the("quote"), "kg:start", int(now(the("quote"), "kg:start")) + 1)),
    "other words between the same offsets": ("QuoteShape-exact", lambda: Forged().put(the("quote"), "kg:text", "The force is outstanding.")),
    "a quote beyond the end of its letter": ("QuoteShape-inside", lambda: Forged().put(LETTER, "kg:end", 200)),
    "a letter beyond the end of its document": ("LetterShape-inside", lambda: Forged().put(LETTER, "kg:end", 10**6)),
    "a letter moved to another document": ("QuoteShape-inside", lambda: Forged().turn(LETTER, "kg:inDocument", now(OTHER, "kg:inDocument"))),
    "a document with the digest of no text": ("QuoteShape-exact", lambda: Forged().put(now(LETTER, "kg:inDocument"), "kg:sha256", "0" * 64)),
    "a finding that another letter claims too": ("LetterShape-own-quotes", lambda: Forged().link(OTHER, "kg:quotes", the("finding"))),
    "a grade that another letter claims too": ("LetterShape-own-quotes", lambda: Forged().link(OTHER, "kg:reports", now(LETTER, "kg:reports"))),
    "an answer to a finding of another letter": ("StatementShape-own-letter", lambda: Forged().link(now(LETTER, "kg:contains"), "kg:respondsTo", the("other finding"))),
    "a finding moved to another force": ("StatementShape-own-force", lambda: Forged().turn(the("finding"), "kg:force", KENT)),
    "a deadline moved to another force": ("StatementShape-own-force", lambda: Forged().turn(the("late"), "kg:force", KENT)),
    "an offset in Arabic digits": ("QuoteShape-start", lambda: Forged().put(the("quote"), "kg:start", "\u0663", XSD + "integer")),
    "an offset with spaces": ("QuoteShape-start", lambda: Forged().put(the("quote"), "kg:start", " 7 ", XSD + "integer")),
    "an offset in a small digit": ("QuoteShape-start", lambda: Forged().put(the("quote"), "kg:start", "\u00b2", XSD + "integer")),
    "an offset of five thousand digits": ("QuoteShape-start", lambda: Forged().put(the("quote"), "kg:start", "9" * 5000, XSD + "integer")),
    "an end of a letter of five thousand digits": ("LetterShape-end", lambda: Forged().put(LETTER, "kg:end", "9" * 5000, XSD + "integer")),
    "an offset that no text reaches": ("QuoteShape-exact", lambda: Forged().put(the("quote"), "kg:start", "9" * 26, XSD + "integer")),
    # Links between findings
    "a link of a letter without its sentence": ("RecurrenceShape-sentence", lambda: Forged().drop(the("link of a letter"), "kg:quote")),
    "a reviewed link called a letter's": ("RecurrenceShape-sentence", lambda: Forged().word(the("reviewed link"), "kg:evidence", "evidence", "letter")),
    "a link called the inspectorate's": ("RecurrenceShape-sentence", lambda: Forged().word(the("reviewed link"), "kg:evidence", "evidence", "inspectorate")),
    "a sentence from a letter that has neither finding": ("RecurrenceShape-own-sentence", lambda: Forged().turn(the("link of a letter"), "kg:quote", now(the("other finding"), "kg:quote"))),
    "a link turned round": ("RecurrenceShape-forward", lambda: Forged().turn(the("reviewed link"), "kg:earlier", now(the("reviewed link"), "kg:later")).turn(the("reviewed link"), "kg:later", now(the("reviewed link"), "kg:earlier"))),
    "a link to another force": ("RecurrenceShape-force", lambda: Forged().turn(now(the("reviewed link"), "kg:later"), "kg:force", KENT)),
    "a link to a partner of an alliance that was over": ("RecurrenceShape-force", after_the_alliance),
    "a link within one report": ("RecurrenceShape-reports", lambda: Forged().turn(now(the("reviewed link"), "kg:later"), "kg:raisedIn", now(now(the("reviewed link"), "kg:earlier"), "kg:raisedIn"))),
    "a second link of the same pair": ("RecurrenceShape-once", lambda: Forged().add(again)),
    "three people out of nothing": ("RecurrenceShape-counted", lambda: Forged().put(the("reviewed link"), "kg:persons", 3)),
    "seven programs where fewer read": ("RecurrenceShape-counted", lambda: Forged().put(the("reviewed link"), "kg:programs", 7)),
    "a link accepted by a review of another pair": ("RecurrenceShape-read", lambda: Forged().turn(the("reviewed link"), "kg:reviewedIn", some("review", "kg:decision", concept("decision", "different")))),
    "a link that its reader called different": ("RecurrenceShape-accepted", lambda: Forged().word(the("review"), "kg:decision", "decision", "different")),
    "a review of nothing against one finding": ("ReviewShape-none", lambda: Forged().word(the("review"), "kg:decision", "decision", "none")),
    "a lineage of another year": ("LineageShape-own-years", lambda: Forged().put(the("lineage"), "kg:earlierYear", 2011)),
    "a lineage that goes elsewhere": ("LineageShape-whole", lambda: Forged().put(the("lineage"), "kg:path", f"{the('finding')} {the('other finding')}")),
    "a lineage over a link that is not its own": ("LineageShape-whole", lambda: Forged().turn(the("lineage"), "kg:link", the("reviewed link"))),
    "a lineage stronger than its links": ("LineageShape-strength", lambda: Forged().word(the("lineage"), "kg:evidence", "evidence", "inspectorate")),
    "the same finding, said one way": ("FindingShape-same-both-ways", lambda: Forged().link(the("finding"), "kg:sameFindingAs", the("other finding"))),
    "a finding that is part of itself": ("FindingShape-circle", lambda: Forged().link(the("finding"), "kg:partOf", the("finding"))),
    "not repeated, though nobody read it": ("FindingShape-not-repeated", lambda: Forged().say(the("finding"), "kg:notRepeatedIn", 2019)),
    "not asked, though no register says so": ("FindingShape-not-asked", lambda: Forged().say(the("finding"), "kg:notAskedIn", 2019)),
    "found again in a year without a lineage": ("FindingShape-recurs", lambda: Forged().say(the("finding"), "kg:recursIn", 2023)),
    # Reports and the clock
    "another year than the report's": ("FindingShape-registered-year", lambda: Forged().put(the("of a registered year"), "kg:year", 2011)),
    "a finding that a report raises and another claims": ("ReportShape-own", lambda: Forged().link(thing("report", "core-business-2014"), "kg:raises", the("finding"))),
    "a grade that a report gives and another claims": ("ReportShape-own", lambda: Forged().link(thing("report", "core-business-2014"), "kg:gives", now(LETTER, "kg:reports"))),
    "two titles of one report": ("ReportShape-title", lambda: Forged().say(the("report"), "dcterms:title", "Another title")),
    "rounds compared against the inspectorate's word": ("RoundShape-one-answer", lambda: Forged().link(thing("round", "peel-2017"), "kg:comparableWith", thing("round", "peel-2021-22"))),
    "a deadline of a report that the letter does not answer": ("DeadlineShape-answers", lambda: Forged().turn(the("late"), "kg:deadlineOf", thing("report", "core-business-2014"))),
    "late on day 40": ("DeadlineShape-days", lambda: Forged().put(the("late"), "kg:day", 40)),
    "in time on a day after the last": ("DeadlineShape-days", lambda: Forged().word(the("late"), "kg:verdict", "verdict", "on_time")),
    "late before there was a limit": ("DeadlineShape-days", lambda: Forged().word(some("deadline", "kg:verdict", concept("verdict", "no_limit_then")), "kg:verdict", "verdict", "late")),
    # People and registers
    "two who hold one post at once": ("TenureShape-handover", lambda: Forged().add(lambda t: tenure(t, "ron-ball", "pcc-west-mercia", "2018-01-01", "2019-01-01"))),
    "a tenure that ends before it starts": ("IntervalShape-from", lambda: Forged().add(lambda t: tenure(t, "ron-ball", "pcc-kent", "2011-01-01", "2010-01-01"))),
    "a confirmed tenure without a first day": ("TenureShape-start", lambda: Forged().add(lambda t: tenure(t, "ron-ball", "pcc-kent", None, "2010-01-01"))),
    "a tenure of one whom no register knows": ("TenureShape-known", lambda: Forged().put(thing("person", "ron-ball"), "kg:registered", False)),
    "a tenure confirmed and not": ("TenureShape-confirmed", lambda: Forged().say(the("tenure"), "kg:confirmed", True)),
    "a person registered without a source": ("RegisteredShape-source", lambda: Forged().add(lambda t: person(t, JANE, True))),
    "a fact confirmed that no page states": ("ConfirmedShape-page", lambda: Forged().put(some("fact", "kg:factSource", "no page found"), "kg:confirmed", True)),
    "one ONS code for two forces": ("ForceShape-codes", lambda: Forged().put(KENT, "kg:onsCode", "E23000016")),
    # Words of the graph
    "a property of ours misspelt": ("ThingShape-term", lambda: Forged().link(LETTER, "kg:anwsers", the("report"))),
    "a property of ours in another case": ("ThingShape-term", lambda: Forged().link(LETTER, "kg:Answers", the("report"))),
    "a class of ours misspelt": ("ThingShape-term", lambda: Forged().link(LETTER, "rdf:type", KG + "Leter")),
    "a class where a property stands": ("ThingShape-term", lambda: Forged().link(LETTER, "kg:Report", the("report"))),
    "a property where a class stands": ("ThingShape-term", lambda: Forged().link(LETTER, "rdf:type", KG + "answers")),
    "a word of PROV-O misspelt": ("ThingShape-term", lambda: Forged().link(LETTER, "prov:wasDerivedForm", now(LETTER, "kg:inDocument"))),
    "owl:imports": ("ThingShape-term", lambda: Forged().link(LETTER, "owl:imports", "http://127.0.0.1:1/x.ttl")),
    "owl:sameAs of two people": ("ThingShape-term", lambda: Forged().link(thing("person", "john-campion"), "owl:sameAs", thing("person", "bill-longmore"))),
    "a report that nobody describes": ("ThingShape-reference", lambda: Forged().link(LETTER, "kg:answers", thing("report", "no-such"))),
    "a concept that is none": ("ThingShape-reference", lambda: Forged().word(the("finding"), "kg:voice", "voice", "nobody")),
    "a concept of another scheme": ("FindingShape-voice", lambda: Forged().word(the("finding"), "kg:voice", "speaker", "commissioner")),
    "a blank node": ("ThingShape-named", lambda: Forged().raw(f"_:b <{KG}answers> <{the('report')}> .")),
    "a blank node as a value": ("ThingShape-named", lambda: Forged().raw(f"<{LETTER}> <{KG}answers> _:b .")),
    "a thing of somebody else": ("ThingShape-named", lambda: Forged().raw(f"<http://elsewhere.example/x> <{KG}answers> <{the('report')}> .")),
    "a slug with capitals": ("ThingShape-named", lambda: Forged().add(lambda t: person(t, thing("person", "Jane_Doe"), False))),
    "a force under a person's name": ("ThingShape-kind", lambda: Forged().link(thing("person", "ron-ball"), "rdf:type", KG + "Force")),
    "a finding of two kinds": ("CauseOfConcernShape-kind", lambda: Forged().link(the("finding"), "rdf:type", KG + "CauseOfConcern")),
    "a finding without a class": ("ThingShape-typed", lambda: Forged().drop(the("finding"), "rdf:type")),
    "a second label": ("ThingShape-typed", lambda: Forged().say(the("finding"), "rdfs:label", "Something else")),
    "a label in another language": ("ThingShape-typed", lambda: Forged().raw(f'<{the("finding")}> <{PREFIXES["rdfs"]}label> "constat"@fr .')),
    "a word in another language": ("ThingShape-use", lambda: Forged().raw(f'<{the("finding")}> <{KG}section> "Cyfiawnder"@cy .')),
    "a voice on a force": ("ThingShape-use", lambda: Forged().link(KENT, "kg:voice", concept("voice", "inspectorate"))),
    "a force for an author": ("LetterShape-author", lambda: Forged().turn(LETTER, "kg:writtenBy", KENT)),
    "a year as text": ("FindingShape-year", lambda: Forged().put(the("finding"), "kg:year", "2017")),
    "a year as a decimal": ("FindingShape-year", lambda: Forged().put(the("finding"), "kg:year", "2017.0", XSD + "decimal")),
    "a truth that is none": ("ForceShape-known", lambda: Forged().put(KENT, "kg:registered", "yes", XSD + "boolean")),
    # Dates
    "a date as xsd:date": ("DateShape-dated", lambda: Forged().put(LETTER, "kg:dated", "2018-02-20", XSD + "date")),
    "a date as text": ("DateShape-dated", lambda: Forged().put(LETTER, "kg:dated", "2018-02-20")),
    "two dates of one letter": ("DateShape-dated", lambda: Forged().say(LETTER, "kg:dated", "2018-03-01", EDTF)),
    "derived days without a date": ("DateShape-real", lambda: Forged().drop(LETTER, "kg:dated")),
    "a derived day that is none": ("IntervalShape-dated", lambda: Forged().put(LETTER, "kg:datedFrom", "2018-02-30", XSD + "date")),
    "days of neither of two dates": ("DateShape-real", lambda: Forged().say(the("report"), "kg:published", "2017-12-13", EDTF)),
}  # fmt: skip
NO_DATES = (
    "2014-13", "2014-00", "2014-02-30", "2015-02-29", "2014-10-XX", "2014-10?", "2014-10~", "201X", "10/2014", "2 October 2014", "2014-10-02/2014-10-01", "",
    "/", "../..", "2014-10-02T00:00", "-2014", "Y2014", "2014-1-2", "20141002", "2014-21", "0000", " 2014-10-02", "2014-10-02 ", "２０１４-10-02",
)  # fmt: skip


def violations(forged: Forged) -> list[Result]:
    """What the forgery is refused for."""
    with pytest.raises(Refusal) as caught:
        check_all(forged.lines, real_texts())
    return [r for r in caught.value.results if r.severity == "Violation"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_false_is_refused_under_the_rule_that_guards_it(attack: str) -> None:
    rule, forge = ATTACKS[attack]
    assert KG + rule in {r.shape for r in violations(forge())}


def test_what_is_no_date_is_refused_wherever_it_stands() -> None:
    """Each in a letter of its own, so that one look at the graph shows which are let by."""
    forged, dated = Forged(), sorted({t.subject.value for t in real_store().triples(None, KG + "dated")})
    wrong = dict(zip(dated, NO_DATES, strict=False))
    assert len(wrong) == len(NO_DATES)
    for letter, text in wrong.items():
        forged.dated(letter, "kg:dated", text)
    found = {r.focus for r in violations(forged) if r.shape == KG + "DateShape-real"}
    assert {text for letter, text in wrong.items() if letter not in found} == set()


def test_without_a_forgery_nothing_is_refused() -> None:
    assert [r for r in check_all(Forged().lines, real_texts()) if r.severity == "Violation"] == []
