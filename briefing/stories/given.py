"""Given names that are one: Bob for Robert, Kate for Katherine."""

from __future__ import annotations

from typing import Final

_SETS: Final = (
    "abigail abby", "albert al bert", "alexander alexandros alex alexis sandy aleksandr", "alexandra alex sandra", "alfred fred alf",
    "andrew andy drew", "anthony tony antonio", "barbara barb babs", "benjamin ben benny benji", "bernard bernie",
    "bradley brad", "calvin cal", "catherine katherine kathryn katharine kathleen cathy kathy kate katie kitty kat",
    "charles charlie chuck chas", "christina christine chris tina", "christopher chris kit", "clifford cliff",
    "cynthia cindy", "daniel dan danny", "david dave davy", "deborah debra debbie deb", "donald don donny",
    "douglas doug", "edward ed eddie ted ned", "eleanor ellie nell nora", "elizabeth liz lizzie beth betty betsy eliza",
    "eugene gene", "francis frank", "frederick fred freddie freddy", "gabriel gabe", "geoffrey jeffrey geoff jeff",
    "gerald gerry jerry", "gregory greg gregg", "harold harry hal", "henry harry hank", "isaac ike", "jacob jake",
    "jacqueline jackie", "james jim jimmy jamie", "janet jan", "jennifer jenny jen", "jessica jess jessie",
    "john johnny jack jon", "jonathan jon", "joseph joe joey", "joshua josh", "judith judy", "kenneth ken kenny",
    "kimberly kim", "lawrence laurence larry", "leonard len lenny leo", "louis lou louie", "margaret maggie meg peggy",
    "martin marty", "matthew matt", "maurice mo morrie", "michael mike mick mickey", "mohammed mo", "mitchell mitch",
    "nathaniel nathan nate nat", "nicholas nick nicky nicolas", "pamela pam", "patricia pat patty tricia trish",
    "patrick pat paddy", "peter pete", "philip phillip phil", "rachel rachael", "randall randolph randy",
    "raymond ray", "rebecca becky", "reginald reggie reg", "richard rick ricky rich dick", "robert bob bobby rob robbie bert",
    "ronald ron ronnie", "russell russ", "samuel sam sammy", "samantha sam", "stanley stan", "stephen steven steve stevie",
    "susan suzanne sue susie", "theodore ted teddy theo", "theresa teresa terri tess", "thomas tom tommy",
    "timothy tim timmy", "victoria vicky vicki tori", "vincent vince vinny", "vladimir volodya", "walter walt wally",
    "william bill billy will willie liam", "zachary zach zack",
)  # fmt: skip


def _numbers() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, names in enumerate(_SETS):
        for name in names.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_NUMBERS: Final = _numbers()
_NONE: Final[frozenset[int]] = frozenset()


def are_one(one: str, other: str) -> bool:
    """Return whether two folded given names may be one person's: the same, a short form, or its initial."""
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return one == other or bool(_NUMBERS.get(one, _NONE) & _NUMBERS.get(other, _NONE))
