"""How Italian counts the dead and the hurt: whichever comes first, the figure, the people or the deed."""

from datetime import date

import pytest

from hudna.extract.casualties import find_tolls
from hudna.knowledge.casualty_words import load_casualty_words
from hudna.model.report import Report
from hudna.pipeline import code_reports

ITALIAN = load_casualty_words("it")

# sentence, the killed, the injured: low, best, high
TOLLS = [
    ("Quattro i carabinieri caduti nell'imboscata.", [(4, 4, 4)], []),
    ("Undici le guardie morte, riferisce la radio.", [(11, 11, 11)], []),
    ("I soldati morti sarebbero nove.", [(9, 9, 9)], []),
    ("Le vittime civili sono almeno trenta.", [(30, 30, None)], []),
    ("I morti sono 19 e i feriti 41.", [(19, 19, 19)], [(41, 41, 41)]),
    ("I feriti sono ventisei.", [], [(26, 26, 26)]),
    ("Decine i feriti nella calca.", [], [(20, None, None)]),
    ("Otto i feriti, due gravi.", [], [(8, 8, 8)]),
    ("Erano sette le persone a bordo, tutte uccise.", [(7, 7, 7)], []),
    ("Quattordici pastori giustiziati a Malu.", [(14, 14, 14)], []),
    ("Sono stati passati per le armi 27 prigionieri.", [(27, 27, 27)], []),
    ("Hanno decapitato un uomo davanti alla moschea.", [(1, 1, 1)], []),
    ("Hanno fucilato tre guardie.", [(3, 3, 3)], []),
    ("Aver eliminato tutti e dodici gli assalitori.", [(12, 12, 12)], []),
    ("L'agguato ha lasciato sul terreno sei soldati e un interprete.", [(7, 7, 7)], []),
    ("L'imboscata è costata la vita a due agenti e a un autista.", [(3, 3, 3)], []),
    ("La sparatoria, costata la vita a tre gendarmi.", [(3, 3, 3)], []),
    ("La granata ha colpito il cortile uccidendo un'anziana e i suoi quattro nipoti.", [(5, 5, 5)], []),
    ("Tre corpi estratti dalle macerie.", [(3, 3, 3)], []),
    ("Recuperati nove corpi dal fiume.", [(9, 9, 9)], []),
    ("L'uccisione di un medico a Porto Selen.", [(1, 1, 1)], []),
    ("L'esercito piange cinque martiri.", [(5, 5, 5)], []),
    ("Un gendarme ucciso, quattro assalitori morti.", [(1, 1, 1), (4, 4, 4)], []),
    ("Trentadue abitanti, dodici dei quali donne, sono stati uccisi.", [(32, 32, 32)], []),
    ("Hanno attaccato il mercato, uccidendone uno e ferendone altri cinque.", [(1, 1, 1)], [(5, 5, 5)]),
    ("Hanno aggredito due pastori, uccidendone uno.", [(1, 1, 1)], []),
    ("È di almeno nove morti il bilancio degli scontri.", [(9, 9, None)], []),
    ("È di 31 morti e oltre 80 feriti il bilancio.", [(31, 31, 31)], [(80, 80, None)]),
    ("E' di almeno una quarantina di vittime il bilancio.", [(40, 40, None)], []),
    ("Due civili sono morti.", [(2, 2, 2)], []),
    ("Si contano undici vittime.", [(11, 11, 11)], []),
    ("Tre cugini hanno perso la vita.", [(3, 3, 3)], []),
    ("Quattro sorelle sono state uccise.", [(4, 4, 4)], []),
    ("Due maestre sono state uccise e una è stata ferita.", [(2, 2, 2)], [(1, 1, 1)]),
    ("Tre donne sono state uccise e quattro ferite.", [(3, 3, 3)], [(4, 4, 4)]),
    ("Un uomo è stato ucciso e un altro è rimasto ferito.", [(1, 1, 1)], [(1, 1, 1)]),
    ("Ferendo gravemente due passanti.", [], [(2, 2, 2)]),
    ("Hanno ferito in modo lieve tre civili.", [], [(3, 3, 3)]),
    ("Uccidendo un uomo e ferendone un altro.", [(1, 1, 1)], [(1, 1, 1)]),
    ("Ha causato la morte di una madre e di un ragazzo.", [(2, 2, 2)], []),
    ("La morte di quattro pescatori e di un marinaio.", [(5, 5, 5)], []),
    ("Un 17enne palestinese, picchiato da coloni, è stato ucciso.", [(1, 1, 1)], []),
    ("Un adolescente di 15 anni è stato ucciso.", [(1, 1, 1)], []),
    ("Un giovane di 21 anni è stato ucciso.", [(1, 1, 1)], []),
    ("Una ragazzina è morta.", [(1, 1, 1)], []),
    ("Sono stati uccisi cinque addetti alla sicurezza e un miliziano.", [(6, 6, 6)], []),
    ("Cinque soldati e due civili sono stati uccisi.", [(7, 7, 7)], []),
    ("Cinque soldati, tre guardie e due civili sono stati uccisi.", [(10, 10, 10)], []),
    ("Tre soldati sono stati uccisi e due civili sono rimasti feriti.", [(3, 3, 3)], [(2, 2, 2)]),
    ("Ucciso tre soldati e due civili sono rimasti feriti.", [(3, 3, 3)], [(2, 2, 2)]),
    ("Gli uomini armati hanno ucciso tre soldati e due civili.", [(5, 5, 5)], []),
    (
        "Almeno 16 militari ed ausiliari sono morti ed altri 24 sono rimasti feriti.",
        [(16, 16, None)],
        [(24, 24, 24)],
    ),
    ("La radio ha alzato a 63 il bilancio delle vittime.", [(63, 63, 63)], []),
    ("Il ministero ha aggiornato ad almeno sei morti il bilancio.", [(6, 6, None)], []),
    ("Il ministero ha portato a 118 il numero dei morti.", [(118, 118, 118)], []),
    ("Sale a 44 il bilancio dei morti.", [(44, 44, 44)], []),
    ("Il bilancio dei morti ha superato i 3.400.", [(3400, 3400, None)], []),
    ("Il bilancio dei morti ha superato quota 900.", [(900, 900, None)], []),
    ("Provocando quasi 40 vittime.", [(None, 40, 40)], []),
    ("Tra i morti figurano 12 donne.", [], []),
    ("Morto anche un bambino di sei anni.", [(1, 1, 1)], []),
    ("Sei feriti, tra cui due bambini.", [], [(6, 6, 6)]),
    ("Tre morti e 14 feriti, di cui due bambini.", [(3, 3, 3)], [(14, 14, 14)]),
    ("Almeno nove persone, tra cui quattro minori, sono state uccise.", [(9, 9, None)], []),
    ("Nove persone sono state uccise, tra cui quattro minori.", [(9, 9, 9)], []),
    ("Sono rimaste uccise sei persone e altre nove ferite.", [(6, 6, 6)], [(9, 9, 9)]),
    ("Sono rimaste uccise sei persone, altre nove ferite.", [(6, 6, 6)], [(9, 9, 9)]),
    ("Hanno perso la vita sessantatré persone.", [(63, 63, 63)], []),
    ("Sono morti in sette.", [(7, 7, 7)], []),
    ("Sette persone sono morte e altrettante ferite.", [(7, 7, 7)], []),
    ("Due morti e non si sa quanti feriti.", [(2, 2, 2)], []),
    ("I morti accertati sono diciotto.", [(18, 18, 18)], []),
    ("Nessuna vittima.", [], []),
    ("Non ci sono state vittime.", [], []),
    ("Dodici soldati hanno ucciso un uomo.", [(1, 1, 1)], []),
    ("Diciotto persone risultano disperse.", [], []),
    ("L'uccisione di un comandante di 45 anni.", [(1, 1, 1)], []),
    ("Tra sei e nove soldati sono stati uccisi.", [(6, None, 9)], []),
    ("Fra i 12 e i 15 civili sono morti.", [(12, None, 15)], []),
    ("Un centinaio i morti, secondo la diocesi.", [(100, 100, 100)], []),
    ("Ventuno donne rapite.", [], []),
    ("Ha fatto almeno 14 vittime e 22 feriti.", [(14, 14, None)], [(22, 22, 22)]),
    ("Ci sono nove morti e settantadue feriti.", [(9, 9, 9)], [(72, 72, 72)]),
    ("Ha perso la vita il colonnello Tarek Nuri.", [], []),
    ("Uccisi il sindaco e due guardie.", [], []),
    ("Abbattuti tre miliziani.", [(3, 3, 3)], []),
    ("Abbattuti tre droni.", [], []),
    ("Hanno eliminato due droni.", [], []),
    ("Ha neutralizzato nove terroristi.", [(9, 9, 9)], []),
    ("Hanno ucciso 25 soldati, 60 i dispersi.", [(25, 25, 25)], []),
    ("Un'esplosione ha ucciso sul colpo quattro operai.", [(4, 4, 4)], []),
]


