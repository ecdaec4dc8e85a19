"""What the words of the desk mean: frozen values and rules, standard library only."""
