"""Whom a pronoun of what is said means: who says it, or whom he speaks for.

"The army said it had taken the town"; "the coalition's spokesman said its aircraft had …";
"the army's claim that it had taken the town".
"""

from hudna.extract.agreeing import agrees, is_person, is_plural
from hudna.extract.aside import Read
from hudna.extract.offices import by_office
from hudna.extract.relations import LEFT_OUT, NEVER_THE_SPEAKER, OF_A_THING, OF_SEVERAL
from hudna.extract.scene import At, Thread, Who
from hudna.model.clause import Phrase


def who_says(at: At, phrase: Phrase, thread: Thread, who: Read) -> Who | None:
    """ "The army said it had taken the town": the pronoun of what is said means who says it."""
    pronoun, current = phrase.pronoun, at.parent
    claimed = _who_claims(at, phrase, thread, who)
    if claimed is not None:
        return claimed
    for _ in range(6):
        if current is None or pronoun in NEVER_THE_SPEAKER:
            return None
        subject = current.clause.subject
        if (
            current.clause.lemma in at.scene.verbs_of_speech
            and subject is not None
            and (not subject.pronoun or (pronoun == "we" and subject.pronoun == LEFT_OUT))
            and (subject.start < phrase.start or pronoun == "we")
        ):
            found = who(current, subject, thread) or by_office(current, subject, thread, who=who)
            body = _spoken_for(current, subject, phrase, found, thread, who)
            if body is not None:
                return body
            said_of_himself = found is not None and agrees(at, found, phrase) and not found.actor.anonymous
            # "an official said they had burned the trucks": one man is not several.
            alone = (
                found is not None
                and not phrase.text
                and pronoun in OF_SEVERAL
                and is_person(found, at.scene)
                and not is_plural(found, at.scene)
            )
            return found if said_of_himself and not alone else None
        current = current.parent
    return None


def _spoken_for(
    at: At, subject: Phrase, phrase: Phrase, found: Who | None, thread: Thread, who: Read
) -> Who | None:
    """ "The coalition's spokesman said its aircraft had …": a person speaks, and "its" means whom he speaks for."""
    if phrase.pronoun not in OF_A_THING or found is None or not is_person(found, at.scene):
        return None
    behind = (o.phrase for o in subject.obliques if o.preposition in ("of", "for", "compound"))
    owners = [p for p in (subject.possessor, *behind) if p is not None and not p.pronoun]
    heard = (who(at, p, thread) for p in owners)
    return next((w for w in heard if w is not None and agrees(at, w, phrase)), None)


def _who_claims(at: At, phrase: Phrase, thread: Thread, who: Read) -> Who | None:
    """ "the army's claim that it had taken the town": the pronoun means whose claim it is."""
    noun = at.clause.noun
    # "بعد إعلان القوات سيطرتها على المدينة": of what is said by a noun, whoever that noun belongs to.
    named = at.clause.kind == "noun" and at.scene.language.construct_state
    claims = noun is not None and (named or at.clause.link == "complement")
    owners = (
        (noun.possessor, *_owners_of(at, noun, construct=named))
        if noun is not None and claims and noun.head in at.scene.nouns_of_speech
        and phrase.pronoun not in NEVER_THE_SPEAKER
        else ()
    )  # fmt: skip
    found = (who(at, p, thread) for p in owners if p is not None and not p.pronoun)
    return next((w for w in found if w is not None and agrees(at, w, phrase)), None)


def _owners_of(at: At, noun: Phrase, *, construct: bool) -> tuple[Phrase, ...]:
    """Whoever says what a noun of saying holds, apart from what is said."""
    said = at.clause.start
    whose = (o.phrase for o in noun.obliques if o.preposition == "of" and o.phrase.head_start != said)
    behind = tuple(o.phrase for o in noun.obliques if o.preposition in ("by", "from"))
    return (*behind, *whose) if construct else behind
