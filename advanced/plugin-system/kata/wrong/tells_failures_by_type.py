# caught by: an exception that is returned is an answer
# An exception object in an answer is taken for one that was raised.


class Host(Host):
    def call(self, plugin, parcel):
        try:
            value = plugin.quote(parcel)
        except KeyboardInterrupt:
            raise
        except BaseException as failure:
            value = failure
        if isinstance(value, BaseException):
            plugin.failures += 1
            return plugin.name, "failed", value
        plugin.failures = 0
        return plugin.name, "answered", value
