"""Which words only count the dead of an attack, or name what it answers?"""

from hudna.extract.meanwhile import counted
from hudna.extract.scene import At, Who
from hudna.knowledge.folding import written
from hudna.knowledge.lexicon import Trigger
from hudna.knowledge.place_words import load_cues
from hudna.model.claim import Root

LATER = ("after", "following")


def toll_told_of(at: At, parent: At, ats: tuple[At, ...], matched: dict[int, Trigger]) -> int | None:
    """ "Tre morti: è il bilancio degli scontri": what a copula says the dead are the toll of is one event with them."""
    clause = at.clause
    broke_out = clause.link == "relative" and clause.lemma in at.scene.cues.happening_verbs
    if (
        parent.clause.kind != "copula"
        or not (broke_out or clause.kind == "noun")
        or clause.marker == "subject"
    ):
        return None
    if matched[clause.index].root is not Root.ASSAULT:
        return None
    tolls = at.scene.words.events.outcomes | at.scene.words.events.dying
    dead = (
        a.clause.index
        for a in ats
        if a.clause.parent == parent.clause.index
        and a.clause.marker == "subject"
        and a.clause.index in matched
        if matched[a.clause.index].root is Root.ASSAULT
        and (a.clause.lemma in tolls or (a.clause.phrase is not None and counted(a, a.clause.phrase)))
    )
    return next(dead, None)


def answers_inside(at: At, parent: At) -> bool:
    """ "struck the launchers in response to two rounds of mortar": the noun over the weapon is what is answered."""
    noun = at.clause.noun
    return noun is not None and any(
        o.preposition in LATER and o.phrase.head_start == noun.head_start for o in parent.clause.obliques
    )


def told_of(at: At, recipients: tuple[Who, ...]) -> tuple[Who, ...]:
    """Whom it befell, without the mere words for a toll: "سقوط قتلى وجرحى" says of nobody who he was."""
    uncounted = at.scene.words.events.uncounted
    return tuple(w for w in recipients if not _is_uncounted(at, w, uncounted)) if uncounted else recipients


def _is_uncounted(at: At, told: Who, uncounted: frozenset[str]) -> bool:
    first, *rest = written(told.text).split() or [""]
    cues = load_cues(at.scene.reading.language)
    joined = [rest[0].removeprefix(a) for a in cues.joining if rest[0].startswith(a)] if rest else []
    alone = not rest or rest[0] in cues.within or not uncounted.isdisjoint(joined)
    return told.actor.anonymous and first in uncounted and alone


def without_tolls(at: At, actors: tuple[Who, ...]) -> tuple[Who, ...]:
    """Who acts: "كبدتها عشرات القتلى" is what was suffered, and the dead do nothing."""
    uncounted = at.scene.words.events.uncounted
    return tuple(w for w in actors if not _only_counts(at, w, uncounted)) if uncounted else actors


def _only_counts(at: At, told: Who, uncounted: frozenset[str]) -> bool:
    first, *rest = written(told.text).split() or [""]
    counts = first in {written(word) for word in at.scene.casualties.vague}
    dead = rest[0] if counts and rest else first
    bare = (dead.removeprefix(a) for a in at.scene.language.glued_articles)
    return told.actor.anonymous and (dead in uncounted or any(word in uncounted for word in bare))
