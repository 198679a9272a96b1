"""The records of a graph by type, each list in its order: read back from beside the generation, else made from the statements."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge import index_file
from knowledge.index_file import ByType
from knowledge.index_join import join
from knowledge.index_order import ORDERS
from knowledge.index_read import read_records
from knowledge.store import DiskStore, Readable

__all__ = ["ByType", "keep_records", "made", "records_of", "without_collector"]

KEYS = dict(ORDERS.values())


def records_of(store: Readable) -> ByType:
    """As they were written with the generation, where that was by this program; else made anew."""
    kept = index_file.read_index(store.folder / index_file.NAME, store.manifest.digest) if isinstance(store, DiskStore) else None
    return made(store) if kept is None else kept


def made(store: Readable) -> ByType:
    """From the statements: read, joined both ways, put in order."""
    records = read_records(store)
    join(records, store)
    by_type: ByType = defaultdict(list)
    for record in records.values():
        by_type[type(record)].append(record)
    return {kind: sorted(some, key=KEYS.get(kind, lambda record: record.id)) for kind, some in by_type.items()}


def keep_records(store: Readable, folder: Path) -> None:
    """Write the records beside a generation that is not in service yet."""
    with without_collector():
        index_file.write_index(folder / index_file.NAME, store.manifest.digest, made(store))


@contextmanager
def without_collector() -> Iterator[None]:
    """While hundreds of thousands of records are made and none is dropped, looking for what can be dropped is most of the work."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
