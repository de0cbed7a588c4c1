# caught by: the example of the task holds
