"""One occurrence in four languages: what is carried on, what is heard anew, and what an outlet saw itself.

Each constellation is made up, and what it comes to follows from gold/links/README.md.
"""

import pytest

from link.constellations import Piece, Said, nameless, origins, outlet, person

MILL = Piece(
    "a", "Kadra Post", "en",
    "Shells hit the grain mill of Norhaven on Tuesday, the guard said. A baker told the Kadra Post that he saw the roof fall in.",
    (Said("Shells hit the grain mill of Norhaven on Tuesday", ("guard",)), Said("he saw the roof fall in", (nameless("A baker"),))),
)  # fmt: skip
VAN = Piece(
    "a", "Selen Wire", "en",
    "Troops entered Norhaven at dawn, the guard said. The baker of the mill quarter told Selen Wire that they had come in a vegetable van.",
    (Said("Troops entered Norhaven at dawn", ("guard",)), Said("they had come in a vegetable van", (person("The baker of the mill quarter"),))),
)  # fmt: skip
CAMP = Piece(
    "a", "Kadra Post", "en",
    "Gunmen shot four road workers in their camp near Norhaven, the mission said. A fifth hid under a lorry. "
    "He told the Post that they asked for papers first.",
    (Said("Gunmen shot four road workers in their camp near Norhaven", ("mission",)), Said("they asked for papers first", (person("He"),))),
)  # fmt: skip
SHELLED = Piece(
    "a", "Selen Wire", "en", "Shells fell on the grain mill of Norhaven on Tuesday.",
    (Said("Shells fell on the grain mill of Norhaven on Tuesday"),),
)  # fmt: skip


def later(language, text, *said, after=1, source="Front Radio"):
    return Piece("b", source, language, text, tuple(said), after)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (MILL, later("fr", "Des obus ont touché mardi le moulin, selon la garde. Un boulanger a vu le toit s'effondrer.",
                     Said("Des obus ont touché mardi le moulin", ("guard",)), Said("Un boulanger a vu le toit s'effondrer", (nameless("Un boulanger"),)))),
        (MILL, later("it", "Colpi sul mulino di Norhaven, secondo la guardia. Il tetto è crollato, racconta un fornaio.",
                     Said("Colpi sul mulino di Norhaven", ("guard",)), Said("Il tetto è crollato", (nameless("un fornaio"),)))),
        (MILL, later("ar", "أصابت قذائف مطحنة نورهافن، وفق الحرس. وقال أحد الخبازين إنه رأى السقف ينهار.",
                     Said("أصابت قذائف مطحنة نورهافن", ("guard",)), Said("إنه رأى السقف ينهار", (nameless("أحد الخبازين"),)))),
        (VAN, later("it", "Soldati a Norhaven all'alba, comunica la guardia. Sono entrati, secondo un fornaio, dentro un furgone di verdure.",
                    Said("Soldati a Norhaven all'alba", ("guard",)),
                    Said("Sono entrati, secondo un fornaio, dentro un furgone di verdure", (nameless("un fornaio"),)))),
        (VAN, later("en", "Soldiers went into Norhaven at first light, according to the guard. A baker says a vegetable van brought them.",
                    Said("Soldiers went into Norhaven at first light", ("guard",)), Said("a vegetable van brought them", (nameless("A baker"),)))),
        (CAMP, later("ar", "قتل مسلحون أربعة من عمال الطرق قرب نورهافن، وفق البعثة. وقال الناجي إن المهاجمين طلبوا الأوراق أولا.",
                     Said("قتل مسلحون أربعة من عمال الطرق قرب نورهافن", ("mission",)), Said("إن المهاجمين طلبوا الأوراق أولا", (person("الناجي"),)))),
        (CAMP, later("it", "Quattro operai uccisi vicino a Norhaven, dice la missione. Il superstite racconta che gli uomini hanno chiesto prima i documenti.",
                     Said("Quattro operai uccisi vicino a Norhaven", ("mission",)),
                     Said("gli uomini hanno chiesto prima i documenti", (person("Il superstite"),)))),
    ],
)  # fmt: skip
def test_one_person_who_says_the_same_in_another_outlet_is_carried_on(first, second):
    assert origins(first, second) == [("a", "b"), ("a", "b")]


