//! Writing: each number in its shortest form, each length definite.

/// Writes items one after another; who writes a map gives its keys in bytewise order of their encoding.
#[derive(Debug, Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    fn head(mut self, major: u8, argument: u64) -> Self {
        let major = major << 5;
        let wide = argument.to_be_bytes();
        match argument {
            0..24 => self.0.push(major | wide[7]),
            24..0x100 => self.0.extend([major | 24, wide[7]]),
            0x100..0x1_0000 => self.tail(major | 25, &wide[6..]),
            0x1_0000..0x1_0000_0000 => self.tail(major | 26, &wide[4..]),
            _ => self.tail(major | 27, &wide),
        }
        self
    }

    fn tail(&mut self, first: u8, argument: &[u8]) {
        self.0.push(first);
        self.0.extend_from_slice(argument);
    }

    pub(crate) fn uint(self, number: u64) -> Self {
        self.head(0, number)
    }

    pub(crate) fn int(self, number: i64) -> Self {
        match u64::try_from(number) {
            Ok(number) => self.head(0, number),
            Err(_) => self.head(1, !number.cast_unsigned()),
        }
    }

    pub(crate) fn bytes(self, bytes: &[u8]) -> Self {
        self.head(2, bytes.len() as u64).raw(bytes)
    }

    pub(crate) fn text(self, text: &str) -> Self {
        self.head(3, text.len() as u64).raw(text.as_bytes())
    }

    pub(crate) fn array(self, length: usize) -> Self {
        self.head(4, length as u64)
    }

    pub(crate) fn map(self, length: usize) -> Self {
        self.head(5, length as u64)
    }

    pub(crate) fn bool(self, truth: bool) -> Self {
        self.head(7, if truth { 21 } else { 20 })
    }

    /// An item that is encoded already.
    pub(crate) fn raw(mut self, encoded: &[u8]) -> Self {
        self.0.extend_from_slice(encoded);
        self
    }
}
