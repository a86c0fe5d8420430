"""Decides which devices are offered a release."""

STOP_ABOVE_PERCENT_ROLLED_BACK = 2


def is_offered(device_number: int, percent: int, stopped: bool) -> bool:
    return not stopped and device_number % 100 < percent


def must_stop(updated: int, rolled_back: int) -> bool:
    return rolled_back * 100 > updated * STOP_ABOVE_PERCENT_ROLLED_BACK
