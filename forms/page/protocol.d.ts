/** What the page and the worker say to each other. */

/**
 * Why Python will not come: the network, a file that is not the one published, or anything else at start;
 * `bloque`, once it was there: it broke and answers nothing any more.
 */
export type Echec = {
  type: "echec";
  motif: "reseau" | "empreinte" | "demarrage" | "bloque";
  fichier?: string;
};

/** From the page: the form's definition first, then requests for `forms.bridge.handle`. */
export type Demande =
  | { type: "ouvrir"; formulaire: string }
  | { type: "demande"; id: number; requete: string };

/**
 * To the page; `faute` is a bug of ours, with Python's traceback.  `attente`: the request first downloads a file that
 * it needs; `manque`: that file did not come, and Python stays.
 */
export type Message =
  | { type: "pret"; version: string }
  | { type: "attente"; id: number }
  | { type: "reponse"; id: number; reponse: string }
  | { type: "faute"; id: number; detail: string }
  | { type: "manque"; id: number; motif: "reseau" | "empreinte"; fichier: string }
  | Echec;
