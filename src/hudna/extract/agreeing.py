"""Can a pronoun mean this actor? By number, by gender, and by whether it is a person or a body."""

from hudna.extract.relations import OF_A_PERSON, OF_A_THING, OF_ONE, OF_SEVERAL
from hudna.extract.scene import At, Scene, Who
from hudna.knowledge.folding import written
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import load_inflection
from hudna.model.clause import Phrase

# The rule by which somebody is no more than a source.
SOURCES = "anonymous_class"


def agrees(at: At, candidate: Who, phrase: Phrase) -> bool:
    """A person is "he" or "she", a body "it", several "they"."""
    pronoun = phrase.pronoun
    # "نسفت قواته": written so, of no several men.
    one_man = phrase.text in load_grammar(at.scene.reading.language).of_one_man
    several = one_man and (
        _opens_as_men(candidate, at.scene)
        or _is_of_several(candidate, at.scene)
        or _only_tells(at, candidate)
    )
    if is_of_another_gender(candidate, phrase, at.scene) or several:
        return False
    if candidate.actor.anonymous and pronoun not in OF_SEVERAL:
        return False
    if pronoun in OF_SEVERAL and (_is_one_man(at, candidate) or _is_one_thing(at, candidate, phrase)):
        return False
    if pronoun in OF_ONE:
        return not is_plural(candidate, at.scene)
    if pronoun in OF_A_PERSON:
        # "The agency met the general. He said …": an outlet is nobody's "he", though its name looks like a man's.
        if candidate.actor.kind == "media" and not is_person(candidate, at.scene):
            return False
        plural = is_plural(candidate, at.scene)
        return not plural and (is_person(candidate, at.scene) or _is_named_person(candidate, at.scene))
    if pronoun in OF_A_THING:
        # "The soldiers, it says, …": several are not "it".
        return not is_person(candidate, at.scene) and not _are_men(candidate, at.scene)
    return pronoun != "that"


def _is_one_thing(at: At, candidate: Who, phrase: Phrase) -> bool:
    """ "qui les ont frappés": who is hit are several by the pronoun, and one body with the article of one is not; it may be "ils"."""
    first = written(candidate.text).partition(" ")[0]
    one = any(first in genders.openers for genders in at.scene.words.people.genders)
    return one and any(o is phrase for o in at.clause.objects) and not is_plural(candidate, at.scene)


def is_of_another_gender(candidate: Who, phrase: Phrase, scene: Scene) -> bool:
    """ "La présidence", and "a-t-il juré": the article and the pronoun say so, in a language that lists them."""
    first = written(candidate.text).partition(" ")[0]
    said = written(phrase.text).rpartition("-")[2]
    return any(
        said in genders.pronouns
        and any(first in other.openers for other in scene.words.people.genders if other is not genders)
        for genders in scene.words.people.genders
    )


def is_plural(candidate: Who, scene: Scene) -> bool:
    """By the ending of the last word, where it is no name."""
    people, words = scene.words.people, _core(candidate, scene)
    ends = bool(words) and words[-1].endswith(people.plural_endings)
    # "Our forces": no name, though the sentence opens with it
    plain = not scene.language.has_case or not candidate.text[:1].isupper() or _ends_small(candidate)
    if written(candidate.text).startswith(people.alone):
        return False
    several = any(part in candidate.text for part in people.several) or _opens_as_several(candidate, scene)
    return several or (ends and plain and not words[-1].endswith(people.singular_endings))


def _ends_small(candidate: Who) -> bool:
    return " " in candidate.text and candidate.text.rpartition(" ")[2].islower()


def _opens_as_men(candidate: Who, scene: Scene) -> bool:
    """ "مستوطنون": several by the ending of the first word, where it is nobody's name."""
    first = written(candidate.text).partition(" ")[0]
    return first.endswith(scene.words.people.plural_endings) and not _is_named_person(candidate, scene)


def _only_tells(at: At, candidate: Who) -> bool:
    """ "أعلن مصدر انسحاب الجيش والقوات المساندة له": the source who tells it is not whom they support."""
    says = (c.subject for c in at.passage.clauses if c.lemma in at.scene.verbs_of_speech)
    told = any(subject is not None and subject.core_start == candidate.start for subject in says)
    return told and candidate.actor.rule == SOURCES


