"""The failure that a user can act on."""


class BriefingError(Exception):
    """Something the user can mend: `message` says what and where, `hint` what to do.

    `status` is the exit status it leads to: 2 for wrong use, 1 for what could not be done.
    """

    def __init__(self, message: str, *, hint: str = "", status: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.status = status

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message
