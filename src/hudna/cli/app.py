"""The program with its commands. What they do is in the modules they import when called."""

import os
import pkgutil
import sys
from importlib import import_module
from typing import NoReturn

from hudna.cli import commands
from hudna.cli.program import app
from hudna.errors import HudnaError
from hudna.seldom import hardly_collecting
from hudna.settings import read_settings

for _found in pkgutil.iter_modules(commands.__path__):
    import_module(f"{commands.__name__}.{_found.name}")


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
