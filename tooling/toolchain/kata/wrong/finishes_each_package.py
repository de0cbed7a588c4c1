# caught by: what is needed is chosen too, however far away
# It settles all that a package needs before it reads the next requirement, and keeps to that.


def completed(graph, chosen, wanted):
    if not wanted:
        return chosen
    name, limits = parsed(wanted[0])
    if name in chosen:
        return completed(graph, chosen, wanted[1:]) if fits(chosen[name], limits) else None
    for version in newest_first(graph.get(name, {})):
        if fits(version, limits):
            settled = completed(graph, chosen | {name: version}, graph[name][version])
            if settled is not None:
                return completed(graph, settled, wanted[1:])
    return None
