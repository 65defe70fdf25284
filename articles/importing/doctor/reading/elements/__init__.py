"""The elements that HTML has, each with the module that knows what it becomes."""
