"""Listed names in a text: one automaton over every alias, and the choice among homonyms."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from typing import Literal

import ahocorasick

from hudna.knowledge.actor_packs import (
    ActorEntry,
    CountryNames,
    CountryWords,
    Outlet,
    load_actors,
    load_agents,
    load_countries,
    load_outlets,
)
from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.country_words import load_country_words
from hudna.knowledge.folding import keep_case, lowered
from hudna.knowledge.forms import load_forms
from hudna.knowledge.language import load_language
from hudna.knowledge.lemmas import known_word
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.knowledge.place_words import load_cues
from hudna.knowledge.place_words import load_names as load_names_of_people
from hudna.model.making import maker
from hudna.model.mention import ActorMention, SpeakerKind
from hudna.resolve.actors_beside import in_passing
from hudna.resolve.actors_spellings import LAST_LATIN, spellings
from hudna.resolve.actors_text import case_fits, is_acronym, is_compound_part, stands_alone

# Phrases of a report ("the army") come again; whole reports do not.
SHORT_TEXT, MANY_PHRASES = 200, 1 << 13
# PLOVER's codes for actors without a country; a report is never "about" them.
_NO_STATES = frozenset({"UNO", "IGO", "NGO", "EUR", "IMG", "MNC", None})
# So many letters behind a country's adjective say what it is said of.


MAKE_MENTION = maker(ActorMention)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an actor is, apart from where its words stand."""

    id: str | None
    name: str
    country: str | None
    sector: str | None
    kind: SpeakerKind
    anonymous: bool = False
    side: str | None = None
    local: bool = False  # of a state, yet not speaking for it: a mayor, a health ministry

    def at(self, start: int, end: int, text: str, rule: str) -> ActorMention:
        """This identity as a mention of these words."""
        return MAKE_MENTION(
            start,
            end,
            text,
            self.id,
            self.name,
            self.country,
            self.sector,
            self.kind,
            self.anonymous,
            self.side,
            rule,
        )


