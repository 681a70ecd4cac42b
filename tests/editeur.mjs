// What an editor answers: the language server that VS Code uses, asked about one file at a time.
// In: { schemas: [{ uri, content }], associations: [{ uri, fileMatch }], questions: [{ path, text, line, character }] }.
// Out, a question: { survols, propositions: [{ label, texte, aide }], fautes }.
import { createRequire } from "node:module";

/** @type {typeof import("vscode-json-languageservice")} */
const { getLanguageService, TextDocument } = createRequire(import.meta.url)("vscode-json-languageservice");

/** @typedef {{ uri: string, content: string }} Schema */
/** @typedef {{ path: string, text: string, line: number, character: number }} Question */

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
/** @type {{ schemas: Schema[], associations: { uri: string, fileMatch: string[] }[], questions: Question[] }} */
const asked = JSON.parse(Buffer.concat(chunks).toString("utf-8"));
const contents = new Map(asked.schemas.map(({ uri, content }) => [uri, content]));

const service = getLanguageService({
  clientCapabilities: {
    textDocument: {
      completion: { completionItem: { documentationFormat: ["markdown"] } },
      hover: { contentFormat: ["markdown"] },
    },
  },
  schemaRequestService: async (uri) => contents.get(uri) ?? Promise.reject(new Error(`no schema at ${uri}`)),
  workspaceContext: { resolveRelativePath: (relative, base) => new URL(relative, base).href },
});
service.configure({ validate: true, allowComments: false, schemas: asked.associations });

/** @param {unknown} told */
const words = (told) => (typeof told === "object" && told && "value" in told ? String(told.value) : String(told ?? ""));

const answers = [];
for (const { path, text, line, character } of asked.questions) {
  const document = TextDocument.create(`file://${path}`, "json", 1, text);
  const json = service.parseJSONDocument(document);
  const [completion, hover, faults] = await Promise.all([
    service.doComplete(document, { line, character }, json),
    service.doHover(document, { line, character }, json),
    service.doValidation(document, json),
  ]);
  answers.push({
    survols: words(hover?.contents),
    propositions: (completion?.items ?? []).map((item) => ({
      label: item.label,
      texte: item.textEdit?.newText ?? item.insertText ?? "",
      aide: words(item.documentation),
    })),
    fautes: faults.map((fault) => fault.message),
  });
}
process.stdout.write(JSON.stringify(answers));
