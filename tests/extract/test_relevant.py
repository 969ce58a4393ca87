"""Reports that do not speak of conflict make no claims."""

import pytest

from extract.coding import claims, code
from hudna.model.report import Report
from hudna.pipeline import code_reports

QUIET = {
    "a match": "The striker attacked the defence. The coach praised the goalkeeper. The match ended. The referee left.",
    "a match with clashes": "Five fans were hurt in clashes at the football match; the coach, the striker and the referee fled.",
    "a court": "The court rejected his appeal.",
    "a theft": "A man was charged with theft and arrested by the sheriff.",
    "a takeover": "The company rejected the offer. Its managers met investors on Monday.",
    "a storm": "A storm battered the coast and killed five people.",
    "a quarrel over a ruling": "The judge attacked the ruling.",
    "a fall": "A woman died after a fall. Two men were injured.",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_a_report_on_something_else_is_quiet(text):
    assert code(text, context=False).claims == ()


def test_an_act_of_force_makes_a_report_one_on_conflict():
    assert len(claims("Rebels captured Bukavu on Monday.", context=False)) == 1


def test_force_of_the_armed_is_told_though_it_is_denied_or_ordered():
    assert (
        len(claims("The army's claim that it had captured Bukavu could not be verified.", context=False)) == 1
    )
    assert len(claims("The governor announced a night curfew in Bukavu.", context=False)) == 1


def test_violence_among_words_of_war_needs_nobody_listed():
    text = "Clashes broke out in Bukavu between two armed families. Villagers heard gunfire until dawn."
    assert [c.event.trigger.text for c in claims(text, context=False)] == ["Clashes", "gunfire"]


def french(text: str):
    report = Report(id="fr", text=text, published="2025-03-14", source=None, language="fr")
    return [c for c in next(code_reports([report])).claims if c.content == "event"]


def test_armed_people_take_a_stance_where_the_talk_is_of_war():
    [claim] = french("Des parachutistes ont rejeté le cessez-le-feu.")
    assert claim.event.root == "REJECT"
    assert french("L'armée a rejeté l'offre de deux fournisseurs.") == []


def test_a_weak_word_stands_only_beside_somebody_armed():
    text = "The parties rejected the proposal."
    assert claims(text, context=False) == []
    assert [c.event.root for c in claims(text)] == ["REJECT"]


def test_somebody_listed_makes_a_political_act_a_claim():
    [claim] = claims("The United Nations rejected the proposal on Monday.", context=False)
    assert (claim.event.root, claim.event.actors[0].id) == ("REJECT", "un")


def test_a_match_with_many_dead_is_told():
    text = (
        "Gunmen attacked a stadium in Goma and killed 12 people. The coach praised the goalkeeper. "
        "The referee stopped the football match."
    )
    assert [c.event.fatalities.best for c in claims(text, context=False)] == [12]


def test_people_killed_at_a_match_are_told():
    text = "Gunmen killed 12 people at a football match in Goma on Monday."
    assert [c.event.fatalities.best for c in claims(text, context=False)] == [12]


BUDGET = (
    "Il governo spagnolo ha chiesto alla Commissione europea altri due anni per ridurre il disavanzo. La Germania ha respinto la "
    "proposta di un fondo comune per gli alloggi e la Polonia rifiuta di rivedere la riforma delle pensioni. La Commissione ha "
    "invitato le capitali a presentare i conti entro aprile, e i Paesi Bassi hanno chiesto di tagliare i sussidi alle imprese, "
    "mentre il Portogallo ha respinto ogni aumento delle imposte sui redditi più bassi e la Grecia ha sollecitato un prestito. "
)


def italian(text: str):
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="it")])
    return [c.event.root for c in coded.claims if c.event is not None]


def test_where_words_of_conflict_are_lacking_states_ask_and_refuse_unheard():
    assert italian(BUDGET) == []


def test_beside_words_of_conflict_the_same_is_told():
    assert "REJECT" in italian(BUDGET + "Sulla tregua a Gaza tacciono i ribelli e i soldati al confine.")


def test_whoever_kills_is_told_beside_the_budget():
    assert italian(BUDGET + "A Timbuctù i ribelli hanno ucciso otto persone.") == ["ASSAULT"]


STRIKE = (
    "Lo sciopero dei trasporti ha fermato i tram e la metropolitana. I sindacati hanno respinto il contratto e il prefetto ha "
    "chiesto un incontro. La polizia ha arrestato due pendolari che avevano forzato i tornelli. "
)


def test_a_report_on_a_strike_is_quiet_though_the_police_arrest():
    assert italian(STRIKE) == []


def test_the_same_arrest_is_told_beside_words_of_conflict():
    text = (
        STRIKE
        + "Dopo il coprifuoco i soldati hanno aperto il fuoco; ribelli e milizie parlano di guerra e di tregua."
    )
    assert "COERCE" in italian(text)


def test_whoever_of_the_listed_makes_war_is_told_in_a_report_on_a_strike():
    assert italian(STRIKE + "A Gaza i miliziani di Hamas hanno ucciso otto persone.") == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("I coloni hanno incendiato alcune case del villaggio.", ["ASSAULT"]),
        ("I soldati si ritireranno dalla città venerdì.", ["RETREAT"]),
        ("Le forze governative hanno rifiutato la tregua.", ["REJECT"]),
        ("I poliziotti hanno accettato il nuovo contratto.", []),
        ("La giunta ha respinto il ricorso di un albergatore.", []),
    ],
)
def test_a_short_report_is_on_conflict_where_a_word_of_it_names_who_acts(text, roots):
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="it")])
    assert [c.event.root for c in coded.claims if c.event is not None] == roots


PLAIN_ARABIC = {
    "who sends soldiers need bear no arms": ("أرسلت البعثة جنود حفظ السلام لتأمين المنطقة.", ["MOBILIZE"]),
    "what the armed say to a truce": ("رفض الجيش وقف إطلاق النار.", ["REJECT"]),
    "a strike alone": ("أضرب المعلمون يومين احتجاجا على تأخر الرواتب.", []),
}


@pytest.mark.parametrize(("text", "roots"), PLAIN_ARABIC.values(), ids=PLAIN_ARABIC)
def test_plain_arabic_sentences(text, roots):
    report = Report(id="ar-1", text=text, published="2031-03-12", source=None, language="ar")
    [coded] = code_reports([report])
    assert [c.event.root for c in coded.claims] == roots
