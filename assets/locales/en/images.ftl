## A picture whose file is lost

images-missing = Picture missing
images-altered = Picture altered
images-unreadable = Picture unreadable
images-find = Find the picture …
images-find-title = Where is this picture?
images-looking = Looking at the picture
images-found = The picture is back.
images-other-title = This is another picture
# $file is the name of the file that was chosen.
images-other-words = “{ $file }” holds another picture than the one that is missing. It can take its place; Undo brings the old entry back.
images-other-use = Use this picture
images-other-choose = Choose another file
images-other-picture = This file holds another picture than the one that is missing. Finish what you are typing, then choose it once more.
