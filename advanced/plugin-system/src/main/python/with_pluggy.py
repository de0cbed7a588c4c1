"""What pluggy checks when a plug-in registers, in which order it calls, and what it does not do."""

import pluggy

spec = pluggy.HookspecMarker("shop")
hook = pluggy.HookimplMarker("shop")

called = []


def note(name):
    called.append(name)
    return name


class Contract:
    @spec
    def quote(self, grams, country):
        """Cents for a parcel."""

    @spec(firstresult=True)
    def track(self, parcel):
        """Where a parcel is; the first carrier that knows answers."""


class Swift:
    @hook
    def quote(self, grams, country):
        return note("swift")


class FewerArguments:
    @hook
    def quote(self, grams):
        return note("fewer")


class UnknownArgument:
    @hook
    def quote(self, grams, colour):
        return note("unknown")


class MisspeltName:
    @hook
    def qoute(self, grams, country):
        return note("misspelt")


class First:
    @hook(tryfirst=True)
    def quote(self):
        return note("first")


class Last:
    @hook(trylast=True)
    def quote(self):
        return note("last")


class Raising:
    @hook
    def quote(self):
        raise ValueError(note("raising"))


class Doubling:
    @hook(wrapper=True)
    def quote(self):
        return [answer * 2 for answer in (yield)]


class Knowing:
    def __init__(self, place):
        self.place = place

    @hook
    def track(self, parcel):
        return self.place


def manager(*plugins):
    manager = pluggy.PluginManager("shop")
    manager.add_hookspecs(Contract)
    for plugin in plugins:
        manager.register(plugin)
    return manager


def registering(name):
    try:
        manager(globals()[name]())
    except pluggy.PluginValidationError as refusal:
        return type(refusal).__name__
    return "registered"


def checking_pending(name):
    try:
        manager(globals()[name]()).check_pending()
    except pluggy.PluginValidationError as refusal:
        return type(refusal).__name__
    return "nothing found"


def quotes(*names):
    """What the hook answers, or raises, with these registered in this order; and who was called."""
    called.clear()
    try:
        answer = manager(*[globals()[name]() for name in names]).hook.quote(grams=250, country="DE")
    except ValueError as failure:
        answer = type(failure).__name__
    return {"answer": answer, "called": called}


def tracking(*places):
    return manager(*map(Knowing, places)).hook.track(parcel=1)


if __name__ == "__main__":
    for plugin in "FewerArguments", "UnknownArgument", "MisspeltName":
        print(plugin, registering(plugin), "| check_pending:", end=" ")
        print("-" if plugin == "UnknownArgument" else checking_pending(plugin))
    print("called in the order:", quotes("First", "Swift", "FewerArguments", "Last"))
    print("one of three raises:", quotes("Swift", "Raising", "FewerArguments"))
