"""The graph of the shipped records, built once for all tests of a run."""

from __future__ import annotations

from functools import lru_cache

from knowledge.index import Index
from knowledge.store import MemoryStore
from loaders.load import build_in_memory

__all__ = ["real_index", "real_store"]


@lru_cache(maxsize=1)
def real_store() -> MemoryStore:
    """The release that `records/` make."""
    return build_in_memory()


@lru_cache(maxsize=1)
def real_index() -> Index:
    """Its index."""
    return Index.of(real_store())
