"""The parallel set: gold/parallel/*.yml → one report in each of its languages, judged once.

The format is described in gold/README.md. Because the claims stand in the same order in
every language, two codings are compared by the number of the claim that they answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.errors import KnowledgeError
from hudna.evaluate.gold import GoldReport, judged
from hudna.knowledge.files import read_yaml

FOLDER = "parallel"


@dataclass(frozen=True, slots=True)
class ParallelReport:
    """One set of facts as told in several languages; `reports` is sorted by language."""

    id: str
    reports: Mapping[str, GoldReport]


def load_parallel(folder: Path) -> list[ParallelReport]:
    """Every parallel report of a gold folder, sorted by file; all faults are named at once."""
    reports: list[ParallelReport] = []
    faults: list[str] = []
    for path in sorted((folder / FOLDER).glob("*.yml")):
        try:
            reports.append(read_parallel(path))
        except KnowledgeError as error:
            faults.append(str(error))
    if faults:
        raise KnowledgeError("\n".join(faults))
    return reports


def read_parallel(path: Path) -> ParallelReport:
    """One file as a judged report a language; KnowledgeError lists every fault, one a line."""
    raw = read_yaml(path)
    texts = raw.get("texts") if isinstance(raw, dict) else None
    if not isinstance(texts, dict) or len(texts) < 2:
        raise KnowledgeError(f"{path.name}: texts in at least two languages would be right")
    languages = frozenset(texts)
    if gaps := sorted(_gaps(raw, languages, "")):
        raise KnowledgeError("\n".join(f"{path.name}: {gap}" for gap in gaps))
    return ParallelReport(
        str(raw.get("id")), {one: _in_one(path, raw, one, languages) for one in sorted(languages)}
    )


def _in_one(path: Path, raw: dict[str, Any], language: str, languages: frozenset[str]) -> GoldReport:
    """The file as if it had been written in one language alone."""
    rest = {key: told_in(raw[key], language, languages) for key in raw if key != "texts"}
    own = {"id": f"{raw.get('id')}-{language}", "language": language, "text": raw["texts"][language]}
    return judged({**rest, **own}, f"{path.name} ({language})", half="dev", folder=language)


def told_in(value: Any, language: str, languages: frozenset[str]) -> Any:
    """The value with every mapping by language replaced by what it holds for this one."""
    if _by_language(value, languages):
        return value[language]
    if isinstance(value, dict):
        return {key: told_in(item, language, languages) for key, item in value.items()}
    if isinstance(value, list):
        return [told_in(item, language, languages) for item in value]
    return value


def _by_language(value: Any, languages: frozenset[str]) -> bool:
    return isinstance(value, dict) and bool(value) and value.keys() <= languages


def _gaps(value: Any, languages: frozenset[str], where: str) -> Iterator[str]:
    """A sentence for each mapping by language that leaves a language out."""
    if _by_language(value, languages):
        if missing := sorted(languages - value.keys()):
            yield f"{where}: {', '.join(missing)} left out; the words in every language would be right"
        return
    children = (
        value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    )
    for key, child in children:
        yield from _gaps(child, languages, f"{where}.{key}" if where else str(key))
