"""How many does a clause of killing name one by one? "The driver and a nurse were killed", "the chief and two of his sons".

Forms of words (casualties.py) read most tolls. Where none does, or where it reads only one of several who
are named side by side, those whom the verb befalls are added up: one for each single person, its
figure for each group. Where one of them has no figure, nothing is added.
"""

from collections.abc import Iterable
from functools import cache

from hudna.extract.casualties import figure_in
from hudna.extract.named_people import names_person
from hudna.extract.scene import At
from hudna.extract.slots import befallen, slot_phrases
from hudna.extract.told import Told
from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.folding import written
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.people import people
from hudna.model.claim import Count
from hudna.model.clause import Phrase

# No clause holds so many letters.
_WHOLE = 100_000


def with_victims(told: Told, found: list[Count]) -> list[Count]:
    """The counts that words give, or the sum of those whom the verb names, where words give less."""
    if len(found) > 1 or any(_is_range(count) for count in found):
        return found
    above = None if found else _figure_above(told.at)
    if above is not None:
        return [above]
    for at in (told.at, *told.merged):
        befallen = _befallen(at)
        phrases = tuple(p for p in befallen if not _is_hurt(at, p)) or befallen
        inside = all(p.start <= (c.start or 0) < _end(phrases) for c in found for p in phrases[:1])
        if not phrases or not inside or (found and len(phrases) == 1):
            continue
        counts = [_how_many(at, p) for p in phrases]
        if all(c is not None for c in counts):
            return [_sum([c for c in counts if c is not None], at, phrases)]
    return found


def _figure_above(at: At) -> Count | None:
    """ "has put at 214 the number of villagers killed": the figure stands beside the noun that counts them."""
    parent, words = at.parent, at.scene.words
    if parent is None or at.clause.lemma not in words.events.killing or at.clause.negation is not None:
        return None
    counts = words.people.counters | words.events.tallies
    number = any(
        p.head in counts and p.start <= at.clause.start < p.end and p.determiner == "the"
        for p in parent.clause.objects
    )
    beside = (o.phrase for o in parent.clause.obliques if o.preposition == "to" and number)
    figure = next((p for p in beside if p.head_text.isdigit()), None)
    text = at.scene.report.text
    return figure_in(text, figure.start, figure.end, at.scene.casualties) if figure is not None else None


def _is_hurt(at: At, phrase: Phrase) -> bool:
    """ "reports nine villagers killed and twenty wounded": who is told of as wounded is none of the dead."""
    words = at.scene.casualties.words
    hurt = {written(word) for name in ("hurt", "hurt_noun") for word in words.get(name, ())}
    return written(phrase.head_text) in hurt


def _is_range(count: Count) -> bool:
    """ "six ou huit soldats" are no fourteen."""
    return count.best is None and count.low is not None and count.high is not None


def gives_toll(told: Told) -> bool:
    """ "Il évoque au moins 17 morts": does the verb itself only give a figure of the dead?"""
    clause, words = told.at.clause, told.at.scene.words
    dead = any(p.head in words.events.results | words.events.outcomes for p in slot_phrases(clause, "object"))
    return clause.kind == "verb" and clause.lemma in words.speech.figures and dead and not clause.passive


def is_of(told: Told, others: list[Told], place: int) -> bool:
    """Are the dead counted there those of this event? Not where another one is told by fewer words around them."""
    mine = _reach(told, place)
    return all(mine <= _reach(other, place) for other in others if other.at is not told.at)


def _reach(told: Told, place: int) -> int:
    """How many letters the narrowest of its clauses that holds a place takes."""
    clauses = (told.at.clause, *(m.clause for m in told.merged))
    spans = [(c.span_start, c.span_end) for c in clauses]
    befallen = [(p.start, p.end) for c in (told.at, *told.merged) for p in _befallen(c)]
    return min((e - s for s, e in (*spans, *befallen) if s <= place < e), default=_WHOLE)


