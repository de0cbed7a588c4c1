"""Each function as a table: every way to give a parameter, and what it means then."""


def ways(signature):
    """By place and by name: which parameter that is, and its default in a tuple if it has one."""
    table = {}
    for place, each in enumerate(signature.parameters.values()):
        default = () if each.default is each.empty else (each.default,)
        if each.kind is each.POSITIONAL_ONLY:
            table[place] = (place, default)
        elif each.kind is each.KEYWORD_ONLY:
            table[each.name] = (each.name, default)
        else:
            table[place] = table[each.name] = (each.name, default)
    return table


def breaks(old, new):
    if new is None:
        return True
    before, after = ways(old), ways(new)
    places = list(new.parameters)
    supplied = set()
    for way, (meaning, default) in before.items():
        if way not in after:
            return True
        now, default_now = after[way]
        if meaning != way and now != meaning:
            return True  # another parameter has its place
        if meaning == way and isinstance(way, int) and places[way] in before:
            return True  # its new name is the name of another one
        if default and default != default_now:
            return True
        supplied.add(now)
    return any(meaning not in supplied and not default for meaning, default in after.values())


def grows(old, new):
    before, after = ways(old), ways(new)
    needed = [
        sum(each.default is each.empty for each in signature.parameters.values())
        for signature in (old, new)
    ]
    return len(after) > len(before) or needed[1] < needed[0]
