"""Benchmarks that compare in one run: `python3 run.py bench NAME`."""
