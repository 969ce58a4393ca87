"""Whose forces are meant: states that fight, nameless units, orders to one's own."""

from dataclasses import replace

from hudna.extract.saying import speech_words
from hudna.extract.scene import At, Scene, Who
from hudna.extract.sides import BY_SETTING, speaks_for
from hudna.extract.sources import Voice
from hudna.extract.told import Told
from hudna.extract.triggers import nominal_lemmas
from hudna.knowledge.folding import written
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.people import soldiers
from hudna.model.claim import Place, Root, SpeechAct
from hudna.model.mention import ActorMention

# The rule by which a craft stands for whoever flies it.
UNCLAIMED_CRAFT = "unclaimed_craft"
# The rule by which somebody is an enemy, and of no country for being where he acts.
ENEMY = "of_an_enemy"
_OWNING_UP = frozenset({SpeechAct.CLAIM, SpeechAct.STATE})
_TELLING = frozenset({SpeechAct.ANNOUNCE, SpeechAct.REPORT, SpeechAct.CLAIM, SpeechAct.STATE})
_TAKING = frozenset({"seize", "arrest"})
_HOLDING = frozenset({"COP", "MIL", "SPY"})
# "the men", "des hommes": an article and no more.
_BARE = 2
_ENEMIES = frozenset({"REB", "UAF", "CRM"})
_OF_STATE = frozenset({"MIL", "GOV", "COP"})
_STATE = frozenset({"MIL", "GOV"})
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "GOV", "COP"})


def settled(who: Who, root: Root, places: tuple[Place, ...]) -> Who:
    """A state that fights does so with its forces; an actor nobody lists belongs to the country where it acts."""
    actor = who.actor
    if root is Root.PROTEST and actor.rule in ("metonym", "bare_demonym") and actor.sector in _STATE:
        # "palestinesi hanno lanciato pietre": no state riots, its people do.
        return replace(who, actor=replace(actor, id=None, sector="CVL", kind="anonymous", anonymous=True))
    if (
        root in (Root.ASSAULT, Root.MOBILIZE)
        and actor.rule == "metonym"
        and actor.id is not None
        and actor.id.endswith("-gov")
    ):
        return replace(who, actor=replace(actor, id=f"{actor.id.removesuffix('-gov')}-mil", sector="MIL"))
    if (
        actor.id is None
        and actor.country is None
        and actor.rule != ENEMY
        and places
        and actor.kind in ("party", "anonymous", "official", "observer")
    ):
        return replace(who, actor=replace(actor, country=places[0].country))
    return who


def own_forces(
    actors: tuple[Who, ...], chain: tuple[Voice, ...], scene: Scene, against: tuple[Who, ...] = ()
) -> tuple[Who, ...]:
    """ "The army announced a deployment of units": nameless forces that a force speaks of are its own, but not those it accuses."""
    if not chain or chain[0].who.actor.sector not in _ARMED or chain[0].who.actor.id is None:
        return actors
    if chain[0].words is not None and chain[0].words.act is SpeechAct.ACCUSE:
        return actors  # "accused it of sending troops": of others, whoever they are
    owner = chain[0].who.actor
    if chain[0].words is not None and chain[0].words.act is SpeechAct.ORDER:
        actors = tuple(_ordered(w, owner) for w in actors)
    # "Drones struck a depot, the army said": they need not be its own, unless they struck its enemies.
    flies = owner.kind != "official" and any(w.actor.sector in _ENEMIES for w in against)
    own = (w for w in actors if flies or w.actor.rule != UNCLAIMED_CRAFT)
    known = {
        w.start
        for w in own
        if _is_nameless_force(w, scene, guessed=chain[0].issues) and _may_be_of(owner, w, scene)
    }
    return tuple(replace(w, actor=owner) if w.start in known else w for w in actors)


def _ordered(who: Who, owner: ActorMention) -> Who:
    """ "The Israeli minister ordered the army to stay": his own army, whatever country the report is about."""
    guessed = who.actor.rule == "generic_agent" and who.actor.sector == "MIL" and who.actor.id is not None
    abroad = owner.country is not None and who.actor.country not in (None, owner.country)
    if not (guessed and abroad and (owner.id or "").endswith(("-gov", "-mil"))):
        return who
    army = (owner.id or "").rpartition("-")[0]
    return replace(who, actor=replace(who.actor, id=f"{army}-mil", country=owner.country))


def who_says_we(actors: tuple[Who, ...], chain: tuple[Voice, ...], scene: Scene) -> tuple[Who, ...]:
    """ "“We will open fire,” warned the Front": whoever speaks in the quotation is who "we" means there."""
    if not chain:
        return actors
    return tuple(chain[0].who if _is_quoted_we(w, scene) else w for w in actors)


