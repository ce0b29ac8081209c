## What the user did, as it follows “Undo: ”. Names are those of people unless said otherwise.

edits-add-cards =
    { $count ->
       *[other] 名刺{ $count }枚を追加
    }
edits-name-card = { $name }さんの名刺に名前を付ける
edits-add-card-to = { $name }さんの名刺を追加
edits-add-back = { $name }さんの名刺の裏面を追加
edits-add-back-unnamed = 名刺の裏面を追加
edits-change-card = { $name }さんの名刺を変更
edits-change-card-unnamed = 名刺の山の1枚を変更
edits-remove-card = { $name }さんの名刺を削除
edits-remove-card-unnamed = 名刺の山から1枚を削除
edits-unfile-card = { $name }さんの名刺を山に戻す
edits-unfile-card-unnamed = 名刺を山に戻す
edits-add-contact = { $name }さんを追加
edits-change-contact = { $name }さんの情報を変更
edits-archive = { $name }さんをアーカイブ
edits-restore = { $name }さんをアーカイブから戻す
edits-delete-contact = { $name }さんを削除
edits-record-impression = { $name }さんの印象を記入
edits-record-impression-unnamed = 名刺の裏に印象を記入
# $name is an organization.
edits-rename-organization = 組織の名前を「{ $name }」に変更
# $title is an event.
edits-add-event = イベント「{ $title }」を追加
edits-change-event = イベント「{ $title }」を変更
edits-move-event = 「{ $title }」を{ $day }に移動
edits-remove-event = イベント「{ $title }」を削除
edits-log-encounter = { $name }さんとのやり取りを記録
edits-change-encounter = { $name }さんとのやり取りを変更
edits-remove-encounter = { $name }さんとのやり取りを削除
edits-add-relationship = { $name }さんと{ $other }さんの関係を追加
edits-remove-relationship = { $name }さんと{ $other }さんの関係を削除
edits-add-introduction = { $name }さんと{ $other }さんの紹介を記録
edits-change-introduction = { $name }さんと{ $other }さんの紹介を変更
edits-remove-introduction = { $name }さんと{ $other }さんの紹介を削除
# Somebody was introduced to the owner of the book.
edits-add-introduction-to-me = { $name }さんを紹介されたことを記録
edits-change-introduction-to-me = { $name }さんを紹介されたことを変更
edits-remove-introduction-to-me = { $name }さんを紹介されたことを削除
edits-pass-on = { $name }さんの名刺を{ $other }さんに渡す
# Somebody pointed the owner of the book to $name.
edits-pass-on-to-me = { $name }さんへの紹介情報を記録
# $state is one of the states of a referral, as a label.
edits-advance-referral = { $name }さんの紹介を「{ $state }」に変更
edits-tell-owner = { $name }さんへの報告を記録
edits-change-referral = { $name }さんの紹介を変更
edits-remove-referral = { $name }さんの紹介を削除
edits-review = { $name }さんを見直し
# $what is one of the follow-ups below.
edits-add-follow-up = { $what }を追加
edits-change-follow-up = { $what }を変更
edits-move-follow-up = { $what }を{ $day }に移動
edits-move-follow-ups =
    { $count ->
       *[other] リマインダー{ $count }件を{ $day }に移動
    }
edits-complete-follow-up = { $what }を完了にする
edits-reopen-follow-up = { $what }を未完了に戻す
edits-drop-follow-up = { $what }を取りやめ
edits-remove-follow-up = { $what }を削除

## A follow-up inside one of the sentences above

edits-what-thanks = { $name }さんへのお礼
edits-what-review = { $name }さんの30日後の見直し
edits-what-call = { $name }さんへの電話
edits-what-message = { $name }さんへのメッセージ
edits-what-meet = { $name }さんとの面会
edits-what-tell-owner = { $name }さんへの報告
edits-what-introduce = { $name }さんの紹介
edits-what-amends = { $name }さんへの埋め合わせ
edits-what-birthday = { $name }さんの誕生日
# $name is of people, or in the user's words what is to be done.
edits-what-other = リマインダー「{ $name }」
edits-what-unnamed = リマインダー

## Circles, network, book

# $name is a circle.
edits-add-circle = サークル「{ $name }」を追加
edits-change-circle = サークル「{ $name }」を変更
edits-remove-circle = サークル「{ $name }」を削除
edits-set-circle = 「{ $name }」のメンバーを変更
edits-pin = { $name }さんの位置を変更
edits-arrange = つながりの図を整列
edits-change-book = ブックの情報を変更
edits-import =
    { $count ->
       *[other] { $count }件を取り込む
    }
edits-load-demo = デモ用の人脈を読み込む
edits-clear-demo = デモネットワークを削除
edits-merge =
    { $count ->
       *[other] 外部での変更{ $count }件を取り込む
    }
edits-resolve-conflict = { $name }の2つの値から選ぶ
edits-take-back = { $name }の以前の状態を戻す
edits-take-back-all = 名刺帳全体を以前の状態に戻す
edits-mend-links =
    { $count ->
       *[other] 存在しない項目への参照{ $count }件を外す
    }
