//! Memory that is free goes back to the system when the program comes to rest.
//!
//! The allocator keeps what was let go, to have it at hand for the next one who asks, and gives it back while others ask. After a book
//! was opened nobody asks any more, and a quarter of what the program holds would be kept for nothing.

/// Has a thread give back what is free; nothing happens where the allocator is another one, as in tests.
pub(super) fn give_back() {
    // Without a thread for it, memory stays where it is.
    drop(std::thread::Builder::new().name("memory".to_owned()).spawn(collect));
}

#[expect(unsafe_code, reason = "the allocator offers it to C only")]
fn collect() {
    // SAFETY: it may be called by any thread at any time; it frees only pages in which nothing lives.
    unsafe { libmimalloc_sys::mi_collect(true) }
}
