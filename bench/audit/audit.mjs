/**
 * `make audit`: Nu on every page, Lighthouse on one page of each kind, the figures as a Markdown table.
 *
 *   node bench/audit/audit.mjs SITE [RUNS]     writes the table on standard output, progress on standard error
 *
 * Exit code 1 where Nu finds an error, or where a page is below 100 (accessibility, best practices, SEO) or below 95
 * (performance, median of the runs).
 */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { CATEGORIES, KINDS, measure } from "./lighthouse.mjs";
import { canRun, errors } from "./nu.mjs";
import { serve } from "./server.mjs";

const [site = "site", runs = "3"] = process.argv.slice(2);
const CHROMIUM = fileURLToPath(new URL("../../.ci/chromium", import.meta.url));

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** @param {string} line */
const tell = (line) => process.stderr.write(`${line}\n`);

/** @returns {boolean} whether every page is valid; where no Java is there, says so and does not fail */
function validate() {
  if (!canRun()) {
    tell("Nu est sauté : il demande Java 11 ou plus, et la commande « java » est introuvable. Installez-la, puis relancez.");
    return true;
  }
  const found = errors(site);
  for (const line of found) tell(line);
  console.log(`Nu HTML checker: ${found.length} errors.\n`);
  return found.length === 0;
}

/** @returns {Promise<boolean>} whether every page reaches its scores */
async function score() {
  const chromium = execFileSync(CHROMIUM, ["--find"], { encoding: "utf-8" }).trim();
  const server = await serve(site);
  let good = true;
  console.log(`| page | ${CATEGORIES.join(" | ")} (min–median of ${runs}) | FCP | LCP | TBT | CLS |`);
  console.log(`|---|${"---:|".repeat(CATEGORIES.length + 4)}`);
  for (const [kind, path] of Object.entries(KINDS)) {
    /** @type {import("./lighthouse.mjs").Measure[]} */
    const measures = [];
    for (let i = 0; i < Number(runs); i += 1) measures.push(await measure(server.origin + path, chromium));
    tell(`${kind} : vitesse de la machine ${measures.map(({ speed }) => speed).join(", ")}`);
    const cells = CATEGORIES.map((name) => {
      const scores = measures.map(({ scores: all }) => all[name] ?? 0);
      good &&= median(scores) >= (name === "performance" ? 95 : 100);
      return name === "performance" ? `${Math.min(...scores)}–${median(scores)}` : `${Math.min(...scores)}`;
    });
    const metrics = ["FCP", "LCP", "TBT"].map((name) => `${Math.round(median(measures.map((m) => m.metrics[name] ?? NaN)))} ms`);
    const shift = median(measures.map((m) => m.metrics["CLS"] ?? NaN)).toFixed(3);
    console.log(`| ${kind} | ${cells.join(" | ")} | ${metrics.join(" | ")} | ${shift} |`);
  }
  server.close();
  return good;
}

const valid = validate();
const reached = await score();
process.exitCode = valid && reached ? 0 : 1;
