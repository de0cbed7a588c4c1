# caught by: the example of the task holds


def violations(root, rules):
    return []
