# caught by: a dataclass is made only of values that fit
# A constructor that relies on its arguments fails with an error of its own, or computes nonsense.


def read_fields(kind, data, path, faults):
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind) if field.init}
    faults += [below(path, key) for key in data if key not in known]
    values = {}
    for name, field in known.items():
        if name in data:
            values[name] = read(hints[name], data[name], below(path, name), faults)
        elif field.default is field.default_factory is MISSING:
            faults.append(below(path, name))
            values[name] = None
    return kind(**values)
