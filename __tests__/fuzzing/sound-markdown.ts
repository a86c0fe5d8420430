import assert from 'node:assert/strict';
import { nodesOf, parse, REFERENCES, visibleText } from '../report/gfm.ts';

/** The HTML that is ours. */
const OUR_HTML =
  /^(?:<\/?span>|<br>|<\/details>(?:\n<\/details>)?|<details(?: open)?><summary>(?:[^<>]|<\/?span>)*<\/summary>)$/;

/** Where links of ours lead in tests. */
const OUR_LINK = /^https:\/\/github\.com\/acme\/[\w./%?=#@&+,;:$-]*$/;

/** What a stranger could have brought into Markdown of ours. */
const FOREIGN: ReadonlySet<string> = new Set([
  'image',
  'imageReference',
  'linkReference',
  'definition',
  'break',
]);

/** Markdown of ours links, calls and shows nothing that we did not write, and closes what it opens. */
export function expectSoundMarkdown(markdown: string): void {
  const tree = parse(markdown);
  const nodes = nodesOf(tree);
  for (const node of nodes) {
    assert.ok(!FOREIGN.has(node.type), `there is one "${node.type}" of a stranger`);
    if (node.type === 'code') assert.equal(node.lang, 'mermaid');
    if (node.type === 'link') assert.match(node.url, OUR_LINK);
    if (node.type === 'html') assert.match(node.value, OUR_HTML);
  }
  // A number of days may have as many digits as a commit.
  const text = visibleText(tree).replaceAll(/\b\d+ days?\b/g, '');
  for (const reference of REFERENCES) assert.doesNotMatch(text, reference);
  const tags = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : [])).join('');
  assert.equal(tags.split('<details').length, tags.split('</details>').length, 'a fold is not closed');
}
