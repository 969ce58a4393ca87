"""How a server is to be run."""

from dataclasses import dataclass
from pathlib import Path

# So many bytes may a request carry: a report's text in the largest case.
BODY_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line decides.

    `public`: nobody signs in, nothing is written, details that could harm somebody are out.
    `alone`: one person at this machine, without accounts; only on a loopback address.
    `secure`: cookies travel over https alone.
    """

    store: Path
    public: bool = False
    alone: bool = False
    secure: bool = False
    body_limit: int = BODY_LIMIT
