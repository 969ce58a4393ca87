"""How do the words hold what they tell: as having happened, planned, possible, denied …?

Each small rule asks one question about the clause or one above it; the weakest
answer wins, in the order of PRECEDENCE.
"""

from hudna.extract.above import is_to_come, past_counters
from hudna.extract.asked import is_asked, left_open
from hudna.extract.background import AHEAD, background
from hudna.extract.blamed import is_answered_for, is_put_down
from hudna.extract.described import is_blamed, is_expected, is_of_plan, is_under_plan
from hudna.extract.implying import carries_on, does_directly, does_little, implies, is_put_off, turns_away
from hudna.extract.relations import (
    ABLE,
    CONDITIONAL_MARKERS,
    CONDITIONAL_PREPOSITIONS,
    MODALS,
    NEGATIVE_PREPOSITIONS,
    NEUTRAL_PREPOSITIONS,
    SUPPOSING,
)
from hudna.extract.relaying import HEARSAY
from hudna.extract.remembered import is_remembered, judged
from hudna.extract.rumoured import rumoured, tells_what_is_denied
from hudna.extract.saying import disowned, is_borne_out, is_perceived, speech_words
from hudna.extract.scene import At, Who
from hudna.extract.sources import Voice
from hudna.extract.spared import is_spared, never_began
from hudna.extract.telling import Held, is_of_somebody, needs_article, presupposed, stays_said, told_by
from hudna.knowledge.cues import SpeechWords
from hudna.model.claim import SpeechAct, Status
from hudna.model.clause import Cue, Phrase
from hudna.model.mention import TimeMention

# What is said with these is itself the act.
_GUESSED = frozenset({"might"})
# Behind these, what is planned or asked for stands: "prepared for an assault".
_HELD_BEHIND = frozenset({"for", "of", "to", "from", "against", "about", "into"})
PRECEDENCE = (
    Status.DENIED,
    Status.CONDITIONAL,
    Status.HYPOTHETICAL,
    Status.DEMANDED,
    Status.PLANNED,
    Status.HISTORICAL,
    Status.STATE,
    Status.ALLEGED,
    Status.REPORTED,
    Status.DECLARED,
    Status.ACTUAL,
)
MAX_DEPTH = 30
WILLING = ("will", "would", "shall")
NEGATED, FUTURE = "negated", "future"  # the reasons that a negation and a tense give


def held(
    at: At,
    chain: tuple[Voice, ...],
    actors: tuple[Who, ...],
    when: TimeMention | None,
    *,
    refused: bool = False,
) -> Held:
    """The status of an event clause told by a chain of speakers; `refused`: the negation itself is the event ("will not yield")."""
    own, refusal = _own(at), _refusal(at) if refused else frozenset()
    if refused:
        never = {(f"adverb {a.lemma}", Status.DENIED) for a in at.clause.adverbs}
        own = [h for h in own if h.because not in refusal and (h.because, h.status) not in never]
    blamed = [Held(Status.ALLEGED, "blamed on somebody")] if is_put_down(at, actors) else []
    above = [h for h in _above(at) if h.because not in refusal]
    asked = [Held(Status.HYPOTHETICAL, "asked")] if is_asked(at) else []
    aged = background(at, when)
    if not chain and Held(Status.PLANNED, AHEAD) in aged:
        # "La commission doit se réunir dimanche": what the narrator says must be on a day to come is due, and asked by nobody.
        own = [h for h in own if h.because != "modal must"]
    found = [*own, *above, *asked, *aged, *rumoured(at), *blamed]
    if any(h.status is Status.DEMANDED for h in found) and any(h.because == NEGATED for h in found):
        # "urged them not to attack": nobody demands the attack.
        return Held(Status.HYPOTHETICAL, "asked not to")
    found.append(told_by(at, chain, actors))
    return min(found, key=lambda h: PRECEDENCE.index(h.status))


def _refusal(at: At) -> frozenset[str]:
    """ "said it would not yield": what is refused lies ahead, the refusal does not."""
    words = at.scene.words.speech.promising | at.scene.cues.holders.get(Status.PLANNED, frozenset())
    return frozenset({NEGATED, FUTURE, *(f"modal {w}" for w in WILLING), *(f"verb {w}" for w in words)})


# What a definite noun behind a verb of these holds takes for granted.
_TAKEN_FOR_GRANTED = (Status.DENIED, Status.PLANNED, Status.DEMANDED)


