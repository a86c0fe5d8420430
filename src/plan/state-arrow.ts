/** `Not started → Complete`: what stands behind the arrow is what is. */
export const ARROW_SOURCE = '(?:→|⟶|⇒|➡\uFE0F?|‚Üí|&rarr;|[-=]{1,2}>)';
export const ARROW = new RegExp(String.raw`^[\s*_\x60]*${ARROW_SOURCE}`, 'u');
