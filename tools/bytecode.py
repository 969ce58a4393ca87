"""Compile what lies in a folder and is not compiled yet: `python tools/bytecode.py FOLDER …`.

uv compiles what it installs and not what it finds installed, and where no bytecode may be written every command would compile
all that it imports. Looking at each file, as compileall does, takes seconds where there is nothing to do.
"""

import compileall
import sys
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path


def bare(folder: Path) -> Iterator[Path]:
    """Modules beside which nothing compiled lies."""
    for path in folder.rglob("*.py"):
        if not Path(cache_from_source(str(path))).is_file():
            yield path


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for found in bare(Path(name)):
            # A template of a package is no Python, which is nobody's fault here.
            compileall.compile_file(found, quiet=2)
