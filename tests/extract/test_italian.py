"""What Italian reports say in their own way: who acts, where, when, and how many died."""

from datetime import date
from functools import cache

import pytest

from hudna.model.claim import Claim
from hudna.model.report import Report
from hudna.pipeline import code_reports

# A Monday.
PUBLISHED = date(2025, 6, 30)


@cache
def coded(text: str) -> tuple[Claim, ...]:
    """The events of an Italian report."""
    report = Report(id="it-1", text=text, published=PUBLISHED, source="Eco", language="it")
    (found,) = code_reports([report])
    return tuple(c for c in found.claims if c.event is not None)


def told(text: str, trigger: str) -> Claim:
    """The one event with this trigger word."""
    found = [c for c in coded(text) if c.event.trigger.text == trigger]
    assert len(found) == 1, [c.event.trigger.text for c in coded(text)]
    return found[0]


def who(claim: Claim) -> list[str | None]:
    """The ids of who acts."""
    return [a.id for a in claim.event.actors]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Il Gruppo di sostegno all'Islam e ai musulmani ha attaccato Djibo.", "attaccato", ["jnim"]),
        ("I ribelli del Movimento 23 marzo hanno attaccato Sake.", "attaccato", ["m23"]),
        ("Le Forze democratiche alleate hanno ucciso sei contadini a Beni.", "ucciso", ["adf"]),
        ("Miliziani dello Stato islamico in Africa occidentale hanno ucciso un agente a Diffa.", "ucciso", ["iswap"]),
        ("Militanti di Boko Haram hanno ucciso tre pastori a Maiduguri.", "ucciso", ["boko-haram"]),
        ("L'Esercito bianco ha attaccato Nasir, in Sud Sudan.", "attaccato", ["white-army"]),
        ("Combattimenti sono scoppiati a Goma tra l'M23 e l'esercito congolese.", "Combattimenti", ["m23", "cod-mil"]),
        ("Nella notte caccia turchi hanno bombardato un deposito a Dohuk.", "bombardato", ["tur-mil"]),
        ("Caccia F-16 di Ankara hanno bombardato un deposito a Dohuk.", "bombardato", ["tur-mil"]),
    ],
)  # fmt: skip
def test_who_acts_is_known_by_his_italian_name(text: str, trigger: str, actors: list[str]) -> None:
    assert who(told(text, trigger)) == actors


def test_a_white_army_elsewhere_is_none_of_south_sudan() -> None:
    text = "L'Esercito bianco ha attaccato Omsk, in Russia."
    assert all("white-army" not in who(claim) for claim in coded(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Goma ribelli hanno ucciso tre agenti.", "ribelli"),
        ("A Zamfara banditi hanno ucciso tre agenti.", "banditi"),
        ("Nel Borno jihadisti armati hanno ucciso tre agenti.", "jihadisti armati"),
    ],
)
def test_people_behind_a_town_act(text: str, words: str) -> None:
    assert [a.text for a in told(text, "ucciso").event.actors] == [words]


def test_counted_people_are_no_army() -> None:
    (actor,) = told("Centinaia di siriani hanno manifestato a Damasco.", "manifestato").event.actors
    assert (actor.id, actor.country, actor.sector) == (None, "SYR", "CVL")


def test_the_army_is_the_one_just_named() -> None:
    text = (
        "L'esercito israeliano ha colpito Tiro, in Libano. Poco prima l'esercito aveva bombardato Naqoura. "
        "Beirut ha protestato con il Libano."
    )
    assert who(told(text, "bombardato")) == ["isr-mil"]


@pytest.mark.parametrize("day", ["29 giu", "29 giugno"])
def test_a_day_behind_a_town_heads_the_report(day: str) -> None:
    text = f"Maputo, {day}. I jihadisti hanno attaccato venerdì una base a Macomia."
    claim = told(text, "attaccato")
    assert [a.text for a in claim.event.actors] == ["I jihadisti"]
    assert [p.name for p in claim.event.places] == ["Macomia"]
    assert claim.event.occurred is not None
    assert claim.event.occurred.earliest == date(2025, 6, 27)


