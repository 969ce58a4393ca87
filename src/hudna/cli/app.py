"""The program with its commands. What they do is in the modules they import when called."""

import atexit
import os
import pkgutil
import sys
import threading
from importlib import import_module
from typing import NoReturn

from hudna.cli import commands
from hudna.cli.program import app
from hudna.errors import HudnaError
from hudna.seldom import hardly_collecting
from hudna.settings import read_settings

for _found in pkgutil.iter_modules(commands.__path__):
    import_module(f"{commands.__name__}.{_found.name}")


def run_and_leave() -> NoReturn:
    """Run the program and end the process at once.

    Python would take everything apart first, a second where models are loaded; the system takes it all back anyway.
    """
    try:
        main()
        code: str | int | None = 0
    except SystemExit as left:
        code = left.code
    if threading.active_count() > 1 or not isinstance(code, int | None):
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001  # as multiprocessing does before it leaves a process so
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        # Nobody reads any more: Python says so as it always does.
        sys.exit(code)
    os._exit(code or 0)


def main() -> None:
    """Run the program; no fault shows a traceback unless HUDNA_DEBUG is set."""
    debug = read_settings().debug
    try:
        with hardly_collecting():
            app()
    except HudnaError as error:
        _fail(str(error), debug=debug)
    except BrokenPipeError:
        # The reader has gone; flushing at exit would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _fail(f"{error.filename or 'output'}: {error.strerror or error}", debug=debug)
    except Exception as error:  # noqa: BLE001  # the last door: users get a sentence, HUDNA_DEBUG=1 the trace
        _fail(
            f"fault of the program: {type(error).__name__}: {error} (HUDNA_DEBUG=1 shows where)", debug=debug
        )


def _fail(message: str, *, debug: bool) -> NoReturn:
    from hudna.cli.console import say

    if debug:
        raise  # noqa: PLE0704  # called from the handlers of main only
    say(message)
    sys.exit(2)
