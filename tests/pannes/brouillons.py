"""The drafts as the browser keeps them, read beside the page: what is there is what counts."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

# Without a version: the newest that is there.  What a look would make is undone.
READ = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("repere:/");
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = () => resolve("[]");
  opening.onsuccess = () => {
    const all = opening.result.transaction("brouillons").objectStore("brouillons").getAll();
    all.onerror = () => reject(all.error);
    all.onsuccess = () => { opening.result.close(); resolve(JSON.stringify(all.result)); };
  };
})"""


def on_disk(page: Page) -> list[dict[str, Any]]:
    """Return every draft of the database."""
    return list(json.loads(page.evaluate(READ)))


def texts(page: Page) -> str:
    """Return all that the database holds as one text."""
    return json.dumps(on_disk(page), ensure_ascii=False)
