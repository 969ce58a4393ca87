"""Relations between marked pairs, the sets scored with them, and the triggers' own examples."""

from functools import cache
from pathlib import Path

import pytest

from hudna.errors import InputError
from hudna.evaluate import petrarch, plover
from hudna.evaluate.relation import quad, root_between
from hudna.extract.scene import At, scene_of
from hudna.extract.triggers import find_trigger, nominal_lemmas
from hudna.knowledge.classes import word_class
from hudna.knowledge.lexicon import Trigger, load_triggers
from hudna.model.claim import Root
from hudna.model.clause import Passage
from hudna.model.mention import Mentions
from hudna.model.report import Report
from hudna.pipeline import code_reports
from hudna.read.reader import Sketch, read_clauses

PAIRS = [
    ("The army of Norland shelled Westport on Monday.", "Norland", "Westport", Root.ASSAULT),
    (
        "Westport was shelled by the army of Norland on Monday.",
        "the army of Norland",
        "Westport",
        Root.ASSAULT,
    ),
    ("Norland launched airstrikes on rebel posts in the hills.", "Norland", "rebel posts", Root.ASSAULT),
    ("Norland and Suderland signed a border treaty.", "Norland", "Suderland", Root.SUPPORT),
    (
        "Norland will release nine Suderland prisoners on Friday.",
        "Norland",
        "Suderland prisoners",
        Root.AGREE,
    ),
    ("Norland refused to release nine Suderland prisoners.", "Norland", "Suderland prisoners", Root.REJECT),
    ("Norland released nine Suderland prisoners.", "Norland", "Suderland prisoners", Root.RETREAT),
    ("Norland said that Suderland must leave the island.", "Norland", "Suderland", Root.REQUEST),
    ("Norland accused Suderland of shelling a clinic.", "Norland", "Suderland", Root.ACCUSE),
    ("Norland imposed a blockade on Westport.", "Norland", "Westport", Root.COERCE),
    (
        "The president of Norland met the king of Suderland.",
        "The president of Norland",
        "the king",
        Root.CONSULT,
    ),
    ("Norland sent food aid to Suderland.", "Norland", "Suderland", Root.AID),
]

# PLOVER's modes and our own moves (docs/codebook.md): each must have a trigger.
MODES = {
    Root.CONSULT: "visit third-party multilateral phone",
    Root.RETREAT: "withdraw release disarm ceasefire access resign",
    Root.REQUEST: "assist change yield meet",
    Root.ACCUSE: "disapprove investigate allege",
    Root.REJECT: "assist yield meet",
    Root.THREATEN: "restrict arrest relations territory violence",
    Root.PROTEST: "demo riot strike hunger boycott obstruct vandalize",
    Root.SANCTION: "convict expel withdraw discontinue",
    Root.MOBILIZE: "troops weapons police militia",
    Root.COERCE: "seize restrict censor curfew martial-law arrest deport withhold misinformation",
    Root.ASSAULT: "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial "
    "drone heavy-weapons crowd-control unconventional",
}
MOVES = "deploy redeploy reinforce alert_up alert_down recall_to_base exercise convoy airlift patrol fortify"
# Share of examples in which their own root is found and of counter-examples left alone;
# measured, and only to rise. The parser's slips on one sentence without context are the rest.
LEAST_EXAMPLES = 0.9
LEAST_COUNTERS = 0.98


@pytest.mark.parametrize(("sentence", "source", "target", "root"), PAIRS)
def test_relation_between_a_marked_pair(sentence, source, target, root):
    assert root_between(sentence, source, target) is root


def test_a_sentence_without_an_event_has_no_relation():
    assert root_between("Norland lies north of Suderland.", "Norland", "Suderland") is None


def test_every_root_has_a_quad():
    assert {quad(root) for root in Root} == {1, 2, 3, 4}


def test_macro_f1_weighs_classes_alike():
    assert plover.macro_f1([("A", "A"), ("A", "A"), ("B", "A")]) == pytest.approx(0.4)


def test_set_is_scored_by_halves(tmp_path):
    _write_relations(tmp_path)
    figures = plover.evaluate(tmp_path)["figures"]
    assert figures["root accuracy, tuning half"] == 1.0
    assert figures["root accuracy, checking half"] == 0.0
    assert figures["quad accuracy"] == 0.5


def test_missing_set_is_said(tmp_path):
    with pytest.raises(InputError, match="PLV_train"):
        plover.evaluate(tmp_path)


