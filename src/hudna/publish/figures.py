"""The pictures of a document as PNG: a map of what is told, and incidents by day.

Drawn with the fonts of the package, so that every machine gives the same picture, Arabic
included. Points are towns; circles are how far a place may reach; nothing is drawn for a
country as a whole.
"""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from math import cos, radians
from pathlib import Path
from typing import Any

from matplotlib import font_manager, rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, Polygon

from hudna.knowledge.base_map import CREDIT, countries, divisions, towns
from hudna.model.incident import Incident, Where
from hudna.publish.cells import plain
from hudna.publish.desk import is_easing, is_material
from hudna.publish.document import Document, Figure
from hudna.publish.shapes import circle
from hudna.publish.wording import Wording, wording

FONTS = Path(__file__).parent / "fonts"
# Distinguishable for colour-blind readers and in print (Okabe & Ito).
FORCE, EASE, OTHER, MOVE = "#D55E00", "#0072B2", "#777777", "#005A32"
_LAND, _SEA, _BORDER = "#f4f1ea", "#dfe9ef", "#9a9388"
_LEAST_SPAN, _MOST_SPAN = 4.0, 60.0
# Places farther apart than this, in degrees, stand on panels of their own, and so many panels fit.
_APART, _PANELS = 9.0, 3
_TOWNS = 12
_TITLED = 3
Box = tuple[float, float, float, float]


def draw(figure: Figure, document: Document) -> bytes:
    """The picture as PNG."""
    say = wording(document.language)
    with rc_context({"font.family": _families(say.words.font), "font.size": 9, "axes.unicode_minus": False}):
        canvas = _map(document, say) if figure.kind == "map" else _chart(document, say)
        target = io.BytesIO()
        # No version and no date goes into the file: the same edition, the same bytes.
        canvas.savefig(target, format="png", dpi=150, metadata={"Software": None})
    return target.getvalue()


@cache
def _families(first: str) -> list[str]:
    for path in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(str(path))
    return [first, *(name for name in ("Noto Sans", "Noto Naskh Arabic") if name != first)]


def _map(document: Document, say: Wording) -> Canvas:
    """One panel for each part of the world that is told of, the fullest first."""
    parts = _parts(document.incidents)
    shown = parts[:_PANELS]
    canvas = Canvas(figsize=(7.0, 3.9 if len(shown) < 3 else 3.1), layout="constrained")
    FigureCanvasAgg(canvas)
    panels = canvas.subplots(1, max(len(shown), 1), squeeze=False)[0]
    shape = 7.0 / len(panels) / (3.5 if len(shown) < 3 else 2.7)
    for axes, box in zip(panels, [_box(part) for part in shown] or [(-20.0, -20.0, 60.0, 45.0)], strict=True):
        _panel(axes, _filled(box, shape), document, say)
    for axes, part in zip(panels, shown, strict=False):
        axes.set_title(_countries_of(part, say), fontsize=7.5, color="#333333")
    _legend(canvas, say)
    outside = sum(len(part) for part in parts[_PANELS:])
    note = f"{say.words.label('map_more', number=outside)}  {CREDIT}" if outside else CREDIT
    panels[-1].text(
        0.99,
        0.01,
        note,
        transform=panels[-1].transAxes,
        ha="right",
        va="bottom",
        fontsize=5.5,
        color="#555555",
        zorder=8,
    )
    return canvas


def _countries_of(part: Sequence[Incident], say: Wording) -> str:
    """The countries of a panel, those told of most first: towns that the base map has are few in some."""
    told = Counter(one.place.country for one in part if one.place and one.place.country)
    ranked = sorted(told, key=lambda code: (-told[code], code))
    more = " …" if len(ranked) > _TITLED else ""
    return plain(say.words.join[0].join(say.naming.country(code) for code in ranked[:_TITLED]) + more)


def _filled(box: Box, shape: float) -> Box:
    """The box widened or heightened to the shape of its panel (width by height on the page)."""
    stretch = cos(radians((box[1] + box[3]) / 2))
    width, height = (box[2] - box[0]) * stretch, box[3] - box[1]
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    width, height = max(width, height * shape) / stretch, max(height, width / shape)
    return x - width / 2, max(y - height / 2, -85.0), x + width / 2, min(y + height / 2, 85.0)


