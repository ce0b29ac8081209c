//! Rules of the book that several edits share.
