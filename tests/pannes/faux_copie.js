// Stands for the service worker of the offline copy: a next version always waits, and every page takes it at once.
{
  const told = new BroadcastChannel("essai-version");
  const copy = { version: "essai", pages: 1, octets: 1, fichiers: 1, depuis: "2026-11-21T10:00:00.000Z" };
  const container = new EventTarget();
  const change = () => container.dispatchEvent(new Event("controllerchange"));
  const active = { state: "activated", postMessage: (question, [port]) => port.postMessage(copy) };
  const waiting = {
    postMessage() {
      told.postMessage("");
      change();
    },
  };
  const registration = Object.assign(new EventTarget(), { active, waiting, installing: null });
  told.onmessage = change;
  Object.assign(container, { controller: active, register: async () => registration, getRegistration: async () => undefined });
  Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => container });
}
