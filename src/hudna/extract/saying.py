"""Is a clause what another clause says, and who stands as the one who says it?"""

from hudna.extract.scene import At, once
from hudna.knowledge.classes import known_class
from hudna.knowledge.cues import SpeechWords
from hudna.knowledge.folding import written
from hudna.knowledge.nouns import nominal_nouns
from hudna.model.claim import SpeechAct, Status
from hudna.model.clause import Link, Phrase

_COMPLEMENTS: frozenset[Link] = frozenset({"complement", "argument"})
_WHERE_THEY_DIED = frozenset({"in", "during", "after", "from", "by"})
TELLING = frozenset({SpeechAct.REPORT, SpeechAct.STATE, SpeechAct.ASSESS, SpeechAct.CONCERN})


def is_said(at: At, parent: At) -> bool:
    """Is the clause what its parent says?"""
    words = speech_words(parent)
    if words is None or _is_parted(at, parent):
        return False
    if at.clause.link == "relative" and at.clause.noun is not None:
        with_deed = words.holds is None and _is_told_with_deed(at, parent)
        if with_deed or _is_reduced(at):
            # "reported troops heading south": the participle is what is reported.
            return with_deed or any(at.clause.noun.head_start == p.head_start for p in _spoken_of(parent))
    if _is_hearsay_of(at, parent) or is_charge(at, parent) or is_asked_for(at):
        return True
    events = at.scene.words.events
    dead = at.clause.lemma in events.results | events.outcomes
    noun = at.clause.noun
    # "put the toll of the attack at 100": the attack is told with its toll.
    counts = noun is None or (dead and noun.head in events.counting) or noun.head in events.results
    if at.clause.link == "modifier" and at.clause.marker in ("of", "about") and counts:
        # "the ministry spoke of clashes": what is spoken of is said.
        return words.act in TELLING
    if _is_how_they_died(at, parent) or _is_part_of_said(at, parent) or _is_described_so(at, parent):
        return words.act in TELLING or _is_part_of_said(at, parent)
    if at.clause.link not in _COMPLEMENTS:
        return False
    if _leads_to(at, parent, words):
        return False
    return at.clause.marker not in ("subject", "by") or is_borne_out(at, parent)


def _is_told_with_deed(at: At, parent: At) -> bool:
    """ "announced the downing of drones that the militia launched": who tells the deed tells what it befell as well."""
    noun, language = at.clause.noun, at.scene.reading.language
    if at.clause.link != "relative" or noun is None or at.clause.marker == "where":
        return False
    deeds = nominal_nouns(language) - at.scene.nouns_of_speech.keys()
    told = [p for p in parent.clause.objects if p.head in deeds and p.head_start < noun.head_start < p.end]
    return bool(told)


def _leads_to(at: At, parent: At, words: SpeechWords) -> bool:
    """ "recalled units to report to base", "continued shelling the town": a deed, and nothing that anybody says."""
    clause = at.clause
    if clause.tense == "participle":
        return parent.clause.lemma in parent.scene.cues.implicative_verbs
    bare = clause.tense == "infinitive" and not clause.perfect and words.act in TELLING
    return bare and not _has_own_subject(at, parent)


def is_borne_out(at: At, parent: At) -> bool:
    """ "The shelling was confirmed by a witness", "was denied by the army": the deed that somebody speaks to."""
    words, clause = speech_words(parent), parent.clause
    told = words is not None and words.act in (SpeechAct.STATE, SpeechAct.REPORT, SpeechAct.DENY)
    spoken_to = told and clause.passive and clause.subject is not None and clause.subject.pronoun is None
    return spoken_to and at.clause.kind == "noun" and at.clause.marker == "subject" and at.clause.noun is None


def is_charge(at: At, parent: At) -> bool:
    """ "accuses the rebels of an attack on a hospital": the deed with which whoever is accused is charged."""
    clause, words = at.clause, speech_words(parent)
    accuses = words is not None and words.act is SpeechAct.ACCUSE and bool(parent.clause.objects)
    behind = clause.kind == "noun" and clause.link == "modifier" and clause.marker in ("of", "for")
    return accuses and behind and clause.noun is None


@once
def is_asked_for(at: At) -> bool:
    """ "demanded the release of the hostages", "calls for the withdrawal of all forces": what is asked for has not come about."""
    clause, parent = at.clause, at.parent
    if parent is None or clause.kind != "noun" or clause.noun is not None:
        return False
    words = speech_words(parent)
    asks = parent.clause.lemma in at.scene.cues.holders.get(Status.DEMANDED, ())
    asks = asks or (words is not None and words.holds is Status.DEMANDED)
    direct = clause.link == "argument" and clause.marker is None
    return asks and (direct or (clause.link == "modifier" and clause.marker == "for"))


