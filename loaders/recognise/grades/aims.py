"""What each grade of a sentence is given for."""

from __future__ import annotations

import re
from itertools import zip_longest

from loaders.letter import Report
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades.given import is_aimed
from loaders.recognise.grades.mentions import Mention
from loaders.recognise.grades.phrases import said_after, said_before, said_likewise
from loaders.recognise.grades.targets import Target, pillar_of_title, targets
from loaders.recognise.grades.which import years

__all__ = ["LONGEST", "aims_of", "pillar_of"]

PART = re.compile(
    r";|,?\s+(?:but|while|whilst|whereas|although)\b|,?\s+(?:and\s+)?(?:in|for|on|its)\s+(?:\w+\s+)?(?:effectiveness|efficiency|legitimacy|leadership)\s+(?:it|the\s+force|was|is)\b",
    re.I,
)
EACH = re.compile(
    r"\b(?:each|all|both)\s+of\s+(?:these|the|those)\s+(?:\w+\s+)?(?:categories|areas|questions|pillars|themes|strands|elements|inspections)"
    r"|\b(?:in|at|on|for|across)\s+(?:all|both)\s+(?:of\s+(?:these|the|those|them)\s+)?(?:(?:\w+\s+)?(?:categories|areas|questions|pillars|respects)\b|(?:two|three|four)(?=\s*[,.;]|\s*$))|\bin\s+(?:all|both)\s+of\s+them\b",
    re.I,
)
RESPECTIVELY = re.compile(r"\brespectively\b|\bin\s+(?:that|this|the\s+same)\s+order\b", re.I)
NOW = re.compile(r"['\")]*[^.;]{0,80}?\s*[;,/]\s*(?:and\s+)?(?:then\s+)?(?:now|currently|today|this\s+time|(?:in\s+)?20\d\d(?:\s?[/-]\s?\d\d)?)\s*(?:as|to\s+be|at)?\s*:?\s*['\"]?", re.I)
MODERN = 2021
LONGEST = 2_000  # characters of a sentence that are looked at: what a person writes is shorter, and the work grows with the square


def aims_of(anatomy: Anatomy, i: int, given: list[Mention]) -> list[list[Target]]:
    """The targets of each grade of the sentence `i`, each once."""
    start, end = anatomy.sentences[i]
    end = min(end, start + LONGEST)
    text = anatomy.flat
    now = [mention for mention in given if not mention.is_earlier] or given
    aims = targets(text, start, end) or (_of_list_before(anatomy, i) if EACH.search(text, start, end) else [])
    placed = {} if RESPECTIVELY.search(text, start, end) else _placed(text, (start, end), given)
    taken = [aim for share in placed.values() for aim in share]
    free = [aim for aim in aims if not any(own.start < aim.end and aim.start < own.end for own in taken)]
    rest = [mention for mention in now if mention.start not in placed]
    shares = {
        mention.start: _each(own or _pillar_before(text, start, mention))
        for mention, own in zip(rest, _aimed(rest, free, text, start, end), strict=True)
    } | placed
    return [placed.get(mention.start) or _share_of(mention, now, shares) or _of_the_one_before(text, mention, given, shares) for mention in given]


def _placed(text: str, span: tuple[int, int], given: list[Mention]) -> dict[int, list[Target]]:
    """The targets of the grades whose place in the sentence says them."""
    found, begin = {}, span[0]
    for mention, later in zip_longest(given, given[1:]):
        after = said_after(text, mention.end, later.start if later else span[1], is_followed=later is not None)
        own = (
            after
            if any(not aim.is_open for aim in after)
            else said_before(text, begin, mention.start, is_one_of_several=len(given) > 1) or after
        )
        begin = max(mention.end, *(aim.end for aim in after)) if own is after and after else mention.end
        besides = said_likewise(text, mention.end, later.start if later else span[1])
        if own:
            found[mention.start] = _each([*own, *besides])
    return found


