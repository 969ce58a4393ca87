"""What a stream of Italian reports showed: who goes on behind a comma, whose weapons they are, what is no talk and no arrest."""

from datetime import date
from functools import cache

import pytest

from hudna.model.claim import Claim, Root
from hudna.model.report import Report
from hudna.pipeline import code_reports


@cache
def events(text: str) -> tuple[Claim, ...]:
    report = Report(id="i-1", text=text, published=date(2031, 3, 12), source="Agenzia", language="it")
    (coded,) = code_reports([report])
    return tuple(c for c in coded.claims if c.event is not None)


def actors(text: str, root: Root = Root.ASSAULT) -> set[str]:
    return {a.text for c in events(text) if c.event.root is root for a in c.event.actors}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("L'esercito maliano ha bombardato la moschea di Gao, che accoglie decine di sfollati, uccidendo nove civili.",
         {"L'esercito maliano"}),
        ("I soldati hanno colpito il mercato di Gao, che si trova sul fiume, ferendo dodici donne.", {"I soldati"}),
        ("I ribelli hanno attaccato il convoglio che porta il grano, uccidendo due autisti.", {"I ribelli"}),
    ],
)  # fmt: skip
def test_who_attacked_goes_on_behind_what_the_place_is(text, who):
    assert actors(text) == who


def test_what_somebody_described_did_stays_his():
    text = "L'esercito ha fermato i ribelli che hanno attaccato Gao, uccidendo due autisti."
    assert "i ribelli" in actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il sindaco ha detto che le schegge hanno colpito una casa, aggiungendo che tre donne sono rimaste ferite.",
        "Il governatore ha riferito che i droni hanno colpito il porto, precisando che due marinai sono morti.",
        "La portavoce ha spiegato che un razzo ha centrato la scuola, sottolineando che un alunno è rimasto ucciso.",
    ],
)
def test_who_told_goes_on_telling(text):
    speakers = {
        s.text for c in events(text) if c.event.injuries.low or c.event.fatalities.low for s in c.speakers
    }
    assert speakers
    assert speakers <= {"Il sindaco", "Il governatore", "La portavoce"}


@pytest.mark.parametrize(
    "text",
    [
        "Due pastori sono stati feriti da raffiche di mitragliatrice dei ribelli a Gao.",
        "Il mercato è stato colpito da colpi di mortaio dei ribelli a Gao.",
        "Tre donne sono state uccise da colpi di artiglieria dei ribelli a Gao.",
    ],
)
def test_whose_weapon_it_is_acts(text):
    assert any(a.sector == "REB" for c in events(text) for a in c.event.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Un pastore è stato picchiato a morte dai miliziani a Gao.",
        "Due guardie sono state colpite a morte dai miliziani a Gao.",
        "Un anziano è stato bastonato a morte dai miliziani a Gao.",
    ],
)
def test_whoever_beats_to_death_acts_and_has_killed(text):
    (event,) = (c.event for c in events(text) if c.event.root is Root.ASSAULT)
    assert event.fatalities.low
    assert {a.text for a in event.actors} == {"miliziani"}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("I soldati hanno trovato tre uomini a Gao. Secondo l'esercito si tratta di ribelli.", Root.CONSULT),
        ("Non si fermano i combattimenti tra esercito e ribelli a Gao.", Root.COERCE),
        ("Le squadre di soccorso sono riuscite a entrare nel campo profughi di Gao.", Root.ASSAULT),
        ("I corpi di sette migranti sono stati recuperati al largo della costa di Zawiya.", Root.ASSAULT),
        ("Il governo ospita centinaia di profughi a Gao.", Root.CONSULT),
    ],
)
def test_what_only_looks_like_it_is_none(text, root):
    assert all(c.event.root is not root for c in events(text))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("L'esercito dialoga con i ribelli a Gao.", Root.CONSULT),
        ("La polizia ha fermato tre ribelli a Gao.", Root.COERCE),
        ("Il governo ha ricevuto i capi dei ribelli a Gao.", Root.CONSULT),
    ],
)
def test_what_is_still_told(text, root):
    assert any(c.event.root is root for c in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "Sospetti jihadisti hanno attaccato un villaggio a Gao.",
        "Sospetti islamisti hanno assalito la caserma di Gao.",
    ],
)
def test_suspects_are_what_they_are_suspected_of(text):
    assert {a.sector for c in events(text) for a in c.event.actors} == {"REB"}


def test_units_are_no_party_of_angola():
    text = "Unità vicine al governo hanno arrestato il comandante a Tripoli."
    assert all(a.id != "unita" for c in events(text) for a in c.event.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Localmente si riferisce che i ribelli hanno preso Gao.",
        "Telefonicamente si apprende che i ribelli hanno preso Gao.",
        "Regolarmente si racconta che i ribelli attaccano Gao.",
    ],
)
def test_an_adverb_tells_nothing(text):
    assert not [s.text for c in events(text) for s in c.speakers]


def test_a_people_that_throws_stones_is_no_army():
    text = "Secondo l'esercito israeliano, palestinesi hanno tirato sassi ad alcuni coloni presso Nablus."
    (event,) = (c.event for c in events(text) if c.event.root is Root.PROTEST)
    assert {(a.id, a.sector) for a in event.actors} == {(None, "CVL")}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Un drone ha colpito un deposito a Sochi. La Russia ha lanciato 61 droni contro l'Ucraina.", set()),
        (
            "Un drone ha colpito un deposito a Odessa. La Russia ha lanciato 61 droni contro l'Ucraina.",
            {"Odessa"},
        ),
    ],
)
def test_no_state_strikes_another_one_on_its_own_ground(text, places):
    (event,) = (c.event for c in events(text) if any(a.id == "rus-mil" for a in c.event.actors))
    assert {p.text for p in event.places} == places


