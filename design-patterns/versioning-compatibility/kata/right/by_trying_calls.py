# whole
"""Makes every call that could matter, and looks where its arguments arrive."""

from inspect import Parameter
from itertools import chain, combinations

NAMED = (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)


def next_version(version, old, new):
    old = {name: each for name, each in old.items() if name[:1] != "_"}
    new = {name: each for name, each in new.items() if name[:1] != "_"}
    numbers = [int(number) for number in version.split(".")]
    if set(old) - set(new) or any(is_broken(old[name], new[name]) for name in old):
        change = 0
    elif set(new) - set(old) or any(is_wider(old[name], new[name]) for name in old):
        change = 1
    else:
        change = 2
    if numbers[0] == 0:
        change = min(change + 1, 2)
    numbers[change] += 1
    numbers[change + 1 :] = [0] * (2 - change)
    return ".".join(map(str, numbers))


def calls(*signatures):
    """Every number of arguments without a name, with every set of arguments with one."""
    names = sorted(
        {
            each.name
            for signature in signatures
            for each in signature.parameters.values()
            if each.kind in NAMED
        }
    )
    most = max(len(signature.parameters) for signature in signatures)
    sets = chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
    return [
        ([("place", place) for place in range(number)], {name: ("name", name) for name in chosen})
        for chosen in list(sets)
        for number in range(most + 1)
    ]


def arrived(signature, places, names):
    """What each parameter gets, by its place or name; None if the call is refused."""
    if names.keys() & {
        each.name for each in signature.parameters.values() if each.kind not in NAMED
    }:
        return None  # a call refuses it, `bind` does not in each case
    try:
        bound = signature.bind(*places, **names)
    except TypeError:
        return None
    bound.apply_defaults()
    return bound.arguments


def is_broken(old, new):
    for places, names in calls(old, new):
        before, after = arrived(old, places, names), arrived(new, places, names)
        if before is None:
            continue
        if after is None:
            return True
        for place, (name, parameter) in enumerate(old.parameters.items()):
            if parameter.kind is Parameter.POSITIONAL_ONLY:
                now = list(after.values())[place : place + 1]
            else:
                now = [after[each] for each in after if each == name]
            if now != [before[name]]:
                return True
    return False


def is_wider(old, new):
    return any(
        arrived(old, places, names) is None and arrived(new, places, names) is not None
        for places, names in calls(old, new)
    )
