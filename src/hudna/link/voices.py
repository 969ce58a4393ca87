"""On whose word a claim rests: the voice that a chain of relays ends in, and the camp it speaks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.knowledge.affiliations import THIRD_PARTY, Affiliations
from hudna.knowledge.firsthand import is_firsthand, says_by_paper
from hudna.knowledge.folding import fold
from hudna.knowledge.linking import Roots
from hudna.knowledge.linking_words import (
    counting_words,
    is_definite,
    is_indefinite,
    is_pronoun,
    is_recalled,
    is_reporter,
    local_words,
)
from hudna.link.credit import SENTENCE_END
from hudna.link.outline import Outline
from hudna.link.wording import stems
from hudna.model.claim import Actor, Claim, Speaker, Status
from hudna.model.told import Told

# An outlet that begins with it so long afterwards sums up; reports of its own come sooner.
NEWS_DAYS = 2
# The `line` of an outlet's own voice whose reporter saw it himself.
SEEN = ("seen",)
_PARTIAL = frozenset({"party", "official"})


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A claim of an incident with what linking knows of it; `lead`: its report begins with the incident.

    Each is itself alone, so that what was worked out of it is found again without reading its text.
    """

    told: Told
    outline: Outline | None
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Who vouches for a claim.

    `own`: an outlet by its own reporting. `nameless`: somebody who spoke to that outlet
    without a name, `line` holding what words there are for them. `named`: anybody else, by id or words. `passing`: the outlet mentions
    in a report on something else what others have told.
    """

    kind: str
    key: str
    line: tuple[str, ...] = ()
    text: str = ""
    language: str = ""
    listed: bool = False

    @property
    def name(self) -> str:
        """Who it is, in the words of a report."""
        return self.text or self.key

    def is_of(self, other: "Voice") -> bool:
        """Whether both are the same, or one speaks for the other."""
        if self.kind != other.kind:
            return False
        if self.kind == "nameless":
            one_kind = is_local(self) and is_local(other)
            told_apart = self.line and other.line and not set(self.line) & set(other.line)
            return self.key == other.key and (one_kind or not told_apart) and not are_he_and_she(self, other)
        return self.key == other.key or self.key in other.line or other.key in self.line


def voice_of(
    telling: Telling, known: Affiliations, roots: Roots, first: int | None = None, said: Sequence[Claim] = ()
) -> Voice:
    """The voice a claim rests on; `first`: the day on which its incident was first told, `said`: what the report quotes of it."""
    claim, report = telling.told.claim, telling.told.report
    family = known.family(report.source) or f"report {report.id}"
    if claim.speakers:
        return _speaking(claim.speakers, family, claim.language, known)
    page = known.page_of(report.source)
    credited = telling.outline.credits if telling.outline else ()
    owners = [owner for outlet in credited if (owner := known.family(outlet)) and owner != family]
    outlet = known.outlet(report.source)
    names = (outlet.name, *outlet.aliases, *outlet.local) if outlet else ()
    if is_seen(telling, said, of_a_body=page is not None, names=names):
        return Voice("own", owners[0] if owners else family, SEEN)
    if adds_nothing(telling, first, of_a_body=page is not None) or (page and _is_only_named(telling)):
        return Voice("passing", family)
    if owners:
        return Voice("own", owners[0])
    if page:
        name = known.actors[page].name if page in known.actors else page
        return Voice("named", page, known.line(page), name, claim.language, listed=True)
    spoken = claim.event and (
        claim.event.root in roots.spoken or says_by_paper(_sentence(telling), claim.language)
    )
    if spoken and claim.event and claim.event.actors:
        return _named(claim.event.actors[0], claim.language, known)
    about = telling.lead and is_news(telling.outline, first) and not (_recalls(telling) or _is_known(telling))
    return Voice("own" if about else "passing", family)


def _is_only_named(telling: Telling) -> bool:
    """Whether a body's bulletin only refers to it, or dates something else by it: "two days after the attack"."""
    claim = telling.told.claim
    known = is_definite(claim.text, claim.language) and not _counts_anything(telling)
    return only_refers(telling) or (known and not telling.lead and _recalls(telling))