@pytest.mark.parametrize(
    ("text", "trigger", "dead"),
    [
        ("Un soldato armeno è stato ucciso presso Goris.", "ucciso", 1),
        ("Dodici agenti kenioti sono stati uccisi a Mandera.", "uccisi", 12),
        ("Un casco blu è stato ucciso a Bria.", "ucciso", 1),
        ("Un soldato israeliano ha ucciso due civili a Hebron.", "ucciso", 2),
    ],
)
def test_the_dead_are_counted_and_who_kills_is_not(text: str, trigger: str, dead: int) -> None:
    fatalities = told(text, trigger).event.fatalities
    assert fatalities is not None
    assert (fatalities.low, fatalities.best, fatalities.high) == (dead, dead, dead)


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Boko Haram ha attaccato tre villaggi attorno al lago Ciad, nel Borno.", "Lake Chad", None),
        ("I ribelli hanno attaccato una nave nello stretto di Hormuz.", "Strait of Hormuz", None),
        ("L'esercito libanese ha attaccato i miliziani ad Ain Baal, presso Tiro.", "Ain Baal", "LBN"),
        ("Boko Haram ha attaccato un posto di polizia nell'Estremo Nord del Camerun.", "Far North", "CMR"),
    ],
)
def test_a_place_is_where_its_italian_name_says(text: str, place: str, country: str | None) -> None:
    found = {p.name: p.country for c in coded(text) for p in c.event.places}
    assert place in found
    assert found[place] == country


def test_since_december_began_before() -> None:
    occurred = told("L'esercito per l'indipendenza assedia Bhamo da dicembre.", "assedia").event.occurred
    assert occurred is not None
    assert (occurred.earliest, occurred.latest) == (date(2024, 12, 1), PUBLISHED)


def test_what_was_announced_on_a_day_lies_behind() -> None:
    occurred = told("Le Rsf hanno annunciato domenica la presa di El Fasher.", "presa").event.occurred
    assert occurred is not None
    assert occurred.earliest == date(2025, 6, 29)


def test_arms_burnt_in_a_ceremony_are_laid_down() -> None:
    claim = told("Trenta combattenti del Pkk hanno bruciato le armi a Sulaymaniyah.", "bruciato")
    assert (claim.event.root, claim.event.mode) == ("RETREAT", "disarm")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Il premier libico ha visto il generale Haftar; quest'ultimo ha respinto la tregua.", "respinto", "il generale Haftar"),
        ("L'esercito siriano ha attaccato i ribelli a Homs. Questi ultimi hanno ucciso sei soldati.", "ucciso", "i ribelli"),
    ],
)  # fmt: skip
def test_the_latter_is_whoever_was_named_last(text: str, trigger: str, actor: str) -> None:
    assert [a.text for a in told(text, trigger).event.actors] == [actor]


def test_a_pact_called_by_its_town_is_no_news_of_a_pact() -> None:
    text = "L'esercito yemenita ha attaccato Hays. Si parla ancora dell'Accordo di Stoccolma."
    assert [c.event.trigger.text for c in coded(text)] == ["attaccato"]


def test_what_a_mine_did_to_a_bus_is_told_though_nobody_is_named() -> None:
    text = (
        "L'esercito nigeriano combatte i jihadisti nel Borno. Una mina ha fatto saltare un minibus a Damboa."
    )
    assert [p.name for p in told(text, "fatto").event.places] == ["Damboa"]


def test_from_one_place_bound_for_another() -> None:
    text = "Una colonna dell'esercito libico è partita da Misurata diretta a Sirte."
    roles = {p.text: p.role for p in told(text, "partita").event.places}
    assert roles == {"Misurata": "from", "Sirte": "to"}


BESIDE = "Proseguono i combattimenti tra esercito e ribelli. "


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Hanno bloccato la strada gli abitanti del villaggio.", "bloccato", ["gli abitanti del villaggio"]),
        ("Hanno attaccato la base i ribelli del nord.", "attaccato", ["i ribelli del nord"]),
        ("Tre giornalisti sono stati arrestati dalla polizia e poi liberati.", "liberati", []),
        ("Un convoglio scortato dall'esercito è saltato su una mina a Djibo.", "saltato", []),
        ("L'attacco di Barsalogho ha fatto 400 morti.", "attacco", []),
        ("La conquista di Goma da parte dell'M23 ha costretto alla fuga migliaia di persone.", "costretto", ["M23"]),
        ("I prigionieri sono stati portati via dai miliziani.", "portati", ["miliziani"]),
        ("Presunti jihadisti hanno attaccato il villaggio di Kadra.", "attaccato", ["Presunti jihadisti"]),
    ],
)  # fmt: skip
def test_whoever_did_it_acts(text: str, trigger: str, actors: list[str]) -> None:
    assert [a.text for a in told(BESIDE + text, trigger).event.actors] == actors


