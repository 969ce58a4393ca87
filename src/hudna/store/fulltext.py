"""Words for search, in the dialect of each database: FTS5 on SQLite, a `simple` tsvector on PostgreSQL.

Both are given tokens that Python has folded and stemmed (`hudna.knowledge.search_words`), so
the same question finds the same rows on either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from hudna.store.chunks import pieces


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be there: a word, a phrase of words in a row, or the beginning of a word."""

    words: tuple[str, ...]
    begins: bool = False


def prepare_words(connection: Connection) -> None:
    """The index of words, in a new store."""
    if connection.dialect.name == "sqlite":
        made = 'CREATE VIRTUAL TABLE IF NOT EXISTS sought_words USING fts5(words, tokenize="unicode61 remove_diacritics 0")'
        connection.execute(text(made))
        return
    connection.execute(
        text("CREATE TABLE IF NOT EXISTS sought_words (rowid bigint PRIMARY KEY, words tsvector)")
    )
    connection.execute(text("CREATE INDEX IF NOT EXISTS sought_words_all ON sought_words USING gin (words)"))


def add_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Rows of words under their numbers."""
    words = ":words" if connection.dialect.name == "sqlite" else "to_tsvector('simple', :words)"
    statement = text(f"INSERT INTO sought_words(rowid, words) VALUES (:id, {words})")  # noqa: S608  # no value of anybody's
    for piece in pieces(rows):
        connection.execute(statement, [{"id": number, "words": _within(held)} for number, held in piece])


def drop_words(connection: Connection, numbers: Iterable[int]) -> None:
    """Take rows out."""
    statement = text("DELETE FROM sought_words WHERE rowid = :id")
    for piece in pieces(numbers):
        connection.execute(statement, [{"id": number} for number in piece])


def drop_all_words(connection: Connection) -> None:
    """Take every row out."""
    connection.execute(text("DELETE FROM sought_words"))


def newest_with(
    connection: Connection,
    terms: Sequence[Term],
    *,
    below: int,
    above: int,
    limit: int,
    ascending: bool = False,
) -> list[int]:
    """The numbers of rows that hold every term, the newest first (or the oldest), between two numbers."""
    if connection.dialect.name == "sqlite":
        match, asked = "sought_words MATCH :asked", _for_sqlite(terms)
    else:
        match, asked = "words @@ to_tsquery('simple', :asked)", _for_server(terms)
    order = "ASC" if ascending else "DESC"
    query = f"SELECT rowid FROM sought_words WHERE {match} AND rowid < :below AND rowid > :above ORDER BY rowid {order} LIMIT :limit"  # noqa: S608
    given = {"asked": asked, "below": below, "above": above, "limit": limit}
    return [row[0] for row in connection.execute(text(query), given)]


def _within(words: str) -> str:
    """PostgreSQL holds a megabyte of words at most, and numbers no word beyond 16,383."""
    return " ".join(words.split(" ")[:16_000])


def _for_sqlite(terms: Sequence[Term]) -> str:
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if term.begins else ""}' for term in terms)


def _for_server(terms: Sequence[Term]) -> str:
    return " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.begins else "") + ")"
        for term in terms
    )