def _own(at: At) -> list[Held]:
    """What the clause itself says of how it is held."""
    clause, cues = at.clause, at.scene.cues
    found = []
    supposed = clause.marker in CONDITIONAL_MARKERS and clause.link == "adverbial"
    if clause.negation is not None and not supposed:
        # "if they do not leave" denies nothing.
        found.append(Held(Status.DENIED, NEGATED))
    for modal in clause.modals:
        if clause.lemma in cues.perceiving_verbs and modal.lemma in ABLE:
            # "gunfire could be heard": it was there.
            continue
        status = Status.PLANNED if _announced(at, modal.lemma) else MODALS.get(modal.lemma)
        if status is not None:
            found.append(Held(status, f"modal {modal.lemma}"))
    for adverb in clause.adverbs:
        status = cues.adverbs.get(adverb.lemma)
        if status is not None and not _of_a_whole(at, adverb):
            found.append(Held(status, f"adverb {adverb.lemma}"))
    if clause.passive and is_expected(at):
        found.append(Held(Status.PLANNED, "expected"))
    if is_blamed(at) or is_answered_for(at):
        found.append(Held(Status.ALLEGED, "blamed on somebody"))
    if clause.tense != "past" and is_under_plan(at):
        found.append(Held(Status.PLANNED, "under what is planned"))
    for word in clause.modifiers:
        status = cues.adjectives.get(word)
        if status is not None:
            found.append(Held(status, f"adjective {word}"))
    return found + _tense(at)


def _of_a_whole(at: At, adverb: Cue) -> bool:
    """ "took almost all of the town": the word stands right before what was taken, and the taking is no less told."""
    nearly = adverb.lemma in at.scene.cues.nearly and adverb.start >= at.clause.end
    return nearly and any(p.start <= adverb.end + 1 and adverb.end <= p.end for p in at.clause.objects)


def _announced(at: At, modal: str) -> bool:
    """ "said it would send troops": the future as seen from the past, where no condition stands by."""
    parent = at.parent
    if modal not in SUPPOSING or modal in ABLE or parent is None or at.clause.link != "complement":
        return False
    subject = at.clause.subject
    if subject is not None and subject.pronoun is None and not at.clause.passive:
        # "said the rebels would attack": what others would do is no announcement.
        return False
    told_before = parent.clause.tense == "past" and speech_words(parent) is not None
    bound = any(c.clause.marker in CONDITIONAL_MARKERS for c in (*at.children(), *parent.children()))
    return told_before and modal not in _GUESSED and not bound


def _tense(at: At) -> list[Held]:
    if at.clause.tense == "future":
        return [Held(Status.PLANNED, FUTURE)]
    if at.clause.tense == "infinitive" and not _is_implied(at):
        return [Held(Status.PLANNED, "to come")]
    if at.clause.marker in CONDITIONAL_MARKERS and at.clause.link in (
        "adverbial",
        "coordinate",
    ):
        return [Held(Status.CONDITIONAL, f"after {at.clause.marker}")]
    return []


def _is_implied(at: At) -> bool:
    """ "managed to take", "was said to have attacked": an infinitive of what did happen."""
    parent = at.parent
    if parent is None or at.clause.perfect:
        return at.clause.perfect
    if (
        at.clause.link == "adverbial"
        and at.clause.marker in ("before", "besides")
        and parent.clause.tense == "past"
    ):
        # "ont incendié le camp avant de se replier": what came after a deed came about, too.
        return parent.clause.negation is None and all(m.lemma == HEARSAY for m in parent.clause.modals)
    return parent.clause.kind != "copula" and implies(parent)


def _above(at: At) -> list[Held]:
    """What the clauses and nouns above say, as far as their hold reaches."""
    found: list[Held] = []
    current = at
    for _ in range(MAX_DEPTH):
        found.extend((*_noun_above(current), *left_open(current)))
        found.extend(_preposition_above(current))
        parent = current.parent
        if parent is not None and tells_what_is_denied(current, parent):
            found.append(Held(Status.DENIED, "told of what is denied"))
        if parent is None or not _reaches(current):
            break
        found.extend(_parent(current, parent))
        current = parent
    return found


def _reaches(at: At) -> bool:
    """Does the hold of the clause above reach this one?"""
    clause = at.clause
    if clause.link in ("relative", "parenthesis", "root"):
        return False
    if clause.link == "adverbial":
        return clause.marker in CONDITIONAL_MARKERS or clause.tense in (
            "participle",
            "infinitive",
        )
    if clause.link == "modifier":
        return clause.marker not in NEUTRAL_PREPOSITIONS and not presupposed(at)
    return True


