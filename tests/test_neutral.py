"""No word of any language decides in code: rules name concepts, the language's folder names the words.

Every piece of text in the sources of `read/`, `extract/` and `resolve/` must be a canonical name of a small
word, a value or a field of our own records, a code, the name of a word class, or an
explanation. Whatever else is a word of English that a French report does not have.
"""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from pydantic import BaseModel

import hudna.knowledge
import hudna.model
import hudna.resolve
from hudna.knowledge.classes import class_names
from hudna.knowledge.date_forms import SHAPES
from hudna.knowledge.dates import load_date_words
from hudna.knowledge.files import ROOT, read_yaml
from hudna.knowledge.function_words import inventory
from hudna.knowledge.lexicon import ANYWHERE, PARTICIPANTS, load_triggers
from hudna.knowledge.sureness import load_sureness

PACKAGE = Path(__file__).parents[1] / "src" / "hudna"
SOURCES = sorted(path for stage in ("read", "extract", "resolve") for path in (PACKAGE / stage).glob("*.py"))
LAST_LATIN, FIRST_OTHER = "\u024f", "\u0250"
OUR_FEATURES = frozenset(
    name for group in read_yaml(ROOT / "places" / "weights.yml").values() for name in group
) | {"unit", "capital"}
# Not words of a report: names in Python, of encodings, of groups in patterns, templates, rules, labels.
# The names of questions on a reading and of their answers, and what these are put together from.
TRAITS = {
    part
    for question, answers in load_sureness().questions.items()
    for name in (question, *answers)
    for part in (name, *name.split("_"), "_" + name.split("_")[-1], name.split("_")[0] + "_")
}
TECHNICAL = {
    "extract/casualties.py": {"n", "m", "bound", "first"},
    "extract/claims.py": {"utf-8", "surrogatepass", "hudna.claim/1", "control.", "purpose.", "third party"},
    "extract/forces.py": {"-gov", "-mil"},
    "extract/other.py": {"no-hostile-intent"},
    "extract/status.py": {"negated", "modal must"},
    "extract/background.py": {"after the report", "+since"},
    "extract/clock.py": {"+since", "+by"},
    # A length of time as TIMEX3 writes it.
    "extract/days_before.py": {"P(\\d+)([DW])", "D", "W"},
    "extract/when.py": {"+ranked"},
    # Capital letters, with and without marks.
    "read/mend.py": {"A-ZÀ-ÖØ-ÞŒŠŽ"},
    # What a person reads of why a reading is unsure, and the names of the answers of sureness.yml.
    "extract/sureness.py": {"little speaks for it"},
    "extract/traits.py": TRAITS,
    # The name of a context of the codebook.
    "extract/roles.py": {"peacekeeping"},
    "extract/scene.py": {"AnswerT", "MentionT", "At | None", "tuple[At, ...]"},
    # The names of rules of places.
    "extract/where.py": {"distance"},
    "extract/where_aside.py": {"distance", "beside"},
    "extract/where_playing.py": {"beside", "distance", "road", "site", "sound"},
    "resolve/places_sounds.py": {"sound"},
    "resolve/places_unlisted.py": {"unlocated"},
    "extract/belonging.py": {"{owner}"},
    # Where nobody has written a language, its names are read with the small words of English.
    "resolve/actors.py": {
        "ActorFinder",
        "en",
        "libya",
        "languages/en/agents.yml is missing; without it no actor can be described",
    },
    "resolve/actors_find.py": {"titled name", "named body", "named before"},
    # Names that the program itself gives to organs of states.
    "resolve/actors_ground.py": {
        "armed forces",
        "police",
        "parliament",
        "courts",
        "intelligence services",
        "forces",
        "-gov",
        # A class of agents by its id.
        "peacekeepers",
    },
    "resolve/actors_identify.py": {"named body"},
    # The article of Arabic names in Latin letters, in whatever language they stand.
    "resolve/actors_names.py": {"actor", "ethnic", "bloc", "en"},
    # How one name in another script is written in Latin letters.
    "resolve/actors_spellings.py": {
        "al-",
        " al-",
        "al ",
        "Al-",
        "el-",
        "El-",
        "Abd",
        "l",
        "aeu",
        "Abd[aeu]l[- ]?([A-Za-z]{3,})( .+)",
        LAST_LATIN,
    },
    "resolve/actors_order.py": {"ethnic", "bloc"},
    "resolve/actors_phrase.py": {"Found", "ethnic", "bloc"},
    "resolve/actors_text.py": {"acronym", "long", "first", "NFD", "s", "S", "’‘ʼʿʾ`´"},
    # A hyphen before small letters: "Iran-backed".
    "resolve/names.py": {"MentionT", "anaphor", "[-‑](?=[a-z]{3})"},
    "resolve/occasions.py": {"+since", "+calendar", "anniversary:", "%Y"},
    "resolve/places.py": {"PlaceFinder", "en", "libya", "weights.yml", "mention", "meaning", "some part"},
    "resolve/places_distant.py": {"distance"},
    "resolve/places_areas.py": {"part", "distance", "anaphor", "heading", "some part"},
    "resolve/places_phrases.py": {"anaphor", "road", "site", "unit"},
    "resolve/places_glued.py": {"anaphor", "site"},
    "resolve/places_names.py": {FIRST_OTHER},
    "resolve/places_weigh.py": {FIRST_OTHER, *OUR_FEATURES},
    "read/sentences.py": {"www"},
    "resolve/times_calendar.py": {"BC", "Q"},
    "resolve/times_merge.py": {"Phrase"},
    "resolve/times_meaning.py": {"XXXX-WXX-", "XXXX-", "PAST_REF", "FUTURE_REF", "g"},
    "resolve/times_open.py": {"+since", "+by", "+ranked"},
}
CODE = re.compile(r"[A-Z]{3}(?: [A-Z]{3})*")
RULE = re.compile(r"[a-z]+(?:[_.][a-z]+)+")
ESCAPED = re.compile(r"\\u[0-9a-f]{4}|\\[a-zA-Z]")
# How a place or an actor was found, and senses of time that the finders give.
FINDINGS = {"metonym", "unlisted"}


