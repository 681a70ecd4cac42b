// A worker that is ready at once and never answers.
postMessage({ type: "pret", version: "0" });
