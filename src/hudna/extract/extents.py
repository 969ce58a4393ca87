"""Where the words of an actor begin and end: its article, what is counted, "of" and "from", participles behind it."""

from hudna.extract.relations import WHOSE
from hudna.extract.scene import At
from hudna.knowledge.folding import written
from hudna.knowledge.forms import load_forms
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.model.clause import Oblique, Phrase
from hudna.model.mention import ActorMention

_BELONGING = ("of", "from", "for", "within", "affiliated with", "loyal to")


def core_phrase(at: At, phrase: Phrase) -> Phrase:
    """The phrase that matters: what is counted, in "dozens of fighters"."""
    counters = at.scene.words.people.counters
    if phrase.head in counters or written(phrase.head_text) in counters:
        inner = next((o.phrase for o in phrase.obliques if o.preposition == "of"), None)
        if inner is not None and not inner.pronoun:
            return inner
    return phrase


def readings(at: At, phrase: Phrase) -> list[tuple[int, int, str]]:
    """Spans to try, the most telling first: with its "of", "from" and participles, then bare."""
    core = core_phrase(at, phrase)
    full = _actor_end(at, phrase)
    spans = [(phrase.start, full, core.head)]
    if full != phrase.core_end:
        spans.append((phrase.core_start, phrase.core_end, phrase.head))
    owner = phrase.possessor
    if owner is not None and owner.pronoun and phrase.head_start < owner.start <= phrase.core_end:
        spans.append((phrase.core_start, owner.start, phrase.head))
    if core is not phrase:
        spans.append((core.core_start, core.core_end, core.head))
    return spans


def is_thing_of(at: At, phrase: Phrase, found: ActorMention) -> bool:
    """ "the founding of the army" is no actor, though the army is; "members of the army" are."""
    partitives = at.scene.words.people.partitives
    if found.rule != "owner_after" or phrase.head in partitives or written(phrase.head_text) in partitives:
        return False
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    return at.scene.identify(words, phrase.head, (), phrase.core_start) is None


def _actor_end(at: At, phrase: Phrase) -> int:
    """Where an actor's words end: "of" and "from" phrases belong, places where they are do not."""
    end = _name_end(at, phrase, phrase.core_end)
    for oblique in phrase.obliques:
        belongs = (
            oblique.preposition in _BELONGING
            or _serves(at, phrase, oblique)
            or _is_loyal(at, phrase, oblique)
        )
        belongs = belongs and oblique.start >= end
        if (
            belongs
            and (oblique.start - end <= 2 or _only_describes(at, phrase, end, oblique.start))
            and not at.scene.times_in(oblique.phrase.start, oblique.phrase.end)
        ):
            end = _name_end(at, phrase, _nested_end(oblique.phrase, oblique.phrase.core_end))
    if end == phrase.core_end and not phrase.proper:
        place = next(
            (o for o in phrase.obliques if o.preposition in ("in", "at") and 0 <= o.start - end <= 1), None
        )
        if place is not None and at.scene.places_in(place.phrase.core_start, place.phrase.core_end):
            return place.phrase.core_end
    if end == phrase.core_end and _reduced(at, phrase):
        return phrase.end
    return end


def _serves(at: At, phrase: Phrase, oblique: Oblique) -> bool:
    """ "وزير الدفاع بحكومة الوحدة", "القيادي في الحركة": behind a title, where he serves."""
    language = at.scene.reading.language
    grammar = load_grammar(language)
    if oblique.phrase.head not in grammar.bodies:
        return False
    if oblique.preposition == "in":
        return phrase.head in grammar.serving
    titled = phrase.head in load_forms(language).nouns.titles
    return titled and oblique.preposition == "with" and oblique.word in load_phrase_words(language).serving


def _is_loyal(at: At, phrase: Phrase, oblique: Oblique) -> bool:
    """ "les combattants fidèles au Front": an adjective says to whom they hold, where a language writes it behind them."""
    last = at.scene.report.text[phrase.core_start : phrase.core_end].rpartition(" ")[2]
    return oblique.preposition == "to" and written(last) in at.scene.words.people.loyal


def _name_end(at: At, phrase: Phrase, end: int) -> int:
    """ "ribelli del Movimento 23 | marzo": words that would end inside a name go on to its end."""
    ends = (
        m.end
        for m in at.scene.mentions.actors
        if phrase.core_start <= m.start < end < m.end <= at.passage.end and not _runs_into_deed(at, phrase, m)
    )
    return max(end, *ends, end)


def _only_describes(at: At, phrase: Phrase, start: int, end: int) -> bool:
    """ "des membres présumés des ADF": one word between people and whose they are."""
    partitives = at.scene.words.people.partitives
    return phrase.head in partitives and len(at.scene.report.text[start:end].split()) == 1


def _runs_into_deed(at: At, phrase: Phrase, named: ActorMention) -> bool:
    """ "أعلنت كتائب المقاومة استهداف …": where no capital ends a name, what happened does."""
    if at.scene.language.has_case or named.id is not None:
        return False
    beside = (p.core_start for c in at.passage.clauses for p in c.objects)
    # "حملت الفصائل إسرائيل المسؤولية": nor is whom it befalls part of who does it.
    return any(
        phrase.core_end <= start < named.end for start in (*(c.start for c in at.passage.clauses), *beside)
    )


def _nested_end(phrase: Phrase, end: int) -> int:
    inner = next((o.phrase for o in phrase.obliques if o.preposition == "of"), None)
    return inner.core_end if inner is not None else end


def _reduced(at: At, phrase: Phrase) -> bool:
    """ "an armed group engaged in smuggling": a participle that says which one."""
    after = written(phrase.text[phrase.core_end - phrase.start :].lstrip().split(" ")[0])
    return after in at.scene.words.people.described_by


def is_day_or_area(at: At, phrase: Phrase) -> bool:
    """ "il cessate il fuoco del 2020", "la parte est della Libia": a year and a part of a country are nobody."""
    times = at.scene.mentions.times
    figure = phrase.head_text[:1].isdigit()
    dated = figure and any(t.start <= phrase.head_start and phrase.end <= t.end for t in times)
    parts = (m for m in at.scene.places_in(phrase.start, phrase.end) if m.rule == "part")
    return dated or any((m.start, m.end) == (phrase.start, phrase.end) for m in parts)


def antecedent_of(at: At, phrase: Phrase) -> Phrase | None:
    """ "whose fighters", "i cui droni": the noun whose they are."""
    subject = at.clause.marker == WHOSE and phrase == at.clause.subject and phrase.possessor is None
    return at.clause.noun if subject or phrase.determiner == WHOSE else None