@pytest.mark.parametrize(
    "second",
    [
        later("it", "Colpi sul mulino di Norhaven, secondo la guardia. Il tetto è crollato, racconta a Front Radio un fornaio.",
              Said("Colpi sul mulino di Norhaven", ("guard",)), Said("Il tetto è crollato", (nameless("un fornaio"),))),
        later("fr", "Des obus ont touché mardi le moulin, selon la garde. Un boulanger nous dit avoir vu le toit tomber.",
              Said("Des obus ont touché mardi le moulin", ("guard",)), Said("avoir vu le toit tomber", (nameless("Un boulanger"),))),
        later("it", "Colpi sul mulino di Norhaven, secondo la guardia. Tre sacchi di farina bruciavano in strada, dice un fornaio.",
              Said("Colpi sul mulino di Norhaven", ("guard",)),
              Said("Tre sacchi di farina bruciavano in strada", (nameless("un fornaio"),))),
        later("en", "The guard says the mill was shelled. A fireman who passed saw the roof fall in, he told us.",
              Said("the mill was shelled", ("guard",)), Said("saw the roof fall in", (nameless("A fireman who passed"),))),
    ],
)  # fmt: skip
def test_who_told_the_outlet_itself_or_says_another_thing_is_another_person(second):
    assert origins(MILL, second) == [("a",), ("a", "b"), ("b",)]


def test_two_persons_of_one_description_with_other_figures_are_two():
    first = Piece("a", "Kadra Post", "en", "A nurse counted five bodies at the mill.",
                  (Said("counted five bodies at the mill", (nameless("A nurse"),), 5),))  # fmt: skip
    second = later("fr", "Une infirmière a compté huit corps au moulin.",
                   Said("a compté huit corps au moulin", (nameless("Une infirmière"),), 8))  # fmt: skip
    assert len(origins(first, second)) == 2


@pytest.mark.parametrize(
    ("who", "language", "text", "words", "number"),
    [
        ("Des habitants de Norhaven", "fr", "Des habitants de Norhaven disent avoir passé la nuit dans les caves.",
         "avoir passé la nuit dans les caves", 2),
        ("des habitants", "fr", "Des obus ont frappé mardi le moulin à grain de Norhaven, selon des habitants.",
         "Des obus ont frappé mardi le moulin à grain de Norhaven", 1),
        ("un abitante", "it", "Il cielo era rosso sopra il mulino, dice un abitante.", "Il cielo era rosso sopra il mulino", 2),
    ],
)  # fmt: skip
def test_anybody_of_a_crowd_is_carried_on_only_with_the_text(who, language, text, words, number):
    first = Piece("a", "Kadra Post", "en", "Shells hit the grain mill of Norhaven on Tuesday, residents said.",
                  (Said("Shells hit the grain mill of Norhaven on Tuesday", (nameless("residents"),)),))  # fmt: skip
    assert len(origins(first, later(language, text, Said(words, (nameless(who),))))) == number


@pytest.mark.parametrize("made", [nameless, person, outlet])
@pytest.mark.parametrize(
    ("who", "language", "text", "words"),
    [
        ("صحيفة سيلن واير", "ar", "سقطت قذائف على مطحنة نورهافن، بحسب صحيفة سيلن واير.", "سقطت قذائف على مطحنة نورهافن"),
        ("موقع سيلن واير الإخباري", "ar", "سقطت قذائف على مطحنة نورهافن، بحسب موقع سيلن واير الإخباري.", "سقطت قذائف على مطحنة نورهافن"),
        ("il sito Selen Wire", "it", "Granate sul mulino di Norhaven, scrive il sito Selen Wire.", "Granate sul mulino di Norhaven"),
        ("le journal Selen Wire", "fr", "Des obus sur le moulin de Norhaven, écrit le journal Selen Wire.", "Des obus sur le moulin de Norhaven"),
        ("the news site Selen Wire", "en", "The mill of Norhaven was shelled, says the news site Selen Wire.", "The mill of Norhaven was shelled"),
    ],
)  # fmt: skip
def test_an_outlet_is_known_behind_a_word_for_what_it_is(who, language, text, words, made):
    assert origins(SHELLED, later(language, text, Said(words, (made(who),)))) == [("a", "b")]


def test_another_paper_is_no_outlet_that_is_here():
    second = later("it", "Granate sul mulino di Norhaven, scrive un giornale locale.",
                   Said("Granate sul mulino di Norhaven", (nameless("un giornale locale"),)))  # fmt: skip
    assert len(origins(SHELLED, second)) == 2


SEEN = [
    ("en", "The mill is a shell; we walked through it at noon. Two died, the mission said.", "The mill is a shell", "Two died"),
    ("fr", "Le moulin n'a plus de toit, nous l'avons vu à midi. Deux morts, selon la mission.", "Le moulin n'a plus de toit", "Deux morts"),
    ("it", "Il mulino non ha più il tetto, lo abbiamo visto a mezzogiorno. Due morti, dice la missione.",
     "Il mulino non ha più il tetto", "Due morti"),
    ("ar", "المطحنة بلا سقف وقد شاهدناها ظهرا. وقالت البعثة إن شخصين قتلا.", "المطحنة بلا سقف", "إن شخصين قتلا"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "number"), [("Kadra Post", 2), ("mission", 1)])
