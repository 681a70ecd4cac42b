"""What the browser loads: Python as one small bundle of bytecode, and our scripts, all from our own site."""
