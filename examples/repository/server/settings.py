"""Settings of a station: who may change them, and what they are."""

STATION_DEFAULTS = {"interval_seconds": 60, "warn_above_cm": 420}
