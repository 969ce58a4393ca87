"""Names that the words beside them would hide: of countries made of common words, of who acts behind a noun."""

from collections.abc import Mapping
from functools import cache
from itertools import chain

from hudna.knowledge.actor_packs import load_actors
from hudna.knowledge.country_words import long_names_of_countries
from hudna.knowledge.folding import written
from hudna.knowledge.forms import load_forms
from hudna.knowledge.inflection import Inflection
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.grammarian import Grammarian
from hudna.read.shallow.words import Words

# Of Arabic names, which texts write small as often as not.
ARTICLES = frozenset({"al", "el"})
BEFORE = frozenset({"clitic", "negation", "adverb"})


@cache
def names_that_look_common(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of several words by their first one: of countries ("stati uniti"), and those that open like "to the" ("al qaeda")."""
    found = dict(long_names_of_countries(language))
    fused = load_forms(language).fused
    # Arabic names are written alike in all languages of Latin letters, with a hyphen or without.
    listed = (
        (entry.name, *entry.aliases, *chain.from_iterable(entry.names.values())) for entry in load_actors()
    )
    every = chain.from_iterable(listed)
    for words in sorted({tuple(written(name).replace("-", " ").split()) for name in every}):
        if len(words) > 1 and fused.get(words[0], ("", ""))[1]:
            found[words[0]] = (*found.get(words[0], ()), words)
    return found


def names_of_several_words(words: Words, names: Mapping[str, tuple[tuple[str, ...], ...]]) -> set[int]:
    """ "gli Stati Uniti", "i Paesi Bassi", "ad al Qaeda": words that name somebody, where all but "al" have a capital."""
    found: set[int] = set()
    for at, low in enumerate(words.low):
        for name in names.get(low, ()):
            span = range(at, at + len(name))
            if tuple(words.low[at : span.stop]) != name:
                continue  # nor is there so much left of the sentence
            written_so = all(words.caps[i] for i in (span[1:] if low in ARTICLES else span))
            if written_so:
                found.update(span)
                break
    return found


def ends_in_subject(words: Words, group: Group, known: Grammarian) -> bool:
    """ "con un raid Israele ha ucciso": the name at the end of a phrase is who acts; the phrase then ends before it."""
    first = group.last + 1
    while first > group.head + 1 and words.forms[first - 1].tag == "name":
        first -= 1
    if first > group.last or group.tag != "noun" or known.verb_first or not known.head_first:
        return False
    common = any(group.lemma in those for those in (known.people, known.places, known.times))
    if common or not _acts(words, group.last + 1, known):
        return False
    group.last = first - 1
    group.modifiers = [i for i in group.modifiers if i < first]
    return True


def _acts(words: Words, at: int, known: Grammarian) -> bool:
    """Does a verb of one who acts begin here, whose subject does not usually stand behind it?"""
    while at < len(words.low) and words.forms[at].tag in BEFORE:
        at += 1
    form = words.forms[at] if at < len(words.low) else None
    if form is None or form.tag != "verb":
        return False
    return form.number == "s" and not form.person and form.lemma not in known.stays


def described_before(words: Words, at: int, inflection: Inflection) -> str | None:
    """ "غارات جوية شنها": the noun without an article before a word, past what describes it."""
    while at and words.with_article[at - 1] is None:
        form = inflection.forms(words.low[at - 1])[0]
        if form.tag != "adjective":
            return form.lemma
        at -= 1
    return None
