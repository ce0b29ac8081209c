## A picture whose file is lost

images-missing = 画像がありません
images-altered = 画像が書き換えられています
images-unreadable = 画像を読めません
images-find = 画像を探す…
images-find-title = この画像はどこにありますか
images-looking = 画像を確認しています
images-found = 画像が元に戻りました。
images-other-title = 別の画像です
# $file is the name of the file that was chosen.
images-other-words = 「{ $file }」は、見つからない画像とは別の画像です。代わりに使うことができます。「元に戻す」で以前の記録に戻せます。
images-other-use = この画像を使う
images-other-choose = 別のファイルを選ぶ
images-other-picture = このファイルは、見つからない画像とは別の画像です。入力を終えてから、もう一度選んでください。
