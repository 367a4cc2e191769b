from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.export.notes_jsonl import earlier, version_of
from briefing.marks import merged
from briefing.model import Mark
from tests.marks.making import note

VERSIONS = st.builds(
    lambda revision, words, deleted, before: replace(
        note(), revision=revision, note=words, deleted=deleted, history=tuple(sorted({version_of(replace(note(), note=b)) for b in before}))
    ),
    st.integers(1, 3), st.sampled_from("abc"), st.booleans(), st.lists(st.sampled_from("xyz"), max_size=2),
)  # fmt: skip


def contents(*marks: Mark) -> set[str]:
    return {version for mark in marks for version in (version_of(mark), *mark.history)}


@given(VERSIONS, VERSIONS)
def test_whoever_merges_gets_the_same(one: Mark, other: Mark) -> None:
    assert merged(one, other) == merged(other, one)


@given(VERSIONS, VERSIONS, VERSIONS)
def test_the_order_of_merging_does_not_matter(one: Mark, other: Mark, third: Mark) -> None:
    assert merged(merged(one, other), third) == merged(one, merged(other, third))


@given(VERSIONS, VERSIONS)
def test_merging_again_changes_nothing(one: Mark, other: Mark) -> None:
    both = merged(one, other)

    assert merged(both, other) == both
    assert merged(both, both) is both


@given(VERSIONS, VERSIONS)
def test_no_version_is_lost_and_the_newest_wins(one: Mark, other: Mark) -> None:
    both = merged(one, other)

    assert contents(both) == contents(one, other)
    assert both.revision == max(one.revision, other.revision)
    assert [version.revision for version in earlier(both)] == sorted(version.revision for version in earlier(both))
