"""The parts of `deploy.py`. Each module is about one thing: the configuration, the packages, the
code bucket, the stack, the operator's state folder, and what is told on the way."""
