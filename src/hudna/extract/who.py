"""Phrases → actors: names, generic agents, pronouns and "his forces", cautiously."""

from dataclasses import replace
from functools import partial

from hudna.extract.agreeing import agrees, is_another, is_of_another_gender, is_person, is_plural
from hudna.extract.aside import before_colon, of_itself
from hudna.extract.belonging import owned_words
from hudna.extract.extents import antecedent_of, is_day_or_area, is_thing_of, readings
from hudna.extract.home_of import country_of_tellers
from hudna.extract.latter import means_latter, named_last
from hudna.extract.ourselves import author, is_quoted, issuing, we_of, who_speaks
from hudna.extract.relations import (
    ACCORDING,
    LEFT_OUT,
    NEVER_THE_SPEAKER,
    OF_A_PERSON,
    OF_A_THING,
    OF_ONE,
    OF_SEVERAL,
    OWNING,
    THIRD,
)
from hudna.extract.scene import MAKE_WHO, At, Thread, Who
from hudna.extract.short_names import by_short_name
from hudna.extract.who_says import who_says
from hudna.knowledge.classes import known_class
from hudna.knowledge.country_words import capitals_of_countries, names_of_countries
from hudna.knowledge.folding import written
from hudna.knowledge.grammar import load_grammar
from hudna.model.claim import SpeechAct
from hudna.model.clause import Phrase

MAX_DESCRIPTION = 80
# The rule by which forces are of the country whose name, people or town stands beside them.
BY_PLACE = "demonym_agent"


