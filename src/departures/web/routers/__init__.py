"""Addresses and what answers at them: `pages` for people, `api` for programs."""
