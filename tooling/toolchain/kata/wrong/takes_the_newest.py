# caught by: the examples of the task hold
# It takes the newest version that fits so far, and never comes back to try another one.


def completed(graph, chosen, wanted):
    if not wanted:
        return chosen
    name, limits = parsed(wanted[0])
    if name in chosen:
        return completed(graph, chosen, wanted[1:]) if fits(chosen[name], limits) else None
    for version in newest_first(graph.get(name, {})):
        if fits(version, limits):
            return completed(graph, chosen | {name: version}, wanted[1:] + graph[name][version])
    return None