def _befallen(at: At) -> tuple[Phrase, ...]:
    """Whom a verb of killing has as object, a verb of dying as subject, a death as its own."""
    clause, words = at.clause, at.scene.words.events
    if clause.negation is not None:
        return ()
    if clause.kind == "noun":
        return slot_phrases(clause, "of") if clause.lemma in words.killing else ()
    if clause.lemma in words.dying and clause.lemma in words.killing:
        return slot_phrases(clause, "subject")
    kills = clause.lemma in words.killing or any(
        f"{clause.lemma} {a.lemma}" in words.killing for a in clause.adverbs
    )
    takes = any(p.head in words.lives for p in slot_phrases(clause, "object"))
    return befallen(at, "object") if kills or takes else ()


def _end(phrases: Iterable[Phrase]) -> int:
    return max((p.end for p in phrases), default=0)


def _how_many(at: At, phrase: Phrase) -> Count | None:
    text = at.scene.report.text
    counted = figure_in(text, phrase.start, max(phrase.head_end, phrase.core_end), at.scene.casualties)
    if counted is not None:
        return counted if _of_people(at, phrase) else None
    held = _held(at, phrase)
    one = _is_person(at, phrase) or names_person(at, phrase)
    if held is None and (phrase.plural or phrase.pronoun or not one):
        return None
    return Count(low=held or 1, best=held or 1, high=held or 1)


def _held(at: At, phrase: Phrase) -> int | None:
    """ "اغتالوا ضابطا", "قتلوا جنديين": a word that holds its own number, by its form."""
    return _holding(at.scene.reading.language).get(written(phrase.head_text))


@cache
def _holding(language: str) -> dict[str, int]:
    """Words for one or two people, as texts are compared."""
    return {written(word): n for word, n in load_casualty_words(language).holding.get("people", {}).items()}


def _of_people(at: At, phrase: Phrase) -> bool:
    """ "deux blessés", "trois d'entre eux", "une dizaine de villageois": what is counted are people."""
    counters = at.scene.words.people.counters
    counts = phrase.head in counters or phrase.head_text.isdigit()
    inner = [o.phrase for o in phrase.obliques if o.preposition == "of"] if counts else []
    return _is_somebody(at, phrase) or (counts and all(p.pronoun or _is_somebody(at, p) for p in inner))


def _is_person(at: At, phrase: Phrase) -> bool:
    single = phrase.determiner is not None or phrase.possessor is not None
    return single and _is_listed(at, phrase)


def _is_listed(at: At, phrase: Phrase) -> bool:
    """One person or people by a word of the lists; "its garrison" may be anybody's number."""
    one = {*at.scene.casualties.people, *at.scene.casualties.one_person, *at.scene.words.people.persons}
    return not one.isdisjoint(_heads(at, phrase))


def _is_somebody(at: At, phrase: Phrase) -> bool:
    """ "two soldiers", "nine dockers"; "two armies" are no dead."""
    words = _heads(at, phrase)
    bodies = at.scene.words.people.bodies
    wide = words.isdisjoint(bodies) and not words.isdisjoint(people(at.scene.reading.language))
    return wide or _is_listed(at, phrase) or _is_of_a_people(at, phrase)


def _is_of_a_people(at: At, phrase: Phrase) -> bool:
    """ "five Syrians": told by the word for a people."""
    named = at.scene.actors_in(phrase.core_start, phrase.core_end)
    # "500 Yezidis": several who are called by a name are no things.
    several = phrase.proper and phrase.plural and at.scene.language.has_case
    return several or any(m.rule == "people_word" and m.start <= phrase.head_start < m.end for m in named)


def _heads(at: At, phrase: Phrase) -> set[str]:
    written_head = written(phrase.head_text)
    return {phrase.head, written_head, *lemmas(written_head, at.scene.reading.language)}


def _sum(counts: list[Count], at: At, phrases: tuple[Phrase, ...]) -> Count:
    start, end = phrases[0].start, _end(phrases)
    low, best, high = ([getattr(c, name) for c in counts] for name in ("low", "best", "high"))
    return Count(
        low=_total(low),
        best=_total(best),
        high=_total(high),
        text=at.scene.report.text[start:end],
        start=start,
        end=end,
    )


def _total(figures: list[int | None]) -> int | None:
    """The sum; none where one of them is unknown."""
    known = [f for f in figures if f is not None]
    return sum(known) if len(known) == len(figures) else None
