"""Names of money behind a number: "dollars", "Danish crowns", "EUR"."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.currencies import CODES, NOUNS, OF_COUNTRIES, PLURALS, UNSURE_NOUNS
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import HYPHENS, Tokens
from briefing.extract.figures.words import words

BEHIND: Final = {"€": "EUR", "£": "GBP", "$": "USD", "₽": "RUB", "₴": "UAH", "₺": "TRY", "zł": "PLN", "Kč": "CZK"}
"""Signs that are written behind the number as well."""
WEIGHED: Final = words(
    """weight heavier lighter fish meat beef pork chicken cocaine heroin marijuana cannabis explosives explosive bomb bombs
    food thrust sugar rice salmon turkey rock garbage trash luggage fentanyl methamphetamine meth baggage cargo"""
)
WEIGHING: Final = words("weigh weighs weighed weighing lost lose losing gain gained gaining shed lift lifted")
KILOGRAMS: Final = words("kg kgs kilograms kilos kilo kilogrammes")
NEAR: Final = 5
"""How many tokens before a number a verb of weighing may stand."""


def money_behind(tokens: Tokens, at: int, number: Numeral) -> tuple[str, int] | None:
    """Return the currency that is named at a token and the token behind its name; None where none is."""
    word = tokens.word(at)
    if word in CODES:
        return word, at + 1
    if word in BEHIND and not tokens.low[at + 1][:1].isdigit():
        return BEHIND[word], at + 1
    if not word[:1].isalpha():
        return None
    for length in (2, 3):
        noun = currency_noun(tokens.low[at + length - 1])
        code = OF_COUNTRIES.get((tokens.low[at + length - 2], noun), "")
        if code:
            return code, at + length
    noun = currency_noun(tokens.low[at])
    code = NOUNS.get(noun, "")
    if not code or (noun in UNSURE_NOUNS and not number.scaled):
        return None
    if noun == "pound" and _is_weight(tokens, at, number):
        return None
    return code, at + 1


def currency_noun(word: str) -> str:
    """Return the name of a currency without its plural s."""
    return PLURALS.get(word) or (word if word in NOUNS else word.removesuffix("s"))


def _is_weight(tokens: Tokens, at: int, number: Numeral) -> bool:
    """Return whether "pounds" here are a weight: of something that is weighed, or after a verb of weighing."""
    following = tokens.low[at + 1]
    if following in {"sterling", "a"}:
        return False
    if tokens.low[at - 1] in HYPHENS:
        return True
    before = {tokens.low[near] for near in range(max(0, number.first - NEAR), number.first)}
    if tokens.low[at + 1] == "(" and any(tokens.low[near] in KILOGRAMS for near in (at + 2, at + 3, at + 4)):
        return True
    if before & WEIGHING or following in WEIGHED or tokens.low[at + 2] in WEIGHED:
        return True
    return following == "of" and not number.scaled
