"""Fetches a release, checks it, and swaps it in for the one that runs."""

from pathlib import Path

SLOTS = (Path("/opt/tidewatch/a"), Path("/opt/tidewatch/b"))


def other_slot(current: Path) -> Path:
    first, second = SLOTS
    return second if current == first else first
