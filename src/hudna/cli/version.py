"""Which coder coded it: a store keeps the codings of each apart."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import hudna

# What decides how a report is coded; the rest of the program may change without a new coding.
_CODER = ("model", "knowledge", "read", "extract", "resolve", "coding.py")


@cache
def coder_version(reader: str) -> str:
    """The program's version with a digest of rules and knowledge, as in '0.1.0+3f9a1c20b7de.parser'."""
    package = Path(hudna.__file__).parent
    digest = sha256()
    for part in _CODER:
        for path in _files(package / part):
            digest.update(path.relative_to(package).as_posix().encode() + b"\0")
            digest.update(sha256(path.read_bytes()).digest())
    return f"{hudna.__version__}+{digest.hexdigest()[:12]}.{reader}"


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and file.suffix != ".pyc")
