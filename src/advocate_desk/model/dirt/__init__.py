"""Dirt: what slips into texts and names while they are typed, pasted and joined."""
