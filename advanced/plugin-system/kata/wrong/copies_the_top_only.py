# caught by: what a plug-in does to its parcel nobody else sees
# A copy of a dict shares the dicts and lists in it.


class Host(Host):
    def ask(self, parcel):
        enabled = [plugin for plugin in self.in_order() if not self.is_disabled(plugin)]
        return [self.call(plugin, dict(parcel)) for plugin in enabled]
