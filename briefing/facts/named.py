"""Names: how the panel calls those who did, suffered or said something."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.events.grammar import words_of
from briefing.extract.events.lexicon import lexicon
from briefing.facts import labels
from briefing.facts.verbs import agreed, verb
from briefing.model import Analysis, Claim, ClaimStatus, Entity, EntityType, MentionForm, Source, Span

LONGEST_WORDS: Final = 30
"""Words for a name that are longer than this give way to the name: "reigning player of the year A. Brown"."""
LONGEST_LIST: Final = 42
LIST: Final = re.compile(
    r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}){0,4},? and (?:the )?[A-Z]"
)
"""Several names, of which none stands for all: "Poland, Hungary and the Czech Republic"."""
NOMINAL: Final = re.compile(r"(?:The|An?|His|Her|Its|Their|Our)(?: [a-z-]+)+")
"""Words at the beginning of a sentence that are no name for all their capital: "The company"."""
TITLE: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss)\b")


def name(found: Analysis, one: Source) -> str:
    """Return who a source is: the entity's fullest name where the words only refer to it or are long, else the words."""
    words = one.span.of(found.article.text)
    written = WRITTEN.match(words)
    if written and len(words) > LONGEST_WORDS:
        return labels.clipped(written[1])
    entity = next((entity for entity in found.entities if entity.id == one.entity), None)
    if entity is not None and words.lower() in ("he", "she", "who", "which"):
        return called(found, entity)
    is_full = " " in words and words[:1].isupper() and len(words) <= LONGEST_WORDS and NOMINAL.fullmatch(words) is None
    if (
        entity is not None
        and TITLE.match(words)
        and " " in entity.name
        and entity.name.endswith(words.rsplit(" ", 1)[-1])
    ):
        return called(found, entity)
    if LIST.match(words) and len(words) <= LONGEST_LIST:
        return labels.clipped(words)
    is_share = words[:1].isdigit()
    is_long = len(words) > LONGEST_WORDS and AIDE.match(words) is None
    heads = entity is not None and any(
        one.span.contains(m.span) and (m.span.end >= one.span.end - 1 or entity.type is EntityType.PERSON)
        for m in entity.mentions
    )
    if entity is not None and ((is_long and heads) or is_share or (not is_full and _is_reference(entity, one.span))):
        return called(found, entity)
    if is_long and entity is not None and entity.type is EntityType.PERSON:
        return called(found, entity)
    inside = _person_within(found, one.span) if is_long else None
    if entity is not None and entity.type is EntityType.PERSON:
        if not any(one.span.overlaps(mention.span) for mention in entity.mentions):
            return called(found, entity)
        words = BEHIND_NAME.sub("", words) or words
    return labels.clipped(inside or RUN_ON.sub("", words))


def called(found: Analysis, entity: Entity) -> str:
    """Return the name of an entity for a label, without a day or a verb that got into it."""
    name = DAY.sub("", entity.name).rstrip(" ’'")
    if entity.type is EntityType.PERSON:
        name = BEHIND_NAME.sub("", name) or name
        title_end = found.article.headline_end or min(len(found.article.text), LONGEST_TITLE)
        spans = [mention.span for mention in entity.mentions if mention.form is MentionForm.NAME]
        told = {span.of(found.article.text) for span in spans if span.start >= title_end}
        if name not in told and all(
            span.start < title_end for span in spans if span.of(found.article.text) == entity.name
        ):
            # A headline's capitals hide where a name ends: "Ida Lund Confesses".
            shorter = [one for one in told if " " in one and name.startswith(f"{one} ")]
            name = max(shorter, key=len, default=name)
    return labels.clipped(name)


def beside(found: Analysis, span: Span) -> str | None:
    """Return the name that words between commas tell more of: "Gary Lund, a seasoned director, accepted"."""
    text = found.article.text
    if ARTICLE.match(text, span.start) is None or text[max(0, span.start - 2) : span.start] != ", ":
        return None
    for entity in found.entities:
        if entity.type in (EntityType.PERSON, EntityType.ORG) and any(
            mention.form is MentionForm.NAME and mention.span.end == span.start - 2 for mention in entity.mentions
        ):
            return called(found, entity)
    return None


