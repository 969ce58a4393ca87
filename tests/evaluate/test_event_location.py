"""The place of an event against places merely named, on an invented archive of a few sentences."""

import json
import zipfile

import pytest

from hudna.errors import InputError
from hudna.evaluate.event_location import ARCHIVE, INSIDE, evaluate, read_judged

# sentence, judged verb, judged places
ROWS = [
    ("Rebels who came from Goma killed five people in Bukavu on Monday .", "killed", ["Bukavu"]),
    ("Rebels from Goma killed five people on Monday .", "killed", []),
    ("The army shelled the town of Bukavu , a doctor in Goma said .", "shelled", ["Bukavu"]),
]


def row(text, verb, places):
    """A line of the set, its tokens parted by blanks."""
    tokens, start = [], 0
    for number, word in enumerate(text.split()):
        tokens.append({"text": word, "start": start, "end": start + len(word), "id": number})
        start += len(word) + 1
    number = {token["text"]: token["id"] for token in tokens}
    spans = [(verb, "VERB"), *((place, "LOCATION") for place in places)]
    return {
        "text": text,
        "tokens": tokens,
        "spans": [
            {"label": label, "start": 0, "end": 0, "token_start": number[word], "token_end": number[word]}
            for word, label in spans
        ],
    }


@pytest.fixture
def folder(tmp_path):
    """The archive of the set, with the three sentences."""
    with zipfile.ZipFile(tmp_path / ARCHIVE, "w") as archive:
        archive.writestr(INSIDE, json.dumps([row(*one) for one in ROWS]))
    return tmp_path


def test_spans_are_read_by_their_tokens_and_sentences_alternate_between_the_halves(folder):
    judged = read_judged(folder)
    assert [one.text[slice(*one.verb)] for one in judged] == ["killed", "killed", "shelled"]
    assert [[one.text[slice(*place)] for place in one.places] for one in judged] == [
        ["Bukavu"],
        [],
        ["Bukavu"],
    ]
    assert [one.half for one in judged] == [0, 1, 0]


def test_our_place_is_scored_beside_the_first_and_the_nearest_named(folder):
    found = {figure.name: figure.value for figure in evaluate(folder).figures}
    assert found["right place of several, our event's"] == 1.0
    # "Goma" is named first in one of the two sentences; "Bukavu" stands nearer to the verb only in the other.
    assert found["right place of several, first named"] == 0.5
    assert found["right place of several, nearest to the verb"] == 0.5
    assert found["tuning half: right place of several, our event's"] == 1.0
    assert found["other half: right place of several, our event's"] is None


def test_an_archive_without_the_lines_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / ARCHIVE, "w") as archive:
        archive.writestr("other.txt", "")
    with pytest.raises(InputError, match=r"holds no labeled_text\.jsonl"):
        read_judged(tmp_path)


def test_a_folder_without_the_set_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"is not in"):
        evaluate(tmp_path)
