"""Who issued the whole? What a communiqué tells without naming a speaker, its publisher says.

A report is a communiqué where a short line at its top, its title or its publisher's name says
so, or where it speaks of its own side as "our movement". It speaks for whoever it names as
itself: "Statement of the Armed Forces", "our movement", who informs and condemns in its first
sentence. Where it never names itself, nobody is guessed.
"""

import re

from hudna.extract.saying import speech_words
from hudna.extract.scene import At, Scene, Thread, Who
from hudna.extract.sources import Voice, own_voice
from hudna.extract.telling import PRESUPPOSING
from hudna.extract.who import who
from hudna.knowledge.folding import written
from hudna.knowledge.function_words import load_function_words
from hudna.model.clause import Passage, Phrase
from hudna.model.mention import ActorMention

# A heading is a short line: longer ones tell something.
HEADING = 90
# The publisher names itself at the top.
TOP = 2
_DASH = re.compile(r"\s[-–—|]\s")
_BEFORE_NAMES = frozenset({"of", "from", "by"})
_ISSUERS = frozenset({"party", "organisation", "official"})


def issued(at: At, thread: Thread) -> tuple[Voice, ...]:
    """Who says what stands in a communiqué in nobody else's name?"""
    found = issuer(at.scene, thread)
    return (Voice(found, None, issues=True),) if found is not None else ()


def issuer(scene: Scene, thread: Thread) -> Who | None:
    """Who publishes this communiqué, by the words with which it names itself; None where it is none."""
    if not thread.issuer_sought:
        thread.issuer_sought = True
        thread.issuer = _of_itself(scene) or (_named(scene) if is_communique(scene) else None)
        thread.author = None if thread.issuer is not None else _pointed(scene) or _opens(scene, now=True)
    return thread.issuer


def _named(scene: Scene) -> Who | None:
    return _headed(scene) or _opens(scene) or _by_source(scene) or _opens(scene, publisher=True)


def _by_source(scene: Scene) -> Who | None:
    """Whose name at the top is part of the publisher's: "Northern Front media office"."""
    source = written(scene.report.source or "")
    bodies = [p for p in scene.reading.passages if p.parsed][:TOP]
    found = [m for p in bodies for m in scene.actors_in(p.start, p.end) if m.kind in _ISSUERS]
    named = next((m for m in found if not m.anonymous and written(m.text) in source), None)
    if named is None:
        return _unlisted(scene, bodies)
    return Who(named.start, named.end, named.text, named)


def _unlisted(scene: Scene, top: list[Passage]) -> Who | None:
    """A publisher that no list knows and that names itself at the top."""
    name = scene.report.source or ""
    start = scene.report.text.find(name, top[0].start, top[-1].end) if name and top else -1
    if start < 0:
        return None
    actor = ActorMention(
        start, start + len(name), name, None, name, None, None, "organisation", rule="named_publisher"
    )
    return Who(start, start + len(name), name, actor)


def is_communique(scene: Scene) -> bool:
    """Does a heading, the title or the publisher's name call the report a communiqué?"""
    names = scene.words.speech.communiques
    above = (_heading(scene), *_headings(scene), scene.report.title or "")
    heads = [written(line).lstrip("# >*") for line in above]
    # "General Command - communiqué"
    heads += [part.strip() for line in heads for part in _DASH.split(line)[1:]]
    source = written(scene.report.source or "")
    return any(line.startswith(names) for line in heads) or any(name in source for name in names)


def _heading(scene: Scene) -> str:
    """The first line, where it is short; else its first sentence, if that is short and tells nothing."""
    line, _, below = scene.report.text.lstrip().partition("\n")
    if below and len(line) <= HEADING and written(line).startswith(scene.words.speech.communiques):
        return line  # "بيان صادر عن القوات": "issued by" may look like a verb that tells something
    line = line if len(line) <= HEADING else line.split(". ", 1)[0]
    first = next(iter(scene.reading.passages), None)
    told = first is not None and first.end <= len(line) + 1 and any(c.link == "root" for c in first.clauses)
    return line if len(line) <= HEADING and not told else ""


def _headings(scene: Scene) -> list[str]:
    """The short lines at the top, up to an empty one: "Republic of Kadra", "COMMUNIQUÉ"."""
    lines = scene.report.text.lstrip().split("\n\n", 1)[0].split("\n")
    return lines if len(lines) > 1 and all(len(line) <= HEADING for line in lines) else []


