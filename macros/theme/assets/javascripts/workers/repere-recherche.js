// The theme's search worker, made deaf to accents: « reclamation » finds « réclamation », « oeuvre » finds « œuvre ».
// The theme's own script is named after the « ? » of the address (its name carries a hash); words are folded once when
// they enter the index and once when they are read from the query. It stands beside the theme's script because that
// one loads its French rules from a relative address. If the theme ever changes inside, search goes on with accents.
"use strict";

const plier = (texte) =>
  texte.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/æ/g, "ae");

// Its own address; where it is started from a blob (macros/copie), the name that it was given.
const adresse = new URL(self.name || self.location.href);

Promise.resolve(importScripts(adresse.search.slice(1))).then(() => {
  const lunr = self.lunr;
  if (!lunr || !lunr.Builder || !lunr.QueryLexer) return;

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
    this.str = plier(this.str.toLowerCase());
    this.length = this.str.length;
    return run.call(this);
  };
});
