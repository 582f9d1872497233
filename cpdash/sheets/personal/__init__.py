"""Lists with a row a child, which are refused."""
