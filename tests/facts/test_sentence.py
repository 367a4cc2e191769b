import pytest

from briefing.facts import sections
from briefing.model import Article
from briefing.pipeline import analyse


def what(text: str) -> list[str]:
    end = text.find("\n\n")
    found = analyse(Article("a", "a.txt", "", text, end if end > 0 else None))
    return [line.label for part in sections(found) if part.heading == "WHAT" for line in part.lines]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "GOP targets Lund's weak spot.\n\nThe party has grown.",
            "GOP targets Lund's weak spot",
        ),
        (
            "Berg, 36, stopped Lund with two seconds of the sixth round left in Orlby on Saturday.",
            "Berg, 36, stopped Lund with two seconds of the sixth round left in Orlby on Saturday",
        ),
        (
            "About 500 people attended a service for the doctor on Sunday night in Orlby.",
            "About 500 people attended a service for the doctor on Sunday night in Orlby",
        ),
        (
            "Acme Corp. said it agreed to buy Delta Foods Inc. for $20 million.",
            "Acme Corp. agreed to buy Delta Foods Inc. for $20 million",
        ),
        (
            "The man behind the wheel of the car that hit her was charged with murder on Friday.",
            "The man behind the wheel of the car that hit her was charged with murder on Friday",
        ),
        (
            "On Sunday the River Lenna burst its banks at Brodice and flooded the old town.",
            "the River Lenna burst its banks at Brodice and flooded the old town",
        ),
        (
            "A bomb exploded at a bank in Orlby on Friday, officials said on Saturday.",
            "A bomb exploded at a bank in Orlby on Friday",
        ),
    ],
)  # fmt: skip
def test_what_happened_is_a_whole_sentence(text: str, told: str) -> None:
    assert what(text)[0] == told


def test_what_the_words_of_the_main_event_tell_has_no_line_of_its_own() -> None:
    text = "A bomb exploded at a bank in Brenn on Friday, killing a police officer and a guard."

    assert what(text) == ["A bomb exploded at a bank in Brenn on Friday, killing a police officer and a guard"]


def test_a_long_sentence_is_not_cut_behind_a_number() -> None:
    text = (
        "The Union of Orlby Clubs condemned on Friday with the strongest of words the planned and brutal murder of more than"
        " 500,000 people in the north of the country and in the south of it."
    )

    assert what(text) == [
        "The Union of Orlby Clubs condemned on Friday with the strongest of words the planned and brutal murder…"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I was pleased that your item named the fund.",
        "I was not surprised because I thought the actress Ann Berg died years ago.",
    ],
)
def test_what_somebody_says_of_himself_or_only_thought_is_no_news(text: str) -> None:
    assert what(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Orlby Backs Its Mayor, But Doubts Remain.\n\nThe town was quiet.",
            "Orlby Backs Its Mayor, But Doubts Remain",
        ),
        (
            'Fred Lund, known as the "bagman" because he delivered payments to keep the men quiet, was found dead in Orlby.',
            "Fred Lund was found dead in Orlby",
        ),
        (
            "Mark Lund, who told of the gang that robbed a bank, has died.",
            "Mark Lund has died",
        ),
        (
            "First Lenna Corp. tentatively agreed to buy Delta Foods for $18 million.",
            "First Lenna Corp. tentatively agreed to buy Delta Foods for $18 million",
        ),
        (
            "Acme Corp. has told the employees of its small unit in Orlby that it is laying off about 300 people.",
            "Acme Corp is laying off about 300 people",
        ),
    ],
)
def test_the_one_who_did_it_is_told_however_far_he_stands(text: str, told: str) -> None:
    assert what(text)[0] == told


@pytest.mark.parametrize(
    "text",
    [
        "The Orlby Times said in an editorial on Monday, Oct. 26.",
        "Will Mayor Lund arrest the treasurer of the club in Orlby?",
    ],
)
def test_a_question_and_a_word_for_saying_alone_are_no_news(text: str) -> None:
    assert what(text) == []


def test_a_noun_is_not_told_with_what_somebody_else_did_after_it() -> None:
    text = "The activist wanted in the shooting death of a doctor in a small suburb of the town of Orlby may have fled."

    assert not any(
        label.startswith(("death of a doctor in a small suburb of the town of Orlby may",)) for label in what(text)
    )


def test_what_somebody_says_in_too_many_words_stands_behind_his_name() -> None:
    text = (
        "Minister of the Interior Ida Lund said here on Friday that the raid on the harbours of Mardle and Brodice is not linked with the"
        " inquiry into the fire that closed the mill."
    )

    (told,) = what(text)

    assert told.startswith(
        "Ida Lund said: the raid on the harbours of Mardle and Brodice is not linked with the inquiry"
    )
    assert told.endswith("that closed the mill")
