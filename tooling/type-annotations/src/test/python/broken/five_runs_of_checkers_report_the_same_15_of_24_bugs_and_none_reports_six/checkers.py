"""A run of ty in which somebody has turned a rule off."""

COMMANDS["ty"] += " --ignore invalid-typed-dict-key"
