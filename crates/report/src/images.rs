//! The images that pods run.

use maud::{Markup, html};
use pulsarc_export::Image;

/// Every image with its tag, whether it is pinned by a digest, and who runs it.
pub(crate) fn part(images: &[Image]) -> Markup {
    html! {
        div.scroll role="group" aria-label="Images" tabindex="0" {
            table {
                thead { tr {
                    th scope="col" { "Repository" } th scope="col" { "Tag" } th scope="col" { "Digest" }
                    th scope="col" { "Run by" }
                } }
                tbody {
                    @for image in images {
                        tr {
                            th scope="row" { code { (image.repository) } }
                            td { (image.tag.as_deref().unwrap_or("none")) }
                            td { @match &image.digest { Some(digest) => { code.digest { (digest) } } None => { "not pinned" } } }
                            td { (image.used_by.join(", ")) }
                        }
                    }
                }
            }
        }
    }
}
