// The theme's search worker, made deaf to accents (« reclamation » finds « réclamation », « oeuvre » finds « œuvre ») and
// lenient with a slip (« televnte », « relcamation »): a word that is nowhere in the index is looked for a letter away.
// The theme's own script is named after the « ? » of the address (its name carries a hash); words are folded once when
// they enter the index and once when they are read from the query. It stands beside the theme's script because that
// one loads its French rules from a relative address. If the theme ever changes inside, search goes on with accents.
"use strict";

const plier = (texte) =>
  texte.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/æ/g, "ae");

// As the pages write them: « 80 % » in two words, a number of the RNCP with its letters.
const commeEcrit = (texte) =>
  texte.replace(/(\d)%/g, "$1 %").replace(/(^|\s)(\d{5})(?=\*?(?:\s|$))/g, "$1$2 rncp$2");

// A short word has too many neighbours, a long one may hold two slips.
const COURT = 5;
const LONG = 9;

// Its own address; where it is started from a blob (macros/copie), the name that it was given.
const adresse = new URL(self.name || self.location.href);

Promise.resolve(importScripts(adresse.search.slice(1))).then(() => {
  const lunr = self.lunr;
  if (!lunr || !lunr.Builder || !lunr.QueryLexer || !lunr.Index) return;

  const plierMot = (mot) => mot.update(plier);
  lunr.Pipeline.registerFunction(plierMot, "plierMot");

  // At the end of the pipeline, after the French stop words, which are written with their accents.
  const add = lunr.Builder.prototype.add;
  lunr.Builder.prototype.add = function (...args) {
    if (!this.plie) {
      this.plie = true;
      this.pipeline.add(plierMot);
      this.searchPipeline.add(plierMot);
    }
    return add.apply(this, args);
  };

  const run = lunr.QueryLexer.prototype.run;
  lunr.QueryLexer.prototype.run = function () {
    this.str = commeEcrit(plier(this.str.toLowerCase()));
    this.length = this.str.length;
    return run.call(this);
  };

  const query = lunr.Index.prototype.query;
  lunr.Index.prototype.query = function (demander) {
    const introuvable = (clause) => query.call(this, (seule) => seule.clause({ ...clause, presence: 1 })).length === 0;
    return query.call(this, function (demande) {
      demander.call(demande, demande);
      for (const clause of demande.clauses) {
        const mot = clause.term.replace(/\*/g, "");
        if (mot.length < COURT || /\d/.test(mot) || !introuvable(clause)) continue;
        Object.assign(clause, { term: mot, editDistance: mot.length < LONG ? 1 : 2 });
      }
    });
  };
});
