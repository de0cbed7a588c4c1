# caught by: fewer ways to give a parameter break, more add something
# Names, order and defaults are the same, but a parameter must be named now.


def as_before(old, new):
    """The new function with its parameters of the kinds that they had."""
    kinds = {each.name: each.kind for each in parameters(old)}
    kept = [each.replace(kind=kinds.get(each.name, each.kind)) for each in parameters(new)]
    try:
        return new.replace(parameters=sorted(kept, key=lambda each: each.kind))
    except ValueError:  # one without a default would follow one with a default
        return new


breaks_by_kind = breaks


def breaks(old, new):
    return breaks_by_kind(old, new and as_before(old, new))
