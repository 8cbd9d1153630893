"""The rules, one module for each question; importing a module registers its rules."""
