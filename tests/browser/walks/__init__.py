"""The walks through the pages. Each is a test of its own."""
