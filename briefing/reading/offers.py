"""What there is to choose from: commands, themes, names, mentions, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from briefing.keymap import Keymap, shown
from briefing.model import Article, Entity, Link, MentionForm, Span
from briefing.model.names import spoken_of
from briefing.reading.choice import Ask, Choice, Option, choice, on_value, with_options
from briefing.reading.colours import COLOURS, letter
from briefing.reading.decoration import TYPE_WORDS, entity_at
from briefing.reading.drawing.pieces import UNICODE
from briefing.reading.jumps import Place
from briefing.reading.motion import sentence_at
from briefing.reading.rows import day_words
from briefing.reading.state import Reading

LEGEND: Final = (
    ("person", "a person"),
    ("organisation", "an organisation, a people, a party or a faith"),
    ("place", "a country, a town, a building or a base"),
    ("other", "an event, a weapon, a work or a law"),
    ("named-here", "another mention of the name under the cursor"),
    ("fact", "the words of the fact under the cursor"),
    ("bookmark", "a bookmark"),
    ("hit", "a hit of the search"),
)
"""How words are lit, in words."""
SIGN_WORDS: Final = (
    (UNICODE.unread, "not read yet"),
    (f"{UNICODE.bookmark} {UNICODE.bookmark_unsaved}", "a bookmark; hollow until it is on the disk"),
    (f"{UNICODE.note} {UNICODE.note_unsaved}", "a note"),
    (" ".join(map(letter, COLOURS)), "a highlight in yellow, green, blue, red, violet; small until it is on the disk"),
    (UNICODE.broken, "a file that can't be read"),
    (UNICODE.own, "in a list of names: one that you have put right"),
    ("=", "sorted by story: the text of another report again"),
)
"""The signs in words."""
AROUND: Final = 60
"""Characters before and behind the words that an option shows of a text."""
ELSEWHERE: Final = "IN OTHER ARTICLES"
OPEN: Final = "open "
COPY: Final = "copy "


def commands(keymap: Keymap) -> Choice:
    """Return all commands, to be found by their name."""
    options = (
        Option(
            command.title, command.action, "  ".join(map(shown, command.keys)), hidden=command.action.replace("_", " ")
        )
        for command in keymap.commands
        if command.action not in ("palette", "cancel")
    )
    return choice(Ask.COMMAND, "COMMANDS", options, empty="No command is called that.")


def keys(keymap: Keymap) -> Choice:
    """Return the keys, under the headings of their groups; choosing one does it."""
    options: list[Option] = []
    group = ""
    for command in keymap.commands:
        if command.group != group:
            group = command.group
            options.append(Option(group.upper(), "", is_heading=True))
        options.append(Option(command.title, command.action, "  ".join(map(shown, command.keys))))
    options.append(Option("SIGNS BEFORE A LINE", "", is_heading=True))
    options += (Option(words, "", sign) for sign, words in SIGN_WORDS)
    options.append(Option("HOW WORDS ARE LIT", "", is_heading=True))
    options += (Option(words, "", style=style) for style, words in LEGEND)
    return choice(Ask.KEYS, "KEYS", options, empty="No key does that.")


def themes(names: Iterable[tuple[str, str]], *, current: str) -> Choice:
    """Return the themes, each a name and a title, the cursor on the one in force."""
    options = (Option(title, name) for name, title in names)
    return on_value(choice(Ask.THEME, "THEMES", options, empty="No theme is called that."), current)


def names(reading: Reading) -> Choice:
    """Return the names in the open article by their types, the most frequent first."""
    entities = reading.page.analysis.entities if reading.page and reading.page.analysis else ()
    by_type: dict[str, list[Entity]] = {}
    for entity in entities:
        by_type.setdefault(TYPE_WORDS[entity.type], []).append(entity)
    options: list[Option] = []
    said = spoken_of(reading.corrections.names)
    for words, group in by_type.items():
        options.append(Option(words.upper(), "", is_heading=True))
        group.sort(key=lambda entity: (-len(entity.mentions), entity.name.casefold()))
        options += (
            Option(entity.name, entity.id, _times(len(entity.mentions)), is_own=entity.name in said) for entity in group
        )
    return choice(Ask.NAME, "NAMES", options, empty="No names were found in this article.")


def mentions(article: Article, entity: Entity) -> Choice:
    """Return the mentions of an entity in the open article; those elsewhere come when they are found."""
    options = [Option("IN THIS ARTICLE", "", is_heading=True)]
    options += (
        Option(around(article.text, mention.span), Place(article.id, mention.span.start), _form(mention.form))
        for mention in entity.mentions
    )
    title = f"{entity.name}: {TYPE_WORDS[entity.type]}, {_times(len(entity.mentions))} here"
    return choice(Ask.MENTION, title, options, empty="Nothing found.", about=entity.name, complete=False)


def mention_here(reading: Reading) -> Entity | None:
    """Return the entity that the word under the cursor names."""
    return entity_at(reading.page.analysis, reading.page.word) if reading.page else None


def links(article: Article) -> Choice:
    """Return the links of an article, its own address first."""
    options = [Option("this article", article.url, article.url)] if article.url else []
    options += (Option(_words(article, link), link.url, link.url) for link in article.links)
    return choice(Ask.LINK, "LINKS", options, empty="There are no links in this article.")


def address(url: str, *, may_open: bool) -> Choice:
    """Return what can be done with an address that has been looked at."""
    options = [Option("copy the address", COPY + url)]
    if may_open:
        options.insert(0, Option("open it in the browser", OPEN + url))
    return choice(Ask.ADDRESS, url, options, empty="", about=url)


def hits(words: str) -> Choice:
    """Return the list of the articles that hold `words`, empty until they are found."""
    return choice(
        Ask.HIT, f'ARTICLES WITH "{words}"', (), empty=f'No article holds "{words}".', about=words, complete=False
    )


def with_found(asked: Choice, found: Iterable[Option], *, complete: bool) -> Choice:
    """Return the choice with places in another article at its end."""
    options = tuple(found)
    if options and asked.ask is Ask.MENTION and not any(one.text == ELSEWHERE for one in asked.options):
        options = (Option(ELSEWHERE, "", is_heading=True), *options)
    return with_options(asked, options, complete=complete)


def found_in(article: Article, words: str, *, most: int = 3) -> Iterator[Option]:
    """Yield the first places of `article` that hold `words` one after the other, upper and lower case alike.

    Where they never stand together, the places of the first word, if the article holds them all. Words are whole words.
    """
    if not words.split():
        return
    patterns = [_words_pattern((word,)) for word in words.split()]
    together = _words_pattern(words.split())
    pattern = together if together.search(article.text) else patterns[0]
    if not all(one.search(article.text) for one in patterns):
        return
    where = " · ".join(part for part in (article.source, day_words(article.day) if article.day else "") if part)
    for match in islice(pattern.finditer(article.text), most):
        span = Span(*match.span())
        place = Place(article.id, span.start)
        yield Option(around(article.text, span), place, where or article.path, hidden=article.title)


def _words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def around(text: str, span: Span) -> str:
    """Return the words of `span` with some of the sentence around them, on one line."""
    sentence = sentence_at(text, span.start)
    start = max(sentence.start, span.start - AROUND)
    end = min(max(sentence.end, span.end), span.end + 2 * AROUND)
    if start > sentence.start:
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    words = " ".join(text[start:end].split())
    return f"{'…' if start > sentence.start else ''}{words}{'…' if end < sentence.end else ''}"


def _words(article: Article, link: Link) -> str:
    return " ".join(link.span.of(article.text).split()) or link.url


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _form(form: MentionForm) -> str:
    return {MentionForm.NAME: "", MentionForm.NOMINAL: "in other words", MentionForm.PRONOUN: "by a pronoun"}[form]
