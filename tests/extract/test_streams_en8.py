"""What streams of English wires on several crises showed: whose lives, who wields, what is only called so, counts behind the verb."""

from datetime import date
from functools import cache

import pytest

from hudna.model.claim import Claim, Root, Status
from hudna.model.report import Report
from hudna.pipeline import code_reports


@cache
def claims(text: str, language: str = "en") -> tuple[Claim, ...]:
    """What a report of a Friday in March tells."""
    report = Report(id="s-2", text=text, published=date(2026, 3, 6), source="Wire", language=language)
    (coded,) = code_reports([report])
    return tuple(c for c in coded.claims if c.event is not None)


def event(text: str, trigger: str, language: str = "en") -> Claim:
    """The one event with this word."""
    (found,) = [c for c in claims(text, language) if c.event.trigger.text == trigger]
    return found


def actors(claim: Claim) -> list[str]:
    return [a.text for a in claim.event.actors]


@pytest.mark.parametrize(
    ("text", "dead", "whom"),
    [
        ("Rebel fire claimed the lives of a guard and 11 herders in Gao.", 12, ["a guard", "11 herders"]),
        ("Shelling took the lives of four women and two men near Goma.", 6, ["four women", "two men"]),
        ("The ambush cost the lives of three drivers in Gao.", 3, ["three drivers"]),
    ],
)
def test_lives_that_are_taken_are_those_of_people(text, dead, whom):
    (found,) = [c for c in claims(text) if c.event.root is Root.ASSAULT]
    assert found.event.fatalities.best == dead
    assert [r.text.partition(" in ")[0].partition(" near ")[0] for r in found.event.recipients] == whom
    assert found.status is Status.ACTUAL
    assert not found.speakers


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The blast claimed nine lives in Gao.", 9),
        ("Army gunfire has claimed at least 20 lives in Gao.", 20),
        ("Six civilian lives were lost when rebels shelled Goma.", 6),
    ],
)
def test_lives_are_counted(text, dead):
    assert max(c.event.fatalities.best or 0 for c in claims(text)) == dead


def test_a_group_that_claims_an_attack_says_so():
    assert event("Al Shabaab claimed the raid on Jilib.", "claimed").status is Status.DECLARED


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The army used a drone to drop grenades on a mosque in Gao.", "drop", "The army"),
        ("The junta has used jets to bomb hamlets in Sagaing.", "bomb", "The junta"),
        ("Troops are using tanks to block the road to Kidal.", "block", "Troops"),
    ],
)
def test_who_uses_a_weapon_acts(text, trigger, who):
    found = event(text, trigger)
    assert actors(found) == [who]
    assert found.status is Status.ACTUAL


def test_what_could_be_used_has_not_been_used():
    assert (
        event("Rebels could use the tunnel to attack the fort at Kidal.", "attack").status
        is Status.HYPOTHETICAL
    )


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Gunmen killed at least four people in Niger State, a priest said.", "killed", "Gunmen"),
        ("Insurgents abducted about a dozen women near Macomia on Monday.", "abducted", "Insurgents"),
        ("Police arrested more than 30 marchers in Lome.", "arrested", "Police"),
    ],
)
def test_a_count_behind_the_verb_is_whom_it_befell(text, trigger, who):
    assert actors(event(text, trigger)) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Nine killed around 5 a.m. Monday in Kidal blast",
        "Six soldiers killed over three days in Gao",
        "12 killed at least in Kidal raid",
    ],
)
def test_an_hour_or_a_stretch_behind_the_verb_is_nobody(text):
    assert max(c.event.fatalities.best or 0 for c in claims(text)) in (9, 6, 12)


@pytest.mark.parametrize(
    ("text", "trigger", "language", "speaker"),
    [
        (
            "In Homs, 30 men were shot in what monitors described as revenge killings by the army.",
            "killings",
            "en",
            "monitors",
        ),
        (
            "Soldiers burned four huts in what a chief called a punitive raid in Gao.",
            "raid",
            "en",
            "a chief",
        ),
        (
            "Trenta uomini sono stati uccisi a Homs in quello che gli osservatori descrivono come un raid dell'esercito.",
            "raid",
            "it",
            "gli osservatori",
        ),
    ],
)
def test_what_somebody_calls_it_is_said_by_him(text, trigger, language, speaker):
    found = event(text, trigger, language)
    assert found.status is not Status.ACTUAL
    assert [s.text for s in found.speakers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The militia committed dozens of violations of the truce in Hodeidah.",
        "Rebels committed atrocities in Goma.",
        "The army committed a massacre in Gao.",
    ],
)
def test_what_is_committed_is_done(text):
    (found,) = claims(text)
    assert (found.event.root, found.status) == (Root.ASSAULT, Status.ACTUAL)


