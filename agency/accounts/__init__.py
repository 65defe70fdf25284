"""Staff's accounts: signing in with a second factor, sessions and how they end, forgotten passwords, who may change whom."""
