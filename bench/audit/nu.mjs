/** The Nu HTML checker (Java) on every page of a built site. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const JAR = fileURLToPath(new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));

/** @returns {boolean} whether a Java is there to run it */
export const canRun = () => spawnSync("java", ["-version"]).status === 0;

/**
 * @param {string} site
 * @returns {string[]} one line for each error: file, place, message
 */
export function errors(site) {
  const options = ["-jar", JAR, "--skip-non-html", "--errors-only", "--format", "gnu", "--stdout", site];
  const ran = spawnSync("java", options, { encoding: "utf-8", maxBuffer: 2 ** 26 });
  const lines = ran.stdout.split("\n").filter((line) => line !== "");
  if (ran.status !== 0 && lines.length === 0) throw new Error(ran.stderr);
  return lines;
}
