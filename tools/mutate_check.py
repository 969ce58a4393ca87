"""Flip every comparison of the check and see whether a judged case fails.

`python tools/mutate_check.py [--only rules] [--list]` turns each comparison and each `and`,
`or`, `not` of src/hudna/check around, one at a time, and runs gold/checks, gold/replays,
tests/check and tests/test_live.py. What nothing notices is printed with its line; docs/evaluation/mutation.md says
which of those change nothing that can be told apart.
"""

import argparse
import ast
import contextlib
import importlib
import importlib.abc
import importlib.util
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
CHECK = ROOT / "src" / "hudna" / "check"
# Modules that are made anew for each mutant because they hold names of the check.
_HOLDERS = (
    "hudna.check",
    "hudna.picturing",
    "hudna.pipeline",
    "hudna.evaluate.rule_cases",
    "hudna.evaluate.replay",
)

_EDGE = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_FLIP = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt,
}  # fmt: skip


def mutants(path: Path) -> Iterator[tuple[str, str]]:
    """What was turned around, and the source with it."""
    source = path.read_text()
    sites = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp)
    ]
    for number in range(len(sites)):
        for kind in ("flip", "edge"):
            tree = ast.parse(source)
            node = [n for n in ast.walk(tree) if isinstance(n, ast.Compare | ast.BoolOp | ast.UnaryOp)][
                number
            ]
            told = _turn(node, kind)
            if told:
                yield f"{path.relative_to(CHECK)}:{node.lineno} {told}", ast.unparse(tree)


def _turn(node: Any, kind: str) -> str | None:
    before = ast.unparse(node)
    if isinstance(node, ast.Compare):
        table = _FLIP if kind == "flip" else _EDGE
        new = table.get(type(node.ops[0]))
        if new is None:
            return None
        node.ops[0] = new()
    elif kind == "edge":
        return None
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node.op, ast.Not):
        # `not x` becomes `not not x`, which is as true as x is.
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    else:
        return None
    return f"{before}  ->  {ast.unparse(node)}"


class _Served(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Serves one module from changed source."""

    def __init__(self, name: str, source: str, path: Path) -> None:
        self.name, self.source, self.path = name, source, path

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:  # noqa: ARG002  # as importlib calls it
        if fullname != self.name:
            return None
        package = self.path.name == "__init__.py"
        spec = importlib.util.spec_from_loader(fullname, self, origin=str(self.path), is_package=package)
        if package and spec:
            spec.submodule_search_locations = [str(self.path.parent)]
        return spec

    def create_module(self, spec: Any) -> None:
        """The usual module."""

    def exec_module(self, module: Any) -> None:
        exec(compile(self.source, str(self.path), "exec"), module.__dict__)


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _holds(name: str, module: Any) -> bool:
    """Whether a module holds names of the check: it is loaded anew for each mutant."""
    of_tests = str(getattr(module, "__file__", None) or "").startswith(str(ROOT / "tests"))
    return of_tests or name.startswith(_HOLDERS)


def _is_noticed(path: Path, source: str) -> bool:
    """Whether anything fails with the changed source; in a process of its own."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    code = 1
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            for name in [one for one, module in sys.modules.items() if _holds(one, module)]:
                del sys.modules[name]
            sys.meta_path.insert(0, _Served(_module(path), source, path))
            code = 1 if _fails() else 0
    except BaseException:  # noqa: BLE001  # a mutant may fail in any way, and each is a notice
        code = 1
    finally:
        os._exit(code)


def _fails() -> bool:
    cases = importlib.import_module("hudna.evaluate.rule_cases")
    if any(cases.faults(case) for case in cases.load_cases(ROOT / "gold" / "checks")):
        return True
    replays = importlib.import_module("hudna.evaluate.replays")
    reading = importlib.import_module("hudna.evaluate.replay_reading")
    mode = importlib.import_module("hudna.evaluate.replay_running").Mode.JUDGED
    for replay in reading.load_replays(ROOT / "gold" / "replays"):
        if any(not one.holds for one in replays.run(replay, mode)):
            return True
    tests = [
        str(path)
        for path in sorted((ROOT / "tests" / "check").glob("test_*.py"))
        if path.stem != "test_rules"
    ]
    # The live picture last: it takes longest, and only what nothing else notices comes so far.
    tests.append(str(ROOT / "tests" / "test_live.py"))
    return pytest.main(["-q", "-x", "-p", "no:cacheprovider", *tests]) != 0


def main() -> int:
    """Print every survivor; the exit code is 1 where there is one."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", default="", help="only files whose path holds this")
    asked.add_argument("--list", action="store_true", help="only count the mutants")
    given = asked.parse_args()
    paths = [path for path in sorted(CHECK.rglob("*.py")) if given.only in str(path.relative_to(CHECK))]
    found = [(path, told, source) for path in paths for told, source in mutants(path)]
    if given.list:
        print(f"{len(found)} mutants in {len(paths)} files")
        return 0
    sys.path.insert(0, str(ROOT / "tests"))
    # Everything that is not the check is loaded once, before any process parts.
    if _fails() or _is_noticed(CHECK / "scope.py", (CHECK / "scope.py").read_text()):
        print("something fails without any change")
        return 2
    survivors = []
    for number, (path, told, source) in enumerate(found, 1):
        if not _is_noticed(path, source):
            survivors.append(told)
            print(told, flush=True)
        if number % 50 == 0:
            print(f"… {number} of {len(found)}, {len(survivors)} survive", file=sys.stderr, flush=True)
    print(f"{len(found)} mutants, {len(found) - len(survivors)} noticed, {len(survivors)} not")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
