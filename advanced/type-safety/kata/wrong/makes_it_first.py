# caught by: a dataclass is made only of values that fit
# A constructor that relies on its arguments fails with an error of its own, or computes nonsense.


def read_fields(kind, data, path, faults):
    hints = get_type_hints(kind)
    known = {key: data[key] for key in data if key in hints}
    faults += [below(path, key) for key in data if key not in hints]
    for field in fields(kind):
        if field.name not in data and field.default is field.default_factory is MISSING:
            faults.append(below(path, field.name))
            known[field.name] = None
    for key in data:
        if key in hints:
            known[key] = read(hints[key], data[key], below(path, key), faults)
    return kind(**known)
