"""Lists of a language's words with their base forms, as simplemma has them.

A list has up to a million words, and unpacking it takes longer than coding a report. Kept by the installation
(`kept.py`) it is there at once and takes a tenth of the memory; the words and base forms are the same.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import normalize

import marisa_trie
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY, DictionaryFactory
from simplemma.strategies.dictionaries.dictionary_factory import DATA_FOLDER

from hudna.kept import kept_of, recall

FOLDER = Path(__file__).parent


class WordList(Mapping[str, str]):
    """Words with their base forms, looked up where they lie."""

    def __init__(self, content: bytes) -> None:
        self._trie = marisa_trie.BytesTrie().frombytes(content)

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """The base form of a word."""
        found = self._trie.get(key)
        return found[0].decode() if found else default

    def __getitem__(self, key: str) -> str:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._trie.keys())

    def __len__(self) -> int:
        return len(self._trie)


class _Lists(DictionaryFactory):
    """Lists as they are kept, or else as simplemma unpacks them."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        return _list(lang)


def list_source(code: str) -> Path:
    """The file of simplemma that holds a list."""
    return Path(DATA_FOLDER) / f"{code}.plzma"


def kept_list(code: str) -> Path:
    """Where the list is kept; by its code, since it lies in no folder of ours."""
    return kept_of(FOLDER / f"words-{code}")


def packed(code: str) -> bytes:
    """A list as it is kept."""
    listed = DEFAULT_DICTIONARY_FACTORY.get_dictionary(code)
    content: bytes = marisa_trie.BytesTrie((word, base.encode()) for word, base in listed.items()).tobytes()
    return content


@lru_cache(maxsize=100_000)
def is_listed(word: str, code: str) -> bool:
    """Whether a list has the word, in this or in other capitals; ValueError where there is no such list."""
    return _lookup().get_lemma(normalize("NFC", word), code) is not None


def base_of(word: str, code: str) -> str:
    """The base form of a word by its list and by rules, of no letters none; ValueError where there is no such list."""
    return _lemmatizer().lemmatize(word, code) if word else word


@cache
def _list(code: str) -> Mapping[str, str]:
    source = list_source(code)
    content = recall(kept_list(code), source.read_bytes()) if source.is_file() else None
    return WordList(content) if content is not None else DEFAULT_DICTIONARY_FACTORY.get_dictionary(code)


@cache
def _lookup() -> DictionaryLookupStrategy:
    return DictionaryLookupStrategy(_Lists())


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_Lists()))
