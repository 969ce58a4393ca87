"""Actors: every pack proves itself, and invented sentences from many conflicts give the right ones."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.knowledge.actor_packs import (
    ActorPack,
    AgentPack,
    CountryPack,
    CountryWords,
    Example,
    OutletPack,
    actor_files,
    is_armed,
    load_actors,
    load_countries,
    outlet_files,
)
from hudna.knowledge.files import ROOT, language_folder, load_one
from hudna.knowledge.language import claimed_languages
from hudna.model.mention import ActorMention
from hudna.resolve.actors import ActorFinder

Pack = ActorPack | OutletPack | CountryPack | CountryWords | AgentPack


def _packs() -> dict[str, Pack]:
    packs: dict[str, Pack] = {p.stem: load_one(p, ActorPack) for p in actor_files(("libya",))}
    packs |= {f"media-{p.stem}": load_one(p, OutletPack) for p in outlet_files(("libya",))}
    packs["countries"] = load_one(ROOT / "actors" / "countries.yml", CountryPack)
    for code in claimed_languages():
        packs[f"agents-{code}"] = load_one(language_folder(code) / "agents.yml", AgentPack)
        if (path := language_folder(code) / "countries.yml").is_file():
            packs[f"countries-{code}"] = load_one(path, CountryWords)
    return packs


def language_of(pack: str) -> str:
    """The language that a pack of a language belongs to; packs of the world are read in English."""
    kind, _, code = pack.partition("-")
    return code if kind in ("agents", "countries") and code else "en"


PACKS = _packs()
EXAMPLES = [(name, e) for name, pack in PACKS.items() for e in (*pack.examples, *pack.counter)]


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load(("libya",))


def inside(mentions: tuple[ActorMention, ...], start: int, end: int) -> tuple[ActorMention, ...]:
    """The mentions between two offsets, counted from the first."""
    kept = [m for m in mentions if start <= m.start and m.end <= end]
    return tuple(replace(m, start=m.start - start, end=m.end - start) for m in kept)


def identify(finder: ActorFinder, example: Example, language: str) -> ActorMention | None:
    """What the finder makes of words in their text."""
    start = max(example.text.find(example.words), 0)
    options = {"when": example.when, "countries": example.countries, "language": language}
    found = finder.find(example.text, **options)
    return finder.identify(
        example.words,
        mentions=inside(found, start, start + len(example.words)),
        **options,
    )


@pytest.mark.parametrize(("pack", "example"), EXAMPLES, ids=[f"{n}-{e.words}"[:60] for n, e in EXAMPLES])
def test_a_pack_proves_itself(finder: ActorFinder, pack: str, example: Example) -> None:
    found = identify(finder, example, language_of(pack))
    assert (found.id if found else None) == example.id, f"{pack}: {found}"


@pytest.mark.parametrize("name", PACKS)
def test_every_pack_has_examples_and_counter_examples(name: str) -> None:
    assert PACKS[name].examples
    assert PACKS[name].counter


def test_leaders_lead_somebody_listed_and_organs_exist(finder: ActorFinder) -> None:
    ids = {entry.id for entry in load_actors(("libya",))}
    codes = {country.code.lower() for country in load_countries().countries}
    named = [lead.of for e in load_actors(("libya",)) for lead in e.leads]
    named += [organ for e in load_actors(("libya",)) for organ in e.organs.values()]
    named += [e.parent for e in load_actors(("libya",)) if e.parent]
    unknown = {key for key in named if key not in ids and key.split("-")[0] not in codes}
    assert not unknown


def test_ids_and_countries_are_well_formed() -> None:
    codes = {country.code for country in load_countries().countries} | {
        "UNO",
        "IGO",
        "EUR",
        "NGO",
        "IMG",
        "MNC",
        None,
    }
    entries = load_actors(("libya",))
    assert all(entry.id == entry.id.lower() and " " not in entry.id for entry in entries)
    assert {entry.country for entry in entries} <= codes


# One conflict a line: text, day, then what must be found: words → id, or country and sector.
SENTENCES: list[tuple[str, str, date, dict[str, str | tuple[str | None, str | None]]]] = [
    ("ukraine", ("The General Staff of the Armed Forces of Ukraine said the 93rd Mechanised Brigade beat back Russian "
     "troops near Pokrovsk; Zelensky thanked the Azov Brigade."), date(2024, 9, 1),
     {"Russian troops": "rus-mil", "Zelensky": "volodymyr-zelensky", "Azov Brigade": "azov",
      "93rd Mechanised Brigade": (None, "UAF")}),
    ("gaza", ("Hamas fighters ambushed an Israeli army patrol in Khan Younis, the Qassam Brigades said; Netanyahu vowed "
     "revenge and UNRWA shut a school."), date(2024, 3, 1),
     {"Hamas": "hamas", "Israeli army": "isr-mil", "Qassam Brigades": "qassam-brigades",
      "Netanyahu": "benjamin-netanyahu", "UNRWA": "unrwa"}),
    ("sudan", ("Hemedti's forces shelled El Fasher while the Sudanese army dropped barrel bombs, the Emergency Lawyers "
     "reported."), date(2024, 6, 1),
     {"Hemedti's forces": "rsf", "Hemedti": "mohamed-hamdan-dagalo", "Sudanese army": "sdn-mil"}),
    ("congo", "Rwandan troops fought beside the M23, the FARDC said, and Monusco counted forty dead.", date(2025, 1, 27),
     {"Rwandan troops": "rwa-mil", "M23": "m23", "FARDC": "cod-mil", "Monusco": "monusco"}),
    ("myanmar", "The Arakan Army and two other members of the Three Brotherhood Alliance overran a Myanmar army base.",
     date(2024, 2, 1), {"Arakan Army": "arakan-army", "Three Brotherhood Alliance": "three-brotherhood",
                        "Myanmar army": "mmr-mil"}),
    ("yemen", "Houthi forces fired at a tanker, Centcom said, and the Southern Transitional Council sent men to Marib.",
     date(2024, 1, 20), {"Houthi forces": "houthis", "Centcom": "usa-mil", "Southern Transitional Council": "stc"}),
    ("syria", "In Syria, the SDF accused the Turkish-backed Syrian National Army of looting; SOHR confirmed it.",
     date(2024, 12, 3), {"SDF": "sdf", "Turkish-backed Syrian National Army": "sna", "SOHR": "sohr"}),
    ("mali", "Malian soldiers and Wagner mercenaries were ambushed by JNIM, the Permanent Strategic Framework claimed.",
     date(2024, 7, 28), {"Malian soldiers": "mli-mil", "Wagner mercenaries": "wagner-africa-corps", "JNIM": "jnim",
                         "Permanent Strategic Framework": "csp-dpa"}),
    ("nigeria", ("Nigerian troops killed ISWAP fighters in Borno, and President Bola Tinubu praised them. Tinubu said "
     "more were needed."), date(2024, 5, 5),
     {"Nigerian troops": "nga-mil", "ISWAP": "iswap", "Bola Tinubu": "bola-tinubu", "Tinubu said": "bola-tinubu"}),
    ("colombia", "The ELN freed two Colombian soldiers in Arauca, while Clan del Golfo gunmen burned lorries.",
     date(2023, 8, 1), {"ELN": "eln", "Colombian soldiers": "col-mil", "Clan del Golfo": "clan-del-golfo"}),
    ("ethiopia", ("Fano militiamen ambushed Ethiopian federal forces near Gondar; the Oromo Liberation Army denied any "
     "part."), date(2024, 4, 1), {"Fano": "fano", "Ethiopian federal forces": "eth-mil",
                                 "Oromo Liberation Army": "ola"}),
    ("haiti", "Viv Ansanm gunmen attacked the Haitian National Police in Port-au-Prince.", date(2024, 5, 1),
     {"Viv Ansanm": "viv-ansanm", "Haitian National Police": "hti-cop"}),
    ("karabakh", "Azerbaijani forces shelled Stepanakert, the Nagorno-Karabakh authorities said; Pashinyan called Putin.",
     date(2023, 9, 19), {"Azerbaijani forces": "aze-mil", "Nagorno-Karabakh authorities": "artsakh",
                         "Pashinyan": "nikol-pashinyan", "Putin": "vladimir-putin"}),
    ("kashmir", "Lashkar-e-Taiba gunmen killed three Indian soldiers near Srinagar, the Indian Army said.",
     date(2023, 1, 1), {"Lashkar-e-Taiba": "lashkar-e-taiba", "Indian soldiers": "ind-mil", "Indian Army": "ind-mil"}),
    ("somalia", "Somali forces, backed by ATMIS, retook the town from al-Shabaab, Radio Daljir reported.",
     date(2023, 3, 1), {"Somali forces": "som-mil", "ATMIS": "atmis", "al-Shabaab": "al-shabaab",
                        "Radio Daljir": (None, "JRN")}),
    ("libya", "In Libya, the 444 Brigade clashed with Ghneiwa's men while Dbeibah and UNSMIL called for calm.",
     date(2025, 5, 13), {"444 Brigade": "b444", "Ghneiwa": "ghneiwa", "Dbeibah": "abdul-hamid-dbeibah",
                         "UNSMIL": "unsmil"}),
    ("unlisted", ("The Movement for Justice in Kadra (MJK) took the port from the Kadra Liberation Army. The MJK said so. "
     "Foreign Minister Jane Doe of Kenya met General John Roe. Doe left."), date(2031, 1, 1),
     {"Movement for Justice": (None, "REB"), "MJK said": (None, "REB"), "Kadra Liberation Army": (None, "REB"),
      "Jane Doe": ("KEN", "GOV"), "John Roe": ("KEN", "MIL"), "Doe left": ("KEN", "GOV")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "when", "expected"), [s[1:] for s in SENTENCES], ids=[s[0] for s in SENTENCES]
)
def test_finds_the_actors_of_a_report(
    finder: ActorFinder, text: str, when: date, expected: dict[str, str | tuple[str | None, str | None]]
) -> None:
    mentions = finder.find(text, when=when)
    for words, wanted in expected.items():
        start = text.index(words)
        at = [m for m in mentions if m.start == start and len(m.text) <= len(words) + 25]
        answers = [m.id if isinstance(wanted, str) else (m.country or wanted[0], m.sector) for m in at]
        assert wanted in answers, (words, at)


PHRASES: list[tuple[str, str, str | None, str | None, str | None, str]] = [
    # words, head, id, country, sector, kind
    ("fighters loyal to Haftar", "fighter", "lna", "LBY", "MIL", "party"),
    ("General Khalifa Haftar", "haftar", "khalifa-haftar", "LBY", "MIL", "party"),
    ("M23 fighters", "fighter", "m23", "COD", "REB", "party"),
    ("the Rwandan-backed M23 rebels", "rebel", "m23", "COD", "REB", "party"),
    ("the rebel group M23", "group", "m23", "COD", "REB", "party"),
    ("a spokesman for the African Union", "spokesman", "african-union", "IGO", None, "organisation"),
    ("Ukraine's general staff", "staff", "ukr-mil", "UKR", "MIL", "party"),
    ("the government of Colombia", "government", "col-gov", "COL", "GOV", "official"),
    ("Kyrgyz border guards", "guard", "kgz-mil", "KGZ", "MIL", "party"),
    ("Polish and Lithuanian troops", "troop", "ltu-mil", "LTU", "MIL", "party"),
    ("Syrian rebels", "rebel", None, "SYR", "REB", "party"),
    ("three Palestinians", "palestinian", None, "PSE", "CVL", "anonymous"),
    ("an armed group engaged in trafficking", "group", None, None, "CRM", "party"),
    ("more than 1,200 people", "people", None, None, "CVL", "anonymous"),
    ("dozens of protesters", "dozen", None, None, "CVL", "party"),
    ("medical sources", "source", None, None, "MED", "anonymous"),
    ("Radio Dabanga sources", "source", None, None, None, "anonymous"),
    ("a minister who asked not to be named", "minister", None, None, "GOV", "anonymous"),
    ("a Congolese army officer", "officer", None, "COD", "MIL", "anonymous"),
    ("observers", "observer", None, None, None, "observer"),
    ("UN experts", "expert", "un-panel-of-experts", "UNO", None, "observer"),
    ("a BBC correspondent", "correspondent", "bbc", "GBR", "JRN", "media"),
    ("the region's main bloc, ECOWAS", "bloc", "ecowas", "IGO", None, "organisation"),
    ("drones of the RSF", "drone", "rsf", "SDN", "REB", "party"),
    ("Jane Doe, a former Kenyan judge", "doe", None, "KEN", "JUD", "official"),
    ("opposition lawmakers", "lawmaker", None, None, "LEG", "official"),
]


@pytest.mark.parametrize(
    ("words", "head", "key", "country", "sector", "kind"), PHRASES, ids=[p[0] for p in PHRASES]
)
def test_identifies_a_phrase(
    finder: ActorFinder,
    words: str,
    head: str,
    key: str | None,
    country: str | None,
    sector: str | None,
    kind: str,
) -> None:
    found = finder.identify(words, head=head, when=date(2024, 8, 9))
    assert found is not None
    assert (found.id, found.country, found.sector) == (key, country, sector)
    assert found.kind == kind or (kind == "official" and found.kind == "party")
    assert (found.start, found.end, found.text) == (0, len(words), words)


NOBODY = [
    "the attack", "the city", "a statement", "the M23 attack", "Haftar's visit", "the Russian invasion", "a report",
    "the ceasefire", "three weeks", "the Security Council meeting", "the army's withdrawal", "Syria's civil war", "it",
    "the Hamas-run enclave", "the drone", "the Jordan valley", "the fall of Goma", "control of the town", "", "  ",
]  # fmt: skip


@pytest.mark.parametrize("words", NOBODY)
def test_words_that_are_no_actor(finder: ActorFinder, words: str) -> None:
    assert finder.identify(words, when=date(2024, 8, 9), countries=("SDN", "LBY")) is None


def test_a_capital_stands_for_the_government_of_the_day(finder: ActorFinder) -> None:
    by_day = {
        day: finder.identify("the Tripoli government", head="government", when=day, countries=("LBY",))
        for day in (date(2019, 5, 1), date(2024, 5, 1))
    }
    assert [m.id for m in by_day.values() if m] == ["gna", "gnu"]


def test_the_same_town_elsewhere_stands_for_nobody_in_libya(finder: ActorFinder) -> None:
    found = finder.identify(
        "the Tripoli government", head="government", when=date(2024, 5, 1), countries=("LBN", "SYR")
    )
    assert found is None or found.id not in ("gna", "gnu")


def test_the_army_has_no_id_where_rivals_claim_the_name(finder: ActorFinder) -> None:
    sudan = finder.identify("the army", head="army", countries=("SDN",), when=date(2024, 1, 1))
    libya = finder.identify("the army", head="army", countries=("LBY",), when=date(2024, 1, 1))
    assert sudan is not None
    assert libya is not None
    assert (sudan.id, libya.id, libya.sector) == ("sdn-mil", None, "MIL")


def test_the_army_is_that_of_the_government_just_named(finder: ActorFinder) -> None:
    near = finder.find("In Libya the Tripoli government met.", when=date(2024, 8, 8))
    found = finder.identify("the army", head="army", countries=("LBY",), when=date(2024, 8, 8), nearby=near)
    assert found is not None
    assert found.id == "libyan-army-gnu"


def test_his_forces_are_of_the_leader_named_last(finder: ActorFinder) -> None:
    near = finder.find("Minni Minnawi met Haftar.", when=date(2024, 8, 8))
    found = finder.identify("his forces", head="force", nearby=near, when=date(2024, 8, 8))
    assert found is not None
    assert found.id == "lna"


def test_taliban_govern_from_the_day_they_took_kabul(finder: ActorFinder) -> None:
    before = finder.identify("the Taliban", head="taliban", when=date(2021, 8, 14))
    after = finder.identify("the Taliban", head="taliban", when=date(2021, 8, 15))
    assert before is not None
    assert after is not None
    assert (before.sector, after.sector) == ("REB", "GOV")


def test_saddam_is_who_the_report_is_about(finder: ActorFinder) -> None:
    libya = finder.find("Haftar and his son Saddam flew to Sabha in Libya.", when=date(2024, 8, 1))
    iraq = finder.find("Saddam was tried in Baghdad.", when=date(2005, 10, 19))
    assert [m.id for m in libya if m.text == "Saddam"] == ["saddam-haftar"]
    assert [m.id for m in iraq if m.text == "Saddam"] == ["saddam-hussein"]


def test_a_name_that_only_qualifies_names_nobody(finder: ActorFinder) -> None:
    assert not finder.find("A Hamas-affiliated shop, anti-Taliban songs and a pro-Houthi film.")


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("ar", "قال الجيش السوداني وقوات الدعم السريع", "rsf"),
        ("ar", "أعلنت حكومة الوحدة الوطنية في ليبيا", "gnu"),
        ("ar", "هاجم تنظيم الدولة الإسلامية قرية", "islamic-state"),
        ("fr", "L'ONU et la CEDEAO ont condamné l'attaque.", "ecowas"),
        ("fr", "Les Forces de soutien rapide ont pris la ville au Soudan.", "rsf"),
        ("it", "Il Gruppo Wagner combatte in Mali.", "wagner-africa-corps"),
    ],
)
def test_names_in_other_languages(finder: ActorFinder, language: str, text: str, key: str) -> None:
    assert key in [m.id for m in finder.find(text, language=language)]


def test_who_is_armed() -> None:
    assert is_armed("REB")
    assert is_armed("MIL")
    assert not is_armed("CVL")
    assert not is_armed(None)


SEEDS = st.sampled_from(
    ["Haftar's forces ", "the rebels of the ", "Islamic State ", "Tripoli", " government", "’s ", "\n", "President ", "Jane Doe",
     " (ABC)", "of ", "and ", "-led ", "الجيش ", "İstanbul", "ß", "\ud800", "🙂", "General Staff ", "Movement for "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(SEEDS, st.text(max_size=12)), max_size=25).map("".join))
def test_any_text_gives_mentions_that_slice_their_words(text: str) -> None:
    finder = ActorFinder.load(("libya",))
    for mention in finder.find(text):
        assert text[mention.start : mention.end] == mention.text
    found = finder.identify(text)
    assert found is None or (found.start, found.end, found.text) == (0, len(text), text)
