//! The `cardloom` binary: arguments go to the command line or to the window.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {}
