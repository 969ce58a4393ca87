"""Which coder coded it: a store keeps the codings of each apart."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import hudna

# What decides how a report is coded; the rest of the program may change without a new coding.
_CODER = ("model", "knowledge", "read", "extract", "resolve", "coding.py")
# What decides how claims are linked. Of the knowledge, whatever is named after linking is its alone; what
# alerts say and when they warn changes neither, and is what users set.
_LINKING = ("model", "knowledge", "link", "linking.py", "filing.py", "showing.py")
_WARNING = ("alert", "indicator.py", "warning")


@cache
def coder_version(reader: str) -> str:
    """The program's version with a digest of rules and knowledge, as in '0.1.0+3f9a1c20b7de.parser'."""
    return f"{hudna.__version__}+{_digest(_CODER, leaving_out=('linking', *_WARNING))}.{reader}"


@cache
def linking_version() -> str:
    """The same for linking: where it differs, everything is linked anew."""
    return f"{hudna.__version__}+{_digest(_LINKING, leaving_out=_WARNING)}.link"


def _digest(parts: tuple[str, ...], leaving_out: tuple[str, ...] = ()) -> str:
    package = Path(hudna.__file__).parent
    digest = sha256()
    for path in (path for part in parts for path in _files(package / part)):
        name = path.relative_to(package).as_posix()
        if any(part in name for part in leaving_out):
            continue
        digest.update(name.encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
