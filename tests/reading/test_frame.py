from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.frame import Box, Pane, boxes, choice_box, framed


def inside(box: Box | None, width: int, height: int) -> bool:
    return box is None or (box.x >= 0 and box.y >= 0 and box.x + box.width <= width and box.y + box.height <= height)


@given(st.integers(10, 300), st.integers(4, 100), st.sampled_from(Pane), st.booleans(), st.booleans())
def test_panes_lie_on_the_screen_beside_each_other(
    width: int, height: int, focus: Pane, facts: bool, quiet: bool
) -> None:
    frame = framed(width, height, focus=focus, facts=facts or focus is Pane.FACTS, quiet=quiet and focus is Pane.READER)
    placed = boxes(frame, width, height, options=None)

    assert all(inside(box, width, height) for box in placed.values())
    cells = [
        (x, y)
        for box in placed.values()
        if box
        for x in range(box.x, box.x + box.width)
        for y in (box.y, box.y + box.height - 1)
    ]
    one_line = sum(box is not None and box.height == 1 for box in placed.values())
    assert len(cells) - len(set(cells)) <= one_line * width
    if frame.reader:
        assert frame.margin + frame.text_width <= frame.reader.width


def test_the_three_panes_stand_side_by_side_from_100_columns() -> None:
    wide = framed(120, 40, focus=Pane.LIST, facts=True, quiet=False)

    assert wide.list == Box(0, 1, 28, 38)
    assert wide.reader == Box(29, 1, 60, 38)
    assert wide.facts == Box(90, 1, 30, 38)


def test_the_measure_is_reached_from_140_columns() -> None:
    assert framed(140, 40, focus=Pane.LIST, facts=True, quiet=False).text_width == 76
    assert framed(240, 40, focus=Pane.LIST, facts=True, quiet=False).text_width == 76


def test_the_text_is_centred_where_there_is_room() -> None:
    frame = framed(200, 60, focus=Pane.READER, facts=True, quiet=True)
    assert frame.reader is not None

    left, right = frame.margin, frame.reader.width - frame.margin - frame.text_width
    assert abs(left - right) <= 3


@given(st.integers(10, 200), st.integers(5, 80), st.integers(0, 500))
def test_a_list_to_choose_from_leaves_top_and_status_alone(width: int, height: int, options: int) -> None:
    box = choice_box(width, height, options)

    assert box.y >= 1
    assert box.y + box.height == height - 1
