// A worker that is ready at once and for ever says that a file is on its way.
postMessage({ type: "pret", version: "0" });
onmessage = ({ data }) => data.type === "demande" && postMessage({ type: "attente", id: data.id });
