referrals-title = Empfehlungen