@pytest.mark.parametrize(("language", "text", "own", "said"), SEEN)
def test_we_saw_is_a_voice_of_an_outlet_and_not_a_second_one_of_a_body(
    language, text, own, said, source, number
):
    piece = Piece("a", source, language, text, (Said(own), Said(said, ("mission",))))
    assert len(origins(piece)) == number


def test_what_a_speaker_says_without_marks_is_not_what_the_outlet_saw():
    text = "Two died at the mill, the mission said. We counted nine bodies, a teacher said."
    piece = Piece("a", "Kadra Post", "en", text,
                  (Said("Two died at the mill", ("mission",)), Said("We counted nine bodies", (nameless("a teacher"),))))  # fmt: skip
    assert len(origins(piece)) == 2


NEWS = Piece("a", "Kadra Post", "en", "Shells hit the mill of Norhaven on Tuesday, the mission said.",
             (Said("Shells hit the mill of Norhaven on Tuesday", ("mission",)),))  # fmt: skip
MENTIONS = [
    ("en", "Olive farmers met in Selen on Friday. Prices have doubled since shells fell on the mill.", "shells fell on the mill"),
    ("fr", "Les oléiculteurs se sont réunis vendredi à Selen. Les prix ont doublé depuis les tirs sur le moulin.", "les tirs sur le moulin"),
    ("it", "Gli olivicoltori si sono riuniti venerdì a Selen. I prezzi sono raddoppiati dopo i colpi sul mulino.", "i colpi sul mulino"),
    ("ar", "اجتمع مزارعو الزيتون الجمعة في سيلن. وتضاعفت الأسعار بعد القصف على المطحنة.", "القصف على المطحنة"),
]  # fmt: skip


@pytest.mark.parametrize("after", [1, 3])
@pytest.mark.parametrize(("language", "text", "words"), MENTIONS)
def test_a_mention_in_a_report_about_something_else_joins_the_first_that_told(language, text, words, after):
    news = Said(text.split(".")[0], elsewhere=True)
    assert origins(NEWS, later(language, text, news, Said(words), after=after)) == [("a", "b")]


@pytest.mark.parametrize(("dead", "number"), [(None, 1), (2, 2)])
def test_a_mention_that_adds_a_toll_is_an_own_voice(dead, number):
    text = "Olive farmers met in Selen on Friday. The shells on the mill had killed two men."
    piece = later("en", text, Said("Olive farmers met in Selen on Friday", elsewhere=True),
                  Said("The shells on the mill had killed two men", dead=dead), after=3)  # fmt: skip
    assert len(origins(NEWS, piece)) == number


@pytest.mark.parametrize(
    ("words", "number"), [("all since taken to Selen", 1), ("nine people were hurt in Norhaven", 2)]
)
def test_a_clause_of_a_bodys_bulletin_that_only_refers_is_no_voice_of_the_body(words, number):
    text = f"The mission counted twelve flights in Selen. Of the mill: {words}."
    piece = later("en", text, Said("The mission counted twelve flights in Selen", elsewhere=True),
                  Said(words, day=False), source="clinic")  # fmt: skip
    assert len(origins(NEWS, piece)) == number


def test_a_report_about_it_that_names_people_only_for_something_else_is_an_own_voice():
    text = "The mill of Norhaven lies open to the sky. In Selen a boat sank, the clinic said."
    piece = later("en", text, Said("The mill of Norhaven lies open to the sky"),
                  Said("In Selen a boat sank", ("clinic",), elsewhere=True))  # fmt: skip
    assert origins(NEWS, piece) == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Hours after shells fell on the mill, the ferry of Selen sank. Two men swam ashore.", "shells fell on the mill"),
        ("fr", "Deux jours après les tirs sur le moulin, le bac de Selen a coulé.", "les tirs sur le moulin"),
        ("it", "Due giorni dopo i colpi sul mulino, il traghetto di Selen è affondato.", "i colpi sul mulino"),
        ("ar", "بعد القصف على المطحنة غرقت عبارة سيلن.", "القصف على المطحنة"),
    ],
)  # fmt: skip
def test_what_a_first_sentence_only_recalls_is_not_what_the_report_is_about(language, text, words):
    assert origins(NEWS, later(language, text, Said(words))) == [("a", "b")]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The guard has sent its guns to Norhaven, a copy of the order seen by Selen Wire shows.", "The guard has sent its guns to Norhaven"),
        ("fr", "La garde a envoyé ses canons à Norhaven, selon une note consultée par Selen Wire.", "La garde a envoyé ses canons à Norhaven"),
        ("it", "La guardia ha mandato i cannoni a Norhaven, secondo una circolare visionata da Selen Wire.",
         "La guardia ha mandato i cannoni a Norhaven"),
    ],
)  # fmt: skip
def test_what_a_body_ordered_in_writing_it_says_itself(language, text, words):
    said = Piece("a", "Kadra Post", "en", "Guns were sent to Norhaven, the guard said.",
                 (Said("Guns were sent to Norhaven", ("guard",)),))  # fmt: skip
    paper = later(language, text, Said(words, doer=("guard",)), source="Selen Wire")
    assert origins(said, paper) == [("a", "b")]


