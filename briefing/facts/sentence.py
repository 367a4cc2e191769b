"""Sentences of what happened: in the article's own words, from the subject to the end of the clause."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.extract.attribution.lexicon import persons
from briefing.extract.events.pieces import LONGEST
from briefing.extract.events.subjects import HARD
from briefing.facts import labels, named
from briefing.facts.evidence import HANGING, phrase, shortened
from briefing.facts.ground import Ground
from briefing.facts.reference import is_pronoun
from briefing.model import Analysis, Event, Span

LITTLE: Final = 14
"""How many more it may have where nothing needs to be cut for them."""
SHORTEST: Final = 40
"""Before so many of them it is not cut where a clause ends."""
LONGEST_GAP: Final = 70
"""How many characters may stand between a subject and its verb to be told with them: "Berg, 36, "."""
LONGEST_NAME: Final = 60
LONGEST_WHOLE: Final = 122
"""How long a subject may be with all that hangs on it: "the man behind the wheel of the car that hit her"."""
LOOK: Final = 24
LATE: Final = 80
"""Behind so many characters a verb stands late: what follows it needs room."""
RELATIVE: Final = r"(?:who|which|that|whose|whom)"
PARTING: Final = re.compile(rf"[;:\n“”\"]|--|\s[-–—]\s|—|\b(?:{RELATIVE}|where|when|while|because)\b")
"""What is never told between a subject and its verb."""
OTHERS: Final = re.compile(r"[;:\n“”\",]|--|\s[-–—]\s|—")
LEFT_OUT: Final = re.compile(
    rf"\.?\s?,[^;:\n]{{1,260}},\s(?:\w+\s){{0,2}}|\s{RELATIVE}\s[^;:\n]{{1,200}},\s|(?:,|\s[^,;:\n]{{1,60}},?)?\s{RELATIVE}\s(?:\w+ly\s)?"
    r"|\.?[\s,][^;:\n]{1,200}\s(?:it|he|she|they)\s(?:\w+ly\s)?"
)
"""What may be left out between them: an aside, or all up to the "who" that the verb stands behind."""
RELATED: Final = re.compile(rf"(?:,|\s[^,;:\n]{{1,60}},?)?\s{RELATIVE}\s(?:\w+ly\s)?")
ASIDE: Final = re.compile(
    r",\s(?=(?:who|which|where|when|while|after|before|as|but|although|though|because|including|according|with|without|despite"
    r"|following|amid|and|saying|\w{2,}ing|\w{3,}ed)\s(?![^,]{1,30}\sand\s))"
)
BREAKS: Final = re.compile(
    rf"{ASIDE.pattern}|\s[-–—]+\s|—|--|\s(?:but|while|after|when|because|although)\s(?!\w+ing\b|under\b|in\b|on\b|at\b)"
)
"""Where a sentence may end without a sign that it goes on."""
ENDS: Final = re.compile(r";|:\s|\n|\s[-–—]\s|—|\s--\s|[.?!][\"”’']*$")
GIVEN: Final = re.compile(
    r",\s(?:[\w.’'-]+\s){1,6}(?:said|says|reported|reports|announced|confirmed|finds|found|shows?|reveals?)(?:\s(?:on\s)?\w+day)?(?:[.,]|$)"
)
"""Who says so, behind what is said."""
HEADS: Final = re.compile(r"^|[;|\n]\s*|\s[-–—]\s")
HEAD_ENDS: Final = re.compile(r"[;|\n]|\s[-–—]\s")
"""What parts the halves of a headline."""
OPENER: Final = re.compile(
    r"(?:^|[.!?\n]\s?|\s(?:_|-|--|—)\s)(?:As|(?:(?:Just|Even|Only|Shortly|Soon|Long|Hours|Days|Weeks|Months|Years)\s)?(?:[Aa]fter|[Bb]efore|[Aa]s)|While|When|Although|Though|Because|Since|If|Until|Once)\s(?:the\s)?$"
)
"""What makes a side clause of the one behind it, which ends before the main one begins."""
WHOSE: Final = re.compile(
    r"\b(?:(?:this|last|next)\s)?(?:\w+day|today|year|month|week|summer|winter|spring|fall)['’]s\s$", re.IGNORECASE
)
"""A time that stands before a subject and belongs to it: "this year's campaign"."""
FIRST: Final = re.compile(r"\b(?:First|Second|Third|New|Great) $")
"""A number that begins a name: First Security Corp."""
NEWS_THAT: Final = re.compile(r"(?:^|[.!?\n]\s?)((?:The\s)?[A-Z]?[a-z]+\sthat\s)$")
"""A noun whose clause is the subject: "News that Lund may go has caused a stir"."""
JOINED: Final = re.compile(
    r"(?:^|[.,;:\n]\s|\b(?:as|when|while|that|after|before|because)\s)((?:[A-Z][\w.’'-]+\s){1,4}and\s)$"
)
"""The first of two names that are a subject together: "as Ann Berg and Ola Lund clashed"."""
ASKING: Final = re.compile(r"(?:what|whatever|who|which|how|why|that|this|these|those|there)\b(?! \w)", re.IGNORECASE)
PERSON: Final = re.compile(r"(?:an?|one) ", re.IGNORECASE)
WERE: Final = re.compile(r"(?:were|are|have)\b", re.IGNORECASE)
SEVERAL_AT_END: Final = re.compile(r"(?:\w*s|people|men|women|children|police|\w+ and .*)$", re.IGNORECASE)
HAS: Final = re.compile(r"(?:has|is|was)\b")
SEVERAL: Final = re.compile(r"(?:^|\s)[a-z]{3,}(?<![suin])s$")
OWNED: Final = re.compile(r"(?:his|her|its|their)\s", re.IGNORECASE)
INFINITIVE: Final = re.compile(r"\sto\s\w+\s?$")
NUMBER: Final = re.compile(r"\d[\d.,]*$")


class Sentence(NamedTuple):
    """What happened, as a line tells it, and the words of the article for it."""

    label: str
    span: Span


def headline(found: Analysis, event: Event) -> Sentence | None:
    """Return the headline where it tells of `event`: it is a whole statement; None where it is long or a question."""
    end = found.article.headline_end or 0
    if event.trigger.end > end:
        return None
    text = found.article.text
    start = max(
        match.end() for match in HEADS.finditer(text, 0, event.trigger.start + 1) if match.end() <= event.trigger.start
    )
    behind = HEAD_ENDS.search(text, event.trigger.end, end)
    span = Span(start, behind.start() if behind is not None else end)
    words = " ".join(span.of(text).split())
    if len(words) > LONGEST or words.endswith("?"):
        return None
    return Sentence(labels.unquoted(words).strip(" .;"), span)


def sentence(found: Analysis, on: Ground, event: Event, *, room: int = LONGEST) -> Sentence | None:
    """Return the sentence that tells of `event`; None where its subject is not known or stands too far off."""
    subject, verb, text = event.subject, event.verb, on.text
    if subject is None or verb is None:
        return None
    own = on.sentence(verb.start)
    words = subject.span.of(text)
    if not own.contains(subject.span) or _disagree(words, verb.of(text)):
        return None
    gap = text[subject.span.end : verb.start]
    is_close = _is_close(gap, verb.start - subject.span.start)
    if not is_close and (LEFT_OUT.fullmatch(gap) is None or RELATED.fullmatch(gap) is not None):
        # What a relative clause tells of someone is seldom the news, and never all of it.
        return None
    who = _who(found, event) if is_pronoun(words) or not is_close else ""
    if who is None:
        return None
    begin = subject.span.end if is_close and who else _begin(text, subject.span.start) if is_close else verb.start
    opener = OPENER.search(text, max(0, subject.span.start - LOOK), subject.span.start)
    if opener is not None and event.type not in HARD:
        # A side clause in front is told with its main one, or not at all: it is seldom the news.
        whole = " ".join(own.of(text).split())
        return Sentence(labels.unquoted(whole).removesuffix("."), own) if len(whole) <= LONGEST else None
    if is_close and OWNED.match(words) is not None:
        begin = _said_by(found, event, own) or begin
    if event.trigger.start < min(begin, subject.span.start):
        return None
    last = _last(found, event, own.end)
    if last <= verb.end and last < own.end:
        return None
    room += 2 * LITTLE if verb.end - begin + len(who) > LATE else 0
    end, is_cut = _end(on, begin, max(verb.end, event.trigger.end), last, room - len(who))
    if is_cut and is_close and not who and verb.end - begin > LATE and _is_person(words):
        # "A woman on her way to a church in Orlby was hit by": what hit her tells more than where she went.
        who, begin, is_close = words, verb.start, False
        end, is_cut = _end(on, begin, max(verb.end, event.trigger.end), last, LONGEST - len(who))
    if end - begin > room - len(who) + LOOK:
        return None
    told = " ".join(f"{who} {text[begin:end].strip()}".split())
    core = Span(min(begin, subject.span.start) if is_close else begin, end)
    shown = phrase(on, shortened(on, core), subject.span)
    return Sentence(labels.unquoted(told).rstrip(",;: ").removesuffix(".") + ("…" if is_cut else ""), shown)


def _is_person(words: str) -> bool:
    """Return whether a subject is one whom no more words need to tell: "a 59-year-old grandmother"."""
    head = words.rsplit(" ", 1)[-1].lower()
    return PERSON.match(words) is not None and (head in persons() or head.endswith(("mother", "father")))


def _are_unlike(subject: str, verb: str) -> bool:
    """Return whether a subject in the singular stands before a verb in the plural, whose own stands elsewhere."""
    head = subject.split(" of ", 1)[0].rstrip()
    return WERE.match(verb) is not None and bool(head) and SEVERAL_AT_END.search(head) is None


def _disagree(subject: str, verb: str) -> bool:
    """Return whether a verb is none of this subject: a number, several who "has"."""
    if _are_unlike(subject, verb) or ASKING.match(subject) is not None:
        return True
    return NUMBER.match(subject) is not None or (HAS.match(verb) is not None and SEVERAL.search(subject) is not None)


def _said_by(found: Analysis, event: Event, own: Span) -> int | None:
    """Return where the name of the one begins who says so just before: "The president said his government told"."""
    if event.subject is None or event.verb is None:
        return None
    starts = [
        claim.source.span.start
        for claim in found.claims
        if claim.source is not None
        and claim.cue is not None
        and own.contains(claim.source.span)
        and claim.source.span.end <= claim.cue.start < event.subject.span.start
        and event.verb.end - claim.source.span.start <= LATE
    ]
    return max(starts, default=None)


def _begin(text: str, start: int) -> int:
    """Return where a subject begins, with the time that belongs to it."""
    whose = WHOSE.search(text, max(0, start - LOOK), start) or FIRST.search(text, max(0, start - LOOK), start)
    if whose is not None:
        return whose.start()
    that = NEWS_THAT.search(text, max(0, start - 2 * LOOK), start)
    if that is not None:
        return that.start(1)
    joined = JOINED.search(text, max(0, start - 2 * LOOK), start)
    return joined.start(1) if joined is not None else start


def _is_close(gap: str, length: int) -> bool:
    """Return whether what stands between a subject and its verb may be told with them."""
    if not gap.strip():
        return True
    if len(gap) <= LONGEST_GAP and PARTING.search(gap) is None and gap.count(",") in (0, 2):
        return True
    return length <= LONGEST_WHOLE and OTHERS.search(gap) is None and LEFT_OUT.fullmatch(gap) is None


def _who(found: Analysis, event: Event) -> str | None:
    """Return the name of the subject where its own words cannot stand; None where that is not known."""
    if event.subject is None:
        return None
    words = " ".join(event.subject.span.of(found.article.text).split())
    if is_pronoun(words):
        return named.name(found, event.subject) if event.subject.entity is not None else None
    return (
        words
        if len(words) <= LONGEST_NAME
        else labels.clipped(named.name(found, event.subject), LONGEST_NAME, whole=True)
    )


def _last(found: Analysis, event: Event, last: int) -> int:
    """Return where the words end at the latest: those who say so stand behind what they say, a main clause behind a side clause."""
    text = found.article.text
    if (
        event.subject is not None
        and event.verb is not None
        and OPENER.search(text, max(0, event.subject.span.start - LOOK), event.subject.span.start)
    ):
        comma = text.find(", ", event.verb.end, last)
        last = comma if comma >= 0 else last
    return min(
        (
            claim.span.end
            for claim in found.claims
            if claim.cue is not None
            and claim.span.contains(event.trigger)
            and event.trigger.end < claim.cue.start
            and claim.span.end <= claim.cue.start
            and "," in text[claim.span.end - 1 : claim.span.end + 2]
        ),
        default=last,
    )


def _end(on: Ground, begin: int, least: int, last: int, room: int) -> tuple[int, bool]:
    """Return where the words from `begin` on end, not before `least`, and whether they are cut amid a clause."""
    text = on.text
    final = ENDS.search(text, least, last)
    last = final.start() if final is not None else last
    given = GIVEN.search(text, least, last)
    last = given.start() if given is not None else last
    if last - begin <= room + LITTLE:
        return last, False
    limit = begin + room
    for match in reversed(list(BREAKS.finditer(text, max(least, begin + SHORTEST), limit))):
        if not any(kept.start < match.start() < kept.end for kept in on.near(match.start() - 1, match.start() + 1)):
            return match.start(), False
    if least >= limit:
        return least, True
    end = text.rfind(" ", least, limit)
    end = max(least, end)
    for kept in on.near(least, limit):
        # A number without what it counts says nothing.
        if kept.start < end < kept.end + (text[kept.end - 1].isdigit()) and kept.start > least:
            end = kept.start
    hanging = HANGING.search(text, max(least, end - LOOK), end) or INFINITIVE.search(text, max(least, end - LOOK), end)
    return (hanging.start() if hanging is not None and hanging.start() > least else end), True
