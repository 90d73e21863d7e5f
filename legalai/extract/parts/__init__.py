"""What a file is made of besides the body of its contract: schedules, and other documents bound in with it."""
