"""An alert as a CAP 1.2 message: one block of information a language, coarse areas, restricted scope.

Status is Exercise until a person released the alert. Nothing tells civilians what to
do: no instruction is written. A level that changed updates the messages sent before, a
stood-down alert cancels them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from hudna.knowledge.alert_words import Speech
from hudna.knowledge.warning_rules import Area
from hudna.model.alert import Alert
from hudna.publish.alert_text import headline, text

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
_SEVERITY = {"watch": "Minor", "elevated": "Moderate", "high": "Severe"}
_URGENCY = {"watch": "Future", "elevated": "Future", "high": "Expected"}
_RESPONSE = {"watch": "Monitor", "elevated": "Assess", "high": "Assess"}
_OBSERVED, _LIKELY = frozenset({"documented", "established"}), frozenset({"corroborated"})
# Nothing that XML 1.0 forbids, nor anything that turns the direction of the text around it.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_ISO_COUNTRY = re.compile(r"^[A-Z]{3}$")


@dataclass(frozen=True, slots=True)
class Reference:
    """A message that was sent before."""

    sender: str
    identifier: str
    sent: str


def stamp(moment: datetime) -> str:
    """A moment as CAP writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S-00:00")


def message_type(alert: Alert, earlier: Sequence[Reference]) -> str:
    """Alert, Update or Cancel."""
    if not earlier:
        return "Alert"
    return "Cancel" if alert.state == "stood_down" else "Update"


def cap_message(
    alert: Alert,
    speeches: Sequence[Speech],
    *,
    identifier: str,
    sender: str,
    sent: datetime,
    earlier: Sequence[Reference] = (),
) -> bytes:
    """The message as bytes of XML."""
    root = etree.Element(f"{{{NAMESPACE}}}alert", nsmap={None: NAMESPACE})
    _add(root, "identifier", identifier)
    _add(root, "sender", sender)
    _add(root, "sent", stamp(sent))
    _add(root, "status", "Actual" if alert.released_by else "Exercise")
    _add(root, "msgType", message_type(alert, earlier))
    _add(root, "scope", "Restricted")
    _add(root, "restriction", speeches[0].words.labels["restriction"])
    if alert.note:
        _add(root, "note", alert.note)
    if earlier:
        _add(root, "references", " ".join(f"{one.sender},{one.identifier},{one.sent}" for one in earlier))
    for speech in speeches:
        _add_info(root, alert, speech)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _add(parent: etree._Element, name: str, value: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    child.text = clean(value)
    return child


def clean(value: str) -> str:
    """The text without what XML forbids and without marks that turn its direction."""
    return _FORBIDDEN.sub(" ", value)


def _add_info(root: etree._Element, alert: Alert, speech: Speech) -> None:
    over = alert.state == "stood_down"
    info = etree.SubElement(root, f"{{{NAMESPACE}}}info")
    _add(info, "language", speech.language)
    _add(info, "category", "Security")
    _add(info, "event", speech.words.event)
    _add(info, "responseType", "None" if over else _RESPONSE[alert.level])
    _add(info, "urgency", "Past" if over else _URGENCY[alert.level])
    _add(info, "severity", _SEVERITY[alert.level])
    _add(info, "certainty", _certainty(alert))
    _add(info, "onset", f"{alert.raised}T00:00:00-00:00")
    _add(info, "expires", f"{alert.expires}T23:59:59-00:00")
    _add(info, "senderName", "Hudna")
    _add(info, "headline", headline(alert, speech))
    _add(info, "description", text(alert, speech))
    for name, value in _parameters(alert):
        _add_pair(info, "parameter", name, value)
    _add_area(info, alert, speech)


def _certainty(alert: Alert) -> str:
    if alert.ground in _OBSERVED:
        return "Observed"
    return "Likely" if alert.ground in _LIKELY else "Possible"


def _parameters(alert: Alert) -> list[tuple[str, str]]:
    given = [
        ("hudna:alert", alert.id), ("hudna:level", alert.level), ("hudna:state", alert.state),
        ("hudna:theatre", alert.theatre), ("hudna:origins", str(alert.origins)), ("hudna:ground", alert.ground),
        ("hudna:baseline", alert.baseline),
    ]  # fmt: skip
    return given + ([("hudna:supersedes", alert.supersedes)] if alert.supersedes else [])


def _add_pair(parent: etree._Element, name: str, key: str, value: str) -> None:
    pair = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    _add(pair, "valueName", key)
    _add(pair, "value", value)


def _add_area(info: etree._Element, alert: Alert, speech: Speech) -> None:
    """Where, coarsely: the watched area's circle and codes; where there are none, the name and the country."""
    area = etree.SubElement(info, f"{{{NAMESPACE}}}area")
    _add(
        area, "areaDesc", speech.area(alert.area) if alert.area else f"{speech.area(None)} ({alert.theatre})"
    )
    known = speech.rules.area(alert.area)
    if known and known.lat is not None and known.lon is not None and known.radius_km is not None:
        _add(area, "circle", f"{known.lat:.1f},{known.lon:.1f} {known.radius_km:.0f}")
    for name, value in _codes(known, alert):
        _add_pair(area, "geocode", name, value)


def _codes(area: Area | None, alert: Alert) -> list[tuple[str, str]]:
    if area and area.codes:
        return [(name, code) for name, codes in area.codes.items() for code in codes]
    return [("ISO 3166-1 alpha-3", alert.theatre)] if _ISO_COUNTRY.match(alert.theatre) else []
