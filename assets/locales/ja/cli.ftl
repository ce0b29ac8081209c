cli-about = 名刺から始まる関係づくり
