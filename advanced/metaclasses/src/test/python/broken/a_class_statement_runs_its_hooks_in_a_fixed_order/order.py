"""The base class's hook is called by hand, before the class is made."""


class Log(Log):
    def hooks(self):
        meta, channel, field = super().hooks()

        class Early(meta):
            def __new__(mcs, name, bases, namespace, **keywords):
                made = type.__new__(mcs, name, bases, namespace, **keywords)
                self.note("__new__ begins", keywords)
                self.note("__new__ ends")
                return made

        return Early, channel, field
