"""Which property of the graph fills which field of which record: one table (docs/decisions/graph-model.md)."""

from __future__ import annotations

from knowledge import things
from knowledge.index_fills import Fill, date, every, first, ref, refs, word

__all__ = ["FIELDS"]

QUOTED = {"quote": ref("kg:quote")}
NAMED = {"name": first("foaf:name"), "aliases": every("skos:altLabel")}
FIELDS: dict[str, tuple[type[things.Thing], dict[str, Fill]]] = {
    "Document": (
        things.Document,
        {
            "file_name": first("kg:fileName"),
            "sha256": first("kg:sha256"),
            "source": first("dcterms:source"),
            "licence": first("kg:licence"),
        },
    ),
    "Quote": (
        things.Quote,
        {
            "text": first("kg:text"),
            "start": first("kg:start"),
            "end": first("kg:end"),
            "document": ref("oa:hasSource"),
            "letter": ref("kg:inLetter"),
        },
    ),
    "Person": (things.Person, NAMED | {"registered": first("kg:registered")}),
    "Force": (
        things.Force,
        NAMED | {"registered": first("kg:registered"), "police_uk_id": first("kg:policeUkId"), "ons_code": first("kg:onsCode")},
    ),
    "Alliance": (things.Alliance, {"name": first("foaf:name"), "registered": first("kg:registered")}),
    "AllianceEvent": (
        things.Event,
        date("on", "kg:on")
        | {
            "kind": first("kg:eventKind"),
            "description": first("dcterms:description"),
            "confirmed": first("kg:confirmed"),
            "sources": every("kg:factSource"),
        },
    ),
    "Theme": (
        things.Theme,
        {"registered": first("kg:registered"), "definition": first("skos:definition"), "aliases": every("skos:altLabel")},
    ),
    "SystemOrProgramme": (things.System, NAMED),
    "Office": (things.Office, {"kind": first("kg:officeKind"), "force": ref("kg:oversees")}),
    "Tenure": (
        things.Tenure,
        {
            "holder": ref("kg:holder"),
            "office": ref("kg:holds"),
            "start": first("kg:from"),
            "start_from": first("kg:fromFrom"),
            "end": first("kg:to"),
            "end_to": first("kg:toTo"),
            "confirmed": first("kg:confirmed"),
            "sources": every("kg:factSource"),
        },
    ),
    "Round": (
        things.Round,
        {"year": first("kg:year"), "scale": word("kg:gradeScale", "grade-scale"), "comparable_with": refs("kg:comparableWith")},
    ),
    "Report": (
        things.Report,
        date("published", "kg:published")
        | {
            "title": first("dcterms:title"),
            "published_basis": word("kg:publishedBasis", "basis"),
            "published_confirmed": first("kg:publishedConfirmed"),
            "inspected": first("kg:inspected"),
            "scope": word("kg:scope", "scope"),
            "programme": first("kg:programme"),
            "registered": first("kg:registered"),
            "round": ref("kg:inRound"),
            "forces": refs("kg:inspects"),
            "judgements": refs("kg:gives"),
            "findings": refs("kg:raises"),
        },
    ),
    "Letter": (
        things.Letter,
        date("date", "kg:dated")
        | {
            "document": ref("kg:inDocument"),
            "start": first("kg:start"),
            "end": first("kg:end"),
            "comments_published": first("kg:commentsPublished"),
            "author": ref("kg:writtenBy"),
            "author_basis": word("kg:writtenByBasis", "basis"),
            "author_printed": first("kg:authorPrinted"),
            "author_office": ref("kg:writtenAs"),
            "addressee": ref("kg:addressedTo"),
            "addressee_basis": word("kg:addressedToBasis", "basis"),
            "addressee_printed": first("kg:addresseePrinted"),
            "force": ref("kg:concerns"),
            "copied_to": every("kg:copiedTo"),
            "reference": first("kg:reference"),
            "reports": refs("kg:answers"),
            "findings": refs("kg:quotes"),
            "responses": refs("kg:contains"),
            "judgements": refs("kg:reports"),
            "claims": refs("kg:claims"),
            "counts": refs("kg:states"),
            "corrections": refs("kg:correctedBy"),
        },
    ),
    "Finding": (
        things.Finding,
        QUOTED
        | {
            "kind": word("kg:kind", "kind"),
            "word": first("kg:word"),
            "number": first("kg:number"),
            "voice": word("kg:voice", "voice"),
            "certainty": word("kg:certainty", "certainty"),
            "section": first("kg:section"),
            "text": first("kg:text"),
            "year": first("kg:year"),
            "year_basis": word("kg:yearBasis", "year-basis"),
            "report": ref("kg:raisedIn"),
            "force": ref("kg:force"),
            "addressed_to": first("kg:addressee"),
            "themes": refs("kg:about"),
            "parent": ref("kg:partOf"),
            "same_as": refs("kg:sameFindingAs"),
            "waits_for": refs("kg:waitsFor"),
            "known_from": first("kg:knownFrom"),
            "not_repeated_in": every("kg:notRepeatedIn"),
            "not_asked_in": every("kg:notAskedIn"),
        },
    ),
    "Response": (
        things.Response,
        QUOTED
        | {
            "to": refs("kg:respondsTo"),
            "status": word("kg:status", "status"),
            "by": word("kg:by", "speaker"),
            "due": first("kg:due"),
            "waits_for": refs("kg:waitsFor"),
        },
    ),
    "Judgement": (
        things.Judgement,
        QUOTED
        | {
            "grade": word("kg:grade", "grade", gap=" "),
            "pillar": first("kg:pillar"),
            "question": first("kg:question"),
            "comparable": word("kg:comparable", "comparable"),
            "force": ref("kg:force"),
            "report": ref("kg:givenIn"),
        },
    ),
    "Claim": (
        things.Claim,
        QUOTED | {"kind": word("kg:claimKind", "claim-kind"), "finding": ref("kg:claimAbout"), "year": first("kg:year")},
    ),
    "StatedCount": (things.StatedCount, QUOTED | {"kind": first("kg:countedKind"), "n": first("kg:n")}),
    "Review": (
        things.Review,
        {
            "decision": word("kg:decision", "decision"),
            "reason": first("kg:reason"),
            "date": first("kg:reviewedOn"),
            "superseded": first("kg:superseded"),
            "stands": first("kg:stands"),
            "earlier": ref("kg:ofEarlier"),
            "later": ref("kg:ofLater"),
            "report": ref("kg:ofReport"),
        },
    ),
    "Recurrence": (
        things.Recurrence,
        QUOTED
        | {
            "earlier": ref("kg:earlier"),
            "later": ref("kg:later"),
            "relation": word("kg:relation", "relation"),
            "evidence": word("kg:evidence", "evidence"),
            "persons": first("kg:persons"),
            "programs": first("kg:programs"),
            "reviews": refs("kg:reviewedIn"),
            "score": first("kg:score"),
        },
    ),
    "Lineage": (
        things.Lineage,
        {
            "earlier": ref("kg:earlier"),
            "later": ref("kg:later"),
            "relation": word("kg:relation", "relation"),
            "evidence": word("kg:evidence", "evidence"),
            "persons": first("kg:persons"),
            "programs": first("kg:programs"),
        },
    ),
    "Deadline": (
        things.Deadline,
        {
            "report": ref("kg:deadlineOf"),
            "force": ref("kg:force"),
            "letter": ref("kg:metBy"),
            "last_day": first("kg:lastDayText"),
            "dated": first("kg:datedText"),
            "day": first("kg:day"),
            "late_by": first("kg:lateBy"),
            "verdict": word("kg:verdict", "verdict"),
            "basis": word("kg:clockBasis", "clock-basis"),
            "published_basis": word("kg:publishedBasis", "basis"),
            "sentence": first("kg:sentence"),
        },
    ),
    "Correction": (
        things.Correction,
        {
            "field": first("kg:field"),
            "reason": first("kg:reason"),
            "by": first("prov:wasAttributedTo"),
            "on": first("kg:correctedOn"),
        },
    ),
}