@pytest.mark.parametrize(
    "text",
    [
        "I soldati hanno distrutto le armi dei miliziani a Gao.",
        "L'esercito ha trovato e distrutto le armi dei ribelli a Gao.",
    ],
)
def test_who_destroys_the_arms_of_others_lays_down_none(text):
    assert all(c.event.root is not Root.RETREAT for c in events(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("I coloni hanno incendiato due auto vicino a Nablus.", {"israeli-settlers"}),
        ("Decine di coloni hanno attaccato una famiglia vicino a Hebron.", {"israeli-settlers"}),
        ("In Brasile i coloni hanno bruciato un accampamento indigeno.", {None}),
    ],
)
def test_settlers_are_israeli_where_israelis_settle(text, who):
    assert {a.id for c in events(text) for a in c.event.actors} == who


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Bombe plananti hanno colpito Sumy: tre civili sono morti.", 3),
        ("A Gao un convoglio dei soldati è saltato su una mina: undici militari hanno perso la vita.", 11),
        ("I ribelli hanno attaccato la base di Gao: dodici soldati sono stati uccisi.", 12),
    ],
)
def test_who_died_behind_a_colon_died_of_the_deed(text, killed):
    (event,) = (c.event for c in events(text))
    assert event.fatalities.best == killed


@pytest.mark.parametrize(
    "text",
    [
        "I ribelli hanno attaccato la base di Gao: dodici soldati sono stati uccisi lunedì a Kidal.",
        "I ribelli hanno attaccato la base di Gao: l'esercito ha ucciso dodici miliziani.",
    ],
)
def test_what_has_a_place_or_a_doer_of_its_own_is_told_apart(text):
    assert len(events(text)) == 2


@pytest.mark.parametrize(
    ("text", "killed", "hurt", "speakers"),
    [
        ("I ribelli hanno attaccato Gao. Nove i morti, secondo la parrocchia.", 9, None, {"la parrocchia"}),
        ("Un drone ha colpito il mercato di Gao. Sette i morti e dodici i feriti.", 7, 12, set()),
        (
            "I ribelli hanno assalito Gao all'alba. Due morti e tre feriti, stando al sindaco.",
            2,
            3,
            {"sindaco"},
        ),
    ],
)
def test_a_sentence_without_a_verb_counts_the_dead(text, killed, hurt, speakers):
    toll = events(text)[-1]
    assert (toll.event.fatalities.best, toll.event.injuries.best) == (killed, hurt)
    assert {s.text for s in toll.speakers} == speakers


def test_the_dead_of_no_attack_are_counted_for_none():
    assert not events("Nevica da giorni a Gao. Nove i morti, secondo la parrocchia.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Il partito sciita filo-iraniano Hezbollah ha attaccato una base a Nabatieh.", "hezbollah"),
        ("Il gruppo armato filoruandese M23 ha attaccato una caserma a Goma.", "m23"),
        ("Il movimento filo-iraniano Hezbollah ha colpito un posto di guardia a Naqura.", "hezbollah"),
    ],
)
def test_whom_a_group_leans_to_is_not_who_it_is(text, who):
    assert {a.id for c in events(text) for a in c.event.actors} == {who}


@pytest.mark.parametrize(
    "text",
    [
        "Un attacco aereo su Murzuq ha fatto almeno 14 vittime e 22 feriti.",
        "Un'esplosione a Gao ha fatto nove morti e dodici feriti.",
        "Un raid dell'esercito a Gao ha fatto tre morti.",
    ],
)
def test_what_an_attack_made_is_no_second_event(text):
    (event,) = (c.event for c in events(text))
    assert event.fatalities.low in (3, 9, 14)


@pytest.mark.parametrize(
    "text",
    [
        "La città di Gao resta assediata dai ribelli.",
        "Il porto di Zawiya rimane bloccato dai miliziani.",
        "Tre giornalisti restano detenuti dalla polizia a Gao.",
    ],
)
def test_how_things_stand_is_no_deed_of_the_day(text):
    assert {(c.status.value, c.counts) for c in events(text)} == {("state", False)}


@pytest.mark.parametrize(
    "text",
    [
        "Due soldati sono rimasti uccisi a Gao in un attacco dei ribelli.",
        "Due soldati restano feriti a Gao in un attacco dei ribelli.",
        "Il valico di Gao è stato bloccato dai ribelli.",
        "Il valico di Gao è rimasto bloccato dai ribelli per due ore.",
    ],
)
def test_what_befell_somebody_is_a_deed(text):
    assert {c.status.value for c in events(text)} == {"actual"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Droni russi hanno colpito Sumy.", "rus-mil"),
        ("Tre pastori sono stati uccisi in due raid condotti da droni israeliani a Tiro.", "isr-mil"),
        ("Caccia israeliani hanno bombardato una casa a Tiro.", "isr-mil"),
    ],
)
def test_the_weapons_of_a_people_are_its_army_s(text, who):
    assert {a.id for c in events(text) for a in c.event.actors} == {who}
