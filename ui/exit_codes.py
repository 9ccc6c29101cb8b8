"""How a command ends, for whoever started it. Imports nothing: every command can say it before it does anything."""

EXIT_OK = 0
EXIT_FAILED = 1  # a check failed: a device never opened, a ledger that does not add up
EXIT_USAGE = 2  # bad usage or a bad session
