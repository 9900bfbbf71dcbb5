//! The built assets and their hashed names, as the site build wrote them into `site.json`.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use serde::Deserialize;

use super::Module;

/// Where the assets lie and what they are called in this build.
#[derive(Clone, Debug)]
pub struct Site {
    pub folder: PathBuf,
    names: Arc<Names>,
}

#[derive(Debug, Default, Deserialize)]
struct Names {
    css: String,
    icons: String,
    #[serde(default)]
    modules: BTreeMap<String, String>,
    #[serde(default)]
    reader: String,
    #[serde(default)]
    small: String,
    version: String,
}

impl Site {
    /// Reads `site.json` in `folder`.
    pub fn open(folder: PathBuf) -> std::io::Result<Self> {
        let text = std::fs::read_to_string(folder.join("site.json"))?;
        let names = serde_json::from_str(&text)?;
        Ok(Self { folder, names: Arc::new(names) })
    }

    /// A site without assets, for tests that render pages.
    pub fn bare() -> Self {
        Self { folder: PathBuf::new(), names: Arc::new(Names::default()) }
    }

    pub fn stylesheet(&self) -> String {
        format!("/{}", self.names.css)
    }

    /// The address of a symbol: `/pkg/icons-….svg#name`.
    pub fn icon(&self, name: &str) -> String {
        format!("/{}#{name}", self.names.icons)
    }

    /// The deferred script of every page.
    pub fn small_script(&self) -> Option<String> {
        (!self.names.small.is_empty()).then(|| format!("/{}", self.names.small))
    }

    /// The module that reads a QR from pixels, loaded only where the browser cannot.
    pub fn reader(&self) -> String {
        format!("/{}", self.names.reader)
    }

    /// The file name of a module without its ending; empty where the site was built without it.
    pub fn module(&self, module: Module) -> &str {
        self.names.modules.get(module.name()).map_or("", String::as_str)
    }

    pub fn version(&self) -> &str {
        &self.names.version
    }
}
