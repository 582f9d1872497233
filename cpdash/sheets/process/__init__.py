"""Reading a file in a process of its own, with limits on what that may use."""
