"""The house keeps its rules: who may import whom, what lies in `graphql/`, where query text may stand."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
ROOMS = {
    "knowledge": {"knowledge"},
    "loaders": {"loaders", "knowledge"},
    "exports": {"exports", "knowledge"},
    "web": {"web", "knowledge", "exports"},
    "server": {"server", "web", "knowledge"},
    "cli": {"cli", "loaders", "knowledge", "exports", "server"},
}
FILES = sorted(p for room in ROOMS for p in [*HOUSE.glob(f"{room}/**/*.py"), *HOUSE.glob(f"{room}.py")])
KEYWORDS = re.compile(r"\b(SELECT\s+(DISTINCT\s+)?\?|CONSTRUCT\s*\{|ASK\s*\{|MATCH\s*\(|UNWIND\s+\$|MERGE\s*\()")


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The top-level names that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def breaches(forbidden: str, allowed: tuple[str, ...]) -> list[str]:
    """Files that import `forbidden` though their path begins with none of `allowed`."""
    paths = [(str(p.relative_to(HOUSE)), p) for p in FILES]
    return [name for name, path in paths if forbidden in imports(path) and not name.startswith(allowed)]


def strings(path: Path) -> list[str]:
    return [
        n.value for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    ]


def test_every_room_has_files() -> None:
    assert {room_of(path) for path in FILES} == set(ROOMS)


def test_no_room_imports_a_room_that_it_may_not() -> None:
    wrong = [
        f"{path.relative_to(HOUSE)} imports {name}"
        for path in FILES
        for name in imports(path) & set(ROOMS)
        if name not in ROOMS[room_of(path)]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("flask", ("web/", "server.py")),
        ("graphql", ("web/graphql_",)),
        ("graphene", ("web/graphql_",)),
        ("neo4j", ("exports/neo4j", "exports/engines")),
    ],
)
def test_a_library_stays_in_its_room(library: str, allowed: tuple[str, ...]) -> None:
    assert breaches(library, allowed) == []


def test_query_text_stands_in_queries_and_in_the_store_alone() -> None:
    allowed = ("knowledge/store.py", "knowledge/remote.py", "exports/neo4j", "exports/bloom")
    wrong = [
        str(p.relative_to(HOUSE))
        for p in FILES
        if not str(p.relative_to(HOUSE)).startswith(allowed) and any(KEYWORDS.search(s) for s in strings(p))
    ]
    assert wrong == []


def test_the_graphql_folder_holds_data_only_and_graphql_core_wins() -> None:
    assert list((HOUSE / "graphql").rglob("*.py")) == []
    program = "import graphql, server, cli, web; print(graphql.build_schema.__name__, *(m.__file__ for m in (graphql, server, cli, web)), sep='\\n')"
    for flags in ([], ["-P"]):
        lines = subprocess.run(
            [sys.executable, *flags, "-c", program], cwd=HOUSE, capture_output=True, text=True, check=True
        ).stdout.split()
        assert lines[0] == "build_schema"
        assert "site-packages" in lines[1]
        assert all(line.startswith(str(HOUSE)) for line in lines[2:])


def test_no_file_of_ours_is_called_graphql() -> None:
    assert [p for p in FILES if p.name == "graphql.py"] == []


def test_every_module_says_in_one_line_what_it_is_for() -> None:
    silent = [str(p.relative_to(HOUSE)) for p in FILES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert silent == []


def test_the_front_door_is_under_sixty_lines() -> None:
    assert len((HOUSE / "server.py").read_text(encoding="utf-8").splitlines()) < 60


def test_no_file_names_a_registry_host_or_a_path_of_a_builder() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout.split()
    pattern = re.compile(
        r"https?://(registry\.|pypi\.|files\.pythonhosted|repo1?\.maven|proxy\.golang)|/opt/wheels|/work/(main|shared|\.library)"
    )
    texts = [
        (name, HOUSE / name)
        for name in tracked
        if not name.startswith("tests/test_house") and (HOUSE / name).suffix not in (".png", ".pdf")
    ]
    assert [name for name, path in texts if path.is_file() and pattern.search(path.read_text(encoding="utf-8", errors="ignore"))] == []
