"""Who stands behind a phrase that is no actor itself: the owner of a weapon, the author of a statement, an unlisted name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hudna.extract.plausible import is_craft, is_means, is_site
from hudna.extract.scene import At, Thread, Who
from hudna.extract.sources import speaker
from hudna.extract.triggers import nominal_lemmas
from hudna.extract.who import forces_of, who
from hudna.knowledge.classes import BEARING, known_class, word_class
from hudna.knowledge.country_words import adjectives_of_all_countries
from hudna.knowledge.folding import written
from hudna.knowledge.people import people
from hudna.knowledge.place_words import load_cues
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention

_WORD = re.compile(r"[^\W\d_]+")
# Sectors that fight.
FIGHTING = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "CRM", "SPY"})
# Letters of a country's code, and the rule by which its name stands for its government.
CODE, METONYM = 3, "metonym"
# The rule by which a noun alone tells who acts.
UNLISTED_NOUN = "unlisted_noun"
_BELONGING = ("affiliated with", "loyal to")
_WHOSE = ("compound", "of", "by", "from", *_BELONGING)


def _owners(phrase: Phrase) -> Iterator[Phrase]:
    """Whom a phrase belongs to, or an inner noun of it: "نقاط تفتيش تابعة للجيش"."""
    if phrase.possessor is not None:
        yield phrase.possessor
    yield from (o.phrase for o in phrase.obliques if o.preposition in _WHOSE)
    inner = (further for o in phrase.obliques if o.preposition == "of" for further in o.phrase.obliques)
    yield from (o.phrase for o in inner if o.preposition in _BELONGING)


def _owners_of_means(at: At, phrase: Phrase) -> Iterator[Phrase]:
    """Whom a phrase belongs to, or the weapon inside it: "colpi di mortaio dei ribelli"."""
    yield from _owners(phrase)
    if is_means(at, phrase):
        for inner in (o.phrase for o in phrase.obliques if o.preposition == "of" and is_means(at, o.phrase)):
            yield from _owners_of_means(at, inner)


def _doers_first(phrase: Phrase) -> list[Phrase]:
    """ "la conquista di Goma da parte dell'M23": who is behind "by" did it, before whom it befell."""
    by = [o.phrase for o in phrase.obliques if o.preposition == "by"]
    return [*by, *(p for p in _owners(phrase) if all(p is not one for one in by))]


def wielder(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "a salvo of Houthi missiles", "an attack with Iranian drones": whose the weapons are acts."""
    inner = (o.phrase for o in phrase.obliques if o.preposition in ("of", "with"))
    for means in (p for p in (phrase, *inner) if is_means(at, p)):
        for owns in _owners(means):
            found = who(at, owns, thread) or forces_of(at, owns)
            if found is not None and not found.actor.anonymous:
                return found
        described = _by_adjective(at, means)
        if described is not None:
            return described
    return None


def _by_adjective(at: At, phrase: Phrase) -> Who | None:
    """ "razzi palestinesi", "missili houthi": a people or somebody listed in the words that describe a noun."""
    text, peoples = at.scene.report.text, adjectives_of_all_countries(at.scene.reading.language)
    for word in _WORD.finditer(text, phrase.core_start, phrase.core_end):
        start, end = word.span()
        named = at.scene.actors_in(start, end)
        if start == phrase.head_start or not (named or written(word.group()) in peoples):
            continue
        found = at.scene.identify(word.group(), written(word.group()), named, start)
        if found is not None:
            return Who(start, end, word.group(), found)
    return None


def owner(at: At, phrase: Phrase, slot: str, thread: Thread) -> Who | None:
    """ "army aircraft", "the militia's drones", "shells fired by …"."""
    if slot not in ("subject", "by", "of", "with", "to", "compound", "possessor"):
        return None
    if slot == "subject" and _is_named_site(at, phrase):
        return None  # "the Torkham crossing reopened": whoever holds it did not do that
    deed = phrase.head in nominal_lemmas(at.scene.reading.language)
    for owner in _doers_first(phrase) if deed else _owners_of_means(at, phrase):
        found = who(at, owner, thread) or forces_of(at, owner)
        if (
            found is not None
            and slot == "to"
            and (deed or (phrase.plural is True and not is_means(at, phrase)))
        ):
            return found  # "came under fire by gunmen", "fell into the hands of": neither is who did it
        if found is not None and not found.actor.anonymous:
            if phrase.head in nominal_lemmas(at.scene.reading.language) and not is_means(at, phrase):
                # "an Israeli air strike hit the school": the strike is no actor, whose it was is.
                return found
            return replace(
                _of_his_country(at, phrase, _in_arms(at, phrase, found)),
                start=phrase.core_start,
                end=phrase.core_end,
                text=at.words(phrase)[: phrase.core_end - phrase.core_start],
            )
    return forces_of(at, phrase) if slot == "compound" else None