def _is_how_they_died(at: At, parent: At) -> bool:
    """ "speaks of the death of six soldiers in an ambush": the ambush is told with the dead."""
    clause, words = at.clause, at.scene.words
    inside = clause.kind == "noun" and clause.link == "modifier" and clause.marker in _WHERE_THEY_DIED
    dead = any(p.head in words.events.outcomes for p in parent.clause.objects)
    return inside and dead and parent.clause.lemma in words.speech.figures


def _is_part_of_said(at: At, parent: At) -> bool:
    """ "announced the arrest of six in a raid", "confirmed the death of two in an ambush": told with the noun it hangs from."""
    clause, noun = at.clause, at.clause.noun
    inside = clause.kind == "noun" and clause.link == "modifier" and clause.marker in _WHERE_THEY_DIED
    if noun is None:
        results = at.scene.words.events.results
        return inside and any(p.head in results for p in parent.clause.objects)
    return inside and noun is not None and any(noun.head_start == p.head_start for p in parent.clause.objects)


def _is_described_so(at: At, parent: At) -> bool:
    """ "in what monitors described as reprisals", "described it as a raid": what somebody calls it, and not the narrator."""
    clause = at.clause
    behind = clause.kind == "noun" and clause.link == "modifier" and clause.marker == "as"
    return behind and clause.noun is None and bool(parent.clause.subject)


def _is_hearsay_of(at: At, parent: At) -> bool:
    """ "incrimine des soldats, qui auraient tiré", "accuse un rescapé : ils auraient …": what is told as hearsay behind a verb of saying is said."""
    clause = at.clause
    if clause.start < parent.clause.end or all(m.lemma != "hearsay" for m in clause.modals):
        return False
    between = at.scene.report.text[parent.clause.end : clause.start]
    goes_on = clause.link == "coordinate" and (
        ":" in between or (clause.subject is not None and clause.subject.pronoun == "who")
    )
    return clause.link == "relative" or goes_on


def _is_parted(at: At, parent: At) -> bool:
    """ "The army says it holds the town; the rebels deny it": what stands behind a semicolon is not said with what is before."""
    text, subject = at.scene.report.text, at.clause.subject
    if at.clause.end <= parent.clause.start and _opens_behind_a_colon(at, parent):
        return True
    between = text[parent.clause.end : at.clause.start]
    another = subject is not None and subject.pronoun is None
    return (
        another and at.clause.marker is None and ";" in between and '"' not in between and "«" not in between
    )


def _opens_behind_a_colon(at: At, parent: At) -> bool:
    """ "The rebels said soldiers killed three, which the army denied: it said …": what stands before is not told behind."""
    subject = parent.clause.subject
    if subject is None or not at.clause.end <= subject.start <= parent.clause.start:
        return False
    before = at.scene.report.text[at.clause.end : subject.start].rstrip()
    return before.endswith(":") and not any(
        q.start <= at.clause.start < q.end for q in at.scene.reading.quotes
    )


def _is_reduced(at: At) -> bool:
    """ "troops heading south", "thirty people killed": a participle that only describes a noun."""
    clause = at.clause
    return clause.tense == "participle" or (clause.passive and clause.marker is None and not clause.modals)


def _spoken_of(says: At) -> list[Phrase]:
    """What a clause of saying has as objects, and behind "of" and "about": "speaks of thirty people killed"."""
    behind = [o.phrase for o in says.clause.obliques if o.preposition in ("of", "about")]
    named = [m for p in (*says.clause.objects, *behind) for m in p.members()]
    return named + [o.phrase for p in named for o in p.obliques if o.preposition == "of"]


def gives_figure(at: At, parent: At) -> bool:
    """ "put at 594 the number of people killed": does whoever gives a figure give it of what is told here?"""
    clause = parent.clause
    if clause.lemma not in at.scene.words.speech.figures or speech_words(parent) is not None:
        return False
    noun = at.clause.phrase if at.clause.kind == "noun" else at.clause.noun
    nested = [o.phrase for b in clause.obliques for o in (b, *b.phrase.obliques)]
    phrases = [*_spoken_of(parent), *nested]
    return noun is not None and any(noun.head_start == p.head_start for p in phrases)


def _has_own_subject(at: At, parent: At) -> bool:
    """Does somebody act in it whom the clause above does not name: "rules out that the army will …"?"""
    subject = at.clause.subject
    above = (parent.clause.subject, *parent.clause.objects)
    return (
        subject is not None
        and not subject.pronoun
        and all(p is None or p.head_start != subject.head_start for p in above)
    )


