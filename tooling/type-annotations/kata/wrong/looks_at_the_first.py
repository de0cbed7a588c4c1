# caught by: the examples of the task hold
# A sample of a list says nothing about the rest of it.


def problems(kind, value, path, all_problems=problems):
    if get_origin(kind) is list and isinstance(value, list):
        value = value[:1]
    return all_problems(kind, value, path)
