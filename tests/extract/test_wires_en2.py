"""Who says it in wires: at the end of the sentence, in an aside, passed on by an outlet; and what is only asked for."""

import pytest
from tests.extract.coding import code, told


def says(text, trigger):
    return [one.text for one in told(text, trigger).speakers]


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        (
            "A series of raids in the Selen hills killed seven soldiers on Tuesday, police said.",
            "raids",
            ["police"],
        ),
        ("Soldiers shelled the town of Selen for hours, our producer reports.", "shelled", ["our producer"]),
        (
            "Hours after the deadline a pipeline in Selen was blown up by rebels, an oil workers' union reported.",
            "blown",
            ["an oil workers' union"],
        ),
        (
            "Rebels freed the staff within an hour and abducted two guards, the commander of the force wrote on X.",
            "abducted",
            ["the commander of the force"],
        ),
        (
            "Nine soldiers were killed when their convoy was ambushed near Selen, a local elected official told this paper.",
            "ambushed",
            ["a local elected official"],
        ),
        (
            "Since 10 May at least 90 people have been killed by shelling in Selen, the UN human rights office has verified.",
            "shelling",
            ["the UN human rights office"],
        ),
        (
            "Rebels have captured the town of Selen, a local official said on Tuesday, a day after the army said it had left.",
            "captured",
            ["a local official"],
        ),
        (
            "Rebels ambushed a convoy on the highway, a resident who asked not to be named said.",
            "ambushed",
            ["a resident"],
        ),
        (
            "Shells killed two farmers, rescuers said, and rebels ambushed the convoy.",
            "ambushed",
            ["rescuers"],
        ),
    ],
)
def test_who_closes_the_sentence_says_what_stands_before(text, trigger, speaker):
    assert says(text, trigger) == speaker


def test_what_is_told_behind_a_semicolon_or_with_but_has_its_own_speaker():
    text = "Rebels shelled Selen, the ministry said; the mayor charged that soldiers had ambushed a bus."
    assert says(text, "shelled") == ["the ministry"]
    assert says(text, "ambushed") == ["the mayor"]
    assert says("The army shelled Selen, the mayor said, but rebels ambushed a convoy.", "ambushed") == []


def test_who_goes_on_behind_the_aside_is_who_was_told_of():
    claim = told("The troops had entered the Selen forest, police said, and came under fire.", "came")
    assert [one.text for one in claim.speakers] == ["police"]
    assert "police" not in {one.text for one in claim.event.recipients}


def test_victims_named_last_do_not_speak():
    text = "Two jets bombed the village of Selen, killing 17, among them nine children, a defence group and a resident said."
    assert says(text, "bombed") == ["a defence group", "a resident"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The rebels demanded the release of their leader.", "release", "demanded"),
        ("Leaders in Selen called for the withdrawal of the rebels.", "withdrawal", "demanded"),
        ("Protesters pressed for the withdrawal of foreign troops.", "withdrawal", "demanded"),
        # What is taken for granted beside what is asked for happened all the same.
        ("The UN urged an end to the shelling of the camp.", "shelling", "actual"),
    ],
)
def test_what_is_asked_for_has_not_come_about(text, trigger, status):
    assert told(text, trigger).status.value == status


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        (
            "A militia spokesman, quoted by a foreign broadcaster, denied the attack on Selen.",
            "denied",
            ["A militia spokesman", "a foreign broadcaster"],
        ),
        (
            "A rebel spokesman, quoted by the news site Selen Post, said the army had shelled a school.",
            "shelled",
            ["A rebel spokesman", "the news site"],
        ),
        (
            "In a statement read on state television the general staff said rebels had shelled Selen.",
            "shelled",
            ["the general staff", "state television"],
        ),
        # A police station is no outlet, and neither is what one tells oneself.
        ("The governor said in a police station that rebels had shelled Selen.", "shelled", ["The governor"]),
    ],
)
def test_an_outlet_passes_on_what_is_said(text, trigger, speakers):
    assert says(text, trigger) == speakers


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        (
            "In Selen the envoy dismissed it as a charade: the rebels, he argued, had shelled the port.",
            "shelled",
            "the envoy",
        ),
        (
            "The Selen Front left the talks after the African Union bombed its camp, it announced.",
            "left",
            "The Selen Front",
        ),
    ],
)
def test_who_tells_in_an_aside_is_who_heads_the_sentence(text, trigger, speaker):
    claims = [c for c in code(text).claims if c.event is not None and c.event.trigger.text == trigger]
    assert [[one.text for one in c.speakers] for c in claims] in ([], [[speaker]])


