"""All fuzzing for so many minutes, one process at a time, and what it came to."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from tests.fuzz import keys, seeds

SHARES: Final = {
    "decoding": 3,
    "cleaning": 1,
    "analysing": 5,
    "stretching": 3,
    "importing": 2,
    "placing": 2,
    "searching": 1,
    "keeping": 1,
}
"""How the time that is not spent on keys is parted among the laws."""
TURN: Final = 600
"""Seconds for each law once and for keys for as long: an hour comes back to everything six times."""
LATE: Final = 240
"""Seconds that a law may go on for: it looks at all it starts from first, and ends the input that it is at."""
_COUNT: Final = re.compile(rb"stat::number_of_executed_units:\s+(\d+)")


def main() -> int:
    """Fuzz, tell what came of it, and return 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="break the program, for so many minutes")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    folder = Path(".fuzz").resolve()
    failures = folder / "failures"
    shutil.rmtree(failures, ignore_errors=True)
    failures.mkdir(parents=True)
    hostile = seeds.hostile(folder / "hostile")
    end = time.monotonic() + asked.minutes * 60
    seed, pressed, tried, peak = asked.seed, 0, dict.fromkeys(SHARES, 0), 0
    while (left := end - time.monotonic()) > 1:
        half = min(TURN, left) / 2
        until = time.monotonic() + half
        while time.monotonic() < until:
            outcome = keys.play(seed, folder=folder)
            pressed, peak, seed = pressed + outcome.pressed, max(peak, outcome.peak), seed + 1
            print(f"keys, round {seed - 1}: {outcome.wrong.partition(chr(10))[0] or 'well'}", flush=True)
        for law, share in SHARES.items():
            if time.monotonic() < end:
                seeds.write(law, folder / "seeds" / law, hostile)
                tried[law] += _tried(law, int(half * share / sum(SHARES.values())) or 1, seed, folder)
                print(f"{law}: {tried[law]:,} inputs", flush=True)
    failed = sorted(path for path in failures.iterdir() if path.suffix != ".txt")
    print(f"keys pressed: {pressed:,} (at most {peak} MB resident)")
    print(f"inputs tried: {sum(tried.values()):,}")
    print(f"crashes: {len(failed)}", *failed, sep="\n  ")
    return 1 if failed else 0


def _tried(law: str, seconds: int, seed: int, folder: Path) -> int:
    """Fuzz one law in a process of its own, which its inputs may end; return how many there were."""
    command = [sys.executable, "-m", "tests.fuzz.inputs", law, str(seconds), str(seed), str(folder)]
    try:
        told = subprocess.run(command, stderr=subprocess.PIPE, check=False, timeout=seconds + LATE)
    except subprocess.TimeoutExpired as error:
        (folder / "failures" / f"{law}-late").write_bytes(error.stderr or b"")
        return 0
    found = _COUNT.search(told.stderr)
    if told.returncode or not found:
        (folder / "failures" / f"{law}-ended").write_bytes(told.stderr)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    sys.exit(main())
