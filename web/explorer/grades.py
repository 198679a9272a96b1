"""Grades, round by round, for one force: those that letters tell of and those of the register, joined only where rounds may be compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from knowledge import things
from web.charts.grades import Column, Panel, Point
from web.charts.grades import grades as chart
from web.explorer import drawer
from web.explorer.page import Args, Page, page, refused
from web.explorer.reading import Reading
from web.explorer.rounds import Graded, Series, compared, from_letters, registered_grades, round_label, series
from web.explorer.site import Site
from web.explorer.words import address, counted

__all__ = ["grades"]

PATH, TITLE = "/questions/judgement_history", "Grades, round by round"
SAID = {True: "Comparable", False: "Not comparable", None: "not known"}


def grades(site: Site, given: Args) -> Page:
    """The page of `/questions/judgement_history`."""
    reading = Reading(site, PATH, given)
    reading.only(("force", "pillar"))
    force = reading.thing("force", "force") or (site.only_force or (site.forces[0] if site.forces else None))
    pillar = reading.raw("pillar") or None
    registered = registered_grades(site, force) if force else ()
    pillars = sorted({one.pillar for one in (*site.index.judgements, *registered) if one.pillar})
    if pillar and pillar not in pillars:
        reading.wrong("pillar", f"No letter or register held here grades a pillar “{pillar[:100]}”.", next((p for p in pillars if p[:3] == pillar[:3]), None))
    context = {"force": force, "pillar": pillar, "pillars": pillars}
    if reading.problems:
        return refused(site, "grades.html", TITLE, reading, rows=None, **context)
    values = {"force": force.slug if force else "", "pillar": pillar}
    told = from_letters(site, site.questions["judgement_history"].run(site.store, **values) if force else [])
    told += [one for one in registered if pillar in (None, one.pillar)]
    rounds = series(site, told)
    context |= {"lead": lead(told, force), "rows": ordered(told, rounds), "before": before(rounds), "chart": draw(site, told, rounds)}
    context |= {"judgement": lambda row: _judgement(site, row), "report": lambda row: site.index.get(row["report"] or "", "report")}
    drawn = drawer.queries(site, "judgement_history", values)
    return page(site, "grades.html", TITLE, here=address(PATH, **values), reading=reading, drawn=drawn, round_label=round_label, **context)


def lead(told: list[Graded], force: things.Force | None) -> str:
    """How many grades, from letters and from the register apart."""
    letters, register = sum(one.row is not None for one in told), sum(one.row is None and one.is_grade for one in told)
    if not told:
        return f"No letter held here tells of a grade{' of ' + force.name if force else ''}, and no register has one."
    parts = [counted(letters, "grade") + " that letters tell of" if letters else "No grade that a letter tells of"]
    parts += [f"{register:,} from the register of published grades"] if register else []
    return f"{', and '.join(parts)}. A line joins two grades only where the inspectorate lets one round be compared with the round before."


def ordered(told: list[Graded], rounds: Series) -> list[Graded]:
    """By round, pillar and question; what letters tell of first, a round that is not known last."""
    return sorted(told, key=lambda g: (rounds.places.get(g.round.id if g.round else "", len(rounds.places)), g.pillar or "", g.question or "", g.row is None))


def before(rounds: Series) -> Callable[[Graded], str]:
    """What may be said of a grade and the round before, in words; of single questions only what the answer says."""

    def told(graded: Graded) -> str:
        if graded.round is None:
            return "round not known"
        n = rounds.places[graded.round.id]
        if n and graded.question:
            return SAID[{"COMPARABLE": True, "NOT_COMPARABLE": False}.get((graded.row or {}).get("comparable") or "")]
        return SAID[rounds.comparable[n]] if n else "none before"

    return told


def draw(site: Site, told: list[Graded], rounds: Series) -> Any:
    """The panels of pillars that a letter grades, or that the register grades more than once; single questions stand in the table only."""
    whole = [one for one in told if one.pillar and not one.question and one.round and one.is_grade]
    names = sorted({one.pillar for one in whole if one.row or len({two.round for two in whole if two.pillar == one.pillar}) > 1})  # type: ignore[type-var]
    shown = rounds.part({one.round for one in whole if one.pillar in names})  # type: ignore[misc]
    columns = [Column(round_label(one.name), may) for one, may in zip(shown.rounds, shown.comparable, strict=True)]
    return chart(columns, [_panel(name or "", told, shown.places) for name in names], beyond(site, rounds, shown))


def _panel(name: str, told: list[Graded], places: dict[str, int]) -> Panel:
    """A pillar's grades by round; a round that is told of it but gives the whole no grade says so."""
    mine = [one for one in told if one.pillar == name and one.round and one.round.id in places]
    held: dict[tuple[int, str], bool] = {}
    for one in mine:
        if one.is_grade and not one.question:
            key = (places[one.round.id], one.grade)  # type: ignore[union-attr]
            held[key] = held.get(key, False) or one.row is not None
    graded = {column for column, _ in held}
    ungraded = {places[one.round.id] for one in mine} - graded  # type: ignore[union-attr]
    return Panel(name.capitalize(), [Point(column, grade, printed) for (column, grade), printed in held.items()], sorted(ungraded))


def beyond(site: Site, rounds: Series, shown: Series) -> list[str]:
    """Later rounds that the register says may be compared with none of those drawn before them."""
    later = rounds.rounds[rounds.rounds.index(shown.rounds[-1]) + 1 :] if shown.rounds else ()
    return [one.name for one in later if all(compared(site, one, other) is False for other in shown.rounds)]


def _judgement(site: Site, row: dict[str, Any]) -> Any:
    """The record behind a row, for its quote."""
    letter = site.index.get(row["letter"] or "", "letter")
    held = letter.judgements if letter else []
    return next((j for j in held if j.quote and (j.quote.start, j.quote.end) == (row["start"], row["end"])), None)