def _of_his_country(at: At, phrase: Phrase, owned_by: Who) -> Who:
    """ "The president said his country had fired back": the state fired, and he did not."""
    actor, country = owned_by.actor, owned_by.actor.country
    own = phrase.possessor is not None and phrase.possessor.pronoun is not None
    states = load_cues(at.scene.reading.language).this_country
    if not own or phrase.head not in states or country is None or len(country) != CODE:
        return owned_by
    state = replace(actor, id=f"{country.lower()}-gov", sector="GOV", kind="party", rule=METONYM)
    return replace(owned_by, actor=state)


def _is_named_site(at: At, phrase: Phrase) -> bool:
    """ "the Torkham crossing", "Goma airport": a place, where no list has it as somebody who acts."""
    named = at.scene.places_in(phrase.core_start, phrase.core_end)
    return is_site(at, phrase) and any(phrase.core_start <= m.start for m in named)


def _in_arms(at: At, phrase: Phrase, owned_by: Who) -> Who:
    """ "President Odane's forces": whoever owns them, they bear arms."""
    actor = owned_by.actor
    if actor.sector in FIGHTING or phrase.head not in known_class(at.scene.reading.language, "troops"):
        return owned_by
    return replace(owned_by, actor=replace(actor, sector="MIL", kind="party"))


def antecedent(at: At, phrase: Phrase, slot: str, thread: Thread) -> Who | None:
    """ "the civil society of Beni, which blames …": where the town cannot act, the noun above it does."""
    if slot != "subject" or at.clause.link != "relative":
        return None
    phrases = (
        p
        for c in at.passage.clauses
        if c is not at.clause
        for p in (c.subject, *c.objects, *(o.phrase for o in c.obliques))
        if p is not None
    )
    for above in phrases:
        if any(o.preposition == "of" and o.phrase.core_start == phrase.core_start for o in above.obliques):
            return who(at, above, thread)
    return None