def _is_quoted_we(who: Who, scene: Scene) -> bool:
    quoted = any(q.start <= who.start < q.end for q in scene.reading.quotes)
    return quoted and who.actor.rule == "first_person" and who.actor.id is None


def own_losses(told: Told, chain: tuple[Voice, ...], scene: Scene) -> tuple[Who, ...]:
    """ "The army said 51 soldiers fell": where nobody is said to have done it, whom it befell may be the speaker's own."""
    if told.trigger.root is not Root.ASSAULT or not chain or chain[0].who.actor.kind != "party":
        return ()
    speaker = chain[0].who.actor
    return tuple(
        w
        for w in own_forces(told.recipients, chain, scene)
        if speaker.sector in _ARMED and speaks_for(speaker, w.actor)
    )


def own_deed(told: Told, chain: tuple[Voice, ...]) -> tuple[Who, ...]:
    """ "The ministry announced the capture of X", "eleven were detained, police said": who seizes or arrests, where only he tells of it?"""
    trigger, clause = told.trigger, told.at.clause
    if told.actors or trigger.root is not Root.COERCE or trigger.mode not in _TAKING or not chain:
        return ()
    first = chain[0]
    tells = first.words is not None and first.words.act in _TELLING
    whole = clause.kind == "noun" and clause.link == "argument" and trigger.mode == "seize"
    held = trigger.mode == "arrest" and first.who.actor.sector in _HOLDING
    armed = first.who.actor.sector in _ARMED and not first.who.actor.anonymous
    return (first.who,) if tells and armed and (whole or held) else ()


def owned_by(at: At) -> bool:
    """ "claimed", "owned up to": does the verb say an act to be one's own?"""
    says = speech_words(at) if at.clause.kind == "verb" else None
    return says is not None and says.act in _OWNING_UP


def owns_up(told: Told) -> bool:
    """ "claimed responsibility for the blast": who says it says so of himself."""
    clause = told.at.clause
    if not owned_by(told.at) or told.trigger.root is not Root.ASSAULT or not told.actors:
        return False
    return clause.subject is not None and clause.subject.start <= told.actors[0].start < clause.subject.end


def owns_several(at: At) -> bool:
    """ "claimed both attacks", "responsibility for the raids": more deeds than one."""
    inner = (
        o.phrase
        for p in at.clause.objects
        for o in (*p.obliques, *at.clause.obliques)
        if o.preposition in ("for", "of")
    )
    deeds = nominal_lemmas(at.scene.reading.language)
    return any(p.plural is True and p.head in deeds for p in (*at.clause.objects, *inner))


def is_order(told: Told) -> bool:
    """ "recalled all units to report to base": who moves others to act gives an order."""
    at = told.at
    if (
        told.trigger.root is not Root.MOBILIZE
        or at.clause.kind != "verb"
        or not at.clause.objects
        or not told.actors
    ):
        return False
    return any(
        c.clause.link == "complement"
        and c.clause.tense == "infinitive"
        and c.clause.subject is not None
        and c.clause.subject.start == at.clause.objects[0].start
        for c in at.children()
    )


def _may_be_of(owner: ActorMention, who: Who, scene: Scene) -> bool:
    """Rebels who speak of soldiers mean those of the state, an army that speaks of fighters its enemies."""
    if owner.sector in _OF_STATE:
        # "The men stormed the village, police said": police who speak of men, and not of their own, speak of others.
        anybody = (
            who.actor.sector == "CVL" and who.actor.rule == "generic_agent" and len(who.text.split()) <= _BARE
        )
        return who.actor.rule == UNCLAIMED_CRAFT or not (anybody or who.actor.sector in _ENEMIES)
    # "fighting with government forces", said by a militia: those of the state, as soldiers are.
    language, told = scene.reading.language, written(who.text).split()
    of_state = not scene.words.forces.of_state.isdisjoint(told)
    return not (of_state or any(soldiers(language) & lemmas(word, language) for word in told))


def _is_nameless_force(who: Who, scene: Scene, *, guessed: bool = False) -> bool:
    """`guessed`: also where only the report's setting gave it a country, as in a communiqué on raids abroad."""
    words, named = scene.words.forces, written(who.text).split()
    # Where descriptions follow their noun, the head may stand anywhere among so few words.
    heads = named[-1:] if scene.language.modifiers == "before" else named
    plain = len(named) <= 3 and not words.nameless.isdisjoint(heads) and words.hostile.isdisjoint(named)
    unknown = who.actor.country is None or (guessed and who.actor.rule in BY_SETTING)
    return plain and who.actor.id is None and unknown
