"""A language is complete or refused, with every fault named at once."""

import pytest
import yaml

import factory
from hudna.coding import code_reports
from hudna.errors import KnowledgeError
from hudna.knowledge.classes import RULE_CLASSES
from hudna.knowledge.complete import faults, require_complete
from hudna.knowledge.files import read_yaml
from hudna.knowledge.language import claimed_languages


@pytest.mark.parametrize("code", claimed_languages())
def test_every_language_is_complete(code):
    assert faults(code) == ()


def without(folder, name, *way):
    """Take something out of a file."""
    path = folder / name
    content = yaml.safe_load(yaml.safe_dump(read_yaml(path), allow_unicode=True))
    node = content
    for step in way[:-1]:
        node = node[step]
    del node[way[-1]]
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    read_yaml.cache_clear()


# What is taken out, and how it is said. Each has a code of its own, since files are remembered by code.
LACKS = {
    "z1": (("function_words.yml", "prepositions", "against"), "prepositions: no word for against"),
    "z2": (("classes.yml", "weapons"), "rules ask for the classes weapons"),
    "z3": (("coding.yml", "events", "outcomes"), "coding.yml is not a valid CodingWords: events.outcomes"),
    "z4": (("casualties.yml", "people"), "casualties.yml is not a valid CasualtyWords: people"),
    "z5": (("phrases.yml", "boundaries"), "phrases.yml is not a valid PhraseWords: boundaries"),
    "z6": (("agents.yml", "classes", 0), "agents.yml: rules ask for the classes army"),
    "z7": (("speech.yml", 4), "speech.yml: no words for deny"),
    "z8": (("classes.yml", "curbs"), "has no class 'curbs'"),
}


@pytest.mark.parametrize(("code", "way", "said"), [(c, *rest) for c, rest in LACKS.items()], ids=LACKS)
def test_what_is_missing_is_named(language, code, way, said):
    folder = language(code, shallow=True)
    without(folder, *way)
    assert said in " ".join(faults(code))


def test_all_faults_are_named_at_once(language):
    folder = language("z9", shallow=True)
    without(folder, "function_words.yml", "negations", "not")
    without(folder, "coding.yml", "joints")
    with pytest.raises(KnowledgeError, match=r"'z9' is not complete: .*joints.*; .*no word for not"):
        require_complete("z9")


def test_a_form_that_is_no_pattern_is_named(language):
    folder = language("y2", shallow=True)
    path = folder / "casualties.yml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    content["killed"].append({"form": "{number} slain (by"})
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    assert "a form that cannot be read: '{number} slain (by'" in " ".join(faults("y2"))


def test_a_report_in_a_language_by_half_is_not_coded(language):
    folder = language("y1", shallow=True)
    without(folder, "coding.yml", "people")
    with pytest.raises(KnowledgeError, match="'y1' is not complete"):
        list(code_reports([factory.report(language="y1")]))


def test_rules_ask_only_for_classes_that_every_language_must_have():
    import ast
    from pathlib import Path

    import hudna.extract

    folder = Path(hudna.extract.__file__).parent
    asked = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("known_class", "word_class"):
                asked |= {a.value for a in node.args if isinstance(a, ast.Constant)}
    assert asked <= RULE_CLASSES
