// Why Python does not answer.

/**
 * Why Python is not there: `reseau`, `empreinte` (a file that is not the one we published), `demarrage`,
 * `delai` (did not start in time), `bloque` (did not answer in time, or broke).
 * @typedef {"reseau" | "empreinte" | "demarrage" | "delai" | "bloque"} Motif
 */

/** Python is not there, or not any more: the form goes on without it. */
export class PythonAbsent extends Error {
  /** @param {Motif} motif */
  constructor(motif) {
    super(`Python is absent: ${motif}`);
    this.name = "PythonAbsent";
    this.motif = motif;
  }
}

/** Python met a bug of ours while answering; it is still there. */
export class PythonFault extends Error {
  /** @param {string} detail Python's traceback */
  constructor(detail) {
    super(detail);
    this.name = "PythonFault";
  }
}

/** A file that this request needs did not come; Python is still there, and the same request may be made again. */
export class PythonLacking extends Error {
  /** @param {"reseau" | "empreinte"} motif */
  constructor(motif) {
    super(`Python lacks a file: ${motif}`);
    this.name = "PythonLacking";
    this.motif = motif;
  }
}
