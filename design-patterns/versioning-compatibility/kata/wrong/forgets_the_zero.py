# caught by: while the first number is 0 it stays 0
# 0.4.2 becomes 1.0.0 by accident, and that number is a promise.

as_ever = next_version


def next_version(version, old, new):
    major, rest = version.split(".", 1)
    number, rest = as_ever(f"{int(major) + 1}.{rest}", old, new).split(".", 1)
    return f"{int(number) - 1}.{rest}"
