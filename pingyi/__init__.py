"""评议 Pingyi: the yearly review of Party secretaries, self-hosted."""

VERSION = "0.1.0"
