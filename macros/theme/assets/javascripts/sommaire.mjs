/** The column of contents marks the section that is being read, and keeps its line in sight. */

const column = document.querySelector("[data-sommaire]");

/** @param {HTMLElement} list */
function follow(list) {
  /** @type {Map<Element, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of list.querySelectorAll("a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  /** @type {Set<Element>} */
  const passed = new Set();

  // What lies above a line a quarter down the window has been passed; the last such heading is the section read.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) passed[entry.isIntersecting ? "add" : "delete"](entry.target);
      const here = [...links.keys()].filter((heading) => passed.has(heading)).at(-1);
      for (const [heading, link] of links) {
        link.classList.toggle("md-nav__link--active", heading === here);
        if (heading === here) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
      const line = here && links.get(here);
      // Not scrollIntoView: it would move the page too.
      if (line) list.scrollTop = line.offsetTop - list.clientHeight / 2;
    },
    { rootMargin: "1000000px 0px -75% 0px" },
  );
  for (const heading of links.keys()) observer.observe(heading);
}

if (column instanceof HTMLElement && matchMedia("(min-width: 60em)").matches) follow(column);
