cli-about = Visitenkarten, aus denen Beziehungen werden
