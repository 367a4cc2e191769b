"""A reader for news briefings in the terminal: articles, the names in them, and the facts they tell."""

from typing import Final

__version__: Final = "0.1.0"
