"""Whether the Khmer and the English of a block say the same, as far as a rule can see."""