def is_perceived(at: At, parent: At) -> bool:
    """ "residents heard gunfire": who perceives it tells it."""
    perceives = parent.clause.lemma in at.scene.cues.perceiving_verbs and not parent.clause.passive
    return (
        perceives and at.clause.kind == "noun" and at.clause.link == "argument" and at.clause.marker is None
    )


@once
def speech_words(at: At) -> SpeechWords | None:
    """The speech words of a verb clause, if it is one of saying."""
    if at.clause.kind == "noun":
        return None
    silent = at.scene.words.speech.silent_particles
    if at.clause.particle in silent or any(a.lemma in silent for a in at.clause.adverbs):
        # "called off the attack", "pushed back eleven assaults" say nothing.
        return None
    if any(p.head in at.scene.words.events.lives for p in at.clause.objects):
        return None  # "the shelling claimed nine lives"
    words = at.scene.verbs_of_speech.get(at.clause.lemma)
    return None if words is not None and (_answers_with_force(at, words) or _only_reacts(at)) else words


def _only_reacts(at: At) -> bool:
    """ "was responding to reports that …": no words of its own are told."""
    clause = at.clause
    if clause.lemma not in at.scene.words.speech.answering or clause.link == "parenthesis":
        return False
    return all(c.clause.link not in _COMPLEMENTS or c.clause.noun is not None for c in at.children())


def _answers_with_force(at: At, words: SpeechWords) -> bool:
    """ "the militia answered with shelling", "replied with rubber bullets", "launched an attack": a verb that carries a deed says nothing."""
    clause, scene = at.clause, at.scene
    if clause.lemma not in scene.cues.light_verbs:
        return False
    language = scene.reading.language
    if clause.objects:
        # "la milice a lancé une attaque", "a repris la ville": the deed is done, not said.
        deeds, done = nominal_nouns(language) - scene.nouns_of_speech.keys(), clause.objects[0]
        upon = done.head in deeds or bool(scene.places_in(done.start, done.end))
        # "جددت القوات قصفها": what is renewed is done again, unless it is a call or a charge.
        carries = words.act is SpeechAct.REPORT or clause.lemma in scene.words.speech.renewing
        return carries and upon and clause.link != "parenthesis"
    forceful = known_class(language, "weapons") | (nominal_nouns(language) - scene.nouns_of_speech.keys())
    return any(o.preposition == "with" and o.phrase.head in forceful for o in clause.obliques)


def disowned(at: At) -> bool:
    """ "No group has claimed the attack": whose act it is stays open; the act itself is not denied."""
    clause, words = at.clause, at.scene.words.speech
    if clause.negation is None or clause.kind == "noun":
        return False
    if clause.lemma in words.owning:
        return True
    said = written(at.scene.report.text[clause.span_start : clause.span_end])
    return speech_words(at) is not None and any(word in said for word in words.responsibility)


def speaker_phrase(at: At) -> Phrase | None:
    """Who speaks in a clause of saying: its subject; "X was quoted as saying" has X as object."""
    clause = at.clause
    if clause.subject is not None:
        return clause.subject
    if clause.passive and clause.lemma in at.scene.words.speech.citing and clause.objects:
        return clause.objects[0]
    return None


def after_quote(at: At) -> Phrase | None:
    """ "…," warned a militia leader: what stands behind the verb speaks, where what is said stands before it."""
    clause = at.clause
    if clause.passive or clause.subject is not None or not clause.objects:
        return None
    said_before = any(c.clause.link == "complement" and c.clause.start < clause.start for c in at.children())
    return clause.objects[0] if said_before else None


def stands_behind(child: At, at: At) -> bool:
    """ "The town was retaken on Sunday, the ministry announced": hangs below what is said, as an aside without words of its own."""
    clause = child.clause
    if is_as_told(child):
        words = speech_words(child)
        return words is not None and words.holds is None
    return (
        clause.link == "adverbial"
        and clause.marker is None
        and clause.tense in ("past", "present")
        and clause.subject is not None
        and (not clause.objects or clause.lemma in at.scene.words.speech.telling)
        and not clause.passive
        and clause.subject.start > at.clause.end
    )


@once
def is_as_told(at: At) -> bool:
    """ "The town fell, as the ministry announced": what is told is told so by whom "as" names."""
    clause, words = at.clause, speech_words(at)
    if words is None or clause.link != "adverbial" or clause.marker != "as" or clause.passive:
        return False
    named = clause.subject is not None and not clause.subject.pronoun
    says_more = any(c.clause.link in _COMPLEMENTS and c.clause.kind != "noun" for c in at.children())
    return named and not says_more and all(o.pronoun for o in clause.objects)
