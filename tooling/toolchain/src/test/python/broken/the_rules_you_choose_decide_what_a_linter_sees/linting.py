"""Nobody has chosen any rules."""

SETS["chosen"] = SETS["defaults"]
