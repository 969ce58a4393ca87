"""Does the report speak of conflict or politics at all?

In a report on a court, a race or a takeover, "rejected", "attacked" and "talks"
are words like any other. There a claim stands only where someone whom a monitor
follows takes part.
"""

import re

from hudna.extract.scene import WAR_WORDS_AT_LEAST, WORDS_FOR_ONE, talks_of_war
from hudna.knowledge.classes import FLASH, NO_FLASH, SUBJECTS, WAR_TALK, known_class
from hudna.knowledge.folding import written
from hudna.knowledge.glued import is_glued
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.nouns import nominal_nouns
from hudna.model.claim import Claim, Root, Status
from hudna.model.mention import ActorMention

# "cessez-le-feu" is one word of war, not three words.
_JOINED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
# So many different words of one other subject, sport or art, make a report one on that.
SUBJECT_WORDS = 4
_ARMED = frozenset("MIL REB UAF PRM SPY IMG CRM COP".split())
_FIGHTING = frozenset("REB UAF PRM".split())
_WARRING = _FIGHTING | {"MIL"}
_HARD = frozenset({Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.RETREAT, Root.PROTEST, Root.SANCTION})


# A report of 75 words or more on conflict has three of the words that bear on one, a shorter one fewer: in the
# Italian dev half all reports with required events but one have them, and of twelve on budgets, courts and matches none.
BEARING_WORDS = 3
# What those who fight say to each other.
_OF_TRUCES = frozenset({Root.REJECT, Root.AGREE, Root.THREATEN})
# What the armed do, and what they say to a truce.
_FORCE = (_HARD - {Root.PROTEST}) | _OF_TRUCES
# What two states do with each other is told whatever the report is on.
_BETWEEN = frozenset({Root.CONSULT, Root.AGREE, Root.SUPPORT, Root.COOPERATE})

# What armed people say to each other is told in a report that speaks of war.
_STANCES = _OF_TRUCES | {Root.CONCEDE}

# So many words of courts, budgets, strikes or the weather, and more of them than of conflict, make a report one on those: in the
# Italian dev half no report with required events has more of the first, and of 28 on something else all but seven have.
HOME_WORDS = 3
# Nobody does these but in a conflict, whoever he is.
_OF_WAR = frozenset({"suicide-attack", "drone", "heavy-weapons", "aerial"})
# A message of so many words has no room to say who fights, or that it is about a war.
FLASH_WORDS = 60
TROOPS, STRIKE = "troops", "strike"
# Nobody decrees these but where there is unrest.
_CURBS = frozenset({"curfew", "martial-law"})


