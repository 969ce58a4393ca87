"""That nobody was hurt: "without causing casualties", "the attack killed no one". No attack is denied by it."""

from hudna.extract.plausible import is_means
from hudna.extract.scene import At
from hudna.extract.triggers import nominal_lemmas
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root, Status
from hudna.model.clause import Phrase


def spares(at: At, trigger: Trigger) -> bool:
    """Do the words only say whom or what an attack told beside them did not hurt?"""
    return trigger.root is Root.ASSAULT and (
        any(_spares(each) for each in (at, _verb_over(at, trigger)) if each) or _is_no_news(at)
    )


def is_spared(verb: At) -> bool:
    """ "The shelling left nobody dead": the verb of a deed that did no harm."""
    subject = verb.clause.subject
    deeds = nominal_lemmas(verb.scene.reading.language)
    # "The drones did not hit the port" denies it; a shelling that hits nobody took place.
    of_deed = (
        verb.clause.kind == "verb"
        and subject is not None
        and subject.head in deeds
        and (not is_means(verb, subject) or _nobody(verb))
    )
    return of_deed and verb.clause.negation is not None and _harms(verb)


def never_began(verb: At) -> bool:
    """ "The shelling did not resume": the verb of what has not come about."""
    clause = verb.clause
    return clause.negation is not None and clause.lemma in verb.scene.cues.beginning_verbs


def _nobody(verb: At) -> bool:
    """ "The shells hit nobody": they fell, and did no harm."""
    return any(verb.scene.words.aims.no_one.fullmatch(p.text) for p in verb.clause.objects)


def _spares(at: At) -> bool:
    return is_spared(at) or _befalls_nobody(at) or (at.clause.marker == "without" and _harms(at))


def _befalls_nobody(at: At) -> bool:
    """ "No one was hurt", "nobody died", with nobody said to do it: of whom a deed told beside it did not hurt."""
    clause, events = at.clause, at.scene.words.events
    dies = not clause.passive and clause.lemma in events.dying
    borne = clause.objects if clause.passive and clause.subject is None else ()
    sufferers = (clause.subject,) if dies else borne
    if clause.kind != "verb" or clause.negation is None or clause.lemma not in events.outcomes | events.dying:
        return False
    named = (p for p in sufferers if p is not None)
    return any(at.scene.words.aims.no_one.fullmatch(words) for p in named for words in _none(at, p))


def _none(at: At, phrase: Phrase) -> tuple[str, ...]:
    """The words of who suffers, and the negation in them: "Salif was not hit" has its own at the verb."""
    negation = at.clause.negation
    inside = negation is not None and not at.clause.start > negation.start >= phrase.end
    said = at.scene.report.text[negation.start : negation.end] if negation is not None and inside else ""
    return (phrase.text, said)


def _verb_over(at: At, trigger: Trigger) -> At | None:
    """ "without causing deaths": the verb of which the dead are the object."""
    dead = at.clause.kind == "noun" and at.clause.marker != "subject" and (trigger.last or _harms(at))
    return at.parent if dead else None


def _is_no_news(at: At) -> bool:
    """ "There is no news of casualties": of the dead that nobody has heard of."""
    noun, told = at.clause.noun, at.scene.cues.nouns.get(Status.REPORTED, frozenset())
    heard = noun is not None and noun.head in told and at.clause.marker == "of"
    return heard and at.parent is not None and at.parent.clause.negation is not None


def _harms(at: At) -> bool:
    events = at.scene.words.events
    words = events.outcomes | events.dying | events.results
    clause = at.clause
    phrases = [*clause.objects, *(o.phrase for o in clause.obliques)]
    if clause.phrase is not None:
        phrases.append(clause.phrase)
    return clause.lemma in words or any(head in words for p in phrases for head in _heads(p))


def _heads(phrase: Phrase) -> tuple[str, ...]:
    owner = (phrase.possessor.head,) if phrase.possessor is not None else ()
    return (phrase.head, *owner, *(o.phrase.head for o in phrase.obliques))
