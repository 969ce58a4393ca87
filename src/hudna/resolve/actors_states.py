"""A country's word by itself, for its government: "Kyiv refused"."""

from hudna.resolve.actors_ground import Ground
from hudna.resolve.actors_names import Identity
from hudna.resolve.actors_phrase import Noun


def metonym(noun: Noun, ground: Ground) -> Identity | None:
    """A country or capital that stands for its government: "Kyiv"."""
    for hit in noun.countries:
        whole = hit.start <= _core_of_state(noun, ground) and hit.end >= noun.core_end and noun.agent is None
        if whole and hit.country and hit.country.role in ("name", "capital"):
            seated = ground.seated_in(noun.text[hit.start : hit.end], noun.setting.when)
            return seated or ground.state(hit.country.countries[0], "GOV")
    # "Erbil": the seat of one who rules no country.
    bare = noun.agent is None and noun.first == noun.last == 0
    return ground.seated_in(noun.text[noun.core_start : noun.core_end], noun.setting.when) if bare else None


def _core_of_state(noun: Noun, ground: Ground) -> int:
    """Where the name itself begins: "neighbouring Rwanda" acts as "Rwanda" does."""
    first = noun.words[noun.first] if noun.first < len(noun.words) else None
    described = first is not None and first.low in ground.agents.phrases.beside_states
    behind = noun.words[noun.first + 1 : noun.first + 2]
    return behind[0].start if described and behind else noun.core_start