def several(found: Analysis, one: Source) -> str | None:
    """Return the names of two people who act together, where their words are long: "Interior Secretary Lund and ... Berg"."""
    words = one.span.of(found.article.text)
    if " and " not in words or len(words) <= LONGEST_WORDS:
        return None
    named = sorted(
        (mention.span, called(found, entity))
        for entity in found.entities
        if entity.type is EntityType.PERSON
        for mention in entity.mentions
        if mention.form is MentionForm.NAME and one.span.contains(mention.span)
    )
    names = list(dict.fromkeys(name for _, name in named))
    return " and ".join(names) if len(names) == 2 else None


def without_verb(found: Analysis, span: Span, told: str) -> str:
    """Return a name of the headline without the verb that its capitals drew in: "Orlby Council Overturns"."""
    end = found.article.headline_end or 0
    if span.start >= end or " " not in told or told in found.article.text[end : end + LOOKED_AT]:
        return told
    words = told.split(" ")
    for number, word in enumerate(words):
        form = lexicon().forms.get(word.lower())
        if form is None or word.lower() in NOUNS:
            continue
        is_of_several = (
            form[1] == "base" and number == len(words) - 1 and number > 0 and words[number - 1].endswith("s")
        )
        if form[1] not in ("s", "past") and not is_of_several:
            continue
        return " ".join(words[:number]) if number else told
    return told


def is_of_title_alone(found: Analysis, span: Span, told: str) -> bool:
    """Return whether a name is one word of the headline that the body does not have: "BRIEF OUTAGE"."""
    end = found.article.headline_end or 0
    if span.start >= end or " " in told or len(found.article.text) - end < LEAST_BODY:
        return False
    return told.lower().rstrip("s") not in found.article.text[end : end + LOOKED_AT].lower()


def as_in_body(found: Analysis, span: Span, told: str) -> str:
    """Return a name of the headline as the body has it, where that is its end: "Queens" of "Fatal Queens Crash"."""
    end = found.article.headline_end or 0
    body = found.article.text[end : end + LOOKED_AT]
    words = told.split(" ")
    if span.start >= end or len(words) == 1 or told in body:
        return told
    return next((rest for at in range(1, len(words)) if (rest := " ".join(words[at:])) in body), told)


def _person_within(found: Analysis, span: Span) -> str | None:
    """Return the last person that is named in `span`: "the club's president and general manager Bo King" is he."""
    named = [
        (mention.span, entity.name)
        for entity in found.entities
        if entity.type is EntityType.PERSON
        for mention in entity.mentions
        if span.contains(mention.span)
        and not OWNS.match(found.article.text, mention.span.end)
        and not HANGS.search(found.article.text, max(span.start, mention.span.start - 12), mention.span.start)
    ]
    if ", " in span.of(found.article.text):
        # "Bo King, a former aide to Ann Brown"
        return min(named)[1] if named else None
    return max(named)[1] if named else None


def _is_reference(entity: Entity, span: Span) -> bool:
    """Return whether nothing but a mention of the entity stands at `span`: "they", "CENTCOM", "the group"."""
    return any(len(span) - len(mention.span) <= 4 and mention.span.overlaps(span) for mention in entity.mentions)