Role = Literal["actor", "name", "adjective", "people", "capital", "area", "ethnic", "bloc", "none"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One meaning of an alias: an actor, or a word for a country."""

    alias: str
    strong: bool
    entry: ActorEntry | None = None
    countries: tuple[str, ...] = ()
    role: Role = "actor"
    people: bool = False  # an adjective that also names the people: "pachistani"


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that some alias matches, with every meaning that fits their case."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    shared: bool = False  # a country's or town's word that also names somebody or somewhere else

    @property
    def country(self) -> Candidate | None:
        """The meaning as a word for a country or people."""
        return next((c for c in self.candidates if c.entry is None and c.role != "none"), None)

    @property
    def of_people(self) -> bool:
        """Whether it may name people: by its form alone, or by the capital that makes a noun of an adjective."""
        return (self.country is not None and self.country.people) or any(
            c.role == "people" for c in self.candidates
        )


@dataclass(slots=True)
class Setting:
    """What a report is about: its countries by weight, its words, its day."""

    countries: Counter[str] = field(default_factory=Counter)
    text: str = ""
    when: date | None = None
    _cues: dict[str, bool] = field(default_factory=dict)

    def has(self, cue: str) -> bool:
        """Whether the report holds these words anywhere."""
        if cue not in self._cues:
            self._cues[cue] = lowered(cue) in self.text
        return self._cues[cue]

    def main(self) -> str | None:
        """The country the report is about most."""
        return max(self.countries, key=lambda c: self.countries[c], default=None)

    def weight(self, entry: ActorEntry) -> int:
        """How much the report is about the actor's country or those it is reported from."""
        places = ((entry.country,) if entry.country else ()) + entry.around
        return max((self.countries[c] for c in places), default=0)


@lru_cache(maxsize=1 << 10)  # every phrase of a report is asked about beside the same countries
def _ranked(countries: tuple[str, ...]) -> Mapping[str, int]:
    """Countries that a report is known to be about, the first of them weighing most."""
    found: Counter[str] = Counter()
    for rank, code in enumerate(countries):
        found[code] += max(5 - rank, 1)
    return found


class Names:
    """Every alias of the packs in one automaton."""

    def __init__(self, theatres: tuple[str, ...], language: str) -> None:
        self.entries = {
            entry.id: entry for entry in (*load_actors(theatres), *map(_as_entry, load_outlets(theatres)))
        }
        # A language that nobody has written yet is read with the small words of English.
        known = load_agents(language) is not None
        self._phrases = load_phrase_words(language if known else "en")
        self._proclitics = load_language(language if known else "en").proclitics
        self.language, self._titled = language, known and load_language(language).titled_acronyms
        self.counting = load_casualty_words(language if known else "en")
        self._contracted = load_cues(language).contracted if known else {}
        self.countries = {country.code: country for country in load_countries().countries}
        words = load_country_words(language)
        self._shared = {word for country in words.countries.values() for word in country.shared}
        self._meanings: dict[str, list[Candidate]] = {}
        for entry in self.entries.values():
            self._add_entry(entry, language)
        self._add_countries(words)
        self._hits: dict[str, tuple[Hit, ...]] = {}
        self._automaton = ahocorasick.Automaton()
        for key in self._meanings:
            self._automaton.add_word(key, key)
        self._automaton.make_automaton()

    def _add(self, alias: str, candidate: Candidate) -> None:
        self._meanings.setdefault(lowered(alias), []).append(candidate)
        for prefix, article in self._contracted.items():
            # "للمؤسسة": a preposition and the article of the name are written as one.
            if alias.startswith(article) and candidate.entry is not None:
                contracted = prefix + alias.removeprefix(article)
                here = replace(candidate, alias=contracted)
                self._meanings.setdefault(lowered(contracted), []).append(here)

    def _add_entry(self, entry: ActorEntry, language: str) -> None:
        # A theatre's file may describe an actor in its name; only names without brackets occur in texts.
        own = () if any(mark in entry.name for mark in "(/;") else (entry.name,)
        # Names in a script of their own are no word of a Latin text, so they are looked for everywhere.
        foreign = [
            a for code, names in entry.names.items() for a in names if code == language or a[0] > LAST_LATIN
        ]
        strong = [a for a in (*own, *entry.aliases, *foreign) if a not in entry.local]
        endings = self._phrases.ordinal_endings
        for alias in spellings(strong, endings, person=entry.person):
            self._add(alias, Candidate(keep_case(alias), strong=True, entry=entry))
        for alias in spellings(entry.local, endings, person=entry.person):
            self._add(alias, Candidate(keep_case(alias), strong=False, entry=entry))

    def _add_countries(self, words: CountryWords) -> None:
        for code, country in words.countries.items():
            for role, listed in _words_for(country).items():
                for word in listed:
                    both = role == "adjective" and word in country.people
                    self._add(word, Candidate(word, strong=True, countries=(code,), role=role, people=both))
            for word in self._as_objects(country.adjectives):
                self._add(
                    word, Candidate(word, strong=True, countries=(code,), role="adjective", people=True)
                )
        for people, homes in words.peoples.items():
            self._add(people, Candidate(people, strong=True, countries=homes, role="ethnic"))
        for bloc, code in words.blocs.items():
            self._add(bloc, Candidate(bloc, strong=True, countries=(code,), role="bloc"))
        for phrase in words.not_countries:
            self._add(phrase, Candidate(phrase, strong=True, role="none"))

    def surnames(self, entry: ActorEntry) -> frozenset[str]:
        """The last words of a person's names of several words, as texts are compared."""
        names = (entry.name, *entry.aliases, *entry.names.get(self.language, ()))
        return frozenset(lowered(name).rsplit(" ", 1)[-1] for name in names if " " in name)

    def _as_objects(self, adjectives: Iterable[str]) -> list[str]:
        """ "22 فلسطينيا": an adjective with the ending of an object, where that is no country's name ("سوريا")."""
        if not self._contracted:
            return []
        words = load_forms(self.language)
        endings = [e for e in words.nouns.closed if len(e) == 1]
        forms = (w + end for w in adjectives for end in endings if w.endswith(words.adjectives.endings))
        return [form for form in forms if lowered(form) not in self._meanings]

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Every listed name in the text, the longest where several overlap, sorted by start."""
        if len(text) > SHORT_TEXT:
            return self._look(text)
        if text not in self._hits:
            if len(self._hits) >= MANY_PHRASES:
                self._hits.clear()
            self._hits[text] = self._look(text)
        return self._hits[text]

    def _look(self, text: str) -> tuple[Hit, ...]:
        folded, cased = lowered(text), keep_case(text)
        spans = []
        for last, key in self._automaton.iter(folded):
            start, end = last + 1 - len(key), last + 1
            if stands_alone(folded, start, end, self._proclitics):
                written = cased[start:end]
                titled = self._titled and self._is_no_word(key)
                # "Unità" is no "UNITA".
                marked = text[start:end] != written and not written.isupper()
                fitting = tuple(
                    c
                    for c in self._meanings[key]
                    if case_fits(c.alias, written, titled=titled) and not (marked and is_acronym(c.alias))
                )
                if fitting and not (key in self._phrases.shouted and _is_shouted(cased, start, end)):
                    spans.append(Hit(start, end, fitting, cased[start:end] in self._shared))
        return tuple(hit for hit in _longest(spans) if not self._is_given_name(hit, cased))

    def _is_no_word(self, key: str) -> bool:
        """Neither a word of the language nor a first name: "ira", "Jad" written so are no acronyms."""
        return key not in load_names_of_people().first and not known_word(key, self.language)

    def _is_given_name(self, hit: Hit, text: str) -> bool:
        """Whether a country's word begins a person's name: "Jordan Smith", "Aden Duale"."""
        after = text[hit.end + 1 : hit.end + 3]
        named = text[hit.end : hit.end + 1] == " " and after[:1].isupper() and after[1:2].islower()
        return named and hit.shared and all(c.entry is None for c in hit.candidates)

    def qualifies(self, text: str, hit: Hit) -> bool:
        """Whether the name only qualifies another word and names nobody: "Hamas-run"."""
        if self._phrases.say_where_made(text, hit.start, hit.end):
            return True  # "un drone de fabrication chinoise"
        return is_compound_part(text, hit.start, hit.end, self._phrases.prefixes)

    def setting(
        self, text: str, hits: Sequence[Hit], when: date | None, countries: tuple[str, ...]
    ) -> Setting:
        """The countries a text is about, by how often it names them or their actors."""
        setting = Setting(text=lowered(text), when=when)
        setting.countries.update(_ranked(countries))
        beside, small = self._phrases.beside_country, self._phrases.small_beside
        told = [h for h in hits if not (beside and in_passing(text, h.start, beside, small))]
        for hit in told:
            _count(hit, setting.countries)
        return setting

    def choose(self, hit: Hit, setting: Setting) -> ActorEntry | None:
        """The actor meant by the words, or None where the report gives no reason for any."""
        scored = []
        for candidate in hit.candidates:
            entry = candidate.entry
            if entry is None:
                continue
            cue = any(setting.has(c) for c in entry.cues)
            weight = setting.weight(entry)
            if candidate.strong or cue or weight:
                scored.append(((entry.holds(setting.when), cue, weight, candidate.strong), entry))
        if not scored:
            return None
        return max(scored, key=lambda pair: pair[0])[1]

    def spoken(self, identity: Identity, setting: Setting, armed: Iterable[str | None] = ()) -> Identity:
        """A government speaks as a party where the report is about its country or has named its forces."""
        national = identity.sector == "GOV" and identity.kind == "official" and not identity.local
        main = {setting.main(), *armed}
        return (
            replace(identity, kind="party")
            if national and identity.country and identity.country in main
            else identity
        )

    def identity(self, entry: ActorEntry, when: date | None) -> Identity:
        """The entry as it stood on that day."""
        plain = Identity(entry.id, entry.name, entry.country, entry.sector, entry.speaks, side=entry.side)
        office = next((o for o in entry.offices if o.holds(when)), None) if when else None
        return replace(plain, sector=office.sector, kind=office.kind) if office else plain


def _words_for(country: CountryNames) -> dict[Role, tuple[str, ...]]:
    return {
        "name": country.names,
        "adjective": country.adjectives,
        "people": tuple(p for p in country.people if p not in country.adjectives),
        "capital": country.capitals,
        "area": country.areas,
    }


def _as_entry(outlet: Outlet) -> ActorEntry:
    return ActorEntry(
        id=outlet.id, name=outlet.name, country=outlet.country, sector="JRN", speaks="media", side=outlet.side,
        aliases=outlet.aliases, local=outlet.local, names=outlet.names, around=outlet.around,
    )  # fmt: skip


def _longest(spans: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(spans, key=lambda h: (h.start, -h.end)):
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _count(hit: Hit, countries: Counter[str]) -> None:
    """Names and demonyms count twice, capitals once: "the Pretoria accord" is not about South Africa."""
    words = [c for c in hit.candidates if c.role in ("name", "adjective", "people")]
    capitals = [c for c in hit.candidates if c.role in ("capital", "area")]
    # Where an outlet sits says nothing of what it reports on.
    actors = [
        c.entry.country
        for c in hit.candidates
        if c.entry is not None and c.strong and c.entry.speaks != "media"
    ]
    actors = [code for code in actors if code not in _NO_STATES]
    if words:
        countries[words[0].countries[0]] += 2
    elif capitals:
        countries[capitals[0].countries[0]] += 1
    elif len(hit.candidates) == 1 and actors and actors[0]:
        countries[actors[0]] += 2


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too: "GUNMEN WHO FLED"."""
    before, after = (
        text[max(0, start - 40) : start].rsplit(None, 1)[-1:],
        text[end : end + 40].split(None, 1)[:1],
    )
    return any(len(word) > 2 and word.isupper() for word in (*before, *after))


@cache
def load_names(theatres: tuple[str, ...], language: str) -> Names:
    """The names of the world and of these theatres, for reports in one language."""
    return Names(theatres, language)
