"""The tables that a server reads: flat rows of incidents and claims, words for search, and shelves.

Shelf 0 is what is known now and is kept in step by linking; its rows lead to the store's
own records. Every other shelf is the edition of a day, whole, with its own bodies. All of it
is derived and can be thrown away.
"""

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Index, Integer, String, Table, Text

from hudna.store.tables import metadata

NOW_SHELF = 0

# Which edition a shelf holds, what the store held when it was made, and whether incidents are on it.
shelf = Table(
    "shelf",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("as_of", Date, nullable=False),
    Column("public", Boolean, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("state", String(120), nullable=False),
    Column("made", String(32), nullable=False),
)

# Goes up whenever rows of shelf 0 change.
turn = Table("shown_turn", metadata, Column("number", Integer, primary_key=True, autoincrement=False))

shown_incident = Table(
    "shown_incident",
    metadata,
    Column("shelf", Integer, primary_key=True, autoincrement=False),
    Column("id", String(210), primary_key=True),
    Column("version", String(16), nullable=False),
    Column("day", Integer, nullable=False),
    Column("first_told", Integer, nullable=False),
    Column("last_told", Integer, nullable=False),
    Column("root", String(20), nullable=False),
    Column("direction", String(16), nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("status", String(20), nullable=False),
    Column("theatre", String(80)),
    Column("verification", String(20), nullable=False),
    Column("country", String(3)),
    Column("place", String(200)),
    Column("place_name", Text),
    Column("precision", String(20)),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("cell", Integer),
    Column("dead", Integer),
    Column("origins", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("actors", Text, nullable=False),
    Column("weight", Float),
    Column("body", Text),
)
_I = shown_incident.c
# Everything that filters name lies in this index, so that counting opens no row.
Index("shown_incident_day", _I.shelf, _I.day, _I.id, _I.lat, _I.lon, _I.root, _I.direction, _I.counts, _I.status,
      _I.theatre, _I.verification, _I.country, _I.place, _I.dead, _I.cell)  # fmt: skip
# Of one root there are a few in a hundred: a map of all time reads these alone.
Index("shown_incident_root", _I.shelf, _I.root, _I.day, _I.lat, _I.lon, _I.cell, _I.direction, _I.counts, _I.status,
      _I.theatre, _I.verification, _I.country, _I.place, _I.dead, _I.id)  # fmt: skip
# Each map says how many it cannot show; they are few.
_NOWHERE = _I.lat.is_(None)
Index(
    "shown_incident_nowhere",
    _I.shelf,
    _I.day,
    _I.root,
    _I.theatre,
    sqlite_where=_NOWHERE,
    postgresql_where=_NOWHERE,
)
Index("shown_incident_cell", _I.shelf, _I.cell, _I.day)
Index("shown_incident_place", _I.shelf, _I.place, _I.day)
Index("shown_incident_weight", _I.shelf, _I.weight)

shown_actor = Table(
    "shown_actor",
    metadata,
    Column("shelf", Integer, primary_key=True, autoincrement=False),
    Column("actor", String(200), primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("incident", String(210), primary_key=True),
    sqlite_with_rowid=False,
)
Index("shown_actor_incident", shown_actor.c.shelf, shown_actor.c.incident)

shown_claim = Table(
    "shown_claim",
    metadata,
    Column("shelf", Integer, primary_key=True, autoincrement=False),
    Column("id", String(200), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("report", String(200), nullable=False),
    Column("told", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("root", String(20)),
    Column("status", String(20), nullable=False),
    Column("content", String(20), nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("country", String(3)),
    Column("place", String(200)),
    Column("lat", Float),
    Column("lon", Float),
    Column("weight", Float),
    Column("body", Text),
)
_C = shown_claim.c
Index("shown_claim_told", _C.shelf, _C.told, _C.id, _C.day, _C.root, _C.status, _C.content, _C.counts, _C.country,
      _C.place, _C.lat, _C.lon)  # fmt: skip
# Claims of some days are few among all: what asks for days reads these alone, and opens no row to count them.
Index("shown_claim_day", _C.shelf, _C.day, _C.id, _C.told, _C.root, _C.status, _C.content, _C.counts, _C.country,
      _C.place, _C.lat, _C.lon)  # fmt: skip
Index("shown_claim_report", _C.shelf, _C.report)
Index("shown_claim_weight", _C.shelf, _C.weight)

shown_party = Table(
    "shown_party",
    metadata,
    Column("shelf", Integer, primary_key=True, autoincrement=False),
    Column("actor", String(200), primary_key=True),
    Column("told", Integer, primary_key=True, autoincrement=False),
    Column("claim", String(200), primary_key=True),
    sqlite_with_rowid=False,
)
Index("shown_party_claim", shown_party.c.shelf, shown_party.c.claim)

# A record of the picture, the findings, the assessments or the alerts, in its order.
shown_record = Table(
    "shown_record",
    metadata,
    Column("shelf", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String(300), index=True),
    Column("day", Integer, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("theatre", String(80)),
    Column("subject", String(200)),
    Column("facts", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# A number for each thing that search can find: the day first, so that the newest come last.
sought = Table(
    "sought",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("claim", String(200)),
    Column("report_seq", Integer, nullable=False),
    Column("coding_seq", Integer, nullable=False, index=True),
)

SHOWN = (shown_record, shown_party, shown_claim, shown_actor, shown_incident, sought, shelf)
