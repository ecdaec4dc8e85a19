"""Measured speeds, beside named peers."""
