// The report as a page: the arguments of `pulsarc report`, and a page for a report that could not be made.

import { type Configuration, layersFrom, target } from "./configurations";
import type { Outcome } from "./run";

/** The arguments that print the report of a configuration, in a folder. */
export function reportArguments(configuration: Configuration, folder: string): string[] {
  return ["report", "--quiet", ...target(configuration), "--", ...layersFrom(folder, configuration.layers)];
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A page of pulsarc's own: it has a policy, which allows no script. */
function isReport(html: string): boolean {
  return html.startsWith("<!DOCTYPE html>") && html.includes('http-equiv="Content-Security-Policy"');
}

/** A page that shows plain text. */
export function messagePage(title: string, text: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">\
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>${escapeHtml(title)}</title></head>\
<body><h1>${escapeHtml(title)}</h1><pre>${escapeHtml(text)}</pre></body></html>`;
}

/** The page to show: the report unchanged, with the policy that it has, or why there is none. */
export function pageOf(outcome: Outcome, name: string): string {
  if (isReport(outcome.stdout)) {
    return outcome.stdout;
  }
  return messagePage(`No report of ${name}`, outcome.stderr.trim() || `pulsarc exits with ${outcome.status ?? "a signal"}.`);
}
