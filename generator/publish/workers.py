"""Processes that work beside each other."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor


def pool(count: int, begin: Callable[..., None] | None = None, *given: object) -> ProcessPoolExecutor:
    """So many workers, each of which calls `begin` first. They inherit by forking, where the system can, instead of having everything sent."""
    known = multiprocessing.get_all_start_methods()
    return ProcessPoolExecutor(count, multiprocessing.get_context("fork" if "fork" in known else known[0]), begin, given)
