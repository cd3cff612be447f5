"""How hypothesis searches: a different corner at each run at home, the same ones where a change is checked."""

from __future__ import annotations

import os

from hypothesis import settings

# no deadline: a machine that is busy is no failure
settings.register_profile("home", max_examples=40, deadline=None)
settings.register_profile("check", max_examples=40, deadline=None, derandomize=True)
settings.load_profile("check" if os.environ.get("CI") else "home")
