/** Lighthouse, as on a phone (its default: slow 4G and a processor four times slower), on one page of each kind. */

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const COMMAND = fileURLToPath(new URL("node_modules/lighthouse/cli/index.js", import.meta.url));
const FLAGS = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"];
const run = promisify(execFile);

const CQP = "/certifications/cqp-vendeur-conseil-a-distance/";
const TITRE = "/certifications/tp-conseiller-commercial/";

/** @type {Record<string, string>} the longest page of each kind */
export const KINDS = {
  accueil: "/",
  liste: "/certifications/",
  fiche: TITRE,
  référentiel: `${TITRE}referentiel/`,
  évaluations: `${TITRE}evaluations/`,
  règlement: `${CQP}reglement/`,
  "cahier des charges": `${CQP}cahier-des-charges/`,
  "auto-positionnement": "/certifications/charge-de-clientele/auto-positionnement/",
  livret: `${TITRE}livret-de-reperage/`,
  dossier: `${CQP}dossier-habilitation/`,
  comparer: "/comparer/",
  "comparer (une paire)": "/comparer/cqp-relation-commerciale-a-distance--cqp-vendeur-conseil-a-distance-2018/",
  glossaire: "/glossaire/",
  discordances: "/discordances/",
  voisines: "/voisines/",
  données: "/donnees/",
  accessibilité: "/accessibilite/",
  confidentialité: "/confidentialite/",
  contribuer: "/contribuer/",
  déployer: "/deployer/",
};

export const CATEGORIES = ["accessibility", "best-practices", "seo", "performance"];

/** @typedef {{scores: Record<string, number>, metrics: Record<string, number>, speed: number}} Measure */

/**
 * @param {string} url
 * @param {string} chromium
 * @returns {Promise<Measure>} scores out of 100; metrics in ms (CLS has no unit); how fast the machine was
 */
export async function measure(url, chromium) {
  const environment = { ...process.env, CHROME_PATH: chromium };
  const ran = await run(process.execPath, [COMMAND, url, ...FLAGS], { env: environment, maxBuffer: 2 ** 27 });
  const report = JSON.parse(ran.stdout);
  if (report.runtimeError) throw new Error(`${url}: ${report.runtimeError.message}`);
  /** @param {string} audit */
  const metric = (audit) => report.audits[audit].numericValue;
  return {
    scores: Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(report.categories[name].score * 100)])),
    metrics: {
      FCP: metric("first-contentful-paint"),
      LCP: metric("largest-contentful-paint"),
      TBT: metric("total-blocking-time"),
      CLS: metric("cumulative-layout-shift"),
    },
    speed: report.environment.benchmarkIndex,
  };
}
