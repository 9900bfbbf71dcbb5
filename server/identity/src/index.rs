//! Finding a sealed value without opening it: a keyed hash of it in a column of its own.
//!
//! Equal values have equal indexes, so only fields that hardly ever repeat get a full one; a name gets two bytes, which
//! many names share, and is compared after opening. Sex, marital status, places and birth dates MUST NOT be indexed:
//! their few values would be told by how often each occurs.
//!
//! The caller normalises the value by the domain's rule for its kind. An index never leaves the database.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::SUITE;
use crate::secret::Secrets;

/// A kind of value that can be found. Each has a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// 18 characters, upper case.
    IdNumber,
    /// Lower case.
    Mail,
    /// With country code: +86….
    Phone,
    /// The prefix of a network address, as the limits count it.
    Network,
    /// The first half of a recovery card: it finds the account, the slow hash judges the whole card.
    RecoveryCard,
}

impl Field {
    fn label(self) -> &'static str {
        match self {
            Self::IdNumber => "id-number",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Network => "network",
            Self::RecoveryCard => "recovery-card",
        }
    }
}

impl Secrets {
    /// HMAC-SHA-256 of the normalised value. Serves a unique constraint.
    pub fn index(&self, field: Field, normalised: &str) -> [u8; 32] {
        self.index_of(field.label(), normalised)
    }

    /// The first two bytes of a name's index: each stands for several names, so that the column tells little.
    pub fn name_index(&self, normalised: &str) -> [u8; 2] {
        let [first, second, ..] = self.index_of("name", normalised);
        [first, second]
    }

    fn index_of(&self, label: &str, normalised: &str) -> [u8; 32] {
        let key = self.index_key_for(label);
        Hmac::<Sha256>::new_from_slice(key.as_slice())
            .expect("HMAC takes keys of every length")
            .chain_update([SUITE])
            .chain_update(normalised.as_bytes())
            .finalize()
            .into_bytes()
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_steady_and_belongs_to_value_field_and_installation() {
        let secrets = Secrets::generate();
        let index = secrets.index(Field::Mail, "wang@demo.test");
        assert_eq!(index, secrets.index(Field::Mail, "wang@demo.test"));
        let others = [
            secrets.index(Field::Mail, "wang@demo.tes"),
            secrets.index(Field::Phone, "wang@demo.test"),
            secrets.index(Field::IdNumber, "wang@demo.test"),
            secrets.index(Field::Network, "wang@demo.test"),
            Secrets::generate().index(Field::Mail, "wang@demo.test"),
        ];
        assert!(others.iter().all(|other| *other != index));
    }

    #[test]
    fn a_name_shares_its_index_with_other_names() {
        let secrets = Secrets::generate();
        assert_eq!(secrets.name_index("王小花"), secrets.name_index("王小花"));
        let target = secrets.name_index("王小花");
        let shared = (0..1_000_000).any(|number| secrets.name_index(&number.to_string()) == target);
        assert!(shared);
    }
}
