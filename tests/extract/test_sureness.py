"""How sure a reading is: what is asked of it, and what follows for the claim."""

from dataclasses import replace

import pytest

import factory
from extract.coding import claims
from hudna.extract.sureness import with_sureness
from hudna.extract.traits import answers, reads
from hudna.knowledge.sureness import load_sureness
from hudna.model.clause import Clause, Passage, Phrase, Reading
from hudna.model.mention import ActorMention

TEXT = factory.TEXT
LEAST = load_sureness().least


def phrase(words, **fields):
    at = TEXT.index(words)
    given = {
        "head": words.split()[-1],
        "head_start": at,
        "head_end": at + len(words),
        "head_text": words,
        **fields,
    }
    return Phrase(start=at, end=at + len(words), text=words, core_start=at, core_end=at + len(words), **given)


def reading(**fields):
    at = TEXT.index("shelled")
    given = {"kind": "verb", "tense": "past", "subject": phrase("the Kadra Front"), **fields}
    clause = Clause(
        index=0,
        lemma="shell",
        text="shelled",
        start=at,
        end=at + 7,
        span_start=0,
        span_end=len(TEXT),
        **given,
    )
    return Reading("kadra-1", "en", (Passage(0, 0, len(TEXT), TEXT, (clause,), parsed=True),))


def named(words):
    at = TEXT.index(words)
    return ActorMention(at, at + len(words), words, "somebody", words, None, None, "party")


def asked(claim, read=None, names=()):
    (one,) = reads([claim], read or reading(), names)
    return answers(one)


@pytest.mark.parametrize(
    ("event", "question", "answer"),
    [
        ({}, "actor", "country"),
        ({"actors": (factory.actor(id="front"),)}, "actor", "listed"),
        ({"actors": (factory.actor(country=None),)}, "actor", "sector"),
        ({"actors": (factory.actor(country=None, sector=None),)}, "actor", "bare"),
        ({"actors": ()}, "actor", "none_verb_assault"),
        ({"actors": (), "root": "RETREAT"}, "actor", "none_verb_other"),
        ({}, "subject", "acts"),
        ({"actors": ()}, "subject", "phrase_left"),
        ({"actors": (), "recipients": (factory.actor(),)}, "subject", "suffers"),
        ({"places": ()}, "place", "none"),
        ({}, "place", "own_point"),
        ({"places": (factory.place(lat=None, lon=None),)}, "place", "own_name"),
        ({}, "between", "0"),
        ({}, "actors", "1"),
        ({}, "word", "unknown"),
    ],
)
def test_questions(event, question, answer):
    assert asked(factory.claim(event=factory.event(**event)))[question] == answer


@pytest.mark.parametrize(
    ("event", "answer"),
    [({}, "acts"), ({"actors": (), "recipients": (factory.actor(),)}, "suffers"), ({"actors": ()}, "none")],
)
def test_the_verb_above_lends_its_subject_to_a_noun(event, answer):
    verb = reading().passages[0].clauses[0]
    noun = replace(verb, index=1, kind="noun", subject=None, parent=0)
    above = replace(verb, lemma="launch", start=0, end=6)
    read = Reading("kadra-1", "en", (Passage(0, 0, len(TEXT), TEXT, (above, noun), parsed=True),))
    assert asked(factory.claim(event=factory.event(**event)), read)["subject"] == answer


@pytest.mark.parametrize(
    ("above", "marker", "answer"),
    [
        ({"lemma": "break", "particle": "out"}, "subject", "happens"),
        ({"lemma": "erupt"}, "subject", "happens"),
        ({"lemma": "be", "kind": "existential"}, None, "happens"),
        ({"lemma": "hear", "passive": True}, "subject", "happens"),
        ({"lemma": "condemn"}, None, "none"),
        ({"lemma": "erupt"}, "of", "none"),
    ],
)
def test_violence_that_is_told_to_have_broken_out_is_told_outright(above, marker, answer):
    verb = reading(subject=None).passages[0].clauses[0]
    noun = replace(verb, index=1, kind="noun", parent=0, marker=marker)
    first = replace(verb, start=0, end=6, **above)
    read = Reading("kadra-1", "en", (Passage(0, 0, len(TEXT), TEXT, (first, noun), parsed=True),))
    assert asked(factory.claim(event=factory.event(actors=())), read)["subject"] == answer


def test_who_is_moved_acts():
    passive = reading(subject=None, passive=True, objects=(phrase("the Kadra Front"),))
    assert asked(factory.claim(), passive)["subject"] == "moved"
    assert asked(factory.claim(event=factory.event(actors=())), passive)["subject"] == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Clashes broke out near Sabha on Monday, leaving three dead, the medical centre said.",
        "Heavy gunfire was heard west of Zawiya on Monday night.",
        "Fighting erupted in Gharyan at dawn between rival armed groups.",
        "There was shelling in the south of Tripoli on Monday, residents said.",
    ],
)
def test_what_broke_out_counts(text):
    assert [c.counts for c in claims(text) if c.event.root.value == "ASSAULT"] == [True]


def test_of_who_acts_nothing_is_asked_where_nobody_does():
    given = asked(factory.claim(event=factory.event(actors=())))
    assert not {"actors", "actor_speaks", "between"} & set(given)


def test_somebody_listed_who_has_no_part_in_it_is_noticed():
    other = named("military sources")
    assert asked(factory.claim(speakers=()), names=[other])["left"] == "1"
    assert asked(factory.claim(), names=[other])["left"] == "0"
    nobody = factory.claim(event=factory.event(actors=()), speakers=())
    assert asked(nobody, names=[other])["left"] == "nobody_1"


def test_a_passive_and_a_noun_without_an_actor_are_told_apart():
    nobody = factory.claim(event=factory.event(actors=()))
    assert asked(nobody, reading(passive=True))["actor"] == "none_passive_assault"
    assert asked(nobody, reading(kind="noun"))["actor"] == "none_noun_assault"


def test_a_sure_reading_counts_and_says_what_spoke():
    sure = factory.claim(event=factory.event(actors=(factory.actor(id="front"),)))
    (claim,) = with_sureness([sure], reading(), [])
    assert claim.counts
    assert claim.review is None
    assert claim.sureness
    assert claim.sureness.value >= claim.sureness.least == LEAST
    assert "somebody listed acts +" in " ".join(claim.sureness.because)


def test_an_unsure_reading_stays_a_claim_and_is_asked_about():
    doubtful = factory.claim(event=factory.event(actors=(), places=(), root="RETREAT", mode=None))
    (claim,) = with_sureness([doubtful], reading(kind="noun", subject=None), [])
    assert not claim.counts
    assert claim.unsure
    assert claim.status == doubtful.status
    assert claim.sureness
    assert claim.sureness.value < LEAST
    assert claim.review
    assert "a noun tells it, and nobody acts" in claim.review


def test_what_is_not_told_as_having_happened_has_no_sureness():
    planned = factory.claim(status="planned")
    assert with_sureness([planned], reading(), []) == (planned,)
    assert not planned.unsure
