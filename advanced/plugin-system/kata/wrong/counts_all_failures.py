# caught by: failures in a row disable a plug-in, and an answer ends the streak
# A plug-in that fails once in a thousand calls is disabled after a few thousand.


class Host(Host):
    def call(self, plugin, parcel):
        before = plugin.failures
        outcome = super().call(plugin, parcel)
        if outcome[1] == "answered":
            plugin.failures = before
        return outcome