def _share_of(mention: Mention, now: list[Mention], shares: dict[int, list[Target]]) -> list[Target]:
    """A grade's own share; that of one which is no longer given is that of the grade which took its place: the next, else the last."""
    after = [later.start for later in now if later.start >= mention.start]
    return shares[after[0]] if after else shares[now[-1].start] if now else []


def _of_the_one_before(text: str, mention: Mention, given: list[Mention], shares: dict[int, list[Target]]) -> list[Target]:
    """What an earlier grade right before this one was for: "A, inadequate two years ago, is now good", "A (2018/19: good; now: adequate)"."""
    before = [
        other for other in given if other.start < mention.start and (other.is_earlier or NOW.fullmatch(text, other.end, mention.start))
    ]
    return shares.get(before[-1].start, []) if before else []


def _aimed(given: list[Mention], aims: list[Target], text: str, start: int, end: int) -> list[list[Target]]:
    """The targets of each grade: those that follow it after *at*, *in* or *for*; else those before it that no other grade has."""
    if len(given) <= 1:
        return [aims] * len(given)
    if len(_each(aims)) == len(given) and _is_in_order(aims, given, text, end):
        return [[aim] for aim in _each(aims)]
    shares: list[list[Target]] = []
    free, begin = list(aims), start
    for mention, after in zip(given, [*given[1:], None], strict=True):
        stop = after.start if after else end
        cut = PART.search(text, mention.end, stop)
        own = [aim for aim in free if mention.end <= aim.start < (cut.start() if cut else stop)] if is_aimed(text, mention.end, end) else []
        own = own or [aim for aim in free if aim.start < mention.start]
        has_own = _pillar_before(text, begin, mention) or re.match(r"['\")]*\s+overall", text[mention.end : end])
        own = own or ([] if has_own else [aim for aim in free if mention.end <= aim.start < (cut.start() if cut else stop)])
        free = [aim for aim in free if aim not in own]
        shares.append(own)
        begin = mention.end
    return shares


def _is_in_order(aims: list[Target], given: list[Mention], text: str, end: int) -> bool:
    """Whether as many grades as aims go with them one by one: *respectively*, or all of the ones stand before all of the others."""
    apart = aims[-1].end <= given[0].start or given[-1].end <= aims[0].start
    return apart or bool(RESPECTIVELY.search(text, given[0].start, end))


def _pillar_before(text: str, start: int, mention: Mention) -> list[Target]:
    """Where questions are for other grades of the sentence: "as regards efficiency HMICFRS say 'good'"."""
    return [aim for aim in targets(text, start, mention.start) if aim.question is None][-1:]


def _each(aims: list[Target]) -> list[Target]:
    """Each pillar and question once."""
    return list({(aim.pillar, aim.question): aim for aim in reversed(aims)}.values())[::-1]


def pillar_of(aim: Target, title: str, report: Report | None) -> str | None:
    """A question's pillar: the report's own, else the one that asked it before pillars were given up in 2021."""
    if aim.question is None:
        return aim.pillar
    own = years(title) or years(report.published or "" if report else "")
    return pillar_of_title(title) or (None if any(year >= MODERN for year in own) else aim.pillar)


def _of_list_before(anatomy: Anatomy, i: int) -> list[Target]:
    """ "each of these three categories": what the sentence before lists after its colon."""
    for start, end in reversed(anatomy.sentences[max(0, i - 2) : i]):
        colon = anatomy.flat.find(":", start, end)
        if colon > 0 and start >= anatomy.body_start:
            parts = re.split(
                r"\s*;\s*(?:and\s+)?|\s*,\s*(?:and\s+)?" if ";" not in anatomy.flat[colon:end] else r"\s*;\s*(?:and\s+)?",
                anatomy.flat[colon + 1 : end].strip(" ."),
            )
            return [Target(start, end, None, " ".join(part.split())) for part in parts if part.strip()]
    return next(filter(None, (_each(targets(anatomy.flat, *span)) for span in reversed(anatomy.sentences[max(0, i - 2) : i]))), [])
