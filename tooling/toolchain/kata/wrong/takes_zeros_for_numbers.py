# caught by: versions are compared by their numbers
# The list [2] is less than [2, 0], so 2 would be an older version than 2.0.


def key(version):
    return [int(number) for number in version.split(".")]
