"""When it happened, counted from the report's day: long before, and so background, or still to come?"""

from datetime import date, timedelta

from hudna.extract.scene import At
from hudna.extract.telling import Held
from hudna.model.claim import Status
from hudna.model.mention import TimeMention

# A report tells the news of weeks, not of seasons: what is older is told as background.
HISTORY = timedelta(days=120)
# What has been done since then is how things stand.
YEARS = timedelta(days=365)
# A month named alone, and a dated aside ("which it had captured on 3 January"), turn into background sooner.
RECENT_MONTH = timedelta(days=45)
RECENT_ASIDE = timedelta(days=10)
AHEAD = "after the report"


def background(at: At, when: TimeMention | None) -> list[Held]:
    """Older than half a year, counted from the report's day."""
    published: date | None = at.scene.report.published
    if (
        at.clause.link == "adverbial"
        and at.clause.marker in ("after", "since")
        and at.scene.words.events.long_before.search(
            at.passage.text[: max(0, at.clause.start - at.passage.start)]
        )
    ):
        return [Held(Status.HISTORICAL, "long after")]
    if _sums_up(at) or _counts_a_war(at):
        return [Held(Status.HISTORICAL, "the whole of a war")]
    if when is None or when.latest is None or published is None:
        return []
    if _has_gone_on(at, when, published) or _lasts_for_years(at, when, published):
        return [Held(Status.HISTORICAL, "the sum of years")]
    age = published - when.latest
    if (when.precision == "year" and when.latest.year < published.year) or age > HISTORY:
        return [Held(Status.HISTORICAL, "long before the report")]
    if (when.precision == "month" and age > RECENT_MONTH) or (
        at.clause.link == "relative" and age > RECENT_ASIDE
    ):
        return [Held(Status.HISTORICAL, "told as background")]
    if when.earliest is not None and when.earliest > published and when.precision != "vague":
        return [Held(Status.PLANNED, AHEAD)]
    # "The last transporters leave by the end of August": nobody leaves until then.
    due = at.clause.kind == "verb" and at.clause.tense == "present" and not at.clause.passive
    ahead = when.latest > published and when.precision != "vague"
    return [Held(Status.PLANNED, "due after the report")] if due and ahead else []


def _sums_up(at: At) -> bool:
    """ "The war has killed tens of thousands": what a war has cost up to now is no news of a day."""
    clause, parent, words = at.clause, at.parent, at.scene.words.events
    if (
        clause.kind != "noun"
        or clause.marker != "subject"
        or clause.lemma not in words.eras
        or parent is None
    ):
        return False
    return parent.clause.lemma in words.outcomes


def _counts_a_war(at: At) -> bool:
    """ "20,000 have been killed since the war began": what a war has cost up to now, told by who died."""
    clause, words = at.clause, at.scene.words.events
    dead = words.outcomes | words.killing | words.dying
    if clause.kind != "verb" or clause.tense != "past" or clause.lemma not in dead:
        return False
    subjects = (clause.subject, *clause.objects[:1])
    near = [*clause.obliques, *(o for p in subjects if p is not None for o in p.obliques)]
    since = [o.phrase for o in near if o.preposition == "since"]
    begun = (c.clause.subject for c in at.children() if c.clause.marker == "since")
    inner = [o.phrase for p in since for o in p.obliques if o.preposition == "of"]
    return any(p is not None and p.head in words.wholes for p in (*since, *inner, *begun))


def _has_gone_on(at: At, when: TimeMention, published: date) -> bool:
    """ "6,500 people have died in the conflict since 2016": the dead of years are no news of a day."""
    words = at.scene.words.events
    long = when.earliest is not None and published - when.earliest > HISTORY
    return long and when.rule.endswith("+since") and at.clause.lemma in words.outcomes | words.dying


def _lasts_for_years(at: At, when: TimeMention, published: date) -> bool:
    """ "The group has fought the army since 2013": how things have stood for years is no news of a day."""
    long = when.earliest is not None and published - when.earliest > YEARS
    return long and when.rule.endswith("+since") and at.clause.perfect
