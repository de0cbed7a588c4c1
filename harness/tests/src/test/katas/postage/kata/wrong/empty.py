# caught by: the examples hold
