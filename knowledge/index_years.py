"""The years that are asked about if nobody names any."""

from __future__ import annotations

from collections import Counter

from knowledge.index import Index

__all__ = ["years_asked", "years_of"]


def years_of(index: Index) -> list[int]:
    """The years of findings, in order."""
    return sorted({finding.year for finding in index.findings if finding.year})


def years_asked(index: Index) -> tuple[int, int] | None:
    """The longest way over which something was found again, else the first year and the last; none without findings of a year."""
    joined = Counter(
        (row.earlier.year, row.later.year)
        for row in index.lineages
        if row.slug.startswith("reviewed-") and row.relation != "related" and row.earlier.year and row.later.year
    )
    if joined:
        return max(joined, key=lambda pair: (pair[1] - pair[0], joined[pair], pair[1]))
    years = years_of(index)
    return (years[0], years[-1]) if years else None
