"""What triggers ask of a clause, each worked out once a clause and only where one asks it."""

from functools import cached_property, lru_cache

from hudna.extract.relations import OF_ONE
from hudna.extract.saying import disowned
from hudna.extract.scene import At, once
from hudna.extract.slots import Slots
from hudna.knowledge.lemmas import lemmas
from hudna.model.clause import Phrase


class Asked(Slots):
    """The slots of a clause, with what else every trigger asks of it."""

    @cached_property
    def owned_by_nobody(self) -> bool:
        """Is the deed disowned?"""
        return disowned(self.at)

    @cached_property
    def called_off(self) -> bool:
        """ "called off the talks": with such a particle a verb of saying says nothing."""
        clause, scene = self.at.clause, self.at.scene
        silent = scene.words.speech.silent_particles
        return clause.particle in silent and clause.lemma in scene.verbs_of_speech

    @cached_property
    def leaves_out_subject(self) -> bool:
        """ "Chiedono il pagamento", "Elle appelle au calme": nothing can be said against a subject that no word names."""
        subject = self.at.clause.subject
        return subject is not None and subject.pronoun is not None and (not subject.text or is_he(subject))

    @cached_property
    def behind(self) -> frozenset[str]:
        """The relations by which anything hangs from the clause or from its objects."""
        clause = self.at.clause
        inside = (o.preposition for p in clause.objects for o in p.obliques)
        return frozenset(o.preposition for o in clause.obliques).union(inside)

    @cached_property
    def sentence(self) -> frozenset[str]:
        """Every word of the sentence, as written, in its base form or as the lemma of a clause."""
        return sentence_words(self.at)

    @cached_property
    def particles(self) -> frozenset[str | None]:
        """Every word that may be the particle of the verb."""
        clause = self.at.clause
        behind = (o.word.split(" ")[0] for o in clause.obliques)
        return frozenset((clause.particle, *(a.lemma for a in clause.adverbs), *behind))


# The slots of a clause, made once.
asked_of = once(Asked)


def is_he(subject: Phrase) -> bool:
    """ "Elle": a pronoun by itself that tells neither persons nor things from others; an English one does."""
    return subject.pronoun in OF_ONE and not subject.obliques


@once
def sentence_words(at: At) -> frozenset[str]:
    """Every word of the sentence in lower case, with the lemmas that the clauses know."""
    return _words_of(at.passage.text, at.scene.reading.language) | {c.lemma for c in at.passage.clauses}


@lru_cache(maxsize=512)
def _words_of(text: str, language: str) -> frozenset[str]:
    found: set[str] = set()
    for word in text.split():
        found |= lemmas(word.strip(".,;:!?\"'()“”«»،؛؟"), language)
    return frozenset(found)
