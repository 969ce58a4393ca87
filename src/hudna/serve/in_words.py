"""Answers in the language asked for: what the program wrote, and never the words of a report.

A text is said anew where it stands under one of the names below; a claim, a report and what is
quoted from one are passed over whole.
"""

from typing import Any

from hudna.model.incident import Where
from hudna.publish.naming import Naming, in_latin
from hudna.publish.saying import reason_in, said_in, saying

# Fields that hold sentences of the program's own, or of its files.
_TEXTS = frozenset(
    """because why missing ends_when gaps note rule question title summary settles what so disputed text answer verdict status
    confidence_because origins_because review interest declared observed observable detail description""".split()
)
# Fields that hold names of areas, channels, occasions, parties of an agreement.
_NAMES = frozenset({"area_name", "subject"})
# Whose `name` is one of those: channels, occasions, parties of an agreement. Of a source it is what it calls itself.
_NAMED = frozenset({"silent_days", "days_away", "signed_as"})
# What came from reports: their words stay as they were written.
_QUOTED = frozenset(
    {"context", "told_in", "report", "purposes", "composition", "feared", "marks", "url", "judgements"}
)
_OF_REPORTS = frozenset({"speech_act", "marks", "published", "sha256"})


def in_words(answer: Any, language: str) -> Any:
    """An answer as JSON holds it, with its own sentences in the language."""
    return _in_latin(answer) if saying(language) is None else _said(answer, language)


def _in_latin(node: Any) -> Any:
    """English says a place that only reports in Arabic name by its English name, where a list knows it."""
    if isinstance(node, list | tuple):
        return [_in_latin(one) for one in node]
    if not isinstance(node, dict):
        return node
    said = {name: _in_latin(one) for name, one in node.items()}
    if {"name", "precision", "country"} <= node.keys():
        said["name"] = in_latin(node["name"])
    if node.get("area_name"):
        said["area_name"] = in_latin(node["area_name"])
    return said


def _said(node: Any, language: str, field: str = "") -> Any:
    if isinstance(node, str):
        return _text(node, language, field)
    if isinstance(node, list | tuple):
        return [_said(one, language, field) for one in node]
    if isinstance(node, dict):
        return _object(node, language)
    return node


def _object(node: dict[str, Any], language: str) -> dict[str, Any]:
    if _OF_REPORTS & node.keys():
        # Of a claim the doubts of the coder are ours, and of a report in a list its claims.
        ours = {name: node[name] for name in ("review", "claims", "because") if name in node}
        return {**node, **{name: _said(one, language, name) for name, one in ours.items()}}
    said = {name: one if name in _QUOTED else _said(one, language, name) for name, one in node.items()}
    if {"name", "precision", "country"} <= node.keys():
        said["name"] = Naming(language).place(Where.model_validate(node))
    elif "name" in node and node.keys() & _NAMED:
        said["name"] = _text(node["name"], language, "area_name")
    if {"question", "answer", "bits"} <= node.keys():
        found = saying(language)
        said |= {name: found.fact(node[name]) for name in ("answer", "because") if found}
    if {"theatre", "because", "against"} <= node.keys():
        said |= {name: _reasons(node, name, language) for name in ("because", "against")}
    if node.get("area") and "area_name" in node:
        said["area_name"] = Naming(language).area(node["area"], said.get("area_name"))
    return said


def _reasons(alert: dict[str, Any], name: str, language: str) -> list[dict[str, Any]]:
    return [{**one, "text": reason_in(language, alert["theatre"], one)} for one in alert[name]]


def _text(text: str, language: str, field: str) -> str:
    if field in _NAMES:
        found = saying(language)
        named = found.name(text) if found else None
        return named or said_in(language, text)
    # A single word is a value of a closed list, which the page and programs know by itself.
    return said_in(language, text) if field in _TEXTS and " " in text else text
