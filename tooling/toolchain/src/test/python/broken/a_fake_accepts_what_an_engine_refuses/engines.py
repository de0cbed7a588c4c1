"""A fake that knows about keys."""


class Careful(Fake):
    def execute(self, statement):
        keys = [row.split(",")[0] for row in self.rows]
        if statement.split(",")[0] in keys:
            raise sqlite3.IntegrityError(statement)
        super().execute(statement)


ENGINES["fake"] = Careful