def test_what_somebody_commits_himself_to_is_planned():
    told = claims("The army committed itself to a withdrawal from Goma.")
    assert all(c.status is Status.PLANNED for c in told if c.event.root is Root.RETREAT)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen ambushed soldiers who carried out an operation near Banias aimed at seizing an ex-governor.",
        "Police stormed a house in a raid aimed at arresting a rebel leader in Gao.",
        "The army began a sweep in Gao aimed at arresting deserters.",
    ],
)
def test_what_a_deed_is_aimed_at_has_not_happened(text):
    assert all(not c.counts for c in claims(text) if c.event.root is Root.COERCE and c.event.mode == "arrest")


@pytest.mark.parametrize(
    "text",
    [
        "Shelling hit posts across the border in Pakistan after the Pahalgam carnage.",
        "Rebels in Niger took revenge for the Kidal carnage.",
        "Fighters from Chad mourned the Gao bloodbath.",
    ],
)
def test_a_town_before_a_word_of_killing_is_nobody(text):
    assert all(a.text not in ("Pahalgam", "Kidal", "Gao") for c in claims(text) for a in c.event.actors)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Clashes broke out between the army and Arab tribal fighters in Suwayda.", "Clashes"),
        ("Armed men drove out Bedouin Arab families in Suwayda.", "drove"),
    ],
)
def test_people_of_the_name_of_a_bloc_are_no_body_of_its_states(text, trigger):
    found = event(text, trigger).event
    assert all(a.country != "IGO" for a in (*found.actors, *found.recipients))


def test_leaders_of_a_bloc_are_of_its_states():
    assert [
        a.country for a in event("Arab leaders condemned the raid on Jenin.", "condemned").event.actors
    ] == ["IGO"]


@pytest.mark.parametrize(
    ("text", "trigger", "language"),
    [
        (
            "The White Army says that it took Nasir in heavy fighting with government forces.",
            "fighting",
            "en",
        ),
        ("The M23 said its men had clashed with regime forces near Goma.", "clashed", "en"),
        ("Le M23 dit avoir pris Sake après des combats avec les forces gouvernementales.", "combats", "fr"),
    ],
)
def test_government_forces_are_no_rebels_own(text, trigger, language):
    found = event(text, trigger, language)
    (state,) = [a for a in found.event.actors if "forces" in a.text and not a.text.startswith("its")]
    assert state.id not in ("white-army", "m23")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Cambodian Senate President Hun Sen said his country had fired at Thai forces.", "fired", "khm-mil"),
        (
            "President Volodymyr Zelensky said his country had struck a depot in Belgorod.",
            "struck",
            "ukr-mil",
        ),
        ("Benjamin Netanyahu said his country had bombed a bridge in Beirut.", "bombed", "isr-mil"),
    ],
)
def test_his_country_is_the_state_and_not_the_man(text, trigger, actor):
    assert [a.id for a in event(text, trigger).event.actors] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Hun Manet claimed in a statement posted online that his troops had shelled Thai forces.",
        "The M23 said in a message shared on Telegram that its men had shelled Goma.",
        "The army announced in a video published on Monday that it had shelled rebels in Gao.",
    ],
)
def test_what_stands_in_a_statement_is_said_by_whoever_makes_it(text):
    assert event(text, "shelled").speakers


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("The army shelled Goma, claimed two residents.", "shelled", "two residents"),
        (
            "Rebels killed nine soldiers near Gao, announced the army spokesman.",
            "killed",
            "the army spokesman",
        ),
        ("Rebels seized Kidal, confirmed Mayor Jan Roe.", "seized", "Mayor Jan Roe"),
    ],
)
def test_whoever_stands_behind_the_verb_says_it(text, trigger, speaker):
    assert [s.text for s in event(text, trigger).speakers] == [speaker]


