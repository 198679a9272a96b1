"""Progress of long work: a bar on a terminal, plain lines otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

__all__ = ["bar"]


def bar(output: TextIO) -> Callable[[str, int, int], None]:
    """A callable that is told `(stage, done, total)`."""
    return _bar(output) if output.isatty() else _lines(output)


def _lines(output: TextIO) -> Callable[[str, int, int], None]:
    """A line when a stage begins and another when it ends, so that a log stays short."""
    begun: set[str] = set()

    def told(stage: str, done: int, total: int) -> None:
        if stage not in begun:
            begun.add(stage)
            output.write(f"{stage} …\n")
        if done == total:
            begun.discard(stage)
            output.write(f"{stage}: {done} of {total}.\n") if total > 1 else None
        output.flush()

    return told


def _bar(output: TextIO) -> Callable[[str, int, int], None]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    progress = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console(file=output)
    )
    tasks: dict[str, int] = {}

    def told(stage: str, done: int, total: int) -> None:
        progress.start()
        if stage not in tasks:
            tasks[stage] = progress.add_task(stage, total=total)
        progress.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]
        if done == total:
            progress.refresh()
            progress.stop()

    return told
