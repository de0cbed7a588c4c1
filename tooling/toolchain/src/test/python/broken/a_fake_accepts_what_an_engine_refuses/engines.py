"""A fake that knows about keys."""


class Careful(Fake):
    def execute(self, statement):
        before = len(self.rows)
        super().execute(statement)
        if len(self.rows) == before:
            raise sqlite3.IntegrityError(statement)


ENGINES["fake"] = Careful
