"""What a language does that puts its verb first: clauses without a relative word, subjects inside a verb group.

"هجوم استهدف قاعدة": a verb right behind an indefinite noun describes it. "كان الجيش قد أعلن": who acts stands
between the helping verb and its verb. Each function asks one question of the frames read so far.
"""

from hudna.knowledge.grammar import Grammar
from hudna.read.shallow.chains import end_of, with_owners
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import Grammarian
from hudna.read.shallow.verbs import Verb
from hudna.read.shallow.words import Words

BETWEEN = "between"
POINTING = frozenset({"the", "this", "that", "these", "those"})
NOT_WHICH = frozenset({"some", "several", "many", "few"})


def is_definite(words: Words, group: Group) -> bool:
    """Is it known which one is meant: by its article, as a name, by its owner?"""
    if group.pronoun is not None or group.determiner in POINTING or group.owner is not None:
        return True
    if group.determiner in NOT_WHICH:
        return False  # "عدد من المسيرات أطلقتها القوات"
    if words.with_article[group.head] is not None or words.with_article[group.first] is not None:
        return True
    if group.tag == "name" and group.count is None:
        return True
    return any(
        is_definite(words, owner) for owner in group.obliques if owner.relation == "of" and owner.word_at < 0
    )


def described(words: Words, last: Group | None, at: int, gender: str = "") -> Group | None:
    """The indefinite noun that a verb right behind it describes, if there is one: of its gender, where it is owned."""
    if last is None or not _is_next(words, last, at):
        return None
    group: Group | None = last
    for _ in range(8):
        if group is None or (group.frame is None and group.above is None):
            return None
        hangs = group.above is not None
        other = hangs and gender == "m" and group.gender == "f" and group.number != "p"
        if group.tag in {"noun", "number"} and not is_definite(words, group) and not other:
            return group  # not the lorry in "سائق شاحنة وصل"
        group = group.above
    return None


def _is_next(words: Words, last: Group, at: int) -> bool:
    between = range(max(last.last, last.described) + 1, at)
    return len(between) < 4 and all(
        words.forms[i].tag in {"adverb", "negation", "clitic", "determiner"} or words.low[i] == '"'
        for i in between
    )


def takes_over(frame: Frame, verb: Verb, helping: frozenset[str], *, past: bool = True) -> bool:
    """Does the verb belong to a helping verb before, with the subject between the two? `past`: may it be one of the past?"""
    helper = frame.verb
    return (
        helper is not None
        and (past or verb.mood != "past")
        and helper.lemma in helping
        and not helper.helped
        and (len([g for g in frame.after if g.relation is None]) <= 1 or bool(verb.adverbs))
        and verb.form == "verb"
    )


def take_over(frame: Frame, verb: Verb, *, past: bool, dropped: frozenset[str]) -> None:
    """The helping verb gives its time and its negation to the verb that tells."""
    helper = frame.verb
    assert helper is not None
    verb.helped = True
    if verb.negation is None and helper.lemma not in dropped:
        verb.negation = helper.negation
    verb.adverbs = [*helper.adverbs, *verb.adverbs]
    verb.modals = [*helper.modals, *verb.modals]
    if past and helper.tense == "past":
        verb.tense = "past"
    elif helper.tense == "future":
        verb.tense = "future"
    frame.before.extend(frame.after)
    frame.after = []


def is_formed_as_object(words: Words, group: Group, grammar: Grammar) -> bool:
    """ "ثلاثة عمال", "زعيما": a number or an ending that no further owner would have."""
    low = words.low[group.head]
    people = group.tag == "adjective" and group.article is None and len(low) > len(group.lemma) + 1
    ending = (group.tag == "noun" or people) and any(low == group.lemma + end for end in grammar.accusative)
    return group.count is not None or group.tag == "number" or ending


def is_how(words: Words, last: Group, group: Group, known: Grammarian) -> bool:
    """ "الجيش مدعوما بحلفائه", "القوات، مدعومة من الجو،": a participle behind somebody known, with a preposition behind it."""
    low, at = words.low[group.head], group.last + 1
    bare = group.first == group.last and group.article is None and group.tag in {"noun", "adjective"}
    formed = bare and low.startswith(tuple(known.grammar.describing)) and low.endswith(known.grammar.stating)
    if known.is_noun(group.lemma):
        return False  # "قصفت القوات منزلا في البلدة": a noun that looks like one is what was hit
    if not known.verb_first or not formed or at >= len(words.low) or words.forms[at].tag != "preposition":
        return False
    somebody = last.lemma in known.people and last.relation is None and is_definite(words, last)
    return somebody and group.lemma not in known.people


def is_apart(frame: Frame, verb: Verb, words: Words, grammar: Grammar) -> bool:
    """ "قصف الجيش، بدعم من حلفائه، مدينة …": what such a verb still lacks behind an aside that follows who acts."""
    plain = [g for g in frame.after if g.relation is None and g.lemma not in grammar.times]
    named = any(g.relation is None and g.lemma not in grammar.times for g in frame.before)
    if len(plain) + named != 1 or verb.lemma not in grammar.transitive | grammar.reaching:
        return False
    ends = [max(g.last, g.described) for one in plain for g in (one, *with_owners(one))]
    # "اتهم تحالف الشرق بقيادة عبد ربه، قوات الحدود": who acts may end with all that hangs from it.
    whole = max((end_of(one) for one in plain), default=verb.last)
    return any(_ends_at_comma(words, end) for end in {max(ends, default=verb.last), whole})


def _ends_at_comma(words: Words, end: int) -> bool:
    behind = end + 1
    while behind < len(words.low) and words.forms[behind].tag == "adverb":
        behind += 1  # "الحركة أخلت فعلا، بحسب شهود، موقعين"
    return behind < len(words.low) and words.low[behind] == ","


def joined_to(
    words: Words, last: Group, group: Group, nominal: frozenset[str], people: frozenset[str]
) -> Group:
    """Which noun of a chain "and" adds to: "قادة الجيش والشرطة", "مقتل ثلاثة وإصابة خمسة", "قائد الجيش ووزير الدفاع"."""
    chain = [last]
    while chain[-1].above is not None and len(chain) < 10:
        chain.append(chain[-1].above)
    pair = next((g for g in chain if g.relation == BETWEEN and not g.members), None)
    if pair is not None and group.lemma not in nominal:
        return pair
    if group.lemma in nominal:
        return next((g for g in reversed(chain) if g.lemma in nominal), last)
    if group.lemma in people and last.lemma not in people and last.tag != "name":
        return next((g for g in chain if g.lemma in people), last)
    if group.obliques and group.obliques[0].word_at < 0 and group.count is None:
        # It has an owner of its own, as the noun that it stands beside.
        return next(
            (g for g in chain if g.obliques and g.obliques[0].word_at < 0 and g.lemma not in nominal), last
        )
    definite = is_definite(words, group)
    return next((g for g in chain if is_definite(words, g) == definite and g.lemma not in nominal), last)
