"""What else the named questions ask of, for the forces of `tests.generated`: offices and tenures, alliances, disputes, stated counts."""

from __future__ import annotations

from knowledge.terms import thing
from knowledge.triples import Triples
from tests.generated import YEARS, finding, graph

__all__ = ["ASKED", "HOME_SECRETARY", "everything"]

HOME_SECRETARY = thing("office", "home-secretary")
# Parameters under which each question has an answer about the first force alone, whatever else the graph holds.
ASKED = {
    "alliance_findings": {"alliance": "alliance-0"},
    "deadlines": {"force": "west-mercia"},
    "disputed_findings": {"force": "west-mercia"},
    "findings_by_theme": {"force": "west-mercia", "theme": "vetting"},
    "findings_without_answer_found": {"force": "west-mercia"},
    "judgement_history": {"force": "west-mercia"},
    "letters_by_commissioner": {"author": "commissioner-of-west-mercia"},
    "letters_to_home_secretary": {"force": "west-mercia"},
    "lineage_of_finding": {"finding": "west-mercia-2014-0"},
    "office_holders_on": {"date": "2016", "office": "commissioner-of-west-mercia"},
    "recurrences": {"from": "2014", "to": "2016", "force": "west-mercia"},
    "reports_answered": {"force": "west-mercia"},
    "responses_by_status": {"force": "west-mercia", "status": "in-progress"},
    "stated_and_captured_counts": {"force": "west-mercia"},
}


def everything(letters: int) -> str:
    """N-Triples of `graph(letters)` and these facts."""
    triples, secretary = Triples(), thing("person", "secretary")
    triples.a(HOME_SECRETARY, "Home Secretary", "Office").say(HOME_SECRETARY, "kg:officeKind", "home-secretary")
    triples.a(secretary, "A Secretary", "Person").say(secretary, "foaf:name", "A Secretary")
    forces = ["west-mercia", *(f"force-{number}" for number in range(1, max(1, letters // len(YEARS))))]
    for number, force in enumerate(forces):
        _office(triples, force)
        _alliance(triples, force, number // 2)
        for year in YEARS:
            _letter(triples, force, year, secretary)
    return "\n".join([graph(letters), triples.text()])


def _office(t: Triples, force: str) -> None:
    office, tenure = thing("office", f"commissioner-of-{force}"), thing("tenure", f"commissioner-of-{force}")
    t.a(office, f"Commissioner of {force}", "Office").say(office, "kg:officeKind", "commissioner").link(office, "kg:oversees", thing("force", force))
    t.a(tenure, "A term", "Tenure").link(tenure, "kg:holds", office).link(tenure, "kg:holder", thing("person", f"commissioner-of-{force}"))
    t.say(tenure, "kg:confirmed", True).date(tenure, "kg:from", "2012-11-22")


def _alliance(t: Triples, force: str, number: int) -> None:
    alliance, membership = thing("alliance", f"alliance-{number}"), thing("membership", f"{force}-{number}")
    t.a(alliance, f"Alliance {number}", "Alliance").say(alliance, "foaf:name", f"Alliance {number}")
    t.a(membership, "A membership", "AllianceMembership").link(membership, "kg:ofAlliance", alliance)
    t.link(membership, "kg:member", thing("force", force)).date(membership, "kg:from", "2015-01-01").date(membership, "kg:to", "2016-12-31")


def _letter(t: Triples, force: str, year: int, secretary: str) -> None:
    letter, quote = thing("letter", f"{force}-{year}"), thing("quote", f"{force}-{year}-0")
    t.link(letter, "kg:addressedTo", secretary).link(letter, "kg:addressedAs", HOME_SECRETARY)
    t.word(letter, "kg:addressedToBasis", "basis", "printed")
    count, dispute = thing("count", f"{force}-{year}"), thing("claim", f"{force}-{year}")
    t.a(count, "A count", "StatedCount").say(count, "kg:countedKind", "recommendation").say(count, "kg:n", 3)
    t.link(count, "kg:quote", quote).link(letter, "kg:states", count)
    t.a(dispute, "A dispute", "Claim", "Dispute").word(dispute, "kg:claimKind", "claim-kind", "dispute").link(dispute, "kg:quote", quote)
    t.link(dispute, "kg:claimAbout", finding(force, year, 0)).link(letter, "kg:claims", dispute)
