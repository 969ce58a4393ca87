"""Verbs with their participants, however the sentence turns them."""

import pytest

from read.shallow.shallow_reading import clause, core, read


@pytest.mark.parametrize(
    ("text", "lemma", "subject", "objects"),
    [
        ("I ribelli hanno attaccato la caserma.", "attaccare", "I ribelli", ["la caserma"]),
        ("La caserma è stata attaccata dai ribelli.", "attaccare", "ribelli", ["La caserma"]),
        ("La caserma venne attaccata dai ribelli.", "attaccare", "ribelli", ["La caserma"]),
        ("È esplosa una bomba davanti al ministero.", "esplodere", "una bomba", []),
        ("Lo riferisce il ministero.", "riferire", "il ministero", ["Lo"]),
        ("I soldati, raccontano i testimoni, hanno aperto il valico.", "aprire", "I soldati", ["il valico"]),
        ("A lanciarli è stato il gruppo di Orna.", "lanciare", "il gruppo", ["li"]),
        ("Il generale che guida i ribelli è morto.", "guidare", "Il generale", ["i ribelli"]),
        ("I ribelli hanno ucciso e ferito due pastori.", "ferire", "I ribelli", ["due pastori"]),
        ("L'esercito ha chiesto ai ribelli di lasciare la base.", "lasciare", "ribelli", ["la base"]),
        ("Le imbarcazioni, ha detto il premier, salperanno.", "salpare", "Le imbarcazioni", []),
        (
            "Il mulino è stato distrutto e i ribelli hanno preso il guado.",
            "prendere",
            "i ribelli",
            ["il guado"],
        ),
        ("Il mulino è stato distrutto e i ribelli hanno preso il guado.", "distruggere", None, ["Il mulino"]),
        ("Con un raid Israele ha ucciso due pastori.", "uccidere", "Israele", ["due pastori"]),
        ("Nella base Unifil è morto un soldato.", "morire", "un soldato", []),
        ("I soldati ci hanno picchiato.", "picchiare", "I soldati", ["ci"]),
        ("I soldati ci hanno portato il pane.", "portare", "I soldati", ["il pane"]),
        ("Il comando sostiene di averlo eliminato.", "eliminare", "Il comando", ["lo"]),
        ("Ieri Al Shabaab ha attaccato una base.", "attaccare", "Al Shabaab", ["una base"]),
        ("Hanno perquisito le case e sequestrato i telefoni.", "sequestrare", None, ["i telefoni"]),
        (
            "Il portavoce ha detto che le truppe non si ritireranno e ha chiesto garanzie.",
            "chiedere",
            "Il portavoce",
            ["garanzie"],
        ),
        (
            "Il ministero nega che i soldati abbiano sparato e accusa i ribelli.",
            "accusare",
            "Il ministero",
            ["i ribelli"],
        ),
    ],
)
def test_participants(text, lemma, subject, objects):
    found = clause(text, lemma)
    assert (core(found.subject), [core(o) for o in found.objects]) == (subject, objects)


def test_who_is_left_out_is_a_pronoun_without_words():
    subject = clause("Hanno attaccato la caserma.", "attaccare").subject
    assert subject is not None
    assert (subject.pronoun, subject.text) == ("they", "")


def test_us_is_no_there():
    subject = clause("Ci hanno picchiato tutta la notte.", "picchiare").subject
    assert subject is not None
    assert subject.pronoun == "they"
    assert clause("Ci sono stati scontri a Orna.", "essere").kind == "existential"


def test_nobody_is_the_subject_and_no_one_who_was_left_out():
    assert clause("Nessuno ci ha picchiato.", "picchiare").subject is None


def test_nobody_acts_where_one_fights():
    assert clause("A Orna si combatte da giorni.", "combattere").subject is None


@pytest.mark.parametrize(
    ("text", "lemma", "modals"),
    [
        ("I ribelli avrebbero ucciso due pastori.", "uccidere", ["hearsay"]),
        ("Due pastori sarebbero stati uccisi.", "uccidere", ["hearsay"]),
        ("Se cadesse la città, i ribelli attaccherebbero il porto.", "attaccare", ["would"]),
        ("Il governo aveva annunciato che le truppe sarebbero partite.", "partire", ["will"]),
    ],
)
def test_a_conditional_is_hearsay_a_supposition_or_to_come(text, lemma, modals):
    assert [m.lemma for m in clause(text, lemma).modals] == modals


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("L'esercito non ha attaccato la caserma.", "attaccare"),
        ("Nessun soldato è stato ucciso.", "uccidere"),
        ("I ribelli non hanno mai lasciato la città.", "lasciare"),
    ],
)
def test_negation_is_seen(text, lemma):
    assert clause(text, lemma).negation is not None


def test_what_stands_behind_a_colon_does_not_deny_what_stands_before():
    text = "Le barche sono state abbordate: nessun ferito, ma quattro deputati fermati."
    assert clause(text, "abbordare").negation is None
    assert [core(o) for o in clause(text, "fermare").objects] == ["quattro deputati"]


def test_words_that_mean_one_verb_together_are_one():
    assert "comunicare" in {c.lemma for c in read("Il comando ha reso noto il ritiro.")}


def test_the_same_sentence_gives_the_same_clauses():
    text = "L'esercito, secondo il ministero, avrebbe ripreso la città di Orna."
    assert read(text) == read(text)


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Atene, a sua volta, ha disposto l'invio di due fregate.", "disporre", "Atene"),
        ("A Tsafe, militari e vigilantes avevano arrestato sei uomini.", "arrestare", "militari"),
        ("Cento soldati, alcuni dei quali minorenni, hanno attaccato la base.", "attaccare", "Cento soldati"),
        ("Suwayda, le tribù beduine si ritirano dal capoluogo.", "ritirare", "le tribù beduine"),
        ("Parla il direttore dell'agenzia della sanità, che chiede una tregua.", "chiedere", "il direttore"),
    ],
)
def test_who_acts_is_found_past_asides_places_and_owners(text, lemma, subject):
    assert clause(text, lemma).subject.text.startswith(subject)


def test_an_object_stands_behind_an_aside():
    found = clause(
        "I ribelli hanno attaccato, nelle prime ore di venerdì, un convoglio militare.", "attaccare"
    )
    assert [o.head for o in found.objects] == ["convoglio"]


def test_a_finite_verb_goes_on_from_a_finite_one():
    found = read("La missione propone di riunire le parti e deplora gli attacchi.")
    parents = {c.lemma: found[c.parent].lemma for c in found if c.parent is not None and c.kind == "verb"}
    assert parents["deplorare"] == "proporre"


def test_because_with_a_subjunctive_is_a_purpose():
    assert clause("Il capo ha scritto ai ribelli perché depongano le armi.", "deporre").link == "purpose"
