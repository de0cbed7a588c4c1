"""A parameter is looked at by its place, if it has one, and by its name, if it may be named."""

from __future__ import annotations

from inspect import Parameter, Signature

Library = dict[str, Signature]


def next_version(version: str, old: Library, new: Library) -> str:
    major, minor, patch = map(int, version.split("."))
    old, new = public(old), public(new)
    if any(breaks(old[name], new.get(name)) for name in old):
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if major and (new.keys() > old.keys() or any(grows(old[name], new[name]) for name in old)):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def public(library: Library) -> Library:
    return {name: library[name] for name in library if not name.startswith("_")}


def breaks(old: Signature, new: Signature | None) -> bool:
    if new is None:
        return True
    places, names = by_place(new), by_name(new)
    known = set()  # parameters of the new function that correspond to an old one
    for place, parameter in enumerate(by_place(old)):
        if place == len(places):
            return True
        if parameter.kind is Parameter.POSITIONAL_ONLY:
            if places[place].name in by_name(old) or loses(parameter, places[place]):
                return True
            known.add(places[place].name)
        elif parameter.name != places[place].name:
            return True
    for name, parameter in by_name(old).items():
        if name not in names or loses(parameter, names[name]):
            return True
        known.add(name)
    return any(is_required(new.parameters[name]) for name in new.parameters.keys() - known)


def loses(old: Parameter, new: Parameter) -> bool:
    """Whether a call that leaves the parameter out breaks; nobody leaves out a required one."""
    return not is_required(old) and (is_required(new) or old.default != new.default)


def grows(old: Signature, new: Signature) -> bool:
    """Whether it accepts more calls; all the old ones it does accept."""
    return (
        len(by_place(new)) > len(by_place(old))
        or len(by_name(new)) > len(by_name(old))
        or required(new) < required(old)
    )


def by_place(signature: Signature) -> list[Parameter]:
    return [each for each in parameters(signature) if each.kind is not Parameter.KEYWORD_ONLY]


def by_name(signature: Signature) -> dict[str, Parameter]:
    named = [each for each in parameters(signature) if each.kind is not Parameter.POSITIONAL_ONLY]
    return {each.name: each for each in named}


def required(signature: Signature) -> int:
    return sum(map(is_required, parameters(signature)))


def is_required(parameter: Parameter) -> bool:
    return parameter.default is Parameter.empty


def parameters(signature: Signature) -> list[Parameter]:
    return list(signature.parameters.values())
