/** What every form says, by key: the sentences of messages.j2, which the build gives to the scripts (macros/navigateur/scripts.mjs). */
declare const REPERE_MESSAGES: Readonly<Record<string, string>>;
