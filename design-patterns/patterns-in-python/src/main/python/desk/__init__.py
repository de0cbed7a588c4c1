"""A desk that takes orders: a domain that knows no database, and adapters that know one each."""
