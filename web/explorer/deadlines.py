"""Letters and the limit: one row for each report that a letter held here answers."""

from __future__ import annotations

from collections import Counter

from knowledge import things
from knowledge.parameters import WORDS
from web.charts.deadlines import Row, deadlines_narrow
from web.charts.deadlines import deadlines as chart
from web.explorer import drawer
from web.explorer.page import Args, Page, page, refused
from web.explorer.reading import Reading
from web.explorer.site import Site
from web.explorer.words import VERDICTS, address, counted, short_title

__all__ = ["deadlines"]

PATH, SIZE = "/questions/deadlines", 50
BEFORE = "no_limit_then"


def deadlines(site: Site, given: Args) -> Page:
    """The page of `/questions/deadlines`."""
    reading = Reading(site, PATH, given)
    reading.only(("force", "verdict", "after"))
    force, verdicts = reading.thing("force", "force"), reading.words("verdict", WORDS["Verdict"][1])
    after, verdict = reading.whole("after"), verdicts[0] if verdicts else None
    rule = site.rules[0] if site.rules else None
    rows = [d for d in site.index.deadlines if (force is None or d.force is force) and verdict in (None, d.verdict)]
    ruled, before = [d for d in rows if d.verdict != BEFORE], [d for d in rows if d.verdict == BEFORE]
    if after and after >= max(len(ruled), 1):
        reading.wrong("after", f"There is no row after the {after:,}th.")
    title = f"Letters and the {rule.days}-day limit" if rule else "Letters and the time limit"
    context = {"force": force, "verdict": verdict, "choices": [(key, said[0]) for key, said in VERDICTS.items()], "reading": reading}
    if reading.problems:
        return refused(site, "deadlines.html", title, status=404 if set(reading.problems) == {"after"} else 400, rows=None, **context)
    values, shown = {"force": force and force.slug, "verdict": verdict}, ruled[after : after + SIZE]
    context |= {"rows": rows, "ruled": ruled, "shown": shown, "before": before, "after": after, "size": SIZE, "rule": rule}
    lines = [_row(deadline) for deadline in shown]
    drawn = chart(lines, rule.days) + deadlines_narrow(lines, rule.days) if shown and rule else ""
    context |= {"lead": lead(rows, ruled, before), "chart": drawn, "drawn": drawer.queries(site, "deadlines", values)}
    return page(site, "deadlines.html", title, here=address(PATH, **values, after=after), **context)


def lead(rows: list[things.Deadline], ruled: list[things.Deadline], before: list[things.Deadline]) -> str:
    """A sentence with its denominators."""
    if not rows:
        return "No report that a letter held here answers has this verdict."
    verdicts = Counter(deadline.verdict for deadline in ruled)
    told = {
        "on_time": "answered by a letter dated in time",
        "late": "answered by a letter dated after the last day",
        "cannot_confirm": "cannot be confirmed",
        "not_applicable": "is not under this duty",
    }
    parts = [f"{verdicts[name]:,} {words}" for name, words in told.items() if verdicts[name]]
    opened = f"{counted(len(rows), 'report is', 'reports are')} answered by the letters held here."
    of = f" Of the {len(ruled):,} for which the limit was or may have been in force: {'; '.join(parts)}." if ruled else ""
    return opened + of + (f" For the other {len(before):,} there was no limit." if before and ruled else " For none was there a limit." if before else "")


def _row(deadline: things.Deadline) -> Row:
    late = deadline.late_by or 0
    words = f"day {deadline.day}" + (f" · {counted(late, 'day')} after" if late > 0 else "")
    label = short_title(deadline.report.title if deadline.report else "")
    missing = "no date printed: cannot be confirmed" if not deadline.dated else VERDICTS[deadline.verdict][0].lower()
    return Row(label, deadline.day, words if deadline.day else missing)
