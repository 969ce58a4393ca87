"""Coded reports made up for timing the linking: a made-up world's wars as forty outlets tell of them.

Templates, not corpora: nothing here is real, and nothing here is a measure of quality. What is
realistic is how news repeats itself: most incidents have one report or two and a few have a
hundred, a third of all reports are verbatim copies, others are cut or translated, and reports
mention what happened days before. The same seed gives the same stream, in order of publication.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush
from typing import Any

from hudna.knowledge.actor_packs import ActorEntry, Outlet
from hudna.knowledge.affiliations import Affiliations, affiliations
from hudna.knowledge.theatres import Theatre
from hudna.model.claim import Actor, Claim, Count, Event, Occurred, Place, Root, Speaker
from hudna.model.coded import Coded
from hudna.model.record import Span
from hudna.model.report import Report

FIRST_DAY = date(2021, 1, 1)
COUNTRIES, TOWNS, OUTLETS = 12, 40, 40
# Incidents a day in all countries together; with four reports each, as many as a large monitoring project reads.
INCIDENTS = 90
LANGUAGES = ("en", "en", "en", "fr", "it", "ar")
KINDS = (
    ("ASSAULT", "heavy-weapons", None), ("ASSAULT", "firearms", None), ("ASSAULT", "aerial", None),
    ("MOBILIZE", "troops", "deploy"), ("COERCE", "seize", None), ("RETREAT", "withdraw", None), ("PROTEST", "demo", None),
)  # fmt: skip
OFTEN = (30, 22, 16, 12, 8, 6, 6)
# What one sentence of each kind says, in each language: doer, sufferer, town, figure.
SENTENCES: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (("{a} shelled {b} in {t}, leaving {n} dead", "rockets fired by {a} fell on {t} and killed {n} of {b}"),
           ("{a} clashed with {b} in {t} and {n} people died", "gunfire between {a} and {b} shook {t}, with {n} killed"),
           ("aircraft of {a} struck {b} near {t}, killing {n}", "an air strike by {a} hit {t} and killed {n}"),
           ("{a} sent {n} vehicles to {t}", "a column of {a} with {n} vehicles reached {t}"),
           ("{a} seized the post of {b} at {t}", "{a} took over the depot of {b} in {t}"),
           ("{a} withdrew from {t} with {n} vehicles", "the pullout of {a} from {t} took {n} hours"),
           ("{n} hundred people marched in {t} against {a}", "a protest against {a} drew {n} hundred people in {t}")),
    "fr": (("{a} a bombardé {b} à {t}, faisant {n} morts", "des roquettes tirées par {a} sont tombées sur {t}, tuant {n} personnes"),
           ("{a} a affronté {b} à {t}, {n} personnes sont mortes", "des tirs entre {a} et {b} ont secoué {t}, {n} tués"),
           ("l'aviation de {a} a frappé {b} près de {t}, {n} morts", "un raid aérien de {a} a touché {t} et tué {n} personnes"),
           ("{a} a envoyé {n} véhicules à {t}", "une colonne de {a} forte de {n} véhicules a atteint {t}"),
           ("{a} s'est emparé du poste de {b} à {t}", "{a} a pris le dépôt de {b} à {t}"),
           ("{a} s'est retiré de {t} avec {n} véhicules", "le retrait de {a} de {t} a duré {n} heures"),
           ("{n} centaines de personnes ont défilé à {t} contre {a}", "une manifestation contre {a} a réuni {n} centaines de gens à {t}")),
    "it": (("{a} ha bombardato {b} a {t}, {n} morti", "razzi lanciati da {a} sono caduti su {t} uccidendo {n} persone"),
           ("{a} si è scontrato con {b} a {t}, {n} morti", "spari tra {a} e {b} a {t}, {n} uccisi"),
           ("aerei di {a} hanno colpito {b} vicino a {t}, {n} morti", "un raid aereo di {a} ha colpito {t} e ucciso {n} persone"),
           ("{a} ha inviato {n} veicoli a {t}", "una colonna di {a} con {n} veicoli ha raggiunto {t}"),
           ("{a} ha occupato il posto di {b} a {t}", "{a} ha preso il deposito di {b} a {t}"),
           ("{a} si è ritirato da {t} con {n} veicoli", "il ritiro di {a} da {t} è durato {n} ore"),
           ("{n} centinaia di persone hanno marciato a {t} contro {a}", "una protesta contro {a} ha radunato {n} centinaia di persone a {t}")),
    "ar": (("قصفت {a} {b} في {t} وقتلت {n}", "سقطت صواريخ {a} على {t} وقتلت {n} من {b}"),
           ("اشتبكت {a} مع {b} في {t} وقتل {n}", "هز إطلاق النار بين {a} و{b} {t} وقتل {n}"),
           ("أغارت طائرات {a} على {b} قرب {t} وقتلت {n}", "أصابت غارة جوية شنتها {a} {t} وقتلت {n}"),
           ("أرسلت {a} {n} آلية إلى {t}", "وصل رتل من {a} يضم {n} آلية إلى {t}"),
           ("استولت {a} على موقع {b} في {t}", "سيطرت {a} على مستودع {b} في {t}"),
           ("انسحبت {a} من {t} مع {n} آلية", "استغرق انسحاب {a} من {t} {n} ساعات"),
           ("تظاهر {n} مئة شخص في {t} ضد {a}", "جمعت مظاهرة ضد {a} {n} مئة شخص في {t}")),
}  # fmt: skip
SYLLABLES = ("ba", "ko", "ne", "ri", "su", "ta", "lo", "mi", "dar", "gel", "hun", "jas", "kor", "lim", "mer", "nos", "pel", "ras", "tov", "zan")  # fmt: skip


@dataclass(frozen=True)
class Happening:
    """What happened."""

    country: int
    town: int
    kind: int
    day: date
    doer: str
    other: str
    figure: int


@dataclass(frozen=True)
class Sentence:
    """One claim before it stands in a report."""

    text: str
    of: Happening
    day: date | None
    wide: bool
    doer: str | None
    mode: bool
    figure: int
    speaker: str | None


def word(chance: random.Random) -> str:
    """A made-up word."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


