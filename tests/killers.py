"""Files that kill or hang whoever opens them; workers import this module."""

import os
import time
from dataclasses import dataclass

from validation import Received


@dataclass(frozen=True, slots=True, kw_only=True)
class Killer(Received):
    def content(self):
        os.abort()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleeper(Received):
    def content(self):
        time.sleep(60)
        return b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hoarder(Received):
    """Takes more than a worker may have, but less than machines have."""

    def content(self):
        assert b"x" * (600 * 2**20)
        return b"%PDF-1.4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Glutton(Received):
    def content(self):
        return b"x" * 2**40
