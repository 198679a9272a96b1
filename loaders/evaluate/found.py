"""Findings, responses and what joins them: annotated against read."""

from __future__ import annotations

from loaders.evaluate.examples import Annotated
from loaders.evaluate.spans import alike, pair
from loaders.evaluate.tally import Tally
from loaders.letter import Claim, Finding, Letter, Response

__all__ = ["compare_findings"]

NAMED = frozenset({"area_for_improvement", "recommendation", "cause_of_concern"})
Pairs = list[tuple[Finding, Finding]]


def compare_findings(tally: Tally, annotated: Annotated, found: Letter) -> None:
    """Findings by their words, those with a name also by their kind; then responses, and claims of recurrence."""
    expected = annotated.letter
    pairs = pair(expected.findings, found.findings, _same_finding)
    _all(tally, expected, found, pairs)
    _named(tally, annotated, found, pairs)
    for right, finding in (both for both in pairs if both[0].certainty == "stated"):
        _sets(tally, "theme", set(right.themes), set(finding.themes), right.quote.text)
    parents = {b.id: a.id for a, b in pairs}
    for right, finding in pairs:
        found_parent = parents.get(finding.parent or "", finding.parent)
        tally.value("parent", right.parent, found_parent, right.parent == found_parent)
    _responses(tally, annotated, found, {b.id: a for a, b in pairs})
    _claims(tally, expected, found)


def _same_finding(expected: Finding, found: Finding) -> float:
    """Numbers must not differ; of equal words the same kind and number come first."""
    near = alike(expected.quote, found.quote)
    if expected.number and found.number and expected.number != found.number:
        return 0.0
    return near and near + 0.2 * (expected.kind == found.kind) + (expected.number is not None and expected.number == found.number)


def _all(tally: Tally, expected: Letter, found: Letter, pairs: Pairs) -> None:
    """Implied findings may be left out, and do no harm where they are read."""
    stated = [finding for finding in expected.findings if finding.certainty == "stated"]
    tally.right("finding", sum(1 for right, _ in pairs if right.certainty == "stated"))
    tally.rest("finding", stated, found.findings, pairs, _finding_text)


def _named(tally: Tally, annotated: Annotated, found: Letter, pairs: Pairs) -> None:
    """Whether what the letter calls by one of the three names was read, and called by it."""
    matched = {id(b): a for a, b in pairs}
    for finding in found.findings:
        right = matched.get(id(finding))
        if finding.kind in NAMED and not (right and _takes(annotated, right, finding.kind)):
            tally.invented("named finding", _finding_text(finding) + (f" (right: {right.kind})" if right else ""))
    kinds = {a.id: b.kind for a, b in pairs}
    for right in annotated.letter.findings:
        if right.kind in NAMED and right.certainty == "stated":
            if _takes(annotated, right, kinds.get(right.id, "")):
                tally.right("named finding")
            else:
                tally.missed("named finding", f"{_finding_text(right)} (read: {kinds.get(right.id)})")


def _takes(annotated: Annotated, right: Finding, kind: str) -> bool:
    return kind == right.kind or kind in annotated.also[right.id] or (bool(kind) and right.certainty == "implied")


def _finding_text(finding: Finding) -> str:
    return f"{finding.kind} {finding.number or ''} · {finding.quote.text}"


def _responses(tally: Tally, annotated: Annotated, found: Letter, findings: dict[str, Finding]) -> None:
    """`findings` says which annotated finding each finding that was read is."""
    expected = [response for response in annotated.letter.responses if response.status != "none_stated"]
    pairs = pair(expected, found.responses, lambda a, b: alike(a.quote, b.quote))
    tally.right("response", len(pairs))
    tally.rest("response", expected, found.responses, pairs, lambda response: f"{response.status} · {response.quote.text}")
    for right, response in pairs:
        tally.value("response status", right.status, response.status, right.status == response.status)
        _links(tally, annotated, right, response, findings)


def _links(tally: Tally, annotated: Annotated, right: Response, response: Response, findings: dict[str, Finding]) -> None:
    """Among responses that were read: under which findings, of those that were read, they are put."""
    implied = {f.id for f in annotated.letter.findings if f.certainty == "implied"}
    free = (annotated.loose[right.quote] | implied) - set(right.to)
    read = {findings[name].id if name in findings else f"a finding made up ({name})" for name in response.to}
    known = {finding.id for finding in findings.values()}
    _sets(tally, "response → finding", set(right.to) & known, read - free, right.quote.text)


def _claims(tally: Tally, expected: Letter, found: Letter) -> None:
    right, read = ([claim for claim in letter.claims if claim.kind == "recurrence"] for letter in (expected, found))
    pairs = pair(right, read, lambda a, b: alike(a.quote, b.quote))
    tally.right("recurrence claim", len(pairs))
    tally.rest("recurrence claim", right, read, pairs, _claim_text)


def _claim_text(claim: Claim) -> str:
    return claim.quote.text


def _sets(tally: Tally, field: str, expected: set[str], found: set[str], text: str) -> None:
    tally.right(field, len(expected & found))
    for name in sorted(expected - found):
        tally.missed(field, f"{name} · {text}")
    for name in sorted(found - expected):
        tally.invented(field, f"{name} · {text}")
