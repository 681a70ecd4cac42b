/** What a form says, by key: the sentences of page/messages.j2 and of its kind, which the build gives to its script (macros/navigateur/scripts.mjs). */
declare const REPERE_MESSAGES: Readonly<Record<string, string>>;

/** What only the script of a kind shows, by the name of its place: HTML of its morceaux.j2, which the build gives to it too. */
declare const REPERE_MORCEAUX: Readonly<Record<string, string>>;
