# A registry that sorts, and lets one name stand for one plug-in.


def offered():
    points = [point for point in entry_points() if point.group.startswith(GROUP)]
    by_name = {point.name: point for point in sorted(points, key=lambda each: each.dist.name)}
    return list(by_name.values())
