/** What the build tells the worker about its own files (macros/navigateur/scripts.mjs). */
declare const REPERE_PYTHON: {
  /** Address of the folder, relative to the worker's script. */
  readonly folder: string;
  /** Version of Pyodide. */
  readonly version: string;
  /** File name of the standard library inside the folder. */
  readonly stdlib: string;
  /** Every file that is downloaded to start, with its subresource integrity. */
  readonly integrity: Readonly<Record<string, string>>;
  /** Every archive that is downloaded only when something imports a module of it, with its subresource integrity. */
  readonly later: Readonly<Record<string, string>>;
  /** Archive of `later` → its modules, with a space between two. */
  readonly modules: Readonly<Record<string, string>>;
  /** Content of pyodide-lock.json. */
  readonly lock: string;
};
