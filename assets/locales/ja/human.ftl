## 人が先：会う前、電話の前、手紙の前に思い出したいこと。

human-action = 会う前に
human-action-hint = 家族、趣味、前回の話題、約束をひと目で
human-before-meeting = { $name }さんに会う前に
human-before-call = { $name }さんに電話する前に
human-before-mail = { $name }さんに書く前に
human-before-event = 「{ $title }」の前に
human-at = { $words }（{ $time }）
human-hobbies = 趣味
human-interests = 関心事
human-mine = 自分の約束
human-theirs = 相手の約束
human-they-introduce = { $a }さんと{ $b }さんを引き合わせる
human-they-referred = { $name }さんと引き合わせてくれる
human-empty = まだ人柄について何も書かれていません。朝食は何でしたか。好きなことは。ご家族は。
human-fill = 書きとめる
human-section = 人が先
human-setting = 電話やメールの前に人柄を表示する
human-setting-hint = 家族、趣味、話のきっかけなどが書かれているとき、電話とメールのボタンはまずそれを表示します。
