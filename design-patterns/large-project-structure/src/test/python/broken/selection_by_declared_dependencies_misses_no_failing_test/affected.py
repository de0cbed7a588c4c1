# Only those are tested that need the changed distribution directly.


def selected(file, needs):
    changed = Path(file).parts[1]
    return sorted({changed} | {name for name in needs if changed in needs[name]})
