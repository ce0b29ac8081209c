use cardloom::demo::{DemoSpec, ImagePlan, make_book};
use std::path::PathBuf;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap();
    let dir = PathBuf::from("/tmp/cal/book");
    let path = dir.join("book.ron");
    if !path.exists() {
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::create_dir_all(dir.join("attachments")).unwrap();
        let to = cardloom::store::Attachments::beside(&path);
        let spec = DemoSpec { contacts: 250, seed: 7, today, images: ImagePlan::Newest(60) };
        let book = make_book::<std::io::Error>(&spec, &mut |_, _| Ok(()), &mut |a, png| {
            let p = to.path(a).unwrap_or_else(|| dir.join("attachments").join(a.file_name()));
            if let Some(d) = p.parent() { std::fs::create_dir_all(d)?; }
            std::fs::write(p, png)
        }).map_err(|_| "demo").unwrap();
        let _ = cardloom::store::Store::create(&path, &book);
    }
    // view size scale dark locale out [select]
    for spec in args[1..].iter() {
        let f: Vec<&str> = spec.split(',').collect();
        let (w, h) = f[1].split_once('x').unwrap();
        let spec = cardloom::gui::render::RenderSpec {
            view: f[0].to_owned(), book: Some(path.clone()), size: [w.parse().unwrap(), h.parse().unwrap()], scale: 1.0,
            dark: f[2] == "dark", locale: cardloom::text::Locale::from_tag(f[3]).unwrap(), select: f.get(4).map(|s| (*s).to_owned()), today,
        };
        let image = cardloom::gui::render::render(&spec).map_err(|e| e.to_string()).unwrap();
        image.save(format!("/tmp/cal/{}-{}-{}-{}.png", f[0], f[1], f[2], f[3])).unwrap();
    }
}
