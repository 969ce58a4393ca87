"""A process of our own beside us: it is told things one after the other and answers each of them.

`python -m MODULE` answers with what it makes of what it is told. Where it cannot be had or has died, nobody
answers, and whoever asked does the work himself.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from typing import IO, Any

_LENGTH = 8


def is_worth_it() -> bool:
    """Whether two processes are any faster than one."""
    return (os.cpu_count() or 1) > 1


class Beside:
    """The process, as long as it lives."""

    def __init__(self, module: str) -> None:
        command = [sys.executable, "-m", module]
        # A session of its own: Ctrl-C is for us, and our end closes its input.
        self._beside: subprocess.Popen[bytes] | None = subprocess.Popen(  # noqa: S603  # our own program, no shell
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )

    def tell(self, what: object) -> None:
        """Tell it something; it does not come back before the other process has read it or has died."""
        if self._beside is None:
            return
        assert self._beside.stdin is not None
        try:
            _tell(self._beside.stdin, pickle.dumps(what))
        except OSError:
            self.end()

    def heard(self) -> Any:
        """Its answer to what it was told first and has not answered yet; None where it has died."""
        if self._beside is None:
            return None
        assert self._beside.stdout is not None
        told = _heard(self._beside.stdout)
        if told is None:
            self.end()
            return None
        return pickle.loads(told)  # noqa: S301  # from our own process

    def end(self) -> None:
        """Do without it from now on."""
        beside, self._beside = self._beside, None
        if beside is not None:
            beside.kill()
            beside.communicate()


def all_told() -> Iterator[Any]:
    """What the process that started us says, until it says no more."""
    while (told := _heard(sys.stdin.buffer)) is not None:
        yield pickle.loads(told)  # noqa: S301  # from our own process


def answer(what: object) -> None:
    """Answer what was told first and is not answered yet."""
    try:
        _tell(sys.stdout.buffer, pickle.dumps(what))
    except BrokenPipeError:
        os._exit(1)  # who asked was killed; not even what is left to say would be heard


def _tell(stream: IO[bytes], told: bytes) -> None:
    stream.write(len(told).to_bytes(_LENGTH))
    stream.write(told)
    stream.flush()


def _heard(stream: IO[bytes]) -> bytes | None:
    """One message; None where the stream has ended."""
    size = int.from_bytes(stream.read(_LENGTH))
    told = stream.read(size)
    return told if size and len(told) == size else None
