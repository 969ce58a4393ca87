"""What the process beside us works out comes to what we would have worked out; without it we do so ourselves."""

import numpy as np
import pytest

from hudna import linking as of_linking
from hudna.link import meaning
from hudna.linking import StoreLinking
from hudna.linking_ahead import LinkingAhead
from hudna.store import open_store
from link.tellings import link, stage, told
from link.test_stage import crowd
from test_linking import held, put

WORDS = ["The Front left the port of Selen.", "Le Front a quitté le port de Selen."]


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "kadra.db", create=True)
    yield opened
    opened.close()


@pytest.fixture
def taken(monkeypatch):
    """Whether each list that was asked for was taken over; two reports are worth a process, and each is a list."""
    monkeypatch.setattr(of_linking, "FEWEST", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    found = []
    take_over = StoreLinking._take_over

    def noted(self, *given):
        found.append(take_over(self, *given))
        return found[-1]

    monkeypatch.setattr(StoreLinking, "_take_over", noted)
    return found


def linking(store, make=stage, version="v1"):
    return StoreLinking(store, make, version)


def test_reports_compared_beside_us_become_the_same_incidents(store, taken):
    put(store, *crowd())
    linking(store).catch_up()
    assert taken == [True] * 11
    assert held(store) == link(*crowd()).incidents


def test_what_is_filed_already_is_met(store, taken):
    live = linking(store)
    live.link(put(store, *crowd()[:5]))
    put(store, *crowd()[5:])
    live.catch_up()
    assert taken == [True] * 6
    assert held(store) == link(*crowd()).incidents


def test_a_report_that_takes_the_place_of_another_ends_it_and_costs_nothing_but_time(store, taken):
    first, *others = crowd()
    live = linking(store)
    live.link(put(store, first))
    again = told("again", "shells fell again", report=first.report.id, dead=7)
    put(store, *others[:4], again, *others[4:])
    live.catch_up()
    assert taken == [True] * 4
    assert held(store) == link(again, *others).incidents


def test_somebody_else_who_links_meanwhile_ends_it_too(store, taken, monkeypatch):
    put(store, *crowd())
    second, take = linking(store), LinkingAhead.take

    def late(self):
        answer = take(self)
        if not taken:
            monkeypatch.setattr(LinkingAhead, "take", take)
            second.link(store_codings[-1:])
        return answer

    with store.linkage(writing=False) as linkage:
        store_codings = linkage.unlinked()
    live = linking(store)
    live._read_judgements()
    monkeypatch.setattr(LinkingAhead, "take", late)
    live.catch_up()
    assert taken == []
    assert held(store) == link(*crowd()).incidents


def test_a_process_that_died_costs_nothing_but_time(store, taken, monkeypatch):
    start = LinkingAhead.__enter__

    def dying(self):
        self._beside._beside.kill()
        return start(self)

    monkeypatch.setattr(LinkingAhead, "__enter__", dying)
    put(store, *crowd())
    linking(store).catch_up()
    assert taken == []
    assert held(store) == link(*crowd()).incidents


def test_rules_that_only_this_process_has_are_used_by_it_alone(store, taken):
    put(store, *crowd())
    linking(store, lambda judged: stage(judged, meaning=lambda _one, _other: 0.3)).catch_up()
    assert taken == []
    assert held(store) == stage(meaning=lambda _one, _other: 0.3).link(crowd()).incidents


def test_what_is_asked_of_vectors_worked_out_beside_us_comes_out_as_of_ours(store, monkeypatch):
    ours = [np.frombuffer(meaning.encoded([words]), dtype=np.float32) for words in WORDS]
    monkeypatch.setattr(meaning, "_vectors", {})
    codings = put(store, told("a", WORDS[0]), told("b", WORDS[1], language="fr"))
    made = stage(meaning=meaning.sentence_likeness(), prepare=meaning.prepare)
    with LinkingAhead(store, made, wanted=True) as ahead:
        ahead.ask(codings)
        found = ahead.take()
    meaning.learn(found.vectors, found.asked)
    assert meaning.unread(WORDS) == []
    assert meaning.sentence_likeness()(*WORDS) == round(float(np.dot(*ours)), 2)
    held_now = [meaning._vectors[words] for words in WORDS]
    assert all(np.abs(one - own).max() < 1e-6 for one, own in zip(held_now, ours, strict=True))


def test_a_cosine_near_where_rounding_turns_is_worked_out_from_each_sentence_by_itself(monkeypatch):
    ours = [np.frombuffer(meaning.encoded([words]), dtype=np.float32) for words in WORDS]
    cosine = float(np.dot(*ours))
    # A vector so much off that the cosine lies just past where rounding turns.
    off = round(cosine, 2) + 0.005 + 0.000002 - cosine
    monkeypatch.setattr(meaning, "_vectors", {WORDS[0]: ours[0], WORDS[1]: ours[1] + off * ours[0]})
    assert round(float(np.dot(*meaning._vectors.values())), 2) != round(cosine, 2)
    assert meaning.sentence_likeness()(*WORDS) == round(cosine, 2)


def test_sentences_of_one_language_are_not_encoded(store):
    codings = put(store, told("a", WORDS[0]), told("b", "The Front left Norhaven."))
    made = stage(meaning=meaning.sentence_likeness(), prepare=meaning.prepare)
    with LinkingAhead(store, made, wanted=True) as ahead:
        ahead.ask(codings)
        found = ahead.take()
    assert len(found.filed) == 2
    assert found.vectors == {}
