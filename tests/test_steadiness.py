"""Threads share the library, nothing but bounded caches is written after import, and memory is given back."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

from benchmarks import seed_floors
from quotetrack import analyse, extract_quotes

TEXTS = [seed.text for seed in seed_floors.seeds()][:40]


def test_threads_read_as_one_does() -> None:
    alone = [analyse(text) for text in TEXTS]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(6) as pool:
            together = list(pool.map(analyse, TEXTS * 3))
    finally:
        sys.setswitchinterval(before)
    assert together == alone * 3


def state() -> dict[tuple[str, str], tuple[int, int]]:
    """Every module's variables: which object, and how much is in it."""
    return {
        (module.__name__, name): (id(value), len(value) if isinstance(value, (dict, list, set)) else 0)
        for module in list(sys.modules.values())
        if isinstance(module, ModuleType) and module.__name__.split(".")[0] == "quotetrack"
        for name, value in vars(module).items()
        if not name.startswith("__")
    }


def test_nothing_is_written_after_import_but_bounded_caches() -> None:
    extract_quotes(TEXTS[0])
    before = state()
    for text in TEXTS:
        analyse(text)
    after = state()
    changed = {key for key in before if after[key] != before[key]}
    grown = {key for key in changed if getattr(getattr(sys.modules[key[0]], key[1]), "MOST", 0) > 0}
    assert changed == grown, "a module's state changed while texts were read"


def test_memory_is_given_back() -> None:
    for text in TEXTS:
        analyse(text)
    gc.collect()
    tracemalloc.start()
    try:
        for text in TEXTS:
            analyse(text)
        gc.collect()
        first, _ = tracemalloc.get_traced_memory()
        for text in TEXTS * 3:
            analyse(text)
        gc.collect()
        last, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert last - first < 50_000
    assert peak < 20_000_000
