from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.model import Claim, ClaimStatus, Role, Source, Span
from briefing.stories import Comparison, Relation, stories
from tests.stories.reports import DAY, report

HOLUB = "Twelve people were killed when a train derailed near Karsk on Monday, Minister Radek Holub said."

AGAIN = (
    "The express from Brodice left the rails at the Lenna bridge and burned. A rail was cracked, Tidemark Rail said.",
    "It came from Brodice. Witnesses saw the express burn on the Lenna bridge while Tidemark Rail closed the line.",
)


def lines(*texts: str, days: tuple[date, ...] = ()) -> list[Comparison]:
    """Return the comparison of reports that tell of one derailment, each behind its first sentence in its own words."""
    found = [
        report(str(number), f"{text} {again}", days[number] if days else DAY)
        for number, (text, again) in enumerate(zip(texts, AGAIN, strict=False))
    ]
    (story,) = stories(found)
    return list(story.compare)


def killed(found: list[Comparison]) -> list[tuple[Relation, str]]:
    return [(line.relation, line.why) for line in found if line.slot == "killed"]


def test_two_tolls_of_one_day_are_a_conflict() -> None:
    other = "Nine people were killed when a train derailed near Karsk on Monday, the fire service said."

    assert killed(lines(HOLUB, other)) == [(Relation.CONFLICT, "12 is not 9")]


def test_a_toll_that_rises_is_no_conflict() -> None:
    other = "Fourteen people were killed when a train derailed near Karsk on Monday, the fire service said."

    found = killed(lines(HOLUB, other, days=(DAY, date(2024, 5, 7))))

    assert found == [(Relation.ADDS, "12 on 6 May, 14 on 7 May 2024")]


def test_a_bound_is_no_conflict() -> None:
    other = "At least nine people were killed when a train derailed near Karsk on Monday, the fire service said."

    assert [relation for relation, _ in killed(lines(HOLUB, other))] == [Relation.COMPATIBLE]


def test_a_single_report_has_nothing_to_compare() -> None:
    assert lines(HOLUB) == []


def test_a_source_that_two_reports_quote_is_one_origin() -> None:
    other = "Twelve people were killed when a train derailed near Karsk on Monday, according to Radek Holub."

    (line,) = [line for line in lines(HOLUB, other) if line.slot == "killed"]

    assert (line.relation, line.origins) == (Relation.SAME, 1)


def relations(found: list[Comparison], slot: str) -> list[tuple[Relation, str]]:
    return [(line.relation, line.why) for line in found if line.slot == slot]


def test_two_counts_of_one_vote_are_a_conflict() -> None:
    found = lines(
        "Six of the nine members voted for the new line at Karsk on Monday.",
        "Five of the nine members were in favour of the new line at Karsk on Monday.",
    )

    assert relations(found, "votes for") == [(Relation.CONFLICT, "6 is not 5")]


def test_those_for_and_those_against_are_no_conflict() -> None:
    found = lines(
        "Six of the nine members voted for the new line at Karsk on Monday.",
        "Three of the nine members voted against the new line at Karsk on Monday.",
    )

    assert Relation.CONFLICT not in {line.relation for line in found}


def test_more_and_more_people_flee() -> None:
    found = lines(
        "About 8,000 people were told to leave their homes in Karsk.",
        "About 12,000 people had left their homes in Karsk by then.",
        days=(DAY, date(2024, 5, 7)),
    )

    assert [relation for relation, _ in relations(found, "displaced")] == [Relation.ADDS]


def test_one_number_under_two_nouns_is_the_same() -> None:
    found = lines(
        "The United States keeps about 2,500 troops in Iraq.", "Roughly 2,500 Americans serve in Iraq, it is said."
    )

    assert [line.relation for line in found if line.slot.startswith("count:")] == [Relation.SAME]


def test_a_level_is_the_same_when_rounded() -> None:
    found = lines("The Lenna reached its highest level at 7.9 metres.", "The river crested at 7.91 metres at 4 am.")

    assert relations(found, "measure: highest level") == [
        (Relation.COMPATIBLE, "7.9 metres and 7.91 metres are the same when rounded")
    ]


