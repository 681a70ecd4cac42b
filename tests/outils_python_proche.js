// In place of the worker of a form, on the near site: what the page asks is answered by the same Python code, which runs
// beside the browser (outils_python_proche.py) and is there at once.

let formulaire = "";

postMessage({ type: "pret", version: "proche" });

onmessage = async ({ data }) => {
  if (data.type === "ouvrir") {
    formulaire = data.formulaire;
    return;
  }
  const { id, requete } = data;
  const answer = await fetch("/python", { method: "POST", body: JSON.stringify({ formulaire, requete }) });
  postMessage({ ...(await answer.json()), id });
};
