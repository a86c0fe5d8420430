import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What GitHub's parser makes of Markdown, taken apart. */
export interface Rendered {
  /** Tags with their attributes, the addresses of links left out: two texts of the same shape have the same. */
  readonly shape: string;
  /** Every `href` and `src`. */
  readonly addresses: readonly string[];
  /** Where GitHub looks for mentions and references: all text but code. */
  readonly text: string;
}

/** With all of GitHub's extensions; HTML stays, so that it can be seen. */
export function asGitHub(markdown: string): Rendered {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const tags: string[] = [];
  const addresses: string[] = [];
  const text = html
    // A mark of code, in which nothing is looked for; its attributes are tags like others.
    .replace(/<code([^>]*)>[^<]*<\/code>/g, (_, attributes: string) => `<code${attributes}>`)
    .replace(/<!--[\s\S]*?-->|<[!?/a-zA-Z][^>]*>/g, (tag) => {
      if (tag.startsWith('<!--')) tags.push('<!---->');
      else if (!/^<\/?span>$/.test(tag)) tags.push(tag.replace(/(?:href|src)="[^"]*"/g, (_) => 'address'));
      for (const [, address = ''] of tag.matchAll(/(?:href|src)="([^"]*)"/g)) addresses.push(address);
      return '\n';
    });
  return { shape: tags.join(''), addresses, text: decoded(text) };
}

const decoded = (html: string): string =>
  html
    .replace(/&#x?([0-9a-f]+);/gi, (entity, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, entity.startsWith('&#x') ? 16 : 10)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
