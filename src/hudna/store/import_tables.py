"""Tables for what others made: their events and forecasts, and administrative boundaries. Rows are only ever added."""

from sqlalchemy import Column, Date, Integer, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData()

# The same row of the same file adds nothing; a newer version of a file adds rows beside the old ones.
imported = Table(
    "imported",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(200), nullable=False, index=True),
    Column("sha256", String(64), nullable=False),
    Column("dataset", String(20), nullable=False, index=True),
    Column("day", Date, index=True),
    Column("taken", String(32), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("id", "sha256"),
)

boundary = Table(
    "boundary",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("code", String(80), nullable=False, index=True),
    Column("level", Integer, nullable=False),
    Column("country", String(3), index=True),
    Column("sha256", String(64), nullable=False),
    Column("taken", String(32), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("code", "level", "sha256"),
)

GROWING = (imported, boundary)
