/** html-validate on the built site: the recommended rules, each difference with its reason. */

export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // ARIA allows a name on a list, and a screen reader says it.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // The theme writes it in lower case; HTML allows both.
    "doctype-style": ["error", { style: "lowercase" }],
    // Checkboxes of one group share a name, as radio buttons do.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    // A title says the page, the whole official title of the certification, and the site.
    "long-title": ["error", { maxlength: 100 }],
    // The theme's style looks for __search and __drawer: HTML allows the underscores.
    "valid-id": ["error", { relaxed: true }],
    // A form of ours that is never sent has nothing to send: answers stay on the device, filters act at once. Those that
    // are sent have their button, which tests/test_site.py holds.
    "wcag/h32": "off",
  },
};
