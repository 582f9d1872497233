"""What the sheets of a file say. Plain Python, so that it can run in a process of its own."""
