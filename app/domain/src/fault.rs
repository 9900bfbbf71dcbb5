//! Faults in what was typed, as values with a key. The catalogue of texts has one sentence for every key in
//! [`keys`]; a fault is bound to the field it stands at, so that the page can put the sentence above it.

use crate::account::ContactFault;
use crate::application::{ChoiceFault, PlaceFault};
use crate::id_number::IdNumberFault;
use crate::paper::PaperFault;
use crate::person::{ChildrenFault, NameFault};
use crate::reference::ReferenceFault;
use crate::registration::{DigitsFault, NoticeFault};
use crate::sign_in::{CodeFault, RecoveryCodeFault};
use crate::wording::WordingFault;

/// A fault at a field of a form: the field's name and the key of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FieldFault {
    pub field: &'static str,
    pub fault: &'static str,
}

impl FieldFault {
    pub const fn new(field: &'static str, fault: &'static str) -> FieldFault {
        FieldFault { field, fault }
    }
}

/// The keys of all faults that these rules can tell.
pub fn keys() -> Vec<&'static str> {
    let mut keys = Vec::new();
    keys.extend(ContactFault::ALL.iter().map(|f| f.key()));
    keys.extend(ChoiceFault::ALL.iter().map(|f| f.key()));
    keys.extend(PlaceFault::ALL.iter().map(|f| f.key()));
    keys.extend(IdNumberFault::ALL.iter().map(|f| f.key()));
    keys.extend(PaperFault::ALL.iter().map(|f| f.key()));
    keys.extend(ChildrenFault::ALL.iter().map(|f| f.key()));
    keys.extend(NameFault::ALL.iter().map(|f| f.key()));
    keys.extend(ReferenceFault::ALL.iter().map(|f| f.key()));
    keys.extend(DigitsFault::ALL.iter().map(|f| f.key()));
    keys.extend(NoticeFault::ALL.iter().map(|f| f.key()));
    keys.extend(CodeFault::ALL.iter().map(|f| f.key()));
    keys.extend(RecoveryCodeFault::ALL.iter().map(|f| f.key()));
    keys.extend(WordingFault::ALL.iter().map(|f| f.key()));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_a_key_of_its_own() {
        let mut keys = keys();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert!(keys.iter().all(|key| key.starts_with("fault-")));
    }
}