def test_nobody_knows_how_many() -> None:
    found = lines(
        "It was not immediately clear how many people had been hurt near Karsk, Tidemark Rail said.",
        "Tidemark Rail could not yet say how many passengers had been wounded near Karsk.",
    )

    assert relations(found, "not known: how many") == [(Relation.COMPATIBLE, "none of them gives a number")]


def test_who_was_detained_is_released() -> None:
    found = lines(
        "The captain of the Corvane Trader was being held by the harbour police.",
        "The captain of the Corvane Trader was released on bail by a harbour court.",
        days=(DAY, date(2024, 5, 7)),
    )

    assert any(line.relation is Relation.ADDS and '"released" on 7 May 2024' in line.why for line in found)


def test_who_was_missing_is_alive() -> None:
    found = lines(
        "Three of the missing are members of a family, whose car was found empty on the road to Karsk, the mayor said.",
        "The three members of the family whose car had been found on the road to Karsk are alive, the mayor said.",
        days=(DAY, date(2024, 5, 7)),
    )

    assert any(line.relation is Relation.ADDS and '"alive" on 7 May 2024' in line.why for line in found)


def test_a_share_of_a_year_is_called_by_both() -> None:
    found = lines("Inflation will average 2.6% in 2025, the bank said.", "The bank expects inflation of 2.6% in 2025.")

    assert relations(found, "percent: inflation in 2025") == [(Relation.SAME, "both 2.6 percent")]


def test_reasons_write_days_as_they_are_read() -> None:
    found = lines(HOLUB, "Twelve people were killed when a train derailed near Karsk on 6 May, Radek Holub said.")

    assert relations(found, "when") == [(Relation.SAME, "both mean Mon 6 May 2024")]
    assert not [line.why for line in found if "2024-" in line.why or "2024-" in line.slot]


def test_statements_are_called_by_what_they_speak_of() -> None:
    found = lines(HOLUB, "A train derailed near Karsk on Monday. Minister Radek Holub denied that a signal had failed.")

    assert all(line.slot.partition(": ")[2] for line in found if line.slot.startswith(("statement", "background")))
    assert [line.slot for line in found if line.slot.startswith("denial")] == ["denial: Minister Radek Holub"]


def test_words_that_name_nobody_are_not_laid_beside_each_other() -> None:
    found = lines(
        "The river flooded the old town near Karsk on Monday.", "A flood near Karsk on Monday hit the lower villages."
    )

    assert relations(found, "whom") == []


def test_a_place_that_one_report_names_further_down_is_the_same_place() -> None:
    found = lines(
        "A base in the west was attacked with missiles on Monday. It was Karsk Air Base that was hit.",
        "Karsk Air Base was attacked with missiles on Monday, the army said.",
    )

    assert [relation for relation, _ in relations(found, "where")] == [Relation.SAME]


def test_a_toll_is_told_from_day_to_day() -> None:
    texts = (
        f"{HOLUB} {AGAIN[0]}",
        f"Fourteen people were killed when a train derailed near Karsk on Monday, the fire service said. {AGAIN[1]}",
        "The number of people killed near Karsk, where a train derailed on Monday, rose to 16. Of a rail: " + AGAIN[1],
    )
    (story,) = stories([report(str(number), text, date(2024, 5, 6 + number)) for number, text in enumerate(texts)])

    assert killed(list(story.compare)) == [(Relation.ADDS, "12 on 6 May, 14 on 7 May, 16 on 8 May 2024")]


def test_a_count_that_the_later_report_calls_grown_has_grown() -> None:
    one, other = "The army sent 300 soldiers to Karsk.", "The army doubled its force near Karsk to 600 soldiers."
    found = lines(f"{HOLUB} {one}", f"{HOLUB} {other}", days=(DAY, date(2024, 5, 7)))

    assert relations(found, "count: soldiers") == [(Relation.ADDS, "300 on 6 May, 600 on 7 May 2024")]


