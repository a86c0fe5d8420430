import { text } from './markdown.ts';

/** A person's or a team's handle as GitHub allows them: `@name`, `@org/team`. A name without `@` may be anything. */
const HANDLE = /^@[A-Za-z0-9][A-Za-z0-9_-]{0,38}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/;

/** Characters as shown. */
const OWNER_LENGTH = 60;

/** An owner as Markdown that tells them of it, where they are a handle; else as inert text. */
export const mention = (owner: string): string =>
  HANDLE.test(owner.trim()) ? owner.trim() : text(owner, OWNER_LENGTH);
