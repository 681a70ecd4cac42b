// Stands for Python in the trials of gestures: quick to start, and it answers when it is told to, on the channel « essai ».
// What it makes of a livret is what the real one makes of such simple files.

const channel = new BroadcastChannel("essai");
const held = [];
let ready = false;
let free = false;

const written = (valeur) => ({ valeur, par: { role: "candidat", nom: "" }, le: "2026-11-21T10:00:00+01:00" });
const version = (ecrit) => ({ reponse: String(ecrit.valeur), signature: "" });

const etat = {
  format: "repere/etat-livret",
  version: 2,
  certification: "essai",
  version_referentiel: "1.0.0",
  jour: "2026-11-29",
  etat_certification: { jour: "2026-11-29", etat: "indetermine", libelle: "essai", phrase: "essai" },
  avertissement: "essai",
  regle: "essai",
  propositions: [],
  parcours: { etapes: [], en_attente: [], heures: null },
  echeances: [],
  alertes: [],
  problemes: [],
  caches: [],
  accords: [],
  paroles: [],
};

// An answer of one side only: nobody is asked about it.
function divergence(place, cote, garde) {
  return { place, ou: "", question: place, nature: "ajoutee", cote, garde: version(garde), autre: null, phrase: "essai" };
}

function conflict(place, ici, autre) {
  return { place, section: "essai", partie: "", ou: "", question: place, ici: version(ici), autre: version(autre), parole: "" };
}

const answers = {
  etat: () => etat,
  ecartees: () => [],
  ouvrir({ texte }) {
    const { valeurs } = JSON.parse(texte);
    return { nom: "", exporte_le: "2026-11-21T10:00:00+01:00", version_referentiel: "1.0.0", valeurs, ecartees: [], avis: [] };
  },
  verser({ valeurs, ecartees, texte }) {
    const place = "u1-c1-exemple";
    const kept = place in valeurs;
    const found = kept ? valeurs : { ...valeurs, [place]: written(JSON.parse(texte).mot) };
    return { valeurs: found, ecartees, verses: kept ? [] : [place], laisses: kept ? [place] : [], avis: "versé" };
  },
  fusionner({ valeurs, ecartees, texte, choix }) {
    const other = JSON.parse(texte).valeurs;
    const differing = Object.keys(other).filter((place) => place in valeurs && valeurs[place].valeur !== other[place].valeur);
    const open = differing.filter((place) => !(place in choix));
    const conflits = open.map((place) => conflict(place, valeurs[place], other[place]));
    const added = Object.keys(other).filter((place) => !(place in valeurs));
    const divergences = [
      ...Object.keys(valeurs).filter((place) => !(place in other)).map((place) => divergence(place, "ici", valeurs[place])),
      ...added.map((place) => divergence(place, "autre", other[place])),
    ];
    const found = { conflits, divergences, ajoutees: added.length, avis: [] };
    if (conflits.length > 0) return { copie: null, ...found };
    const taken = differing.filter((place) => choix[place] === "autre");
    const losers = differing.map((place) => ({ place, ...(taken.includes(place) ? valeurs : other)[place], raison: "choix" }));
    const chosen = Object.fromEntries(taken.map((place) => [place, other[place]]));
    return { copie: { valeurs: { ...other, ...valeurs, ...chosen }, ecartees: [...ecartees, ...losers] }, ...found };
  },
};

function answer({ id, action, requete }) {
  const { corps } = JSON.parse(requete);
  postMessage({ type: "reponse", id, reponse: JSON.stringify({ ok: true, resultat: answers[action](corps) }) });
}

channel.onmessage = ({ data }) => {
  if (data !== "reponse" && !ready) {
    ready = true;
    postMessage({ type: "pret", version: "essai" });
  }
  if (data === "tout") free = true;
  for (const one of held.splice(0, data === "reponse" ? 1 : data === "tout" ? held.length : 0)) answer(one);
};

onmessage = ({ data }) => {
  if (data.type !== "demande") return;
  // What is only shown never waits: it is what comes late and writes that is tried.
  if (free || data.action === "etat" || data.action === "ecartees") answer(data);
  else held.push(data);
};