def _is_known(telling: Telling) -> bool:
    """Whether a sentence after the first only names it, with an article, as something known: its report begins with other news."""
    claim, text = telling.told.claim, telling.told.report.text
    later = SENTENCE_END.search(text, 0, claim.start) is not None
    return later and is_definite(claim.text, claim.language) and not _counts_anything(telling)


def _recalls(telling: Telling) -> bool:
    """Whether its sentence only recalls it."""
    claim = telling.told.claim
    before = telling.told.report.text[sentence_of(telling.told).start : claim.start]
    return is_recalled(before, claim.language)


def is_local(voice: Voice) -> bool:
    """Whether it is people of the place, whom nothing tells apart: residents, witnesses, a woman."""
    return voice.kind == "nameless" and not local_words(voice.language).isdisjoint(fold(voice.text).split())


def are_he_and_she(one: Voice, other: Voice) -> bool:
    """Whether one is only called he, the other only she: two people."""
    pronouns = all(is_pronoun(voice.text, voice.language) for voice in (one, other))
    return pronouns and one.language == other.language and fold(one.text) != fold(other.text)


def is_seen(
    telling: Telling, said: Sequence[Claim] = (), *, of_a_body: bool = False, names: tuple[str, ...] = ()
) -> bool:
    """Whether the sentence, or the report that begins with it, says that the outlet saw it itself.

    `said`: what others say in it; `names`: the outlet's.
    """
    text = telling.told.report.text
    for other in said:
        text = text[: other.start] + " " * (other.end - other.start) + text[other.end :]
    around = slice(None) if telling.lead else sentence_of(telling.told)
    return is_firsthand(text[around], telling.told.claim.language, of_a_body=of_a_body, names=names)


def sentence_of(told: Told) -> slice:
    """Where the sentence of a claim stands in its report; of one that runs on, from its first to its last."""
    claim, text = told.claim, told.report.text
    start = max((one.end() for one in SENTENCE_END.finditer(text, 0, claim.start)), default=0)
    closed = SENTENCE_END.search(text, max(claim.start, claim.end - 1))
    return slice(start, closed.end() if closed else len(text))


def _sentence(telling: Telling) -> str:
    return telling.told.report.text[sentence_of(telling.told)]


def adds_nothing(telling: Telling, first: int | None, *, of_a_body: bool) -> bool:
    """Whether it is mentioned days later among other news, with no figure, whoever is credited for the rest.

    A body's bulletin tells of many things days later; what it only names, with an article, as something known it does not tell.
    """
    outline = telling.outline
    if outline is None or telling.lead or is_news(outline, first) or _has_figure(outline):
        return False
    claim = telling.told.claim
    given = claim.status is Status.ACTUAL and is_definite(claim.text, claim.language)
    return not of_a_body or (given and not _counts_anything(telling))


def adds(tellings: Sequence[Telling], before: Sequence[Telling]) -> bool:
    """Whether they say of the incident what nobody before said: a toll, or that what was planned is given up."""
    ones, others = ([one.outline for one in some if one.outline] for some in (tellings, before))
    held = {outline.held for outline in others}
    given_up = "ahead" in held and "denied" not in held and any(one.held == "denied" for one in ones)
    return given_up or bool(_tolls(ones) - _tolls(others))


def _tolls(outlines: Sequence[Outline]) -> set[int]:
    return {number for one in outlines for number in (*one.dead, *one.hurt) if number}


def only_refers(telling: Telling) -> bool:
    """Whether a clause of a body's bulletin gives no day, place or figure of its own: "all since released"."""
    outline, claim = telling.outline, telling.told.claim
    if telling.lead or outline is None or claim.event is None or claim.status is not Status.ACTUAL:
        return False
    if claim.event.occurred is not None:
        return False
    named = any(
        fold(place.text) in fold(claim.text) and place.text != claim.text for place in claim.event.places
    )
    return not (named or outline.figures or _has_figure(outline) or _counts_anything(telling))


