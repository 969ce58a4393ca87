"""An incident → one sentence that says no more than its claims do, and what else a reader needs beside it."""

from hudna.model.edition import Edition
from hudna.model.incident import Incident, Party, Position
from hudna.publish.wording import Wording, wording

# So many speakers are named; the matrix of positions names all.
_NAMED = 3


def in_words(incident: Incident, edition: Edition, language: str = "en") -> str:
    """The incident as it is told, without its citations."""
    del edition  # an incident says it all; who asks for words need not know that
    return told(incident, wording(language))


def told(incident: Incident, say: Wording) -> str:
    """The incident in the words of a language."""
    doer, whom = _called(incident.actors, say), _called(incident.recipients, say)
    places = incident.places or ((("at", incident.place),) if incident.place else ())
    moving = incident.root in {"MOBILIZE", "RETREAT", "AID", "CONSULT"}
    rest = say.where(places, moves=moving) + say.when(incident.occurred) + say.dead(incident.fatalities)
    past, base = say.act(incident.root, incident.mode, incident.move, whom=whom, by=doer, rest=rest)
    said = speakers_of(incident, say)
    feared = "feared" if any(one.says.stance == "fears" for one in incident.positions) else "possible"
    text = say.framed(
        incident.status,
        {
            "who": doer or say.words.parts["nobody"], "past": past, "base": base, "said": said,
            "according": say.according(said), "feared": say.words.parts[feared],
        },
    )  # fmt: skip
    return f"{text[:1].upper()}{text[1:]}."


def speakers_of(incident: Incident, say: Wording) -> str:
    """Who tells it in the way in which it is held; nothing where reports do so in their own voice."""
    same = [one for one in incident.positions if one.says.status is incident.status and one.speaker]
    names = list(dict.fromkeys(speaker_of(one, say) for one in same))
    if len(names) > _NAMED:
        names = [*names[:_NAMED], say.words.label("others", number=len(names) - _NAMED)]
    return say.words.listed(names)


def speaker_of(position: Position, say: Wording) -> str:
    """A speaker by name; a report in its own voice by its publisher."""
    if position.speaker is None:
        return position.source or say.words.parts["own_voice"]
    return say.voice(position.speaker.text, position.speaker.id, anonymous=position.anonymous)


def _called(parties: tuple[Party, ...], say: Wording) -> str:
    return say.words.listed(list(dict.fromkeys(say.called(one.text, one.id) for one in parties)))
