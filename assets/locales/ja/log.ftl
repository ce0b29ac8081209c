# One line that logs an encounter.
log-line = 何がありましたか
log-hint = 昨日田中さんと喫茶店で軸受の話、2週間後に見直し
log-help = だれと、いつ、どこで、何について、もらったもの、次にすること。Enterで保存します。
log-chip-tip = 変更：{ $part }
log-no-day = 「{ $text }」：存在しない日付です
log-minutes = { $count }分
log-assumed = （仮）
log-which = 「{ $name }」はどの人ですか？
log-nobody = 「{ $name }」という人はブックにいません。
log-add-person = 「{ $name }」を追加
log-leave-out = 人ではない（メモに残す）
log-new-person = 新規：{ $name }
log-question = 先に「{ $name }」がだれか選んでください。
log-is-plan = この日はまだ先なので、リマインダーになります。
log-save-plan = リマインダーを追加
log-plan-needs-known = リマインダーにはブックにいる人が必要です。先に追加してください。

## コマンドライン

log-cli-logged = 記録しました：
log-cli-reminded = まだ先の日なので、リマインダーを追加しました：
log-cli-would-log = 次のように記録します：
log-cli-would-remind = まだ先の日なので、次のリマインダーを追加します：
log-cli-which = 何も変更していません。だれかは --with で指定してください。
log-cli-unknown = 「{ $name }」という人はブックにいません。何も変更していません。--add-people を付けると、やりとりと一緒に追加します。
log-cli-no-day = 「{ $text }」という日はありません。何も変更していません。
log-cli-nobody = 行に人の名前がありません。何も変更していません。だれかは --with で指定してください。
