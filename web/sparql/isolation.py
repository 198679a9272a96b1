"""No network for whoever evaluates visitors' queries: a network namespace of its own, in which there is nothing to call."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from functools import cache
from pathlib import Path

__all__ = ["can_isolate", "isolate"]

HOUSE = Path(__file__).resolve().parents[2]
# unshare(2): a new network; for whoever is not root, in a new user namespace.
NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000


def isolate() -> bool:
    """Leave the network for good; whether that was possible. Only where the kernel is Linux and allows it."""
    if not sys.platform.startswith("linux"):
        return False
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    return unshare(NEW_NETWORK) == 0 or unshare(NEW_USER | NEW_NETWORK) == 0


@cache
def can_isolate() -> bool:
    """Whether a child of ours can leave the network, tried once in a child."""
    program = "import sys; from web.sparql.isolation import isolate; sys.exit(not isolate())"
    return subprocess.run([sys.executable, "-c", program], cwd=HOUSE, check=False).returncode == 0
