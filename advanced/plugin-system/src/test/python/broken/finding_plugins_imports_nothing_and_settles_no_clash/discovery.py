# A registry that lets one name stand for one plug-in: the first distribution's.


def offered():
    points = [point for point in entry_points() if point.group.startswith(GROUP)]
    by_name = {}
    for point in sorted(points, key=lambda each: each.dist.name):
        by_name.setdefault(point.name, point)
    return list(by_name.values())
