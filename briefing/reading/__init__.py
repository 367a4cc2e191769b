"""The state of the screen and its steps: pure values that the terminal only draws."""
