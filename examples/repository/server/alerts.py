"""Warns a harbour when the water rises above its threshold."""


def must_warn(level_cm: int, threshold_cm: int) -> bool:
    return level_cm >= threshold_cm
