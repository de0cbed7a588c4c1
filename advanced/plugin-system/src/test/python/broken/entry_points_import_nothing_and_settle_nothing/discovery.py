# It finds plug-ins as scanners of folders do: by importing whatever is there.


def offered():
    points = [point for point in entry_points() if point.group.startswith(GROUP)]
    load_all(points)
    return points
