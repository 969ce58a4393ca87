"""Vectors of the sentences that come next, worked out by a process beside us while we link.

`python -m hudna.reading_ahead` takes lists of sentences as lines of JSON and writes their
vectors, worked out together: whatever is asked of them comes out as if each were worked out by itself
(`hudna.link.meaning`). It ends with its input. Where it cannot be had or has died, we work them out ourselves when they are asked for.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from hudna.link.meaning import encoded_together, learn, unread

# Loading the encoder takes two seconds: only where more reports than this wait is it worth a process.
FEWEST = 1000
_BYTES = 4 * 512


class ReadingAhead:
    """One list of sentences at a time is with the other process."""

    def __init__(self, *, wanted: bool) -> None:
        self._asked: list[str] = []
        self._beside: subprocess.Popen[bytes] | None = None
        if wanted and (os.cpu_count() or 1) > 1:
            command = [sys.executable, "-m", "hudna.reading_ahead"]
            # A session of its own: Ctrl-C is for us, and our end closes its input.
            self._beside = subprocess.Popen(  # noqa: S603  # our own program, no shell
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def ask(self, sentences: Iterable[tuple[str, str]]) -> None:
        """Let it work out these (language, sentence); nothing is asked of a single language."""
        given = list(sentences)
        if self._beside is None or len({language for language, _ in given}) < 2:
            return
        self._asked = unread(text for _, text in given)
        assert self._beside.stdin is not None
        try:
            self._beside.stdin.write(json.dumps(self._asked).encode() + b"\n")
            self._beside.stdin.flush()
        except OSError:
            self._end()

    def take(self) -> None:
        """What it was asked last, once it is done."""
        if self._beside is None or not self._asked:
            return
        assert self._beside.stdout is not None
        asked, self._asked = self._asked, []
        found = self._beside.stdout.read(_BYTES * len(asked))
        if len(found) < _BYTES * len(asked):
            self._end()  # it has died; what is missing is worked out here
            return
        learn(asked, found)

    def _end(self) -> None:
        beside, self._beside, self._asked = self._beside, None, []
        if beside is not None:
            beside.kill()
            beside.communicate()


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(encoded_together(json.loads(line)))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
