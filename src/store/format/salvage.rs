//! x
use super::Origin;
use crate::model::Book;
use crate::store::error::OpenProblem;
/// x
#[derive(Debug, Clone)]
pub struct Aside {
    /// x
    pub line: usize,
    /// x
    pub text: String,
    /// x
    pub why: OpenProblem,
}
/// x
#[derive(Debug, Clone, Default)]
pub struct Salvaged {
    /// x
    pub book: Book,
    /// x
    pub aside: Vec<Aside>,
    /// x
    pub origin: Option<Origin>,
    /// x
    pub version: Option<u32>,
}
/// x
pub fn salvage(_bytes: &[u8]) -> Salvaged {
    Salvaged::default()
}
/// x
pub(super) fn survey(_bytes: &[u8]) -> (Vec<usize>, usize) {
    (Vec::new(), 0)
}
