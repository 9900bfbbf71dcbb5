//! Fields of 2ⁿ elements, n up to 8, for the error correction of QR codes (ISO/IEC 18004, annex A).
//!
//! The crate of this name on the registry, whose macro and trait these are, multiplies by a table of every product: 64 KB for
//! 256 elements, which do not compress and would be three quarters of what a phone loads to read a code. Here two tables of
//! 256 bytes do it: the powers of x, and the power that each element is.

use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign};

/// A finite field.
pub trait GaloisField:
    Add<Output = Self>
    + AddAssign
    + Sub<Output = Self>
    + SubAssign
    + Mul<Output = Self>
    + MulAssign
    + Div<Output = Self>
    + DivAssign
    + Copy
    + PartialEq
    + Eq
{
    /// How many elements it has.
    const SIZE: usize;
    const ZERO: Self;
    const ONE: Self;
    /// The element whose powers are all others but zero.
    const GENERATOR: Self;

    /// The element times itself, `power` times; one for none.
    fn pow(self, power: usize) -> Self;
}

/// The powers of x in the field of 2ⁿ elements, and of each element which power it is.
#[derive(Debug)]
pub struct Tables {
    power: [u8; 256],
    exponent: [u8; 256],
    /// How many elements there are without zero.
    order: usize,
}

impl Tables {
    /// For a polynomial `modulus` of which x is a generator.
    pub const fn of(bits: u32, modulus: usize) -> Self {
        let order = (1 << bits) - 1;
        let (mut power, mut exponent) = ([0; 256], [0; 256]);
        let (mut place, mut element) = (0, 1);
        while place < order {
            power[place] = element as u8;
            exponent[element] = place as u8;
            element <<= 1;
            if element > order {
                element ^= modulus;
            }
            place += 1;
        }
        Self { power, exponent, order }
    }

    pub fn product(&self, one: u8, other: u8) -> u8 {
        if one == 0 || other == 0 {
            return 0;
        }
        self.power[(self.exponent_of(one) + self.exponent_of(other)) % self.order]
    }

    /// Nothing can be divided by zero; here it gives zero.
    pub fn quotient(&self, one: u8, other: u8) -> u8 {
        if one == 0 || other == 0 {
            return 0;
        }
        self.power[(self.exponent_of(one) + self.order - self.exponent_of(other)) % self.order]
    }

    pub fn power(&self, element: u8, power: usize) -> u8 {
        match (element, power) {
            (_, 0) => 1,
            (0, _) => 0,
            _ => self.power[self.exponent_of(element) * (power % self.order) % self.order],
        }
    }

    fn exponent_of(&self, element: u8) -> usize {
        usize::from(self.exponent[usize::from(element)])
    }
}

/// Adding and taking away are the same: each element is its own opposite.
pub const fn sum(one: u8, other: u8) -> u8 {
    one ^ other
}

/// Makes a field: `g2p!(GF16, 4, modulus: 0b1_0011)` has 2⁴ elements, polynomials in x modulo x⁴ + x + 1.
#[macro_export]
macro_rules! g2p {
    ($field:ident, $bits:literal, modulus: $modulus:literal) => {
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $field(pub u8);

        const _: () = {
            static TABLES: $crate::Tables = $crate::Tables::of($bits, $modulus);

            impl $crate::GaloisField for $field {
                const SIZE: usize = 1 << $bits;
                const ZERO: Self = Self(0);
                const ONE: Self = Self(1);
                const GENERATOR: Self = Self(2);

                fn pow(self, power: usize) -> Self {
                    Self(TABLES.power(self.0, power))
                }
            }

            $crate::operation!($field, Add, add, AddAssign, add_assign, |one, other| $crate::sum(one, other));
            $crate::operation!($field, Sub, sub, SubAssign, sub_assign, |one, other| $crate::sum(one, other));
            $crate::operation!($field, Mul, mul, MulAssign, mul_assign, |one, other| TABLES.product(one, other));
            $crate::operation!($field, Div, div, DivAssign, div_assign, |one, other| TABLES.quotient(one, other));
        };
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! operation {
    ($field:ident, $of:ident, $by:ident, $assign_of:ident, $assign:ident, |$one:ident, $other:ident| $result:expr) => {
        impl std::ops::$of for $field {
            type Output = Self;

            fn $by(self, other: Self) -> Self {
                let ($one, $other) = (self.0, other.0);
                Self($result)
            }
        }

        impl std::ops::$assign_of for $field {
            fn $assign(&mut self, other: Self) {
                *self = std::ops::$of::$by(*self, other);
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::GaloisField;

    g2p!(GF16, 4, modulus: 0b1_0011);
    g2p!(GF256, 8, modulus: 0b1_0001_1101);

    /// Multiplied as polynomials, bit by bit.
    fn product(one: u16, other: u16, bits: u16, modulus: u16) -> u16 {
        (0..bits).rev().fold(0, |sum, bit| {
            let doubled = sum << 1;
            let within = if doubled >> bits == 1 { doubled ^ modulus } else { doubled };
            if other >> bit & 1 == 1 { within ^ one } else { within }
        })
    }

    #[test]
    fn every_product_is_that_of_the_polynomials_and_division_undoes_it() {
        for one in 0..=255 {
            for other in 0..=255 {
                let made = GF256(one) * GF256(other);
                assert_eq!(u16::from(made.0), product(one.into(), other.into(), 8, 0b1_0001_1101), "{one} × {other}");
                assert_eq!(made / GF256(other), if other == 0 { GF256::ZERO } else { GF256(one) });
                if one < 16 && other < 16 {
                    let made = GF16(one) * GF16(other);
                    assert_eq!(u16::from(made.0), product(one.into(), other.into(), 4, 0b1_0011), "{one} × {other}");
                }
            }
        }
    }

    #[test]
    fn powers_are_repeated_products_and_those_of_the_generator_are_everything_but_zero() {
        for element in 0..=255 {
            let mut product = GF256::ONE;
            for power in 0..600 {
                assert_eq!(GF256(element).pow(power), product, "{element} to the {power}");
                product *= GF256(element);
            }
        }
        let mut seen: Vec<u8> = (0..255).map(|power| GF256::GENERATOR.pow(power).0).collect();
        seen.sort_unstable();
        assert_eq!(seen, (1..=255).collect::<Vec<u8>>());
        assert_eq!((GF256::SIZE, GF16::SIZE, GF16::GENERATOR.pow(15)), (256, 16, GF16::ONE));
    }
}
