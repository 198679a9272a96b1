"""One finding through the years: what it continues, what continued it, what was answered meanwhile."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from knowledge import dates, things
from knowledge.index_order import finding_key
from web.charts.lineage import Answered, Dot, Link
from web.charts.lineage import lineage as chart
from web.explorer import drawer
from web.explorer.home import spans
from web.explorer.page import Page, page
from web.explorer.site import Site
from web.explorer.steps import is_later_only
from web.explorer.words import STATUSES, badge_words, caption, href, kind_word, theme_words

__all__ = ["lineage"]

DRAWN, MEANWHILE = 14, 12


def lineage(site: Site, finding: things.Finding) -> Page:
    """The page of `/doc/finding/{slug}`."""
    strand = strand_of(finding)
    links = [link for one in strand for link in one.later if link.later in strand and link.evidence != "suggested"]
    counted = [link for link in links if link.relation != "related"]
    joined = sorted({one for link in counted for one in (link.earlier, link.later)} | {finding}, key=_when)
    related = [link for link in (*finding.earlier, *finding.later) if link.relation == "related"]
    skipped = [link for link in counted if skips(link, counted)]
    return page(
        site,
        "lineage.html",
        theme_words(finding.themes) or caption(finding),
        here=href(finding),
        finding=finding,
        joined=joined,
        lead=lead(finding, joined),
        note=note(counted),
        chart=draw(site, finding, joined, [link for link in counted if link not in skipped]) if len(joined) > 1 else "",
        skipped=skipped,
        related=related,
        back=lambda one: [link for link in counted if link.later is one],
        meanwhile=meanwhile(site, finding, joined),
        unsaid=site.questions["lineage_of_finding"].does_not_say if "lineage_of_finding" in site.questions else "that it was raised in no other year",
        drawn=drawer.queries(site, "lineage_of_finding", {"finding": finding.slug}),
        groups=groups(site, finding),
    )


def strand_of(finding: things.Finding) -> set[things.Finding]:
    """Every finding that repeated, narrowed or widened links lead to, forward or back in time, as from the finding itself."""
    return _reach(finding, "earlier") | _reach(finding, "later")


def _reach(finding: things.Finding, way: str) -> set[things.Finding]:
    found, waiting = {finding}, [finding]
    while waiting:
        one = waiting.pop()
        for link in getattr(one, way):
            other = getattr(link, way)
            if link.relation != "related" and link.evidence != "suggested" and other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _when(finding: things.Finding) -> tuple[object, ...]:
    return (day_of(finding)[0], finding_key(finding))


def day_of(finding: things.Finding) -> tuple[str, bool]:
    """The day that a finding is drawn at, and whether it is known to the month at least: else the middle of its year."""
    published = finding.report.published if finding.report else None
    if published and len(published) >= 7 and published[:4] == str(finding.year):
        first, last = dates.interval(published)
        return (str(first) if first == last else f"{published[:7]}-15"), True
    return f"{finding.year or 1900}-07-01", False


def skips(link: things.Recurrence, links: Iterable[things.Recurrence]) -> bool:
    """Whether a longer way of the same links leads from its earlier finding to its later one."""
    links = [other for other in links if other is not link]
    found, waiting = {link.earlier}, [link.earlier]
    while waiting:
        one = waiting.pop()
        ahead = [other.later for other in links if other.earlier is one and other.later not in found]
        if link.later in ahead:
            return True
        found.update(ahead)
        waiting += ahead
    return False


def lead(finding: things.Finding, joined: list[things.Finding]) -> str:
    """In which years it was raised, and whether a letter says that it was put right."""
    years = sorted({one.year for one in joined if one.year})
    if len(joined) < 2:
        return f"Raised in {years[0] if years else 'a year that is not known'}. Not linked to an earlier or later finding."
    told = "in " + ", in ".join(map(str, years[:-1])) + f" and in {years[-1]}" if len(years) > 1 else f"more than once in {years[0]}"
    done = [response for one in joined for response in one.responses if response.status == "done"]
    letters = {response.letter for response in done if response.letter}
    if not letters:
        return f"Raised {told}. No letter says that it was put right."
    when = list(dict.fromkeys(dates.display(one.date) or "no printed date" for one in sorted(letters, key=lambda one: dates.order(one.date))))
    said = f"A letter of {' and one of '.join(when)} {'says' if len(when) == 1 else 'say'}"
    return f"Raised {told}. {said} of an answer that it is done."


def note(links: list[things.Recurrence]) -> str | None:
    """On whose word the links rest, in a sentence."""
    said = sum(1 for link in links if link.evidence == "letter")
    reviewed = [link for link in links if link.evidence == "reviewed"]
    checked = sum(1 for link in reviewed if link.persons)
    parts = [f"{said} of its {len(links)} links {'is' if said == 1 else 'are'} said by a letter"] if said else []
    if reviewed:
        programs = sorted({link.programs for link in reviewed if link.programs})
        readers = f"by {' or '.join(map(str, programs))} program{'s' if programs != [1] else ''} that read the letters" if programs else "by readers"
        parts.append(f"{len(reviewed)} {'was' if len(reviewed) == 1 else 'were'} accepted {readers}; {f'{checked} checked' if checked else 'not yet checked'} by a person")
    return "; ".join(parts)[:1].upper() + "; ".join(parts)[1:] + "." if parts else None


def draw(site: Site, finding: things.Finding, joined: list[things.Finding], links: list[things.Recurrence]) -> Markup:
    """The timeline. Beyond 14 findings it draws those nearest, and the table has all."""
    shown = [one for one in joined if one.year][:DRAWN]
    if finding not in shown and finding.year:
        shown = [*shown[: DRAWN - 1], finding]
    dots = [_dot(one, one is finding) for one in shown]
    held = {one.id for one in shown}
    drawn = [
        Link(
            link.earlier.id, link.later.id, link.evidence, link.relation, bool(link.persons),
            badge_words(link.evidence, link.relation, link.persons, link.programs),
        )
        for link in sorted(links, key=lambda link: (("inspectorate", "letter", "reviewed").index(link.evidence), link.id))
        if link.earlier.id in held and link.later.id in held
    ]  # fmt: skip
    return chart(dots, drawn, answers_of(shown), spans(site, ("pcc", "pfcc", "mayor"), finding.force) if finding.force else [])


def _dot(one: things.Finding, about: bool) -> Dot:
    day, sure = day_of(one)
    below = dates.display(one.report.published) if one.report and sure else "known only from a later letter" if is_later_only(one) else f"{one.year}, day not known"
    return Dot(one.id, one.kind, is_later_only(one), day, sure, f"{kind_word(one.kind).capitalize()}, {one.year}", below, about)


def answers_of(findings: list[things.Finding]) -> list[Answered]:
    """One mark for each letter that answers, with the states of its answers."""
    by_letter: dict[things.Letter, list[str]] = {}
    for response in (response for one in findings for response in one.responses):
        if response.letter and response.letter.date_from:
            states = by_letter.setdefault(response.letter, [])
            states += [STATUSES[response.status]] if STATUSES[response.status] not in states else []
    ordered = sorted(by_letter.items(), key=lambda pair: (pair[0].date_from or "", pair[0].id))
    return [Answered(letter.date_from or "", f"{dates.display(letter.date)}: {', '.join(states)}") for letter, states in ordered]


def meanwhile(site: Site, finding: things.Finding, joined: list[things.Finding]) -> list[tuple[str, str, bool]]:
    """Dated events of the alliances that the force was in, between the first and last year: date, words, whether confirmed."""
    years = [one.year for one in joined if one.year]
    if not years or len(joined) < 2:
        return []
    events = [
        event
        for alliance in site.index.alliances
        if any(member[0] is finding.force for member in alliance.members)
        for event in alliance.events
        if event.on and str(min(years)) <= (event.on_from or event.on)[:4] <= str(max(years))
    ]
    return [(dates.display(event.on), event.description or event.name, event.confirmed) for event in events][:MEANWHILE]


def groups(site: Site, finding: things.Finding) -> list[tuple[int, str]]:
    """For each later year, the group that the finding is in; only said where no link joins it."""
    told = []
    for year in (year for year in site.years if finding.year and year > finding.year):
        state = "not asked" if year in finding.not_asked_in else "read, not repeated" if year in finding.not_repeated_in else "we cannot say"
        told.append((year, state))
    return told
