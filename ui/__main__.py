"""`python -m ui` from a checkout is the command `quintet`."""

import sys

from ui.cli import main

sys.exit(main())
