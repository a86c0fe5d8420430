"""Goes back to the slot before, when the new release does not report within its time."""

HEALTHY_WITHIN_SECONDS = 300


def should_roll_back(seconds_since_start: float, reported: bool) -> bool:
    return not reported and seconds_since_start > HEALTHY_WITHIN_SECONDS
