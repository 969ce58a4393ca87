"""Files in a form that is read quickly, kept beside them by the installation.

`python -m hudna.knowledge.keeping` writes what is kept; a program only reads it, and where there is nothing, where it
was made of other contents or is not whole, reads the file itself as it would anyway. All of it may be deleted.
"""

import os
from hashlib import sha256
from pathlib import Path

# Changes when what is kept is laid out otherwise.
_FORM = b"1"
_DIGEST = 32


def kept_of(path: Path) -> Path:
    """Where the quick form of a file is kept: with compiled modules, which nobody takes for sources."""
    return path.parent / "__pycache__" / f"{path.name}.kept"


def keep(kept: Path, source: bytes, content: bytes) -> None:
    """Keep what was made of a source, whole or not at all."""
    kept.parent.mkdir(exist_ok=True)
    written = kept.with_suffix(f".{os.getpid()}")
    written.write_bytes(_head(source) + sha256(content).digest() + content)
    written.replace(kept)


def recall(kept: Path, source: bytes) -> bytes | None:
    """What was kept of exactly this source; None where the source must be read."""
    try:
        held = kept.read_bytes()
    except OSError:
        return None
    head, digest, content = held[:_DIGEST], held[_DIGEST : 2 * _DIGEST], held[2 * _DIGEST :]
    whole = head == _head(source) and digest == sha256(content).digest()
    return content if whole else None


def _head(source: bytes) -> bytes:
    return sha256(_FORM + source).digest()
