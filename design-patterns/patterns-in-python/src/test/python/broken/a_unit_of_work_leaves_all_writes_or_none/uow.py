"""It commits whatever has happened in the block."""


class UnitOfWork(UnitOfWork):
    def __exit__(self, kind, error, trace):
        return super().__exit__(None, None, None)
