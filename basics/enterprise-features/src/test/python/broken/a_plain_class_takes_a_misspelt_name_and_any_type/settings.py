"""The settings have slots: a misspelt name has nowhere to go."""

Settings = dataclass(slots=True)(Settings)
