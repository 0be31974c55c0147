// The codes of diagnostics.

/** The form of a code. */
export const CODE = /^PUL\d{4}$/;

/** A diagnostic as the editor has it. */
interface Coded {
  code?: string | number | { value: string | number } | undefined;
}

/** The codes of diagnostics, each once, in their order. */
export function codesOf(diagnostics: readonly Coded[]): string[] {
  const values = diagnostics.map(({ code }) => String(typeof code === "object" ? code.value : code));
  return [...new Set(values)].filter((value) => CODE.test(value));
}
