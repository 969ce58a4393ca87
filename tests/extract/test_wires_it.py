"""Turns of Italian wires that once lost who says so, made a charge its answerer's, or put the dead in a newsroom."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def claims(text, root):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Eco", language="it")
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None and c.event.root.value == root]


def called(people):
    return {
        getattr(one, "id", None)
        or getattr(one, "actor", None)
        or one.text.lower().removeprefix("l'").removeprefix("i ")
        for one in people
    }


@pytest.mark.parametrize(
    "text",
    [
        "Secondo quanto dichiarato dai pastori, tre miliziani hanno ucciso due agenti a Gao, in Mali.",
        "Tre miliziani hanno ucciso due agenti a Gao, in Mali, secondo quanto riferito dai pastori.",
        "Tre miliziani hanno ucciso due agenti a Gao, in Mali, secondo quanto hanno riferito i pastori.",
        "Tre miliziani hanno ucciso due agenti a Gao, in Mali, come hanno raccontato i pastori.",
        "Tre miliziani hanno ucciso due agenti a Gao, in Mali, a quanto riferito dai pastori.",
        "Tre miliziani hanno ucciso due agenti a Gao, in Mali, come riferito inizialmente dai pastori.",
    ],
)
def test_who_reported_it_behind_as_says_it(text):
    (claim,) = claims(text, "ASSAULT")
    assert called(claim.speakers) == {"pastori"}
    assert called(claim.event.actors) == {"tre miliziani"}
    assert claim.status.value != "actual"


@pytest.mark.parametrize(
    "text",
    [
        "I ribelli hanno attaccato Gao come soldati regolari.",
        "Come accaduto a Gao, i ribelli hanno attaccato la caserma di Kidal, in Mali.",
    ],
)
def test_a_likeness_behind_as_says_nothing(text):
    (claim,) = claims(text, "ASSAULT")
    assert claim.speakers == ()
    assert claim.status.value == "actual"


def test_a_charge_that_is_answered_stays_that_of_who_made_it():
    text = (
        "I ribelli accusano l'esercito di aver bombardato il mercato di Gao, accusa che l'esercito respinge."
    )
    (charge,) = claims(text, "ACCUSE")
    assert called(charge.speakers) == {"ribelli"}
    (deed,) = claims(text, "ASSAULT")
    assert called(deed.speakers) == {"ribelli"}
    (answer,) = claims(text, "REJECT")
    assert "ribelli" not in called(answer.speakers)


def test_a_charge_of_several_is_answered_as_well():
    text = "Il Mali accusa il governo algerino di ospitare i miliziani, accuse che Algeri respinge."
    (answer,) = claims(text, "REJECT")
    assert called(answer.event.actors) == {"dza-gov"}
    assert called(answer.speakers) == {"dza-gov"}


def test_who_denounces_behind_a_comma_still_speaks():
    (claim,) = claims("I ribelli hanno preso Gao, denuncia l'esercito del Mali.", "COERCE")
    assert called(claim.speakers) == {"mli-mil"}


def test_an_official_toll_is_no_officers():
    text = (
        "Sono salite a nove le vittime di un assalto dei ribelli a Gao, secondo l'ultimo bilancio ufficiale."
    )
    assert all(
        "ufficiale" not in called(c.event.actors) | called(c.speakers) for c in claims(text, "ASSAULT")
    )


def test_officers_still_act():
    (claim,) = claims("Gli ufficiali hanno ucciso tre ribelli a Gao.", "ASSAULT")
    assert called(claim.event.actors) == {"gli ufficiali"}


def test_a_day_of_so_many_people_kills_no_newsroom():
    text = "Lo riferiscono i media di Tripoli. Nella sera di lunedì 15 persone hanno perso la vita quando un mortaio ha centrato un mercato."
    (claim,) = claims(text, "ASSAULT")
    assert called(claim.event.recipients) == {"15 persone"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Due uomini sono stati uccisi dall'esercito a Gao, in Mali.", "mli-mil"),
        ("Due uomini sono stati uccisi dalla polizia a Gao, in Mali.", "mli-cop"),
        ("Due uomini sono stati uccisi da un esercito a Gao, in Mali.", "un esercito"),
        ("Il Pentagono ha bombardato due colline in Siria.", "usa-mil"),
        (
            "Un raid della coalizione a guida Usa ha colpito un deposito a Raqqa, in Siria.",
            "global-coalition",
        ),
    ],
)
def test_an_article_held_by_its_preposition_and_a_seat_say_who_it_is(text, actor):
    (claim,) = claims(text, "ASSAULT")
    assert called(claim.event.actors) == {actor}


def test_a_government_beside_rebels_is_not_that_of_who_tells_of_it():
    text = "Il governo di Damasco e i ribelli hanno firmato un accordo di tregua. Lo ha annunciato il presidente russo."
    (claim,) = claims(text, "AGREE")
    assert "rus-gov" not in called(claim.event.actors)


def test_two_forces_without_articles_are_two():
    (claim,) = claims(
        "Intensi scontri tra forze governative e ribelli dell'M23 a Kibumba, nel Nord Kivu.", "ASSAULT"
    )
    assert called(claim.event.actors) == {"forze governative", "m23"}


def test_a_dateline_is_not_where_what_follows_its_dash_happened():
    text = (
        "(ECO) - PORT SUDAN, 11 OTT - In Sudan sei civili sono morti per un attacco dei ribelli a El Fasher."
    )
    found = claims(text, "ASSAULT")
    assert found
    assert all(place.name != "Port Sudan" for claim in found for place in claim.event.places)


def test_an_agency_before_the_town_and_the_day_is_no_part_of_what_is_told():
    (claim,) = claims(
        "(ECO) Roma, 31 ago. – Due soldati sono stati uccisi dai ribelli a Gao, in Mali.", "ASSAULT"
    )
    assert called(claim.event.recipients) == {"due soldati"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Un uomo è morto negli attacchi della Russia nella regione di Kharkiv.", "rus-mil"),
        ("Il mercato di Aleppo, in Siria, è stato bombardato dall'artiglieria delle fazioni armate.", None),
    ],
)
def test_whose_attack_or_guns_it_was(text, actor):
    (claim,) = claims(text, "ASSAULT")
    assert [one.id for one in claim.event.actors] == [actor]
