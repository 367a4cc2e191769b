"""The words that dates are made of: each class a table of words with what they stand for.

A class is written as one character, so that a text becomes a string of classes and a pattern a regular expression
over them (`patterns`). A word has one class; patterns name several where a word plays several parts.
"""

from __future__ import annotations

from typing import Final


def word_set(spaced: str) -> frozenset[str]:
    """Return words that are written with blanks between them."""
    return frozenset(spaced.split())


def _row(spaced: str, *, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * number for number, word in enumerate(spaced.split())}


def _alike(spaced: str, value: int = 0) -> dict[str, int]:
    return dict.fromkeys(spaced.split(), value)


CAPITALISED: Final[dict[str, dict[str, int]]] = {
    "MONTH": _row("january february _ april _ june july august september october november december"),
    "MAYBE_MONTH": {"march": 3, "may": 5},
    "MON": _row("jan feb mar apr _ jun jul aug sep oct nov dec") | {"sept": 9},
    "WEEKDAY": _row("monday tuesday wednesday thursday friday saturday sunday", first=0),
    "WEEKDAYS": _row("mondays tuesdays wednesdays thursdays fridays saturdays sundays", first=0),
    "WKD": _row("mon tue wed thu fri sat sun", first=0) | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    "ZONE": _alike("gmt utc est edt et pst pdt pt cst cdt ct mst mdt cet cest eet bst jst ist msk aest"),
    "ERA": _alike("bc bce b.c. b.c.e. b.c ad ce a.d. a.d"),
    "FESTIVAL": _alike("christmas easter thanksgiving halloween"),
    "FEAST": _alike(
        "new good palm ash boxing independence memorial labor labour election veterans valentine armistice columbus "
        "bastille anzac canada australia king presidents mother father"
    ),
    "EVE": _alike("eve"),
    "DAY_SIGN": _alike("d"),
    "QUARTER_SIGN": _alike("q"),
    "HALF_SIGN": _alike("h"),
    "YEAR_SIGN": _alike("fy"),
}
"""Words of a date only with a capital: "may" and "march" are verbs."""

