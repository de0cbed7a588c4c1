"""Nobody has chosen any rules."""

by_rules = reported


def reported(file, chosen):
    return by_rules(file, "defaults" if chosen == "chosen" else chosen)
