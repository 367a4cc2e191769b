import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract.events.pieces import LONGEST, Weighed, best, joint, length, pieces, weighed, weighed_by_learnt
from briefing.extract.events.seen import reading
from briefing.extract.events.sketch import sketch
from briefing.extract.linear import Sums, score
from briefing.model import Span


def edged(text: str) -> Weighed:
    """Return a sentence with its edges, of which its pieces are put together."""
    return weighed_by_learnt(sketch(reading(text, Span(0, len(text)), (), 5, 0)))


def piece(text: str, *, holding: str = "", within: str = "", is_unbroken: bool = False) -> str:
    """Return the words of the best piece of a sentence, with an ellipsis for what is left out."""
    own = edged(text)
    words = own.on.reading.words

    def places(part: str) -> tuple[int, int] | None:
        start = text.find(part)
        inside = [at for at, word in enumerate(words) if start <= word.start < start + len(part)]
        return (inside[0], inside[-1] + 1) if part else None

    found = best(own, holding=places(holding), within=places(within), is_unbroken=is_unbroken)
    if found is None:
        return ""
    edges = [found.first, *(edge for gap in found.gaps for edge in gap), found.last]
    parts = zip(edges[::2], edges[1::2], strict=True)
    return " … ".join(text[words[first].start : words[last - 1].end] for first, last in parts).replace(", …", " …")


ILL = (
    "Mayor Ola Lund, the man who led the town of Orlby through three floods and two strikes in the past ten years, died in a"
    " clinic on Monday."
)
SOLD = (
    "Lenna Mills sold its last two works in Mardle to a rival for $40 million, ending a dispute that had set two families of the"
    " town against each other for most of the past ten years."
)
WORDS = "the mayor Orlby who said that , and has bought 12 million a mill -- ( ) “ ” in on if not".split()  # noqa: SIM905


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ILL, "Mayor Ola Lund … died in a clinic on Monday"),
        (SOLD, "Lenna Mills sold its last two works in Mardle to a rival for $40 million"),
    ],
)
def test_a_long_sentence_gives_what_stands_alone(text: str, told: str) -> None:
    assert piece(text) == told


def test_a_piece_never_ends_before_what_its_verb_takes() -> None:
    text = (
        "The council, after a debate that went on until the early hours of Tuesday, agreed to give the families of the men who were killed"
        " in the old mill a sum that nobody in the hall would name."
    )

    assert not piece(text).endswith(("agreed", "agreed to", "to give"))


def test_a_piece_holds_the_words_it_is_asked_for() -> None:
    text = (
        "Berg Mills bought Lund Works on Monday, and the town, which had feared for the jobs of four hundred people, put the cost of the"
        " new road at 12 million euros."
    )

    assert "12 million" in piece(text, holding="12 million", is_unbroken=True)


def test_nothing_stands_alone_of_words_without_a_verb() -> None:
    assert (
        piece(
            "A small town on the coast with two mills, a church and a harbour for forty boats in the north of the island."
        )
        == ""
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_a_piece_is_short_and_made_of_stretches_in_order(words: list[str]) -> None:
    text = " ".join(words) or "x"
    own = edged(text)
    found = best(own)
    if found is None:
        return
    edges = [found.first, *(edge for gap in found.gaps for edge in gap), found.last]

    assert edges == sorted(set(edges))
    assert 0 <= found.first < found.last <= len(own.on.reading.words)
    assert length(own.on, found.first, found.last, found.gaps) <= LONGEST


def test_a_piece_never_parts_what_is_written_as_one_word() -> None:
    text = (
        "The warden of the old lighthouse at St. Orla called the coast guard at 10:30 a. m. on Monday and at 11 p. m. on Tuesday, after"
        " two of the boats that had left the and/or buoys in the storm had not come back to the harbour."
    )
    own = edged(text)
    words = own.on.reading.words
    begins = {text[words[edge.first].start :][:9] for edge, _ in own.starts}
    stops = {text[: words[edge.last - 1].end][-9:] for edge, _ in own.ends}

    assert not {begin for begin in begins if begin.startswith(("m. on", "Orla", "or buoys"))}
    assert not {stop for stop in stops if stop.endswith((" a", " p", " and", "St"))}


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_a_piece_weighs_what_the_traits_of_its_edges_and_its_own_weigh_together(words: list[str]) -> None:
    text = " ".join(words) or "x"
    weights = _AnyWeights()
    own = weighed(sketch(reading(text, Span(0, len(text)), (), 5, 0)), Sums(weights))
    starts = {edge.first: edge.traits for edge, _ in own.starts}
    ends = {edge.last: edge.traits for edge, _ in own.ends}
    gaps = {(edge.first, edge.last): edge.traits for edge, _ in own.gaps}

    for one in pieces(own, Sums(weights)):
        traits = [*starts[one.first], *ends[one.last], *joint(own.on, one.first, one.last, one.gaps)]
        assert one.weight == score(weights, [*traits, *(trait for gap in one.gaps for trait in gaps[gap])])


class _AnyWeights(dict[str, int]):
    """A weight for every trait there is, by its letters."""

    def get(self, trait: str, default: int = 0) -> int:  # type: ignore[override]  # it has no other default
        del default
        return sum(map(ord, trait)) % 199 - 99


def test_a_piece_never_ends_before_what_a_number_is_of() -> None:
    text = (
        "The town of Orlby, which lies high above the sea, had a low of 13.0°C in the night of Monday and was, as the wardens of the lighthouse"
        " said, 0.6°C warmer than it had been in any of the ten years before the storm."
    )
    own = edged(text)
    words = own.on.reading.words

    assert not [edge for edge, _ in own.ends if text[words[edge.last - 1].end :].startswith("°")]


def test_a_clause_of_when_alone_is_no_piece() -> None:
    text = (
        "Barely two months after Mayor Ida Lund of the harbour town of Orlby took office, the popularity of the mayor, who had promised"
        " a new bridge and lower fares to everybody, has fallen to a third of what it was in the spring of the same year."
    )

    assert not piece(text).endswith("took office")
