//! What serde asks of a place in a document: which of its values are words, texts, mappings and sequences.

use super::{Parts, Place, Unsure};
use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct, Serializer,
};

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsure> {
        self.key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsure> {
        self.value(value)
    }

    fn end(self) -> Result<(), Unsure> {
        Self::end(self, "{}");
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unsure> {
        self.key(key)?;
        self.value(value)
    }

    fn end(self) -> Result<(), Unsure> {
        Self::end(self, "{}");
        Ok(())
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsure> {
        self.item(item)
    }

    fn end(self) -> Result<(), Unsure> {
        Self::end(self, "[]");
        Ok(())
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsure> {
        self.item(item)
    }

    fn end(self) -> Result<(), Unsure> {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleStruct for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsure> {
        self.item(item)
    }

    fn end(self) -> Result<(), Unsure> {
        SerializeSeq::end(self)
    }
}

/// Numbers without a fraction, which both ways write alike.
macro_rules! words {
    ($($method:ident($type:ty))*) => {
        $(fn $method(self, value: $type) -> Result<(), Unsure> { self.word(value) })*
    };
}

impl<'t> Serializer for Place<'t> {
    type Ok = ();
    type Error = Unsure;
    type SerializeSeq = Parts<'t>;
    type SerializeTuple = Parts<'t>;
    type SerializeTupleStruct = Parts<'t>;
    type SerializeTupleVariant = Impossible<(), Unsure>;
    type SerializeMap = Parts<'t>;
    type SerializeStruct = Parts<'t>;
    type SerializeStructVariant = Impossible<(), Unsure>;

    words! {
        serialize_bool(bool)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unsure> {
        Err(Unsure)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unsure> {
        Err(Unsure)
    }

    fn serialize_char(self, value: char) -> Result<(), Unsure> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unsure> {
        self.text(value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unsure> {
        Err(Unsure)
    }

    fn serialize_none(self) -> Result<(), Unsure> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsure> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsure> {
        self.word("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsure> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unsure> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsure> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsure> {
        Err(Unsure)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'t>, Unsure> {
        self.items()
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'t>, Unsure> {
        self.items()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'t>, Unsure> {
        self.items()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsure> {
        Err(Unsure)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'t>, Unsure> {
        self.entries()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'t>, Unsure> {
        self.entries()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsure> {
        Err(Unsure)
    }
}
