"""The words of the closed vocabularies, in the language of the window."""

from advocate_desk.model.words import language_word, own_name, word

__all__ = ["language_word", "own_name", "word"]
