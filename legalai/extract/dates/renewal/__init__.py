"""How a contract renews, and what the law and the other side must tell before it does."""
