"""How does a large site move in? Run it with `make moving-in-test`; docs/moving-in.md tells what it came to.

An old site of many posts and pictures is moved in by the command: once in one go, and once while the command is killed at
random places and called again each time. Both must leave the same behind. POSTS, PICTURES and KILLS are how many.
"""
