"""Decides which devices are offered a release."""


def is_offered(device_number: int, percent: int) -> bool:
    return device_number % 100 < percent
