"""Turns of Italian wires (and their English and French kin) that once made the wrong doer, a plan a deed, or lost who said it."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def read(text, language="it"):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Eco", language=language)]
    )
    return [c for c in found.claims if c.event is not None]


def claim(text, trigger, language="it"):
    return next(c for c in read(text, language) if c.event.trigger.text == trigger)


def called(people):
    return {one.id or one.text for one in people}


@pytest.mark.parametrize(
    ("text", "language", "trigger", "doer"),
    [
        ("Due uomini sono stati arrestati per aver ucciso dieci contadini.", "it", "ucciso", "Due uomini"),
        ("L'Onu ha condannato la milizia per aver bombardato un ospedale.", "it", "bombardato", "la milizia"),
        ("La police a arrêté deux hommes pour avoir tué un prêtre.", "fr", "tué", "deux hommes"),
        ("L'Onu a condamné l'armée malienne pour avoir bombardé un hôpital.", "fr", "bombardé", "mli-mil"),
        ("Police arrested two men for killing a priest in Goma.", "en", "killing", "two men"),
    ],
)
def test_whoever_is_called_to_account_did_it_and_not_who_calls_him(text, language, trigger, doer):
    told = claim(text, trigger, language)
    assert called(told.event.actors) == {doer}
    assert told.status in ("alleged", "reported")


def test_what_is_done_already_is_no_purpose():
    told = claim("Il governo è stato criticato per aver lanciato razzi su Goma.", "razzi")
    assert told.status == "alleged"
    aimed = read("L'esercito ha inviato droni per bombardare i ribelli a Goma.")
    assert all(c.status == "planned" for c in aimed if c.event.trigger.text == "bombardare")


def test_who_says_that_he_did_not_denies():
    told = claim("L'esercito malien ha detto che non ha ucciso civili a Kidal, in Mali.", "ucciso")
    assert told.status == "denied"


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("L'esercito maliano ha colpito un convoglio composto da tre camion, e ha sparato sui civili.", "sparato", "mli-mil"),
        ("Un drone russo si è avvicinato a una squadra impegnata in un recupero, e ha sganciato una granata.", "sganciato", "rus-mil"),
        ("I ribelli hanno raggiunto una casa abitata da pastori e hanno rapito sei persone.", "rapito", "I ribelli"),
    ],
)  # fmt: skip
def test_who_is_only_described_does_not_go_on_acting(text, trigger, doer):
    assert called(claim(text, trigger).event.actors) == {doer}


def test_who_fled_killed_nobody():
    told = read(
        "I soldati maliani hanno sparato sui profughi che cercavano di tornare a Kidal, uccidendone dodici."
    )
    killers = [called(c.event.actors) for c in told if c.event.fatalities.best == 12]
    assert killers == [{"mli-mil"}]


@pytest.mark.parametrize(
    "text",
    [
        "Due giorni dopo, i ribelli hanno attaccato il villaggio.",
        "Pochi istanti dopo, i ribelli hanno attaccato il villaggio.",
        "Un'ora dopo, i ribelli hanno attaccato il villaggio.",
    ],
)
def test_who_acts_so_long_after(text):
    assert called(claim(text, "attaccato").event.actors) == {"i ribelli"}


def test_after_a_deed_is_no_day():
    told = claim("Due giorni dopo l'attacco, i ribelli hanno rapito due maestre.", "rapito")
    assert called(told.event.actors) == {"i ribelli"}


def test_a_day_of_the_month_is_nobody():
    told = read("Tra il 12 e il 13 marzo è scaduta la tregua tra il Mali e i ribelli.")
    assert told
    assert not any(a.text == "il 12" for c in told for a in (*c.event.actors, *c.speakers))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il governo sostiene di aver sparato colpi in aria a Kidal.", "it"),
        ("Il governo sostiene da anni che la missione ha fallito a Kidal.", "it"),
        ("Le gouvernement soutient avoir tiré en l'air à Kidal.", "fr"),
    ],
)
def test_who_maintains_something_backs_and_accuses_nobody(text, language):
    assert not [c for c in read(text, language) if c.event.root in ("SUPPORT", "AID", "ACCUSE")]


def test_who_backs_a_mission_backs_it():
    assert claim("L'Unione africana sostiene il piano di pace.", "sostiene").event.root == "SUPPORT"


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("L'esercito continuerà a bombardare i ribelli.", "it", "bombardare"),
        ("The army will continue to shell the rebels.", "en", "shell"),
        ("L'armée continuera de bombarder les rebelles.", "fr", "bombarder"),
    ],
)
def test_what_will_go_on_is_to_come(text, language, trigger):
    assert claim(text, trigger, language).status == "planned"


def test_what_went_on_is_done():
    assert claim("I ribelli hanno continuato a bombardare Kidal.", "bombardare").status == "actual"
    assert claim("The rebels continued shelling Kidal.", "shelling", "en").status == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "Dodici civili sono stati uccisi a Kidal mentre cercavano di fuggire, secondo il sindaco.",
        "I ribelli hanno ucciso dodici civili che portavano aiuti a Kidal, secondo il sindaco.",
    ],
)
def test_behind_a_comma_the_source_tells_all_of_it(text):
    told = next(c for c in read(text) if c.event.fatalities.best == 12)
    assert told.status == "reported"
    assert len(told.speakers) == 1


def test_a_state_beyond_a_border_suffers_nothing():
    told = claim(
        "I soldati maliani hanno lanciato attacchi sulle colline, vicino al confine con il Niger.", "attacchi"
    )
    assert told.event.recipients == ()


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("The Israeli army said that its foes fled and the air force struck two trucks near Tyre in Lebanon.", "en", "struck"),
        ("Le forze armate israeliane sono in Libano. Poi l'aeronautica ha compiuto un attacco contro due camion a Tiro.", "it", "attacco"),
    ],
)  # fmt: skip
def test_an_air_force_is_that_of_the_army_just_named(text, language, trigger):
    assert called(claim(text, trigger, language).event.actors) == {"isr-mil"}


def test_whom_a_minister_orders_is_his_own_army():
    told = read(
        "Il ministro della Difesa israeliano ha ordinato all'esercito di impedire i rientri in Libano."
    )
    assert all("lbn-mil" not in called(c.event.actors) for c in told)


def test_the_army_of_a_country_is_still_its_own():
    told = claim(
        "I soldati israeliani sono in Libano. L'esercito libanese ha attaccato i ribelli a Tiro.", "attaccato"
    )
    assert called(told.event.actors) == {"lbn-mil"}


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("Hezbollah ha confermato la morte del suo comandante, Karim Dorvel. Dorvel è stato ucciso a Tiro.", "it", "ucciso"),
        ("Il generale Karim Dorvel è arrivato a Tiro, in Libano. Dorvel è stato ucciso in un agguato.", "it", "agguato"),
    ],
)  # fmt: skip
def test_a_surname_is_whoever_was_named_in_full(text, language, trigger):
    told = claim(text, trigger, language)
    assert [r.text for r in told.event.recipients] == ["Dorvel"]


def test_a_surname_never_told_before_is_nobody():
    assert not [r for c in read("Dorvel è stato ucciso a Tiro.") for r in c.event.recipients]


def test_enemies_who_die_in_an_operation_die_by_it():
    told = claim(
        "Due ribelli sono stati uccisi durante un'operazione condotta dall'esercito maliano a Kidal.",
        "uccisi",
    )
    assert called(told.event.actors) == {"mli-mil"}
    own = claim(
        "Due soldati sono stati uccisi durante un'operazione condotta dall'esercito maliano a Kidal.",
        "uccisi",
    )
    assert own.event.actors == ()


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "dead"),
    [
        ("Tredici morti in un raid israeliano a Tiro, in Libano.", "raid", {"isr-mil"}, 13),
        ("Un morto e due feriti in un attacco israeliano a Tiro, in Libano.", "attacco", {"isr-mil"}, 1),
        ("Il ministero ha riferito di 13 morti in un attacco israeliano a Tiro, in Libano.", "attacco", {"isr-mil"}, 13),
        ("L'esplosione ha provocato un morto e due feriti a Goma.", "esplosione", set(), 1),
    ],
)  # fmt: skip
def test_the_dead_are_told_with_what_killed_them(text, trigger, doer, dead):
    told = [c for c in read(text) if c.event.root == "ASSAULT"]
    assert [c.event.trigger.text for c in told] == [trigger]
    assert called(told[0].event.actors) == doer
    assert told[0].event.fatalities.best == dead


def test_no_dead_in_a_raid_denies_no_raid():
    told = claim("Nessun morto nel raid israeliano a Tiro, in Libano.", "raid")
    assert told.status == "actual"
    assert told.event.fatalities is None or not told.event.fatalities.best


def places(text, trigger):
    return [p.name for p in claim(text, trigger).event.places]


def test_who_rules_from_a_town_acts_and_nothing_happens_there():
    told = (
        "Tel Aviv ha violato l'accordo in Libano. Il ministro ha denunciato un raid aereo contro una scuola."
    )
    assert "Tel Aviv" not in places(told, "raid")


def test_the_strip_is_that_of_gaza():
    told = "Israele ha colpito Beirut, in Libano. Intanto la tregua vacilla dopo un raid in diverse aree della Striscia."
    assert places(told, "raid") == ["Gaza Strip"]


def test_the_end_of_a_longer_name_is_no_town_elsewhere():
    told = "Un drone ha colpito un'auto a Dorvel al-Sharqiya, nel sud del Libano."
    assert "Al Sharqia" not in places(told, "colpito")
    assert places("Un raid ha colpito Deir al-Balah.", "raid") == ["Deir al-Balah"]


@pytest.mark.parametrize(
    "text",
    [
        "Dodici civili sono stati uccisi sotto il fuoco israeliano a Tiro, in Libano.",
        "Almeno sei persone sono morte sotto le bombe israeliane a Tiro, in Libano.",
    ],
)
def test_under_whose_fire_they_died(text):
    assert [called(c.event.actors) for c in read(text)] == [{"isr-mil"}]


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("Sembra che i ribelli abbiano attaccato Goma.", "it", "attaccato"),
        ("It seems that the rebels attacked Goma.", "en", "attacked"),
        ("The rebels appear to have attacked Goma.", "en", "attacked"),
        ("Il semble que les rebelles aient attaqué Goma.", "fr", "attaqué"),
    ],
)
def test_what_only_seems_so_is_alleged(text, language, trigger):
    assert claim(text, trigger, language).status == "alleged"


def test_whoever_accuses_goes_on_telling():
    told = claim(
        "La missione ha accusato l'esercito maliano di aver colpito Kidal, aggiungendo che due soldati sono stati feriti.",
        "feriti",
    )
    assert [s.text for s in told.speakers] == ["La missione"]


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("L'esercito maliano aveva bombardato il mercato nel maggio 2019, dichiarando di aver bersagliato la Brigata Dorvel.", "it", "bersagliato"),
        ("Israel had hit the camp in October 2019, saying it had targeted the Dorvel Brigade.", "en", "targeted"),
    ],
)  # fmt: skip
def test_what_is_said_of_an_old_deed_is_as_old(text, language, trigger):
    assert claim(text, trigger, language).status == "historical"


@pytest.mark.parametrize(
    "text",
    [
        "L'esercito ha fatto poco per impedire gli attacchi a Goma.",
        "La forza ha fallito, facendo ben poco per impedire i rientri a Goma.",
    ],
)
def test_who_did_little_to_hinder_hindered_nothing(text):
    assert all(c.status == "denied" for c in read(text) if c.event.trigger.text == "impedire")
