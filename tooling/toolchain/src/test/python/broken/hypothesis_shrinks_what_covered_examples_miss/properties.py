"""The function that is searched loses nothing."""

WRONG["split"] = WRONG["mended"]
