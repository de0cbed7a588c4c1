# caught by: packages may need each other
# A package that is needed again, further down, is a circle to it and no choice.

completed_with_circles = completed


def completed(graph, chosen, wanted):
    for name, version in chosen.items():
        for need in graph[name][version]:
            other = parsed(need)[0]
            if any(
                parsed(each)[0] == name for each in graph.get(other, {}).get(chosen.get(other), [])
            ):
                return None
    return completed_with_circles(graph, chosen, wanted)
