//! Amounts as people read them: cores, and binary multiples of bytes.

/// Thousandths of a core: `1.5 cores`, `200m`.
pub(crate) fn cores(millicores: i128) -> String {
    match (millicores, millicores % 1000) {
        (0, _) => "none".to_owned(),
        (1000, _) => "1 core".to_owned(),
        (whole, 0) => format!("{} cores", whole / 1000),
        (small, _) if small < 1000 => format!("{small}m"),
        (more, _) => format!("{} cores", fraction(more, 1000)),
    }
}

/// Bytes: `512 MiB`, `1.5 TiB`.
pub(crate) fn bytes(bytes: i128) -> String {
    const UNITS: [(&str, i128); 5] =
        [("PiB", 1 << 50), ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)];
    if bytes == 0 {
        return "none".to_owned();
    }
    let unit = UNITS.iter().find(|(_, size)| bytes >= *size);
    unit.map_or_else(|| format!("{bytes} B"), |(name, size)| format!("{} {name}", fraction(bytes, *size)))
}

/// A quotient with two digits after the point at most, rounded.
fn fraction(amount: i128, unit: i128) -> String {
    let hundredths = (amount * 100 + unit / 2) / unit;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number of things: `1 pod`, `3 pods`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_the_unit_that_fits() {
        assert_eq!([0, 200, 1000, 1500, 4000].map(cores), ["none", "200m", "1 core", "1.5 cores", "4 cores"]);
        assert_eq!(
            [0, 512, 64 << 20, 1536 << 20, 1 << 40].map(bytes),
            ["none", "512 B", "64 MiB", "1.5 GiB", "1 TiB"]
        );
        assert_eq!(bytes((1 << 30) - 1), "1024 MiB");
    }
}
