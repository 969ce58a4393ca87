"""Phrases → actors: names, generic agents, pronouns and "his forces", cautiously."""

from dataclasses import replace

from hudna.extract.scene import At, Thread, Who
from hudna.knowledge.classes import known_class
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention

# "most of the contingent", "dozens of fighters": the noun that matters comes after "of".
PARTITIVES = frozenset(
    (
        "most some many all part majority dozen hundred thousand score number group member handful "
        "couple several lot half rest one two three four five six seven eight nine ten convoy column "
        "unit team crowd faction element remnant fighter soldier troop force leader spokesman "
        "spokesperson spokeswoman commander head chief minister president official representative"
    ).split()
)
_COUNTERS = PARTITIVES - frozenset(
    (
        "fighter soldier troop force leader spokesman spokesperson spokeswoman commander head chief "
        "minister president official representative convoy column faction"
    ).split()
)
# Nominal events that look like people: "the shelling" is no force.
GERUNDS = frozenset(
    "shelling bombing fighting shooting killing bombardment firing raiding looting mining".split()
)
MAX_DESCRIPTION = 80
_THIRD = frozenset("he she it they him her them who which that his its their".split())
_FORCE_NOUNS = frozenset(
    (
        "force troop army soldier fighter unit militia group men man movement command aircraft plane jet "
        "warplane drone artillery vehicle tank convoy navy military government spokesman spokesperson "
        "spokeswoman official commander leader officer chief president general deputy premier envoy "
        "ambassador parliament guard authority delegation minister ministry police side ally member "
        "staff air warship"
    ).split()
)


def core_phrase(phrase: Phrase) -> Phrase:
    """The phrase that matters: what is counted, in "dozens of fighters"."""
    if phrase.head in _COUNTERS or phrase.head_text.lower() in _COUNTERS:
        inner = next((o.phrase for o in phrase.obliques if o.preposition == "of"), None)
        if inner is not None and not inner.pronoun:
            return inner
    return phrase


