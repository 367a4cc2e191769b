from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from briefing import resources

ROOT = Path(__file__).parents[1]


def test_a_checkout_has_its_samples_and_themes_beside_the_package() -> None:
    assert resources.seeds() == ROOT / "seeds"
    assert resources.themes() == ROOT / "themes"


def test_a_wheel_has_them_within_the_package(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "briefing", tmp_path / "briefing", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "seeds", tmp_path / "briefing" / "resources" / "seeds")
    (tmp_path / "briefing" / "resources" / "themes").mkdir()

    done = subprocess.run(
        [sys.executable, "-c", "from briefing import resources as r; print(r.seeds()); print(r.themes())"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    inside = tmp_path.resolve() / "briefing" / "resources"
    assert done.stdout.splitlines() == [str(inside / "seeds"), str(inside / "themes")]