def test_a_word_that_opens_a_sentence_is_no_village() -> None:
    claims = coded(BESIDE + "Hanno bloccato la strada gli abitanti di Kadra.")
    assert all(p.country != "JPN" for c in claims for p in c.event.places)


def test_what_an_attack_is_claimed_by_stands_behind_an_aside() -> None:
    text = "Il Jnim ha rivendicato, in un comunicato diffuso martedì sui propri canali, l'attacco contro un convoglio dell'esercito maliano."
    assert who(told(text, "rivendicato")) == ["jnim"]
    assert [a.id for a in told(text, "rivendicato").event.recipients] == ["mli-mil"]


def test_a_second_infinitive_hangs_from_who_says_both() -> None:
    text = "I jihadisti sostengono di aver ucciso 17 soldati, catturandone quattro, e di aver incendiato tre blindati."
    claim = told(text, "incendiato")
    assert [a.text for a in claim.event.actors] == ["I jihadisti"]
    assert claim.status == "declared"


def test_between_two_sides_the_first_may_have_an_owner() -> None:
    text = "Scontri sono scoppiati a Zawiya tra uomini del Primo battaglione di supporto e un gruppo armato."
    assert len(told(text, "Scontri").event.actors) == 2


def test_the_enemy_is_of_no_country() -> None:
    text = "I soldati ucraini resistono. Il nemico ha attaccato Pokrovsk, in Ucraina, con una brigata."
    assert [(a.text, a.country) for a in told(text, "attaccato").event.actors] == [("Il nemico", None)]


def test_a_spokesman_with_a_listed_name_is_of_his_movement() -> None:
    text = "L'M23 ha preso Nzibira, in Congo. Il portavoce militare del movimento, Willy Ngoma, ha respinto le accuse."
    assert who(told(text, "respinto")) == ["willy-ngoma"]


def test_militias_of_another_name_are_not_the_rebels_named_before() -> None:
    text = "Scontri tra i ribelli del M23 e le milizie wazalendo sono scoppiati a Walikale."
    assert who(told(text, "Scontri")) == ["m23", "wazalendo"]


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Un'autobomba è esplosa in via Roma a Bengasi.", "esplosa", ["Benghazi"]),
        ("Nel villaggio di Labbezanga gli abitanti raccontano che uomini armati hanno rapito un maestro.", "rapito", ["Labbezanga"]),
        ("Nella capitale dello stato, El Fasher, un drone ha colpito un deposito.", "colpito", ["El Fasher"]),
    ],
)  # fmt: skip
def test_where_it_was_by_a_street_a_village_a_capital(text: str, trigger: str, places: list[str]) -> None:
    assert [p.name for p in told(text, trigger).event.places] == places


def test_a_village_lies_in_the_region_that_is_named_with_it() -> None:
    (first, *_) = told("Scontri a Gedeb, nella regione dell'Amhara, in Etiopia.", "Scontri").event.places
    assert (first.text, first.country, first.precision) == ("Gedeb", "ETH", "area")
    assert abs(first.lat - 11.6) < 2
    assert abs(first.lon - 38.0) < 2


def test_who_attacks_goes_on_behind_what_is_attacked() -> None:
    text = "I jihadisti hanno attaccato una colonna militare diretta a Djibo, uccidendo sette soldati e impadronendosi di armi."
    assert [a.text for a in told(text, "impadronendosi").event.actors] == ["I jihadisti"]


def test_a_long_name_is_that_of_the_short_one_in_brackets() -> None:
    text = "L'Esercito dell'alleanza nazionale (Mndaa) ha attaccato Lashio, in Birmania."
    assert who(told(text, "attaccato")) == ["mndaa"]


def test_a_deed_claimed_is_of_who_claims_it() -> None:
    text = "I ribelli rivendicano la cattura di quattordici soldati maliani a Kidal."
    assert [a.text for a in told(text, "cattura").event.actors] == ["I ribelli"]


def test_a_capital_behind_a_dateline_is_no_name() -> None:
    text = "Tripoli, 11 mar - Scontri sono scoppiati a Zawiya tra miliziani e un gruppo armato."
    assert [a.text for a in told(text, "Scontri").event.actors] == ["miliziani", "un gruppo armato"]
