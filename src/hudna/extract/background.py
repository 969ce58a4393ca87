"""When it happened, counted from the report's day: long before, and so background, or still to come?"""

from datetime import date, timedelta

from hudna.extract.casualties import find_tolls
from hudna.extract.long_standing import has_stood_since, is_many
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
# So many dead are those of a war where one is named, and so many more wherever they are told.
SO_MANY, MORE = 1_000, 10_000
TOLD_OF = ("subject", "in", "during")
_CLIMB = 6


def background(at: At, when: TimeMention | None) -> list[Held]:
    """Older than half a year, counted from the report's day."""
    published: date | None = at.scene.report.published
    old = _of_old(at, when, published)
    if old is not None:
        return [old]
    if when is None or when.latest is None or published is None:
        return []
    age = published - when.latest
    if (when.precision == "year" and when.latest.year < published.year) or age > HISTORY:
        return [Held(Status.HISTORICAL, "long before the report")]
    aside = at.clause.link == "relative" and age > RECENT_ASIDE
    if aside or (when.precision == "month" and age > RECENT_MONTH):
        return [Held(Status.HISTORICAL, "told as background")]
    if when.earliest is not None and when.earliest > published and when.precision != "vague":
        return [Held(Status.PLANNED, AHEAD)]
    # "The last transporters leave by the end of August": nobody leaves until then.
    due = at.clause.kind == "verb" and at.clause.tense == "present" and not at.clause.passive
    ahead = when.latest > published and when.precision != "vague"
    return [Held(Status.PLANNED, "due after the report")] if due and ahead else []


def _of_old(at: At, when: TimeMention | None, published: date | None) -> Held | None:
    """Why it is background whatever day is told."""
    before = at.passage.text[: max(0, at.clause.start - at.passage.start)]
    after = at.clause.link == "adverbial" and at.clause.marker in ("after", "since")
    if after and at.scene.words.events.long_before.search(before):
        return Held(Status.HISTORICAL, "long after")
    if _sums_up(at) or _counts_a_war(at) or _counts_years(at):
        return Held(Status.HISTORICAL, "the whole of a war")
    if published is None:
        return None
    # "Clashes on Monday, the worst since the fall of the regime" have their own day.
    dated = when is not None and when.earliest is not None and published - when.earliest <= HISTORY
    if not dated and has_stood_since(at, published, HISTORY):
        return Held(Status.HISTORICAL, "how things have stood since long ago")
    if when is None and _goes_with_what_is_old(at, published):
        return Held(Status.HISTORICAL, "with what was long before")
    if _is_told_of_old(at, published):
        return Held(Status.HISTORICAL, "told as background")
    lasting = when is not None and (
        _has_gone_on(at, when, published) or _lasts_for_years(at, when, published)
    )
    return Held(Status.HISTORICAL, "the sum of years") if lasting else None


def _goes_with_what_is_old(at: At, published: date) -> bool:
    """ "With the support of allies, he had besieged the city from 2019 to 2020": what went with it is as old."""
    parent = at.parent
    if (
        at.clause.kind != "noun"
        or at.clause.link != "modifier"
        or at.clause.marker != "with"
        or parent is None
    ):
        return False
    span = range(parent.clause.span_start, parent.clause.span_end)
    days = [t.latest for t in at.scene.mentions.times if t.start in span and t.latest is not None]
    return bool(days) and all(published - day > HISTORY for day in days)


def _is_told_of_old(at: At, published: date) -> bool:
    """ "fighters who had signed the 2016 accord", "men who fought on after it laid down arms in 2017": who they are, by what was long ago."""
    above: At | None = at
    for _ in range(_CLIMB):
        if above is None or above.clause.link in ("relative", "root"):
            break
        above = above.parent
    if above is None or above.clause.link != "relative":
        return False
    if at.clause.tense not in ("past", "participle"):
        return False
    times = at.scene.times_in(above.clause.span_start, above.clause.span_end)
    years = [t.latest.year for t in times if t.precision == "year" and t.latest is not None]
    return (
        bool(years)
        and len(years) == len(times)
        and max(years) < published.year
        and not any(map(_goes_on, times))
    )


def _goes_on(time: TimeMention) -> bool:
    """ "since 2016": what began then has gone on."""
    return "+" in time.rule


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


def _counts_years(at: At) -> bool:
    """ "The conflict has killed 20,000", "tens of thousands have died": so many die in no attack, but in years of war."""
    clause, words = at.clause, at.scene.words.events
    dead = words.outcomes | words.killing | words.dying
    above = at.parent.clause if at.parent is not None and clause.kind == "noun" else None
    subjects = (clause.subject, above.subject if above is not None and clause.link == "argument" else None)
    whole = clause.lemma in words.wholes or any(s is not None and s.head in words.wholes for s in subjects)
    if clause.lemma not in dead and not whole:
        return False
    said = [(clause.span_start, clause.span_end)]
    if above is not None and whole:
        # "the war has left 20,000 dead", "a war that has killed 20,000": the verb above, or what describes it.
        told = [c for c in at.passage.clauses if c.noun is not None and c.noun.head_start == clause.start]
        beside = clause.link == "argument" or clause.marker in TOLD_OF
        said += [(c.span_start, c.span_end) for c in (*([above] if beside else []), *told)]
    start, text = at.passage.start, at.passage.text
    tolls = (
        t
        for a, b in said
        for t in find_tolls(text, a - start, b - start, at.scene.casualties)
        if t.kind == "killed"
    )
    most = max(((t.count.best or t.count.low or 0) for t in tolls), default=0)
    return most >= (SO_MANY if whole else MORE)


def _has_gone_on(at: At, when: TimeMention, published: date) -> bool:
    """ "6,500 people have died in the conflict since 2016": the dead of years are no news of a day."""
    words = at.scene.words.events
    long = when.earliest is not None and published - when.earliest > HISTORY
    return long and when.rule.endswith("+since") and at.clause.lemma in words.outcomes | words.dying


def _lasts_for_years(at: At, when: TimeMention, published: date) -> bool:
    """ "The group has fought the army since 2013": how things have stood for years is no news of a day."""
    long = when.earliest is not None and published - when.earliest > YEARS
    return long and when.rule.endswith("+since") and (at.clause.perfect or is_many(at))
