//! Faults that are really injected: kills, power cuts, full and broken disks, other programs on the same file.
//!
//! What must hold, whatever happens: I1 – at every instant the book on the disk opens and is a state that was once
//! shown as saved, or the one just being saved; I2 – "saved" is said only after file and folder were synced; I3 – what
//! does not open is never overwritten. `docs/reliability.md` lists every fault with its test.
//!
//! Runs the program `examples/fault_driver.rs` and takes it by the throat with strace, kill, mounts in a user
//! namespace and a memory limit. The short form runs with all other tests; `scripts/fault-test` runs the long form.
//! A part whose tool is missing says so and passes, except under `CI` for strace. Start reading at [`rig`].
#![cfg(target_os = "linux")]

mod rig;
mod tracing;
mod kills;
mod model;
mod power;
mod errors;
mod disks;

mod others;
mod surroundings;