def launcher(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "a rocket that the rebels fired hit the port": who launched the weapon acts."""
    if not (is_means(at, phrase) or is_craft(at, phrase)):
        return None
    for clause in at.passage.clauses:
        noun = clause.noun if clause.link == "relative" else None
        if noun is not None and noun.core_start == phrase.core_start and clause.subject is not None:
            fired = clause.subject.start != phrase.start and not clause.subject.pronoun
            found = who(At(at.scene, at.passage, clause), clause.subject, thread) if fired else None
            if found is not None:
                return found
    return None


def apposed(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "the region's main bloc, ECOWAS, …": the name stands beside."""
    found = next((w for p in phrase.appositions if (w := who(at, p, thread)) is not None), None)
    if found is not None and phrase.core_end <= found.start <= phrase.core_end + 2:
        # "the region's main bloc, ECOWAS": the whole says who it is.
        found = replace(
            found, start=phrase.core_start, text=at.scene.report.text[phrase.core_start : found.end]
        )
    if found is None or not phrase.proper or not found.actor.anonymous or found.actor.id is not None:
        return found
    # "Jane Doe, the leader's sister, …": what follows says who she is, and she has a name.
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    named = replace(found.actor, name=words, text=words, anonymous=False, kind="official")
    return Who(phrase.core_start, phrase.core_end, words, named)


def craft(at: At, phrase: Phrase, slot: str, *, rolls: bool = False) -> Who | None:
    """ "aircraft bombed", "some forty pickups drove off": nobody knows whose, so the craft itself is named.

    `rolls`: vehicles and weapons that only move are named too.
    """
    if slot != "subject" or not (is_craft(at, phrase) or (rolls and is_means(at, phrase))):
        return None
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    actor = ActorMention(
        phrase.core_start, phrase.core_end, words, None, words, None, "UAF", "party", rule="unclaimed_craft"
    )
    return Who(phrase.core_start, phrase.core_end, words, actor)


def author(at: At, phrase: Phrase, slot: str, thread: Thread) -> Who | None:
    """ "a statement warning residents": who made the statement warns."""
    if slot != "subject" or at.clause.lemma not in at.scene.verbs_of_speech:
        return None
    return _adopted_by(at, phrase, thread) or speaker(at, phrase, thread)


def _adopted_by(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "The Council adopted a resolution demanding an end to the siege": who adopts, signs or holds up what demands, demands."""
    parent = at.parent
    if (
        parent is None
        or at.clause.link != "relative"
        or parent.clause.passive
        or parent.clause.subject is None
    ):
        return None
    made = any(o.head_start == phrase.head_start for o in parent.clause.objects)
    return who(parent, parent.clause.subject, thread) if made else None


def stranger(at: At, phrase: Phrase, slot: str) -> Who | None:
    """A name nobody has listed, where only someone can stand: kept as a new actor without id, country or sector."""
    if not phrase.proper and not _is_capital(phrase):
        return _people(at, phrase, slot)
    # "On the road between Goma and Sake": both are words of one place.
    placed = any(m.start <= phrase.core_start < m.end for m in at.scene.mentions.places)
    if slot not in ("subject", "by", "between", "with", "against") or placed:
        return None
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    if at.scene.times_in(phrase.start, phrase.end) or not words[:1].isalpha():
        return None
    actor = ActorMention(
        phrase.core_start, phrase.core_end, words, None, words, None, None, "party", rule="unlisted_name"
    )
    return Who(phrase.core_start, phrase.core_end, words, actor)


def _is_capital(phrase: Phrase) -> bool:
    """ "The Observatory for Civilian Harm": a noun with a capital behind its article is a name."""
    return phrase.determiner == "the" and phrase.head_text[:1].isupper() and phrase.head_text[1:].islower()


def _people(at: At, phrase: Phrase, slot: str) -> Who | None:
    """ "i superstiti", "gli equipaggi": a noun for people whom no list of agents knows, where someone acts."""
    acts = slot in ("subject", "by") and phrase.pronoun is None and at.clause.kind == "verb"
    language = at.scene.reading.language
    # Only where a language lists the words of conflict is a report surely on one.
    surely = at.scene.speaks_of_force and bool(known_class(language, BEARING))
    if not acts or not surely or phrase.head not in people(language):
        return None
    return _nameless(at, phrase, "CVL", "unlisted_people")


def described(at: At, phrase: Phrase, slot: str) -> Who | None:
    """ "horsemen", "the seminarians": people whom no list of agents has, told by no more than a noun."""
    if slot not in ("subject", "by") or phrase.pronoun or phrase.proper or not at.scene.speaks_of_force:
        return None  # "the agency launched a rocket", "the guests dug in"
    language = at.scene.reading.language
    known = word_class(language, "person") | word_class(language, "civilians")
    owned = phrase.possessor is not None and phrase.possessor.pronoun is not None
    if phrase.head not in known or owned or at.scene.places_in(phrase.core_start, phrase.core_end):
        return None
    return _nameless(at, phrase, None, UNLISTED_NOUN)


def _nameless(at: At, phrase: Phrase, sector: str | None, rule: str) -> Who:
    """Somebody known by the words of the report alone."""
    start, end = phrase.core_start, phrase.core_end
    words = at.scene.report.text[start:end]
    actor = ActorMention(start, end, words, None, words, None, sector, "anonymous", anonymous=True, rule=rule)
    return Who(start, end, words, actor)


def other_side(at: At, side: Who, thread: Thread) -> tuple[Who, ...]:
    """ "… deployed in the south, where there were clashes with smugglers": the force named just before."""
    phrases = [
        p
        for c in at.passage.clauses
        if c.start < at.clause.start
        for p in (c.subject, *c.objects, *(o.phrase for o in c.obliques))
        if p is not None
    ]
    before = sorted(
        (p for p in phrases if p.core_end <= at.clause.start), key=lambda p: p.core_start, reverse=True
    )
    for phrase in before:
        found = who(at, phrase, thread)
        if (
            found is not None
            and found.actor.sector in FIGHTING
            and not found.actor.anonymous
            and found.start != side.start
        ):
            return (found,)
    return ()
