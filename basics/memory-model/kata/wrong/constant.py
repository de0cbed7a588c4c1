# caught by: the example of the task holds


class Connections:
    def __init__(self, connect, limit):
        pass

    def get(self, name):
        return None

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        pass
