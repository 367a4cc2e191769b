"""Texts with other names in them."""

from __future__ import annotations

from briefing.extract.entities.labelled import bracketed
from briefing.extract.entities.renaming import renamed

TEXT = bracketed(
    ["[[PERSON Ada Obi]] of [[ORG Zed Corp]] left [[GPE Lagos]].", "[[NORP Ghanaian]] police met [[PERSON Obi]]."],
    source="x",
)


def test_other_names_stand_where_the_old_ones_stood() -> None:
    for seed in range(20):
        (found,) = renamed([TEXT], seed=seed)

        words = [found.text[name.start : name.end] for name in found.names]
        assert [name.type for name in found.names] == [name.type for name in TEXT.names]
        assert found.text == f"{words[0]} of {words[1]} left {words[2]}.\n\n{words[3]} police met {words[4]}."
        assert words[3] == "Ghanaian"


def test_a_surname_alone_follows_its_full_name() -> None:
    found = [document for seed in range(40) for document in renamed([TEXT], seed=seed)]

    full = [document.text[document.names[0].start : document.names[0].end] for document in found]
    short = [document.text[document.names[4].start : document.names[4].end] for document in found]
    assert any(name != "Ada Obi" and name.split()[-1] == last for name, last in zip(full, short, strict=True))


def test_the_same_seed_gives_the_same_names() -> None:
    assert list(renamed([TEXT], seed=7)) == list(renamed([TEXT], seed=7))