def _has_figure(outline: Outline) -> bool:
    return any(number is not None for number in (*outline.dead, *outline.hurt))


def _counts_anything(telling: Telling) -> bool:
    """Whether it says how many people or things it befell."""
    claim = telling.told.claim
    numbers = counting_words(claim.language)
    given = [
        word for one in (claim.event.recipients if claim.event else ()) for word in fold(one.text).split()
    ]
    return any(word.isdigit() or word in numbers for word in given)


def is_news(outline: Outline | None, first: int | None = None) -> bool:
    """Whether a report tells of something within days of it or, without a day, of the first report; later it looks back."""
    if outline is None or outline.last is None or outline.published is None:
        return True
    day = min(outline.last, first or outline.last) if outline.sure == "open" else outline.last
    return outline.published - day <= NEWS_DAYS


def _speaking(speakers: tuple[Speaker, ...], family: str, language: str, known: Affiliations) -> Voice:
    first = speakers[0]
    outlets = [one for one in speakers if is_outlet(one, known) and not _reports(one, language)]
    heard_by = [family, *(_outlet(one, known) for one in outlets)]
    if first.kind == "media" and _reports(first, language):
        return Voice("own", heard_by[-1], SEEN)  # "the agency's correspondent in Tyre"
    if is_outlet(first, known):
        return Voice("own", heard_by[1])
    unnamed = is_indefinite(first.text, language) or is_pronoun(first.text, language)
    if first.anonymous or (first.actor is None and unnamed):
        return Voice("nameless", heard_by[-1], stems(first.text, language), first.text, language)
    return _named(first, language, known)


def _reports(speaker: Speaker, language: str) -> bool:
    """Whether somebody reports for an outlet that is not named: "مراسل سانا" may be listed as SANA."""
    return speaker.actor is None and is_reporter(speaker.text, language)


def is_outlet(speaker: Speaker, known: Affiliations) -> bool:
    """Whether an outlet with a name is meant; "local media" are none."""
    if speaker.kind != "media" or speaker.anonymous:
        return False
    return known.outlet(speaker.actor or speaker.text) is not None or not speaker.text.islower()


def _outlet(speaker: Speaker, known: Affiliations) -> str:
    name = speaker.actor or speaker.text
    return known.family(name) or name


def _named(who: Speaker | Actor, language: str, known: Affiliations) -> Voice:
    name = who.actor if isinstance(who, Speaker) else who.id
    if name:
        return Voice("named", name, known.line(name), who.text, language, listed=True)
    return Voice("named", " ".join(stems(who.text, language)), (), who.text, language)


def camp_of(telling: Telling, known: Affiliations) -> str | None:
    """The camp that speaks in a claim; None where nobody says who speaks."""
    claim, report = telling.told.claim, telling.told.report
    if not claim.speakers:
        return outlet_camp(report.source, known)
    return speaker_camp(claim.speakers[0], known)


def speaker_camp(first: Speaker, known: Affiliations) -> str | None:
    """The camp of one speaker."""
    if first.anonymous:
        return THIRD_PARTY if first.kind in {"observer", "organisation"} else None
    if side := known.side(first.actor):
        return _leaning(side)
    if first.kind not in _PARTIAL:
        return THIRD_PARTY
    return (*(known.line(first.actor)[-1:]), first.actor or first.text)[0]


def outlet_camp(source: str | None, known: Affiliations) -> str | None:
    """The camp of an outlet in its own voice: that of whom it belongs to, else third party."""
    if (body := known.page_of(source)) and (side := known.side(body)):
        return _leaning(side)
    outlet = known.outlet(source)
    if outlet is None:
        return THIRD_PARTY if source else None
    return _leaning(outlet.side) if outlet.side not in _NO_CAMP else THIRD_PARTY


_NO_CAMP = frozenset({None, "independent", "contested", "state", "former regime", "none"})


def _leaning(side: str | None) -> str:
    """A leaning is counted with its camp; who leans is not neutral."""
    return (side or THIRD_PARTY).removesuffix("-leaning")
