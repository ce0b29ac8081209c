//! The system's own notifications: over the local session bus on Linux, as toasts on Windows, through the notification
//! centre on macOS.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use notify_rust::{Notification, NotificationResponse};

use super::{Note, Notifier};

/// How long the system may take to say that it shows something. A desktop that hangs must not hold a worker.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many notifications are waited for at a time, to hear of a click. Each takes a sleeping thread.
const MOST_WAITING: usize = 8;

/// The real desktop.
#[derive(Debug, Default)]
pub struct Desktop {
    waiting: Arc<AtomicUsize>,
}

impl Notifier for Desktop {
    fn show(&self, note: &Note, clicked: Arc<dyn Fn() + Send + Sync>) -> Result<(), String> {
        let mut notification = Notification::new();
        notification.appname("Cardloom").summary(&note.title).body(&body(&note.body)).icon("cardloom");
        let waits = self.waiting.load(Ordering::Relaxed) < MOST_WAITING;
        if waits {
            // What a click on it means, where the system has no button for it.
            notification.action("default", &note.open);
        }
        let (answer, answered) = mpsc::channel();
        let waiting = Arc::clone(&self.waiting);
        let thread = std::thread::Builder::new().name("cardloom-reminder".to_owned());
        let spawned = thread.spawn(move || {
            let shown = notification.show();
            let sent = answer.send(shown.as_ref().map(|_| ()).map_err(ToString::to_string));
            let Ok(handle) = shown else { return };
            if sent.is_ok() && waits {
                waiting.fetch_add(1, Ordering::Relaxed);
                let heard = handle.wait_for_response(move |response: &NotificationResponse| {
                    if matches!(response, NotificationResponse::Default | NotificationResponse::Action(_)) {
                        clicked();
                    }
                });
                // Nobody clicks any more when the desktop has gone.
                drop(heard);
                waiting.fetch_sub(1, Ordering::Relaxed);
            }
        });
        spawned.map_err(|error| error.to_string())?;
        // A thread that fails before it answers hangs up.
        answered.recv_timeout(PATIENCE).map_err(|error| error.to_string())?
    }
}

/// On Linux the body may have markup, so that signs of names have to be written differently.
fn body(text: &str) -> String {
    if cfg!(all(unix, not(target_os = "macos"))) {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    } else {
        text.to_owned()
    }
}
