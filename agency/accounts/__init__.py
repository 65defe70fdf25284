"""Staff's accounts: signing in with a second factor, sessions and how they end, invitations, forgotten passwords, who may change whom."""
