// Configurations that a file is part of: the server's answer, and how the commands of pulsarc take one.

import { basename, isAbsolute, relative } from "node:path";

/** A configuration of a project. */
export interface Configuration {
  name: string;
  /** Absolute paths; later ones win. */
  layers: string[];
  /** None if the project does not set it. */
  namespace?: string | null | undefined;
  release?: string | null | undefined;
}

/** The request that lists the configurations of a file. */
export const CONFIGURATIONS = "pulsarc/configurations";

/** A file that no project lists, as a configuration. */
export function alone(path: string): Configuration {
  return { name: basename(path), layers: [path] };
}

/** A configuration with a name to show: one without a name of its own is called after its file. */
export function named(configuration: Configuration): Configuration {
  const { name } = configuration;
  return isAbsolute(name) ? { ...configuration, name: basename(name) } : configuration;
}

/** The options of the target: release and namespace. */
export function target(configuration: Configuration): string[] {
  const { release, namespace } = configuration;
  return [...(release ? ["--release", release] : []), ...(namespace ? ["--namespace", namespace] : [])];
}

/** Layers as seen from a folder: shorter names in pages and findings. */
export function layersFrom(folder: string, layers: readonly string[]): string[] {
  return layers.map((layer) => (isAbsolute(layer) ? relative(folder, layer) : layer));
}

/** A key that is the same for two requests of one configuration. */
export function keyOf(configuration: Configuration): string {
  return JSON.stringify([configuration.name, configuration.layers]);
}
