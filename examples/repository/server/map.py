"""The public map of the stations."""


def marker(name: str, level_cm: int) -> str:
    return f"{name}: {level_cm} cm"
