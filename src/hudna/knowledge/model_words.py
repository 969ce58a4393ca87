"""Base forms of words as a parser's model has them, of which the installation keeps a form that is open at once.

The French model has 400 thousand, and making them ready takes longer than coding a report; most are never asked for. Kept they
are looked up where they lie (`kept.py`), and what is found is the same. The names of the tables are spaCy's.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import Any

import marisa_trie
from spacy.lookups import Lookups, Table
from spacy.strings import get_string_id

from hudna.kept import kept_of, recall
from hudna.knowledge.language import claimed_languages, load_language

FOLDER = Path(__file__).parent
NAME = "lookups.bin"
# Words of a part of speech; their irregular forms; any word, by its number. All others are small.
LISTED, IRREGULAR, ANY = "lemma_index", "lemma_exc", "lemma_lookup"
_BETWEEN = "\n"
_TABLES = "tables"
_one_at_a_time = RLock()


class Words:
    """Words with their base forms, looked up in a trie behind the name of their table."""

    def __init__(self, trie: Any, *named: str, by_number: bool = False) -> None:
        self._trie, self._before, self._by_number = trie, _BETWEEN.join((*named, "")), by_number

    def __contains__(self, word: str) -> bool:
        return self._key(word) in self._trie

    def get(self, word: str, default: Any = None) -> Any:
        """The base forms of a word."""
        found = self._trie.get(self._key(word))
        return found[0].decode().split(_BETWEEN) if found else default

    def _key(self, word: str) -> str:
        return f"{self._before}{get_string_id(word) if self._by_number else word}"


def sources() -> Iterator[Path]:
    """The files of the models that are installed."""
    for code in claimed_languages():
        entry = load_language(code).parser
        for spec in map(find_spec, entry.models if entry else ()):
            if spec is not None and spec.origin is not None:
                yield from sorted(Path(spec.origin).parent.glob(f"*/lemmatizer/lookups/{NAME}"))


def kept_words(source: Path) -> Path:
    """Where what was made of a file is kept; by the model's name, since it lies in no folder of ours."""
    return kept_of(FOLDER / f"words-{source.parents[2].name}")


def kept_form(source: Path) -> bytes:
    """The base forms of a file as they are kept."""
    tables = Lookups().from_disk(source.parent)
    held = {name: dict(tables.get_table(name)) for name in tables.tables}
    said = {name: _said(name, table) for name, table in held.items()}
    entries = [(_TABLES, json.dumps(said)), *(pair for name in held for pair in _entries(name, held[name]))]
    content: bytes = marisa_trie.BytesTrie((key, value.encode()) for key, value in entries).tobytes()
    return content


@contextmanager
def kept_words_open() -> Iterator[None]:
    """The base forms that a model loads meanwhile are those that are kept, where they are."""
    with _one_at_a_time:
        reads = Lookups.from_disk

        def opens(lookups: Lookups, path: str | Path, filename: str = NAME, **given: Any) -> Lookups:
            content = _recalled(Path(path) / filename)
            return reads(lookups, path, filename, **given) if content is None else _opened(lookups, content)

        Lookups.from_disk = opens  # type: ignore[assignment, method-assign]
        try:
            yield
        finally:
            Lookups.from_disk = reads  # type: ignore[method-assign]


def _recalled(source: Path) -> bytes | None:
    kept = kept_words(source)
    return recall(kept, source.read_bytes()) if kept.is_file() and source.is_file() else None


def _opened(lookups: Lookups, content: bytes) -> Lookups:
    trie = marisa_trie.BytesTrie().frombytes(content)
    for name, said in json.loads(trie[_TABLES][0]).items():
        if name == ANY:
            lookups.set_table(name, Words(trie, name, by_number=True))  # type: ignore[arg-type]
        elif name in (LISTED, IRREGULAR):
            lookups.set_table(name, Table(name, {int(key): Words(trie, name, key) for key in said}))
        else:
            lookups.set_table(name, Table(name, {int(key): value for key, value in said.items()}))
    return lookups


def _said(name: str, table: dict[int, Any]) -> Any:
    """What the tables' names lead to: the parts of speech of the large ones, all of the small ones."""
    return None if name == ANY else [str(key) for key in table] if name in (LISTED, IRREGULAR) else table


def _entries(name: str, table: dict[int, Any]) -> Iterator[tuple[str, str]]:
    """The words of a large table, each with its base forms."""
    if name == ANY:
        yield from ((_BETWEEN.join((name, str(word))), _BETWEEN.join(bases)) for word, bases in table.items())
    elif name in (LISTED, IRREGULAR):
        for key, words in table.items():
            for word in words:
                yield (
                    _BETWEEN.join((name, str(key), word)),
                    _BETWEEN.join(words[word] if name == IRREGULAR else ()),
                )
