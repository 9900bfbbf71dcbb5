//! What islands ask of the phone: its store, its key, its camera, its network. A thin Rust face on the modules in
//! `app/script/`; on the server it compiles and is never called.
//!
//! | file | holds |
//! |---|---|
//! | `store.rs` | the three shelves of the phone's own store |
//! | `key.rs` | the holder's key, which only signs |
//! | `network.rs` | sending, and what came back |
//! | `screen.rs` | keeping awake, sounds, the fragment, the clock |
//! | `camera.rs` | the camera and the eye |

pub mod camera;
pub mod key;
pub mod network;
pub mod screen;
pub mod store;
