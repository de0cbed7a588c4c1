# caught by: a batch is full when the next event does not fit
