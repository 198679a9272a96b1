"""A lineage as its path is drawn: which findings, in which years, joined on whose word."""

from __future__ import annotations

from knowledge import things
from web.charts.path import Step
from web.explorer.words import badge_words, short_words, theme_words

__all__ = ["findings_of", "person_tag", "shared", "steps", "weakest"]


def findings_of(row: things.Lineage) -> list[things.Finding]:
    """The findings of the path, from the earlier to the later."""
    return [row.earlier, *(link.later for link in row.path)] if row.path else [row.earlier, row.later]


def is_later_only(finding: things.Finding) -> bool:
    """Whether only a later letter tells of the finding: it was made by that letter's claim."""
    return "/id/claim/" in (finding.known_from or "")


def steps(row: things.Lineage) -> list[Step]:
    """The path's marks, each with the link that leads to it."""
    drawn = [Step(row.earlier.kind, row.earlier.year, is_later_only(row.earlier))]
    for link in row.path:
        told = (link.evidence, link.relation, link.persons, link.programs)
        one = link.later
        drawn.append(Step(one.kind, one.year, is_later_only(one), link.evidence, link.relation, bool(link.persons), badge_words(*told), short_words(*told)))
    return drawn


def shared(earlier: things.Finding, later: things.Finding) -> str:
    """The themes that two findings have in common."""
    return theme_words([theme for theme in later.themes if theme in earlier.themes], most=4) or "No theme in common"


def _reviewed(row: things.Lineage) -> list[things.Recurrence]:
    return [link for link in row.path if link.evidence == "reviewed"]


def weakest(row: things.Lineage) -> tuple[str, str, int, int]:
    """What the path's weakest link rests on. The readers are those of every reviewed link, else of the least read one."""
    links = _reviewed(row)
    if row.evidence != "reviewed" or row.persons or row.programs or not links:
        return row.evidence, row.relation, row.persons, row.programs
    least = min(links, key=lambda link: (link.persons + link.programs, link.id))
    return row.evidence, row.relation, least.persons, least.programs


def person_tag(row: things.Lineage) -> tuple[str, str] | None:
    """Whether a person has checked the reviewed links: the words, and how sure they are drawn."""
    links = _reviewed(row)
    if not links:
        return None
    checked = sum(1 for link in links if link.persons)
    if row.persons:
        return "Checked by a person", "checked"
    return (f"{checked} of {len(links)} reviewed links checked by a person" if checked else "Not yet checked by a person"), "unsure"
