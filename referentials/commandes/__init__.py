"""What the command line of the data does, a module a command."""