@pytest.mark.parametrize(
    ("who", "language", "text", "words", "number"),
    [
        ("مصدر في الدفاع المدني", "ar", "ولم يصب أحد، وفق مصدر في الدفاع المدني.", "ولم يصب أحد", 1),
        ("une source au sein de la protection civile", "fr", "Personne n'est blessé, dit une source au sein de la protection civile.",
         "Personne n'est blessé", 1),
        ("una fonte interna alla protezione civile", "it", "Nessun ferito, dice una fonte interna alla protezione civile.", "Nessun ferito", 1),
        ("a source in the civil defence", "en", "Nobody was hurt, a source in the civil defence said.", "Nobody was hurt", 1),
        ("a security source", "en", "Nobody was hurt, a security source said.", "Nobody was hurt", 2),
        ("un'altra fonte", "it", "Nessun ferito, dice un'altra fonte.", "Nessun ferito", 2),
    ],
)  # fmt: skip
def test_a_source_within_a_named_office_is_the_office(who, language, text, words, number):
    office = Piece("a", "Kadra Post", "en", "A drone burnt the mill of Norhaven, the civil defence said.",
                   (Said("A drone burnt the mill of Norhaven", (person("the civil defence"),)),))  # fmt: skip
    assert len(origins(office, later(language, text, Said(words, (nameless(who),))))) == number


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "The grain mill of Norhaven was struck by shells on Tuesday", 1),
        ("en", "Smoke stood over the roofs of Norhaven until dark", 2),
        ("fr", "Le moulin à grain de Norhaven a été touché par des obus mardi", 1),
        ("it", "Il fumo è rimasto sui tetti di Norhaven fino a sera", 2),
    ],
)
def test_who_tells_in_other_words_what_one_report_told_and_names_nobody_carries_it(language, words, number):
    first = Piece("a", "Kadra Post", "en", "Shells hit the grain mill of Norhaven on Tuesday, the mission said.",
                  (Said("Shells hit the grain mill of Norhaven on Tuesday", ("mission",)),))  # fmt: skip
    assert len(origins(first, later(language, f"{words}.", Said(words)))) == number


NAMED_BY_ITSELF = [
    ("en", "The mill is a shell. Kadra Post saw two walls standing. Two died, the mission said.", "Kadra Post saw two walls standing", "Two died", 2),
    ("en", "The mill is a shell. The Kadra Post's reporter could see two walls. Two died, the mission said.",
     "The Kadra Post's reporter could see two walls", "Two died", 2),
    ("fr", "Le moulin est en ruine. Kadra Post a vu deux murs debout. Deux morts, selon la mission.", "Kadra Post a vu deux murs debout", "Deux morts", 2),
    ("it", "Del mulino restano due muri. La radio li ha visti. Due morti, dice la missione.", "La radio li ha visti", "Due morti", 2),
    ("ar", "ورصدت الإذاعة سقوط جدارين. وقالت البعثة إن شخصين قتلا.", "ورصدت الإذاعة سقوط جدارين", "إن شخصين قتلا", 2),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "own", "said", "number"), NAMED_BY_ITSELF)
def test_an_outlet_that_says_by_its_name_that_it_saw_it_is_a_voice(language, text, own, said, number):
    assert (
        len(origins(Piece("a", "Kadra Post", language, text, (Said(own), Said(said, ("mission",))))))
        == number
    )


def test_they_are_those_without_a_name_who_were_heard_right_before():
    text = "Shells hit the mill of Norhaven, villagers said. They spoke of two dead."
    piece = Piece("a", "Kadra Post", "en", text, (Said("Shells hit the mill of Norhaven", (nameless("villagers"),)), Said("two dead", (person("They"),))))  # fmt: skip
    assert origins(piece) == [("a",)]


def test_they_after_a_body_are_others():
    text = "Shells hit the mill of Norhaven, the mission said. They spoke of two dead."
    piece = Piece("a", "Kadra Post", "en", text, (Said("Shells hit the mill of Norhaven", ("mission",)), Said("two dead", (person("They"),))))  # fmt: skip
    assert len(origins(piece)) == 2