def _write_relations(folder: Path) -> None:
    path = folder / plover.RELATIONS
    path.parent.mkdir(parents=True)
    rows = [
        ("sentence_id", "sentence", "source", "target", "gold_root", "gold_penta"),
        ("2", "Norland freed nine Suderland pilots.", "Norland", "Suderland pilots", "YIELD", "2"),
        ("3", "Norland shelled Westport.", "Norland", "Westport", "AID", "2"),
    ]
    path.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "root"),
    [
        ("010", None),
        ("0871", "YIELD"),
        ("163", "COERCE"),
        ("160", "SANCTION"),
        ("191", "COERCE"),
        ("190", "ASSAULT"),
    ],
)
def test_cameo_becomes_plover(code, root):
    assert petrarch.plover_root(code) == root


def test_validation_records_are_read_without_their_parses(tmp_path):
    path = tmp_path / "records.xml"
    path.write_text(
        '<Sentence date="20150101" id="A_1"/><EventCoding eventcode="190" sourcecode="NORREB" targetcode="SUD" />'
        "<Text>\nRebels shelled\nWestport. </Text><Parse>( (S & broken</Parse></Sentence>",
        encoding="utf-8",
    )
    [item] = petrarch.validation(path)
    assert (item.text, item.roots, item.countries) == ("Rebels shelled Westport.", {"ASSAULT"}, {"NOR"})


# --- the triggers prove themselves -------------------------------------------------------


def test_trigger_ids_are_unique():
    ids = [trigger.id for trigger in load_triggers("en")]
    assert len(ids) == len(set(ids))


def test_every_trigger_has_an_example():
    assert [trigger.id for trigger in load_triggers("en") if not trigger.examples] == []


def test_every_root_mode_and_move_has_a_trigger():
    triggers = load_triggers("en")
    assert {trigger.root for trigger in triggers} == set(Root)
    known = {(trigger.root, trigger.mode) for trigger in triggers}
    assert [
        (root, mode) for root, modes in MODES.items() for mode in modes.split() if (root, mode) not in known
    ] == []
    assert set(MOVES.split()) <= {trigger.move for trigger in triggers}


def test_every_word_class_exists():
    for trigger in load_triggers("en"):
        for words in (*trigger.needs.values(), *trigger.unless.values()):
            for word in words:
                if word.startswith("@") and word not in ("@place", "@named"):
                    assert word_class("en", word[1:])


def test_no_trigger_excludes_its_own_word():
    clashes = [
        trigger.id
        for trigger in load_triggers("en")
        if set(trigger.lemma) & {word for word in trigger.unless.get("any", ()) if not word.startswith("@")}
    ]
    assert clashes == []


def test_examples_tell_of_their_root():
    examples = [(trigger, text) for trigger in load_triggers("en") for text in trigger.examples]
    missed = [f"{trigger.id}: {text}" for trigger, text in examples if trigger.root not in _roots()[text]]
    assert 1 - len(missed) / len(examples) >= LEAST_EXAMPLES, "\n".join(missed)


def test_counter_examples_are_left_alone():
    counters = [(trigger, text) for trigger in load_triggers("en") for text in trigger.counter]
    reports = [Report(id=str(n), text=text, language="en") for n, (_, text) in enumerate(counters)]
    wrong = [
        f"{trigger.id}: {text}"
        for (trigger, text), coded in zip(counters, code_reports(reports), strict=True)
        if any(claim.counts and claim.rule.startswith(f"en.{trigger.id}:") for claim in coded.claims)
    ]
    assert 1 - len(wrong) / len(counters) >= LEAST_COUNTERS, "\n".join(wrong)


@cache
def _roots() -> dict[str, set[Root]]:
    """Example → the roots of the triggers found in it, without asking who acts."""
    texts = [text for trigger in load_triggers("en") for text in trigger.examples]
    reports = [Report(id="example", text=text, language="en") for text in texts]
    sketches = [
        Sketch(report, "en", (Passage(0, 0, len(report.text), report.text),), frozenset({0}))
        for report in reports
    ]
    readings = read_clauses(sketches, nominal=nominal_lemmas)
    return {report.text: _found(report, reading) for report, reading in zip(reports, readings, strict=True)}


def _found(report, reading) -> set[Root]:
    scene = scene_of(report, reading, Mentions(), lambda *_: None)
    triggers: list[Trigger | None] = [
        find_trigger(At(scene, passage, clause)) for passage in reading.passages for clause in passage.clauses
    ]
    return {trigger.root for trigger in triggers if trigger is not None}
