"""From an older format of the files of a livret to the newest, one step a module."""
