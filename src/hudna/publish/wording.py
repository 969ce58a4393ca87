"""A claim → one sentence of a language that says no more than the claim does.

The words lie in languages/<code>/documents.yml. Names that a pack knows in the language
are said so; all others stand as the report wrote them.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.knowledge.document_words import DocumentWords, Form, load_document_words
from hudna.knowledge.scripts import is_written_in
from hudna.model.claim import Actor, Claim, Count, Event, Occurred, Root, SpeechAct
from hudna.model.evidence import where_of
from hudna.model.incident import Estimate, Toll, When, Where
from hudna.publish.naming import Naming

# A place vaguer than this is said with its radius.
_VAGUE_KM = 50
_MOVING = frozenset({Root.MOBILIZE, Root.RETREAT, Root.AID, Root.CONSULT})
_FEARING = frozenset({SpeechAct.FEAR, SpeechAct.CONCERN, SpeechAct.WARN})
Placed = tuple[str, Where]

# A day that no word gives: of the sentence before, of the report, of its dateline.
INFERRED = frozenset({"inherited", "published", "dateline"})


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences of one language."""

    words: DocumentWords
    naming: Naming

    def claim(self, claim: Claim) -> str:
        """The claim in words, without its citation."""
        text = self._claim(claim)
        return f"{text[:1].upper()}{text[1:]}."

    def speakers(self, claim: Claim) -> str:
        """Who says so, innermost first, then each relay."""
        said = [self.voice(one.text, one.actor, anonymous=one.anonymous) for one in claim.speakers]
        whole = said[0] if said else ""
        for relay in said[1:]:
            whole = self.words.parts["relayed"].format(said=whole, by=relay)
        return whole

    def voice(self, text: str, actor: str | None = None, *, anonymous: bool = False) -> str:
        """A speaker; one without a name in quotation marks."""
        if anonymous:
            return self.words.parts["no_name"].format(words=self.words.quoted(text))
        return self.called(text, actor)

    def called(self, text: str, actor: str | None = None) -> str:
        """A name as it stands inside a sentence."""
        known = self.naming.actor(actor, text)
        if known:
            return known
        if text.lower() in self.words.pronouns:
            return self.words.parts["meant"].format(words=self.words.quoted(text))
        if not is_written_in(text[:1], self.naming.language) or self.words.is_foreign(text):
            return self.words.quoted(text)
        first = next((one for one in self.words.articles if f"{text} ".startswith(f"{one} ")), None)
        return f"{first.lower()}{text[len(first) :]}" if first else text

    def all_called(self, actors: Iterable[Actor]) -> str:
        """Names in a row, each once."""
        return self.words.listed(list(dict.fromkeys(self.called(one.text, one.id) for one in actors)))

    def when(self, occurred: When | Occurred | None) -> str:
        """', on 5 May 2023', with how sure that is; nothing where nothing is known."""
        if occurred is None:
            return ""
        parts, first, last = self.words.parts, occurred.earliest, occurred.latest
        if last is None:
            text = occurred.text if isinstance(occurred, Occurred) else None
            return parts["some_time"].format(words=self.words.quoted(text)) if text else ""
        if first is None:
            return parts["until"].format(day=self.words.on_day(last))
        told = parts["on"].format(day=self.words.on_day(first)) if first == last else self._span(first, last)
        guessed = occurred.basis in INFERRED
        return parts["inferred"].format(when=told) if guessed else told

    def _span(self, first: date, last: date) -> str:
        """', in March 2025', ', between 8 and 9 March 2025'; both days whole where they lie in two months."""
        parts, month = self.words.parts, (first.year, first.month)
        if month != (last.year, last.month):
            return parts["between"].format(first=self.words.on_day(first), last=self.words.on_day(last))
        if (first.day, last.day) == (1, monthrange(*month)[1]):
            return parts["in_month"].format(month=self.words.months[first.month - 1], year=first.year)
        return parts["between"].format(first=first.day, last=self.words.on_day(last))

    def where(self, places: Sequence[Placed], *, moves: bool = True) -> str:
        """' in Sabha' or ' towards the border (within about 350 km)'; nobody attacks "to" a place."""
        roles = self.words.roles if moves else {**self.words.roles, **self.words.roles_still}
        once = {place.name: (role, place) for role, place in reversed(places)}
        grouped: dict[str, list[str]] = {}
        for role, place in reversed(once.values()):
            # "40 km from Bamako" is where by itself, and nobody is "in" it.
            apart = role == "at" and place.name[:1].isdigit()
            grouped.setdefault("" if apart else roles[role], []).append(self.place(place))
        line = self.words.parts["where"]
        return "".join(
            line.format(role=role, places=self.words.listed(found)).replace("  ", " ")
            for role, found in grouped.items()
        )

    def place(self, place: Where) -> str:
        """A place by its name in the language, with how far it may reach."""
        name = self.naming.place(place)
        # A name that the language does not have stands as words of another, so that it keeps its direction.
        if self.words.direction == "rtl" and not is_written_in(name[:1], self.naming.language):
            name = self.words.quoted(name)
        vague = place.radius_km is not None and place.radius_km >= _VAGUE_KM and place.precision != "country"
        return self.words.parts["within"].format(name=name, km=f"{place.radius_km:.0f}") if vague else name

    def dead(self, count: Count | Toll | Estimate) -> str:
        """', with deaths given as 7'; a range where figures differ."""
        parts = self.words.parts
        if isinstance(count, Count) and count.text and (count.low or count.best or count.high):
            return parts["dead_words"].format(words=self.words.quoted(count.text))
        if count.best is None and count.low and count.high and count.low != count.high:
            return parts["dead_range"].format(low=count.low, high=count.high)
        number = count.best if count.best is not None else count.low
        return parts["dead"].format(number=number) if number else ""

    def act(
        self,
        root: Root,
        mode: str | None,
        move: str | None,
        *,
        whom: str,
        by: str,
        rest: str,
        several: bool = False,
    ) -> tuple[str, str]:
        """What was done, by one or by several, and what may be done, with those it befalls and what follows."""
        entry = self.words.events[root]
        said = entry.moves.get(move or "") or entry.modes.get(mode or "") or entry
        alone, to = (said.several, said.several_to) if several else (None, None)
        past, base = _pair((to or said.to) if whom else (alone or said.alone))
        return self._filled(past, whom, by, rest), self._filled(base, whom, by, rest)

    def _filled(self, form: str, whom: str, by: str, rest: str) -> str:
        if whom and "{whom}" not in form:
            form += " {whom}"
        return form.format(whom=whom, by=self.words.parts["by"].format(who=by) if by else "") + rest

    def framed(self, status: str, slots: dict[str, str]) -> str:
        """The sentence around an event by how it is held."""
        frame = self.words.statuses[status]  # type: ignore[index]  # a StrEnum's value is its key
        if frame.own and slots["said"] == slots["who"]:
            return frame.own.format(**slots)
        return (frame.said if frame.said and slots["said"] else frame.plain).format(**slots)

    def _claim(self, claim: Claim) -> str:
        if claim.event:
            return self._event(claim, claim.event)
        said = self.speakers(claim)
        if claim.control:
            area = (
                self.naming.place(where_of(claim.control.area))
                if claim.control.area
                else self.words.parts["somewhere"]
            )
            holder = claim.control.holder
            held = self.called(holder.text, holder.id) if holder else self.words.parts["nobody"]
            return self.words.held[claim.control.status].format(
                according=self.according(said), area=area, holder=held
            )
        return self._purpose(claim, said) if claim.purpose else self._composition(claim, said)

    def _event(self, claim: Claim, event: Event) -> str:
        places = [(place.role, where_of(place)) for place in event.places]
        rest = (
            self.where(places, moves=event.root in _MOVING)
            + self.when(event.occurred)
            + self.dead(event.fatalities)
        )
        doer = self.all_called(event.actors)
        past, base = self.act(
            event.root, event.mode, event.move, whom=self.all_called(event.recipients), by=doer, rest=rest
        )
        said = self.speakers(claim)
        feared = "feared" if claim.speech_act in _FEARING else "possible"
        return self.framed(
            claim.status,
            {
                "who": doer or self.words.parts["nobody"], "past": past, "base": base, "said": said,
                "according": self.according(said), "feared": self.words.parts[feared],
            },
        )  # fmt: skip

    def _purpose(self, claim: Claim, said: str) -> str:
        purpose = claim.purpose
        assert purpose is not None  # asked for claims of purposes only
        whose = self.called(purpose.by.text, purpose.by.id) if purpose.by else ""
        return self.words.purpose.format(
            of_whom=self.words.parts["of_whom"].format(who=whose) if whose else "", said_by=self.said_by(said),
            text=self.words.quoted(purpose.text),
        )  # fmt: skip

    def _composition(self, claim: Claim, said: str) -> str:
        made = claim.composition
        if made is None:
            return self.words.quoted(claim.text)
        return self.words.composition.format(
            of=self.words.quoted(made.of.text) if made.of else self.words.parts["force"], said_by=self.said_by(said),
            share=self.words.parts["share"].format(share=made.share) if made.share else "", made_of=self.all_called(made.made_of),
        )  # fmt: skip

    def according(self, said: str) -> str:
        """'according to X, ', or nothing."""
        return self.words.parts["according"].format(said=said) if said else ""

    def said_by(self, said: str) -> str:
        """' by X', or nothing."""
        return self.words.parts["said_by"].format(said=said) if said else ""


def wording(language: str = "en") -> Wording:
    """Sentences of a language; names as its packs know them."""
    return Wording(load_document_words(language), Naming(language))


def sentence(claim: Claim, language: str = "en") -> str:
    """The claim in words, without its citation."""
    return wording(language).claim(claim)


def named(words: str) -> str:
    """The words of a name as they stand inside an English sentence."""
    return wording("en").called(words)


def _pair(form: Form) -> tuple[str, str]:
    return (form, form) if isinstance(form, str) else form
