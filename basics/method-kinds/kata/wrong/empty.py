# caught by: a plain event comes from the wire and goes back
