# caught by: a field without a default must be there, even if it may be None
# `get` gives None for a key that is not there: "no answer" becomes "the answer is none".


def read_fields(kind, data, path, faults, read_other=read_fields):
    needed = [field for field in fields(kind) if field.default is field.default_factory is MISSING]
    got = {field.name: data.get(field.name) for field in needed}
    return read_other(kind, data | got, path, faults)
