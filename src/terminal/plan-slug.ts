/** Characters of a file's name, without its ending. */
const MAX_LENGTH = 60;

/** Names that a system keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file's name for a title, without its ending: small letters and digits of any script, parted by hyphens. It names
 * no folder, and is never empty.
 */
export function planSlug(title: string): string {
  const words = title
    .toWellFormed()
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? Array.from(word).slice(0, MAX_LENGTH).join('') : `${slug}-${word}`;
    if (Array.from(longer).length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug === '' || RESERVED.test(slug) ? ['plan', slug].filter((part) => part !== '').join('-') : slug;
}
