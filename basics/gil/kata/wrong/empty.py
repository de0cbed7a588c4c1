# caught by: the examples of the task hold
