"""The tables, and a version that tells whether this program may use them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 8

metadata = MetaData()

about = Table("about", metadata, Column("version", Integer, primary_key=True))

# One row for each text of a report: a corrected report is a further row with the same id.
report = Table(
    "report",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(200), nullable=False, index=True),
    Column("digest", String(64), nullable=False),  # of everything known of the report
    Column("sha256", String(64), nullable=False),  # of its text
    Column("published", Date, index=True),
    Column("source", Text),
    Column("fetched", String(32), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("id", "digest"),
)

# One row for each report and coder version; without it the report counts as not coded.
coding = Table(
    "coding",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("report_seq", ForeignKey("report.seq"), nullable=False),
    Column("coder", String(80), nullable=False),
    Column("coded", String(32), nullable=False),
    Column("language", String(8)),
    Column("passages", Text, nullable=False),
    UniqueConstraint("report_seq", "coder"),
)

claim = Table(
    "claim",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("coding_seq", ForeignKey("coding.seq"), nullable=False, index=True),
    Column("id", String(200), nullable=False, index=True),
    Column("content", String(20), nullable=False),
    Column("status", String(20), nullable=False),
    Column("root", String(20), index=True),
    Column("country", String(3), index=True),
    Column("earliest", Date, index=True),
    Column("latest", Date),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False, unique=True),  # a chain has no forks
    Column("hash", String(64), nullable=False, unique=True),
)

issue = Table(
    "issue",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("run", String(40), nullable=False, index=True),
    Column("coding_seq", ForeignKey("coding.seq"), index=True),
    Column("body", Text, nullable=False),
)

# A run has a row when it starts and another when it ends; a run without an end was broken off.
run = Table(
    "run",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("run", String(40), nullable=False, index=True),
    Column("what", String(10), nullable=False),
    Column("at", String(32), nullable=False),
    Column("coder", String(80), nullable=False),
    Column("coded", Integer),
    Column("skipped", Integer),
    Column("claims", Integer),
)

# What people decided; a chain of its own.
judgement = Table(
    "judgement",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(40), nullable=False, unique=True),
    Column("act", String(20), nullable=False),
    Column("made", String(40), nullable=False),
    Column("recorded", String(32), nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False, unique=True),
    Column("hash", String(64), nullable=False, unique=True),
)

# Which model has looked through a coding for sentences that may tell of events not coded; the last one speaks.
looked = Table(
    "looked",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("coding_seq", ForeignKey("coding.seq"), nullable=False),
    Column("model", String(120), nullable=False),
    UniqueConstraint("coding_seq", "model"),
)

proposal = Table(
    "proposal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("looked_seq", ForeignKey("looked.seq"), nullable=False, index=True),
    Column("id", String(40), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

Index("claim_content_status", claim.c.content, claim.c.status)
APPEND_ONLY = (about, report, coding, claim, issue, run, judgement, looked, proposal)

# The tables below are derived: they can be thrown away and made again from those above, and rows of
# theirs are replaced when what they are derived from grows.

# Which rules made them, and how far they have read people's judgements.
linking = Table(
    "linking",
    metadata,
    Column("version", String(80), primary_key=True),
    Column("judgement_seq", Integer, nullable=False),
)

# How often anything below was written.
turn = Table("linking_turn", metadata, Column("turn", Integer, primary_key=True, autoincrement=False))

# A claim as linking sees it; verbatim copies share one. A group is one incident.
unit = Table(
    "unit",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("group_id", BigInteger, nullable=False, index=True),
    Column("outline", Text, nullable=False),
)

# Under which keys a unit is found.
filed = Table(
    "filed",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("unit", BigInteger, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

# Pairs that score enough to be joined.
edge = Table(
    "edge",
    metadata,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    Column("score", Float, nullable=False),
    # All there is to read of an edge, so that it is read where it is found.
    Index("edge_other_score", "other", "score"),
    sqlite_with_rowid=False,
)

# How a group of several units came to be, under which judgements: its knots, and in which order they were joined.
course = Table(
    "course",
    metadata,
    Column("group_id", BigInteger, primary_key=True, autoincrement=False),
    Column("wishes", String(16), nullable=False),
    Column("body", Text, nullable=False),
)

# What sentences mean, by a hash of their words, as far as linking had to ask.
vector = Table(
    "vector",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("numbers", LargeBinary, nullable=False),
)

# Claims of the codings that are linked: of which unit, or which claim they explain.
member = Table(
    "member",
    metadata,
    Column("claim", String(200), primary_key=True),
    Column("claim_seq", Integer, nullable=False),
    Column("coding_seq", Integer, nullable=False, index=True),
    Column("unit", BigInteger, index=True),
    Column("explains", String(200), index=True),
)

# A coding has a row here when its claims are linked, also where it has none.
linked = Table("linked", metadata, Column("coding_seq", Integer, primary_key=True, autoincrement=False))

incident = Table(
    "incident",
    metadata,
    Column("id", String(210), primary_key=True),
    Column("group_id", BigInteger, nullable=False, index=True),
    Column("root", String(20), nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("theatre", String(80), index=True),
    Column("day", Date, index=True),
    Column("body", Text, nullable=False),
)

# Every claim of an incident, also those that explain it.
holds = Table(
    "holds",
    metadata,
    Column("claim", String(200), primary_key=True),
    Column("incident", String(210), nullable=False, index=True),
)

DERIVED = (holds, incident, linked, member, course, edge, filed, unit, vector, linking)