ANYHOW: Final[dict[str, dict[str, int]]] = {
    "UNIT": _alike("day week month quarter year decade century fortnight millennium semester"),
    "UNITS": _alike("days weeks months quarters years decades centuries fortnights millennia yrs"),
    "SMALL": _alike("hour minute"),
    "SMALLS": _alike("hours minutes seconds hrs mins secs"),
    "SECOND": {"second": 2},
    "WEEKEND": _alike("weekend weekends"),
    "PART": _alike("morning afternoon evening night"),
    "PARTS": _alike("mornings afternoons evenings nights"),
    "POINT": _alike("noon midday midnight dawn dusk lunchtime daybreak sunrise sunset nightfall"),
    "SEASON": _alike("spring summer autumn winter"),
    "FALL": _alike("fall"),
    "ORDINAL": _row(
        "first _ third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    )
    | _row("fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", first=15)
    | {"thirtieth": 30},
    "FINAL": _alike("final opening latter closing"),
    "PORTION": _alike("part portion stages"),
    "CARDINAL": _row("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen")
    | _row("seventeen eighteen nineteen", first=17),
    "TEN": _row("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10),
    "TENS": _row("twenties thirties forties fifties sixties seventies eighties nineties", first=20, step=10),
    "BIG": {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000, "billion": 1_000_000_000},
    "BIGS": _alike("hundreds thousands dozens tens scores millions"),
    "A": {"a": 1, "an": 1},
    "HALF": _alike("half"),
    "FEW": _alike("few"),
    "COUPLE": {"couple": 2},
    "SEVERAL": _alike("several many numerous multiple countless various"),
    "SOME": _alike("some"),
    "TODAY": {"today": 0},
    "YESTERDAY": {"yesterday": -1, "tomorrow": 1},
    "TONIGHT": {"tonight": 0},
    "OVERNIGHT": {"overnight": 0},
    "LAST": {"last": -1},
    "PAST": {"past": -1},
    "PREVIOUS": _alike("previous preceding prior", -1),
    "NEXT": {"next": 1},
    "COMING": _alike("coming upcoming forthcoming ensuing", 1),
    "FOLLOWING": _alike("following subsequent", 1),
    "THIS": {"this": 0},
    "THESE": _alike("these those"),
    "CURRENT": {"current": 0},
    "LATEST": {"latest": 0},
    "SAME": {"same": 0},
    "THAT": {"that": 0},
    "RECENT": {"recent": 0},
    "FUTURE": {"future": 0},
    "AGO": {"ago": -1},
    "EARLIER": {"earlier": -1},
    "LATER": {"later": 1},
    "BEFORE": {"before": -1},
    "AFTER": {"after": 1},
    "AFTERWARD": _alike("afterward afterwards thereafter", 1),
    "HENCE": {"hence": 1},
    "EARLY": {"early": 0},
    "LATE": {"late": 0},
    "MID": {"mid": 0},
    "MIDDLE": {"middle": 0},
    "START": _alike("start beginning outset"),
    "END": _alike("end close"),
    "ENDED": _alike("ended ending"),
    "ABOUT": _alike("about around approximately roughly circa"),
    "NEARLY": _alike("nearly almost"),
    "OVER": {"over": 0},
    "UNDER": {"under": 0},
    "MORE": _alike("more longer"),
    "LESS": _alike("less fewer shorter"),
    "THAN": {"than": 0},
    "AT": {"at": 0},
    "LEAST": {"least": 0},
    "MOST": {"most": 0},
    "UP": {"up": 0},
    "TO": {"to": 0},
    "JUST": _alike("just only barely exactly"),
    "AS": {"as": 0},
    "MUCH": _alike("much long little"),
    "EVERY": _alike("every each"),
    "OTHER": {"other": 0},
    "PER": {"per": 0},
    "OFTEN": _alike("daily weekly monthly hourly fortnightly"),
    "NOW": _alike("now currently presently nowadays"),
    "PRESENT": {"present": 0},
    "MOMENT": {"moment": 0},
    "TIME": {"time": 0},
    "WHILE": {"while": 0},
    "PERIOD": {"period": 0},
    "THEN": {"then": 0},
    "RECENTLY": {"recently": -1},
    "PREVIOUSLY": {"previously": -1},
    "SOON": {"soon": 1},
    "THE": _alike("the its their"),
    "OF": {"of": 0},
    "IN": {"in": 0},
    "ON": {"on": 0},
    "BY": {"by": 0},
    "FOR": {"for": 0},
    "FROM": {"from": 0},
    "AND": {"and": 0},
    "OR": {"or": 0},
    "SINCE": {"since": 0},
    "UNTIL": _alike("until till"),
    "BETWEEN": {"between": 0},
    "DURING": _alike("during throughout through within"),
    "FISCAL": _alike("fiscal financial calendar"),
    "STRAIGHT": _alike(
        "straight consecutive full whole entire solid additional extra trading working business successive"
    ),
    "ANOTHER": {"another": 1},
    "OLD": {"old": 0},
    "LOCAL": {"local": 0},
    "CLOCKWORD": _alike("o'clock o’clock"),
    "MERIDIEM": _alike("am pm"),
    "NEAR": _alike("near immediate distant"),
    "TERM": {"term": 0},
    "SHORT": _alike("short medium"),
    "POSSIBLE": {"possible": 0},
    "DATE": {"date": 0},
}
"""Words in any case."""

MARKS: Final[dict[str, str]] = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "–": "HYPHEN",
    "‑": "HYPHEN",
    "—": "DASH",
    "/": "SLASH",
    "(": "OPEN",
    ")": "CLOSE",
    "'s": "POSSESSIVE",
    "’s": "POSSESSIVE",
    "'S": "POSSESSIVE",
    "’S": "POSSESSIVE",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
}

NUMBERS: Final = (
    "DAYNUM",
    "TWODIGIT",
    "YEAR",
    "INTEGER",
    "DECIMAL",
    "NTH",
    "DECADE",
    "CLOCK",
    "CLOCK12",
    "SHORTYEAR",
    "DOTTED",
)
"""Classes that a number gets by its form."""

OTHER: Final = "_"
"""The character of all words that no class holds."""

_NAMES: Final = (*CAPITALISED, *ANYHOW, *dict.fromkeys(MARKS.values()), *NUMBERS)

CODE: Final[dict[str, str]] = {name: chr(0x100 + number) for number, name in enumerate(_NAMES)}
"""Each class's character."""


def codes_of(names: str) -> str:
    """Return the characters of classes that are written with blanks between them."""
    return "".join(CODE[name] for name in names.split())
