# Bringing pictures in: what can be wrong with one, and what to do about it.
# file: name of the file. limit: whole megabytes or megapixels. format: JPEG, PNG, …

import-scan-empty = “{ $file }” is empty. Nothing was added, the file is unchanged. Scan or copy the card again.
import-scan-not-an-image = { $kind ->
    [pdf] “{ $file }” is a PDF, not a picture. Nothing was added, the file is unchanged. Save the page as PNG or JPEG and add that.
    [heic] “{ $file }” is a HEIC photo, which cannot be read here. Nothing was added, the file is unchanged. Save it as JPEG and add that; on an iPhone, choose “Most Compatible” under Camera > Formats.
    [vcard] “{ $file }” holds contacts, not a picture. Nothing was added, the file is unchanged. Import it as contacts instead.
    [film] “{ $file }” is a film, not a picture. Nothing was added, the file is unchanged. Take a photo of the card and add that.
    [archive] “{ $file }” is a packed file, not a picture. Nothing was added, the file is unchanged. Unpack it and add the pictures inside.
    [text] “{ $file }” holds text, not a picture. Nothing was added, the file is unchanged. Choose a JPEG, PNG, WebP, TIFF, BMP or GIF file.
   *[other] “{ $file }” is not a picture that can be read here. Nothing was added, the file is unchanged. Save it as JPEG or PNG and add that.
}
import-scan-too-many-bytes = “{ $file }” is larger than { $limit } MB. Nothing was added, the file is unchanged. Save it smaller, for instance as JPEG, and add that.
import-scan-too-many-pixels = “{ $file }” has { $width } × { $height } pixels, more than can be shown (up to { $limit } megapixels). Nothing was added, the file is unchanged. Scan at a lower resolution; 600 dpi is plenty.
import-scan-no-pixels = “{ $file }” holds a picture without any pixels. Nothing was added, the file is unchanged. Scan the card again.
import-scan-truncated = “{ $file }” ends in the middle of the picture, as after an unfinished copy or download. Nothing was added, the file is unchanged. Copy it again from where it came from.
import-scan-unsupported = “{ $file }” is a kind of { $format } that cannot be read here. Nothing was added, the file is unchanged. Save it again as JPEG or PNG and add that.
import-scan-unreadable = “{ $file }” is damaged and cannot be shown ({ $format }). Nothing was added, the file is unchanged. Copy it again from where it came from, or scan the card again.

import-file-not-found = “{ $file }” is no longer there. Nothing was added. Check whether it was moved, and choose it again.
import-file-not-a-file = “{ $file }” is not a file that can be read. Nothing was added. Choose a picture or a folder of pictures.
import-file-no-permission = “{ $file }” may not be read by this account. Nothing was added, the file is unchanged. Allow reading, or copy it elsewhere, and try again.
import-file-read = “{ $file }” could not be read: { $reason }. Nothing was added, the file is unchanged. Try again, or copy it to this computer first.
import-folder-too-many = “{ $file }” holds more than { $limit } pictures. The first { $limit } were taken. Add the rest from its subfolders.

## The panel

import-panel-title = { $count ->
    [one] Taking in { $count } scan
   *[other] Taking in { $count } scans
}
import-problems-title = { $count ->
    [one] { $count } scan was not taken in
   *[other] { $count } scans were not taken in
}
import-reading = Looking at the files
import-pasted = Pasted picture

import-left-out = { $count ->
    [one] { $count } scan was not added. Drop it again to add it.
   *[other] { $count } scans were not added. Drop them again to add them.
}