def _panel(axes: Axes, box: Box, document: Document, say: Wording) -> None:
    axes.set_facecolor(_SEA)
    _ground(axes, box)
    _names(axes, box, say)
    for incident in document.incidents:
        _incident(axes, incident)
    for movement in document.edition.picture.movements:
        if len(movement.line) > 1:
            axes.add_patch(_arrow(movement.line))
    axes.set(xlim=(box[0], box[2]), ylim=(box[1], box[3]), xticks=[], yticks=[])


def _parts(incidents: Sequence[Incident]) -> list[list[Incident]]:
    """Incidents that lie near each other, the largest group first."""
    groups: list[list[Incident]] = []
    for one in incidents:
        if not list(_extent(one.place)):
            continue
        near = [group for group in groups if any(_are_near(one, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), one])
    return sorted(groups, key=len, reverse=True)


def _are_near(one: Incident, other: Incident) -> bool:
    first, second = one.place, other.place
    if first is None or second is None or None in {first.lat, first.lon, second.lat, second.lon}:
        return False
    assert first.lat is not None  # as just asked
    assert first.lon is not None
    assert second.lat is not None
    assert second.lon is not None
    return abs(first.lat - second.lat) < _APART and abs(first.lon - second.lon) < _APART


def _box(incidents: Sequence[Incident]) -> Box:
    """The corners of a panel: everything in it that has a place, with room around it."""
    points = [point for one in incidents for point in _extent(one.place)]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    width = min(max((east - west) * 1.25, (north - south) * 0.9, _LEAST_SPAN), _MOST_SPAN)
    height = min(max((north - south) * 1.25, width * 0.6, _LEAST_SPAN * 0.6), _MOST_SPAN)
    x, y = (west + east) / 2, (south + north) / 2
    return x - width / 2, max(y - height / 2, -85.0), x + width / 2, min(y + height / 2, 85.0)


def _extent(where: Where | None) -> Iterator[tuple[float, float]]:
    if where is not None and where.lat is not None and where.lon is not None and where.precision != "country":
        yield from circle((where.lon, where.lat), where.radius_km or 1) or [(where.lon, where.lat)]


def _ground(axes: Axes, box: Box) -> None:
    for features, width in ((countries(), 0.9), (divisions(), 0.4)):
        for feature in features:
            for ring in _rings(feature["geometry"]):
                if _meets(ring, box):
                    face = _LAND if width > 0.5 else "none"
                    # What is added as a patch is measured first, which takes longer than drawing it; the box is given.
                    axes.add_artist(
                        Polygon(
                            ring,
                            closed=True,
                            facecolor=face,
                            edgecolor=_BORDER,
                            linewidth=width,
                            zorder=1 if face == _LAND else 2,
                        )
                    )


def _rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for part in parts:
        yield part[0]


def _meets(ring: list[list[float]], box: Box) -> bool:
    xs, ys = [point[0] for point in ring], [point[1] for point in ring]
    return min(xs) < box[2] and max(xs) > box[0] and min(ys) < box[3] and max(ys) > box[1]


def _names(axes: Axes, box: Box, say: Wording) -> None:
    """The largest towns, none over another."""
    taken: list[tuple[float, float]] = []
    width, height = box[2] - box[0], box[3] - box[1]
    language = say.naming.language
    for town in towns():
        x, y = town["x"], town["y"]
        inside = (
            box[0] + width * 0.04 < x < box[2] - width * 0.16
            and box[1] + height * 0.04 < y < box[3] - height * 0.04
        )
        if not inside or any(abs(x - tx) < width * 0.2 and abs(y - ty) < height * 0.06 for tx, ty in taken):
            continue
        taken.append((x, y))
        axes.plot(x, y, marker="o", markersize=1.8, color="#444444", zorder=3)
        axes.annotate(
            str(town.get(language, town["n"])),
            (x, y),
            xytext=(3, 2),
            textcoords="offset points",
            fontsize=7.5,
            color="#333333",
            zorder=3,
            parse_math=False,
            annotation_clip=True,
            clip_on=True,
        )
        if len(taken) == _TOWNS:
            return


