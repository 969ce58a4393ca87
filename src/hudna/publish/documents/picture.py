"""Sections on the picture: posture of forces, movements, who is said to hold what, what eases.

English says them in full sentences; another language, and what is public, says the same records in
tables and by the templates of its documents.yml.
"""

from dataclasses import replace

from hudna.publish.control_section import control_section
from hudna.publish.desk import Desk, is_easing
from hudna.publish.document import Block, Part, Section
from hudna.publish.documents.picture_rows import (
    holdings_in_rows,
    movement_lines,
    postures_in_rows,
    signals_by_kind,
)
from hudna.publish.easing_section import easing_section
from hudna.publish.movement_section import movement_section
from hudna.publish.posture_section import posture_section

# Statements of control beyond these are in the exports.
_ROWS = 40


def forces(desk: Desk) -> Section:
    """The posture of each force, ordered apart from seen."""
    postures = desk.edition.picture.postures
    parts: tuple[Part, ...] = posture_section(postures).blocks if desk.tells_rules else postures_in_rows(desk)
    return desk.section("forces", parts, "none_forces")


def moves(desk: Desk) -> Section:
    """Forces on the move in the period, with every purpose that anybody names."""
    found = [one for one in desk.edition.picture.movements if desk.in_period(one.last_seen)]
    if desk.tells_rules:
        return desk.section("moves", movement_section(found).blocks, "none_moves")
    sentences = tuple(line for one in found for line in movement_lines(one, desk))
    return desk.section("moves", (Block(None, sentences),) if sentences else (), "none_moves")


def control(desk: Desk) -> Section:
    """Dated statements of who holds what, with those that cannot hold together marked."""
    shown = [one for one in desk.edition.picture.holdings if desk.in_period(one.as_of)][:_ROWS]
    parts: tuple[Part, ...] = (
        control_section(shown).blocks if desk.tells_rules else holdings_in_rows(shown, desk)
    )
    return desk.section("control", parts, "none_control")


def easing(desk: Desk) -> Section:
    """What eases or strains, and whether the channels between the sides are told of."""
    beside = [desk.sentence(one) for one in desk.incidents if is_easing(one)]
    if desk.tells_rules:
        drawn = desk.edition.picture
        told = replace(drawn, signals=tuple(one for one in drawn.signals if desk.in_period(one.on)))
        return desk.section("easing", easing_section(told, beside).blocks, "none_easing")
    return desk.section("easing", signals_by_kind(desk, beside), "none_easing")
