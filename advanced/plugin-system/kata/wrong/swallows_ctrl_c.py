# caught by: KeyboardInterrupt goes on to the caller, and counts as no failure
# Everything is caught: Ctrl-C now disables the plug-in that happens to run, and stops nothing.


class Host(Host):
    def call(self, plugin, parcel):
        try:
            answer = plugin.quote(parcel)
        except BaseException as failure:
            plugin.failures += 1
            return plugin.name, "failed", failure
        plugin.failures = 0
        return plugin.name, "answered", answer