def who(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """The actor a phrase stands for, or None where it stands for none."""
    if phrase.pronoun in _THIRD:
        return _pronoun(at, phrase, thread)
    if phrase.pronoun == "we":
        return _who_says(at, phrase, thread) or _author(at, phrase)
    owned = _owned(at, phrase, thread)
    if owned is not None:
        return owned
    for start, end, head in _readings(at, phrase):
        words = at.scene.report.text[start:end]
        mentions = tuple(
            replace(m, start=m.start - start, end=m.end - start) for m in at.scene.actors_in(start, end)
        )
        found = at.scene.identify(words, head, mentions, start)
        if found is not None and found.id is None and phrase.head_text.lower() in GERUNDS:
            continue
        if found is not None and not (end > phrase.core_end and _is_thing_of(at, phrase, found)):
            if (
                found.anonymous
                and phrase.end > end
                and phrase.end - start <= MAX_DESCRIPTION
                and "," not in phrase.text
            ):
                # A nameless speaker is no more than his description: keep all of it.
                return Who(start, phrase.end, at.scene.report.text[start : phrase.end], found)
            return Who(start, end, words, found)
    return None


def _readings(at: At, phrase: Phrase) -> list[tuple[int, int, str]]:
    """Spans to try, the most telling first: with its "of", "from" and participles, then bare."""
    core = core_phrase(phrase)
    full = _actor_end(at, phrase)
    spans = [(phrase.start, full, core.head)]
    if full != phrase.core_end:
        spans.append((phrase.core_start, phrase.core_end, phrase.head))
    if core is not phrase:
        spans.append((core.core_start, core.core_end, core.head))
    return spans


def _is_thing_of(at: At, phrase: Phrase, found: ActorMention) -> bool:
    """ "the founding of the army" is no actor, though the army is; "members of the army" are."""
    if found.rule != "owner_after" or phrase.head in PARTITIVES or phrase.head_text.lower() in PARTITIVES:
        return False
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    return at.scene.identify(words, phrase.head, (), phrase.core_start) is None


def _actor_end(at: At, phrase: Phrase) -> int:
    """Where an actor's words end: "of" and "from" phrases belong, places where they are do not."""
    end = max(
        [
            phrase.core_end,
            *(
                m.end
                for m in at.scene.mentions.actors
                if phrase.core_start <= m.start < phrase.core_end < m.end <= at.passage.end
            ),
        ]
    )
    for oblique in phrase.obliques:
        belongs = (
            oblique.preposition in ("of", "from", "for", "within", "affiliated with", "loyal to")
            and oblique.start >= end
        )
        if (
            belongs
            and oblique.start - end <= 2
            and not at.scene.times_in(oblique.phrase.start, oblique.phrase.end)
        ):
            end = oblique.phrase.core_end
            end = _nested_end(oblique.phrase, end)
    if end == phrase.core_end and not phrase.proper:
        place = next(
            (o for o in phrase.obliques if o.preposition in ("in", "at") and 0 <= o.start - end <= 1), None
        )
        if place is not None and at.scene.places_in(place.phrase.core_start, place.phrase.core_end):
            return place.phrase.core_end
    if end == phrase.core_end and _reduced(phrase):
        return phrase.end
    return end


def _nested_end(phrase: Phrase, end: int) -> int:
    inner = next((o.phrase for o in phrase.obliques if o.preposition == "of"), None)
    return inner.core_end if inner is not None else end


def _reduced(phrase: Phrase) -> bool:
    """ "an armed group engaged in smuggling": a participle that says which one."""
    after = phrase.text[phrase.core_end - phrase.start :].lstrip().split(" ")[0].lower()
    return after in {
        "engaged",
        "affiliated",
        "loyal",
        "allied",
        "aligned",
        "linked",
        "backed",
        "led",
        "belonging",
        "opposed",
        "armed",
        "known",
        "calling",
        "close",
        "suspected",
        "involved",
        "associated",
        "operating",
        "contacted",
        "reached",
        "interviewed",
        "quoted",
        "based",
    }


def forces_of(at: At, phrase: Phrase) -> Who | None:
    """ "Israeli" in "an Israeli raid", "army" in "an army drone": the forces of whom the word names."""
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    if not words or (
        not words[0].isupper()
        and phrase.head
        not in ("army", "military", "government", "regime", "rebel", "militia", "police", "navy")
    ):
        return None
    found = at.scene.identify(f"{words} forces", "force", (), phrase.core_start)
    if found is None or (found.id is None and found.country is None and words[0].isupper()):
        return None
    return Who(phrase.core_start, phrase.core_end, words, found)


def _owned(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "his forces", "its spokesman": the owner's, when the owner is known."""
    owner = phrase.possessor
    if owner is None or not owner.pronoun or phrase.head not in _FORCE_NOUNS:
        return None
    found = _pronoun(at, owner, thread)
    if found is None:
        return None
    words = f"{found.actor.name}'s {at.scene.report.text[owner.end : phrase.core_end].strip()}"
    named = at.scene.identify(
        words, phrase.head, (replace(found.actor, start=0, end=len(found.actor.name)),), phrase.start
    )
    if phrase.head in known_class(at.scene.reading.language, "aircraft") | known_class(
        at.scene.reading.language, "weapons"
    ):
        return found
    actor = named if named is not None and named.id is not None else found.actor
    return Who(
        phrase.core_start, phrase.core_end, at.scene.report.text[phrase.core_start : phrase.core_end], actor
    )


def _pronoun(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """The latest actor that the pronoun can mean, by the words that name it; never across a silent sentence."""
    found = (
        _own_subject(at, phrase, thread)
        or _who_says(at, phrase, thread)
        or _spoke_last(at, phrase, thread)
        or _heard_of(at, phrase, thread)
    )
    if found is not None:
        thread.last_heard[found.start] = at.passage.index
    return found


def _author(at: At, phrase: Phrase) -> Who:
    """ "We urge both sides": whoever issues the report."""
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    name = at.scene.report.source or words
    actor = ActorMention(
        phrase.core_start, phrase.core_end, words, None, name, None, None, "organisation", rule="first_person"
    )
    return Who(phrase.core_start, phrase.core_end, words, actor)


def _heard_of(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    pronoun = phrase.pronoun
    candidates = [w for w in thread.subjects if w.start < phrase.start and _agrees(w, pronoun)]
    near = [
        w for w in candidates if at.passage.index - thread.last_heard.get(w.start, _passage_of(at, w)) <= 1
    ]
    named = [w for w in near if not w.actor.anonymous] or near
    return named[-1] if named else None


def _spoke_last(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "It calls on the government": who spoke in the sentence before goes on speaking."""
    says = (
        at.clause.kind == "verb"
        and at.clause.lemma in at.scene.verbs_of_speech
        and at.clause.subject is phrase
    )
    if not says or at.passage.index - thread.speakers_passage > 2:
        return None
    return next(
        (
            w
            for w in thread.speakers
            if not w.actor.anonymous and w.actor.kind != "media" and _agrees(w, phrase.pronoun)
        ),
        None,
    )


def _own_subject(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "France renewed its appeal": a possessive means the subject of its own clause."""
    pronoun = phrase.pronoun
    if pronoun not in ("its", "their", "his", "her"):
        return None
    for clause in (
        at.clause,
        at.parent.clause if at.parent is not None and at.clause.kind == "noun" else None,
    ):
        subject = clause.subject if clause is not None else None
        if subject is not None and not subject.pronoun and subject.end <= phrase.start:
            found = who(at, subject, thread)
            return found if found is not None and _agrees(found, pronoun) else None
    return None


def _who_says(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "The army said it had taken the town": the pronoun of what is said means who says it."""
    pronoun, current = phrase.pronoun, at.parent
    for _ in range(6):
        if current is None or pronoun in ("who", "which", "that", "them", "him", "her"):
            return None
        subject = current.clause.subject
        if (
            current.clause.lemma in at.scene.verbs_of_speech
            and subject is not None
            and not subject.pronoun
            and (subject.start < phrase.start or pronoun == "we")
        ):
            found = who(current, subject, thread)
            return (
                found if found is not None and _agrees(found, pronoun) and not found.actor.anonymous else None
            )
        current = current.parent
    return None


def _passage_of(at: At, earlier: Who) -> int:
    """The sentence in which an actor was named."""
    return next((p.index for p in at.scene.reading.passages if p.start <= earlier.start < p.end), -10)


def _agrees(candidate: Who, pronoun: str | None) -> bool:
    """A person is "he" or "she", a body "it", several "they"."""
    if candidate.actor.anonymous and pronoun not in ("they", "them", "their"):
        return False
    last = candidate.text.lower().split()[-1:]
    plural = (
        bool(last)
        and last[0].endswith("s")
        and not last[0].endswith("ss")
        and not candidate.text[:1].isupper()
    ) or "fighters" in candidate.text
    person = _is_person(candidate)
    if pronoun in ("he", "she", "him", "her", "his"):
        named = len(candidate.text.split()) > 1 and candidate.text.istitle()
        return not plural and (person or (named and not set(candidate.text.lower().split()) & _BODIES))
    return not person if pronoun in ("it", "its") else pronoun != "that"


def _is_person(candidate: Who) -> bool:
    """By the words: a title or a trade that one person has."""
    return bool(set(candidate.text.lower().replace("'s", "").split()) & _PERSONS)


_PERSONS = frozenset(
    (
        "president minister spokesman spokeswoman spokesperson commander leader representative envoy "
        "general colonel governor mayor chief secretary ambassador prime chancellor king prince emir "
        "director official officer lawmaker senator deputy sheikh imam bishop priest doctor teacher "
        "resident witness mr ms mrs head"
    ).split()
)
_BODIES = frozenset(
    (
        "army movement group mission government ministry forces force troops party council union command "
        "militia police commission committee front authorities rebels brigade agency bloc coalition "
        "alliance"
    ).split()
)
