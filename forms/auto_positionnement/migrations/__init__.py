"""From an older format of the files of an auto-positionnement to the newest, one step a module."""
