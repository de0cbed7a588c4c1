# whole
"""Tries every choice there is; of those that fit and have the same packages, takes the newest."""

import itertools
import re


def resolve(graph, roots):
    options = {name: [at for at in graph[name] if at.replace(".", "").isdigit()] for name in graph}
    found = []
    for versions in itertools.product(*([None, *options[name]] for name in options)):
        pairs = zip(options, versions, strict=True)
        chosen = {name: at for name, at in pairs if at is not None}
        if is_choice(graph, roots, chosen):
            found.append(chosen)
    alike = [chosen for chosen in found if chosen.keys() == found[0].keys()]
    return max(alike, key=lambda chosen: [number(at) for at in chosen.values()], default=None)


def is_choice(graph, roots, chosen):
    reached, waiting = set(), list(roots)
    while waiting:
        name, limits = re.fullmatch("([^<>=]+)(.*)", waiting.pop()).groups()
        if name not in chosen or not all(
            map(lambda limit: met(chosen[name], limit), limits.split(","))
        ):
            return False
        if name not in reached:
            reached.add(name)
            waiting += graph[name][chosen[name]]
    return reached == chosen.keys()


def met(version, limit):
    if limit.startswith("<"):
        return number(version) < number(limit[1:])
    if limit.startswith(">="):
        return number(version) >= number(limit[2:])
    return not limit or number(version) == number(limit[2:])


def number(version):
    parts = [int(part) for part in version.split(".")]
    return parts + [0] * (9 - len(parts))
