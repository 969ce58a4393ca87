"""YAML file → record, or an error that names the file and the field."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from hudna.errors import KnowledgeError
from hudna.kept import kept_of, recall
from hudna.knowledge.folding import letters

ROOT = Path(__file__).parent
LANGUAGES = ROOT / "languages"
# What these hold are texts, read as texts are.
_TEXTS = frozenset({"examples", "counter"})
# Stands for a day in what is kept, which knows no days.
_DATE = "date of YAML"
ModelT = TypeVar("ModelT", bound=BaseModel)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2 booleans only: `no`, `on` and `off` are words of English, not truth values."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:bool"]
    for first, pairs in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def language_folder(language: str) -> Path:
    """Where the knowledge of one language lies."""
    return LANGUAGES / language


def language_folders(holding: str) -> tuple[Path, ...]:
    """Folders of languages that hold a file of that name, in order."""
    return tuple(sorted(path.parent for path in LANGUAGES.glob(f"*/{holding}")))


@cache
def read_yaml(path: Path) -> Any:
    """The content of one YAML file; KnowledgeError names the file and line."""
    held = recall(kept_of(path), path.read_bytes())
    return parsed(path) if held is None else _thawed(held)


def frozen(content: Any) -> bytes | None:
    """What was parsed in the form in which it is kept; None where that form would change it."""
    try:
        held = json.dumps(content, ensure_ascii=False, default=_dated).encode()
    except (TypeError, ValueError):
        return None
    return held if repr(_thawed(held)) == repr(content) else None


def _thawed(held: bytes) -> Any:
    return json.loads(held, object_hook=_undated if _DATE.encode() in held else None)


def _dated(value: Any) -> dict[str, str]:
    if type(value) is date:
        return {_DATE: value.isoformat()}
    raise TypeError(type(value).__name__)


def _undated(held: dict[str, Any]) -> Any:
    return date.fromisoformat(held[_DATE]) if _DATE in held else held


def parsed(path: Path) -> Any:
    """The content of one YAML file as the file itself has it."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path.name} is not valid YAML: {error}") from error


def load_list(path: Path, model: type[ModelT]) -> list[ModelT]:
    """Every entry of a YAML list as a record."""
    entries = _content(path) or []
    if not isinstance(entries, list):
        raise KnowledgeError(
            f"{path.name} holds a {type(entries).__name__}; a list of entries would be right"
        )
    return [_entry(path, number, entry, model) for number, entry in enumerate(entries)]


def load_one(path: Path, model: type[ModelT], *, as_written: bool = False) -> ModelT:
    """The whole of a YAML file as one record; `as_written` for words that people are to read."""
    return _entry(path, None, read_yaml(path) if as_written else _content(path), model)


def _content(path: Path) -> Any:
    """What a file holds; words of a language in one spelling, as texts are compared with them."""
    content = read_yaml(path)
    return _respelled(content) if LANGUAGES in path.parents else content


def _respelled(node: Any) -> Any:
    if isinstance(node, str):
        return letters(node)
    if isinstance(node, list):
        return [_respelled(item) for item in node]
    if isinstance(node, dict):
        return {_respelled(key): value if key in _TEXTS else _respelled(value) for key, value in node.items()}
    return node


def _entry(path: Path, number: int | None, entry: Any, model: type[ModelT]) -> ModelT:
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in ([] if number is None else [number]) + list(first["loc"]))
        raise KnowledgeError(
            f"{path.name} is not a valid {model.__name__}: {where}: {_remedy(model, first)}"
        ) from error


def _remedy(model: type[BaseModel], fault: Any) -> str:
    """What is wrong with a field and what would be right; a misspelt one lists those there are."""
    if fault["type"] == "missing":
        return "is required and left out"
    if fault["type"] != "extra_forbidden":
        return str(fault["msg"])
    holder = _holder(model, fault["loc"][:-1])
    known = sorted(field.alias or name for name, field in holder.model_fields.items()) if holder else []
    return f"is no field; known: {', '.join(known)}" if known else str(fault["msg"])


def _holder(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The record in which a field was looked for: the way down from the whole, past list positions."""
    holder: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, str) and holder is not None:
            named = {field.alias or name: field.annotation for name, field in holder.model_fields.items()}
            holder = _record_in(named.get(part))
    return holder


def _record_in(annotation: Any) -> type[BaseModel] | None:
    """The record that an annotation such as tuple[Provision, ...] holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for one in get_args(annotation) if (found := _record_in(one))), None)
