"""Is a phrase the name of a person whom no list has, and whom does a pronoun mean where only such people are named?"""

from collections.abc import Iterator

from hudna.extract.relations import OF_A_PERSON, OF_ONE
from hudna.extract.scene import At
from hudna.knowledge.folding import written
from hudna.knowledge.place_words import load_names
from hudna.model.clause import Clause, Phrase

# No name of a person has more words.
_LONGEST = 6
# So many sentences back a pronoun reaches.
_REACH = 2


def names_person(at: At, phrase: Phrase) -> bool:
    """Two words or more, written as a name, that no place and nobody on a list has."""
    start, end = phrase.core_start, phrase.core_end
    words = at.scene.report.text[start:end].split()
    if not phrase.proper or phrase.determiner is not None or not 1 < len(words) <= _LONGEST:
        return False
    capitals = [w for w in words if w[:1].isupper() and w.replace("-", "").replace("'", "").isalpha()]
    if len(capitals) < 2 or not words[0][:1].isupper() or any(w.isupper() and len(w) > 1 for w in words):
        return False
    bodies = at.scene.words.people.bodies
    if any(written(w) in bodies for w in words) or at.scene.times_in(start, end):
        return False
    # "Jan Keita": a surname may be a town's name as well.
    first = written(words[0]) in load_names().first
    opens = [m for m in at.scene.places_in(start, end) if m.start == start]
    placed = any(m.end == end or not first for m in opens)
    return not placed and not at.scene.actors_in(start, end)


def named_before(at: At, phrase: Phrase) -> Phrase | None:
    """ "They took Jan Roe to the square and shot him": who alone was named there or just before, and did not tell it."""
    one = phrase.pronoun in OF_ONE or phrase.pronoun in OF_A_PERSON
    if not one or not phrase.text:
        return None
    found = [p for p in _named(at) if p.start < phrase.start]
    names = {p.text.rpartition(" ")[2] for p in found}
    return found[-1] if len(names) == 1 else None


def _named(at: At) -> Iterator[Phrase]:
    here = at.passage.index
    for passage in at.scene.reading.passages:
        if here - _REACH <= passage.index <= here:
            for clause in passage.clauses:
                one = At(at.scene, passage, clause)
                yield from (p for p in _met(one, clause) if names_person(one, p))


def _met(at: At, clause: Clause) -> tuple[Phrase, ...]:
    subject = clause.subject
    tells = clause.lemma in at.scene.verbs_of_speech
    heads = subject.members() if subject is not None and not tells else ()
    whose = (o.phrase for o in clause.obliques if o.preposition == "of" and clause.kind == "noun")
    return (*heads, *(m for p in (*clause.objects, *whose) for m in p.members()))
