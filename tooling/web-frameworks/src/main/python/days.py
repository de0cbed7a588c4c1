"""What it costs to build, in days of work, what a framework does not bring: an estimate."""

FRAMEWORKS = ["bare", "Flask", "FastAPI", "Django"]

NO = None  # not to be had, with the versions of this folder

DAYS = {
    "routes and errors": (4, 1, 1, 1),  # everybody needs them
    "staff edit the data": (30, 12, 14, 0),
    "accounts and permissions": (20, 8, 9, 0),
    "the data model changes": (8, 4, 4, 0),
    "pages with forms": (12, 2, 6, 0),
    "JSON is checked": (8, 4, 0, 4),
    "partners read OpenAPI": (15, 6, 0, 6),
    "connections stay open": (NO, NO, 0, 6),
    "it runs inside the JVM": (0, 0, NO, 0),
    "no dependency": (0, NO, NO, NO),
    "it is one small file": (0, 0, 2, 4),
}


if __name__ == "__main__":
    for need, days in DAYS.items():
        print(f"{need}:", dict(zip(FRAMEWORKS, days, strict=True)))