def _is_of_several(candidate: Who, scene: Scene) -> bool:
    """ "مصادر محلية", "مواقع إخبارية": a broken plural, which has the pronoun of one woman."""
    language, first = scene.reading.language, written(candidate.text).partition(" ")[0]
    bare = next((first[len(a) :] for a in scene.language.glued_articles if first.startswith(a)), first)
    # "ال بي سي": an article that stands alone is no word.
    forms = load_inflection(language).forms(bare) if bare else ()
    plural = bool(forms) and forms[0].tag == "noun" and forms[0].number == "p"
    return plural and not _is_named_person(candidate, scene)


def _opens_as_several(candidate: Who, scene: Scene) -> bool:
    """ "Les Houthis": the article says it, whatever the noun looks like."""
    return written(candidate.text).partition(" ")[0] in scene.words.people.several_openers


def is_person(candidate: Who, scene: Scene) -> bool:
    """By the words: a title or a trade that one person has."""
    words, marks = _core(candidate, scene), scene.language.possessive
    # "the governor's office" is no governor
    owners = (n for n in range(len(words) - 1, 0, -1) if marks and words[n - 1].endswith(marks))
    own = " ".join(words[next(owners, 0) :])
    for mark in marks:
        own = own.replace(mark, "")
    return not scene.words.people.persons.isdisjoint(own.split())


def _core(candidate: Who, scene: Scene) -> list[str]:
    """ "forces loyal to General Malo": the words before those that say whose, where a language writes them behind."""
    words, opens = written(candidate.text).split(), scene.words.people.loyal
    end = next((n for n, word in enumerate(words) if n and word in opens), len(words))
    return words[:end]


def _is_named_person(candidate: Who, scene: Scene) -> bool:
    """A name of several words, none of them a body's; without capitals, only where lists know the person."""
    words = candidate.text.split()
    named = candidate.text.istitle() if scene.language.has_case else candidate.actor.id is not None
    return (
        len(words) > 1
        and named
        and not _opens_as_several(candidate, scene)
        and scene.words.people.bodies.isdisjoint(written(candidate.text).split())
    )


def _is_one_man(at: At, candidate: Who) -> bool:
    """ "The mayor said: they shot at us", "one of them": no single person is "they"."""
    scene = at.scene
    if not scene.language.has_case:
        return False
    single = is_person(candidate, scene) or _is_named_person(candidate, scene)
    return single and not is_plural(candidate, scene) and not _are_men(candidate, scene)


def _are_men(candidate: Who, scene: Scene) -> bool:
    """ "The soldiers", "Gunmen on motorbikes": a plural that is no name, whatever opens the sentence."""
    people, last = scene.words.people, candidate.text.split()[-1:]
    plain = scene.language.has_case and bool(last) and last[0].islower()
    ends = plain and last[0].endswith(people.plural_endings)
    return ends and not last[0].endswith(people.singular_endings) and last[0] not in people.bodies


def is_another(at: At, candidate: Who, phrase: Phrase) -> bool:
    """Does the clause itself tell the two apart?"""
    return _is_acted_upon(at, candidate, phrase) or _does_it_to(at, candidate, phrase)


def _does_it_to(at: At, candidate: Who, phrase: Phrase) -> bool:
    """ "The minister accused it of sending troops": whoever acts upon a pronoun is not whom it means."""
    return any(
        c.subject is not None
        and not c.passive
        and c.subject.start <= candidate.start < c.subject.end
        and any(o.start == phrase.start and o.pronoun in OF_A_THING for o in c.objects)
        for c in at.passage.clauses
    )


def _is_acted_upon(at: At, candidate: Who, phrase: Phrase) -> bool:
    """ "It had asked the group to leave": whoever is named as the object of a clause is not its subject's pronoun."""
    if at.clause.subject is not phrase or candidate.actor.id is None:
        return False
    named = (m for o in at.clause.objects for m in at.scene.actors_in(o.core_start, o.core_end))
    return any(m.id == candidate.actor.id for m in named)
