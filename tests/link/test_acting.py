"""Who did it, where some tell of a fight and others of what one side did."""

from hudna.link.kind import acting, befallen, first_side, mode_of
from hudna.model.claim import Actor, Count, Event, Root, Span


def somebody(text, name=None, sector="REB"):
    return Actor(text=text, start=0, end=len(text), id=name, country=None, sector=sector)


def event(actors, recipients=()):
    return Event(
        root=Root.ASSAULT,
        trigger=Span(text="hit", start=0, end=3),
        actors=tuple(actors),
        recipients=tuple(recipients),
    )


REBELS, ARMY = somebody("the rebels", "rsf"), somebody("the army", "sdn-mil", "MIL")
CAMP, FIGHTERS = somebody("the camp", None, "CVL"), somebody("six fighters", None, "UAF")


def names(actors):
    return {one.id for one in actors}


def test_who_fought_did_not_do_what_one_of_them_did_to_others():
    told = [event([REBELS, ARMY]), event([REBELS], [CAMP])]
    assert names(acting(told, Root.ASSAULT)) == {"rsf"}


def test_where_only_those_who_fought_are_harmed_both_did_it():
    told = [event([REBELS, ARMY]), event([REBELS], [ARMY])]
    assert names(acting(told, Root.ASSAULT)) == {"rsf", "sdn-mil"}


def test_of_what_two_sides_did_to_others_one_speaker_is_taken_at_what_he_tells_first():
    first, second = event([REBELS], [CAMP]), event([ARMY], [FIGHTERS])
    assert list(first_side([first, second])) == [first]
    assert list(first_side([first, event([REBELS], [FIGHTERS])])) != [first]


def test_whom_it_befell_beside_a_fight_was_harmed_by_neither_side_that_is_known():
    fought = [event([REBELS, ARMY]), event([], [CAMP])]
    assert befallen(fought, Root.ASSAULT) == ([], [CAMP])
    assert befallen([*fought, event([REBELS], [FIGHTERS])], Root.ASSAULT) == ([FIGHTERS], [CAMP])


def test_whom_it_befell_where_one_acted_was_harmed_by_him():
    assert befallen([event([REBELS]), event([], [CAMP])], Root.ASSAULT) == ([CAMP], [])
    assert befallen([event([REBELS, ARMY], [CAMP])], Root.ASSAULT) == ([CAMP], [])


def test_who_clashed_is_not_said_to_have_done_what_nobody_is_said_to_have_done():
    clash, killing = event([REBELS]), event([], [CAMP]).model_copy(update={"mode": "targeted"})
    assert befallen([clash, killing], Root.ASSAULT) == ([], [CAMP])
    shelling = clash.model_copy(update={"mode": "targeted"})
    assert befallen([shelling, killing], Root.ASSAULT) == ([CAMP], [])


def test_a_graver_deed_is_put_down_to_whom_a_claim_puts_it():
    fight, killing = event([REBELS]), event([]).model_copy(update={"mode": "targeted"})
    assert mode_of([fight, killing], Root.ASSAULT, "targeted", apart=False) is None
    assert mode_of([fight, killing], Root.ASSAULT, "aerial", apart=False) == "aerial"
    did = event([REBELS], [CAMP]).model_copy(update={"mode": "targeted"})
    assert mode_of([fight, did], Root.ASSAULT, "targeted", apart=False) == "targeted"
    assert mode_of([killing], Root.ASSAULT, "targeted", apart=False) == "targeted"


def test_whom_a_fight_between_two_killed_nobody_is_said_to_have_attacked():
    words = Span(text="clashes", start=40, end=47)
    toll = {"fatalities": Count(best=9, low=9), "trigger": words}
    killed = event([somebody("two militias", None, "UAF")], [CAMP]).model_copy(update=toll)
    assert befallen([killed], Root.ASSAULT, (words,)) == ([], [CAMP])
    assert befallen([killed], Root.ASSAULT) == ([CAMP], [])


def test_who_fights_whom_is_no_victim_where_nobody_is_counted():
    words = Span(text="clashed", start=10, end=17)
    fought = event([REBELS], [ARMY]).model_copy(update={"trigger": words})
    assert befallen([fought], Root.ASSAULT, (words,)) == ([ARMY], [])
