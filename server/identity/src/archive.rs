//! A sealed stream, for backups: what is written into a [`Sealer`] comes out of an [`Opener`] with the same secrets, or
//! not at all when a byte was changed, a piece moved or the end cut off.
//!
//! The stream is a first line, the id of the root key (4 bytes), a random prefix (19), and pieces of 64 KiB, each 16
//! bytes longer when sealed. A piece's nonce is prefix ‖ number (4) ‖ 1 for the last piece (the STREAM construction of
//! Hoang, Reyhanitabar, Rogaway and Vizár, 2015).

use std::io::{self, Read, Write};

use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};

use crate::random;
use crate::secret::{Key, KeyId, Secrets};

const FIRST_LINE: &[u8] = b"xinju-archive 1\n";
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
const PREFIX: usize = 19;

struct Pieces {
    cipher: XChaCha20Poly1305,
    prefix: [u8; PREFIX],
    number: u32,
}

impl Pieces {
    fn new(key: &Key, prefix: [u8; PREFIX]) -> Self {
        Self { cipher: XChaCha20Poly1305::new(key.as_slice().into()), prefix, number: 0 }
    }

    fn next_nonce(&mut self, is_last: bool) -> io::Result<XNonce> {
        let number = self.number;
        self.number = number.checked_add(1).ok_or_else(|| io::Error::other("the archive is too long"))?;
        let mut nonce = [0; 24];
        nonce[..PREFIX].copy_from_slice(&self.prefix);
        nonce[PREFIX..23].copy_from_slice(&number.to_be_bytes());
        nonce[23] = u8::from(is_last);
        Ok(nonce.into())
    }
}

/// Seals what is written into it. Only after [`Sealer::finish`] can it be opened.
pub struct Sealer<W> {
    target: W,
    pieces: Pieces,
    waiting: Vec<u8>,
}

impl<W: Write> Sealer<W> {
    pub fn new(secrets: &Secrets, mut target: W) -> io::Result<Self> {
        let (id, key) = secrets.backup_key();
        let prefix = random::bytes();
        target.write_all(FIRST_LINE)?;
        target.write_all(&id.to_bytes())?;
        target.write_all(&prefix)?;
        Ok(Self { target, pieces: Pieces::new(&key, prefix), waiting: Vec::with_capacity(PIECE) })
    }

    /// Seals the last piece and gives the target back.
    pub fn finish(mut self) -> io::Result<W> {
        self.put(true)?;
        self.target.flush()?;
        Ok(self.target)
    }

    fn put(&mut self, is_last: bool) -> io::Result<()> {
        let nonce = self.pieces.next_nonce(is_last)?;
        let sealed = self.pieces.cipher.encrypt(&nonce, self.waiting.as_slice());
        self.target.write_all(&sealed.map_err(|_| io::Error::other("the piece cannot be sealed"))?)?;
        self.waiting.clear();
        Ok(())
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // The last piece is sealed otherwise, so a full one waits until more comes.
        if self.waiting.len() == PIECE {
            self.put(false)?;
        }
        let taken = bytes.len().min(PIECE - self.waiting.len());
        self.waiting.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<W> std::fmt::Debug for Sealer<W> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Sealer").finish_non_exhaustive()
    }
}

/// Opens a sealed stream while it is read.
pub struct Opener<R> {
    source: R,
    pieces: Pieces,
    /// One byte more than a piece: the byte that shows that it is not the last.
    ahead: Vec<u8>,
    open: Vec<u8>,
    given: usize,
    is_over: bool,
}

impl<R: Read> Opener<R> {
    pub fn new(secrets: &Secrets, mut source: R) -> io::Result<Self> {
        let mut first = [0; FIRST_LINE.len()];
        source.read_exact(&mut first)?;
        if first != FIRST_LINE {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "this is no archive of ours"));
        }
        let (mut id, mut prefix) = ([0; 4], [0; PREFIX]);
        source.read_exact(&mut id)?;
        source.read_exact(&mut prefix)?;
        let key = KeyId::try_from(id.as_slice()).ok().and_then(|id| secrets.backup_key_of(id));
        let key = key.ok_or_else(|| {
            let words = format!("it is sealed under the key {}, which is not in the secret file", hex::encode(id));
            io::Error::new(io::ErrorKind::InvalidData, words)
        })?;
        let pieces = Pieces::new(&key, prefix);
        Ok(Self { source, pieces, ahead: Vec::new(), open: Vec::new(), given: 0, is_over: false })
    }

    fn take_piece(&mut self) -> io::Result<()> {
        let whole = PIECE + TAG + 1;
        let wanted = (whole - self.ahead.len()) as u64;
        self.source.by_ref().take(wanted).read_to_end(&mut self.ahead)?;
        let is_last = self.ahead.len() < whole;
        let rest = if is_last { Vec::new() } else { self.ahead.split_off(PIECE + TAG) };
        let nonce = self.pieces.next_nonce(is_last)?;
        let opened = self.pieces.cipher.decrypt(&nonce, self.ahead.as_slice());
        let broken = |_| io::Error::new(io::ErrorKind::InvalidData, "the archive was changed or cut off");
        self.open = opened.map_err(broken)?;
        self.ahead = rest;
        self.given = 0;
        self.is_over = is_last;
        Ok(())
    }
}

impl<R: Read> Read for Opener<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        while self.given == self.open.len() && !self.is_over {
            self.take_piece()?;
        }
        let left = &self.open[self.given..];
        let count = left.len().min(target.len());
        target[..count].copy_from_slice(&left[..count]);
        self.given += count;
        Ok(count)
    }
}

impl<R> std::fmt::Debug for Opener<R> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Opener").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(secrets: &Secrets, plain: &[u8]) -> Vec<u8> {
        let mut sealer = Sealer::new(secrets, Vec::new()).expect("memory takes it");
        sealer.write_all(plain).expect("memory takes it");
        sealer.finish().expect("memory takes it")
    }

    fn opened(secrets: &Secrets, sealed: &[u8]) -> io::Result<Vec<u8>> {
        let mut plain = Vec::new();
        Opener::new(secrets, sealed)?.read_to_end(&mut plain)?;
        Ok(plain)
    }

    #[test]
    fn what_went_in_comes_out_at_every_length_around_a_piece() {
        let secrets = Secrets::generate();
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
            let plain: Vec<u8> = (0..length).map(|i| (i % 251) as u8).collect();
            assert_eq!(opened(&secrets, &sealed(&secrets, &plain)).ok(), Some(plain), "{length}");
        }
    }

    #[test]
    fn a_changed_byte_and_a_cut_end_are_noticed() {
        let secrets = Secrets::generate();
        let plain = vec![7; 2 * PIECE + 5];
        let whole = sealed(&secrets, &plain);
        for position in [0, 17, 20, 60, PIECE, whole.len() - 1] {
            let mut changed = whole.clone();
            changed[position] ^= 1;
            assert!(opened(&secrets, &changed).is_err(), "byte {position}");
        }
        let head = FIRST_LINE.len() + 4 + PREFIX;
        for length in [0, head, head + PIECE + TAG, head + 2 * (PIECE + TAG), whole.len() - 1] {
            assert!(opened(&secrets, &whole[..length]).is_err(), "cut to {length}");
        }
    }

    #[test]
    fn other_secrets_do_not_open_it() {
        let whole = sealed(&Secrets::generate(), b"secret");
        assert!(opened(&Secrets::generate(), &whole).is_err());
    }
}
