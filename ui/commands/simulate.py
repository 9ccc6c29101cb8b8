"""`quintet simulate`: the simulated devices, as the simulator itself runs them."""

from app.simulator.command import add_arguments, run

__all__ = ["add_arguments", "run"]
