"""Turns of Italian wires that once made the one hit the doer, put events where somebody sits, or lost who did them."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def claims(text, root="ASSAULT", language="it"):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Eco", language=language)
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None and c.event.root.value == root]


def called(people):
    return {getattr(one, "id", None) or one.text.lower() for one in people}


def placed(claim):
    return {place.name for place in claim.event.places}


@pytest.mark.parametrize(
    "text",
    [
        "L'esercito maliano ha subito un attacco a Gao.",
        "I soldati maliani hanno subito due attacchi a Gao.",
        "Gli elicotteri dell'esercito maliano hanno subito un attacco a Gao.",
    ],
)
def test_who_suffers_an_attack_did_not_make_it(text):
    (claim,) = claims(text)
    assert called(claim.event.actors) == set()


def test_what_is_done_at_once_is_done():
    (claim,) = claims("L'esercito maliano ha subito attaccato i ribelli a Gao.")
    assert called(claim.event.actors) == {"mli-mil"}


@pytest.mark.parametrize(
    "text",
    [
        "L'Onu si è detta preoccupata per i bombardamenti che hanno ucciso venti civili a Goma.",
        "L'esercito congolese ha risposto all'attacco che ha ucciso due soldati a Goma.",
        "La Francia ha espresso preoccupazione per i bombardamenti che hanno distrutto Bakhmut.",
        "Il mese scorso l'Onu si è detta allarmata per gli attacchi di droni che hanno distrutto un mercato a Goma.",
    ],
)
def test_who_answers_or_fears_an_attack_did_not_make_it(text):
    killing = [c for c in claims(text) if c.event.trigger.text != "risposto"]
    assert not {"un", "cod-mil", "fra-gov", "fra-mil"} & {a for c in killing for a in called(c.event.actors)}


def test_what_is_told_to_somebody_is_what_the_teller_did():
    (claim,) = claims("L'esercito congolese ha detto ai giornalisti che ha ucciso dieci ribelli a Goma.")
    assert called(claim.event.actors) == {"cod-mil"}
    (claim,) = claims("I ribelli hanno confermato dopo la battaglia che hanno preso Goma.", "COERCE")
    assert called(claim.event.actors) == {"i ribelli"}


@pytest.mark.parametrize(
    "text",
    [
        "Tre uomini armati sono stati uccisi dopo aver sparato contro un checkpoint a Nablus.",
        "Un uomo è stato ucciso dopo aver ferito due soldati israeliani a Hebron.",
    ],
)
def test_whom_the_shots_befell_who_had_fired_first_are_two_events(text):
    shot, killed = sorted(claims(text), key=lambda c: bool(c.event.fatalities.best))
    assert killed.event.actors == ()
    assert killed.event.recipients
    assert shot.event.actors
    assert shot.event.fatalities.best is None


def test_english_tells_both_as_well():
    found = claims("Two men were killed after opening fire at a petrol station near Ramallah.", language="en")
    assert {bool(c.event.actors) for c in found} == {True, False}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Lo hanno riferito funzionari militari maliani, citati dall'agenzia Afp.", "ACCUSE"),
        (
            "L'inviato dell'Onu ha definito l'accordo tra i ribelli e l'esercito come il più importante.",
            "AGREE",
        ),
        ("Lo si sa dalle parole rilasciate ieri dal comandante dei ribelli.", "RETREAT"),
        ("Il governo maliano ha respinto le accuse dei ribelli.", "ASSAULT"),
    ],
)
def test_words_about_words_are_no_deeds(text, root):
    assert claims(text, root) == []


def test_no_news_of_the_dead_kills_nobody():
    found = claims("Non si ha notizia di morti o feriti nell'attacco dei ribelli a Gao.")
    assert [c.event.trigger.text for c in found] == ["attacco"]
    assert found[0].event.fatalities.best is None


def test_whoever_is_accused_of_doing_it_is_said_to_do_it():
    (claim,) = claims("Mosca accusa Kiev di bombardare Belgorod.")
    assert claim.status.value == "alleged"
    (claim,) = claims("L'opposizione maliana accusa l'esercito di voler attaccare Gao.")
    assert claim.status.value == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "Un palestinese ha ferito un soldato israeliano a Nablus.",
        "Un soldato israeliano è stato ferito da un palestinese a Nablus.",
        "Un colono israeliano originario di Tel Aviv è stato ferito da un palestinese a Nablus.",
    ],
)
def test_one_of_a_people_acts(text):
    (claim,) = claims(text)
    assert called(claim.event.actors) == {"un palestinese"}
    assert placed(claim) == {"Nablus"}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("I caccia dell'Lna hanno condotto dei raid contro reparti del Gna a Sirte.", "lna"),
        ("I droni delle Rsf hanno effettuato due attacchi contro El Fasher.", "rsf"),
        ("Otto civili sono stati uccisi in un attacco compiuto con droni dalle Rsf a Nyala.", "rsf"),
        (
            "Otto soldati sono morti in un'imboscata tesa da uomini dell'Isis vicino a Kirkuk.",
            "islamic-state",
        ),
        ("A Jilib miliziani di al Shabaab hanno attaccato un posto di blocco.", "al-shabaab"),
        ("Le forze governative yemenite hanno respinto un assalto degli Houthi a Marib.", "yem-mil"),
    ],
)
def test_who_did_it_by_what_means(text, doer):
    (claim,) = claims(text)
    assert called(claim.event.actors) == {doer}


def test_the_alleged_begin_behind_a_land():
    (claim,) = claims("In Mozambico presunti jihadisti hanno decapitato un pastore.")
    assert called(claim.event.actors) == {"presunti jihadisti"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Secondo Airwars, gruppo con sede a Londra, tre raid hanno ucciso nove civili a Raqqa.",
            {"Al-Raqqah"},
        ),
        ("Il Polisario, che ha la sua sede a Tindouf, ha bombardato postazioni marocchine.", set()),
        ("Un ventenne di Betlemme è stato ucciso dai soldati israeliani a Nablus.", {"Nablus"}),
        ("Un raid dei jet di Mosca ha ucciso otto persone a Idlib.", {"Idlib"}),
        ("I ribelli sostenuti da Damasco hanno bombardato Tell Rifaat.", {"Tal Rifaat"}),
        ("Due soldati sono stati uccisi a Tula.", {"Tula"}),
        ("Uomini armati hanno attaccato il mercato di Ouahigouya.", {"Ouahigouya"}),
    ],
)
def test_where_somebody_sits_or_is_from_is_not_where(text, names):
    (claim,) = claims(text)
    assert placed(claim) == names


def test_news_from_abroad_happened_where_it_tells():
    text = 'BANGKOK, 3 MAR - In Birmania due raid hanno ucciso 15 persone. "I morti sono civili", ha detto la milizia.'
    assert all("Bangkok" not in placed(c) for c in claims(text))
    text = "GOMA, 3 MAR - I ribelli hanno ucciso due civili. Un soldato è morto."
    assert any("Goma" in placed(c) for c in claims(text))


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("L'attacco dei ribelli a Gao ha ucciso un agente e ferito altri tre.", 1, 3),
        ("I ribelli hanno ucciso a Goma un ufficiale e ferito dodici soldati.", 1, 12),
        ("I jihadisti hanno ucciso nella notte a Gao sei civili.", 6, None),
        ("I jihadisti hanno incendiato Djugu e ucciso, a colpi di machete, dodici persone.", 12, None),
        ("Un ufficiale è stato ucciso ieri a Goma da dodici ribelli.", None, None),
    ],
)
def test_how_many_are_dead_and_how_many_hurt(text, dead, hurt):
    (claim,) = claims(text)
    assert (claim.event.fatalities.best, claim.event.injuries.best) in {(dead, hurt), (dead or 1, hurt)}


@pytest.mark.parametrize(
    "behind",
    [
        "L'attacco è avvenuto in un mercato di Kidal, in Mali.",
        "Secondo l'esercito, l'azione è avvenuta vicino a Kidal, in Mali.",
        "È successo a Kidal, in Mali.",
        "L'episodio si è verificato a Kidal, in Mali.",
    ],
)
def test_the_next_sentence_tells_where_it_was(behind):
    first = min(claims("Una bomba ha ucciso tre persone. " + behind), key=lambda c: c.start)
    assert placed(first) == {"Kidal"}


def test_another_attack_was_somewhere_else():
    first = min(
        claims("Una bomba ha ucciso tre persone. Un altro attacco è avvenuto a Kidal."), key=lambda c: c.start
    )
    assert placed(first) == set()


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Tre persone sono rimaste ferite nei bombardamenti dell'esercito congolese a Goma.", {"cod-mil"}),
        ("Tre soldati sono morti nel bombardamento della base dell'esercito congolese a Goma.", set()),
    ],
)
def test_whose_shelling_it_is_in_which_others_are_hurt(text, doers):
    (claim,) = claims(text)
    assert called(claim.event.actors) == doers


def test_a_town_by_which_it_is_told_where_suffers_nothing():
    (claim,) = claims("Un gruppo di coloni ha dato fuoco a tre auto a Turmus Ayya, a nord di Ramallah.")
    assert claim.event.recipients == ()
    (claim,) = claims(
        "Uomini armati hanno fatto irruzione a Ngakobo, in Repubblica Centrafricana, uccidendo otto persone."
    )
    assert called(claim.event.recipients) == {"otto persone"}


def test_who_arms_rebels_is_not_they():
    (claim,) = claims("I separatisti armati da Mosca hanno colpito Avdiivka.")
    assert "rus-gov" not in called(claim.event.actors)
