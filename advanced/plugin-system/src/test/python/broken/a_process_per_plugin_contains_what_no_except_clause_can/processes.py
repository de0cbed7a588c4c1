# It believes whatever comes through the pipe.


class Carrier(Carrier):
    def quote(self, seconds, **parcel):
        said = super().quote(seconds, **parcel)
        return int(said.split("'")[1]) if "no cents" in str(said) else said
