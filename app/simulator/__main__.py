"""`python -m app.simulator`: the same as `quintet simulate`."""

import sys

from app.simulator.command import main

if __name__ == "__main__":
    sys.exit(main())
