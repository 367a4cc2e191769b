from dataclasses import replace
from datetime import UTC, datetime

from briefing.model import Correction, CorrectionKind, EntityType, Names, new_correction, taken_back
from briefing.model.names import bearing_on, corrected

NOON = datetime(2024, 1, 21, 12, tzinfo=UTC)
LISTED = Names(
    typed=(("CENTCOM", EntityType.ORG), ("Gull Rock", EntityType.FAC), ("US Central Command", EntityType.ORG)),
    none=(("May", None),),
    one=(("CENTCOM", "US Central Command"),),
)


def said(kind: CorrectionKind, *about: str, type: EntityType | None = None) -> Correction:  # noqa: A002
    return new_correction(kind, *about, now=NOON, type=type)


def test_without_corrections_the_list_is_as_it_was() -> None:
    assert corrected(LISTED, ()) is LISTED
    assert corrected(LISTED, [taken_back(said(CorrectionKind.NO_NAME, "CENTCOM"), now=NOON)]) is LISTED


def test_what_was_corrected_wins_over_what_is_listed() -> None:
    names = corrected(
        LISTED,
        [
            said(CorrectionKind.NO_NAME, "Gull Rock"),
            said(CorrectionKind.TYPE, "May", type=EntityType.PERSON),
            said(CorrectionKind.NOT_ONE_NAME, "US Central Command", "CENTCOM"),
            said(CorrectionKind.ONE_NAME, "May", "Theresa May"),
        ],
    )

    assert dict(names.typed).keys() == {"CENTCOM", "May", "US Central Command"}
    assert names.none == (("Gull Rock", None),)
    assert names.one == (("May", "Theresa May"),)
    assert names.parted == (("CENTCOM", "US Central Command"),)


def test_what_is_none_of_one_type_keeps_another() -> None:
    names = corrected(LISTED, [said(CorrectionKind.NO_NAME, "Gull Rock", type=EntityType.PERSON)])

    assert ("Gull Rock", EntityType.FAC) in names.typed
    assert ("Gull Rock", EntityType.PERSON) in names.none


def test_corrections_of_stories_and_searches_say_nothing_of_names() -> None:
    search = new_correction(CorrectionKind.SEARCH, "Harbours", now=NOON, words="harbour")

    assert corrected(LISTED, [said(CorrectionKind.STORY_JOINED, "a", "b"), search]) is LISTED


def test_the_fingerprint_tells_other_names_apart_and_stays_the_same_for_the_same() -> None:
    assert Names().fingerprint == ""
    assert LISTED.fingerprint == replace(LISTED).fingerprint == "04858a20f80d492e"
    others = (
        Names(typed=(("May", EntityType.PERSON),)),
        Names(none=(("May", EntityType.PERSON),)),
        Names(none=(("May", None),)),
        Names(one=(("May", "PERSON"),)),
        Names(parted=(("May", "PERSON"),)),
    )
    assert len({names.fingerprint for names in others}) == len(others)


def test_of_many_names_those_bear_on_a_text_that_stand_in_it_with_all_that_are_one_with_them() -> None:
    chain = replace(LISTED, one=(*LISTED.one, ("Command", "US Central Command")), parted=(("Gull Rock", "May"),))

    assert bearing_on(chain, "The Command said so.").one == chain.one
    assert bearing_on(chain, "The Command said so.").typed == (
        ("CENTCOM", EntityType.ORG),
        ("US Central Command", EntityType.ORG),
    )
    assert bearing_on(chain, "GULL ROCK is closed.").parted == chain.parted
    assert bearing_on(chain, "Nothing of that.") == Names()
    assert bearing_on(LISTED, "CENTCOM, Gull Rock, May") is LISTED
