# caught by: the example of the task holds
# Who is asked first depends on who was imported first.


class Host(Host):
    def in_order(self):
        return sorted(self.plugins.values(), key=lambda plugin: -plugin.priority)
