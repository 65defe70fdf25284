"""What in a CV would run, fetch or carry something else: found by its structure, whatever its parts are called."""
