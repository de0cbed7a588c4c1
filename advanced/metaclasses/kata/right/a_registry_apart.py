# whole
"""The registry is a list outside of the class, and each parameter of send is looked at."""

from inspect import Parameter, signature

channels: list[tuple[str, type]] = []


def takes_one_argument(send: object) -> bool:
    if not callable(send):
        return False
    positional = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    parameters = list(signature(send).parameters.values())
    places = [each for each in parameters if each.kind in positional]
    required = [each for each in places if each.default is Parameter.empty]
    named = [each for each in parameters if each.kind is Parameter.KEYWORD_ONLY]
    anything = any(each.kind is Parameter.VAR_POSITIONAL for each in parameters)
    return (
        len(required) <= 2
        and (anything or len(places) >= 2)
        and all(each.default is not Parameter.empty for each in named)
    )


class Channel:
    def __init_subclass__(cls, *, key: str | None = None, **others: object) -> None:
        super().__init_subclass__(**others)
        if key is None:
            return
        if any(taken == key for taken, _ in channels):
            raise ValueError(f"there is a channel {key!r}")
        if not takes_one_argument(getattr(cls, "send", None)):
            raise TypeError(f"{cls.__name__} cannot send a message")
        channels.append((key, cls))

    @staticmethod
    def of(key: str) -> type:
        for taken, channel in channels:
            if taken == key:
                return channel
        raise KeyError(key)
