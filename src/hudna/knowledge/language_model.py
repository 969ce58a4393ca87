"""What tells languages apart: the model of py3langid, of which the installation keeps what we ask.

It comes packed so well that unpacking it takes longer than coding a report; the answers are the same.
"""

from functools import cache
from pathlib import Path

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

from hudna.kept import kept_of, recall
from hudna.kept_arrays import packed, unpacked, words_packed, words_unpacked
from hudna.knowledge.language import claimed_languages

SOURCE: Path = MODEL_DIR / MODEL_FILE
KEPT = kept_of(Path(__file__).parent / "languages-told-apart")
# Seen beside the known ones so that a Spanish report is not taken for Italian.
_NEIGHBOURS = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "pt", "ru", "tr", "uk", "zh")


@cache
def identifier() -> LanguageIdentifier:
    """Tells the languages that a folder of knowledge claims from one another and from their neighbours."""
    content = recall(KEPT, source())
    return _unpacked_whole() if content is None else _of(content)


def source() -> bytes:
    """What the model is made of: its file and the languages that it is asked for."""
    return " ".join(_asked()).encode() + SOURCE.read_bytes()


def kept_form() -> bytes:
    """The model as it is kept."""
    whole = _unpacked_whole()
    return packed(
        {
            "languages": words_packed(whole.nb_classes),
            "weights": whole.nb_ptc.T,
            "priors": whole.nb_pc,
            "moves": np.frombuffer(whole.tk_nextmove, f"u{whole.tk_nextmove.itemsize}"),
            "rows": np.array(whole.tk_row, np.uint32),
            "tells": np.array(whole.tk_output, np.int32),
        }
    )


def _asked() -> list[str]:
    return sorted({*_NEIGHBOURS, *claimed_languages()})


def _unpacked_whole() -> LanguageIdentifier:
    whole = LanguageIdentifier.from_model_file(SOURCE)
    whole.set_languages(_asked())
    return whole


def _of(content: bytes) -> LanguageIdentifier:
    held = unpacked(content)
    return LanguageIdentifier(
        held["weights"].T,
        held["priors"],
        words_unpacked(held["languages"]),
        # One number at a time is asked for, of which numpy would make an object each.
        held["moves"].data,
        held["tells"].tolist(),
        tk_row=held["rows"].tolist(),
    )