class World:
    """Countries with towns and forces, and the outlets that tell of them."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.towns = [[self._town(country) for _ in range(TOWNS)] for country in range(COUNTRIES)]
        self.forces = [self._forces(country) for country in range(COUNTRIES)]
        self.outlets = [
            Outlet(id=f"outlet-{n}", name=f"{word(self.chance).title()} Post {n}", country=None, family=f"family-{n // 2}", reliability="C")
            for n in range(OUTLETS)
        ]  # fmt: skip
        self.known: Affiliations = affiliations(
            (entry for forces in self.forces for entry in forces), self.outlets,
            [Theatre(id=f"war-{n}", name=f"War {n}", countries=(self.code(n),)) for n in range(COUNTRIES)],
        )  # fmt: skip

    @staticmethod
    def code(country: int) -> str:
        """A made-up country's code."""
        return f"X{chr(65 + country)}{chr(65 + country)}"

    def _town(self, country: int) -> tuple[str, float, float]:
        lat, lon = -20 + 5 * country + 4 * self.chance.random(), 10 + 5 * country + 4 * self.chance.random()
        return word(self.chance).title(), round(lat, 3), round(lon, 3)

    def _forces(self, country: int) -> list[ActorEntry]:
        code = self.code(country)
        return [
            ActorEntry(id=f"{code.lower()}-{name}", name=f"the {name} of {code}", country=code, sector=sector, side=side, reliability="D")
            for name, sector, side in (("army", "MIL", "state"), ("police", "COP", "state"), ("front", "REB", "rebels"),
                                       ("league", "PRM", "league"), ("guard", "MIL", "state"))
        ]  # fmt: skip

    def reports(self, claims: int) -> Iterator[Coded]:
        """Reports in order of publication until they hold so many claims."""
        waiting: list[tuple[date, int, Coded]] = []
        recent: list[Happening] = []
        number = made = 0
        day = FIRST_DAY
        while True:
            fresh = [self._happening(day) for _ in range(INCIDENTS)]
            for one in fresh:
                for coded in self._told(one, recent, number):
                    number += 1
                    heappush(waiting, (coded.report.published or day, number, coded))
            recent = [one for one in recent if (day - one.day).days < 10] + fresh
            while waiting and waiting[0][0] <= day:
                coded = heappop(waiting)[2]
                yield coded
                made += len(coded.claims)
                if made >= claims:
                    return
            day += timedelta(days=1)

    def _happening(self, day: date) -> Happening:
        chance = self.chance
        # Wars differ in size, and a war's towns in how often they are fought over.
        country = min(int(chance.expovariate(0.3)), COUNTRIES - 1)
        town = min(int(chance.expovariate(0.1)), TOWNS - 1)
        doer, other = chance.sample(self.forces[country], 2)
        kind = chance.choices(range(len(KINDS)), OFTEN)[0]
        return Happening(country, town, kind, day, doer.id, other.id, chance.randint(1, 40))

    def _told(self, one: Happening, recent: list[Happening], number: int) -> Iterator[Coded]:
        """The reports of one happening: some copied, some cut, the others in their own words."""
        chance = self.chance
        first: list[tuple[str, list[Sentence], str]] = []  # language, sentences, the rest of the text
        for copy in range(min(100, int(chance.paretovariate(1.3)))):
            outlet = chance.choice(self.outlets)
            published = one.day + timedelta(days=min(6, int(chance.expovariate(0.9))))
            luck = chance.random()
            if first and luck < 0.35:
                language, sentences, rest = chance.choice(first)
            elif first and luck < 0.5:
                language, sentences, rest = chance.choice(first)
                rest = rest[: len(rest) // 2]
            else:
                language = chance.choice(LANGUAGES)
                near = [
                    past for past in chance.sample(recent, min(3, len(recent))) if past.country == one.country
                ]
                about = [one, *([one] if chance.random() < 0.4 else []), *near]
                sentences = [self._sentence(past, language, published) for past in about]
                rest = " ".join(word(chance) for _ in range(chance.randint(60, 200)))
                first.append((language, sentences, rest))
            yield self._report(f"r{number + copy}", outlet.name, published, language, sentences, rest)

    def _sentence(self, one: Happening, language: str, published: date) -> Sentence:
        chance = self.chance
        figure = one.figure if chance.random() < 0.7 else max(1, one.figure + chance.randint(-3, 3))
        names = {entry.id: entry.name for entry in self.forces[one.country]}
        text = chance.choice(SENTENCES[language][one.kind]).format(
            a=names[one.doer], b=names[one.other], t=self.towns[one.country][one.town][0], n=figure
        )
        old = (published - one.day).days > 3
        return Sentence(
            text, one, None if chance.random() < (0.4 if old else 0.15) else one.day, chance.random() < 0.12,
            None if chance.random() < 0.2 else one.doer, chance.random() < 0.75, figure,
            chance.choice(("residents", "a ministry", one.doer, None, None)),
        )  # fmt: skip

    def _report(
        self, name: str, source: str, published: date, language: str, sentences: list[Sentence], rest: str
    ) -> Coded:
        text, claims = "", []
        for sentence in sentences:
            claims.append(self._claim(f"{name}-{len(claims)}", name, language, sentence, len(text)))
            text += f"{sentence.text}. "
        report = Report(id=name, text=text + rest, published=published, source=source, language=language)
        return Coded(report, tuple(claims))

    def _claim(self, name: str, report: str, language: str, one: Sentence, start: int) -> Claim:
        span: dict[str, Any] = {"text": one.text, "start": start, "end": start + len(one.text)}
        root, mode, move = KINDS[one.of.kind]
        event = Event(
            root=Root(root), mode=mode if one.mode else None, move=move, trigger=Span(**span),
            actors=self._who(one.doer, span), recipients=self._who(one.of.other, span) if root == "ASSAULT" else (),
            places=(self._place(one, span),), fatalities=self._dead(root, one.figure),
            occurred=Occurred(earliest=one.day, latest=one.day, precision="day", basis="stated") if one.day else None,
        )  # fmt: skip
        return Claim(
            id=name, report=report, language=language, **span, speakers=_speakers(one.speaker, span),
            speech_act="report", status="reported" if one.speaker else "actual", content="event", event=event,
            counts=True, rule="made up",
        )  # fmt: skip

    def _who(self, actor: str | None, span: dict[str, Any]) -> tuple[Actor, ...]:
        if actor is None:
            return ()
        entry = self.known.actors[actor]
        return (
            Actor(**{**span, "text": entry.name}, id=entry.id, country=entry.country, sector=entry.sector),
        )

    def _place(self, one: Sentence, span: dict[str, Any]) -> Place:
        name, lat, lon = self.towns[one.of.country][one.of.town]
        code = self.code(one.of.country)
        if one.wide:
            return Place(**{**span, "text": "the north"}, name=f"the north of {code}", lat=lat, lon=lon, radius_km=120.0, precision="region", country=code)  # fmt: skip
        return Place(**{**span, "text": name}, id=f"{code}-{one.of.town}", name=name, lat=lat, lon=lon, radius_km=8.0, precision="town", country=code)  # fmt: skip

    @staticmethod
    def _dead(root: str, figure: int) -> Count:
        return Count(low=figure, best=figure) if root == "ASSAULT" else Count()


def _speakers(name: str | None, span: dict[str, Any]) -> tuple[Speaker, ...]:
    if name is None:
        return ()
    if name == "residents":
        return (Speaker(**{**span, "text": name}, kind="anonymous", anonymous=True),)
    listed = "-" in name
    return (
        Speaker(
            **{**span, "text": name}, actor=name if listed else None, kind="party" if listed else "official"
        ),
    )
