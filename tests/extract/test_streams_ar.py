"""Arabic wires read as a stream: who launched what was shot down, who is charged, what is told only of a war."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def coded(text, language="ar"):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="صدى", language=language)
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None]


def names(actors):
    return [a.id or a.text for a in actors]


def done(text, language="ar"):
    return {c.event.trigger.text: names(c.event.actors) for c in coded(text, language)}


def held(text, trigger, language="ar"):
    (claim,) = [c for c in coded(text, language) if c.event.trigger.text == trigger]
    return names(claim.event.actors), claim.status.value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أسقط الجيش المالي مسيرات أطلقها المتمردون على غاو.", {"أسقط": ["mli-mil"], "أطلق": ["المتمردون"]}),
        ("أسقط الجيش المالي المسيرات التي أطلقها المتمردون على غاو.", {"أسقط": ["mli-mil"], "أطلق": ["المتمردون"]}),
        ("أعلن الجيش المالي إسقاط عدد من المسيرات التي أطلقتها حركة أزواد على غاو.", {"إسقاط": ["mli-mil"]}),
        ("تصدى الجيش المالي لعدد من الطائرات أطلقتها حركة أزواد على غاو.", {"تصدى": ["mli-mil"]}),
        ("أعلن الجيش المالي تصديه لهجوم شنه المتمردون على ثكنة في غاو.", {"تصدي": ["mli-mil"]}),
    ],
)  # fmt: skip
def test_whoever_downs_what_others_launched_did_not_launch_it(text, told):
    assert told.items() <= done(text).items()


def test_what_was_launched_is_told_by_whoever_tells_that_it_was_downed():
    text = "أعلن الجيش المالي إسقاط مسيرات أطلقتها جماعة نصرة الإسلام والمسلمين على غاو."
    assert held(text, "أطلقت") == (["jnim"], "alleged")
    text = "The Malian army announced the downing of two drones that JNIM had launched at Gao."
    assert held(text, "launched", "en") == (["jnim"], "alleged")
    assert held(text, "downing", "en") == (["mli-mil"], "declared")


@pytest.mark.parametrize(
    "text",
    [
        "منذ أغسطس/ آب الماضي، يكثف الحوثيون قصفهم على مأرب.",
        "منذ أغسطس/آب الماضي، كثف الحوثيون قصفهم على مأرب.",
        "في شهر آب قصف الحوثيون مأرب.",
    ],
)
def test_a_month_by_its_other_name_acts_nowhere(text):
    assert {tuple(actors) for actors in done(text).values()} == {("houthis",)}


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "status"),
    [
        ("قُتل ستة في غارة نُسبت إلى الجيش المالي قرب غاو.", "غارة", ["mli-mil"], "alleged"),
        ("قتل ستة في قصف نسب إلى الجيش المالي قرب غاو.", "قصف", ["mli-mil"], "alleged"),
        ("نسب ناشطون القصف إلى الجيش المالي.", "القصف", ["mli-mil"], "alleged"),
        ("جدد الجيش المالي قصفه على غاو.", "قصف", ["mli-mil"], "actual"),
        ("أعلنت لجنة السوق، في بيان، أنه للمرة الثانية قصفت مقاتلات مالية غاو.", "قصفت", ["مقاتلات مالية"], "reported"),
    ],
)  # fmt: skip
def test_whose_deed_it_is_and_how_it_is_held(text, trigger, actors, status):
    assert held(text, trigger) == (actors, status)


def test_nobody_accuses_where_a_deed_is_only_put_down_to_somebody():
    text = "قتل ستة في هجوم بمسيرة نسبت إلى الجيش المالي، استهدف سوقا في غاو."
    assert all(c.event.root.value != "ACCUSE" for c in coded(text))


def test_figures_do_not_make_whom_it_befell_the_object_of_whoever_was_named_before():
    text = "فيما تتواصل المواجهات بين الجيش المالي والمتمردين، قتل 30 شخصا في هجوم بمسيرة للمتمردين على غاو."
    (claim,) = [c for c in coded(text) if c.event.fatalities.best == 30]
    assert "mli-mil" not in names(claim.event.actors)


def test_a_seat_and_its_name_are_one_place():
    text = "اشتدت المعارك في كيدال، خصوصا بعد استعادة الجيش المالي السيطرة على العاصمة باماكو."
    (claim,) = [c for c in coded(text) if c.event.root.value == "COERCE"]
    assert [p.name for p in claim.event.places] == ["Bamako"]
    text = "بعد سيطرة المتمردين على العاصمة باماكو، انسحب الحرس المالي."
    (claim,) = [c for c in coded(text) if c.event.root.value == "RETREAT"]
    assert all("حرس" in a.text for a in claim.event.actors)


def test_a_verb_of_the_gender_of_the_deed_describes_the_deed():
    text = "قتل سبعة في قصف نفذته مسيرة تابعة للجيش المالي استهدف مسجدا في غاو."
    assert all("مسجد" not in " ".join(actors) for actors in done(text).values())


def test_an_aside_behind_a_leader_hides_nobody_who_is_accused():
    text = "اتهم تحالف أزواد بقيادة عبدالرحيم الحلبي، الجيش المالي بشن هجمات على قرية قرب كيدال."
    assert done(text)["هجمات"] == ["mli-mil"]


def test_what_goes_on_behind_a_dateline_is_no_deed_of_the_town():
    assert done("تساليت، 3 مارس 2031 – نفذ الجيش المالي إعدامات ميدانية في تساليت.") == {
        "إعدامات": ["mli-mil"]
    }


def test_an_aside_on_a_network_says_nothing():
    text = "ذكرت لجان الأهالي في غاو، وهي شبكة من السكان يتابعون القتال، في بيان أن الجيش المالي قصف السوق."
    (claim,) = [c for c in coded(text) if c.event.trigger.text == "قصف"]
    assert [s.text for s in claim.speakers] == ["لجان الأهالي"]


@pytest.mark.parametrize(
    ("text", "language", "counts"),
    [
        ("JNIM shelled Gao on Friday. The conflict has killed 20,000 people.", "en", 1),
        ("JNIM shelled Gao on Friday. Tens of thousands have died nationwide.", "en", 1),
        ("The army and JNIM have fought a war since 2012 that has killed 30,000 people.", "en", 0),
        ("The shelling of Gao killed 20 people on Friday.", "en", 1),
        ("Le JNIM a bombardé Gao vendredi. Le conflit a fait 20 000 morts.", "fr", 1),
        ("Il JNIM ha bombardato Gao venerdì. Il conflitto ha causato 20.000 morti.", "it", 1),
        ("قصفت جماعة نصرة الإسلام والمسلمين غاو الجمعة. وخلفت الحرب عشرات آلاف القتلى.", "ar", 1),
    ],
)
def test_what_a_war_has_cost_is_no_news_of_a_day(text, language, counts):
    assert sum(c.counts for c in coded(text, language)) == counts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L'armée malienne a abattu à Gao un drone de fabrication turque du JNIM.", "fr"),
        ("L'esercito maliano ha abbattuto a Gao un drone di fabbricazione turca.", "it"),
        ("أسقط الجيش المالي في غاو مسيرة تركية الصنع.", "ar"),
    ],
)
def test_where_a_drone_was_made_says_nothing_of_whose_it_is(text, language):
    found = coded(text, language)
    assert found
    assert all("tur-mil" not in names((*c.event.actors, *c.event.recipients)) for c in found)


@pytest.mark.parametrize(
    "text",
    ["قصفت قوات الدعم السريع الأبيض.", "هاجمت قوات الدعم السريع الأبيض وقتلت أربعة حراس."],
)
def test_a_town_that_looks_like_an_adjective_is_what_they_hit(text):
    (claim,) = coded(text)
    assert names(claim.event.actors) == ["rsf"]
    assert [p.name for p in claim.event.places] == ["El Obeid"]


@pytest.mark.parametrize(
    "text",
    [
        "سيطرت جماعة نصرة الإسلام والمسلمين على غاو، وسط مخاوف من إعدامات جماعية.",
        "اقتاد المسلحون الرجال إلى مكان مجهول في غاو، وسط مخاوف من إعدامات ميدانية.",
    ],
)
def test_what_is_only_feared_was_not_done(text):
    assert all(c.event.trigger.text != "إعدامات" or not c.counts for c in coded(text))


@pytest.mark.parametrize(
    ("text", "language", "dead"),
    [
        ("Local groups cited a toll of 31 dead and wounded in the JNIM shelling of Gao.", "en", {None}),
        ("The JNIM attack on Gao left 12 dead and wounded 30.", "en", {12}),
        ("Le bombardement de Gao par le JNIM a fait 27 morts et blessés.", "fr", {None}),
        ("Le bombardement de Gao par le JNIM a fait 27 morts et 30 blessés.", "fr", {27}),
    ],
)
def test_dead_and_wounded_together_are_no_toll_of_the_dead(text, language, dead):
    assert {c.event.fatalities.best for c in coded(text, language)} == dead


def test_who_cites_a_toll_of_dead_and_wounded_wounded_nobody():
    text = "JNIM shelled Gao. Farmers' unions cited a toll of 31 dead and wounded."
    assert all("unions" not in " ".join(names(c.event.actors)) for c in coded(text, "en"))


def test_who_heard_explosions_agreed_on_nothing():
    text = "Les habitants des deux bourgs disent avoir entendu des explosions et des tirs près de Gao."
    assert {c.event.root.value for c in coded(text, "fr")} == {"ASSAULT"}


def test_drones_that_hit_are_of_whoever_carried_out_the_strikes():
    text = "L'armée malienne a mené tôt jeudi des raids de drones visant deux faubourgs de Gao."
    assert done(text, "fr") == {"raids": ["mli-mil"]}


def test_a_region_between_two_towns_has_no_part_in_the_war():
    text = "Le conflit entre l'armée malienne et le JNIM s'est déplacé vers la région entre Gao et la cité Kidal."
    assert names(coded(text, "fr")[0].event.actors) == ["mli-mil", "jnim"]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت قوات حلف الساحل المدعوم إماراتيا سيطرتها على تريم.",
        "قصفت الجماعة المدعومة إيرانيا ميناء عدن.",
    ],
)
def test_who_backs_them_did_nothing_himself(text):
    assert not {"are-mil", "irn-mil"} & {name for actors in done(text).values() for name in actors}


def test_who_is_forced_back_forced_nobody():
    text = "قال الحرس إن الجيش المالي تصدى للهجوم، وأجبر المتمردين على التراجع بعد تكبيدهم خسائر كبيرة."
    assert done(text)["أجبر"] == ["mli-mil"]
    text = "أكد شهود أن القوات المسلحة المالية تصدت للهجوم، وأجبرت جماعة نصرة الإسلام والمسلمين على التراجع بعد تكبيدها خسائر."
    assert done(text)["أجبرت"] == ["mli-mil"]
