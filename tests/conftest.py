"""How properties are tried: without a clock, and where nobody watches always with the same examples."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "briefing", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("briefing")
