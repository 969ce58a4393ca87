"""Speakers whom no list knows: whoever says something, or is named as the source, speaks."""

from dataclasses import replace

from hudna.extract.agreeing import is_person
from hudna.extract.named_people import names_person
from hudna.extract.relations import POINTING
from hudna.extract.scene import At, Thread, Who
from hudna.extract.who import MAX_DESCRIPTION, description_end, who
from hudna.knowledge.folding import written
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.people import people
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention, SpeakerKind

# Pronouns of people; "it" may be a report or a map.
_PEOPLE = frozenset({"he", "she", "they"})


def nobody_named(phrase: Phrase) -> ActorMention:
    """ "some say": a speaker without any description."""
    return ActorMention(
        phrase.core_start,
        phrase.core_end,
        phrase.text,
        None,
        phrase.head,
        None,
        None,
        "anonymous",
        anonymous=True,
        rule="anonymous.some",
    )


def somebody(at: At, phrase: Phrase) -> Who | None:
    """ "The civil defence said": whoever says something speaks, though no list knows him; things only show it."""
    words = at.scene.words.speech
    if phrase.pronoun in _PEOPLE and phrase.text and at.scene.language.has_case:
        # "He said attackers killed 15": who he is nobody knows, and still it is he who says so.
        return Who(phrase.start, phrase.end, phrase.text, nobody_named(phrase))
    if phrase.pronoun or at.clause.lemma in words.shown_by_things or phrase.head in words.never_speak:
        return None
    if phrase.head in nominal_nouns(at.scene.reading.language) and phrase.head_text.islower():
        return None  # "the conflict, the assault showed": no deed says anything
    if (
        at.clause.passive
        or phrase.number is not None
        or at.scene.times_in(phrase.core_start, phrase.core_end)
    ):
        return None
    end = _name_end(phrase)
    text = at.scene.report.text[phrase.core_start : end]
    if not text[:1].isalpha():
        return None
    known = phrase.proper or phrase.determiner in POINTING
    actor = ActorMention(
        phrase.core_start,
        end,
        text,
        None,
        text,
        None,
        None,
        _kind(at, phrase) if known else "anonymous",
        anonymous=not known,
        rule="somebody",
    )
    return Who(phrase.core_start, end, text, actor)


def who_he_is(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "Jan Roe, spokesman for the Front": a name that no list has speaks for whom the words behind it say."""
    if not names_person(at, phrase):
        return None
    told = (w for p in phrase.appositions if (w := who(at, p, thread)) is not None)
    found = next(told, None)
    if found is None:
        return None
    start, end = phrase.core_start, phrase.core_end
    words = at.scene.report.text[start:end]
    kind: SpeakerKind = "official" if found.actor.anonymous else found.actor.kind
    actor = replace(found.actor, text=words, name=words, kind=kind, anonymous=False)
    return Who(start, end, words, actor)


def spoken_for(at: At, phrase: Phrase, found: Who, thread: Thread) -> Who:
    """ "Colonel Roe, spokesman for the Front": whoever is known by a rank alone speaks for whom the words behind him say."""
    named = found.text.rpartition(" ")[2][:1].isupper() and at.scene.language.has_case
    ranked = found.actor.id is None and not found.actor.anonymous and named and is_person(found, at.scene)
    told = (w for p in phrase.appositions if not p.proper and (w := who(at, p, thread)) is not None)
    meant = next((w for w in told if w.actor.id is not None), None) if ranked else None
    if meant is None:
        return found
    return replace(found, actor=replace(meant.actor, text=found.text, name=found.actor.name))


def _kind(at: At, phrase: Phrase) -> SpeakerKind:
    """ "Jan Roe said": by his name a person, and no body."""
    return "official" if names_person(at, phrase) else "organisation"


def _name_end(phrase: Phrase) -> int:
    """ "la Chambre d'urgence d'El-Fasher": what is written as a name goes on with what it is of."""
    end = phrase.core_end
    inner = phrase if phrase.head_text[:1].isupper() else None
    for _ in range(3):
        behind = (
            (o for o in inner.obliques if o.preposition == "of" and 0 <= o.start - end <= 1) if inner else ()
        )
        inner = next((o.phrase for o in behind), None)
        end = inner.core_end if inner is not None else end
    return end


def named_source(at: At, phrase: Phrase) -> Who | None:
    """ "according to the Observatory": a name that no list has, if it is no place and no day."""
    start, end = phrase.core_start, _name_end(phrase)
    named = phrase.proper or (at.scene.language.has_case and phrase.head_text[:1].isupper())
    text = at.scene.report.text[start:end]
    if not (named or _is_somebody(at, phrase) or _may_tell(at, phrase)) or text == at.scene.report.source:
        return None  # who publishes the report is known from it
    if at.scene.times_in(start, end) or at.scene.places_in(start, end):
        return None
    if phrase.head in at.scene.words.speech.never_speak:
        return None
    body = named or written(phrase.head_text) in at.scene.words.people.bodies
    if not body and "," not in phrase.text and phrase.end - start <= MAX_DESCRIPTION:
        # A nameless speaker is no more than his description: "un inspecteur de police".
        end = description_end(at, phrase)
        text = at.scene.report.text[start:end]
    kind: SpeakerKind = _kind(at, phrase) if body else "anonymous"
    actor = ActorMention(start, end, text, None, text, None, None, kind, anonymous=not body, rule="somebody")
    return Who(start, end, text, actor)


def _is_somebody(at: At, phrase: Phrase) -> bool:
    """ "selon un inspecteur de police", "according to a trader": a noun for people is enough behind the words for a source."""
    return (
        phrase.pronoun is None and phrase.number is None and phrase.head in people(at.scene.reading.language)
    )


def _may_tell(at: At, phrase: Phrase) -> bool:
    """ "بحسب مركز الطوارئ", "according to the local emergency room": whatever is no deed and none of the things that only seem to speak."""
    silent = at.scene.words.speech.never_speak
    if not silent or phrase.pronoun or phrase.number is not None:
        return False
    return phrase.head not in nominal_nouns(at.scene.reading.language)
