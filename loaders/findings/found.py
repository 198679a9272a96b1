"""A finding on its way: where it stands in the shadow, and what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.findings.layout.block import Block, Span

__all__ = ["Found", "Group"]


@dataclass(slots=True, eq=False)
class Found:
    """`start` and `end` are of the shadow; `sentence` is where the words that report it stand."""

    start: int
    end: int
    block: Block
    kind: str = "concern"
    word: str | None = None
    number: str | None = None
    voice: str = "inspectorate"
    certainty: str = "stated"
    parent: Found | None = None
    addressed_to: str | None = "force"
    year: int | None = None
    sentence: Span | None = None
    earlier_of: Found | None = None
    answers: list[Span] = field(default_factory=list)
    same_as: list[Found] = field(default_factory=list)

    @property
    def is_earlier(self) -> bool:
        return self.earlier_of is not None


@dataclass(slots=True, eq=False)
class Group:
    """Findings that were listed together, and are answered together."""

    findings: list[Found]