def relevant(
    claims: list[Claim],
    actors: tuple[ActorMention, ...],
    text: str,
    elsewhere: tuple[frozenset[str], ...],
    language: str,
    bearing: frozenset[str] = frozenset(),
    home: frozenset[str] = frozenset(),
) -> list[Claim]:
    """The claims without those that only a report on conflict would make claims.

    `bearing`: words that reports on conflict have, `home`: words that reports on courts, budgets or the weather have,
    in a language that lists them.
    """
    all_words = re.findall(r"[^\W\d_]+", written(text))
    words = set(all_words)
    away = home.union(*elsewhere) & words if home else home
    # A language that lists no words that bear on conflict has its words of war.
    against = bearing or known_class(language, WAR_TALK)
    if HOME_WORDS <= len(away) > len(against & words):
        claims = [c for c in claims if _is_of_war(c)]
    if bearing and len(bearing & words) < min(BEARING_WORDS, len(all_words) // WORDS_FOR_ONE):
        return [c for c in claims if _is_grave(c)]
    if is_glued(language):
        words |= {lemma for word in words for lemma in lemmas(word, language)}
    if any(len(subject & words) >= SUBJECT_WORDS for subject in elsewhere):
        return [c for c in claims if c.event is not None and bool(c.event.fatalities.low)]
    if _are_at_odds(claims, actors, words, language, bearing=bearing, home=home, away=bool(away)):
        return claims
    if not away and len(all_words) <= FLASH_WORDS and _is_flash(claims, words, language):
        return claims
    said = all_words + _JOINED.findall(written(text))
    talks = _bears(all_words, bearing) if bearing else talks_of_war(said, language)
    if talks and any(_is_violent(c, outright=bool(bearing or home)) for c in claims):
        return claims
    if not bearing and talks_of_war(_beside_stances(claims, said), language, least=1):
        return claims
    kept = [c for c in claims if _stands(c)]
    ids = {c.id for c in kept}
    return [c for c in kept if c.purpose is None or c.purpose.of is None or c.purpose.of in ids]


def _are_at_odds(
    claims: list[Claim],
    actors: tuple[ActorMention, ...],
    words: set[str],
    language: str,
    *,
    bearing: frozenset[str],
    home: frozenset[str],
    away: bool,
) -> bool:
    """Is somebody armed told of, are there rival sides, or is force used? `away`: some words speak of something else."""
    armed = any(m.sector in _ARMED and m.kind != "media" for m in actors)
    # Rival governments and the mission between them, with nobody armed in sight.
    sides = {m.id for m in actors if m.id is not None and m.kind == "party" and not _is_state(m)}
    # A language that lists words of conflict has weighed them above.
    armed = armed or any(_is_of_fighters(c) or (not bearing and _is_of_force(c)) for c in claims)
    named = bearing | known_class(language, WAR_TALK) if bearing else bearing
    # One of the words names who speaks; another says what of: "the police agreed to the contract" is no truce.
    spoken = len(((named | nominal_nouns(language)) - home) & words) > 1
    armed = armed or any(_is_named_for_war(c, named, spoken=spoken) for c in claims)
    # Soldiers who call for talks or hand out food do so in a report on conflict, unless its words speak of something else.
    armed = armed or (bool(home) and not away and any(_is_of_soldiers(c) for c in claims))
    return armed or len(sides) > 1 or any(_is_hard(c) and (bearing or not _is_strike(c)) for c in claims)


def _beside_stances(claims: list[Claim], words: list[str]) -> list[str]:
    """ "the army rejected the ceasefire": what is said beside the names of armed people who take a stance; nothing where none does."""
    actors = [a.text for c in claims if _is_stance(c) and c.event is not None for a in c.event.actors]
    own = set(re.findall(r"[^\W\d_]+", written(" ".join(actors))))
    return [w for w in words if w not in own] if actors else []


def _bears(words: list[str], bearing: frozenset[str]) -> bool:
    """Has a short text two words of conflict, a longer one more?"""
    return len(bearing & set(words)) >= max(WAR_WORDS_AT_LEAST, 2 * len(words) // WORDS_FOR_ONE)


def _is_violent(claim: Claim, *, outright: bool) -> bool:
    """Violence told of somebody who acts or suffers, whoever he is; `outright`: or of nobody."""
    event = claim.event
    if event is None or event.root is not Root.ASSAULT or not claim.counts:
        return False
    return outright or bool(event.actors or event.recipients)


def _is_flash(claims: list[Claim], words: set[str], language: str) -> bool:
    """ "Clashes erupted in Zawiya on Friday night": force of arms at a place, and not a word of anything else."""
    other = frozenset().union(*(known_class(language, name) for name in (*SUBJECTS, NO_FLASH)))
    fights = known_class(language, FLASH)
    return other.isdisjoint(words) and any(
        _is_violent(c, outright=True)
        and c.event is not None
        and any(p.lat is not None for p in c.event.places)
        and not fights.isdisjoint(re.findall(r"[^\W\d_]+", written(c.event.trigger.text)))
        for c in claims
    )


def _is_stance(claim: Claim) -> bool:
    """Somebody armed agrees, refuses or threatens, police left out."""
    event = claim.event
    if event is None or event.root not in _STANCES:
        return False
    return any(a.sector in _ARMED - {"COP"} for a in event.actors)


def _is_state(mention: ActorMention) -> bool:
    """The generic government, army … of a country, that any report on politics names."""
    return bool(mention.id and mention.country and mention.id.startswith(f"{mention.country.lower()}-"))


def _is_hard(claim: Claim) -> bool:
    """An act of force between people whom somebody lists or describes as public or armed."""
    event = claim.event
    if event is None or event.root not in _HARD or not claim.counts:
        return False
    if event.root is Root.PROTEST:
        return True
    people = (*event.actors, *event.recipients)
    hurt = event.fatalities.low or event.injuries.low
    if event.root is Root.MOBILIZE and event.mode == TROOPS and event.actors:
        return True  # "the government sent soldiers": who sends them need bear no arms
    return bool(hurt) or event.mode in _OF_WAR or any(a.id is not None or a.sector in _ARMED for a in people)


def _is_strike(claim: Claim) -> bool:
    """Does somebody lay down work: by itself that makes no report one on conflict?"""
    return claim.event is not None and (claim.event.root, claim.event.mode) == (Root.PROTEST, STRIKE)


def _is_grave(claim: Claim) -> bool:
    """Somebody dies or bears arms, or two who are listed meet: told even in a report on something else."""
    event = claim.event
    if event is None:
        return False
    listed = {a.id for a in (*event.actors, *event.recipients) if a.id is not None}
    armed = any(a.sector in _ARMED for a in event.actors)
    grave = event.root in _HARD and event.root is not Root.PROTEST and claim.counts
    return (grave and (armed or bool(event.fatalities.low))) or (event.root in _BETWEEN and len(listed) > 1)


def _is_of_war(claim: Claim) -> bool:
    """Does somebody listed make war, or somebody else who fights kill: told even in a report on a court or a strike?"""
    event = claim.event
    if event is None or event.root not in _HARD or not claim.counts:
        return False
    listed = any(a.id is not None and a.sector in _WARRING for a in event.actors)
    kills = bool(event.fatalities.low) and any(a.sector in _FIGHTING for a in event.actors)
    return listed or kills or event.mode in _OF_WAR


def _is_of_fighters(claim: Claim) -> bool:
    """Does somebody who fights act, whether it counts or not, or get arms and aid: "the rebels deny having fired", "sent guns to the rebels"?"""
    event = claim.event
    if event is None:
        return False
    people = (*event.actors, *event.recipients) if event.root is Root.AID else event.actors
    return any(a.sector in _FIGHTING for a in people)


def _is_of_soldiers(claim: Claim) -> bool:
    """Does an army or a part of one do anything that is told as having happened?"""
    return claim.event is not None and claim.counts and any(a.sector == "MIL" for a in claim.event.actors)


def _is_named_for_war(claim: Claim, named: frozenset[str], *, spoken: bool) -> bool:
    """ "Settlers burned the houses", "the army has refused the truce": does somebody act whom a word of conflict names?"""
    event = claim.event
    if event is None or event.root is Root.PROTEST:
        return False
    hard = event.root in _HARD
    if not hard and not (spoken and event.root in _OF_TRUCES):
        return False
    soldiers = (a for a in event.actors if hard or a.sector in _ARMED)
    return any(
        (spoken and a.sector in _WARRING) or named & set(re.findall(r"[^\W\d_]+", written(a.text)))
        for a in soldiers
    )


def _is_of_force(claim: Claim) -> bool:
    """Is force of the armed spoken of, whether it happened or is denied, ordered, promised; or a curfew decreed?"""
    event = claim.event
    past = claim.status is Status.HISTORICAL or (claim.status is Status.DENIED and not claim.speakers)
    if event is None or past or event.root not in _FORCE:
        return False
    people = (*event.actors, *event.recipients)
    return event.mode in _CURBS or any(a.sector in _ARMED - {"COP"} for a in people)


def _stands(claim: Claim) -> bool:
    """Does someone listed take part?"""
    if claim.event is None:
        return claim.purpose is not None and claim.purpose.of is not None
    return any(a.id is not None for a in (*claim.event.actors, *claim.event.recipients))
