"""Without recursion: a stack of what is chosen and what is still wanted."""


def resolve(graph, roots):
    states = [({}, tuple(roots))]
    while states:
        chosen, wanted = states.pop()
        if not wanted:
            return chosen
        (name, limits), rest = parsed(wanted[0]), wanted[1:]
        if name in chosen:
            if fits(chosen[name], limits):
                states.append((chosen, rest))
            continue
        for version in reversed(newest_first(graph.get(name, {}))):
            if fits(version, limits):
                states.append(({**chosen, name: version}, (*rest, *graph[name][version])))
    return None
