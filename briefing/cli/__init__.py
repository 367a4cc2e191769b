"""The command line: arguments in, the screen or printed lines out."""

from briefing.cli.program import main

__all__ = ["main"]
