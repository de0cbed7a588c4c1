"""A carrier whose import fails."""

raise RuntimeError("the tariff of this year is missing")