def _noun_above(at: At) -> list[Held]:
    """ "fears of …", "plan to …", "calls for …"."""
    noun = at.clause.noun
    if noun is not None and at.clause.link == "relative" and is_remembered(at, noun):
        return [Held(Status.HISTORICAL, "a day that is remembered")]
    if noun is None or at.clause.link == "relative":
        return []
    return [held for each in (noun, *past_counters(at, noun)) for held in _held_by(at, each)]


def _held_by(at: At, noun: Phrase) -> list[Held]:
    cues = at.scene.cues
    # "a possible new offensive" may hang two nouns deep; adjectives of the noun count too.
    found = [
        Held(status, f"{m} {noun.head}")
        for m in noun.modifiers
        if (status := cues.adjectives.get(m)) is not None
    ]
    counting = at.scene.words.events.counting - at.scene.words.events.results
    if noun.determiner == "no" and noun.head in counting:
        # "no exchange of fire was recorded": none of what is counted, but "no dead in the raid" denies no raid.
        found.append(Held(Status.DENIED, NEGATED))
    for status, nouns in cues.nouns.items():
        if noun.head in nouns and not (noun.head in cues.definite_survives and presupposed(at)):
            found.append(Held(status, f"noun {noun.head}"))
    return found


def _preposition_above(at: At) -> list[Held]:
    marker = at.clause.marker
    if marker is None or at.clause.link not in ("modifier", "adverbial"):
        return []
    if marker in NEGATIVE_PREPOSITIONS:
        return [Held(Status.DENIED, f"after {marker}")]
    if marker in CONDITIONAL_PREPOSITIONS:
        return [Held(Status.CONDITIONAL, f"after {marker}")]
    parent = at.parent
    if marker == "before" and at.clause.kind == "noun" and parent is not None and is_put_off(parent):
        return [Held(Status.HYPOTHETICAL, "before what is not done")]
    return []


def _parent(at: At, parent: At) -> list[Held]:
    """What the parent's verb, modals and negation do to its complement or object."""
    found = []
    link = at.clause.link
    if disowned(parent):
        return []
    if link == "purpose" and (does_little(parent) or not implies(parent)):
        found.append(Held(Status.DENIED if does_little(parent) else Status.PLANNED, "purpose"))
    holder = _holder(at, parent)
    if holder is not None:
        found.append(holder)
    words = speech_words(parent)
    said = (
        words is not None
        and not carries_on(at, parent)
        and (
            link == "complement"
            or (
                link == "argument" and (at.clause.marker not in ("subject", "by") or is_borne_out(at, parent))
            )
        )
    )
    if said and words is not None:
        found.extend(_speech_effect(at, parent, words))
        if at.clause.kind == "noun" and parent.clause.lemma in at.scene.cues.light_verbs:
            # "could announce a withdrawal": nobody has withdrawn.
            found.extend(_inherited(at, parent))
    elif link in ("argument", "complement", "modifier", "coordinate") or (link == "purpose" and not found):
        found.extend(_inherited(at, parent))
    return found + judged(at, parent)


def _holder(at: At, parent: At) -> Held | None:
    """ "plans to …", "prevented …", "failed to …"."""
    held = at.clause.link in ("complement", "argument", "modifier") and at.clause.marker not in (
        "subject",
        "by",
    )
    if not held or does_directly(at, parent):
        return None
    marker = _outer_marker(at, parent)
    lays_down = marker == "with" and is_of_plan(parent)
    if at.clause.link == "modifier" and not lays_down and marker not in _HELD_BEHIND:
        return None
    # "setting off clashes" is not "set to clash"
    sets_off = at.clause.link == "argument" and parent.clause.particle is not None
    nominal = at.clause.kind == "noun"
    for status, verbs in at.scene.cues.holders.items():
        if parent.clause.lemma in verbs and not (sets_off and status is Status.PLANNED):
            bidden = status is Status.PLANNED and is_of_somebody(at)
            wanted = status in (Status.PLANNED, Status.DEMANDED) and needs_article(at)
            if nominal and presupposed(at) and not (wanted or bidden) and status in _TAKEN_FOR_GRANTED:
                return None
            if not nominal and status is Status.DEMANDED and at.clause.tense == "past":
                # "insisted that the army had left" states it.
                return None
            if not nominal and at.clause.marker not in ("to", "that", "from", "of", "on", "at", None):
                return None
            # "did not rule out that its troops fired": perhaps they did.
            open_ = status is Status.HYPOTHETICAL and at.clause.marker == "that"
            denied = parent.clause.negation is not None and not open_
            named = _named_so(at, parent) or is_perceived(at, parent)
            return None if denied or named else Held(status, f"verb {parent.clause.lemma}")
    return None


