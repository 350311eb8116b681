/** The documents of a text of YAML: what stands between lines that begin with `---`. */
export function splitDocuments(text: string): string[] {
  const documents: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/^---(?=[ \t\r\n]|$)/gm)) {
    documents.push(text.slice(start, index));
    start = index + 3;
  }
  return [...documents, text.slice(start)];
}