def _incident(axes: Axes, incident: Incident) -> None:
    where = incident.place
    if where is None or where.lat is None or where.lon is None or where.precision == "country":
        return
    colour = FORCE if is_material(incident) else EASE if is_easing(incident) else OTHER
    face = colour if incident.counts else "none"
    if where.precision in {"point", "town"}:
        axes.plot(
            where.lon,
            where.lat,
            marker="o",
            markersize=7,
            markerfacecolor=face,
            markeredgecolor=colour,
            alpha=0.75,
            zorder=6,
        )
        return
    ring = circle((where.lon, where.lat), where.radius_km or 0) if where.radius_km else []
    if ring:
        style = "-" if incident.counts else "--"
        axes.add_patch(Polygon(ring, closed=True, facecolor=colour, edgecolor="none", alpha=0.07, zorder=4))
        axes.add_patch(
            Polygon(
                ring,
                closed=True,
                facecolor="none",
                edgecolor=colour,
                linewidth=1.1,
                linestyle=style,
                alpha=0.8,
                zorder=5,
            )
        )


def _arrow(line: Sequence[tuple[float, float]]) -> FancyArrowPatch:
    return FancyArrowPatch(
        line[0],
        line[-1],
        arrowstyle="-|>",
        mutation_scale=13,
        color=MOVE,
        linewidth=1.6,
        linestyle="--",
        zorder=7,
    )


def _legend(canvas: Canvas, say: Wording) -> None:
    words = say.words
    marks = (
        (FORCE, words.label("chart_conflict"), FORCE), (EASE, words.label("chart_easing"), EASE),
        (OTHER, words.label("statements"), OTHER), (OTHER, words.label("not_happened"), "none"),
    )  # fmt: skip
    handles = [
        Line2D([], [], marker="o", linestyle="", markerfacecolor=face, markeredgecolor=edge, label=label)
        for edge, label, face in marks
    ]
    canvas.legend(
        handles=handles, loc="outside lower center", ncols=len(handles), fontsize=7.5, frameon=False
    )


def _chart(document: Document, say: Wording) -> Canvas:
    counted = [one for one in document.incidents if one.counts and one.occurred and one.occurred.latest]
    force, ease = Counter(_days(counted, easing=False)), Counter(_days(counted, easing=True))
    last = document.edition.as_of
    first = max(min([*force, *ease], default=last), last - timedelta(days=89))
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    canvas = Canvas(figsize=(7.0, 2.2), layout="constrained")
    FigureCanvasAgg(canvas)
    axes = canvas.subplots()
    places = range(len(days))
    axes.bar(
        places,
        [force[day] for day in days],
        width=min(0.8, len(days) / 12),
        color=FORCE,
        label=say.words.label("chart_conflict"),
    )
    axes.bar(
        places,
        [-ease[day] for day in days],
        width=min(0.8, len(days) / 12),
        color=EASE,
        label=say.words.label("chart_easing"),
    )
    axes.axhline(0, color="#444444", linewidth=0.8)
    step = max(1, len(days) // 6)
    axes.set_xticks(
        list(places)[::step],
        [plain(say.words.on_day(day)) for day in days[::step]],
        fontsize=7,
        rotation=15,
        ha="right",
    )
    most = max([*force.values(), *ease.values(), 1])
    axes.set_yticks([number for number in range(-most, most + 1) if number % max(1, most // 3) == 0])
    axes.set_yticklabels([str(abs(int(tick))) for tick in axes.get_yticks()])
    axes.spines[["top", "right"]].set_visible(False)
    canvas.legend(frameon=False, fontsize=7.5, loc="outside lower center", ncols=2)
    return canvas


def _days(incidents: Sequence[Incident], *, easing: bool) -> Iterator[date]:
    for one in incidents:
        if one.occurred and one.occurred.latest and (is_easing(one) if easing else is_material(one)):
            yield one.occurred.latest