def who(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """The actor a phrase stands for, or None where it stands for none."""
    if phrase.pronoun in THIRD:
        return _pronoun(at, phrase, thread)
    if _is_nobody(at, phrase):
        return None
    dead = _whose_death(at, phrase)
    died = who(at, dead, thread) if dead is not None else None
    if died is not None and died.actor.sector not in (None, "CVL"):
        return died
    if phrase.pronoun == "we":
        return (
            who_says(at, phrase, thread, who)
            or _says_behind(at, thread)
            or _heads(at, thread)
            or we_of(at, phrase, thread)
            or issuing(at, phrase, thread)
            or author(at, phrase)
        )
    owned = by_short_name(at, phrase) or _owned(at, phrase, thread) or _some_of(at, phrase, thread)
    if owned is not None:
        return owned
    for start, end, head in readings(at, phrase):
        words = at.scene.report.text[start:end]
        found = at.scene.identify(words, head, at.scene.actors_in(start, end), start)
        if (
            found is not None
            and found.id is None
            and written(phrase.head_text) in at.scene.words.events.deeds
        ):
            continue
        if found is not None and not (end > phrase.core_end and is_thing_of(at, phrase, found)):
            if (
                found.anonymous
                and phrase.end > end
                and phrase.end - start <= MAX_DESCRIPTION
                and "," not in phrase.text
            ):
                # A nameless speaker is no more than his description: keep all of it.
                whole = description_end(at, phrase)
                return Who(start, whole, at.scene.report.text[start:whole], found)
            return MAKE_WHO(start, end, words, found)
    return None


def _is_nobody(at: At, phrase: Phrase) -> bool:
    """ "The toll of the clashes in Kidal", "each other": nobody, or nobody besides those who act."""
    each_other = written(phrase.text) in load_grammar(at.scene.reading.language).reciprocals
    return each_other or phrase.head in at.scene.words.events.tallies or is_day_or_area(at, phrase)


def _whose_death(at: At, phrase: Phrase) -> Phrase | None:
    """ "caused the death of seven soldiers": the soldiers, and no death."""
    words = at.scene.words.events
    if phrase.head not in words.results & words.killing:
        return None
    return next((o.phrase for o in phrase.obliques if o.preposition == "of"), None)


def description_end(at: At, phrase: Phrase) -> int:
    """ "des habitants à l'AFP": whom they told is no description of them."""
    heard = (
        o.start
        for o in phrase.obliques
        if o.preposition == "to"
        and any(m.kind == "media" for m in at.scene.actors_in(o.phrase.start, o.phrase.end))
    )
    end = min([phrase.end, *heard])
    return (
        end
        - len(at.scene.report.text[phrase.start : end])
        + len(at.scene.report.text[phrase.start : end].rstrip())
    )


def _some_of(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "some of them": part of whom the pronoun means."""
    if phrase.head not in at.scene.words.people.counters:
        return None
    inner = next((o.phrase for o in phrase.obliques if o.preposition == "of"), None)
    if inner is None or inner.pronoun not in OF_SEVERAL:
        return None
    found = _pronoun(at, inner, thread)
    if found is None or found.actor.kind == "media":
        return None
    return Who(phrase.core_start, inner.end, at.scene.report.text[phrase.core_start : inner.end], found.actor)


def forces_of(at: At, phrase: Phrase) -> Who | None:
    """ "Israeli" in "an Israeli raid", "army" in "an army drone": the forces of whom the word names."""
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    forces, named = at.scene.words.forces, _looks_named(at, words)
    if not words or (not named and phrase.head not in forces.naming):
        return None
    asked = forces.forces_of.format(words)
    found = at.scene.identify(asked, forces.forces_head, (), phrase.core_start)
    # "l'attacco di Barsalogho", "the Kidal carnage": a town that is no seat of a state is where it was.
    town = bool(at.scene.places_in(phrase.core_start, phrase.core_end))
    seat = written(words) in capitals_of_countries(at.scene.reading.language) | names_of_countries(
        at.scene.reading.language
    )
    if found is None or (town and not seat and found.rule == BY_PLACE):
        return None
    if found.id is None and named and (town or found.country is None):
        return None
    return Who(phrase.core_start, phrase.core_end, words, found)


def _owned(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "his forces", "its spokesman", "whose fighters": the owner's, when the owner is known."""
    owner, noun = phrase.possessor, antecedent_of(at, phrase)
    if not ((owner and owner.pronoun) or noun) or phrase.head not in at.scene.words.people.owned:
        return None
    meant = _meant_by(at, phrase, owner, thread) if owner is not None and not noun else None
    found = who(at, noun, thread) if noun else meant
    if found is None or (noun and found.actor.id is None):
        return None
    if owner is None:
        return replace(found, start=phrase.core_start, end=phrase.core_end, text=phrase.text)
    named = at.scene.identify(*owned_words(at, phrase, owner, found.actor), phrase.start)
    things = known_class(at.scene.reading.language, "aircraft") | known_class(
        at.scene.reading.language, "weapons"
    )
    if phrase.head in things - at.scene.words.people.members:
        return found
    actor = named if named is not None and named.id is not None else found.actor
    return Who(
        phrase.core_start, phrase.core_end, at.scene.report.text[phrase.core_start : phrase.core_end], actor
    )


def _meant_by(at: At, phrase: Phrase, owner: Phrase, thread: Thread) -> Who | None:
    """Whose "their forces" are; in quotation marks "our forces" are of whoever is quoted, and of nobody told of before."""
    if owner.pronoun != "our":
        return _pronoun(at, owner, thread)
    quoted = who_says(at, owner, thread, who) or _says_behind(at, thread) or who_speaks(at, thread)
    return quoted if is_quoted(at, phrase) else thread.issuer


def _pronoun(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """The latest actor that the pronoun can mean, by the words that name it; never across a silent sentence."""
    others = (country_of_tellers, _own_subject, _acts_above, partial(who_says, who=who), _heads_sentence, partial(before_colon, who=who), _spoke_last,
              partial(of_itself, who=who), _heard_of, _issues_this, _named_behind)  # fmt: skip
    ways = (partial(named_last, who=who), *(() if means_latter(at, phrase) else others))
    meant = (read(at, phrase, thread) for read in ways)
    found = next((w for w in meant if w is not None and not is_another(at, w, phrase)), None)
    if found is not None:
        thread.last_heard[found.start] = at.passage.index
    return found


def _says_behind(at: At, thread: Thread) -> Who | None:
    """ "We did not withdraw, a spokesman said": who says it in an aside is who "we" means."""
    current: At | None = at
    for _ in range(3):
        for child in current.children() if current is not None else ():
            clause = child.clause
            if (
                clause.link == "parenthesis"
                and clause.lemma in at.scene.verbs_of_speech
                and clause.subject is not None
            ):
                return who(child, clause.subject, thread) if not clause.subject.pronoun else None
        if current is None or current.clause.link not in ("coordinate", "complement"):
            return None
        current = current.parent
    return None


def _heads(at: At, thread: Thread) -> Who | None:
    """ "The army: we shot down two drones": who stands before the colon."""
    for clause in at.passage.clauses:
        for oblique in clause.obliques:
            if oblique.preposition in ACCORDING and not oblique.word:
                return who(at, oblique.phrase, thread)
    return None


def _heard_of(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    candidates = [w for w in thread.subjects if w.start < phrase.start and agrees(at, w, phrase)]
    near = [
        w for w in candidates if at.passage.index - thread.last_heard.get(w.start, _passage_of(at, w)) <= 1
    ]
    if phrase.pronoun in OF_SEVERAL:
        # "…, officials said. They came at dawn": of whom it is told, rather than who tells it.
        told_by = {w.start for w in thread.speakers if w.actor.id is None}
        near = [w for w in near if w.start not in told_by and is_plural(w, at.scene)] or near
    named = [w for w in near if not w.actor.anonymous] or near
    if at.clause.subject is phrase:
        # Who headed a sentence before heads the next one, rather than whom it named on the way.
        named = [w for w in named if w.start in thread.heads] or named
    return named[-1] if named else None


def _issues_this(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "Elle dénonce": in a communiqué that has named nobody else of late, whoever issues it."""
    issuer = thread.issuer
    heads = issuer is not None and at.clause.subject is phrase and not is_quoted(at, phrase)
    return issuer if issuer is not None and heads and agrees(at, issuer, phrase) else None


def _named_behind(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "After their withdrawal, the paramilitaries attacked": whom the sentence goes on to name, where nobody was named before."""
    parent = at.parent
    opens = phrase.pronoun in OWNING and at.clause.kind == "noun" and at.clause.link == "modifier"
    if parent is None or not opens:
        return None
    # Who is chased stands where who chases would stand.
    subject = next(iter(parent.clause.objects), None) if parent.clause.passive else parent.clause.subject
    if subject is None or subject.pronoun or subject.start < phrase.end:
        return None
    found = who(parent, subject, thread)
    return found if found is not None and agrees(at, found, phrase) else None


def _spoke_last(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "It calls on the government": who spoke in the sentence before goes on speaking."""
    says = (
        at.clause.kind == "verb"
        and at.clause.lemma in at.scene.verbs_of_speech
        and at.clause.subject is phrase
    )
    if not says or at.passage.index - thread.speakers_passage > 2:
        return None
    if phrase.pronoun == LEFT_OUT:
        # "… and added that": whoever spoke last goes on.
        return next(iter(thread.speakers), None)
    return next((w for w in thread.speakers if w.actor.kind != "media" and _goes_on(at, w, phrase)), None)


def _goes_on(at: At, speaker: Who, phrase: Phrase) -> bool:
    """Whom the pronoun of a verb of saying can mean: somebody without a name too, if he is one and it is of one."""
    if not speaker.actor.anonymous:
        return agrees(at, speaker, phrase)
    says = at.scene.verbs_of_speech.get(at.clause.lemma)
    if says is None or says.act is SpeechAct.DENY:
        return False  # "residents said. They denied any attack": who is talked of denies, not who talks
    thing = phrase.pronoun in OF_A_THING and not is_person(speaker, at.scene)
    one = thing or phrase.pronoun in OF_ONE or phrase.pronoun in OF_A_PERSON
    several = phrase.pronoun in OF_SEVERAL
    fits = several if is_plural(speaker, at.scene) else one
    return fits and not is_of_another_gender(speaker, phrase, at.scene)


def _own_subject(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "France renewed its appeal": a possessive means the subject of its own clause."""
    pronoun = phrase.pronoun
    if pronoun not in OWNING:
        return None
    for clause in (
        at.clause,
        at.parent.clause if at.parent is not None and at.clause.kind == "noun" else None,
    ):
        subject = clause.subject if clause is not None else None
        if subject is not None and not subject.pronoun and subject.end <= phrase.start:
            found = who(at, subject, thread)
            return found if found is not None and agrees(at, found, phrase) else None
    return None


def _heads_sentence(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "The government cut its ties with the kingdom, which it accuses of …": who heads the sentence, if the pronoun can mean him."""
    if at.clause.subject is not phrase or at.clause.link == "root" or phrase.pronoun in NEVER_THE_SPEAKER:
        return None
    if at.clause.link == "parenthesis" and at.clause.lemma in at.scene.verbs_of_speech:
        # "The soldiers, it says, are fighting": who tells it in an aside is not whom it is told of.
        return None
    above = (at.parent.clause,) if at.clause.link == "adverbial" and at.parent is not None else ()
    roots = (c for c in at.passage.clauses if c.link == "root")
    for clause in (*above, *roots):
        subject = clause.subject
        if clause.kind == "noun" or subject is None or subject.pronoun or subject.end > phrase.start:
            continue
        found = who(At(at.scene, at.passage, clause), subject, thread)
        if found is not None and agrees(at, found, phrase):
            return found
    return None


def _acts_above(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "detained four boatmen, whom they accused of …": who detained them accuses them."""
    parent, clause = at.parent, at.clause
    described = clause.link == "relative" and clause.subject is phrase and phrase.pronoun in OF_SEVERAL
    if not described or parent is None or parent.clause.subject is None or parent.clause.subject.pronoun:
        return None
    subject = parent.clause.subject
    if clause.noun is None or clause.noun.head_start == subject.head_start:
        return None
    found = who(parent, subject, thread)
    return found if found is not None and agrees(parent, found, phrase) else None


def _passage_of(at: At, earlier: Who) -> int:
    """The sentence in which an actor was named."""
    return next((p.index for p in at.scene.reading.passages if p.start <= earlier.start < p.end), -10)


def _looks_named(at: At, words: str) -> bool:
    """Whether words are written as a name; where there are no capitals, whether a list has them."""
    if at.scene.language.has_case:
        return words[:1].isupper()
    return at.scene.identify(words, words, (), 0) is not None
