//! Single values, judged by their own contract from `contracts/shared/`: nothing else of the contracts is loaded.

use crate::codes::INTERNAL;
use crate::nickel::below::Below;
use crate::nickel::blame;
use crate::nickel::engine::Engine;
use crate::nickel::walk::Walk;
use nickel_lang_core::eval::VirtualMachine;
use nickel_lang_core::eval::value::NickelValue;
use nickel_lang_core::identifier::LocIdent;
use nickel_lang_core::position::TermPos;
use pulsarc_diag::{Diagnostic, KeyPath, Sources};
use pulsarc_model::{Node, Value};

/// A contract of a single value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Contract {
    /// By its file in `contracts/shared/` and its name there.
    Named((&'static str, &'static str)),
    /// The enumeration of these texts.
    OneOf(&'static [&'static str]),
}

impl Contract {
    fn expression(self) -> String {
        match self {
            Self::Named((file, name)) => format!("(import {file:?}).{name}"),
            Self::OneOf(choices) => format!("(import \"scalar.ncl\").OneOf {choices:?}"),
        }
    }
}

/// The contracts that have judged so far. The evaluator starts with the first value that is to be judged.
#[derive(Default)]
pub(crate) struct Judge {
    engine: Option<Engine>,
    contracts: Vec<(String, NickelValue)>,
}

impl Judge {
    /// The contract's verdict on the value at a path; empty if it accepts it.
    pub(crate) fn explained(
        &mut self,
        contract: Contract,
        path: &KeyPath,
        value: (&Node, bool),
        sources: &mut Sources,
    ) -> Vec<Diagnostic> {
        self.judged(&contract.expression(), path, value, sources)
    }

    fn judged(
        &mut self,
        contract: &str,
        path: &KeyPath,
        (node, is_tag): (&Node, bool),
        sources: &mut Sources,
    ) -> Vec<Diagnostic> {
        let Some(contract) = self.contract(contract) else {
            let finding = Diagnostic::new(&INTERNAL, "a contract of pulsarc cannot be evaluated");
            return vec![finding.at(path).help("please report this with the configuration")];
        };
        let engine = self.engine.get_or_insert_with(Engine::of_leaves);
        let value = match (&node.value, is_tag) {
            (Value::Text(tag), true) => {
                let pos = node.span.map_or(TermPos::None, |span| engine.raw_span(span, sources).into());
                NickelValue::enum_tag(LocIdent::new(tag), engine.context.pos_table.push(pos))
            }
            _ => engine.value(node, sources, Below::Nothing),
        };
        let key = node.key_span.map(|span| engine.raw_span(span, sources));
        let contracts = [engine.runtime_contract(&contract, TermPos::None)];
        let mut walk = Walk { path: path.clone(), ..Walk::default() };
        walk.value(&mut VirtualMachine::new(&mut engine.context), &value, &contracts, key);
        let problems = walk.problems.into_iter();
        problems.flat_map(|problem| blame::explained(problem, &mut engine.place(sources))).collect()
    }

    fn contract(&mut self, expression: &str) -> Option<NickelValue> {
        if let Some((_, known)) = self.contracts.iter().find(|(known, _)| known == expression) {
            return Some(known.clone());
        }
        let contract = self.engine.get_or_insert_with(Engine::of_leaves).shared(expression)?;
        self.contracts.push((expression.to_owned(), contract.clone()));
        Some(contract)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nickel::embedded::{EMBEDDED, SHARED};
    use crate::read::yaml;
    use pulsarc_diag::Findings;

    /// Values of every kind, right and wrong for most contracts.
    const VALUES: [&str; 18] = [
        "true",
        "-1",
        "0.5",
        "3",
        "70000",
        "''",
        "a-b",
        "A_b",
        "'1'",
        "1.5Gi",
        "512MB",
        "1h30m",
        "10%",
        "10.0.0.0/8",
        "a:1,b:2",
        "/a?b",
        "{a: b, name: c}",
        "[{name: a}, b]",
    ];

    #[test]
    fn the_small_library_judges_as_the_whole_one() {
        let (mut small, mut whole) =
            (Judge::default(), Judge { engine: Some(Engine::new()), ..Judge::default() });
        let (mut sources_of_small, mut sources_of_whole) = (Sources::default(), Sources::default());
        let mut compared = 0;
        for (file, _) in EMBEDDED.iter().filter(|(file, _)| file.starts_with(SHARED)) {
            let names = Engine::new().embedded_fields(file).into_iter().map(|(name, _)| name);
            // The others are functions that contracts are made of.
            for name in names.filter(|name| name.starts_with(char::is_uppercase)) {
                let contract = format!("(import {:?}).{name}", file.trim_start_matches(SHARED));
                for text in VALUES {
                    let answer = |judge: &mut Judge, sources: &mut Sources| {
                        let source = sources.add("values.yaml", text.to_owned());
                        let node = yaml::read(source, sources, &mut Findings::default()).expect("it is YAML");
                        let found = judge.judged(&contract, &KeyPath::parse("a"), (&node, false), sources);
                        found
                            .into_iter()
                            .map(|found| (found.code.id, found.message, found.help))
                            .collect::<Vec<_>>()
                    };
                    let small = answer(&mut small, &mut sources_of_small);
                    let whole = answer(&mut whole, &mut sources_of_whole);
                    assert_eq!(small, whole, "{contract}: {text}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 1_000, "only {compared} values were judged");
    }
}
