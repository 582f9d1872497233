"""What a text says: dates, numbers, marks, labels, titles."""
