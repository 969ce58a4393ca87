"""`hudna explain i-…`: what an incident rests on, why its claims are one, and what people decided."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from hudna.cli.console import plain
from hudna.cli.incident_table import dead, heard
from hudna.cli.table import terminal
from hudna.cli.version import linking_version
from hudna.errors import InputError
from hudna.link.judged import standing
from hudna.link.outline import Outline
from hudna.link.score import Scorer
from hudna.link.score import Table as Scores
from hudna.model.incident import Estimate, Incident, Party, Position
from hudna.model.judgement import Judgement
from hudna.pipeline import store_linking
from hudna.store import Store, StoredClaim


def explain_incident(name: str, store: Store) -> int:
    """Draw the incident of that id, or the one that holds the claim it was named after; the exit code."""
    linking = store_linking(store, linking_version())
    linking.catch_up()
    incident = store.incident(name)
    if incident is None:
        raise InputError(f"no incident goes by {name!r}")
    held = store.held_by(incident)
    beside, stage = store.beside(incident.claims), linking.stage
    outlines = {
        item.claim.id: stage.outline_of(item.claim, item.report, beside.get(item.report.id, ()))
        for item in held
    }
    judgements = [one for one in standing(store.judgements()) if one.id in incident.judgements]
    terminal().print(_tree(incident, held, outlines, linking.stage.scorer, judgements))
    return 0


def explain_judgement(name: str, store: Store) -> bool:
    """Draw the judgement of that id; whether there is one."""
    every = {one.id: one for one in store.judgements()}
    if name not in every:
        return False
    one = every[name]
    tree = Tree(_line("judgement", f"{one.id} · {one.act} · {', '.join(one.about)}"))
    for label, text in _judged(one):
        tree.add(_line(label, text))
    kept = {other.id for other in standing(every.values())}
    tree.add(_line("stands", "yes" if one.id in kept or one.act == "withdraw" else "withdrawn"))
    terminal().print(tree)
    return True


def _tree(
    incident: Incident, held: Sequence[StoredClaim], outlines: dict[str, Outline | None], scorer: Scorer,
    judgements: Sequence[Judgement],
) -> Tree:  # fmt: skip
    what = " / ".join(part for part in (incident.root.value, incident.mode, incident.move) if part)
    tree = Tree(_line("incident", f"{incident.id} · {what} · {heard(incident)}"))
    for label, text in _facts(incident):
        tree.add(_line(label, text))
    _add_origins(tree, incident)
    _add_positions(tree, incident)
    _add_claims(tree, held, outlines, scorer)
    for one in judgements:
        tree.add(_line("judged", f"{one.act} {one.id} · {' · '.join(text for _, text in _judged(one))}"))
    return tree


def _facts(incident: Incident) -> Iterator[tuple[str, str]]:
    counts = "counts" if incident.counts else "does not count"
    yield "held as", f"{incident.status.value}, {counts}{' · third party' if incident.third_party else ''}"
    yield "who", ", ".join(_party(one) for one in incident.actors) or "not named"
    if incident.recipients:
        yield "to whom", ", ".join(_party(one) for one in incident.recipients)
    if incident.place:
        yield (
            "where",
            f"{incident.place.name} ({incident.place.precision}, {incident.place.country or 'country not known'})",
        )
    if incident.occurred:
        yield (
            "when",
            f"{incident.occurred.earliest} to {incident.occurred.latest} ({incident.occurred.precision}, {incident.occurred.basis})",
        )
    if dead(incident.fatalities):
        by = "; ".join(f"{_whose(one)}: {_figure(one)}" for one in incident.fatalities.by)
        yield "dead", f"{dead(incident.fatalities)} ({by})"
    yield "theatre", incident.theatre or "outside every theatre that is known"
    yield "checked", f"{incident.verification}, rung {incident.ladder} of 4"
    yield (
        "graded",
        f"{incident.grade.reliability}{incident.grade.credibility}: {'; '.join(incident.grade.because)}",
    )
    if incident.review:
        yield "review", incident.review


def _add_origins(tree: Tree, incident: Incident) -> None:
    branch = tree.add(
        _line("origins", f"{len(incident.origins)}; sides: {', '.join(incident.sides) or 'none known'}")
    )
    for reports, because in zip(incident.origins, incident.origins_because, strict=True):
        branch.add(_line("origin", f"{', '.join(reports)} ← {because}"))


def _add_positions(tree: Tree, incident: Incident) -> None:
    branch = tree.add(_line("say", f"{len(incident.positions)} positions"))
    for row in incident.positions:
        node = branch.add(_line(row.says.stance, _says(row)))
        for earlier in row.before:
            node.add(_line("before", _says(earlier)))


def _says(row: Position) -> str:
    who = _party(row.speaker) if row.speaker else (row.source or "the report itself")
    parts = [
        f"{who}{' (no name)' if row.anonymous else ''}",
        f"on {row.said}" if row.said else "",
        f"by {', '.join(_party(one) for one in row.says.who)}" if row.says.who else "",
        f"upon {', '.join(map(_party, whom))}" if (whom := (*row.says.whom, *row.says.harmed)) else "",
        f"at {row.says.where.name}" if row.says.where else "",
        f"dead {_figure(row.says.dead)}" if row.says.dead else "",
        f"deeds counted {_figure(row.says.deeds)}" if row.says.deeds else "",
        f"made up of {', '.join(_party(one) for one in row.says.made_of)}" if row.says.made_of else "",
        *(f"why: “{why}”" for why in row.says.why),
        f"against its interest: {row.interest}" if row.interest else "",
        f"{row.origins} origins" if row.origins > 1 else "",
    ]
    return " · ".join(part for part in parts if part)


def _add_claims(
    tree: Tree, held: Sequence[StoredClaim], outlines: dict[str, Outline | None], scorer: Scorer
) -> None:
    """Every claim with its words and, from the second on, the comparison that joins it best."""
    before: list[StoredClaim] = []
    for item in held:
        claim, report = item.claim, item.report
        where = " · ".join(str(part) for part in (report.id, report.source, report.published) if part)
        node = tree.add(_line("claim", f"{claim.id} · {where} · {claim.status.value}"))
        node.add(Text(f"“{plain(claim.text)}”"))
        outline = outlines[claim.id]
        if outline is None:
            node.add(_line("joined", f"it is the {claim.content} of a claim above"))
            continue
        others = [(other.claim.id, known) for other in before if (known := outlines[other.claim.id])]
        if others:
            best, scores = max(
                ((name, scorer.table(outline, known)) for name, known in others),
                key=lambda pair: pair[1].total,
            )
            node.add(_scores(best, scores, scorer.weights.join))
        before.append(item)


def _scores(other: str, scores: Scores, join: float) -> Table:
    """The features that say something, with their weights and the sum in bits."""
    table = Table(box=SIMPLE, pad_edge=False, title=f"with {other}", title_justify="left", title_style="dim")
    for name in ("question", "answer", "bits", "because"):
        table.add_column(name, justify="right" if name == "bits" else "left")
    table.add_row("two claims of a month picked at random", "", f"{scores.start:+.1f}", "")
    for row in scores.rows:
        if row.weight:
            table.add_row(row.question, row.level.replace("_", " "), f"{row.weight:+.1f}", plain(row.because))
    table.add_row(
        "sum",
        "",
        f"{scores.total:+.1f}",
        "one occurrence" if scores.total >= join else "joined by the others",
    )
    return table


def _judged(one: Judgement) -> Iterator[tuple[str, str]]:
    yield "by", f"{one.author}, {one.made:%Y-%m-%d %H:%M}"
    if one.field or one.value:
        yield "sets", " = ".join(part for part in (one.field, one.value) if part)
    if one.withdraws:
        yield "withdraws", one.withdraws
    yield "reason", one.reason


def _party(one: Party) -> str:
    return one.id or f"“{one.text}”"


def _whose(one: Estimate) -> str:
    return _party(one.speaker) if one.speaker else "reports themselves"


def _figure(one: Estimate) -> str:
    if one.best is not None and one.low == one.high:
        return str(one.best)
    known = [
        f"{name} {value}"
        for name, value in (("low", one.low), ("best", one.best), ("high", one.high))
        if value is not None
    ]
    return ", ".join(known)


def _line(label: str, text: str) -> Text:
    return Text.assemble((f"{label:<9} ", "dim"), plain(text))
