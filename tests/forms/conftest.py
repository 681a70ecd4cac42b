"""Properties are tried the same way on every machine: same examples each time, no limit of time, no memory."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "repere", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repere")
