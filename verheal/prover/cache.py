"""Results kept between runs, in SQLite. It may lose everything at any time; it may never change a verdict.

Rows carry a digest of key and content, so that a damaged one is noticed and counts as missing. What goes
wrong with the file (damage, another schema, no right to write, a full disk) is told in `problems`; it
is no error.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

SCHEMA: Final = 1
TABLES: Final = ("reports", "details", "solver", "modules")
WAIT_SECONDS: Final = 5.0
NAME: Final = "cache.sqlite"


class Cache:
    """Texts by table and key. `folder` None is a cache that keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.problems: list[str] = []
        self.path = folder / NAME if folder is not None else None
        self._connection = self._opened()
        self._writes = self._connection is not None

    def get(self, table: str, key: str) -> str | None:
        """The text stored, or None."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                f"SELECT body, seal FROM {_known(table)} WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error as error:
            self._give_up(f"cannot be read: {error}")
            return None
        return None if row is None else self._unpacked(table, key, row[0], row[1])

    def put(self, table: str, items: Iterable[tuple[str, str]]) -> bool:
        """Store texts under their keys; all or none of them. False when they were not stored."""
        if self._connection is None or not self._writes:
            return False
        rows = [(key, body := zlib.compress(text.encode(), 1), _seal(key, body)) for key, text in items]
        try:
            with self._connection:
                statement = f"INSERT OR REPLACE INTO {_known(table)} (key, body, seal) VALUES (?, ?, ?)"
                self._connection.executemany(statement, rows)
        except sqlite3.Error as error:
            self._writes = False
            self._note(f"cannot be written: {error}")
        return self._writes

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection | None:
        if self.path is None:
            return None
        try:
            return self._connect()
        except sqlite3.OperationalError as error:
            if _is_damage(error):
                return self._anew(str(error))
            return self._read_only(str(error))
        except (sqlite3.DatabaseError, _OtherSchema) as error:
            return self._anew(str(error))

    def _connect(self) -> sqlite3.Connection:
        assert self.path is not None
        connection = sqlite3.connect(self.path, timeout=WAIT_SECONDS, isolation_level="DEFERRED")
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # a lost row costs time only
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if found not in (0, SCHEMA):
                raise _OtherSchema(f"schema {found}, not {SCHEMA}")
            if found == 0:
                self._lay_out(connection)
            for table in TABLES:
                connection.execute(f"SELECT key, body, seal FROM {table} LIMIT 1").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _lay_out(connection: sqlite3.Connection) -> None:
        with connection:
            for table in TABLES:
                connection.execute(
                    f"CREATE TABLE IF NOT EXISTS {table} (key TEXT PRIMARY KEY, body BLOB, seal TEXT)"
                )
            connection.execute(f"PRAGMA user_version = {SCHEMA}")

    def _anew(self, why: str) -> sqlite3.Connection | None:
        """The file is of no use: begin a new one."""
        assert self.path is not None
        self._note(f"was thrown away and begun anew ({why})")
        try:
            for suffix in ("", "-wal", "-shm"):
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)
            return self._connect()
        except (OSError, sqlite3.Error, _OtherSchema) as error:
            self._note(f"cannot be begun anew: {error}")
            return None

    def _read_only(self, why: str) -> sqlite3.Connection | None:
        """What may not be written can perhaps be read."""
        assert self.path is not None
        self._note(f"cannot be written: {why}")
        try:
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            return connection if found == SCHEMA else None
        except sqlite3.Error:
            return None

    def _unpacked(self, table: str, key: str, body: object, seal: object) -> str | None:
        if not isinstance(body, bytes) or seal != _seal(key, body):
            self._note(f"held a damaged entry in {table}")
            return None
        try:
            return zlib.decompress(body).decode()
        except (zlib.error, UnicodeDecodeError):
            self._note(f"held an unreadable entry in {table}")
            return None

    def _give_up(self, why: str) -> None:
        self._note(why)
        self.close()

    def _note(self, message: str) -> None:
        if message not in self.problems:
            self.problems.append(message)


class _OtherSchema(Exception):
    """Written by another version."""


def _is_damage(error: sqlite3.OperationalError) -> bool:
    return any(word in str(error) for word in ("malformed", "no such table", "no such column", "disk image"))


def _known(table: str) -> str:
    if table not in TABLES:
        raise KeyError(table)
    return table


def _seal(key: str, body: bytes) -> str:
    return sha256(key.encode() + b"\0" + body).hexdigest()
