//! Storage: the bytes of an index, in a mapped file or in memory.

use std::{fs::File, io, ops::Deref, path::Path};

/// The bytes of an index, from either place.
#[derive(Debug)]
pub(super) enum Storage {
    /// A file mapped into memory, whose pages come in when they are touched.
    Mapped(memmap2::Mmap),
    /// Bytes held in memory.
    Owned(Vec<u8>),
}

impl Storage {
    /// Maps a file for reading.
    pub(super) fn map(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        if file.metadata()?.len() == 0 {
            // A mapping cannot be empty; the caller says what is wrong with an empty file.
            return Ok(Self::Owned(Vec::new()));
        }
        map_read_only(&file).map(Self::Mapped)
    }
}

#[expect(
    unsafe_code,
    reason = "a mapping is the only way to open 8 MB in a millisecond and touch only what is asked"
)]
fn map_read_only(file: &File) -> io::Result<memmap2::Mmap> {
    // SAFETY: the mapping is private and never written through. The one hazard left is another
    // process changing the file under it: an index is only ever replaced by renaming a new file
    // over the old (`hubward postcodes build` does so), which leaves this mapping on the old one.
    // Every access is bounds-checked against the mapped length, and values read are only numbers.
    unsafe { memmap2::MmapOptions::new().map_copy_read_only(file) }
}

impl Deref for Storage {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Mapped(map) => map,
            Self::Owned(bytes) => bytes,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_mapped_file_reads_as_its_bytes_even_after_it_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bytes");
        std::fs::write(&path, b"old").unwrap();
        let storage = Storage::map(&path).unwrap();
        let mut next = tempfile::NamedTempFile::new_in(&folder).unwrap();
        next.write_all(b"new bytes").unwrap();
        next.persist(&path).unwrap();
        assert_eq!(&*storage, b"old");
        assert_eq!(&*Storage::map(&path).unwrap(), b"new bytes");
    }

    #[test]
    fn an_empty_file_is_no_bytes_and_a_missing_one_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("empty");
        std::fs::write(&path, b"").unwrap();
        assert!(Storage::map(&path).unwrap().is_empty());
        assert!(Storage::map(&folder.path().join("missing")).is_err());
    }
}
