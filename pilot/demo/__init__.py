"""The demo: invented people with a believable history, made as the pages would make it.

Each capability has a module of its own here with one function, called by `seed_demo`; it draws from
a random number generator of its own, so that adding one leaves what the others tell as it was.
"""
