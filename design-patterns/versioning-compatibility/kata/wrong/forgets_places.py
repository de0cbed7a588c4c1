# caught by: an optional parameter before another one breaks
# A default makes a parameter harmless only if it stands behind all others.


def breaks(old, new):
    if new is None or not old.parameters.keys() <= new.parameters.keys():
        return True
    shared = [name for name in new.parameters if name in old.parameters]
    if shared != list(old.parameters):
        return True
    return any(
        each.default is each.empty for name, each in new.parameters.items() if name not in shared
    )