def test_who_threatens_says_what_he_would_do():
    assert says("The Selen Front blew up a pipeline and threatened to shell the port again.", "shell") == [
        "The Selen Front"
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        (
            "The foreign ministry said the Norland envoy had refused to meet rebels.",
            "refused",
            ["The foreign ministry"],
        ),
        (
            "The defence minister said the army would respond to any attack.",
            "respond",
            ["The defence minister"],
        ),
        ("The Selen Front threatened to shell the port.", "threatened", ["The Selen Front"]),
        (
            "Our troops were responding to reports from residents that rebels had burned a village, Colonel Ane said.",
            "burned",
            ["residents", "Colonel Ane"],
        ),
    ],
)
def test_of_whom_others_tell_that_he_refused_or_would_answer_says_nothing(text, trigger, speakers):
    assert says(text, trigger) == speakers


def test_we_is_the_body_that_speaks_in_a_statement():
    text = (
        "The organisation condemns the killing of four farmers by rebels near Selen.\n"
        "We call on the rebels to withdraw from the town."
    )
    assert says(text, "call") == ["The organisation"]
    assert says(
        "This office has documented 41 killings by rebels. We urge the rebels to withdraw.", "urge"
    ) == ["This office"]
    # A paper that tells what somebody says now is not he.
    told_now = "MINUSCA says rebels shelled the town. We ask every armed actor to let ambulances through."
    assert ["MINUSCA"] not in [
        [one.text for one in c.speakers]
        for c in code(told_now).claims
        if c.event and c.event.trigger.text == "ask"
    ]


def test_who_stands_behind_a_title_with_a_colon_acts():
    claim = told("Boko Haram: Troops Kill Seven", "Kill", context=False)
    assert [one.text for one in claim.event.actors] == ["Troops"]


@pytest.mark.parametrize(
    "text", ["Libya fighting kills nine in Tripoli", "Sudan fighting kills 30 in El Fasher"]
)
def test_the_country_of_a_fight_is_no_side_of_it(text):
    assert told(text, "fighting", context=False).event.actors == ()


def test_a_country_that_shells_is_not_where_it_shells():
    claim = told("Russia shelling kills three in Kherson", "shelling", context=False)
    assert [one.text for one in claim.event.actors] == ["Russia"]
    assert [one.name for one in claim.event.places] == ["Kherson"]


def test_what_a_mission_is_concerned_by_happened_and_is_nobodys_aim():
    text = "The United Nations Mission in South Sudan (UNMISS) is gravely concerned by the killing of 31 civilians in Uror."
    claim = told(text, "killing", context=False)
    assert claim.event.fatalities.best == 31
    assert not [c for c in code(text, context=False).claims if c.content == "purpose"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Police arrested the men who ambushed a bus in Kaduna, killing nine passengers.", "the men"),
        (
            "The envoy urged the elders to hand over the youths who attacked a convoy, killing an officer.",
            "the youths",
        ),
        # Whoever only fled killed nobody.
        ("The army shelled the village where rebels had fled, killing nine people.", "The army"),
    ],
)
def test_who_attacked_killed_and_not_who_arrests_them(text, actor):
    deadly = [
        c.event for c in code(text).claims if c.event is not None and c.event.fatalities.best is not None
    ]
    assert [[one.text for one in event.actors] for event in deadly] == [[actor]]


def test_they_are_the_forces_that_headed_the_sentence_before():
    text = (
        "Statement of the March 23 Movement.\n"
        "Our forces at Selen were shelled on Monday by troops loyal to General Odane. They repulsed the aggressor."
    )
    claim = told(text, "repulsed", context=False)
    assert [one.text for one in claim.event.actors] == ["Our forces"]
