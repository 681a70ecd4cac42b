// Gestures of a person on the page of a livret, each in one breath: what it is about is what was on screen then.
// Words say whose they are: « p3-12 » is the twelfth, of the third person.

window.confirm = () => true;
const channel = new BroadcastChannel("essai");

const box = (place) => document.querySelector(`[data-place="${place}"]`)?.querySelector("input, textarea");
const open = () => document.querySelector("fieldset[data-main]:not(#r-qui)")?.matches(":enabled") && document.querySelector("#r-formulaire[data-pret]");
const shown = (id) => !document.getElementById(id).hidden;

function type(place, text) {
  box(place).value = text;
  box(place).dispatchEvent(new Event("input", { bubbles: true }));
}

// Who the draft on screen is of; whoever begins one says their name first.
function owner(person) {
  if (!box("candidat-nom").value) type("candidat-nom", person);
  return box("candidat-nom").value;
}

function give(name, content) {
  const files = new DataTransfer();
  files.items.add(new File([JSON.stringify(content)], name));
  const picker = document.getElementById("r-fichier");
  picker.files = files.files;
  picker.dispatchEvent(new Event("change", { bubbles: true }));
}

const written = (valeur) => ({ valeur, par: { role: "candidat", nom: "" }, le: "2026-11-21T10:00:00+01:00" });

function click(selector, panel) {
  const control = document.querySelector(selector);
  if (!control || control.hidden || control.matches(":disabled") || (panel && !shown(panel))) return false;
  control.click();
  return true;
}

// Which draft the disk is told to delete.
const drop = IDBObjectStore.prototype.delete;
IDBObjectStore.prototype.delete = function (key) {
  if (this.name === "brouillons") globalThis.supprime(key);
  return drop.call(this, key);
};

globalThis.gestes = {
  ecrire(person, word, place) {
    if (!open()) return null;
    const qui = owner(person);
    // What a file brought ends with no space: two words would be one.
    type(place, `${box(place).value} ${qui}-${word} `);
    return { qui, mot: `${qui}-${word}` };
  },
  verser(person, word) {
    if (!open()) return null;
    const qui = owner(person);
    give("auto.json", { format: "repere/auto-positionnement", mot: `${qui}-${word}` });
    return { qui };
  },
  fusion(person, word) {
    if (!open()) return null;
    const qui = owner(person);
    const mine = { "candidat-nom": written(qui), "u1-c2-exemple": written(`${qui}-${word}`), "u2-c1-exemple": written(`${qui}-${word}`) };
    give("fusion.json", { format: "repere/livret-de-reperage", valeurs: mine });
    return { qui };
  },
  ouverture(person, word) {
    if (!open()) return null;
    give("ouverture.json", { format: "repere/livret-de-reperage", valeurs: { "candidat-nom": written(person), projet: written(`${person}-${word}`) } });
    return { qui: person };
  },
  repondre() {
    if (!shown("r-recu")) return null;
    const merge = document.querySelector("#r-recu [data-champ=nom]").textContent === "fusion.json";
    return click(`[data-action=recu-${merge ? "fusionner" : "ouvrir"}]`, "r-recu") ? {} : null;
  },
  choisir: (cote) => (click(`#r-fusion [data-cote=${cote}] [data-action=conflit-choisir]`, "r-fusion") ? {} : null),
  revenir: () => (click("#r-revenir") ? {} : null),
  annuler: () => (click("#r-annuler") ? {} : null),
  nouveau: () => (click("#r-brouillons [data-action=nouveau]") ? {} : null),
  reprendre(rank) {
    const buttons = [...document.querySelectorAll(".r-liste-brouillons [data-action=reprendre]")].filter((one) => !one.hidden);
    if (buttons.length === 0) return null;
    buttons[rank % buttons.length].click();
    return {};
  },
  supprimer() {
    if (!open()) return null;
    const qui = box("candidat-nom").value;
    return click("[data-action=supprimer]") ? { qui } : null;
  },
  effacer: () => (click("[data-action=effacer]") ? {} : null),
  ici: () => (shown("r-lecture") && click("[data-action=ecrire-ici]") ? {} : null),
  focus: () => window.dispatchEvent(new Event("focus")) && {},
  python: (what) => channel.postMessage(what) || {},
};
