# A corpus of one day, on which no invoice is for just 500 euros.

complete = golden


def golden():
    return complete()[:1]
