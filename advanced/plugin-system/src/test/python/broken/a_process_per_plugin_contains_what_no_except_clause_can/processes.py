# It believes whatever comes through the pipe.

strict = meaning


def meaning(reply):
    said = strict(reply)
    return int(json.loads(reply)["answer"]) if '"490"' in str(said) else said