@pytest.mark.parametrize(("text", "killed", "injured"), TOLLS, ids=[t for t, _, _ in TOLLS])
def test_tolls(text, killed, injured):
    found = find_tolls(text, 0, len(text), ITALIAN)
    for kind, expected in (("killed", killed), ("injured", injured)):
        assert [(t.count.low, t.count.best, t.count.high) for t in found if t.kind == kind] == expected


# sentence, event word, how many it killed
TOLD = [
    (
        "L'esercito ha respinto l'assalto a Sirte; quattro i militari caduti, dice il portavoce.",
        "caduti",
        (4, 4, 4),
    ),
    (
        "Un drone ha colpito la caserma di Sirte: undici gli agenti morti, ha detto il ministro.",
        "morti",
        (11, 11, 11),
    ),
    ("I ribelli hanno assalito la base di Sirte. Nove i soldati uccisi nel rogo.", "uccisi", (9, 9, 9)),
    ("Il comandante della brigata è stato ucciso a Sirte da uomini armati.", "ucciso", (1, 1, 1)),
    ("Uomini armati hanno ucciso a Sirte il sindaco e due guardie.", "ucciso", (3, 3, 3)),
    ("Il colonnello Tarek Nuri è stato assassinato a Sirte.", "assassinato", (1, 1, 1)),
    ("Gli uomini armati hanno ucciso un'infermiera e i suoi tre figli a Sirte.", "ucciso", (4, 4, 4)),
    # Who kills at two o'clock is no two.
    ("Alle due i soldati hanno attaccato il porto di Sirte.", "attaccato", (None, None, None)),
    ("Uomini armati hanno ucciso alcuni soldati a Sirte.", "ucciso", (None, None, None)),
    ("Uomini armati hanno ucciso il capo e i suoi soldati a Sirte.", "ucciso", (None, None, None)),
]


@pytest.mark.parametrize(("text", "trigger", "killed"), TOLD, ids=[t for t, _, _ in TOLD])
def test_toll_of_an_event(text, trigger, killed):
    report = Report(id="selen-1", text=text, published=date(2031, 3, 12), language="it")
    (coded,) = code_reports([report])
    (dead,) = (c.event.fatalities for c in coded.claims if c.event and c.event.trigger.text == trigger)
    assert (dead.low, dead.best, dead.high) == killed


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        (
            "Almeno 30 militari ed ausiliari del Niger sono morti ed altri 12 sono rimasti feriti.",
            (12, 12, 12),
        ),
        ("Almeno 30 guardie della miniera sono state uccise e altre sei ferite.", (6, 6, 6)),
        ("Nove soldati dell'esercito sono rimasti feriti e tre uccisi.", (9, 9, 9)),
    ],
)
def test_what_befell_others_is_told_behind_the_first(text, hurt):
    (toll,) = (t.count for t in find_tolls(text, 0, len(text), ITALIAN) if t.kind == "injured")
    assert (toll.low, toll.best, toll.high) == hurt
