from briefing.anchors import locate, make_anchor


def test_words_beside_a_corrected_figure_keep_their_mark() -> None:
    before = (
        "The rescuers came at noon and went on until the evening.\n\n"
        "The river crested at 7.91 metres on Monday, below the record. The bridge is closed.\n\nSchools open on Friday."
    )
    after = before.replace("7.91", "7.93")
    at = before.index("The river crested at")

    place = locate(make_anchor(before, at, at + len("The river crested at")), after)

    assert place is not None
    assert place.certain
    assert after[place.start : place.end] == "The river crested at"
