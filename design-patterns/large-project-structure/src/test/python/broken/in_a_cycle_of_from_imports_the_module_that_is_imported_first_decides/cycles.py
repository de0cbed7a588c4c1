# Somebody tidies up: the import goes from the function to the top of the file.

FORMS["in a function"] = FORMS["from"]
