//! Writes the published cases as the fuzzer's first inputs: `corpus/verify/` beside this crate.

use std::path::Path;
use std::{fs, io};

use xinju_credential::qr;

fn main() -> io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let vectors = here.join("../app/credential/vectors");
    let corpus = here.join("corpus/verify");
    fs::create_dir_all(&corpus)?;
    let cases: serde_json::Value = serde_json::from_slice(&fs::read(vectors.join("cases.json"))?)?;
    for (number, case) in cases["cases"].as_array().into_iter().flatten().enumerate() {
        let text = case["qr"].as_str().unwrap_or_default();
        // What the target reads begins with a byte that chooses the reader: see `fuzz_targets/verify.rs`.
        fs::write(
            corpus.join(format!("case-{number:02}-text")),
            [b"\0", text.as_bytes()].concat(),
        )?;
        if let Ok(bytes) = qr::presentation(text) {
            fs::write(
                corpus.join(format!("case-{number:02}-bytes")),
                [b"\x01", bytes.as_slice()].concat(),
            )?;
        }
    }
    for (reader, file) in [
        (2, "keys.cbor"),
        (3, "status-fresh.cbor"),
        (3, "status-stale.cbor"),
        (3, "status-foreign.cbor"),
        (3, "status-future.cbor"),
    ] {
        let bytes = [vec![reader], fs::read(vectors.join(file))?].concat();
        fs::write(corpus.join(file), bytes)?;
    }
    Ok(())
}
