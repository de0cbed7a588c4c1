# caught by: an optional parameter behind the others, or by name only, adds something
# A library that may never take one more parameter is at version 40 soon.

breaks_already = breaks


def breaks(old, new):
    return breaks_already(old, new) or len(new.parameters) > len(old.parameters)
