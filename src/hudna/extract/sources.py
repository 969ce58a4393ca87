"""According to whom? The speakers of a clause, innermost first, with what they do in saying it."""

from dataclasses import dataclass, replace

from hudna.extract.offices import by_office
from hudna.extract.relations import ACCORDING
from hudna.extract.relaying import (
    before_citing,
    cited,
    citers,
    hanging,
    is_heard_from,
    is_inside,
    makers,
    teachers,
)
from hudna.extract.saying import (
    after_quote,
    disowned,
    gives_figure,
    is_as_told,
    is_perceived,
    is_said,
    speaker_phrase,
    speech_words,
    stands_behind,
)
from hudna.extract.scene import At, Thread, Who
from hudna.extract.told_next import told_next
from hudna.extract.unlisted import named_source, nobody_named, somebody, spoken_for, who_he_is
from hudna.extract.where_not import but_places
from hudna.extract.who import who
from hudna.extract.widening import widened
from hudna.knowledge.cues import SpeechWords
from hudna.knowledge.folding import written
from hudna.model.clause import Clause, Oblique, Phrase

MAX_DEPTH = 30
# Behind these somebody else is heard.
_CONTRASTING = frozenset({"while", "whereas", "although"})
# How what is said reaches the public: "to an agency", "on television", "through its radio", "in a message".
_THROUGH = frozenset({"to", "with", "on", "via", "through", "in", "by"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of a chain: who, and the words of saying (None for "according to")."""

    who: Who
    words: SpeechWords | None
    clause: Clause | None = None
    cited: bool = False  # by the speaker before
    issues: bool = False  # the whole report, and no more than that


def voices(at: At, thread: Thread) -> tuple[Voice, ...]:
    """The chain of speakers above a clause, the one who originally says it first."""
    found: list[Voice] = []
    seen: set[int] = set()
    current: At | None = at
    found.extend(_quoting(at, thread))
    for _ in range(MAX_DEPTH):
        if current is None or current.clause.index in seen:
            break
        seen.add(current.clause.index)
        found.extend(_noun_voice(current, thread))
        parent, aside = current.parent, _parenthesis(current, at, thread, seen)
        told = is_said(current, parent) if parent is not None and current.clause.marker == "that" else False
        found.extend(() if told else aside)
        if is_as_told(current) or (
            found and current.clause.link == "adverbial" and current.clause.marker in _CONTRASTING
        ):
            # "…, medics said, while the army said it had struck two": the one does not relay the other.
            break
        if parent is not None and is_said(current, parent):
            # "the party said that thirty had died, an agency reports": the agency relays the party.
            found.extend((*_speech_voice(parent, thread), *(aside if told else ())))
        elif parent is not None and gives_figure(current, parent):
            found.extend(_figure_voice(parent, thread))
        elif parent is not None and is_perceived(current, parent):
            found.extend(_witness(parent, thread))
        current = parent
    found.extend(_according(at, thread, seen))
    behind = None if found else told_next(at)
    found = _speech_voice(behind, thread) if behind is not None else found
    return _distinct([v for voice in found for v in (voice, *_outlet(at, voice))])


def _outlet(at: At, voice: Voice) -> tuple[Voice, ...]:
    """ "Reuters sources": the outlet whose sources they are relays them."""
    reporters = at.scene.words.speech.reporters
    if not voice.who.actor.anonymous or any(w in reporters for w in written(voice.who.text).split()):
        # "a Reuters witness" is the outlet's own eyes.
        return ()
    inner = [
        m
        for m in at.scene.actors_in(voice.who.start, voice.who.end)
        if m.kind == "media" and m.end - m.start < voice.who.end - voice.who.start
    ]
    return tuple(Voice(Who(m.start, m.end, m.text, m), None) for m in inner[:1])


def _figure_voice(at: At, thread: Thread) -> list[Voice]:
    """Only who keeps count tells it: "the hospital received nine bodies", not "the army took nine men"."""
    return [v for v in counted_by(at, thread) if v.who.actor.kind != "party"]


def _witness(at: At, thread: Thread) -> list[Voice]:
    subject = at.clause.subject
    found = who(at, subject, thread) if subject is not None else None
    return [Voice(found, None, at.clause)] if found is not None and found.actor.anonymous else []


def counted_by(at: At, thread: Thread) -> tuple[Voice, ...]:
    """ "The hospital counts 96 dead": who counts or gives the figure tells it."""
    subject = at.clause.subject
    if subject is None or at.clause.kind != "verb" or at.clause.lemma not in at.scene.words.speech.figures:
        return ()
    found = speaker(at, subject, thread)
    return (Voice(found, None, at.clause), *passed_on(at, subject, thread)) if found is not None else ()


def _speech_voice(at: At, thread: Thread) -> list[Voice]:
    if disowned(at):
        return []
    words, phrase = speech_words(at), speaker_phrase(at) or after_quote(at)
    taught = [w for p in teachers(at) if (w := speaker(at, p, thread)) is not None]
    if taught:
        return [Voice(w, words, at.clause) for w in taught]
    if words is None or phrase is None:
        return _quoting(at, thread)
    said_by = [
        speaker(at, m, thread) or by_office(at, m, thread, who=who) or somebody(at, m)
        for m in phrase.members()[:3]
    ]
    # "«نستنكر …»": a "we" that no word names and nobody is known for is no voice of its own.
    if at.clause.lemma in at.scene.cues.suffering_verbs:  # "Tripoli saw clashes" is told by nobody there
        said_by = [one for one in said_by if one is None or but_places(at, (one,))]
    found = [
        Voice(_by_name(w, phrase, thread), words, at.clause)
        for w in said_by
        if w is not None and w.text and not _is_bare_we(w, phrase)
    ]
    return found + passed_on(at, phrase, thread) + relayed(at, thread) + _quoting(at, thread)


def _by_name(found: Who, phrase: Phrase, thread: Thread) -> Who:
    """ "We call on both sides" in a communiqué: whoever issues it, by his name."""
    issuer = thread.issuer
    return issuer if issuer is not None and phrase.pronoun == "we" and issuer.actor == found.actor else found


def _is_bare_we(found: Who, phrase: Phrase) -> bool:
    """ "We ask all parties …" in a report whose publisher never names itself: the report tells it."""
    return phrase.pronoun == "we" and found.actor.rule == "first_person" and found.text == phrase.text


def passed_on(at: At, phrase: Phrase, thread: Thread) -> list[Voice]:
    """ "local media citing the police", "the minister, cited by an agency": beside whoever speaks, on either side."""
    nearer = ((p, True) for p in cited(at, phrase))
    further = ((p, False) for p in citers(at, phrase))
    heard = ((speaker(at, p, thread) or _outlet_named(at, p), first) for p, first in (*nearer, *further))
    return [Voice(w, None, at.clause, cited=first) for w, first in heard if w is not None]


def _outlet_named(at: At, phrase: Phrase) -> Who | None:
    """ "quoted by the news site Kadra Post": an outlet that no list has."""
    found = named_source(at, phrase) if phrase.head in at.scene.words.speech.outlets else None
    return replace(found, actor=replace(found.actor, kind="media")) if found is not None else None


def own_voice(at: At, thread: Thread) -> tuple[Voice, ...]:
    """Who speaks in the clause itself: "some see the move as a prelude"."""
    return tuple(_speech_voice(at, thread))


def speaker(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """The actor who speaks; a statement speaks for its author; an unknown one stays anonymous."""
    found = who(at, phrase, thread)
    if found is not None:
        return before_citing(at, phrase, widened(at, phrase, spoken_for(at, phrase, found, thread)))
    if phrase.head in at.scene.nouns_of_speech or phrase.head in at.scene.words.speech.mouthpieces:
        return _author(at, phrase, thread)
    named = who_he_is(at, phrase, thread)
    if named is not None:
        return named
    if written(phrase.head_text) in at.scene.words.speech.unnamed:
        return Who(
            phrase.core_start,
            phrase.core_end,
            at.scene.report.text[phrase.core_start : phrase.core_end],
            nobody_named(phrase),
        )
    return None


def _author(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """Whose statement it is: "the army's statement", "a statement by the army", else who spoke last."""
    inner = [
        *makers(at, phrase),
        phrase.possessor,
        *(
            o.phrase
            for o in phrase.obliques
            if o.preposition in ("by", "from", "of", "for", "to", "compound")
            and written(o.phrase.text) not in at.scene.words.people.qualities
        ),
    ]
    for candidate in inner:
        found = who(at, candidate, thread) if candidate is not None else None
        if found is not None:
            return found
    if thread.speakers and at.passage.index - thread.speakers_passage <= 2:
        last = thread.speakers[0]
        return replace(
            last,
            start=phrase.core_start,
            end=phrase.core_end,
            text=at.scene.report.text[phrase.core_start : phrase.core_end],
        )
    return None


def relayed(at: At, thread: Thread) -> list[Voice]:
    """ "officials told Reuters", "said on state television", "in a message carried by its radio": the outlet relays."""
    says = _clauses_of_saying(at)
    told = [p for c in says if c.lemma in at.scene.words.speech.telling for p in c.objects]
    through = [o for c in says for o in _of_clause(c) if o.preposition in _THROUGH]
    # "in a communiqué read on state television"
    through += [
        o for t in through for c in hanging(at, t.phrase) for o in c.obliques if o.preposition == "on"
    ]
    carried = [c for o in through for c in (*citers(at, o.phrase), *makers(at, o.phrase))]
    heard = [(p, who(at, p, thread) or _outlet_named(at, p)) for p in (*told, *carried)]
    heard += [(o.phrase, who(at, o.phrase, thread)) for o in through]
    return [
        Voice(w, None)
        for p, w in heard
        if w is not None and w.actor.kind == "media" and _relays(at, w) and not _is_own(at, p)
    ]


def _clauses_of_saying(at: At) -> list[Clause]:
    """The clause, and beside it "speaking to a channel, he …", "told the agency, adding that …"."""
    clause, parent, telling = at.clause, at.parent, at.scene.words.speech.telling
    subject = clause.subject
    beside = (
        [c for c in hanging(at, subject) if c.tense == "participle" and c.lemma in telling] if subject else []
    )
    if parent is not None and clause.link == "adverbial" and clause.tense == "participle":
        # What is added is said to whom the rest was told.
        beside += [parent.clause] if parent.clause.lemma in telling and speech_words(at) is not None else []
    return [clause, *beside]


def _is_own(at: At, phrase: Phrase) -> bool:
    """ "on his channel": what somebody publishes himself relays nothing; his own radio does."""
    own = phrase.possessor is not None and phrase.possessor.pronoun is not None
    return own and phrase.head not in at.scene.words.speech.broadcasters


def _relays(at: At, heard: Who) -> bool:
    """ "told Reuters"; but "told reporters" names no relay, and who publishes the report is known from it."""
    return written(heard.text) not in at.scene.words.speech.listeners and heard.text != at.scene.report.source


def _quoting(at: At, thread: Thread) -> list[Voice]:
    """ "X said, citing Y": Y is nearer to the facts than X; see `_distinct` for the order."""
    found = []
    if at.clause.lemma in at.scene.words.speech.citing:
        # "a channel quoted an official as saying": who is behind "from" said it.
        cited_from = (o.phrase for o in at.clause.obliques if o.preposition in ("about", "from"))
        heard = [speaker(at, p, thread) for phrase in cited_from for p in phrase.members()]
        heard += [speaker(a, p, thread) or somebody(a, p) for a, p in _as_saying(at)]
        found += [Voice(w, None, at.clause, cited=True) for w in heard if w is not None]
    for child in at.children():
        if child.clause.lemma in at.scene.words.speech.citing and not child.clause.passive:
            # "وفق ما نقلته الوكالة": what is passed on, and nobody who is cited.
            told = child.clause.objects[0].pronoun if child.clause.objects else None
            for phrase in child.clause.objects[: 0 if told and child.clause.marker == "as" else 1]:
                cited = speaker(child, phrase, thread)
                if cited is not None:
                    found.append(Voice(cited, None, child.clause, cited=True))
    return found


def _as_saying(at: At) -> list[tuple[At, Phrase]]:
    """ "…, the agency quoted the commander as saying": whose words they are, where what is said stands before."""
    if at.clause.passive or not at.clause.objects:
        return []
    says = (c for c in at.children() if c.clause.marker == "as" and not c.children())
    return [(c, at.clause.objects[0]) for c in says if c.clause.lemma in at.scene.verbs_of_speech]


def _noun_voice(at: At, thread: Thread) -> list[Voice]:
    """ "claims by the army that …", "the army's denial of …": the noun's owner speaks."""
    noun = at.clause.noun
    if noun is None or noun.head not in at.scene.nouns_of_speech or at.clause.link == "relative":
        return []
    owners = [noun.possessor, *(o.phrase for o in noun.obliques if o.preposition in ("by", "from", "among"))]
    for owner in owners:
        found = who(at, owner, thread) if owner is not None else None
        if found is not None:
            return [Voice(found, at.scene.nouns_of_speech[noun.head])]
    return _content_with(at, noun, thread)


def _content_with(at: At, noun: Phrase, thread: Thread) -> list[Voice]:
    """ "confined itself to saying that …" in a noun: who does it by his words speaks."""
    parent = at.parent
    if parent is None or at.clause.link != "complement" or speech_words(parent) is not None:
        return []
    by_it = any(
        o.preposition == "with" and o.phrase.head_start == noun.head_start for o in parent.clause.obliques
    )
    subject = parent.clause.subject if by_it and noun.possessor is None else None
    found = speaker(parent, subject, thread) if subject is not None else None
    return [Voice(found, at.scene.nouns_of_speech[noun.head], parent.clause)] if found is not None else []


def _parenthesis(at: At, origin: At, thread: Thread, seen: set[int]) -> list[Voice]:
    """ "…, he said, …" parsed as hanging from what is said."""
    found = []
    for child in at.children():
        # "X agreed, its spokesman said, but Y refused": the spokesman does not speak for what comes after him.
        # "…, the agency said, hours after the army had ordered people out": nor for when it was.
        beside = origin.clause.link == "coordinate" or (
            origin.clause.link == "adverbial" and at is not origin
        )
        covers = not beside or child.clause.start > origin.clause.start
        if (
            (child.clause.link == "parenthesis" or stands_behind(child, at))
            and covers
            and speech_words(child)
        ):
            seen.add(child.clause.index)
            found.extend(_speech_voice(child, thread))
    return found


def _according(at: At, thread: Thread, seen: set[int]) -> list[Voice]:
    """ "according to X" anywhere on the way up, or on the clause that heads the sentence."""
    found = []
    for clause in at.passage.clauses:
        beside = clause.link == "coordinate" and clause.parent in seen
        if clause.index not in seen and clause.parent is not None and not beside:
            continue
        for oblique in _of_clause(clause):
            told = oblique.preposition in ACCORDING or is_heard_from(at, clause, oblique)
            if told and _reaches(at, oblique):
                relay = speaker(at, oblique.phrase, thread) or named_source(at, oblique.phrase)
                if relay is not None:
                    cites = oblique.preposition in ("citing", "quoting") or is_inside(at, oblique)
                    found.append(Voice(relay, None, clause, cited=cites))
                    found.extend(passed_on(at, oblique.phrase, thread))
    return found


def _of_clause(clause: Clause) -> list[Oblique]:
    nested = [
        o
        for phrase in (clause.subject, clause.phrase, clause.noun, *clause.objects)
        if phrase is not None
        for o in phrase.obliques
    ]
    inner = [o for first in clause.obliques for o in first.phrase.obliques]
    return [*clause.obliques, *nested, *inner]


def _reaches(at: At, oblique: Oblique) -> bool:
    """An "according to" covers its own sentence, as far as a semicolon."""
    if not at.passage.start <= oblique.start < at.passage.end:
        return False
    first, last = sorted((at.clause.start, oblique.start))
    return ";" not in at.scene.report.text[first:last]


def _distinct(found: list[Voice]) -> tuple[Voice, ...]:
    """Without repetitions; who is cited comes before who cites."""
    chain: list[Voice] = []
    for voice in found:
        if any(v.who.start == voice.who.start and v.who.actor.kind == voice.who.actor.kind for v in chain):
            continue
        if voice.cited and chain:
            chain.insert(len(chain) - 1, voice)
        else:
            chain.append(voice)
    return tuple(chain)
