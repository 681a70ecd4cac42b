/** Scripts that stand in the same text as the worker's, by the name of their file (macros/copie/scripts.mjs). */
declare const REPERE_INCLUS: Readonly<Record<string, (this: typeof globalThis) => void>>;
