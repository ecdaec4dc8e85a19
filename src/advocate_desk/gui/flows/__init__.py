"""What the actions of one part of the work do: dialogs in, verbs of the desk out."""
