"""Let the workers' process load what they need while the program itself is still loading.

This module imports next to nothing: it is called first.
"""

import multiprocessing
import sys
from typing import Any


def worker_context() -> Any:  # noqa: ANN401 - pebble describes contexts in a way that Windows' is none
    """Return how workers are started.

    Forking a program that runs threads is unsafe: they come from a clean process instead.
    """
    if sys.platform == "win32":
        context = multiprocessing.get_context("spawn")
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["__main__", "validation.workers", "validation.intake"])
    return context


def start_loading() -> None:
    """Start the clean process, if workers come from one; it loads what they need meanwhile."""
    if worker_context().get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        ensure_running()
