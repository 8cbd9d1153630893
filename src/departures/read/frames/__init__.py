"""Frames: what a sentence tells, put together from the mentions that stand in it."""
