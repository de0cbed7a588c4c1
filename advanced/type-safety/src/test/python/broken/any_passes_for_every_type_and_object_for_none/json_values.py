"""What comes out of JSON is an int before it is passed on."""


def passed_on(text):
    return three_times(int(json.loads(text)["quantity"]))


WAYS["passed_on"] = passed_on
