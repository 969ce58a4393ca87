"""What the reader must know of a language to build its sentences, made once."""

from collections.abc import Mapping
from functools import cache

from hudna.knowledge.classes import known_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.country_words import long_names_of_countries, names_of_countries
from hudna.knowledge.cues import load_cues, speech_nouns, speech_verbs
from hudna.knowledge.folding import letters
from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form, adjectives_of_countries, load_inflection
from hudna.knowledge.language import load_language
from hudna.knowledge.people import people
from hudna.read.shallow.chunks import load_chunker
from hudna.read.shallow.construct import load_construct_chunker
from hudna.read.shallow.verbs import load_verb_finder

PARTS = frozenset({";", "\n"})
DASHES = frozenset({"-", "–", "—"})
COLONS = frozenset({":", "(", ")", "[", "]"}) | DASHES
QUOTE = '"'
BARS = frozenset({"|", "/"})
# Prepositions that open a clause where a verb follows: "after rebels came".
TIMING = frozenset({"after", "before", "since", "until", "as", "than", "like", "while", "when", "once"})
THAT = frozenset({"that"})
FREE = frozenset({"who"})
# Behind a preposition these may open an aside without a verb: "alcuni dei quali minorenni", "di cui otto sudafricani".
BARE_ASIDE = frozenset({"whom", "which"})
OF, TO, BY, FOR, BUT = "of", "to", "by", "for", "but"
ACCORDING = "according to"
# "من جهة": two words that only set one side apart from the other.
APART = Form("adverb", "apart")
# Behind these a noun of saying has what is said.
CONTENT = frozenset({"with", "to", "about", "on"})
ADVERBIAL = frozenset(
    {
        "after",
        "before",
        "besides",
        "by",
        "since",
        "without",
        "despite",
        "during",
        "instead of",
        "rather than",
        "until",
        "ahead of",
        "amid",
        "while",
        "when",
        "following",
    }
)


class Grammarian:
    """What the builder must know of a language, made once."""

    def __init__(self, language: str) -> None:
        self.grammar = load_grammar(language)
        self.small = load_function_words(language)
        self.construct = load_language(language).construct_state
        self.chunker = load_construct_chunker(language) if self.construct else load_chunker(language)
        self.verbs = load_verb_finder(language)
        self.saying: Mapping[str, object] = speech_verbs(language)
        cues = load_cues(language)
        self.holding = frozenset(verb for verbs in cues.holders.values() for verb in verbs)
        self.carrying = cues.light_verbs
        self.leading = self.holding | cues.implicative_verbs
        self.outcomes = load_coding_words(language).events.outcomes
        self.results = load_coding_words(language).events.results
        self.counting = load_coding_words(language).events.counting
        self.agreement = self.grammar.agreement
        self.times = self.grammar.times
        self.articles = load_forms(language).articles
        self.giving = self.grammar.giving | self.grammar.by_dative
        self.people = people(language)
        self.feminine_endings = load_forms(language).nouns.feminine
        self.titles = load_forms(language).nouns.titles
        # "حماس", "داعش": a noun that is the name of somebody.
        self.called = frozenset(load_forms(language).nouns.ownerless) & self.people
        # Verbs that themselves ask for what stands behind "with".
        self.with_them = frozenset().union(*(s.unless_verbs for s in self.grammar.senses if s.word == "with"))
        self.is_noun = load_inflection(language).is_noun
        self.readings, self.is_listed = load_inflection(language).forms, load_inflection(language).is_listed
        words = load_coding_words(language)
        self.peoples = adjectives_of_countries(language)
        self.countries = names_of_countries(language)
        self.naming = self.peoples | words.forces.naming
        # Behind these any verb of saying has what is said.
        marks = self.grammar.content_marks
        self.telling = frozenset(mark for mark, verbs in marks.items() if "*" in verbs)
        self.blaming = words.speech.blaming
        self.mouthpieces = words.speech.mouthpieces - self.people
        self.counters = words.people.counters | words.forces.shares
        self.weapons = known_class(language, "weapons") if self.construct else frozenset()
        self.crafts = known_class(language, "aircraft") | known_class(language, "vehicles")
        hit = ("homes", "facility", "civilians", "person", "vehicles", "settlement", "troops", "armed")
        self.targets = frozenset().union(*(known_class(language, name) for name in hit))
        self.places = known_class(language, "settlement") | known_class(language, "facility")
        self.verb_first = self.grammar.order == "vso"
        self.head_first = load_language(language).modifiers == "after"
        # Verbs whose subject may as well stand behind them: "nella base Unifil è morto un soldato".
        self.stays = self.grammar.helping.be | self.grammar.being | self.grammar.subject_behind
        self.long_countries = frozenset(
            letters(" ".join(name)) for names in long_names_of_countries(language).values() for name in names
        )
        self.helping = self.grammar.helping.be | self.grammar.helping.going_on
        # Nouns that have a clause of their own: "the claim that …".
        self.contents = frozenset(speech_nouns(language)).union(*cues.nouns.values())


@cache
def load_grammarian(language: str) -> Grammarian:
    """What is known of a language's sentences."""
    return Grammarian(language)