def test_a_sum_tells_whom_the_whole_counts_beside() -> None:
    found = lines(
        f"{HOLUB} US and coalition forces have been attacked more than 140 times in Iraq and Syria since October.",
        f"{HOLUB} US forces have been attacked at least 58 times in Iraq and another 83 times in Syria since October.",
    )

    assert relations(found, "count: attacks") == [
        (Relation.COMPATIBLE, "58 + 83 = 141, which is more than 140; scope differs: coalition")
    ]


def test_people_are_called_by_where_they_are() -> None:
    found = lines(f"{HOLUB} There were 231 people on board the train.", f"{HOLUB} The train had 231 people on board.")

    assert [line.slot for line in found if line.slot.startswith("count: people")] == ["count: people on board"]


def test_a_part_is_laid_beside_the_number_of_the_same_and_not_its_whole() -> None:
    found = lines(
        f"{HOLUB} At least two brakes had failed to close, the union said.",
        f"{HOLUB} The union said that two of its eight brakes could not be closed.",
    )

    assert relations(found, "count: brakes")[0] == (Relation.COMPATIBLE, "2 fits at least 2")


def test_a_place_that_the_others_only_name_is_the_place() -> None:
    found = lines(
        "Two ferries collided off Karsk on Monday, the coastguard said.",
        "The toll of the ferry's loss rose to 14. Divers went down off Karsk on Tuesday.",
    )

    assert [relation for relation, _ in relations(found, "where")] == [Relation.SAME]


def test_statements_that_share_the_words_of_the_story_alone_are_not_laid_side_by_side() -> None:
    texts = (
        f"{HOLUB} Minister Holub praised the Karsk train. {AGAIN[0]}",
        f"A Karsk train derailed on Monday, and twelve people died. The Karsk train was old, a guard told us. {AGAIN[1]}",
        f"Near Karsk a train left the rails on Monday. The Karsk train had been inspected, the line said. {AGAIN[0][:60]}",
    )
    (story,) = stories([report(str(number), text) for number, text in enumerate(texts)])

    assert not [
        line.slot for line in story.compare if line.slot in {"statement: Karsk train", "background: Karsk train"}
    ]


def test_two_voices_of_one_country_are_two_origins() -> None:
    found = lines(
        "Twelve people were killed when a train derailed near Karsk on Monday, two US officials said.",
        "Twelve people were killed when a train derailed near Karsk on Monday, the US military said.",
    )

    assert [line.origins for line in found if line.slot == "killed"] == [2]


def test_what_one_report_alone_gives_of_another_place_stands_apart() -> None:
    found = lines(
        f"{HOLUB} The army keeps 2,500 soldiers in Iraq and 900 soldiers in Syria.",
        f"{HOLUB} Some 2,500 soldiers of the army serve in Iraq, and 2,500 soldiers are in Iraq for years.",
    )

    shown = [([value.text for value in line.values], line.relation) for line in found if line.slot == "count: soldiers"]
    assert (["900"], Relation.ONLY) in shown


def test_a_question_is_not_the_same_as_the_denial_of_it() -> None:
    found = lines(
        f"{HOLUB} Did the signal at the Hradek junction make the crash worse?",
        f"{HOLUB} Tidemark Rail denied that the signal at the Hradek junction had made the crash worse.",
    )

    denied = [line for line in found if line.slot.startswith("denial") and len(line.values) > 1]
    assert [(line.relation, line.why) for line in denied] == [
        (Relation.COMPATIBLE, "both speak of it; one is a denial")
    ]


def test_the_dead_are_counted_where_they_are_taken_for_a_source() -> None:
    first = report("a", f"{HOLUB} {AGAIN[0]}")
    later = report("b", f"A train derailed near Karsk on Monday. Sixteen people are known to have died. {AGAIN[1]}")
    [number] = [figure for figure in later.figures if figure.role is Role.KILLED]
    source = Source(number.span)
    said = Claim("c9", Span(number.span.end + 1, number.span.end + 9), None, source, ClaimStatus.STATED)
    (story,) = stories([first, replace(later, claims=(*later.claims, said))])

    assert [value.text for line in story.compare if line.slot == "killed" for value in line.values] == [
        "Twelve",
        "Sixteen",
    ]