PLURALS: Final = frozenset(("they", "we", "police", "people", "others", "some", "many"))
SEVERAL: Final = frozenset(
    [
        "prosecutors",
        "officials",
        "authorities",
        "residents",
        "witnesses",
        "investigators",
        "doctors",
        "police",
        "researchers",
        "scientists",
        "analysts",
        "critics",
        "lawyers",
        "experts",
        "economists",
        "organisers",
        "organizers",
        "protesters",
        "detectives",
        "firefighters",
        "insurers",
        "minutes",
        "neighbours",
        "neighbors",
        "campaigners",
        "activists",
    ]
)
"""Words for several people, which begin a sentence with a capital."""
SEVERAL_WORDS: Final = re.compile(
    r"^(?:[Mm]any|[Ss]everal|[Bb]oth|[Tt]wo|[Tt]hree|[Ss]ome)\b(?!-)|[a-rt-z]s$(?<!ws)(?<!us)(?<!is)"
)
SINGULAR: Final = re.compile(r"(?:s|u|i)s$|^(?:news|series|headquarters)$")
"""How words in the singular end: press, census, analysis."""
TITLED: Final = re.compile(
    r"(?:Sen|Rep|Gov|Gen|Dr|Mr|Mrs|Ms|Col|Capt|Lt|Sgt|Rev|Prof|Judge|President|Senator|Justice)\b"
)
HANGING: Final = re.compile(r"\s(?:of|to|for|from|in|at|on|with|near|by)\s")
"""Where what hangs on a name begins: visitors to Nairobi are several."""
WRITTEN: Final = re.compile(
    r"((?:\w[\w,.'’-]*\s){0,4}(?:study|survey|poll|report|analysis|paper|article|book|review|editorial))\s(?:by|of|in|from|for)\s",
    re.IGNORECASE,
)
"""What is written speaks for itself, whoever wrote it: "a 2013 study by economists"."""
BEHIND_NAME: Final = re.compile(r"(?<=\w)(?:\s(?!(?:al|bin|de|da|del|der|di|du|el|la|le|von|van|ibn|y)\b)[a-z]{2,})+$")
"""Words in small letters at the end of a name: "Rubio broke"."""
LONGEST_TITLE: Final = 200
AIDE: Final = re.compile(
    r"(?:the |an? |one |his |her )?(?:[\w’'-]+ ){0,3}(?:aide|adviser|advisor|assistant|lawyer|attorney|counsel|deputy|spokes\w+|friend"
    r"|wife|husband|widow|brother|sister|mother|father|son|daughter|agent|neighbou?r|ally)s? (?:to|for|of) ",
    re.IGNORECASE,
)
"""How words begin that name somebody by whom he works for, who is not meant."""
RUN_ON: Final = re.compile(r"(?<=\w) and [a-z]{3,}(?<!s)s [A-Z].*$")
"""A second verb that got into a name: "Turkey and praises Trump"."""
HANGS: Final = re.compile(r"\b(?:of|for|to|by|from|with)\s(?:the\s)?$")
OWNS: Final = re.compile(r"['’]s?\s")
"""Behind a name: someone else is meant, "people close to Clinton’s camp"."""
ARTICLE: Final = re.compile(r"(?:an?|the|one) ")
LOOKED_AT: Final = 20_000
LEAST_BODY: Final = 200
"""How long a body is, at least, that names whom its headline names."""
NOUNS: Final = words_of(
    "states nations banks holdings works sports times arms services rights records games stars jobs cuts talks polls forces parks plans"
    " sales studies rules leaders supporters reports demands offers attacks strikes fires shots wins hits calls backs saw left felt may"
    " trains plays shows dances moves stores markets trades shares charges claims tests votes"
)
"""Words that end a name more often than they are a verb behind one."""
DAY: Final = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


def speaker(found: Analysis, one: Claim) -> str:
    """Return who makes a claim; empty where nobody is named."""
    if one.source is None:
        return ""
    if one.status is ClaimStatus.CLAIMED_RESPONSIBILITY and found.events:
        # The event's agent is the whole subject, where a claim's source may be cut off.
        agents = [agent for agent in found.events[0].agent if agent.span.contains(one.source.span)]
        return name(found, agents[0] if agents else one.source)
    return name(found, one.source)


def claim(found: Analysis, one: Claim) -> str:
    """Return who says so and how: "denied by Iraqi officials", "CENTCOM confirmed"."""
    who = speaker(found, one)
    if not who:
        return "not clear" if one.status is ClaimStatus.HEDGED else "no source named"
    cue = one.cue.of(found.article.text) if one.cue is not None else ""
    told = verb(one.status, cue)
    is_one = any(word in told.split() for word in cue.split() if word.endswith("s"))
    return (agreed(told) if not is_one and _are_several(found, one, who) else told).format(who)


def _are_several(found: Analysis, one: Claim, who: str) -> bool:
    """Return whether those who make a claim take "say": Lund and Berg, two officials, Reports, Cuban Americans."""
    head = HANGING.split(who.rstrip("…"))[0]
    if " and " in head or _is_plural(head) or head.split(" ", 1)[0].lower() in PLURALS:
        return True
    entity = next((entity for entity in found.entities if one.source and entity.id == one.source.entity), None)
    is_open = entity is None or entity.type is EntityType.NORP
    return is_open and TITLED.match(head) is None and SEVERAL_WORDS.search(head) is not None


def _is_plural(who: str) -> bool:
    """Return whether a name takes "say": "two officials", not "the United States" nor "James"."""
    last = who.rsplit(" ", maxsplit=1)[-1] if who else ""
    if who.lower() in SEVERAL or who.lower() in PLURALS or last in PLURALS:
        return True
    return last.islower() and last.endswith("s") and SINGULAR.search(last) is None
