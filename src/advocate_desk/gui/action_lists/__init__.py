"""The lines of the table of actions, one module for each part of the work."""
