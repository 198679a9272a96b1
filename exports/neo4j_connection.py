"""The way to a Neo4j: where it is, how it is opened, and its errors as plain sentences."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

__all__ = ["Connection", "SyncError", "opened"]

OLDEST = (5, 13)
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
# A broken connection is tried again for so long; the server undoes by itself what was not committed.
RETRY_SECONDS = 10
CODES = {
    "Security.CredentialsExpired": "The first password of '{user}' at '{uri}' has to be changed before anything else, in Neo4j Browser or with ALTER CURRENT USER SET PASSWORD.",
    "Security.AuthenticationRateLimit": "The Neo4j at '{uri}' was given too many wrong passwords in a row. Wait some seconds, then check NEO4J_USER and NEO4J_PASSWORD.",
    "WriteOnReadOnlyAccessDatabase": "The database '{database}' of the Neo4j at '{uri}' may only be read. Make it writable, or name another with --database.",
    "General.DatabaseUnavailable": "The database '{database}' of the Neo4j at '{uri}' does not run. Start it, or name another with --database.",
    "Security.Forbidden": "The user '{user}' may not write to the Neo4j at '{uri}'. Give one that may write and make constraints.",
    "ConstraintCreationFailed": "Other nodes or relationships in the Neo4j at '{uri}' break our constraint: {said} Rename their label or type, or sync to another database with --database.",
    "ConstraintValidationFailed": "An element of others in the Neo4j at '{uri}' has an id of ours: {said} Rename it, or sync to another database with --database.",
    "DatabaseNotFound": "The Neo4j at '{uri}' has no database '{database}'. Name another with --database.",
}


class SyncError(RuntimeError):
    """Neo4j could not be reached, refused, or is not as it should be; the message is one sentence or two."""


@dataclass(frozen=True)
class Connection:
    """Where a Neo4j is. Without a user it is asked without a password, as one that has authentication turned off."""

    uri: str = "bolt://127.0.0.1:7687"
    user: str | None = "neo4j"
    password: str | None = None
    database: str = "neo4j"

    @classmethod
    def of_environment(cls) -> Connection:
        """From NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE."""
        said = {name: os.environ.get(f"NEO4J_{name.upper()}") for name in ("uri", "user", "password", "database")}
        return cls(**{name: value for name, value in said.items() if value})

    @property
    def auth(self) -> tuple[str, str] | None:
        return (self.user, self.password) if self.user and self.password else None


@contextmanager
def opened(to: Connection) -> Iterator[Driver]:
    """A driver that has reached its server. Raises `SyncError` for whatever the driver raises, then or later."""
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # or each new attempt is a line on standard error
    _check_address(to.uri)
    reached = False
    try:
        with GraphDatabase.driver(to.uri, auth=to.auth, **_patience()) as driver:
            _check_version(driver.get_server_info().agent, to.uri)
            reached = True
            yield driver
    except ServiceUnavailable as error:
        raise SyncError(_lost(to) if reached else _sentence(error, to)) from error
    except (Neo4jError, DriverError) as error:
        raise SyncError(_sentence(error, to)) from error


def _patience() -> dict[str, Any]:
    return {"notifications_min_severity": "OFF", "connection_timeout": RETRY_SECONDS, "max_transaction_retry_time": RETRY_SECONDS}


def _check_address(uri: str) -> None:
    scheme, _, host = uri.partition("://")
    if scheme not in SCHEMES or not host:
        raise SyncError(f"'{uri}' is no address of a Neo4j. Write bolt://host:7687, or neo4j+s://… for Aura; schemes are {', '.join(SCHEMES)}.")


def _check_version(agent: str, uri: str) -> None:
    """`agent` is what the server calls itself: `Neo4j/5.26.12`, `Neo4j/2026.09.0`, `Neo4j/5.27-aura`."""
    found = re.search(r"(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        raise SyncError(f"The server at '{uri}' is {agent}. Neo4j {OLDEST[0]}.{OLDEST[1]} or later is needed.")


def _lost(to: Connection) -> str:
    return f"The connection to the Neo4j at '{to.uri}' broke off and did not come back. Run it again: what is there already is not written twice."


def _sentence(error: Exception, to: Connection) -> str:
    if isinstance(error, AuthError) and "Unauthorized" in (error.code or ""):
        return f"The Neo4j at '{to.uri}' {_refused(to)}. Check NEO4J_USER and NEO4J_PASSWORD."
    if isinstance(error, ServiceUnavailable):
        return f"There is no Neo4j to be reached at '{to.uri}'. Start one with `peelgraph neo4j start`, or give its address with --uri."
    code, said = getattr(error, "code", None) or "", " ".join(str(getattr(error, "message", None) or error).split()).rstrip(".") + "."
    known = next((text for part, text in CODES.items() if part in code), "The Neo4j at '{uri}' did not do it: {said}")
    return known.format(uri=to.uri, user=to.user, database=to.database, said=said)


def _refused(to: Connection) -> str:
    return f"refused the user '{to.user}'" if to.auth else "wants a user and a password"
