"""The first factory names the base class, and so passes its sibling and its own class by."""

Audited.load = Named.__dict__["load"]
