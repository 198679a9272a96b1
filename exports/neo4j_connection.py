"""The way to a Neo4j: where it is, how it is opened, and its errors as plain sentences."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

__all__ = ["Connection", "SyncError", "opened"]

OLDEST = (5, 13)
CODES = {
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
    try:
        with GraphDatabase.driver(to.uri, auth=to.auth, notifications_min_severity="OFF", connection_timeout=10) as driver:
            _check_version(driver, to)
            yield driver
    except (Neo4jError, DriverError, ValueError) as error:
        raise SyncError(_sentence(error, to)) from error


def _check_version(driver: Driver, to: Connection) -> None:
    agent = driver.get_server_info().agent
    found = re.search(r"(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        raise SyncError(f"The server at '{to.uri}' is {agent}. Neo4j 5.13 or later is needed.")


def _sentence(error: Exception, to: Connection) -> str:
    if isinstance(error, AuthError):
        return f"The Neo4j at '{to.uri}' refused the user '{to.user}'. Check NEO4J_USER and NEO4J_PASSWORD."
    if isinstance(error, ServiceUnavailable):
        return f"There is no Neo4j to be reached at '{to.uri}'. Start one with `peelgraph neo4j start`, or give its address with --uri."
    code, said = getattr(error, "code", None) or "", " ".join(str(getattr(error, "message", None) or error).split()).rstrip(".") + "."
    known = next((text for part, text in CODES.items() if part in code), "The Neo4j at '{uri}' did not do it: {said}")
    return known.format(uri=to.uri, user=to.user, database=to.database, said=said)
