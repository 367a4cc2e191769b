"""Inputs that follow the code they reach: atheris over one law, or one input of a file."""

from __future__ import annotations

import sys
import traceback
from hashlib import sha256
from pathlib import Path
from typing import Final

LONGEST: Final = 6_000
"""Bytes of an input."""
_FAILED: Final = "failed"


def main(typed: list[str]) -> None:
    """Fuzz `LAW SECONDS SEED FOLDER`, or check the one input of `LAW FILE`."""
    if len(typed) == 2:
        from tests.fuzz.laws import LAWS, bounded

        bounded(LAWS[typed[0]])(Path(typed[1]).read_bytes())
        return
    law, seconds, seed, folder = typed
    fuzz(law, seconds=int(seconds), seed=int(seed), folder=Path(folder))


def fuzz(name: str, *, seconds: int, seed: int, folder: Path) -> None:
    """Try inputs on the law of that name for so long, keeping what fails; the process ends with it."""
    import atheris

    with atheris.instrument_imports(include=["briefing"]):
        from tests.fuzz.laws import LAWS, bounded
    law = bounded(LAWS[name])
    failures = folder / "failures"

    def tried(data: bytes) -> None:
        try:
            law(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for, and there may be more
            _keep(failures, name, data, error)

    corpus = folder / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    failures.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            "fuzz", f"-max_total_time={seconds}", f"-seed={seed}", f"-max_len={LONGEST}", "-print_final_stats=1",
            "-timeout=300", "-report_slow_units=300", "-verbosity=0", f"-artifact_prefix={failures}/{name}-", str(corpus), str(folder / "seeds" / name),
        ],
        tried,
    )  # fmt: skip
    atheris.Fuzz()


def _keep(folder: Path, law: str, data: bytes, error: Exception) -> None:
    """Keep the input with what went wrong, unless the same went wrong in the same place before; a shorter one is better."""
    frames = traceback.extract_tb(error.__traceback__)
    # What ran out of steps may have been anywhere; whose words differ by numbers only broke the same law.
    place = "" if type(error).__name__ == "TooManyStepsError" else f"{frames[-1].filename}:{frames[-1].lineno}"
    words = "".join(sign for sign in str(error) if not sign.isdigit())[:40]
    key = sha256(f"{type(error).__name__}{place}{words}".encode()).hexdigest()[:8]
    kept = folder / f"{law}-{key}.{_FAILED}"
    if not kept.exists() or len(data) < kept.stat().st_size:
        kept.write_bytes(data)
        told = "".join(traceback.format_exception(error))
        kept.with_suffix(".txt").write_text(told, encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main(sys.argv[1:])
