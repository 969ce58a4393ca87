"""The tables, and a version that tells whether this program may use them."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1

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

Index("claim_content_status", claim.c.content, claim.c.status)
APPEND_ONLY = (about, report, coding, claim, issue, run)