def _of_itself(scene: Scene) -> Who | None:
    """ "Our movement condemns": a body that is the writer's own, outside quotations."""
    for passage in scene.reading.passages:
        for phrase in _phrases(passage):
            if phrase.head in scene.words.speech.selves and _is_own(phrase) and not _is_quoted(scene, phrase):
                return _opens(scene) or _self(scene, phrase)
    return None


def _pointed(scene: Scene) -> Who | None:
    """ "This office has documented 41 killings": how the writers call their own body."""
    pointed = scene.words.speech.pointed_selves
    for at in _heads(scene):
        phrase = at.clause.subject
        if phrase is not None and phrase.determiner == "this" and phrase.head in pointed:
            return None if _is_quoted(scene, phrase) else _self(scene, phrase)
    return None


def _phrases(passage: Passage) -> list[Phrase]:
    """Who and what takes part in the clauses of a sentence, in the order of the words."""
    named = [p for c in passage.clauses for p in (c.subject, *c.objects, *(o.phrase for o in c.obliques))]
    return sorted((p for p in named if p is not None), key=lambda p: p.start)


def _self(scene: Scene, phrase: Phrase) -> Who:
    """Who has no other name than "our movement"."""
    words = scene.report.text[phrase.core_start : phrase.core_end]
    actor = ActorMention(
        phrase.core_start, phrase.core_end, words, None, words, None, None, "party", rule="first_person"
    )
    return Who(phrase.core_start, phrase.core_end, words, actor)


def _headed(scene: Scene) -> Who | None:
    """ "Statement of the Armed Forces": named in the heading."""
    heading = _heading(scene)
    start = scene.report.text.find(heading)
    named = [m for m in scene.actors_in(start, start + len(heading)) if m.kind in _ISSUERS] if heading else []
    return _by_name(scene, named[0]) if named else None


def _by_name(scene: Scene, named: ActorMention) -> Who:
    """ "the Armed Forces" in "Statement of the Armed Forces"."""
    small = load_function_words(scene.reading.language).prepositions
    if written(named.text).startswith(scene.words.speech.communiques):
        for word in re.finditer(r"\S+", named.text):
            if small.get(written(word.group())) in _BEFORE_NAMES:
                start = named.start + word.end() + 1
                return Who(start, named.end, scene.report.text[start : named.end], named)
    return Who(named.start, named.end, named.text, named)


def _opens(scene: Scene, *, publisher: bool = False, now: bool = False) -> Who | None:
    """ "The March 23 Movement informs …": heads one of the first sentences, and says something or has the publisher's name.

    `publisher`: heads any sentence, says something and has the publisher's name. `now`: says it as it is written.
    """
    for at in _heads(scene)[: None if publisher else TOP]:
        phrase = at.clause.subject
        if phrase is None or phrase.pronoun is not None or _is_own(phrase):
            continue
        if now and not _judges(at):
            continue
        told = own_voice(at, Thread()) if speech_words(at) is not None else ()
        found = told[0].who if len(told) == 1 else who(at, phrase, Thread())
        fits = found is not None and found.actor.kind in _ISSUERS and not found.actor.anonymous
        named = found is not None and _is_publisher(scene, found)
        if found is not None and fits and (bool(told) and named if publisher else told or named):
            return found
    return None


def _judges(at: At) -> bool:
    """ "The organisation condemns the killing": what a statement opens with, and what news tells as past."""
    words = speech_words(at)
    return words is not None and at.clause.tense == "present" and words.act in PRESUPPOSING


def _is_publisher(scene: Scene, found: Who) -> bool:
    """Does the publisher's name share a word with who heads the sentence?"""
    source = set(written(scene.report.source or "").split())
    return any(len(w) > 3 and w in source for w in written(found.text).split())


def _heads(scene: Scene) -> list[At]:
    """The clauses that head the sentences, in order."""
    return [At(scene, p, c) for p in scene.reading.passages for c in p.clauses if _is_head(p, c.index)]


def _is_head(passage: Passage, index: int) -> bool:
    clause = passage.clauses[index]
    return clause.link == "root" and clause.kind != "noun" and clause.parent is None


def _is_own(phrase: Phrase) -> bool:
    own = phrase.possessor is not None and phrase.possessor.pronoun == "our"
    return own or phrase.determiner == "our"


def _is_quoted(scene: Scene, phrase: Phrase) -> bool:
    return any(q.start <= phrase.start < q.end for q in scene.reading.quotes)
