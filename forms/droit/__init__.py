"""What the national law says of a certification, to somebody, on a day: chosen, and put into words.  Not in the browser."""