def _outer_marker(at: At, parent: At) -> str | None:
    """ "ordered a halt after a series of raids": what the whole phrase hangs by, and not the last noun of it."""
    outer = (
        o.preposition for o in parent.clause.obliques if o.phrase.start <= at.clause.start < o.phrase.end
    )
    return next(outer, at.clause.marker)


def _named_so(at: At, parent: At) -> bool:
    """ "what the governor calls a strike": a name for it; "calls for a strike" asks for one."""
    return (
        at.clause.kind == "noun"
        and at.clause.marker is None
        and at.clause.noun is None
        and parent.clause.lemma in at.scene.cues.naming_verbs
    )


def _speech_effect(at: At, parent: At, words: SpeechWords) -> list[Held]:
    """What saying does: denial denies, demand demands; a negated denial does not."""
    holds = words.holds
    bidden = holds is Status.PLANNED and is_of_somebody(at)
    wanted = holds in (Status.DEMANDED, Status.PLANNED, Status.HYPOTHETICAL) and needs_article(at)
    if at.clause.kind == "noun" and presupposed(at) and holds is not Status.DENIED and not (wanted or bidden):
        return []
    if _named_so(at, parent):
        return []
    if parent.clause.negation is not None:
        return (
            [] if stays_said(at, parent, holds) else [Held(Status.HYPOTHETICAL, f"not {parent.clause.lemma}")]
        )
    if holds is None:
        return []
    if (
        holds in (Status.DEMANDED, Status.PLANNED)
        and at.clause.kind != "noun"
        and at.clause.tense in ("past", "present")
    ):
        # "insisted that the army attacked" states; "insisted that the army attack" demands.
        return []
    if words.act is SpeechAct.WARN and at.clause.tense == "past":
        # "warned that the army had left" states it.
        return []
    return [Held(holds, f"verb {parent.clause.lemma}")]


def _inherited(at: At, parent: At) -> list[Held]:
    """A nominal event or infinitive shares modals, tense and negation with the verb above."""
    clause = parent.clause
    if (
        at.clause.kind != "noun"
        and at.clause.tense in ("past", "present", "future")
        and at.clause.link != "coordinate"
    ):
        return []
    if at.clause.kind == "noun" and presupposed(at):
        # "the capture of X would lead to Y" takes nothing for granted.
        if at.clause.marker != "subject" or never_began(parent):
            return [Held(Status.DENIED, NEGATED)] if at.clause.marker == "subject" else []
        supposed = any(m.lemma in SUPPOSING for m in clause.modals)
        due = clause.tense == "future" or any(m.lemma in WILLING or m.lemma == "must" for m in clause.modals)
        due = due and clause.lemma in at.scene.cues.happening_verbs
        coming = [Held(Status.PLANNED, FUTURE)] if due else []
        return [Held(Status.CONDITIONAL, "what it would bring")] if supposed else coming
    if (
        clause.lemma in at.scene.cues.perceiving_verbs
        and at.clause.kind == "noun"
        and clause.negation is None
    ):
        # "gunfire could be heard": it was there.
        return []
    if clause.kind == "copula" and at.clause.marker == "subject" and is_to_come(parent):
        return [Held(Status.PLANNED, "to come")]
    # "the attack did not kill anybody": it happened all the same.
    beyond = at.clause.link == "modifier" or (at.clause.marker == "subject" and is_spared(parent))
    found = [h for h in _own(parent) if not (h.because == NEGATED and beyond)]
    if clause.negation is not None and turns_away(parent):
        # "does not rule out sending troops": perhaps.
        found = [
            Held(Status.HYPOTHETICAL, f"not {clause.lemma}") if h.because == NEGATED else h for h in found
        ]
    if at.clause.link == "coordinate":
        # Negation and modals were already lent by the reader where they are shared.
        found = [h for h in found if h.status is Status.CONDITIONAL]
    purpose = clause.tense == "infinitive" and clause.link == "purpose"
    return [*found, Held(Status.PLANNED, "purpose")] if purpose else found
