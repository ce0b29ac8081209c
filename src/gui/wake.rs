//! When the window draws what workers have brought.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Wake, Waker};
use std::time::Duration;

use eframe::egui;

/// What workers bring within this time is shown in one frame: twenty thumbnails are not worth twenty frames where the
/// processor draws them.
const TOGETHER: Duration = Duration::from_millis(20);

/// So long is waited for the last of the pictures that are seen.
const TOGETHER_PICTURES: Duration = Duration::from_millis(80);

/// Wakes the window when workers have brought something.
struct Repaint {
    ctx: egui::Context,
    /// How many pictures that are seen are still to come, about.
    pictures: Arc<AtomicUsize>,
}

impl Wake for Repaint {
    fn wake(self: Arc<Self>) {
        let one_less = |left: usize| left.checked_sub(1);
        let before = self.pictures.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less);
        let more = before.is_ok_and(|before| before > 1);
        self.ctx.request_repaint_after(if more { TOGETHER_PICTURES } else { TOGETHER });
    }
}

/// Makes what workers call when they have brought something. `pictures` holds how many pictures that are seen are still to
/// come.
pub(super) fn waker(ctx: &egui::Context, pictures: Arc<AtomicUsize>) -> Waker {
    Waker::from(Arc::new(Repaint { ctx: ctx.clone(), pictures }))
}
