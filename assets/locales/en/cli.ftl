cli-about = Business cards that become relationships
