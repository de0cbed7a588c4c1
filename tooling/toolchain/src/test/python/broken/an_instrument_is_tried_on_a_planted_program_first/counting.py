"""The batch asks one by one, too."""

WAYS["batch"] = one_by_one