def test_what_is_claimed_behind_a_comma_is_nobody():
    assert not event("The army shelled Goma, claimed victory and left.", "shelled").speakers


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        (
            "This comes a week after gunmen killed nine herders in Gao.",
            "killed",
            date(2026, 2, 26),
            date(2026, 2, 27),
        ),
        ("The shelling comes a day after the army took Kidal.", "took", date(2026, 3, 4), date(2026, 3, 5)),
        ("The raid came two days after rebels seized Kidal.", "seized", date(2026, 3, 3), date(2026, 3, 4)),
    ],
)
def test_what_news_comes_after_was_so_many_days_before_it(text, trigger, first, last):
    when = event(text, trigger).event.occurred
    assert (when.earliest, when.latest) == (first, last)


def test_how_long_after_is_counted_from_the_day_that_is_told():
    when = event(
        "Rebels shelled Gao on Wednesday, two days after they seized Kidal.", "seized"
    ).event.occurred
    assert when.earliest == when.latest == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        (
            "The army and the rebels fought a battle last week that killed 43 people near Goma.",
            "battle",
            date(2026, 2, 23),
        ),
        ("Rebels mounted an attack on Monday that killed two guards in Gao.", "attack", date(2026, 3, 2)),
        ("The army launched an offensive on Tuesday that reached Kidal.", "offensive", date(2026, 3, 3)),
    ],
)
def test_a_day_behind_a_deed_that_is_an_object_is_its_own(text, trigger, first):
    assert event(text, trigger).event.occurred.earliest == first


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pakistan resorted to heavy shelling in border districts of Kashmir.", "Pakistan"),
        ("The rebels resorted to shelling of villages near Goma.", "The rebels"),
        ("The junta has resorted to air strikes on hospitals in Sagaing.", "The junta"),
    ],
)
def test_who_resorts_to_force_uses_it(text, who):
    (found,) = [c for c in claims(text) if c.event.root is Root.ASSAULT]
    assert actors(found) == [who]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        (
            "The fighting was between the Zintan and Misrata militias.",
            "fighting",
            ["Zintan", "Misrata militias"],
        ),
        (
            "Clashes broke out in Zawiya between the Zintan and Misrata brigades.",
            "Clashes",
            ["Zintan", "Misrata brigades"],
        ),
        (
            "Fighting between the Zuwara and Kabaw fighters went on in Zawiya.",
            "Fighting",
            ["Zuwara", "Kabaw fighters"],
        ),
    ],
)
def test_two_names_share_the_noun_behind_them(text, trigger, who):
    found = event(text, trigger).event
    assert [a.text.removeprefix("the ") for a in found.actors] == who
    assert all(p.name not in ("Zintan", "Misrata", "Zuwara", "Kabaw") for p in found.places)


def test_two_towns_without_a_noun_are_towns():
    told = claims("The army and rebels clashed on the road between Goma and Bukavu on Monday.")
    assert all(a.text not in ("Goma", "Bukavu") for c in told for a in c.event.actors)


WAR = "Rebels shelled an army post near the line on Sunday. "


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("A relief convoy was set upon by gunmen in Gao.", "set", Root.ASSAULT),
        ("A minibus was fired upon near Gao on Monday.", "fired", Root.ASSAULT),
        ("A ferry was shot at by rebels in Bria.", "shot", Root.ASSAULT),
        ("The curfew was moved forward to six in Goma.", "moved", Root.COERCE),
        ("The governor lengthened the curfew by an hour in Goma.", "lengthened", Root.COERCE),
        ("Jihadists at the ford fined two boatmen and a trader.", "fined", Root.COERCE),
        ("Students filed past the garrison in silence.", "filed", Root.PROTEST),
        ("The governor enforced Section 163 in two districts of Bhola.", "enforced", Root.COERCE),
    ],
)
def test_everyday_deeds_of_a_conflict_are_read(text, trigger, root):
    assert event(WAR + text, trigger).event.root is root


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The soldiers drove their lorries back to the barracks.", "drove"),
        ("The matter was looked into by the army.", "looked"),
        ("The court fined two drivers.", "fined"),
        ("Visitors filed past the paintings in silence.", "filed"),
    ],
)
def test_quiet_deeds_with_such_words_are_left(text, word):
    assert all(c.event.trigger.text != word for c in claims(WAR + text))