def literals(annotation: object) -> Iterator[str]:
    """Every text that a Literal allows, however deep in an annotation."""
    if get_origin(annotation) is Literal:
        yield from (value for value in get_args(annotation) if isinstance(value, str))
    for part in get_args(annotation):
        yield from literals(part)


def records() -> Iterator[object]:
    """Everything that the modules of model and knowledge define."""
    for package in (hudna.model, hudna.knowledge, hudna.resolve):
        for module in pkgutil.iter_modules(package.__path__):
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            yield from (value for name, value in vars(loaded).items() if not name.startswith("__"))


def date_slots() -> Iterator[str]:
    """The slots that forms of dates fill, and the letters of their units."""
    for rule in load_date_words("en").rules:
        yield from rule.sets
        yield from (str(value) for value in rule.sets.values())
        for form in rule.forms:
            yield from re.findall(r"[={](\w+)\}", form)
    tables = load_date_words("en").tables
    for name in ("units", "seasons", "modifiers", "which", "parts"):
        yield from (str(value) for value in tables[name].values())


@cache
def our_own() -> frozenset[str]:
    """Values and field names of our records, slots, modes and classes."""
    found = {ANYWHERE, *PARTICIPANTS, *FINDINGS, *class_names("en"), *SHAPES, *date_slots()}
    for value in records():
        found |= set(literals(value))
        if inspect.isclass(value) and issubclass(value, StrEnum):
            found |= {member.value for member in value}
        if inspect.isclass(value) and (issubclass(value, BaseModel) or dataclasses.is_dataclass(value)):
            hints = get_type_hints(value, include_extras=True)
            found |= {text for hint in hints.values() for text in (*literals(hint),)} | set(hints)
    modes = {trigger.mode for trigger in load_triggers("en")} - {None}
    return frozenset(found | modes)


@cache
def canonical() -> frozenset[str]:
    """The canonical names of small words."""
    return frozenset(name for names in inventory().values() for name in names)


def explanations(tree: ast.Module) -> set[str]:
    """What a rule says of its decision: parts of f-strings, and the reasons given to `Held`."""
    held = [
        node.args[1].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("Held", "Holding")
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    ]
    in_templates = [
        part.value
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
        if isinstance(part, ast.Constant)
    ]
    return {*held, *in_templates}


def docstrings(tree: ast.Module) -> set[int]:
    """The nodes that only explain."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }


def texts(path: Path) -> Iterator[str]:
    """Every text with a letter in it that the code of a file compares or looks up."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explained, silent = explanations(tree), docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in silent:
            continue
        if any(c.isalpha() for c in node.value) and node.value not in explained:
            yield node.value


def is_neutral(text: str) -> bool:
    """Whether a text is no word of a report."""
    return (
        text in our_own()
        or text in canonical()
        or all(word in canonical() for word in text.split())
        or any(shape.fullmatch(text) for shape in (CODE, RULE))
        or ("\\" in text and re.search("[a-zA-Z]{2}", ESCAPED.sub("", text)) is None)
        or text.removeprefix("@") in our_own()
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_word_of_a_language_decides_in_code(path):
    technical = TECHNICAL.get(path.relative_to(PACKAGE).as_posix(), set())
    assert [text for text in texts(path) if not is_neutral(text) and text not in technical] == []


WORDS = {
    "a lemma": 'if at.clause.lemma == "shell": pass',
    "a word list": 'FORCES = frozenset("army troops fighters".split())',
    "words in a pattern": 'import re\nre.compile("(?:killed|wounded)")',
    "a tuple of nouns": 'x in ("statement", "spokesman")',
}


@pytest.mark.parametrize("code", WORDS.values(), ids=WORDS)
def test_a_word_in_code_would_be_seen(tmp_path, code):
    path = tmp_path / "rule.py"
    path.write_text(code, encoding="utf-8")
    assert [text for text in texts(path) if not is_neutral(text)] != []
