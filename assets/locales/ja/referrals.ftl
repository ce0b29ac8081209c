referrals-title = 紹介
