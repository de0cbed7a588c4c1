# caught by: whatever a plug-in raises is its failure, and the others are called
# SystemExit is no Exception: one plug-in that was a script once ends the shop.


class Host(Host):
    def call(self, plugin, parcel):
        try:
            answer = plugin.quote(parcel)
        except Exception as failure:
            plugin.failures += 1
            return plugin.name, "failed", failure
        plugin.failures = 0
        return plugin.name, "answered", answer
