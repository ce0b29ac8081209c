### Networks as files: pictures and files of other programs, out and in.

## Export

graphs-export-action = Export the network …
graphs-export-title = Export the network
graphs-export-what = What
graphs-export-view = What the view shows
graphs-export-whole = Everybody
graphs-export-as = As
graphs-export-svg-hint = Lines and letters for print and for drawing programs.
graphs-export-png-hint = A picture for slides and messages.
graphs-export-graphml-hint = For yEd, networkx, Gephi. Comes back into Cardloom as it was.
graphs-export-gexf-hint = For Gephi, with places, colours and days. Comes back into Cardloom as it was.
graphs-export-dot-hint = For Graphviz, with places.
graphs-export-edges-hint = A table of the ties for spreadsheets and Kumu. People without a tie are not in it.
graphs-export-json-hint = Node-link JSON for networkx and web pages.
graphs-export-page = Paper
graphs-export-letters = Letters
graphs-export-letters-text = As text
graphs-export-letters-outlines = As outlines
graphs-export-letters-hint = Outlines look the same everywhere and become a PDF without any font; text can be searched and edited.
graphs-export-legend = Legend
graphs-export-reach = E-mail addresses and phone numbers too
graphs-export-reach-hint = Names, organizations, circles and tags leave in any case. Addresses and numbers typed into notes are left out.
graphs-export-picture-hint = Names and circles leave; addresses and numbers do not.
graphs-export-go = Export …
graphs-export-kind = Network as { $format }
graphs-export-file = network

## On a picture

graphs-picture = Network, { $day }
graphs-picture-of = Network of { $name }, { $day }
graphs-picture-too-large = The picture would have { $width } × { $height } pixels, and that is too many. Take smaller paper or fewer pixels to the inch. Nothing was written.
graphs-picture-failed = The picture could not be made: { $detail }. Nothing was written.

## Taking networks in

graphs-undo-take-in = take in a network ({ $people }, { $ties })
graphs-import-action = Take in a network file …
graphs-import-title = Choose a network file
graphs-import-kind = Network files
graphs-import-from = Take in the network of { $file }
graphs-import-hint = Nothing is written before you press the button, and one Undo takes all of it back.
graphs-import-new = New people
graphs-import-known = In the book already
graphs-import-ties = New ties
graphs-import-work = Places of work
graphs-import-left = Left out
graphs-import-same = Recognised by name. Untick who is somebody else.
graphs-import-same-id = Recognised by id, for the file is from Cardloom. Untick who is somebody else.
# A line of the list: the name in the file and the person of the book.
graphs-import-is = { $name } is { $person }
graphs-import-some-new = Some of those who would be new
graphs-import-places = Put people where the file has them
graphs-import-notes = What is left out, and why
graphs-import-take =
    { $people ->
        [one] Take in { $people } person
       *[other] Take in { $people } people
    }
graphs-import-take-ties = Take in
graphs-import-nothing = { $file }: everything in it is in the book already, or nothing of it can be taken in.
graphs-import-one = Only { $file } was read. Take the others in one after another.
graphs-reading = Reading the network
graphs-taking-in = Taking the network in

## About a file. $file is its name.

graphs-in = { $file }: { $words }
graphs-first = (the first in line { $line })
graphs-guessed = { $file }: the file does not say its character set; it was read as { $charset }. If names look wrong, save it as UTF-8 and take it in again.
graphs-endless =
    { $count ->
        [one] { $count } tie ends at somebody who is not in the file { $first } and was left out. Add the person there to keep it.
       *[other] { $count } ties end at somebody who is not in the file { $first } and were left out. Add the people there to keep them.
    }
graphs-loops =
    { $count ->
        [one] { $count } tie of somebody with themselves { $first } was left out.
       *[other] { $count } ties of somebody with themselves { $first } were left out.
    }
graphs-duplicates =
    { $count ->
        [one] { $count } tie is there twice { $first }; it counts once.
       *[other] { $count } ties are there twice { $first }; they count once.
    }
