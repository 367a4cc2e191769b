import pytest

from briefing.extract.given_names import gender


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Ingrid Berg", "f"),
        ("House Speaker Paul Ryan", "m"),
        ("Mrs Lund", "f"),
        ("Berg", ""),
        ("Grant", ""),
        ("Xqz Berg", ""),
        ("", ""),
    ],
)
def test_a_full_name_tells_whether_she_or_he_bears_it(name: str, known: str) -> None:
    assert gender(name) == known