graphs-hyperedges =
    { $count ->
        [one] { $count } tie between more than two { $first } was left out. Write it as ties of two.
       *[other] { $count } ties between more than two { $first } were left out. Write them as ties of two.
    }
graphs-nameless =
    { $count ->
        [one] { $count } entry without a name or without both ends { $first } was left out.
       *[other] { $count } entries without a name or without both ends { $first } were left out.
    }
graphs-places =
    { $count ->
        [one] { $count } coordinate is no number { $first }; whoever it belongs to gets another place.
       *[other] { $count } coordinates are no numbers { $first }; whoever they belong to gets another place.
    }
graphs-days =
    { $count ->
        [one] { $count } day could not be read { $first } and was left out. Write it like 2025-05-31.
       *[other] { $count } days could not be read { $first } and were left out. Write them like 2025-05-31.
    }
graphs-known =
    { $count ->
        [one] { $count } tie is in the book already.
       *[other] { $count } ties are in the book already.
    }
graphs-with-me =
    { $count ->
        [one] { $count } tie with you was left out: your own ties come from cards and meetings.
       *[other] { $count } ties with you were left out: your own ties come from cards and meetings.
    }
graphs-derived =
    { $count ->
        [one] { $count } line for a shared event, organization or meeting was left out: these come from the records of the book.
       *[other] { $count } lines for shared events, organizations or meetings were left out: these come from the records of the book.
    }
graphs-pointless =
    { $count ->
        [one] { $count } tie joins nobody with somebody else, or two organizations, and was left out.
       *[other] { $count } ties join nobody with somebody else, or two organizations, and were left out.
    }
graphs-ambiguous =
    { $count ->
        [one] { $count } name belongs to several people of the book; the person comes in as new. Join them afterwards under “People who may be in the book twice”.
       *[other] { $count } names belong to several people of the book; these come in as new. Join them afterwards under “People who may be in the book twice”.
    }
graphs-too-large = { $file } is larger than { $limit } MB. Nothing was taken in. Filter the network in the other program and export a part of it.
graphs-empty = { $file } is empty. Nothing was taken in. Export it again.
graphs-packed = { $file } is packed (an archive or a spreadsheet). Nothing was taken in. Unpack it, or save the table as CSV, and take that in.
graphs-not-a-network = { $file } holds no network that Cardloom can read: GraphML, GEXF, DOT, GML, JSON with nodes and links, or a table of ties. Nothing was taken in.
graphs-no-ends = { $file } is a table (CSV), but no network: its first row does not name the columns “source” and “target” (or “from” and “to”). Nothing was taken in. Name them so and take it in again; lists of people cannot be taken in yet.
graphs-too-many-nodes = { $file } has more than { $limit } people. Nothing was taken in. Filter the network in the other program and export a part of it.
graphs-too-many-edges = { $file } has more than { $limit } ties. Nothing was taken in. Filter the network in the other program and export a part of it.
graphs-broken = { $file }, line { $line }: this is no { $form } any more. Nothing was taken in. The file may be cut off; export it again.
graphs-entities = { $file }, line { $line }: the file declares entities of its own, with which a small file can become an endless one. Nothing was taken in. Export it again from the program that made it.
graphs-too-deep = { $file }, line { $line }: nested too deep for a network. Nothing was taken in.
graphs-charset = { $file } says that it is written in “{ $charset }”, which is not known. Nothing was taken in. Save it as UTF-8.

## Command line

graphs-cli-done = { $file }: { $people } new, { $known } already in the book, { $ties } added.
graphs-cli-would = { $file }: { $people } new, { $known } already in the book, { $ties } would be added. Nothing was written.
graphs-cli-only = { $option } is for { $formats }. Nothing was written.
graphs-cli-page = “{ $text }” is no size of paper. Write a4, a3, a2, letter, tabloid, or width by height in millimetres such as 400x300.
graphs-cli-dpi = So many pixels to the inch are not possible. Take 20 to 1,200.
